"""Scales of an instrument: how reliable a score is, and when one person's change is more than the scale's own error."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import variance

from practice_models.evaluation.estimates import Estimate
from practice_models.evaluation.quantiles import f_quantile, two_sided
from practice_models.evaluation.ranges import require, require_equal_lengths
from practice_models.evaluation.wording import number

_FOR_GROUPS, _FOR_ONE_PERSON = 0.7, 0.9


@dataclass(frozen=True, slots=True)
class Reliability:
    """How well the items of a scale hang together."""

    items: int
    people: int
    alpha: Estimate
    """Cronbach's alpha, at most 1."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        span = f"an alpha anywhere from {number(self.alpha.low)} to {number(self.alpha.high)}"
        if self.alpha.low < _FOR_GROUPS:
            return f"These {self.people} people fit {span}, so you may not yet rely on the score, even to compare groups."
        if self.alpha.low < _FOR_ONE_PERSON:
            return f"With {span}, the score may be used to compare groups, but not to decide anything about one person."
        return f"With {span}, the score is steady enough for one person, which does not show that its items ask the right thing."


@dataclass(frozen=True, slots=True)
class ReliableChange:
    """Whether one person's change is more than the scale's own error."""

    change: Estimate
    """After minus before in points of the scale, with the interval that measurement error alone gives it."""
    index: float
    """The change in standard errors of a difference."""
    smallest: float
    """The smallest change that is reliable, in points of the scale."""

    @property
    def reliable(self) -> bool:
        """Whether the change is more than error alone explains."""
        return abs(self.change.value) > self.smallest

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        moved, least = number(self.change.value), number(self.smallest)
        if self.reliable:
            return f"A change of {moved} is more than the {least} of error alone, so the score changed, but you may not say why."
        return f"A change of {moved} is within the {least} that error alone explains, so you may not say that this person has changed."


def estimate_alpha(scores: Sequence[Sequence[float]], confidence: float = 0.95) -> Reliability:
    """Cronbach's alpha from people's answers.

    Args:
        scores: One row a person, one column an item: at least 2 of each, no answer missing.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where there are too few rows or columns, or all people have the same total.

    Source:
        Cronbach (1951), Psychometrika 16, 297-334; the interval as in `judge_alpha`.
    """
    items = require_equal_lengths("rows of scores", scores)
    require("items", items, 2)
    require("people", len(scores), 2)
    total = variance([math.fsum(row) for row in scores])
    if total == 0:
        raise ValueError("scores add up to the same total for everybody; expected totals that differ")
    alpha = items / (items - 1) * (1 - math.fsum(map(variance, zip(*scores, strict=True))) / total)
    return judge_alpha(min(alpha, 1.0), items, len(scores), confidence)


def judge_alpha(alpha: float, items: int, people: int, confidence: float = 0.95) -> Reliability:
    """The interval of a Cronbach's alpha that somebody has worked out.

    Args:
        alpha: The alpha found, at most 1.
        items: How many items the scale has, at least 2.
        people: How many people answered, at least 2.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Feldt (1965), Psychometrika 30, 357-370; Feldt, Woodruff and Salih (1987), Applied Psychological Measurement 11, 93-103,
        formulas 6 and 7; Nunnally and Bernstein (1994), Psychometric Theory, for 0.7 and 0.9.
    """
    require("alpha", alpha, -math.inf, 1)
    require("items", items, 2)
    require("people", people, 2)
    two_sided(confidence)
    above, below = people - 1, (people - 1) * (items - 1)
    low = 1 - (1 - alpha) * f_quantile((1 + confidence) / 2, above, below)
    high = 1 - (1 - alpha) * f_quantile((1 - confidence) / 2, above, below)
    return Reliability(items, people, Estimate(alpha, low, high, confidence))


def judge_change(before: float, after: float, spread: float, reliability: float, confidence: float = 0.95) -> ReliableChange:
    """Whether one person's change is more than the scale's own error.

    Args:
        before: The person's first score, in points of the scale.
        after: The second.
        spread: The standard deviation of first scores among people like this one, in points, more than 0.
        reliability: The scale's reliability, from 0 to less than 1; test-retest is better than alpha.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Jacobson and Truax (1991), Journal of Consulting and Clinical Psychology 59, 12-19.
    """
    require("spread", spread, 0, open_ends=True)
    if not 0 <= reliability < 1:
        raise ValueError(f"reliability is {reliability}; expected from 0 to less than 1")
    change, error = after - before, spread * math.sqrt(2 * (1 - reliability))
    smallest = two_sided(confidence) * error
    return ReliableChange(Estimate(change, change - smallest, change + smallest, confidence), change / error, smallest)
