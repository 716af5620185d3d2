"""What a calculator's script needs of its method: limits as they are, and sentences as Python writes them, with gaps.

The script has no words of its own for a method. Each sentence is asked for with stand-ins, whose places are then left open.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from practice_models.evaluation import (
    METHODS,
    MOST_PLACES,
    Criterion,
    Design,
    DetectableFall,
    Estimate,
    Input,
    Judgement,
    Light,
    Method,
    Number,
    Proportion,
    SampleSize,
)
from practice_models.evaluation.methods import expected_with

Sentences = Mapping[str, str]
"""Sentences by what they are said of, with gaps such as `{low}`."""

_PAIRS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "people-needed": (("fall", "before"),),
    "fall-detectable": (),
    "interval-of-a-proportion": (("events", "people"),),
    "progression": (("events", "people"), ("amend-from", "go-from")),
}
"""The inputs of each method that must not be above another one."""
_ALLOW_FOR_LOSSES = ("fall-detectable",)
"""The methods that ask for people of whom some must be left after the allowances."""
_STAND_IN = Decimal(111)
_TOO_FINE = Decimal(1).scaleb(-MOST_PLACES - 1)


def data_for_script(name: str, more: Collection[str] = ()) -> dict[str, Any]:
    """A method for the script of its page, JSON-shaped.

    Args:
        name: The method's name.
        more: The inputs that the page asks for though they have a default.
    """
    method = METHODS[name]
    return {
        "name": name,
        "inputs": {each: _limits(wanted) for each, wanted in asked_of(method, more).items()},
        "usual": {each: f"{wanted.default:f}" for each, wanted in method.inputs.items() if wanted.default is not None},
        "pairs": [_pair(method, part, whole) for part, whole in _PAIRS[name]],
        "together": [[*pair, expected_with("{other}")] for pair in method.together],
        "enough": _enough(method) if name in _ALLOW_FOR_LOSSES else None,
        "labels": {number: list(words) for number, words in method.labels.items()},
        "shown": _with_gaps(method.show(Number("", Decimal(111), Decimal(222), Decimal(333))), value="111", low="222", high="333"),
        "said": {number: _said(method, number) for number in method.labels},
        "sentences": dict(_SENTENCES[name]()),
    }


def asked_of(method: Method, more: Collection[str] = ()) -> Mapping[str, Input]:
    """The inputs that a reader fills in: what is needed, questions of yes or no, and what `more` names. The rest keeps its default."""
    return {name: wanted for name, wanted in method.inputs.items() if wanted.needed or is_yes_or_no(wanted) or name in more}


def is_yes_or_no(wanted: Input) -> bool:
    """Whether an input is a question of yes, which is 1, or no."""
    return wanted.whole and (wanted.low, wanted.high) == (Decimal(0), Decimal(1))


def _limits(wanted: Input) -> dict[str, Any]:
    return {
        "low": f"{wanted.low:f}",
        "high": f"{wanted.high:f}",
        "whole": wanted.whole,
        "open": wanted.open_ends,
        "needed": wanted.needed,
        "places": MOST_PLACES,
        "says": {
            "range": wanted.why_not(wanted.high + 1),
            "whole": wanted.why_not(wanted.low + Decimal("0.5")),
            "places": wanted.why_not(wanted.low + _TOO_FINE),
        },
    }


def _said(method: Method, number: str) -> dict[str, str]:
    """How a number that stands for words is shown: with an interval that reaches other words, and with one that does not."""
    gaps = replace(method, labels={number: ("{value}", "{low}", "{high}")})
    value, low, high = map(Decimal, range(3))
    return {
        "reaching": gaps.show(Number(number, value, low, high)),
        "agreed": gaps.show(Number(number, value, value, value)),
    }


def _pair(method: Method, part: str, whole: str) -> dict[str, Any]:
    """How an input goes with the one that it must not be above, and what is said where it does not."""
    alike = dict.fromkeys(method.inputs, _STAND_IN)
    above = dict(method.clashes({**alike, part: _STAND_IN + 1}))
    equal = part not in dict(method.clashes(alike))
    return {"part": part, "whole": whole, "equal": equal, "says": _with_gaps(above[part], value=str(_STAND_IN))}


def _enough(method: Method) -> str:
    """What is said where too few people are left: with these stand-ins it would take 555."""
    given = {"before": Decimal(44), "people": Decimal(2), "people-per-worker": Decimal("277.5"), "likeness": Decimal(1)}
    return _with_gaps(dict(method.clashes(method.complete(given)))["people"], least="555")


def _people_needed() -> Sentences:
    alike, lost = {"people_per_worker": 2.0, "likeness": 0.5}, {"lost": 0.5}
    designs = {"found": Design(), "alike": Design(**alike), "lost": Design(**lost), "both": Design(**alike, **lost)}
    numbers = {"before": "44", "after": "33", "service": "555", "comparison": "777"}
    return {
        name: _with_gaps(SampleSize(before=0.44, after=0.33, design=design, service=555, comparison=777).may_say, **numbers)
        for name, design in designs.items()
    }


def _fall_detectable() -> Sentences:
    found, none = (DetectableFall(before=0.44, people=555, design=Design(), fall=fall).may_say for fall in (0.22, 0.44))
    return {"found": _with_gaps(found, people="555", before="44", fall="22"), "none": _with_gaps(none, people="555", before="44")}


def _interval() -> Sentences:
    intervals = {"even": (0.11, 0.88), "more": (0.66, 0.88), "fewer": (0.11, 0.33)}
    return {
        name: _with_gaps(
            Proportion(555, 777, Estimate(0.5, low, high)).may_say,
            events="555",
            people="777",
            low=f"{100 * low:.0f}",
            high=f"{100 * high:.0f}",
        )
        for name, (low, high) in intervals.items()
    }


def _progression() -> Sentences:
    def said(light: Light, reached: tuple[Light, ...], *, safety: bool = False) -> str:
        criterion = Criterion("", go_from=0.8, amend_from=0.6, safety=safety)
        return Judgement(criterion, 555, 777, Estimate(0.44, 0.11, 0.88), light, reached).may_say

    numbers = {"share": "44", "low": "11", "high": "88"}
    return {
        "settled": _with_gaps(said(Light.AMEND, (Light.AMEND,)), **numbers, light="amend"),
        "open": _with_gaps(said(Light.AMEND, (Light.STOP, Light.GO)), **numbers, reached="stop and go", light="amend"),
        "unsafe": _with_gaps(said(Light.STOP, (Light.STOP,), safety=True), **numbers),
    }


_SENTENCES: Mapping[str, Callable[[], Sentences]] = {
    "people-needed": _people_needed,
    "fall-detectable": _fall_detectable,
    "interval-of-a-proportion": _interval,
    "progression": _progression,
}


def _with_gaps(text: str, **stand_ins: str) -> str:
    """A sentence about stand-ins, with the names of what belongs in their place."""
    for name, stand_in in stand_ins.items():
        text = text.replace(stand_in, f"{{{name}}}")
    return text
