"""How many people an evaluation takes, what it can find with those that it has, and with what chance.

The two-sided test of two independent proportions with a pooled variance under no difference, without continuity correction.
"""

import math
from dataclasses import dataclass

from practice_models.evaluation.clusters import design_effect
from practice_models.evaluation.quantiles import NORMAL, two_sided
from practice_models.evaluation.ranges import require, require_share
from practice_models.evaluation.rounding import round_up
from practice_models.evaluation.wording import number, percent

_STEPS = 80
_JUST_UNDER = 1 - 1e-9


@dataclass(frozen=True, slots=True)
class Design:
    """How a comparison of two groups is set up.

    Raises:
        ValueError: Where a number is out of its range.
    """

    power: float = 0.8
    """The chance of finding the difference if it is there, between 0 and 1."""
    significance: float = 0.05
    """The chance of finding one that is not there, between 0 and 1."""
    comparators: float = 1
    """People in the comparison for each person in the service, more than 0."""
    people_per_worker: float = 1
    """People per worker (or other cluster) who are followed up, at least 1."""
    likeness: float = 0
    """Intra-cluster correlation, from 0 to 1: how alike the outcomes of one worker's people are."""
    variation: float = 0
    """Coefficient of variation of the workers' numbers of people, at least 0; 0 where all have as many."""
    lost: float = 0
    """The share of people who are lost before the outcome is known, from 0 to under 1."""

    def __post_init__(self) -> None:
        require_share("power", self.power)
        require_share("significance", self.significance)
        require("comparators", self.comparators, 0, open_ends=True)
        if not 0 <= self.lost < 1:
            raise ValueError(f"lost is {self.lost}; expected from 0 to less than 1")
        design_effect(self.people_per_worker, self.likeness, self.variation)

    @property
    def effect(self) -> float:
        """The design effect of shared workers."""
        return design_effect(self.people_per_worker, self.likeness, self.variation)

    @property
    def inflation(self) -> float:
        """People to recruit for each person that a simple comparison without losses would need."""
        return self.effect / (1 - self.lost)


SIMPLE = Design()
"""Two equal groups, 80% power, 5% two-sided, nobody lost, no clusters."""


@dataclass(frozen=True, slots=True)
class SampleSize:
    """How many people to recruit."""

    before: float
    after: float
    design: Design
    service: int
    """People to recruit to the service."""
    comparison: int
    """People to recruit to the comparison."""

    @property
    def total(self) -> int:
        """People to recruit in all."""
        return self.service + self.comparison

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        change = f"To find a change from {percent(self.before)} to {percent(self.after)}%,"
        people = f"{self.service:,} people in the service and {self.comparison:,} to compare with"
        alike, lost = self.design.effect > 1, self.design.lost > 0
        if alike and lost:
            return f"{change} start with {people}, and say that the likeness and the losses are guesses until somebody measures them."
        if alike:
            return f"{change} follow up {people}, losses not counted in, and say that the likeness is a guess until somebody measures it."
        if lost:
            return f"{change} start with {people}, and say that the losses are a guess until somebody measures them."
        return f"{change} follow up {people}, losses not counted in; with fewer, finding nothing would not mean that nothing was there."


@dataclass(frozen=True, slots=True)
class DetectableFall:
    """The smallest fall that a study can find."""

    before: float
    people: float
    """People recruited to the service."""
    design: Design
    fall: float
    """The fall as a share, 0.2 for 20 points; `before` itself where not even a fall to nothing is found."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        if self.fall >= self.before:
            return f"With {number(self.people)} people in the service, no fall from {percent(self.before)}% can be found at all."
        return (
            f"With {number(self.people)} people in the service, only a fall of {number(100 * self.fall, 1)} points or more from "
            f"{percent(self.before)}% is likely to be found, so finding none would not show that the service fails."
        )


@dataclass(frozen=True, slots=True)
class Power:
    """The chance that a study finds a difference that is there."""

    before: float
    after: float
    people: float
    """People recruited to the service."""
    design: Design
    power: float
    """Between 0 and 1."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        chance = f"a true change from {percent(self.before)} to {percent(self.after)}% would be found {percent(self.power)} times in 100"
        if self.power >= self.design.power:
            return f"With {number(self.people)} people in the service, {chance}, which is enough for the study that you plan."
        return f"With {number(self.people)} people in the service, {chance}, so the study may not be called a test of whether it works."


def people_per_group(before: float, after: float, power: float = 0.8, significance: float = 0.05, comparators: float = 1) -> float:
    """How many people the service's group needs, before rounding up and before any allowance.

    Args:
        before: The proportion without the service, between 0 and 1.
        after: The proportion with it, between 0 and 1 and not the same.
        power: The chance of finding the difference if it is there, between 0 and 1.
        significance: The chance of finding one that is not there, between 0 and 1.
        comparators: People in the comparison for each person in the service, more than 0.

    Returns:
        People in the service's group; with one comparator a person, people in each group.

    Raises:
        ValueError: Where a number is out of its range, or the two proportions are the same.

    Source:
        Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 3rd edition; for unequal groups
        Fleiss, Tytun and Ury (1980), Biometrics 36, 343-346, without the correction.
    """
    Design(power, significance, comparators)
    none, some = _spreads(before, after, comparators)
    least = two_sided(1 - significance) * none + NORMAL.inv_cdf(power) * some
    return max(least, 0.0) ** 2 / (comparators * (before - after) ** 2)


