"""Running worked examples: many of them on one core, without pictures and with them, in seconds of processor time."""

import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from build_tools.pages.worked_pictures import draw_result
from practice_models.examples import run_example
from practice_models.library import Edition
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.example import WorkedExample

ROOT = Path(__file__).parent.parent.parent
MANY = 2_000


def run() -> Iterator[str]:
    """The benchmark's lines: how many, seconds, milliseconds each, ratio."""
    library = read_folder(ROOT / "practice_models" / "definitions", ROOT).library
    own = [(edition, example) for edition in library.editions for example in edition.examples]
    yield f"Running worked examples (processor seconds, one core): {MANY:,} runs of our own {len(own)}"
    for edition, example in own:
        run_example(example, edition)  # so that holidays and rules are known, as on a build they soon are
    plain = _seconds(own, run_example)
    drawn = _seconds(own, _run_and_draw)
    yield f"{'without pictures':>18} {plain:>8.2f} {1000 * plain / MANY:>8.2f} ms each"
    yield f"{'with pictures':>18} {drawn:>8.2f} {1000 * drawn / MANY:>8.2f} ms each {drawn / plain:>8.1f} times as long"


def _run_and_draw(example: WorkedExample, edition: Edition) -> None:
    run = run_example(example, edition).run
    if run is not None:
        draw_result(edition, example.case, run.result)


def _seconds(own: list[tuple[Edition, WorkedExample]], work: Callable[[WorkedExample, Edition], object]) -> float:
    start = time.process_time()
    for edition, example in islice(cycle(own), MANY):
        work(example, edition)
    return time.process_time() - start
