"""Every problem of a library's worked examples, once the library itself is sound."""

from pathlib import Path

from practice_models.examples.coverage import check_coverage
from practice_models.examples.figures import check_figures
from practice_models.examples.running import run_edition
from practice_models.library import Library
from practice_models.problems import Problem


def check_examples(library: Library, root: Path) -> tuple[Problem, ...]:
    """Every problem that running the worked examples of a library finds, in file order.

    Args:
        library: A library that reading and checking found sound.
        root: The project folder, to find lines and columns in its files.
    """
    reports = []
    for edition in library.editions:
        runs = run_edition(edition)
        reports += [report for run in runs for report in run.reports]
        if all(run.run for run in runs):
            reports += check_coverage(edition, runs)
            reports += check_figures(edition, runs)
    return tuple(sorted({report.placed(root) for report in reports}))
