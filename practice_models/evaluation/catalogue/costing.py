"""Methods by which value for money is judged."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from practice_models.evaluation.catalogue.inputs import (
    at_most,
    clashes_of_two_groups,
    count,
    counts,
    estimate,
    fraction,
    money,
    percentage,
    share,
    two_groups,
    whole,
)
from practice_models.evaluation.costs import (
    estimate_cost_per_outcome,
    estimate_cost_per_outcome_averted,
    find_break_even,
    vary_one_at_a_time,
)
from practice_models.evaluation.methods import Method, MethodResult, Number, Values, expected_with
from practice_models.evaluation.rounding import points, round_up, rounded

_NAMES = {"cost": "cost", "saved": "saving of one outcome"}


def _cost_per_outcome(values: Values) -> MethodResult:
    people = int(values["people"]) if "people" in values else None
    found = estimate_cost_per_outcome(float(values["cost"]), int(values["outcomes"]), people)
    number = Number("cost-per-outcome", rounded(found.each)) if found.interval is None else estimate("cost-per-outcome", found.interval)
    return MethodResult((number,), found.may_say)


def _cost_per_outcome_averted(values: Values) -> MethodResult:
    found = estimate_cost_per_outcome_averted(float(values["cost"]), *whole(values, "events-1", "people-1", "events-2", "people-2"))
    price = () if found.each is None else (estimate("cost-per-outcome-averted", found.each),)
    return MethodResult((percentage("fall-in-points", found.fall.difference), *price), found.may_say)


def _break_even(values: Values) -> MethodResult:
    people = int(values["people"]) if "people" in values else None
    before = fraction(values, "before") if "before" in values else None
    found = find_break_even(float(values["cost"]), float(values["saved"]), people, before)
    change = () if found.share is None else (Number("change-in-points", points(found.share)),)
    return MethodResult((*counts({"outcomes-needed": found.outcomes}), *change), found.may_say)


def _before_goes_with_people(values: Values) -> Iterator[tuple[str, str]]:
    if "before" in values and "people" not in values:
        yield "before", expected_with("people")


def _outcomes_needed(figures: Mapping[str, float]) -> float:
    return figures[_NAMES["cost"]] / figures[_NAMES["saved"]]


def _sensitivity(values: Values) -> MethodResult:
    assumed = {name: float(values[own]) for own, name in _NAMES.items()}
    ranges = {name: (float(values[f"{own}-low"]), float(values[f"{own}-high"])) for own, name in _NAMES.items()}
    found = vary_one_at_a_time(_outcomes_needed, assumed, ranges)
    by_name = {swing.name: swing for swing in found.swings}
    needed = {"outcomes-needed": round_up(found.answer)}
    for own, name in _NAMES.items():
        needed[f"at-the-lowest-{own}"] = round_up(by_name[name].at_low)
        needed[f"at-the-highest-{own}"] = round_up(by_name[name].at_high)
    return MethodResult(counts(needed), found.may_say)


def _range_clashes(values: Values) -> Iterator[tuple[str, str]]:
    for name in _NAMES:
        yield from at_most(f"{name}-low", name, values)
        if values[f"{name}-high"] < values[name]:
            yield f"{name}-high", f"expected no less than '{name}', which is {values[name]:,f}"


_COST = money("all that was spent, staff time and training included, in pounds")
_SAVED = money("what one outcome that would not have come anyway saves, in pounds", "0.01")

COSTING: Mapping[str, Method] = MappingProxyType(
    {
        "cost-per-outcome": Method(
            "All that was spent over the outcomes that were seen",
            {
                "cost": _COST,
                "outcomes": count("outcomes that were seen", 1),
                "people": count("how many people there were, for the interval", 1, optional=True),
            },
            _cost_per_outcome,
            lambda values: at_most("outcomes", "people", values) if "people" in values else (),
        ),
        "cost-per-outcome-averted": Method(
            "What each bad outcome averted cost, with Newcombe's 95% interval turned over; no price where there may be no fall",
            {
                "cost": money("what the service cost beyond the comparison's cost, in pounds"),
                **two_groups("the service", "the comparison", "bad outcomes"),
            },
            _cost_per_outcome_averted,
            clashes_of_two_groups,
            pictured=("fall-in-points",),
        ),
        "break-even": Method(
            "All that was spent over what one outcome saves",
            {
                "cost": _COST,
                "saved": _SAVED,
                "people": count("how many people the service is for", 1, optional=True),
                "before": share("the percentage to whom it happens without the service, where it is to be averted", optional=True),
            },
            _break_even,
            _before_goes_with_people,
        ),
        "sensitivity-of-break-even": Method(
            "How the break-even moves with the cost and with what one outcome saves, one at a time",
            {
                "cost": _COST,
                "cost-low": money("the lowest that the cost may be, in pounds"),
                "cost-high": money("the highest that the cost may be, in pounds"),
                "saved": _SAVED,
                "saved-low": money("the least that one outcome may save, in pounds", "0.01"),
                "saved-high": money("the most that one outcome may save, in pounds", "0.01"),
            },
            _sensitivity,
            _range_clashes,
        ),
    }
)
"""By name."""
