"""The methods that worked examples and the command line can use, with their inputs and what may be said of the numbers."""

import math
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from practice_models.evaluation.costs import break_even, cost_per_outcome
from practice_models.evaluation.groups import design_effect, people_in_unequal_groups, people_to_start, power_of
from practice_models.evaluation.methods import Input, Method, Number
from practice_models.evaluation.progression import traffic_light
from practice_models.evaluation.proportions import detectable_fall, newcombe_interval, people_per_group, wilson_interval
from practice_models.evaluation.ratios import Estimate, odds_ratio, rate_ratio, risk_ratio

Given = Mapping[str, Decimal]
_ONE, _MANY, _NOUGHT, _HUNDRED = Decimal(1), Decimal(1_000_000), Decimal(0), Decimal(100)


def _count(means: str, low: Decimal = _ONE) -> Input:
    return Input(means, low, _MANY, whole=True)


def _percentage(means: str, default: Decimal | None = None, *, ends: bool = False) -> Input:
    return Input(means, _NOUGHT, _HUNDRED, open_ends=not ends, default=default)


def _money(means: str) -> Input:
    return Input(means, _NOUGHT, Decimal(1_000_000_000))


def _points(share: float) -> Decimal:
    """A share as a percentage with one decimal place."""
    return Decimal(repr(100 * share)).quantize(Decimal("0.1"))


def _two_places(value: float) -> Decimal:
    return Decimal(repr(value)).quantize(Decimal("0.01"))


def _value(given: Given, name: str, default: str = "0") -> float:
    return float(given.get(name, Decimal(default)))


def _share(given: Given, name: str) -> float:
    return _value(given, name) / 100


def _interval(given: Given) -> tuple[Number, ...]:
    events, people = int(given["events"]), int(given["people"])
    low, high = wilson_interval(events, people)
    return (Number("percentage", _points(events / people), _points(low), _points(high)),)


def _difference(given: Given) -> tuple[Number, ...]:
    counts = [int(given[name]) for name in _GROUPS]
    low, high = newcombe_interval(*counts)
    return (Number("difference-in-points", _points(counts[0] / counts[1] - counts[2] / counts[3]), _points(low), _points(high)),)


def _people_needed(given: Given) -> tuple[Number, ...]:
    before = _share(given, "before")
    each = people_per_group(before, before - _share(given, "fall"))
    return (Number("people-in-each-group", Decimal(math.ceil(each))), Number("people-in-all", Decimal(2 * math.ceil(each))))


def _people_to_start(given: Given) -> tuple[Number, ...]:
    before = _share(given, "before")
    effect = design_effect(_value(given, "people-per-worker"), _value(given, "likeness"))
    each = people_per_group(before, before - _share(given, "fall"))
    start = people_to_start(each, clustered=effect, lost=_share(given, "lost"))
    return (Number("times-as-many", _two_places(effect)), Number("people-to-start-in-each-group", Decimal(start)))


def _unequal(given: Given) -> tuple[Number, ...]:
    before = _share(given, "before")
    compared, served = people_in_unequal_groups(before, before - _share(given, "fall"), _value(given, "comparators"))
    return (Number("people-served", Decimal(math.ceil(served))), Number("people-compared", Decimal(math.ceil(compared))))


def _fall_detectable(given: Given) -> tuple[Number, ...]:
    return (Number("smallest-fall-in-points", _points(detectable_fall(_share(given, "before"), _value(given, "people")))),)


def _power(given: Given) -> tuple[Number, ...]:
    before = _share(given, "before")
    return (Number("chance-of-finding-it", _points(power_of(before, before - _share(given, "fall"), _value(given, "people")))),)


def _ratio(name: str, estimate: Estimate) -> tuple[Number, ...]:
    value, low, high = map(_two_places, estimate)
    return (Number(name, value, low, high),)


def _progression(given: Given) -> tuple[Number, ...]:
    found = traffic_light(
        int(given["events"]), int(given["people"]), go_from=_share(given, "go-from"), amend_from=_share(given, "amend-from")
    )
    lights = {"stop": 0, "amend": 1, "go": 2}
    possible = sorted(lights[light] for light in found.possible)
    return (
        Number("percentage", _points(found.share), _points(found.low), _points(found.high)),
        Number("light", Decimal(lights[found.light]), Decimal(possible[0]), Decimal(possible[-1])),
    )


_GROUPS: Mapping[str, Input] = {
    "events-1": _count("events in the first group", _NOUGHT),
    "people-1": _count("people in the first group"),
    "events-2": _count("events in the second group", _NOUGHT),
    "people-2": _count("people in the second group"),
}
_BEFORE = _percentage("the percentage without the service")
_FALL = _percentage("the fall to find, in percentage points")
_EACH = _count("people in each group", Decimal(2))


METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "interval-of-a-proportion": Method(
            "Wilson score interval of a proportion, 95% confidence",
            {"events": _count("how many of the people it happened to", _NOUGHT), "people": _count("how many people there are")},
            _interval,
            "Every share inside the interval fits what was seen. Write the count, and not the percentage alone.",
            (("events", "people"),),
        ),
        "difference-of-proportions": Method(
            "Newcombe's interval of a difference between two proportions, 95% confidence",
            _GROUPS,
            _difference,
            "If nought is inside the interval, no difference was found. That is not the same as no difference.",
            (("events-1", "people-1"), ("events-2", "people-2")),
        ),
        "people-needed": Method(
            "Two equal groups, two proportions, 80% power, 5% two-sided, Fleiss without continuity correction",
            {"before": _BEFORE, "fall": _FALL},
            _people_needed,
            "So many must be analysed, each a trial of their own. Those who are lost come on top.",
            below=(("fall", "before"),),
        ),
        "people-to-start": Method(
            "People needed, times the design effect of shared workers, over the share that is not lost",
            {
                "before": _BEFORE,
                "fall": _FALL,
                "people-per-worker": Input("people who share a worker, on average", _ONE, Decimal(1000)),
                "likeness": Input("the likeness of people who share a worker (intraclass correlation)", _NOUGHT, _ONE),
                "lost": Input("the percentage lost before the analysis", _NOUGHT, Decimal(99)),
            },
            _people_to_start,
            "The likeness is a guess until somebody measures it; try a smaller and a larger one.",
            below=(("fall", "before"),),
        ),
        "people-in-unequal-groups": Method(
            "Two groups of different size, two proportions, 80% power, 5% two-sided, Fleiss without continuity correction",
            {"before": _BEFORE, "fall": _FALL, "comparators": Input("people compared for each one served", Decimal("0.1"), Decimal(100))},
            _unequal,
            "More people to compare with helps little beyond four or five for each one served.",
            below=(("fall", "before"),),
        ),
        "fall-detectable": Method(
            "The smallest fall that two equal groups can find, 80% power, 5% two-sided",
            {"before": _BEFORE, "people": _EACH},
            _fall_detectable,
            "A true fall smaller than this would probably be missed. Missing it would not show that it is not there.",
        ),
        "power": Method(
            "The chance that two equal groups find a fall, 5% two-sided",
            {"before": _BEFORE, "fall": _FALL, "people": _EACH},
            _power,
            "This is the chance of finding the fall if it is true. It is no chance that it is true.",
            below=(("fall", "before"),),
        ),
        "risk-ratio": Method(
            "Ratio of two proportions with its log-normal interval, 95% confidence",
            {**_GROUPS, "events-1": _count("events in the first group"), "events-2": _count("events in the second group")},
            lambda given: _ratio("risk-ratio", risk_ratio(*(int(given[name]) for name in _GROUPS))),
            "A ratio of 1 is no difference. Say the two percentages beside it, for a ratio hides how many people it is about.",
            (("events-1", "people-1"), ("events-2", "people-2")),
        ),
        "odds-ratio": Method(
            "Ratio of two odds with Woolf's interval, 95% confidence",
            {**_GROUPS, "events-1": _count("events in the first group"), "events-2": _count("events in the second group")},
            lambda given: _ratio("odds-ratio", odds_ratio(*(int(given[name]) for name in _GROUPS))),
            "An odds ratio is no ratio of chances: where events are common it looks far larger.",
            below=(("events-1", "people-1"), ("events-2", "people-2")),
        ),
        "rate-ratio": Method(
            "Ratio of two rates with its log-normal interval, 95% confidence, counts taken as Poisson",
            {
                "events-1": _count("events in the first group"),
                "years-1": Input("person-years of the first group", Decimal("0.01"), _MANY),
                "events-2": _count("events in the second group"),
                "years-2": Input("person-years of the second group", Decimal("0.01"), _MANY),
            },
            lambda given: _ratio(
                "rate-ratio",
                rate_ratio(int(given["events-1"]), _value(given, "years-1"), int(given["events-2"]), _value(given, "years-2")),
            ),
            "A few people commit many of the offences, so the true interval is wider than this one.",
        ),
        "progression": Method(
            "A share against thresholds fixed before, with its Wilson interval, 95% confidence",
            {
                "events": _count("how many of the people it is true of", _NOUGHT),
                "people": _count("how many people there are"),
                "go-from": _percentage("the lowest percentage that says go", ends=True),
                "amend-from": _percentage("the lowest percentage that says amend; below it, stop", ends=True),
            },
            _progression,
            "If the interval reaches two lights, the numbers do not decide alone. Safety criteria have no amber.",
            (("events", "people"), ("amend-from", "go-from")),
            labels={"light": ("stop", "amend", "go")},
        ),
        "cost-per-outcome": Method(
            "All that was spent over the outcomes that were seen",
            {"cost": _money("all that was spent, staff time and training included"), "outcomes": _count("outcomes that were seen")},
            lambda given: (Number("cost-per-outcome", _two_places(cost_per_outcome(_value(given, "cost"), int(given["outcomes"])))),),
            "It does not say that the service brought the outcomes about; some would have come anyway.",
        ),
        "break-even": Method(
            "All that was spent over what one outcome saves",
            {
                "cost": _money("all that was spent"),
                "saved": Input("what one outcome that would not have come anyway saves", Decimal("0.01"), Decimal(1_000_000_000)),
            },
            lambda given: (Number("outcomes-needed", Decimal(math.ceil(break_even(_value(given, "cost"), _value(given, "saved"))))),),
            "It asks how many it would take. It does not say that there were so many.",
        ),
    }
)
"""The methods, by name."""
