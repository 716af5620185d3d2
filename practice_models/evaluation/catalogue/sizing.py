"""Methods by which an evaluation is sized."""

from collections.abc import Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from practice_models.evaluation.catalogue.inputs import at_most, below, count, counts, figure, fraction, numbers, share, whole
from practice_models.evaluation.clusters import estimate_likeness, measure_clusters
from practice_models.evaluation.methods import Input, Method, MethodResult, Number, Values, expected_with
from practice_models.evaluation.rounding import points, round_up, rounded
from practice_models.evaluation.sizes import Design, find_detectable_fall, find_power, plan_size

WORKERS = 12
"""Of how many workers `likeness-of-workers` can take the counts."""

_BEFORE = share("the percentage without the service")
_FALL = share("the fall to find, in percentage points")
_PEOPLE = count("people in the service, with as many to compare them with unless you say otherwise", 2)
_COMPARATORS = "people to compare with, for each one in the service"
_PER_WORKER = "people that each worker has, on average"
_LIKENESS = "how alike people with one worker are (intraclass correlation)"
_VARIATION = figure("how unequal workers' numbers of people are: their spread over their mean", "0", "10", "0")
_LOST = "the percentage lost before the analysis"
_POWER = share("the chance of finding it if it is there, in percent", 80)
_SIGNIFICANCE = share("the chance of finding what is not there, in percent", 5)
_ALLOWANCES: Mapping[str, Input] = {
    "comparators": figure(_COMPARATORS, "0.1", "100", "1"),
    "people-per-worker": figure(_PER_WORKER, "1", "1000", "1"),
    "likeness": figure(_LIKENESS, "0", "1", "0"),
    "lost": figure(_LOST, "0", "99", "0"),
}
_TOGETHER = (("people-per-worker", "likeness"),)


def _design(values: Values) -> Design:
    """The design that the inputs describe; a method asks only for some of them."""
    shares = {name: fraction(values, name) for name in ("power", "significance", "lost") if name in values}
    figures = {
        name.replace("-", "_"): float(values[name])
        for name in ("comparators", "people-per-worker", "likeness", "variation")
        if name in values
    }
    return Design(**shares, **figures)


def _fall_is_possible(values: Values) -> Iterator[tuple[str, str]]:
    yield from below("fall", "before", values)


def _people_are_enough(values: Values) -> Iterator[tuple[str, str]]:
    inflation = _design(values).inflation
    if float(values["people"]) / inflation < 2:
        yield "people", f"expected at least {round_up(2 * inflation):,}, so that 2 are left after clusters and losses"


def _ends(values: Values) -> tuple[float, float]:
    """The shares without the service and with it."""
    before = fraction(values, "before")
    return before, before - fraction(values, "fall")


def _people_needed(values: Values) -> MethodResult:
    size = plan_size(*_ends(values), _design(values))
    of_one_size = {"people-in-each-group": size.service}
    unequal = {"people-in-the-service": size.service, "people-to-compare-with": size.comparison}
    groups = of_one_size if size.design.comparators == 1 else unequal
    return MethodResult(counts({**groups, "people-in-all": size.total}), size.may_say)


def _people_to_start(values: Values) -> MethodResult:
    size = plan_size(*_ends(values), _design(values))
    each = counts({"people-to-start-in-each-group": size.service})
    return MethodResult((Number("times-as-many", rounded(size.design.effect)), *each), size.may_say)


def _unequal_groups(values: Values) -> MethodResult:
    size = plan_size(*_ends(values), _design(values))
    return MethodResult(counts({"people-served": size.service, "people-compared": size.comparison}), size.may_say)


def _fall_detectable(values: Values) -> MethodResult:
    found = find_detectable_fall(fraction(values, "before"), float(values["people"]), _design(values))
    return MethodResult((Number("smallest-fall-in-points", points(found.fall)),), found.may_say)


def _power(values: Values) -> MethodResult:
    found = find_power(*_ends(values), float(values["people"]), _design(values))
    return MethodResult((Number("chance-of-finding-it", points(found.power)),), found.may_say)


def _design_effect(values: Values) -> MethodResult:
    found = measure_clusters(*numbers(values, "people-per-worker", "likeness", "variation"))
    worth = Number("what-100-people-are-worth", rounded(100 / found.effect, 0))
    return MethodResult((Number("times-as-many", rounded(found.effect)), worth), found.may_say)


