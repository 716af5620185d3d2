"""Two groups that are not equal, not independent, or not whole: clusters, attrition, power."""

import math
from statistics import NormalDist

from practice_models.evaluation.proportions import people_per_group

_NORMAL = NormalDist()


def design_effect(people_per_cluster: float, icc: float) -> float:
    """By how much clustering multiplies the people that are needed.

    Args:
        people_per_cluster: How many people share a worker or a site on average, at least 1.
        icc: The likeness of people who share one, from 0 to 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Kish (1965), Survey Sampling: one plus the likeness times one less than the size of a cluster.
    """
    if people_per_cluster < 1 or not 0 <= icc <= 1:
        raise ValueError(f"no design effect for {people_per_cluster} people a cluster and a likeness of {icc}; allowed: from 1, and 0 to 1")
    return 1 + (people_per_cluster - 1) * icc


def people_to_start(people: float, *, clustered: float = 1.0, lost: float = 0.0) -> int:
    """How many people must start so that enough are left.

    Args:
        people: How many must be analysed if each is a trial of their own, above 0.
        clustered: The design effect, at least 1.
        lost: The share that will be lost before the analysis, from 0 and below 1.

    Raises:
        ValueError: Where a number is out of its range.
    """
    if people <= 0 or clustered < 1 or not 0 <= lost < 1:
        raise ValueError(f"no number to start with for {people} people, a design effect of {clustered} and {lost} lost")
    return math.ceil(round(people * clustered / (1 - lost), 9))


def people_in_unequal_groups(
    before: float, after: float, ratio: float, power: float = 0.8, significance: float = 0.05
) -> tuple[float, float]:
    """How many people two groups of different size need, before rounding up.

    Args:
        before: The proportion without the service, between 0 and 1.
        after: The proportion with it, between 0 and 1 and not the same.
        ratio: How many people there are in the first group for each one in the second, above 0.
        power: The chance of finding the difference if it is there.
        significance: The chance of finding one that is not there.

    Returns:
        People without the service and people with it.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Fleiss, Levin and Paik (2003), section 4.4: the equal-groups formula with each group's own variance.
    """
    if ratio <= 0:
        raise ValueError(f"the ratio of the groups is {ratio}; allowed: above 0")
    people_per_group(before, after, power, significance)  # refuses whatever is out of range
    middle = (ratio * before + after) / (ratio + 1)
    error, miss = _NORMAL.inv_cdf(1 - significance / 2), _NORMAL.inv_cdf(power)
    pooled = error * math.sqrt((ratio + 1) * middle * (1 - middle))
    own = miss * math.sqrt(before * (1 - before) + ratio * after * (1 - after))
    served = (pooled + own) ** 2 / (ratio * (before - after) ** 2)
    return ratio * served, served


def power_of(before: float, after: float, people: float, significance: float = 0.05) -> float:
    """The chance that two equal groups find a difference that is there.

    Args:
        before: The proportion without the service, between 0 and 1.
        after: The proportion with it, between 0 and 1 and not the same.
        people: People in each group, at least 2.
        significance: The chance of finding a difference that is not there.

    Returns:
        A chance between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Fleiss, Levin and Paik (2003), section 4.3, without continuity correction.
    """
    if people < 2:
        raise ValueError(f"no power with {people} people in each group; allowed: from 2")
    people_per_group(before, after, 0.5, significance)  # refuses whatever is out of range
    middle = (before + after) / 2
    error = _NORMAL.inv_cdf(1 - significance / 2)
    spread = math.sqrt(before * (1 - before) + after * (1 - after))
    return _NORMAL.cdf((abs(before - after) * math.sqrt(people) - error * math.sqrt(2 * middle * (1 - middle))) / spread)
