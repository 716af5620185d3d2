import os
import subprocess
import sys
import threading

import pytest

from build_tools.site import workers
from build_tools.site.workers import can_fork, workers_on

INTERRUPTED_AT_START = """
import os, signal, sys
from concurrent.futures.process import ProcessPoolExecutor
from build_tools.site.workers import workers_on
spawn = ProcessPoolExecutor._spawn_process
def interrupted(self):
    spawn(self)
    os.kill(os.getpid(), signal.SIGINT)
ProcessPoolExecutor._spawn_process = interrupted
try:
    with workers_on(abs, [-1, -2, -3]) as submit:
        submit(-1)
        submit(-2)
except KeyboardInterrupt:
    sys.exit(130)
"""


def where(task: str) -> tuple[str, int]:
    return task, os.getpid()


def test_tasks_are_done_in_other_processes() -> None:
    tasks = [f"task {number}" for number in range(5)]
    with workers_on(where, tasks) as submit:
        done = [submit(task).result() for task in tasks]
    assert [task for task, _ in done] == tasks
    assert os.getpid() not in {process for _, process in done}


def test_a_process_with_threads_is_not_copied() -> None:
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert not can_fork()
        with workers_on(abs, [-1, -2]) as submit:
            assert submit(-2).result() == 2
    finally:
        end.set()
        thread.join()


def test_a_build_interrupted_while_its_processes_start_ends() -> None:
    run = subprocess.run([sys.executable, "-c", INTERRUPTED_AT_START], timeout=20, check=False)
    assert run.returncode == 130


def test_there_are_no_more_processes_than_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    class Pool:
        def __init__(self, most: int, *_: object) -> None:
            asked.append(most)

        def __enter__(self) -> "Pool":
            return self

        def shutdown(self, **_: object) -> None:
            pass

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(workers, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    for number in (3, 20):
        with workers_on(abs, list(range(number))):
            pass
    assert asked == [3, 8]
