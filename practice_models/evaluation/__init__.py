"""The evaluation handbook's calculations, for Python and for worked examples."""

import math
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from practice_models.evaluation.methods import Input, Method, Number
from practice_models.evaluation.proportions import detectable_fall, newcombe_interval, people_per_group, wilson_interval

__all__ = ["METHODS", "Input", "Method", "Number", "detectable_fall", "newcombe_interval", "people_per_group", "wilson_interval"]

_ONE, _MANY = Decimal(1), Decimal(1_000_000)
_COUNT = {"low": Decimal(0), "high": _MANY, "whole": True}
_SHARE = {"low": Decimal(0), "high": Decimal(100), "open_ends": True}


def _points(share: float) -> Decimal:
    """A share as a percentage with one decimal place."""
    return Decimal(repr(100 * share)).quantize(Decimal("0.1"))


def _interval_of_a_proportion(given: Mapping[str, Decimal]) -> tuple[Number, ...]:
    events, people = int(given["events"]), int(given["people"])
    low, high = wilson_interval(min(events, people), people)
    return (Number("percentage", _points(min(events, people) / people), _points(low), _points(high)),)


def _people_needed(given: Mapping[str, Decimal]) -> tuple[Number, ...]:
    before = float(given["before"]) / 100
    each = people_per_group(before, before - float(given["fall"]) / 100)
    return (Number("people-in-each-group", Decimal(math.ceil(each))), Number("people-in-all", Decimal(2 * math.ceil(each))))


def _fall_detectable(given: Mapping[str, Decimal]) -> tuple[Number, ...]:
    return (Number("smallest-fall-in-points", _points(detectable_fall(float(given["before"]) / 100, float(given["people"])))),)


METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "interval-of-a-proportion": Method(
            "Wilson score interval of a proportion, 95% confidence",
            {
                "events": Input("how many of the people it happened to", **_COUNT),  # type: ignore[arg-type]
                "people": Input("how many people there are", _ONE, _MANY, whole=True),
            },
            _interval_of_a_proportion,
        ),
        "people-needed": Method(
            "Two equal groups, two proportions, 80% power, 5% two-sided, Fleiss without continuity correction",
            {
                "before": Input("the percentage without the service", **_SHARE),  # type: ignore[arg-type]
                "fall": Input("the fall to find, in percentage points", **_SHARE),  # type: ignore[arg-type]
            },
            _people_needed,
        ),
        "fall-detectable": Method(
            "The smallest fall that two equal groups can find, 80% power, 5% two-sided",
            {
                "before": Input("the percentage without the service", **_SHARE),  # type: ignore[arg-type]
                "people": Input("people in each group", Decimal(2), _MANY, whole=True),
            },
            _fall_detectable,
        ),
    }
)
"""The methods that a worked example can use, by name."""
