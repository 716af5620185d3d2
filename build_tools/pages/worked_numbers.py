"""What the page of a worked example shows of numbers: calculations, and comparisons of people with others like them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from build_tools.pages.writer import Writer
from practice_models.evaluation import METHODS
from practice_models.evaluation.methods import Shown, show_number
from practice_models.evaluation.rounding import rounded
from practice_models.evaluation.wording import name_in_words
from practice_models.examples import Run, method_of
from practice_models.examples.comparison import DIFFERENCES
from practice_models.library import Edition
from practice_models.vocabulary.example import CalculationCase, ComparisonCase, PersonRow
from practice_models.vocabulary.results import CalculationResult, ComparisonResult

PEOPLE = "people.csv"
"""The file that holds the made-up people of a comparison, beside its page."""


def calculation_view(edition: Edition, case: CalculationCase, run: Run, writer: Writer) -> dict[str, Any]:
    """What the template of a calculation needs."""
    method = METHODS[case.method]
    given = {each.name: each.value for each in case.inputs}
    values = method.complete(given)
    inputs = [(method.inputs[name], value) for name, value in values.items() if name in given]
    taken = [f"{method.inputs[name].means} ({value:,f})" for name, value in values.items() if name not in given]
    return {"inputs": inputs, "taken": taken, "result": run.result, "method": method, "may_say": run.may_say, "name_of": number_name}


def calculation_gist(result: CalculationResult, may_say: str) -> Iterator[str]:
    """What came out of a calculation, in plain text."""
    method = method_of(result)
    for number in result.numbers:
        yield f"{number_name(number.name)}: {method.show(number)}."
    yield may_say


@dataclass(frozen=True, slots=True)
class GroupMean:
    """What is known of the people of both groups on average, before anybody is matched."""

    title: str
    service: str
    others: str


def comparison_view(edition: Edition, case: ComparisonCase, run: Run, writer: Writer) -> dict[str, Any]:
    """What the template of a comparison needs."""
    result = run.result
    assert isinstance(result, ComparisonResult)  # noqa: S101 - as its kind says
    means = [GroupMean(each.title, _mean(case.service, column), _mean(case.others, column)) for column, each in enumerate(case.covariates)]
    return {
        "case": case,
        "means": means,
        "happened": [sum(int(row[-1]) for row in rows) for rows in (case.service, case.others)],
        "result": result,
        "name_of": number_name,
        "shown": shown_number,
        "says": result.rules[0].says,
        "may_say": run.may_say,
        "people": PEOPLE,
    }


def _mean(rows: Sequence[PersonRow], column: int) -> str:
    return f"{rounded(fmean(float(row[column]) for row in rows)):,f}"


def comparison_gist(result: ComparisonResult, may_say: str) -> Iterator[str]:
    """What came out of a comparison, in plain text."""
    alike = sum(each.alike for each in result.balance)
    yield f"Pairs: {result.pairs}; nobody alike was found for {result.unmatched}."
    yield f"Alike after matching: {alike} of the {len(result.balance)} things that they were matched on."
    for number in result.numbers:
        if number.name in DIFFERENCES:
            yield f"{number_name(number.name)}: {shown_number(number)}."
    yield may_say


def shown_number(number: Shown) -> str:
    """A number with its interval, with true minus signs."""
    return show_number(number).replace("-", "\N{MINUS SIGN}")


def number_name(name: str) -> str:
    """A number's name as readers see it."""
    return name_in_words(name).capitalize()
