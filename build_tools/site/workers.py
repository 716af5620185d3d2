"""Processes that build volumes, and end with the process that started them."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager

_LOOK = 0.5
"""How often a worker looks whether the build that it works for is still there, in seconds."""


def can_fork() -> bool:
    """Whether a process can be copied as it stands, with all that it has loaded: not where threads hold locks."""
    return sys.platform == "linux" and threading.active_count() == 1


def start_workers(most: int) -> AbstractContextManager[Executor]:
    """Processes to build volumes in, at most one a processor.

    Args:
        most: How many would have something to do.
    """
    context = multiprocessing.get_context("fork" if can_fork() else "spawn")
    return ProcessPoolExecutor(min(most, os.cpu_count() or 1), context, _begin, (os.getpid(),))


def _begin(parent: int) -> None:
    """Die at once when interrupted, and soon after the parent is gone: it may have been killed."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)
