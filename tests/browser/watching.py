"""Watches what pages do unseen: what they ask for, what they report, what their policy stops."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

_TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} stopped ${event.blockedURI || event.sourceFile} ${event.sample}`));
"""


@dataclass
class Watch:
    """What was seen that should not have been."""

    address: str
    """The site's address: all that a page may ask for begins with it."""
    faults: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    """Every address that was asked for."""

    def begin(self, context: BrowserContext) -> None:
        """Watch every page of a browser context from now on."""
        context.add_init_script(_TELL_VIOLATIONS)
        context.on("request", self._hear_request)
        context.on("response", self._hear_response)
        context.on("console", self._hear_console)
        context.on("weberror", self._hear_error)

    def _hear_request(self, request: Request) -> None:
        self.asked.append(request.url)
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"{request.headers.get('referer', 'a page')} asked another host for {request.url}")

    def _hear_response(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status} for {response.url}")

    def _hear_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            where = message.page.url if message.page else "?"
            self.faults.append(f"{where} {message.type}: {message.text}")

    def _hear_error(self, error: WebError) -> None:
        where = error.page.url if error.page else "?"
        self.faults.append(f"{where} threw {error.error}")
