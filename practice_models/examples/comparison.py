"""Compares people of a service with others like them, a row a person."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from practice_models.evaluation import Balance, Estimate, MatchedComparison, compare_matched
from practice_models.evaluation.rounding import points, rounded
from practice_models.examples.working import Run, Working
from practice_models.keeping import kept
from practice_models.library import Edition
from practice_models.reading.yaml_text import Path
from practice_models.vocabulary.example import ComparisonCase, PersonRow
from practice_models.vocabulary.results import BalanceResult, ComparisonResult, NumberResult, RuleUsed

METHOD = "matched-comparison"
SAYS = "Pairs of people nearest in propensity score, nobody used twice; 95% interval of the paired differences"

DIFFERENCES = ("difference-before-matching-in-points", "difference-after-matching-in-points")
"""The numbers of which the first would mislead alone."""


def compare(case: ComparisonCase, edition: Edition) -> Run:
    """Pair the people of a service with others like them, and lay the outcomes of the pairs side by side.

    Args:
        case: The people, a row each.
        edition: The edition that the example stands in; the method is the same in all of them.

    Returns:
        How many were paired, how alike the groups are, and their outcomes before matching and after.

    Raises:
        CaseError: Where a row is too short or too long, an outcome is neither 0 nor 1, or the groups cannot be compared.
        EstimationMissingError: Where the extra `estimation` is not installed.
    """
    work = Working(edition)
    for group, rows in (("service", case.service), ("others", case.others)):
        for place, row in enumerate(rows):
            _check_row(work, (group, place), row, case)
    work.stop_on_faults()
    people = (*case.service, *case.others)
    served = [place < len(case.service) for place in range(len(people))]
    covariates = {each.id: [float(row[column]) for row in people] for column, each in enumerate(case.covariates)}
    outcomes = [int(row[-1]) for row in people]
    try:
        found = _matched(covariates, served, outcomes, float(case.caliper))
    except ValueError as error:
        work.fault(("service",), "PG854", f"these groups cannot be matched: {error}")
        work.stop_on_faults()
        raise
    result = ComparisonResult(
        pairs=len(found.pairs),
        unmatched=found.unmatched,
        balance=tuple(
            BalanceResult(covariate=each.covariate, before=rounded(each.before), after=rounded(each.after), alike=each.alike)
            for each in found.balance
        ),
        numbers=numbers_of(found),
        rules=(RuleUsed(rule=f"method:{METHOD}", says=SAYS),),
    )
    return work.finish(result, found.may_say)


def numbers_of(found: MatchedComparison) -> tuple[NumberResult, ...]:
    """The shares and differences of a comparison as readers see them, in percent and in points."""
    return (
        _number("service-in-percent", found.service),
        _number("matched-others-in-percent", found.comparison),
        *map(_number, DIFFERENCES, (found.unmatched_difference, found.difference)),
    )


def _matched(covariates: dict[str, list[float]], served: list[bool], outcomes: list[int], caliper: float) -> MatchedComparison:
    """The comparison, kept where a site is built: the library that fits the scores takes a second to load."""

    def make() -> bytes:
        return json.dumps(asdict(compare_matched(covariates, served, outcomes, caliper))).encode()

    values = json.loads(kept([METHOD, covariates, served, outcomes, caliper], make))
    values |= {name: Estimate(**values[name]) for name in ("service", "comparison", "unmatched_difference", "difference")}
    pairs, balance = tuple(map(tuple, values.pop("pairs"))), tuple(Balance(**each) for each in values.pop("balance"))
    return MatchedComparison(pairs=pairs, balance=balance, **values)


def people_table(case: ComparisonCase) -> Iterator[tuple[str, ...]]:
    """The people of a case as a table: a row of names, then each person's number, group (1 for the service), covariates and outcome."""
    yield ("person", "in-service", *(each.id for each in case.covariates), "outcome")
    people = ((group, row) for group, rows in (("1", case.service), ("0", case.others)) for row in rows)
    for number, (group, row) in enumerate(people, start=1):
        yield (str(number), group, *(f"{value:f}" for value in row))


def _check_row(work: Working, path: Path, row: PersonRow, case: ComparisonCase) -> None:
    wanted = len(case.covariates) + 1
    if len(row) != wanted:
        names = ", ".join(each.id for each in case.covariates)
        work.fault(path, "PG853" if len(row) < wanted else "PG854", f"the row has {len(row)} values; expected {wanted}: {names}, outcome")
    elif row[-1] not in (0, 1):
        work.fault((*path, len(row) - 1), "PG852", f"the outcome is {row[-1]:f}; expected 1 for yes or 0 for no")


def _number(name: str, found: Estimate) -> NumberResult:
    return NumberResult(name=name, value=points(found.value), low=points(found.low), high=points(found.high))
