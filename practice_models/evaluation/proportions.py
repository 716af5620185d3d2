"""Proportions in one or two groups, with their intervals: closed forms on the normal distribution."""

import math
from dataclasses import dataclass

from practice_models.evaluation.estimates import Estimate
from practice_models.evaluation.quantiles import two_sided
from practice_models.evaluation.ranges import require_part
from practice_models.evaluation.wording import gap_span, percent_span, size_span

_EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Proportion:
    """How many of a group something happened to."""

    events: int
    people: int
    share: Estimate
    """Between 0 and 1, with its Wilson interval."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        fits = f"anything from {percent_span(self.share.low, self.share.high)} fits {self.events:,} of {self.people:,}"
        if self.share.holds(_EVEN):
            return f"Write the count, because {fits}, and you may not even say whether it is more or fewer than half."
        side = "more" if self.share.low > _EVEN else "fewer"
        return f"You may say that it is {side} than half, but not give the percentage alone, because {fits}."


@dataclass(frozen=True, slots=True)
class Difference:
    """How much two independent groups differ."""

    share_1: float
    share_2: float
    difference: Estimate
    """First minus second, between -1 and 1, with Newcombe's interval."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        if self.difference.holds(0):
            span = gap_span(self.difference.low, self.difference.high)
            return f"Anything from {span} in the first group fits, so you may say neither that the groups differ nor that they are alike."
        side, by = "higher" if self.difference.low > 0 else "lower", size_span(self.difference.low, self.difference.high)
        return f"You may say that the first group's share was {side} by {by}, but not why: that rests on how the groups came about."


def wilson_interval(events: float, people: float, confidence: float = 0.95) -> tuple[float, float]:
    """The Wilson score interval of a proportion.

    Args:
        events: How many of the people it happened to, from 0 to `people`.
        people: How many people there are, at least 1; it need not be whole where it is an effective size.
        confidence: Such as 0.95, between 0 and 1.

    Returns:
        The lower and upper end, each between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Wilson (1927), Journal of the American Statistical Association 22, 209-212; Newcombe (1998), Statistics in Medicine 17,
        857-872, method 3.
    """
    require_part("events", events, "people", people)
    z, share = two_sided(confidence), events / people
    middle = share + z * z / (2 * people)
    half = z * math.sqrt(share * (1 - share) / people + z * z / (4 * people * people))
    scale = 1 + z * z / people
    low, high = max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)
    return (0.0 if events == 0 else low), (1.0 if events == people else high)


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
        Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
    """
    first = estimate_proportion(events_1, people_1, confidence).share
    second = estimate_proportion(events_2, people_2, confidence).share
    return subtract_interval(first, second)


def subtract_interval(first: Estimate, second: Estimate) -> tuple[float, float]:
    """The interval of a difference of two independent estimates, from their own intervals.

    Source:
        Zou and Donner (2008), Statistics in Medicine 27, 1693-1702 (recovering variances from the limits).
    """
    difference = first.value - second.value
    down = math.hypot(first.value - first.low, second.high - second.value)
    up = math.hypot(first.high - first.value, second.value - second.low)
    return difference - down, difference + up


def estimate_proportion(events: int, people: int, confidence: float = 0.95) -> Proportion:
    """A proportion with its Wilson interval and what may be said of it.

    Args:
        events: How many of the people it happened to, from 0 to `people`.
        people: How many people there are, at least 1.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        As `wilson_interval`.
    """
    low, high = wilson_interval(events, people, confidence)
    return Proportion(events, people, Estimate(events / people, low, high, confidence))


def estimate_difference(events_1: int, people_1: int, events_2: int, people_2: int, confidence: float = 0.95) -> Difference:
    """The difference of two independent proportions with Newcombe's interval and what may be said of it.

    Args:
        events_1: Events in the first group.
        people_1: People in the first group, at least 1.
        events_2: Events in the second group.
        people_2: People in the second group, at least 1.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        As `newcombe_interval`.
    """
    low, high = newcombe_interval(events_1, people_1, events_2, people_2, confidence)
    share_1, share_2 = events_1 / people_1, events_2 / people_2
    return Difference(share_1, share_2, Estimate(share_1 - share_2, low, high, confidence))
