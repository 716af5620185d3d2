"""Runs worked examples: one, or all of a library, with every difference as a report at its place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from practice_models.examples.assessment import score
from practice_models.examples.calculation import calculate
from practice_models.examples.comparison import compare
from practice_models.examples.expectations import differences
from practice_models.examples.pathway import follow
from practice_models.examples.plan import hold_plan
from practice_models.examples.rules import rule_texts
from practice_models.examples.working import CaseError, Run
from practice_models.library import Edition, Library
from practice_models.reading.documents import Report
from practice_models.vocabulary.example import Case, WorkedExample

WORKERS: Mapping[str, Callable[[Any, Edition], Run]] = MappingProxyType(
    {"assessment": score, "pathway": follow, "plan": hold_plan, "calculation": calculate, "comparison": compare}
)
"""What works each kind of example out; all have the same signature."""


@dataclass(frozen=True, slots=True)
class ExampleRun:
    """A worked example of an edition, run."""

    edition: Edition
    example: WorkedExample
    run: Run | None
    """What came out; None where the case cannot be worked out."""
    reports: tuple[Report, ...]
    """What is wrong with the example, or differs from what it expects."""


def run_case(kind: str, case: Case, edition: Edition) -> Run:
    """Work a case out.

    Args:
        kind: One of the keys of `WORKERS`.
        case: What goes in.
        edition: The edition whose rules are applied.

    Raises:
        CaseError: Where the case cannot be worked out.
    """
    return WORKERS[kind](case, edition)


def run_example(example: WorkedExample, edition: Edition) -> ExampleRun:
    """Run a worked example and lay the result beside what it expects."""
    origin = edition.origins["example", example.id].at(example.case_field)
    try:
        run = run_case(example.case_field, example.case, edition)
    except CaseError as error:
        reports = tuple(Report(origin.at(*fault.path), fault.code, fault.message) for fault in error.faults)
        return ExampleRun(edition, example, None, reports)
    return ExampleRun(edition, example, run, tuple(_compare(example, run, edition)))


def _compare(example: WorkedExample, run: Run, edition: Edition) -> Iterator[Report]:
    origin = edition.origins["example", example.id].at(example.case_field)
    if example.case.expect is None:
        message = f"the example '{example.id}' does not say what must come out; 'practice examples --accept' writes it for you to read"
        yield Report(origin, "PG855", message)
        return
    for difference in differences(example.case.expect, run, rule_texts(edition)):
        yield Report(origin.at("expect", *difference.path), "PG856" if difference.rule else "PG855", difference.message)


@lru_cache(maxsize=64)
def run_edition(edition: Edition) -> tuple[ExampleRun, ...]:
    """Every worked example of an edition, run, in the author's order; run once for all who ask."""
    return tuple(run_example(example, edition) for example in edition.examples)


def run_library(library: Library) -> tuple[ExampleRun, ...]:
    """Every worked example of a library, run."""
    return tuple(run for edition in library.editions for run in run_edition(edition))
