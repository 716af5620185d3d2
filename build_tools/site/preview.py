"""What `mkdocs serve` needs so that its pages reload under our content security policy."""

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_POLICY = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content="[^"]*\bscript-src)\b')
_OPEN, _CLOSE = b"<script>", b"</script>"


def allow_reloading(application: "WSGIApplication") -> "WSGIApplication":
    """The same web application, whose pages allow the one inline script that the server adds to them.

    The pages on disk stay strict: the script is allowed by its digest, in what is sent alone.
    """

    def serve(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        answer: list[Any] = []

        def hold(status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
            answer[:] = [status, headers]
            return answer.append

        body = application(environ, hold)
        status, headers = answer
        if dict(headers).get("Content-Type", "").startswith("text/html"):
            body = [allow_last_script(b"".join(body))]
            headers = [(name, str(len(body[0])) if name == "Content-Length" else value) for name, value in headers]
        start_response(status, headers)
        return body

    return serve


def allow_last_script(page: bytes) -> bytes:
    """A page whose policy allows its last inline script by the digest of its text."""
    start, end = page.rfind(_OPEN), page.rfind(_CLOSE)
    if start < 0 or end < start:
        return page
    digest = base64.b64encode(hashlib.sha256(page[start + len(_OPEN) : end]).digest())
    return _POLICY.sub(rb"\1 'sha256-" + digest + rb"'", page, count=1)
