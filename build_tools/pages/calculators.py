"""Calculators: the page that lists them, and a page for each, in which readers work out a method with their own numbers.

Labels, limits and messages are the method's: the page hands them to the script, which has no words of its own for them.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any
from urllib.parse import urlencode

from build_tools.pages.plans import PagePlan
from build_tools.pages.worked import Short, short_of
from build_tools.pages.writer import Writer
from practice_models.evaluation import METHODS, Input, Method
from practice_models.library import Edition
from practice_models.vocabulary.calculator import Calculator
from practice_models.vocabulary.example import CalculationCase, WorkedExample

_NAV = "Calculators"
_STAND_INS = {"{value}": Decimal(111), "{low}": Decimal(222), "{high}": Decimal(333)}
"""Numbers that a method is asked to write a sentence about, so that a page can put others in their place."""


@dataclass(frozen=True, slots=True)
class Field:
    """An input as readers fill it in."""

    name: str
    label: str
    range: str
    """What is allowed, in words: `a whole number from 0 to 1,000,000`."""
    whole: bool


@dataclass(frozen=True, slots=True)
class Ready:
    """A worked example whose numbers can be put into a calculator."""

    short: Short
    numbers: str
    """Its inputs as they stand in an address: `before=40&fall=5`."""


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
    method = METHODS[calculator.method]
    worked = [(example, case) for example in edition.examples if (case := _case_of(example, calculator))]
    return {
        "calculator": calculator,
        "method": method,
        "fields": [Field(name, wanted.means, _range(wanted), wanted.whole) for name, wanted in _asked(method).items()],
        "data": json.dumps(_for_script(calculator.method, method), ensure_ascii=False),
        "examples": [Ready(short_of(edition, example, writer), urlencode(_numbers(case))) for example, case in worked],
        "command": command_of(calculator.method, _numbers(worked[0][1]) if worked else {}),
    }


def _case_of(example: WorkedExample, calculator: Calculator) -> CalculationCase | None:
    case = example.calculation
    return case if case is not None and case.method == calculator.method else None


def _numbers(case: CalculationCase) -> dict[str, str]:
    return {given.name: f"{given.value:f}" for given in case.inputs}


def command_of(method: str, numbers: Mapping[str, str]) -> tuple[str, ...]:
    """The command that works a method out, in pieces that belong on one line.

    Args:
        method: The method's name.
        numbers: The inputs by name; what is missing stands as `NUMBER`.
    """
    return (f"practice evaluate {method}", *(f"--{name} {numbers.get(name, 'NUMBER')}" for name in _asked(METHODS[method])))


def _asked(method: Method) -> Mapping[str, Input]:
    """The inputs that a reader fills in; what has a default keeps it, so that a page asks no more than it must."""
    return {name: wanted for name, wanted in method.inputs.items() if wanted.default is None}


def _range(wanted: Input) -> str:
    within = wanted.why_not(wanted.high + 1).removeprefix("expected ")
    return f"a whole number {within}" if wanted.whole else within


def _for_script(name: str, method: Method) -> dict[str, Any]:
    """A method as the page's script needs it: limits as they are, and sentences as Python writes them."""
    return {
        "name": name,
        "inputs": {given: _limits(wanted) for given, wanted in _asked(method).items()},
        "pairs": [
            {"part": part, "whole": whole, "equal": equal, "says": _clash(method, part, whole)}
            for pairs, equal in ((method.at_most, True), (method.below, False))
            for part, whole in pairs
        ],
        "labels": {number: list(words) for number, words in method.labels.items()},
        "shown": _with_gaps(method.show("", *_STAND_INS.values())),
    }


def _limits(wanted: Input) -> dict[str, Any]:
    return {
        "low": f"{wanted.low:f}",
        "high": f"{wanted.high:f}",
        "whole": wanted.whole,
        "open": wanted.open_ends,
        "says": {"range": wanted.why_not(wanted.high + 1), "whole": wanted.why_not(wanted.low + Decimal("0.5")) if wanted.whole else ""},
    }


def _clash(method: Method, part: str, whole: str) -> str:
    """What is said of an input that does not go with another one, with a gap for the other one's value."""
    value = _STAND_INS["{value}"]
    return _with_gaps(next(why for _, why in method.why_not({part: value + 1, whole: value})))


def _with_gaps(text: str) -> str:
    """A sentence about the stand-ins, with the names of what belongs in their place."""
    for gap, stand_in in _STAND_INS.items():
        text = text.replace(str(stand_in), gap)
    return text