def _spreads(before: float, after: float, comparators: float) -> tuple[float, float]:
    """The standard deviations of the difference, times the root of comparators and people: with no difference, and with this one."""
    require_share("before", before)
    require_share("after", after)
    if before == after:
        raise ValueError(f"after is {after}; expected another proportion than before")
    middle = (after + comparators * before) / (1 + comparators)
    return (
        math.sqrt((1 + comparators) * middle * (1 - middle)),
        math.sqrt(comparators * after * (1 - after) + before * (1 - before)),
    )


def detectable_fall(before: float, people: float, power: float = 0.8, significance: float = 0.05, comparators: float = 1) -> float:
    """The smallest fall in a proportion that two groups can find.

    Args:
        before: The proportion without the service, between 0 and 1.
        people: People in the service's group, at least 2.
        power: The chance of finding the fall if it is there.
        significance: The chance of finding one that is not there.
        comparators: People in the comparison for each person in the service, more than 0.

    Returns:
        The fall, in the unit of `before`: 0.2 is 20 points. It is `before` itself where not even a fall to nothing is found.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        The inverse of `people_per_group`, found by halving.
    """
    require("people", people, 2)
    require_share("before", before)

    def found(fall: float) -> bool:
        return before - fall != before and people_per_group(before, before - fall, power, significance, comparators) <= people

    low, high = 0.0, before * _JUST_UNDER
    if not found(high):
        return before
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if found(middle) else (middle, high)
    return high


def detectable_rise(before: float, people: float, power: float = 0.8, significance: float = 0.05, comparators: float = 1) -> float:
    """The smallest rise in a proportion that two groups can find: a fall of those to whom it does not happen.

    Args:
        before: The proportion without the service, between 0 and 1.
        people: People in the service's group, at least 2.
        power: The chance of finding the rise if it is there.
        significance: The chance of finding one that is not there.
        comparators: People in the comparison for each person in the service, more than 0.

    Returns:
        The rise, in the unit of `before`; `1 - before` where not even a rise to all is found.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        As `detectable_fall`.
    """
    return detectable_fall(1 - before, people, power, significance, comparators)


def power_to_find(before: float, after: float, people: float, significance: float = 0.05, comparators: float = 1) -> float:
    """The chance that two groups find a difference that is there.

    Args:
        before: The proportion without the service, between 0 and 1.
        after: The proportion with it, between 0 and 1 and not the same.
        people: People in the service's group, at least 2.
        significance: The chance of finding one that is not there, between 0 and 1.
        comparators: People in the comparison for each person in the service, more than 0.

    Returns:
        The power, between 0 and 1; the chance of finding it the wrong way round is left out.

    Raises:
        ValueError: Where a number is out of its range, or the two proportions are the same.

    Source:
        The inverse of `people_per_group`.
    """
    Design(significance=significance, comparators=comparators)
    require("people", people, 2)
    none, some = _spreads(before, after, comparators)
    reach = abs(before - after) * math.sqrt(people * comparators)
    return NORMAL.cdf((reach - two_sided(1 - significance) * none) / some)


def plan_size(before: float, after: float, design: Design = SIMPLE) -> SampleSize:
    """How many people to recruit, clusters and losses allowed for.

    Args:
        before: The proportion without the service, between 0 and 1.
        after: The proportion with it, between 0 and 1 and not the same.
        design: How the comparison is set up.

    Raises:
        ValueError: Where a number is out of its range, or the two proportions are the same.

    Source:
        `people_per_group` times `design_effect`, divided by the share that is kept; rounded up.
    """
    each = people_per_group(before, after, design.power, design.significance, design.comparators) * design.inflation
    return SampleSize(before, after, design, max(1, round_up(each)), max(1, round_up(each * design.comparators)))


def find_detectable_fall(before: float, people: float, design: Design = SIMPLE) -> DetectableFall:
    """The smallest fall that the people recruited to a service can show, clusters and losses allowed for.

    Args:
        before: The proportion without the service, between 0 and 1.
        people: People recruited to the service; at least 2 after the allowances.
        design: How the comparison is set up.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        As `detectable_fall`, with the people that `Design.inflation` leaves.
    """
    worth = people / design.inflation
    return DetectableFall(before, people, design, detectable_fall(before, worth, design.power, design.significance, design.comparators))


def find_power(before: float, after: float, people: float, design: Design = SIMPLE) -> Power:
    """The chance that the people recruited to a service show a difference that is there, clusters and losses allowed for.

    Args:
        before: The proportion without the service, between 0 and 1.
        after: The proportion with it, between 0 and 1 and not the same.
        people: People recruited to the service; at least 2 after the allowances.
        design: How the comparison is set up; its own power is the one that is hoped for.

    Raises:
        ValueError: Where a number is out of its range, or the two proportions are the same.

    Source:
        As `power_to_find`, with the people that `Design.inflation` leaves.
    """
    power = power_to_find(before, after, people / design.inflation, design.significance, design.comparators)
    return Power(before, after, people, design, power)
