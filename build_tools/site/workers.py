"""Processes that build volumes, and end with the process that started them."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

_LOOK = 0.5
"""How often a worker looks whether the build that it works for is still there, in seconds."""
_given: Sequence[Any] = ()
"""The tasks of this worker's build."""


def can_fork() -> bool:
    """Whether a process can be copied as it stands, with all that it has loaded: not where threads hold locks."""
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def workers_on(function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Callable[[Task], Future[Result]]]:
    """Start processes for some tasks, at most one a processor, and give what submits one of the tasks to them.

    All tasks reach a worker when it starts, once: a copied process has them already.

    Args:
        function: What is to be done with a task.
        tasks: All tasks that there will be.
    """
    context = multiprocessing.get_context("fork" if can_fork() else "spawn")
    places = {id(task): place for place, task in enumerate(tasks)}
    with ProcessPoolExecutor(min(len(tasks), os.cpu_count() or 1), context, _begin, (os.getpid(), tasks)) as pool:

        def submit(task: Task) -> Future[Result]:
            with _uninterrupted():
                return pool.submit(_work, function, places[id(task)])

        try:
            yield submit
        finally:
            pool.shutdown(cancel_futures=True)  # the pool takes tasks back itself: taken from it, they make it fail when it is broken


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put an interruption off: a pool that is interrupted while it starts its processes waits for them for ever."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(function: Callable[[Task], Result], place: int) -> Result:
    return function(_given[place])


def _begin(parent: int, given: Sequence[Any]) -> None:
    """Take the tasks; die at once when interrupted, and soon after the parent is gone: it may have been killed."""
    global _given  # noqa: PLW0603  a worker has no other place to keep what it starts with
    _given = given
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)
