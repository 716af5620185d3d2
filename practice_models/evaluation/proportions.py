"""Proportions in one or two groups: intervals, power, how many people it takes and what a pilot can detect.

Textbook closed forms on the standard library's normal distribution.
"""

import math
from statistics import NormalDist

_NORMAL = NormalDist()


def _z(confidence: float) -> float:
    """The two-sided normal quantile for a confidence such as 0.95."""
    return _NORMAL.inv_cdf((1 + confidence) / 2)


def wilson_interval(events: int, people: int, confidence: float = 0.95) -> tuple[float, float]:
    """The Wilson score interval of a proportion.

    Args:
        events: How many of the people it happened to, from 0 to `people`.
        people: How many people there are, at least 1.
        confidence: Such as 0.95, between 0 and 1.

    Returns:
        The lower and upper end, each between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Wilson (1927), Journal of the American Statistical Association 22, 209-212; Newcombe (1998a), method 3.
    """
    if not 0 <= events <= people or people < 1 or not 0 < confidence < 1:
        raise ValueError(f"no interval for {events} of {people} at confidence {confidence}")
    z, share = _z(confidence), events / people
    middle = share + z * z / (2 * people)
    half = z * math.sqrt(share * (1 - share) / people + z * z / (4 * people * people))
    scale = 1 + z * z / people
    low = (middle - half) / scale if events else 0.0  # exact at both ends, where rounding would stop just short
    high = (middle + half) / scale if events < people else 1.0
    return max(0.0, low), min(1.0, high)


def newcombe_interval(events_1: int, people_1: int, events_2: int, people_2: int, confidence: float = 0.95) -> tuple[float, float]:
    """Newcombe's hybrid score interval of a difference between two independent proportions.

    Args:
        events_1: Events in the first group.
        people_1: People in the first group, at least 1.
        events_2: Events in the second group.
        people_2: People in the second group, at least 1.
        confidence: Such as 0.95, between 0 and 1.

    Returns:
        The lower and upper end of first minus second, each between -1 and 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Newcombe (1998b), Statistics in Medicine 17, 873-890, method 10.
    """
    share_1, share_2 = events_1 / people_1, events_2 / people_2
    low_1, high_1 = wilson_interval(events_1, people_1, confidence)
    low_2, high_2 = wilson_interval(events_2, people_2, confidence)
    difference = share_1 - share_2
    down = math.sqrt((share_1 - low_1) ** 2 + (high_2 - share_2) ** 2)
    up = math.sqrt((high_1 - share_1) ** 2 + (share_2 - low_2) ** 2)
    return difference - down, difference + up


def people_per_group(before: float, after: float, power: float = 0.8, significance: float = 0.05) -> float:
    """How many people each of two equal groups needs, before rounding up.

    The two-sided test of two proportions with a pooled variance under no difference, without continuity correction.

    Args:
        before: The proportion without the service, between 0 and 1.
        after: The proportion with it, between 0 and 1 and not the same.
        power: The chance of finding the difference if it is there, between 0 and 1.
        significance: The chance of finding one that is not there, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range, or the two proportions are the same.

    Source:
        Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 3rd edition, formula 4.14.
    """
    if not (0 < before < 1 and 0 < after < 1 and 0 < power < 1 and 0 < significance < 1) or before == after:
        raise ValueError(f"no size for {before} and {after} at power {power} and significance {significance}")
    middle = (before + after) / 2
    error, miss = _z(1 - significance), _NORMAL.inv_cdf(power)
    spread = error * math.sqrt(2 * middle * (1 - middle)) + miss * math.sqrt(before * (1 - before) + after * (1 - after))
    return (spread / (before - after)) ** 2


def detectable_fall(before: float, people: float, power: float = 0.8, significance: float = 0.05) -> float:
    """The smallest fall in a proportion that two equal groups can find.

    Args:
        before: The proportion without the service, between 0 and 1.
        people: People in each group, at least 2.
        power: The chance of finding the fall if it is there.
        significance: The chance of finding one that is not there.

    Returns:
        The fall, in the unit of `before`: 0.2 is 20 points. It is `before` itself where not even a fall to nothing is found.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        The inverse of `people_per_group`, found by halving.
    """
    if people < 2:
        raise ValueError(f"no fall can be found with {people} people in each group")
    low, high = 0.0, before * (1 - 1e-9)
    if people_per_group(before, before - high, power, significance) > people:
        return before
    for _ in range(80):
        middle = (low + high) / 2
        if middle and people_per_group(before, before - middle, power, significance) <= people:
            high = middle
        else:
            low = middle
    return high
