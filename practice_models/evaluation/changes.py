"""Difference in differences: how much more a service changed than its comparison did."""

from collections.abc import Sequence
from dataclasses import dataclass

from practice_models.evaluation.estimates import Estimate
from practice_models.evaluation.proportions import estimate_difference, subtract_interval
from practice_models.evaluation.quantiles import two_sided
from practice_models.evaluation.ranges import require
from practice_models.evaluation.regressions import fit_changes
from practice_models.evaluation.wording import points_span, size_span


@dataclass(frozen=True, slots=True)
class ChangeBeyondComparison:
    """How much more a service changed than its comparison did: a difference in differences."""

    service: Estimate
    """The service's share after minus before."""
    comparison: Estimate
    """The comparison's share after minus before."""
    difference: Estimate
    """The service's change minus the comparison's."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        span = points_span(self.difference.low, self.difference.high)
        if self.difference.holds(0):
            return f"Beyond the comparison's own change, anything from {span} fits, so you may not say that the service made a difference."
        side, by = "rose" if self.difference.low > 0 else "fell", size_span(self.difference.low, self.difference.high)
        return f"The service {side} by {by} against its comparison, which is its effect only if both would have moved alike without it."


def estimate_change_beyond_comparison(
    service_before: tuple[int, int],
    service_after: tuple[int, int],
    comparison_before: tuple[int, int],
    comparison_after: tuple[int, int],
    confidence: float = 0.95,
) -> ChangeBeyondComparison:
    """The difference in differences of four independent proportions.

    Args:
        service_before: Events and people in the service's area before it began.
        service_after: Events and people there afterwards; other people than before.
        comparison_before: Events and people in the comparison before.
        comparison_after: Events and people in the comparison afterwards.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Zou and Donner (2008), Statistics in Medicine 27, 1693-1702, applied to Newcombe's intervals of the two changes.
    """
    service = estimate_difference(*service_after, *service_before, confidence).difference
    comparison = estimate_difference(*comparison_after, *comparison_before, confidence).difference
    low, high = subtract_interval(service, comparison)
    return ChangeBeyondComparison(service, comparison, Estimate(service.value - comparison.value, low, high, confidence))


def estimate_change_from_people(
    outcomes: Sequence[float],
    in_service: Sequence[bool],
    afterwards: Sequence[bool],
    clusters: Sequence[int] | None = None,
    confidence: float = 0.95,
) -> ChangeBeyondComparison:
    """The difference in differences from people's own records, clusters allowed for.

    Args:
        outcomes: One a person and period; 0 and 1, where 1 is that it happened.
        in_service: Whether each is in the service's group.
        afterwards: Whether each is from after the service began.
        clusters: The number of each one's cluster (worker, office, or person where people come twice); None where all are independent.
            With fewer than about 40 clusters the interval is too narrow.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        EstimationMissingError: Where the extra `estimation` is not installed.
        ValueError: Where lengths differ, or one of the four groups or the number of clusters is too small.

    Source:
        Angrist and Pischke (2009), Mostly Harmless Econometrics; Bertrand, Duflo and Mullainathan (2004), Quarterly
        Journal of Economics 119, 249-275, for clusters.
    """
    two_sided(confidence)
    lists = {"in_service": in_service, "afterwards": afterwards, "clusters": outcomes if clusters is None else clusters}
    for name, values in lists.items():
        if len(values) != len(outcomes):
            raise ValueError(f"{name} has {len(values)} values; expected {len(outcomes)}, one an outcome")
    for outcome in outcomes:
        require("outcome", outcome, 0, 1)
    if clusters is not None:
        require("number of clusters", len(set(clusters)), 2)
    for served in (True, False):
        for after in (True, False):
            _require_some(in_service, afterwards, served, after)
    return ChangeBeyondComparison(*fit_changes(outcomes, in_service, afterwards, clusters, confidence))


def _require_some(in_service: Sequence[bool], afterwards: Sequence[bool], served: bool, after: bool) -> None:
    own = sum((bool(s), bool(a)) == (served, after) for s, a in zip(in_service, afterwards, strict=True))
    require(f"outcomes {'after' if after else 'before'} in the {'service' if served else 'comparison'}", own, 2)
