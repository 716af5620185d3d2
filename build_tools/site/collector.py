"""Garbage collection put off: looking for garbage takes a tenth of a build's time, and a build makes little."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """Let garbage lie meanwhile; afterwards it is looked for as before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
