"""Programs that the tests need and that pip does not have: found on the machine, or installed with its own packages."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

Command = Sequence[str]
Way = tuple[str, Sequence[Command]]
"""A way to install something: what it is called, and its commands."""
Find = Callable[[], Path | None]
Run = Callable[[Command], bool]


def executable(name: str) -> Path | None:
    """Where a command is, by its name or its path."""
    found = shutil.which(name)
    return Path(found) if found else None


def starts(path: Path, asking: str) -> bool:
    """Whether a program runs at all: on some systems the command only says what to install.

    Args:
        path: The program.
        asking: The option with which it tells its version.
    """
    try:
        return subprocess.run([path, asking], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def apt_get(package: str) -> Way:
    """The way of Debian and its like, for root."""
    return "apt-get", (("apt-get", "update", "-qq"), ("apt-get", "install", "-qq", "--yes", "--no-install-recommends", package))


def is_root() -> bool:
    """Whether system packages may be installed."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def has_apt() -> bool:
    """Whether this is Debian or its like."""
    return shutil.which("apt-get") is not None


def install(name: str, ways: Iterable[Way], run: Run, find: Find) -> Path | None:
    """The program that the first successful way installed, or None where every way failed.

    Args:
        name: What the program is called.
        ways: The ways, best first.
        run: Runs a command and tells whether it ended well.
        find: Finds the program.
    """
    for way, commands in ways:
        print(f"{name}: installing it with {way}", flush=True)
        if all(run(command) for command in commands) and (found := find()):
            return found
        print(f"{name}: {way} did not give one that starts", flush=True)
    return None


def run_command(command: Command, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a command ended well; what it says is shown."""
    print(f"$ {' '.join(command)}", flush=True)
    try:
        return subprocess.run(command, env={**environment, "DEBIAN_FRONTEND": "noninteractive"}, check=False).returncode == 0
    except OSError as error:
        print(error, flush=True)
        return False
