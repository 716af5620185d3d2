"""The Chromium that the browser tests use. `python -m tests.browser.chromium` installs one where there is none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

VARIABLE = "CHROMIUM"
"""The environment variable that names the browser to use, as a path or as a command."""
COMMANDS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

Command = Sequence[str]
Find = Callable[[], Path | None]
Run = Callable[[Command], bool]


def find_chromium() -> Path | None:
    """The browser that the environment names, or the first one that this machine has and that starts."""
    named = os.environ.get(VARIABLE)
    candidates = [named] if named else _candidates()
    return next((path for each in candidates if (path := _executable(each)) and _starts(path)), None)


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


def _executable(name: str) -> Path | None:
    found = shutil.which(name)
    return Path(found) if found else None


def _starts(path: Path) -> bool:
    """Whether a browser runs at all: on some systems the command only says what to install."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def ways_to_install(*, is_root: bool, has_apt: bool, python: str = sys.executable) -> Iterator[tuple[str, Sequence[Command]]]:
    """Ways to install Chromium on a machine, best first: what each is, and its commands.

    Args:
        is_root: Whether system packages may be installed.
        has_apt: Whether it is a Debian-like system.
        python: The interpreter that has Playwright.
    """
    if is_root and has_apt:
        yield "apt-get", (("apt-get", "update", "-qq"), ("apt-get", "install", "-qq", "--yes", "--no-install-recommends", "chromium"))
    needs = ("--with-deps",) if is_root and has_apt else ()
    yield "Playwright", ((python, "-m", "playwright", "install", *needs, "chromium"),)


def install_chromium(ways: Iterator[tuple[str, Sequence[Command]]], run: Run, find: Find) -> Path | None:
    """The browser that the first successful way installed, or None where every way failed."""
    for name, commands in ways:
        print(f"Chromium: installing it with {name}", flush=True)
        if all(run(command) for command in commands) and (found := find()):
            return found
        print(f"Chromium: {name} did not give one that starts", flush=True)
    return None


def run_command(command: Command, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a command ended well; what it says is shown."""
    print(f"$ {' '.join(command)}", flush=True)
    try:
        return subprocess.run(command, env={**environment, "DEBIAN_FRONTEND": "noninteractive"}, check=False).returncode == 0
    except OSError as error:
        print(f"Chromium: {error}", flush=True)
        return False


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
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        ways = ways_to_install(is_root=is_root, has_apt=shutil.which("apt-get") is not None)
        found = install_chromium(ways, run_command, find_chromium)
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
