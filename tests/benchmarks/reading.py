"""Reading and checking a large library: the first time, and again from the cache, in seconds of processor time."""

import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from practice_models.checking import check_library
from practice_models.reading.cache import ReadingCache
from practice_models.reading.folders import read_folder
from tests.benchmarks.large_library import write_large_library


def run() -> Iterator[str]:
    """The benchmark's lines: sizes, seconds, ratios, memory."""
    with tempfile.TemporaryDirectory() as folder:
        yield "Reading and checking (processor seconds, one core)"
        yield f"{'editions':>10} {'elements':>10} {'MB':>6} {'first':>8} {'again':>8} {'first/again':>12} {'peak MB':>8}"
        for editions in (10, 25, 50, 100):
            yield _measure(Path(folder) / str(editions), editions)


def _measure(root: Path, editions: int) -> str:
    size = write_large_library(root, editions)
    cache = ReadingCache(root / ".cache")
    first, elements = _read(root, cache)
    again, _ = _read(root, cache)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{editions:>10} {elements:>10,} {size / 1e6:>6.1f} {first:>8.2f} {again:>8.2f} {first / again:>12.1f} {peak:>8.0f}"


def _read(root: Path, cache: ReadingCache) -> tuple[float, int]:
    start = time.process_time()
    result = read_folder(root, root, cache)
    problems = (*result.problems, *check_library(result.library, root, result.broken))
    seconds = time.process_time() - start
    if problems:
        raise AssertionError(f"the large library is not sound: {problems[0]}")
    return seconds, sum(1 for edition in result.library.editions for _ in edition.elements())
