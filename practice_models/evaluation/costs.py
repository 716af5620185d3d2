"""Value for money: cost for an outcome, break-even, and what the answer hangs on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from practice_models.evaluation.estimates import Estimate
from practice_models.evaluation.proportions import Difference, estimate_difference, estimate_proportion
from practice_models.evaluation.ranges import require, require_share
from practice_models.evaluation.rounding import round_up
from practice_models.evaluation.wording import number, percent, points_span, pounds


@dataclass(frozen=True, slots=True)
class CostPerOutcome:
    """What the service cost for each person with the outcome."""

    cost: float
    outcomes: int
    people: int | None
    """How many people there were, or None where it is not known."""
    each: float
    """In the unit of `cost`."""
    interval: Estimate | None
    """The same with the interval of the proportion turned over; None where it is not known how many people there were."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        span = "" if self.interval is None else f" ({pounds(self.interval.low)} to {pounds(self.interval.high)})"
        return (
            f"Each outcome came with {pounds(self.each)} of cost{span}, but you may not say that it was bought with it, "
            "because some would have come anyway."
        )


@dataclass(frozen=True, slots=True)
class CostPerOutcomeAverted:
    """What the service cost for each bad outcome that it averted, where it averted any."""

    cost: float
    fall: Difference
    """The comparison's share minus the service's."""
    each: Estimate | None
    """In the unit of `cost`; None where the groups may be alike, for then there is nothing to divide by."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        if self.each is None:
            change = points_span(-self.fall.difference.high, -self.fall.difference.low)
            return f"Anything from {change} fits, so no cost for an outcome averted may be given, and no saving may be claimed."
        return (
            f"Each outcome averted cost {pounds(self.each.low)} to {pounds(self.each.high)} if the two groups were alike in all else, "
            "and the middle figure may never be given alone."
        )


@dataclass(frozen=True, slots=True)
class BreakEven:
    """How many outcomes that would not have come anyway pay for a service."""

    cost: float
    saved: float
    """What one such outcome saves."""
    people: int | None
    """How many people the service is for, or None where it is not said."""
    before: float | None
    """The share to whom it happens without the service, where the outcome is to avert something; else None."""
    needed: float
    """Outcomes, not rounded."""

    @property
    def outcomes(self) -> int:
        """Outcomes, rounded up to whole ones."""
        return round_up(self.needed)

    @property
    def share(self) -> float | None:
        """The outcomes as a share of the people, or None where their number is not said."""
        return None if self.people is None else self.needed / self.people

    @property
    def possible(self) -> bool:
        """Whether there are as many outcomes to be had, so far as it is known."""
        return self.share is None or self.share <= (1 if self.before is None else self.before)

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        outcomes = f"{self.outcomes:,} outcome{'s' * (self.outcomes != 1)} that would not have come anyway"
        if not self.possible:
            return f"The service cannot pay for itself by this outcome: it would take {outcomes}, and there are not so many to be had."
        among = "" if self.people is None else f" among {self.people:,} people"
        change = "" if self.share is None else f", a change of {number(100 * self.share, 1)} points"
        start = "" if self.share is None or self.before is None else f" from {percent(self.before)}%"
        return f"To pay for itself the service must bring about {outcomes}{among}{change}{start}, which is a bar to clear and not a result."


@dataclass(frozen=True, slots=True)
class Swing:
    """What one figure does to the answer."""

    name: str
    at_low: float
    """The answer with the figure at its lowest."""
    at_high: float
    """The answer with the figure at its highest."""

    @property
    def width(self) -> float:
        """How far the answer moves."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How the answer moves with one figure at a time."""

    answer: float
    """With every figure as assumed."""
    swings: tuple[Swing, ...]
    """The widest first."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        most = self.swings[0]
        low, high = sorted((most.at_low, most.at_high))
        return (
            f"The answer hangs most on the {most.name} ({number(low, 1)} to {number(high, 1)}), so settle that first, and do not call this "
            "range the worst case, for the other figures stood still."
        )


def estimate_cost_per_outcome(cost: float, outcomes: int, people: int | None = None, confidence: float = 0.95) -> CostPerOutcome:
    """What a service cost for each person with the outcome.

    Args:
        cost: All that was spent, in pounds of one year, staff time and training included, at least 0.
        outcomes: How many people had the outcome, from 1 to `people`.
        people: How many people there were; without it there is no interval.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range; where nobody had the outcome there is no such cost.

    Source:
        HM Treasury, Magenta Book, on value for money; the interval is the Wilson interval of the proportion, turned over.
    """
    require("cost", cost, 0)
    require("outcomes", outcomes, 1)
    each = cost / outcomes
    if people is None:
        return CostPerOutcome(cost, outcomes, None, each, None)
    share = estimate_proportion(outcomes, people, confidence).share
    interval = Estimate(each, cost / (people * share.high), cost / (people * share.low), confidence)
    return CostPerOutcome(cost, outcomes, people, each, interval)


def estimate_cost_per_outcome_averted(
    cost: float, events_service: int, people_service: int, events_comparison: int, people_comparison: int, confidence: float = 0.95
) -> CostPerOutcomeAverted:
    """What a service cost for each bad outcome averted; nothing is given where the groups may be alike.

    Args:
        cost: What the service cost beyond what the comparison cost, in pounds, at least 0.
        events_service: Bad outcomes among the people of the service.
        people_service: People in the service, at least 1.
        events_comparison: Bad outcomes in the comparison.
        people_comparison: People in the comparison, at least 1.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Cook and Sackett (1995), British Medical Journal 310, 452-454 (number needed to treat), and Bender (2001), Controlled
        Clinical Trials 22, 102-110 (its interval by the score method), times the cost for a person; that an effect which may be
        none is not given a price is this handbook's rule.
    """
    require("cost", cost, 0)
    fall = estimate_difference(events_comparison, people_comparison, events_service, people_service, confidence)
    share = fall.difference
    if share.low <= 0:
        return CostPerOutcomeAverted(cost, fall, None)
    person = cost / people_service
    return CostPerOutcomeAverted(cost, fall, Estimate(person / share.value, person / share.high, person / share.low, confidence))


def find_break_even(cost: float, saved: float, people: int | None = None, before: float | None = None) -> BreakEven:
    """How many outcomes that would not have come anyway pay for a service.

    Args:
        cost: What it costs in all, in pounds, at least 0.
        saved: What one such outcome saves, to the same purse and in the same prices, more than 0.
        people: How many people the service is for, at least 1.
        before: The share to whom it happens without the service, between 0 and 1, where the outcome is to avert something.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        HM Treasury, Green Book, on switching values.
    """
    require("cost", cost, 0)
    require("saved", saved, 0, open_ends=True)
    if people is not None:
        require("people", people, 1)
    if before is not None:
        require_share("before", before)
    return BreakEven(cost, saved, people, before, cost / saved)


def vary_one_at_a_time(
    work_out: Callable[[Mapping[str, float]], float], assumed: Mapping[str, float], ranges: Mapping[str, tuple[float, float]]
) -> Sensitivity:
    """How an answer moves when each figure goes to its lowest and its highest while the others stand still.

    Args:
        work_out: Gives the answer for figures by name.
        assumed: The figures as assumed, by name.
        ranges: The lowest and highest of each figure that is not sure, by name, with the figure assumed between them; at least one.

    Raises:
        ValueError: Where a range names no figure, or does not hold the one assumed.

    Source:
        HM Treasury, Green Book, on sensitivity analysis.
    """
    require("number of ranges", len(ranges), 1)
    for name, (low, high) in ranges.items():
        if name not in assumed:
            raise ValueError(f"ranges name '{name}'; expected one of {', '.join(assumed)}")
        require(name, assumed[name], low, high)
    swings = [Swing(name, *(work_out({**assumed, name: end}) for end in ends)) for name, ends in ranges.items()]
    return Sensitivity(work_out(assumed), tuple(sorted(swings, key=lambda swing: -swing.width)))
