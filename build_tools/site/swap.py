"""The new site put in the place of the old one in one step, so that nobody ever sees half of either."""

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

_HERE = -100
"""AT_FDCWD: paths are relative to the working directory."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS are the same number."""


def next_folder(site: Path) -> Path:
    """Where the next site is put together: beside the site, so that a rename can bring it in."""
    return site.with_name(f"{site.name}.next")


def begin(site: Path, spare: Path) -> Path:
    """The folder of the next site, which does not exist yet or holds an older site.

    Args:
        site: The site.
        spare: Where `swap_in` has put an older site by.
    """
    new = next_folder(site)
    with suppress(OSError):  # there is none, or it lies on another disk
        spare.rename(new)
    return new


def swap_in(site: Path, spare: Path) -> None:
    """Put the next site in the place of the site, and put the old one by.

    Args:
        site: The site.
        spare: Where the old site goes, in the place of an older one; on another disk it would only take room.
    """
    new = next_folder(site)
    if not site.exists():
        new.rename(site)
    elif _exchange(new, site):
        _put_by(new, spare)
    else:
        old = _set_aside(site)
        site.rename(old)
        new.rename(site)
        _put_by(old, spare)


def _put_by(old: Path, spare: Path) -> None:
    if spare.exists():
        shutil.rmtree(spare)
    try:
        old.rename(spare)
    except OSError:
        shutil.rmtree(old)


def recover(site: Path) -> None:
    """Undo what an interrupted build has left beside a site: only whole sites stay, under their own name."""
    old = _set_aside(site)
    if old.exists() and not site.exists():
        old.rename(site)
    for folder in (old, next_folder(site)):
        if folder.exists():
            shutil.rmtree(folder)


def _set_aside(site: Path) -> Path:
    """Where the old site stands for a moment on systems that cannot exchange two folders."""
    return site.with_name(f"{site.name}.next-old")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    if sys.platform == "win32":
        return False
    system = ctypes.CDLL(None)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(system, "renameat2"):
        return bool(system.renameat2(_HERE, first, _HERE, second, _EXCHANGE) == 0)
    if hasattr(system, "renamex_np"):
        return bool(system.renamex_np(first, second, _EXCHANGE) == 0)
    return False
