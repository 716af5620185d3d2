"""The Chromium that the browser tests use. `python -m tests.browser.chromium` installs one where there is none."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests.installing import Way, apt_get, executable, has_apt, install, is_root, run_command, starts

VARIABLE = "CHROMIUM"
"""The environment variable that names the browser to use, as a path or as a command."""
COMMANDS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def find_chromium() -> Path | None:
    """The browser that the environment names, or the first one that this machine has and that starts."""
    named = os.environ.get(VARIABLE)
    candidates = [named] if named else _candidates()
    return next((path for each in candidates if (path := executable(each)) and starts(path, "--version")), None)


def _candidates() -> Iterator[str]:
    yield from COMMANDS
    yield from APPLICATIONS
    yield from _playwright_browsers()


def _playwright_browsers() -> Iterator[str]:
    """Where Playwright would put a Chromium of its own; asked last, for asking takes half a second."""
    try:
        with sync_playwright() as playwright:
            yield playwright.chromium.executable_path
    except Error:
        return


def ways_to_install(*, as_root: bool, with_apt: bool, python: str = sys.executable) -> Iterator[Way]:
    """Ways to install Chromium on a machine, best first.

    Args:
        as_root: Whether system packages may be installed.
        with_apt: Whether it is Debian or its like.
        python: The interpreter that has Playwright.
    """
    if as_root and with_apt:
        yield apt_get("chromium")
    needs = ("--with-deps",) if as_root and with_apt else ()
    yield "Playwright", ((python, "-m", "playwright", "install", *needs, "chromium"),)


def main() -> int:
    """Find a Chromium, or install one.

    Returns:
        The exit code: 1 where the browser tests have nothing to run in.
    """
    found = find_chromium()
    if found is None and VARIABLE in os.environ:
        print(f"Chromium: {VARIABLE} is {os.environ[VARIABLE]!r}, and no browser starts there; put it right or unset it", file=sys.stderr)
        return 1
    if found is None:
        found = install("Chromium", ways_to_install(as_root=is_root(), with_apt=has_apt()), run_command, find_chromium)
    if found is None:
        print(
            f"Chromium: there is none, and it could not be installed. Install Chromium or Chrome, or name one: {VARIABLE}=/path make test",
            file=sys.stderr,
        )
        return 1
    print(f"Chromium: {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
