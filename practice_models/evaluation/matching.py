"""A matched comparison: people of the service beside people like them, how alike they are, and how they fared."""

import math
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev, variance

from practice_models.evaluation.estimates import Estimate
from practice_models.evaluation.proportions import estimate_difference, estimate_proportion
from practice_models.evaluation.quantiles import two_sided_t
from practice_models.evaluation.ranges import require
from practice_models.evaluation.regressions import fit_propensities
from practice_models.evaluation.wording import points_span, size_span

_ALIKE = 0.1


@dataclass(frozen=True, slots=True)
class Balance:
    """How alike the two groups are in one covariate: one row of a balance table, one line of a love plot."""

    covariate: str
    before: float
    """The standardised mean difference of all people, service minus comparison."""
    after: float
    """The same of the people who were matched, in standard deviations of all people."""

    @property
    def alike(self) -> bool:
        """Whether the matched groups differ by less than a tenth of a standard deviation."""
        return abs(self.after) < _ALIKE


@dataclass(frozen=True, slots=True)
class MatchedComparison:
    """How people of the service fared beside people like them."""

    pairs: tuple[tuple[int, int], ...]
    """For each pair, the place in the data of the person of the service and of the other."""
    unmatched: int
    """People of the service for whom nobody like them was found."""
    balance: tuple[Balance, ...]
    service: Estimate
    """The share of the matched people of the service to whom it happened."""
    comparison: Estimate
    """The share of those matched with them."""
    unmatched_difference: Estimate
    """The difference of the shares of all people, before matching, which mixes the service with who is in it."""
    difference: Estimate
    """The outcome of the service minus that of the comparison, in the unit of the outcomes."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        unlike = [each.covariate for each in self.balance if not each.alike]
        if unlike:
            return f"The groups still differ in {unlike[0]}, so no difference in their outcomes may be put down to the service."
        low, high = self.difference.low, self.difference.high
        if self.difference.holds(0):
            return f"Anything from {points_span(low, high)} fits the matched pairs, so you may not say that the service made a difference."
        side = "higher" if low > 0 else "lower"
        return (
            f"The service's outcome was {side} by {size_span(low, high)} than in people alike in what was measured, which is its effect "
            "only if nothing unmeasured, such as motivation, differed."
        )


def standardised_difference(service: Sequence[float], comparison: Sequence[float]) -> float:
    """The difference of two means in standard deviations, service minus comparison.

    Args:
        service: Values of a covariate in the service, at least 2.
        comparison: Values in the comparison, at least 2.

    Raises:
        ValueError: Where there are too few values, or all are the same.

    Source:
        Austin (2009), Statistics in Medicine 28, 3083-3107.
    """
    return (fmean(service) - fmean(comparison)) / _pooled_spread(service, comparison)


def compare_matched(
    covariates: Mapping[str, Sequence[float]],
    in_service: Sequence[bool],
    outcomes: Sequence[float],
    caliper: float = 0.2,
    confidence: float = 0.95,
) -> MatchedComparison:
    """A comparison of pairs matched one to one on their propensity scores, nearest first, nobody used twice.

    Args:
        covariates: By name, each person's value; only what was known before the service began.
        in_service: Whether each person is in the service.
        outcomes: Each person's outcome; 0 and 1, where 1 is that it happened.
        caliper: How far apart a pair may be, in standard deviations of the log-odds, more than 0.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        EstimationMissingError: Where the extra `estimation` is not installed.
        ValueError: Where lengths differ, a group or the number of pairs is too small, a covariate does not vary, or the groups cannot
            be compared.

    Source:
        Rosenbaum and Rubin (1983), Biometrika 70, 41-55; Austin (2011), Pharmaceutical Statistics 10, 150-161, for the caliper;
        Austin (2011), Multivariate Behavioral Research 46, 399-424, for pairs and balance.
    """
    require("caliper", caliper, 0, open_ends=True)
    _check_data(covariates, in_service, outcomes)
    scores = fit_propensities(list(zip(*covariates.values(), strict=True)), in_service)
    pairs = _match(scores, in_service, caliper * stdev(scores))
    if len(pairs) < 2:
        raise ValueError(f"pairs within the caliper are {len(pairs)}; expected at least 2")
    return MatchedComparison(
        pairs,
        unmatched=sum(in_service) - len(pairs),
        balance=tuple(_balance(name, values, in_service, pairs) for name, values in covariates.items()),
        service=_share([outcomes[ours] for ours, _ in pairs], confidence),
        comparison=_share([outcomes[theirs] for _, theirs in pairs], confidence),
        unmatched_difference=_difference_of_all(in_service, outcomes, confidence),
        difference=_paired_difference([outcomes[ours] - outcomes[theirs] for ours, theirs in pairs], confidence),
    )


def _check_data(covariates: Mapping[str, Sequence[float]], in_service: Sequence[bool], outcomes: Sequence[float]) -> None:
    people = len(in_service)
    require("number of covariates", len(covariates), 1)
    for name, values in {**covariates, "outcomes": outcomes}.items():
        if len(values) != people:
            raise ValueError(f"{name} has {len(values)} values; expected {people}, one a person")
    for outcome in outcomes:
        if outcome not in (0, 1):
            raise ValueError(f"outcome is {outcome:g}; expected 0 or 1")
    require("people in the service", sum(in_service), 2)
    require("people in the comparison", people - sum(in_service), 2)
    for name, values in covariates.items():
        if len(set(values)) == 1:
            raise ValueError(f"{name} is {values[0]:g} for everybody; expected a covariate that varies")


def _match(scores: Sequence[float], in_service: Sequence[bool], reach: float) -> tuple[tuple[int, int], ...]:
    """Pairs in the order of matching: those hardest to match, with the highest scores, first."""
    free = sorted((scores[place], place) for place, served in enumerate(in_service) if not served)
    pairs = []
    for ours in sorted((place for place, served in enumerate(in_service) if served), key=lambda place: (-scores[place], place)):
        spot = bisect(free, (scores[ours], ours))
        near = min(range(max(spot - 1, 0), min(spot + 1, len(free))), key=lambda each: abs(free[each][0] - scores[ours]), default=None)
        if near is not None and abs(free[near][0] - scores[ours]) <= reach:
            pairs.append((ours, free.pop(near)[1]))
    return tuple(pairs)


def _share(outcomes: Sequence[float], confidence: float) -> Estimate:
    return estimate_proportion(int(sum(outcomes)), len(outcomes), confidence).share


def _difference_of_all(in_service: Sequence[bool], outcomes: Sequence[float], confidence: float) -> Estimate:
    """The difference of everybody's shares, as if the groups were alike."""
    ours = [outcome for outcome, served in zip(outcomes, in_service, strict=True) if served]
    theirs = [outcome for outcome, served in zip(outcomes, in_service, strict=True) if not served]
    return estimate_difference(int(sum(ours)), len(ours), int(sum(theirs)), len(theirs), confidence).difference


