"""The Java that ODK Validate runs on. `python -m tests.build_tools.exports.java` installs one where that is easy."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pyxform.validators.odk_validate import ODK_VALIDATE_PATH

from tests.installing import Way, apt_get, executable, has_apt, install, is_root, run_command, starts

PACKAGE = "default-jre-headless"
WITHOUT_JAVA = "there is no Java here, which ODK Validate needs; with it, more is tested"


def find_java() -> Path | None:
    """The Java of `JAVA_HOME`, or the one on the path, if it starts: on some systems the command only says what to install."""
    home = os.environ.get("JAVA_HOME")
    candidates = [str(Path(home, "bin", "java"))] if home else []
    return next((path for each in (*candidates, "java") if (path := executable(each)) and starts(path, "-version")), None)


def ways_to_install(*, as_root: bool, with_apt: bool) -> Iterator[Way]:
    """The way of Debian and its like, for root; elsewhere there is none, and the tests that need Java are passed over."""
    if as_root and with_apt:
        yield apt_get(PACKAGE)


def validate_forms(forms: Sequence[Path]) -> str:
    """What ODK Validate has to say against some XForms; nothing where it passes all of them.

    Args:
        forms: Files in a folder that holds nothing else.
    """
    java = find_java()
    assert java is not None
    command = [java, "-Djava.awt.headless=true", "-jar", ODK_VALIDATE_PATH, *forms]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    return done.stderr if done.returncode == 0 else f"{done.stdout}\n{done.stderr}"


def main() -> int:
    """Find a Java, or install one where that is easy; without one nothing fails, for only one test needs it."""
    found = find_java() or install("Java", ways_to_install(as_root=is_root(), with_apt=has_apt()), run_command, find_java)
    print(f"Java: {found or WITHOUT_JAVA}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
