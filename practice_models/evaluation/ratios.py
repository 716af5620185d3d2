"""Ratios between two groups, each with its interval: of risks, of odds, of rates."""

import math
from statistics import NormalDist

_NORMAL = NormalDist()

Estimate = tuple[float, float, float]
"""A ratio with the lower and upper end of its interval."""


def risk_ratio(events_1: int, people_1: int, events_2: int, people_2: int, confidence: float = 0.95) -> Estimate:
    """The ratio of two proportions, first over second, with its log-normal interval.

    Args:
        events_1: How many in the first group it happened to, from 1.
        people_1: People in the first group.
        events_2: How many in the second group it happened to, from 1.
        people_2: People in the second group.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range, or nothing happened in a group.

    Source:
        Katz and others (1978), Biometrics 34, 469-474.
    """
    _check(events_1, people_1, events_2, people_2, confidence)
    spread = math.sqrt(1 / events_1 - 1 / people_1 + 1 / events_2 - 1 / people_2)
    return _interval((events_1 / people_1) / (events_2 / people_2), spread, confidence)


def odds_ratio(events_1: int, people_1: int, events_2: int, people_2: int, confidence: float = 0.95) -> Estimate:
    """The ratio of two odds, first over second, with Woolf's interval.

    Args:
        events_1: How many in the first group it happened to, from 1 and below all.
        people_1: People in the first group.
        events_2: How many in the second group it happened to, from 1 and below all.
        people_2: People in the second group.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range, or it happened to nobody or to everybody in a group.

    Source:
        Woolf (1955), Annals of Human Genetics 19, 251-253.
    """
    _check(events_1, people_1, events_2, people_2, confidence)
    spared_1, spared_2 = people_1 - events_1, people_2 - events_2
    if not spared_1 or not spared_2:
        raise ValueError("no odds where it happened to everybody in a group")
    spread = math.sqrt(1 / events_1 + 1 / spared_1 + 1 / events_2 + 1 / spared_2)
    return _interval(events_1 * spared_2 / (spared_1 * events_2), spread, confidence)


def rate_ratio(events_1: int, years_1: float, events_2: int, years_2: float, confidence: float = 0.95) -> Estimate:
    """The ratio of two rates, such as reoffences a person-year, first over second, with its log-normal interval.

    Args:
        events_1: How many events there were in the first group, from 1.
        years_1: For how many person-years it was followed, above 0.
        events_2: How many events there were in the second group, from 1.
        years_2: For how many person-years it was followed, above 0.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Rothman, Greenland and Lash (2008), Modern Epidemiology, 3rd edition, chapter 14: counts taken as Poisson. Events
        of one person are alike, so the true interval is wider.
    """
    if events_1 < 1 or events_2 < 1 or years_1 <= 0 or years_2 <= 0 or not 0 < confidence < 1:
        raise ValueError(f"no ratio of {events_1} events in {years_1} years to {events_2} in {years_2} at confidence {confidence}")
    return _interval((events_1 / years_1) / (events_2 / years_2), math.sqrt(1 / events_1 + 1 / events_2), confidence)


def _check(events_1: int, people_1: int, events_2: int, people_2: int, confidence: float) -> None:
    if not (1 <= events_1 <= people_1 and 1 <= events_2 <= people_2 and 0 < confidence < 1):
        raise ValueError(f"no ratio of {events_1} in {people_1} to {events_2} in {people_2} at confidence {confidence}")


def _interval(ratio: float, spread: float, confidence: float) -> Estimate:
    reach = math.exp(_NORMAL.inv_cdf((1 + confidence) / 2) * spread)
    return ratio, ratio / reach, ratio * reach