def _paired_difference(gaps: Sequence[float], confidence: float) -> Estimate:
    """The mean of the pairs' differences, with the interval of a paired t test."""
    middle = fmean(gaps)
    reach = two_sided_t(confidence, len(gaps) - 1) * stdev(gaps) / math.sqrt(len(gaps))
    return Estimate(middle, middle - reach, middle + reach, confidence)


def _balance(name: str, values: Sequence[float], in_service: Sequence[bool], pairs: Sequence[tuple[int, int]]) -> Balance:
    service = [value for value, served in zip(values, in_service, strict=True) if served]
    comparison = [value for value, served in zip(values, in_service, strict=True) if not served]
    gap = fmean(values[ours] for ours, _ in pairs) - fmean(values[theirs] for _, theirs in pairs)
    spread = _pooled_spread(service, comparison)
    return Balance(name, (fmean(service) - fmean(comparison)) / spread, gap / spread)


def _pooled_spread(service: Sequence[float], comparison: Sequence[float]) -> float:
    require("values of the service", len(service), 2)
    require("values of the comparison", len(comparison), 2)
    spread = math.sqrt((variance(service) + variance(comparison)) / 2)
    if spread == 0:
        raise ValueError("values are the same for everybody in each group; expected a covariate that varies")
    return spread
