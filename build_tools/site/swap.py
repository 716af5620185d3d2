"""The new site put in the place of the old one in one step, so that nobody ever sees half of either."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

_HERE = -100
"""AT_FDCWD: paths are relative to the working directory."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS are the same number."""


def next_folder(site: Path) -> Path:
    """Where the next site is put together: beside the site, so that a rename can bring it in."""
    return site.with_name(f"{site.name}.next")


def swap_in(site: Path) -> None:
    """Put the next site in the place of the site, and remove the old one."""
    new = next_folder(site)
    if not site.exists():
        new.rename(site)
        return
    if _exchange(new, site):
        shutil.rmtree(new)
        return
    old = _set_aside(site)
    site.rename(old)
    new.rename(site)
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
