"""Methods by which two groups are compared."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from practice_models.evaluation.catalogue.inputs import (
    at_most,
    below,
    clashes_of_two_groups,
    count,
    estimate,
    figure,
    percentage,
    two_groups,
    whole,
)
from practice_models.evaluation.changes import estimate_change_beyond_comparison
from practice_models.evaluation.methods import Method, MethodResult, Values
from practice_models.evaluation.proportions import estimate_difference
from practice_models.evaluation.ratios import estimate_odds_ratio, estimate_rate_ratio, estimate_risk_ratio

_GROUPS = ("events-1", "people-1", "events-2", "people-2")
_PERIODS = ("service-before", "service-after", "comparison-before", "comparison-after")


def _difference(values: Values) -> MethodResult:
    found = estimate_difference(*whole(values, *_GROUPS))
    return MethodResult((percentage("difference-in-points", found.difference),), found.may_say)


def _risk_ratio(values: Values) -> MethodResult:
    found = estimate_risk_ratio(*whole(values, *_GROUPS))
    return MethodResult((estimate("risk-ratio", found.ratio),), found.may_say)


def _odds_ratio(values: Values) -> MethodResult:
    found = estimate_odds_ratio(*whole(values, *_GROUPS))
    return MethodResult((estimate("odds-ratio", found.ratio),), found.may_say)


def _somebody_is_spared(values: Values) -> Iterator[tuple[str, str]]:
    yield from below("events-1", "people-1", values)
    yield from below("events-2", "people-2", values)


def _rate_ratio(values: Values) -> MethodResult:
    events_1, events_2 = whole(values, "events-1", "events-2")
    found = estimate_rate_ratio(events_1, float(values["years-1"]), events_2, float(values["years-2"]), float(values["dispersion"]))
    return MethodResult((estimate("rate-ratio", found.ratio),), found.may_say)


def _difference_in_differences(values: Values) -> MethodResult:
    counts = [(int(values[f"{period}-events"]), int(values[f"{period}-people"])) for period in _PERIODS]
    service_before, service_after, comparison_before, comparison_after = counts
    found = estimate_change_beyond_comparison(service_before, service_after, comparison_before, comparison_after)
    changes = {"difference": found.difference, "change-in-the-service": found.service, "change-in-the-comparison": found.comparison}
    return MethodResult(tuple(percentage(f"{name}-in-points", change) for name, change in changes.items()), found.may_say)


def _period_clashes(values: Values) -> Iterator[tuple[str, str]]:
    for period in _PERIODS:
        yield from at_most(f"{period}-events", f"{period}-people", values)


COMPARING: Mapping[str, Method] = MappingProxyType(
    {
        "difference-of-proportions": Method(
            "Newcombe's interval of a difference between two proportions, 95% confidence",
            two_groups("the first group", "the second group"),
            _difference,
            clashes_of_two_groups,
        ),
        "risk-ratio": Method(
            "Ratio of two proportions with its log-normal interval, 95% confidence",
            two_groups("the first group", "the second group", low=1),
            _risk_ratio,
            clashes_of_two_groups,
        ),
        "odds-ratio": Method(
            "Ratio of two odds with Woolf's interval, 95% confidence",
            two_groups("the first group", "the second group", low=1),
            _odds_ratio,
            _somebody_is_spared,
        ),
        "rate-ratio": Method(
            "Ratio of two rates with its log-normal interval, 95% confidence, counts as Poisson or more spread out",
            {
                "events-1": count("events in the first group", 1),
                "years-1": figure("person-years of the first group", "0.01", "1000000"),
                "events-2": count("events in the second group", 1),
                "years-2": figure("person-years of the second group", "0.01", "1000000"),
                "dispersion": figure(
                    "variance of the counts over what pure chance gives, more than 1 where a few do much", "1", "100", "1"
                ),
            },
            _rate_ratio,
        ),
        "difference-in-differences": Method(
            "How much more the service changed than its comparison: four proportions, 95% interval by Zou and Donner",
            {
                f"{period}-{what}": count(f"{means}, in the {period.replace('-', ' ')} it began", low)
                for period in _PERIODS
                for what, means, low in (("events", "how many it happened to", 0), ("people", "how many people", 1))
            },
            _difference_in_differences,
            _period_clashes,
        ),
    }
)
"""By name."""
