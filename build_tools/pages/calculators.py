"""Calculators: the page that lists them, and a page for each, in which readers work out a method with their own numbers.

Labels, limits and messages are the method's: the page hands them to the script, which has no words of its own for them.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from build_tools.pages.calculator_data import asked_of, data_for_script, is_yes_or_no
from build_tools.pages.plans import PagePlan
from build_tools.pages.worked import Short, short_of
from build_tools.pages.writer import Writer
from practice_models.evaluation import METHODS, Input
from practice_models.library import Edition
from practice_models.vocabulary.calculator import Calculator
from practice_models.vocabulary.example import CalculationCase, WorkedExample

_NAV = "Calculators"


@dataclass(frozen=True, slots=True)
class Field:
    """An input as readers fill it in."""

    name: str
    label: str
    range: str
    """What is allowed, in words: `A whole number from 0 to 1,000,000`; nothing for a box to tick."""
    whole: bool
    about: str = ""
    """What it is and what to try, in the author's words, for an input that may be left empty."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A worked example on the page of a calculator."""

    short: Short
    numbers: str
    """Its inputs as they stand in an address: `before=40&fall=5`; nothing where the page does not ask for all of them."""


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """The list of calculators, and a page for each, in the author's order."""
    if not edition.calculators:
        return
    yield PagePlan(
        uri="calculators/index.md",
        title=_NAV,
        kind="calculators",
        summary="Put your own numbers in, and see what may be said of them.",
        context=partial(_list_context, edition),
        nav=(_NAV,),
        nav_title="All calculators",
    )
    for calculator in edition.calculators:
        yield PagePlan(
            uri=f"calculators/{calculator.id}.md",
            title=calculator.title,
            kind="calculator",
            summary=calculator.question,
            context=partial(_context, edition, calculator),
            words=(calculator,),
            origin=edition.origins["calculator", calculator.id],
            nav=(_NAV,),
        )


def _list_context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    return {"calculators": edition.calculators}


def _context(edition: Edition, calculator: Calculator, writer: Writer) -> Mapping[str, Any]:
    method, more = METHODS[calculator.method], _more_of(calculator)
    worked = [(example, case) for example in edition.examples if (case := _case_of(example, calculator))]
    numbers = _numbers(worked[0][1]) if worked else {}
    return {
        "calculator": calculator,
        "method": method,
        "fields": [_field(name, wanted) for name, wanted in asked_of(method).items()],
        "more": [_field(name, method.inputs[name], about) for name, about in more.items()],
        "data": json.dumps(data_for_script(calculator.method, more), ensure_ascii=False),
        "examples": [Ready(short_of(edition, example, writer), _to_put_in(case, more)) for example, case in worked],
        "command": command_of(calculator.method, numbers),
        "more_command": command_of(calculator.method, {**dict.fromkeys(more, "NUMBER"), **numbers}) if more else (),
    }


def _more_of(calculator: Calculator) -> Mapping[str, str]:
    """What is told of each input that may be left empty."""
    return {field.input: field.about for field in calculator.more.fields} if calculator.more else {}


def _field(name: str, wanted: Input, about: str = "") -> Field:
    if is_yes_or_no(wanted):
        return Field(name, _sentence(wanted.means.partition(":")[0]), "", wanted.whole)
    empty = "" if wanted.default is None else f"; taken as {wanted.default:,f} if you leave it empty"
    return Field(name, _sentence(wanted.means), _sentence(f"{wanted.allowed}{empty}"), wanted.whole, about)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _case_of(example: WorkedExample, calculator: Calculator) -> CalculationCase | None:
    case = example.calculation
    return case if case is not None and case.method == calculator.method else None


def _numbers(case: CalculationCase) -> dict[str, str]:
    return {given.name: f"{given.value:f}" for given in case.inputs}


def _to_put_in(case: CalculationCase, more: Collection[str]) -> str:
    numbers = _numbers(case)
    return urlencode(numbers) if numbers.keys() <= asked_of(METHODS[case.method], more).keys() else ""


def command_of(method: str, numbers: Mapping[str, str]) -> tuple[str, ...]:
    """The command that works a method out, in pieces that belong on one line.

    Args:
        method: The method's name.
        numbers: The inputs by name; what is missing stands as `NUMBER`.
    """
    asked = (name for name, wanted in METHODS[method].inputs.items() if wanted.needed or name in numbers)
    return (f"practice evaluate {method}", *(f"--{name} {numbers.get(name, 'NUMBER')}" for name in asked))
