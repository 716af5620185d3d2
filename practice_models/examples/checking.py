"""Every problem of worked examples, once the definitions themselves are sound."""

from pathlib import Path

from practice_models.examples.coverage import check_coverage
from practice_models.examples.figures import check_figures
from practice_models.examples.running import run_edition
from practice_models.library import Edition, Library
from practice_models.problems import Problem


def check_examples(library: Library, root: Path) -> tuple[Problem, ...]:
    """Every problem that running the worked examples of a library finds, in file order.

    Args:
        library: A library that reading and checking found sound.
        root: The project folder, to find lines and columns in its files.
    """
    return tuple(sorted({problem for edition in library.editions for problem in check_edition_examples(edition, root)}))


def check_edition_examples(edition: Edition, root: Path) -> tuple[Problem, ...]:
    """Every problem that running the worked examples of one edition finds, in file order; no other edition bears on them.

    Args:
        edition: An edition of a library that reading and checking found sound.
        root: The project folder, to find lines and columns in its files.
    """
    runs = run_edition(edition)
    reports = [report for run in runs for report in run.reports]
    if all(run.run for run in runs):
        reports += check_coverage(edition, runs)
        reports += check_figures(edition, runs)
    return tuple(sorted({report.placed(root) for report in reports}))
