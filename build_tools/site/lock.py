"""One build of a project at a time: a lock that ends with the process that holds it, however that ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from build_tools.site.progress import Progress

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes], *, wait: bool) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes], *, wait: bool) -> None:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


WAITING = "Waiting for another build"


@contextmanager
def hold_lock(cache: Path, progress: Progress) -> Iterator[None]:
    """Keep other builds of the same project waiting meanwhile.

    Args:
        cache: The project's cache folder, in which the lock lies.
        progress: Hears where another build has to be waited for.
    """
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("ab") as file:
        try:
            _take(file, wait=False)
        except OSError:
            progress.started(WAITING, 0)
            _take(file, wait=True)
            progress.finished(WAITING)
        yield