def _likeness(values: Values) -> MethodResult:
    found = estimate_likeness(list(_workers(values)))
    low, high = rounded(found.likeness.low), rounded(found.likeness.high)
    return MethodResult((Number("likeness", rounded(found.likeness.value), low, high),), found.may_say)


def _workers(values: Values) -> Iterator[tuple[int, int]]:
    """The counts of each worker who was given."""
    for place in range(1, WORKERS + 1):
        if f"people-{place}" in values:
            events, people = whole(values, f"events-{place}", f"people-{place}")
            yield events, people


def _workers_clash(values: Values) -> Iterator[tuple[str, str]]:
    for place in range(1, WORKERS + 1):
        events, people = f"events-{place}", f"people-{place}"
        if events in values and people in values:
            yield from at_most(events, people, values)
        elif events in values or people in values:
            given, other = (events, people) if events in values else (people, events)
            yield given, expected_with(other)


def _workers_are_of_use(values: Values) -> Iterator[tuple[str, str]]:
    clashes = list(_workers_clash(values))
    yield from clashes
    if not clashes and all(events in (0, people) for events, people in _workers(values)):
        yield "events-1", "expected a worker with people to whom it happened and people to whom it did not"


_OF_TWO_PROPORTIONS = "two proportions, two-sided, Fleiss without continuity correction"

SIZING: Mapping[str, Method] = MappingProxyType(
    {
        "people-needed": Method(
            f"People in two groups: {_OF_TWO_PROPORTIONS}",
            {"before": _BEFORE, "fall": _FALL, **_ALLOWANCES, "power": _POWER, "significance": _SIGNIFICANCE},
            _people_needed,
            _fall_is_possible,
            _TOGETHER,
        ),
        "people-to-start": Method(
            "People needed, times the design effect of shared workers, over the share that is not lost",
            {
                "before": _BEFORE,
                "fall": _FALL,
                "people-per-worker": figure(_PER_WORKER, "1", "1000"),
                "likeness": figure(_LIKENESS, "0", "1"),
                "lost": figure(_LOST, "0", "99"),
                "variation": _VARIATION,
                "power": _POWER,
                "significance": _SIGNIFICANCE,
            },
            _people_to_start,
            _fall_is_possible,
        ),
        "people-in-unequal-groups": Method(
            f"People in two groups of different size: {_OF_TWO_PROPORTIONS}",
            {
                "before": _BEFORE,
                "fall": _FALL,
                "comparators": figure(_COMPARATORS, "0.1", "100"),
                "power": _POWER,
                "significance": _SIGNIFICANCE,
            },
            _unequal_groups,
            _fall_is_possible,
        ),
        "fall-detectable": Method(
            f"The smallest fall that two groups can find: {_OF_TWO_PROPORTIONS}",
            {"before": _BEFORE, "people": _PEOPLE, **_ALLOWANCES, "power": _POWER, "significance": _SIGNIFICANCE},
            _fall_detectable,
            _people_are_enough,
            _TOGETHER,
        ),
        "power": Method(
            f"The chance that two groups find a fall: {_OF_TWO_PROPORTIONS}",
            {"before": _BEFORE, "fall": _FALL, "people": _PEOPLE, **_ALLOWANCES, "significance": _SIGNIFICANCE},
            _power,
            lambda values: (*_fall_is_possible(values), *_people_are_enough(values)),
            _TOGETHER,
        ),
        "design-effect": Method(
            "What it costs that people with one worker are alike: Kish's design effect",
            {"people-per-worker": figure(_PER_WORKER, "1", "1000"), "likeness": figure(_LIKENESS, "0", "1"), "variation": _VARIATION},
            _design_effect,
        ),
        "likeness-of-workers": Method(
            "How alike people with one worker are: intraclass correlation by analysis of variance, 95% interval by F",
            dict(
                chain.from_iterable(
                    (
                        (f"events-{place}", count(f"how many of worker {place}'s people it happened to", optional=place > 2)),
                        (f"people-{place}", count(f"how many people worker {place} has", 1, optional=place > 2)),
                    )
                    for place in range(1, WORKERS + 1)
                )
            ),
            _likeness,
            _workers_are_of_use,
        ),
    }
)
"""By name."""
