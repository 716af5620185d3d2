"""Risk ratio, odds ratio and rate ratio of two independent groups, with log-normal intervals."""

import math
from dataclasses import dataclass
from typing import Literal

from practice_models.evaluation.estimates import Estimate
from practice_models.evaluation.quantiles import two_sided
from practice_models.evaluation.ranges import require, require_part
from practice_models.evaluation.wording import number

_OF_WHAT = {"risk": "chance", "odds": "odds", "rate": "rate"}


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as likely, or as often, something happened in the first group as in the second."""

    kind: Literal["risk", "odds", "rate"]
    ratio: Estimate
    """More than 0; 1 where the groups are alike."""
    overdispersed: bool = True
    """Whether more spread than pure chance has been allowed for; only a rate needs it."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        span, what = f"{number(self.ratio.low)} to {number(self.ratio.high)} times", _OF_WHAT[self.kind]
        if self.ratio.holds(1):
            return f"Anything from {span} the second's {what} fits, so you may say neither that the groups differ nor that they are alike."
        if not self.overdispersed:
            return (
                f"The rate was {span} the second group's if each offence came by itself; as a few people commit many, "
                "the true interval is wider and this may not be quoted without saying so."
            )
        if self.kind == "odds":
            return f"The first group's odds were {span} the second's, which may not be read as so many times as likely."
        return f"You may say that the first group's {what} was {span} the second's, but not that the service is why."


def estimate_risk_ratio(events_1: int, people_1: int, events_2: int, people_2: int, confidence: float = 0.95) -> Ratio:
    """How many times as likely an event was in the first group as in the second.

    Args:
        events_1: Events in the first group, at least 1.
        people_1: People in the first group.
        events_2: Events in the second group, at least 1.
        people_2: People in the second group.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range; with no event in a group there is no such interval.

    Source:
        Katz and others (1978), Biometrics 34, 469-474.
    """
    _require_events(events_1, people_1, events_2, people_2)
    error = math.sqrt(1 / events_1 - 1 / people_1 + 1 / events_2 - 1 / people_2)
    return Ratio("risk", _log_normal((events_1 / people_1) / (events_2 / people_2), error, confidence))


def estimate_odds_ratio(events_1: int, people_1: int, events_2: int, people_2: int, confidence: float = 0.95) -> Ratio:
    """The odds of an event in the first group, as a multiple of those in the second.

    Args:
        events_1: Events in the first group, at least 1 and fewer than its people.
        people_1: People in the first group.
        events_2: Events in the second group, at least 1 and fewer than its people.
        people_2: People in the second group.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range; with nobody in one of the four cells there is no such interval.

    Source:
        Woolf (1955), Annals of Human Genetics 19, 251-253.
    """
    _require_events(events_1, people_1, events_2, people_2)
    spared_1, spared_2 = people_1 - events_1, people_2 - events_2
    require("people_1 without the event", spared_1, 1)
    require("people_2 without the event", spared_2, 1)
    error = math.sqrt(1 / events_1 + 1 / spared_1 + 1 / events_2 + 1 / spared_2)
    return Ratio("odds", _log_normal(events_1 * spared_2 / (spared_1 * events_2), error, confidence))


def estimate_rate_ratio(
    events_1: int, years_1: float, events_2: int, years_2: float, dispersion: float = 1, confidence: float = 0.95
) -> Ratio:
    """How many times as often something happened in the first group as in the second, such as reoffences in a year at risk.

    Args:
        events_1: Events in the first group, at least 1: offences, not people.
        years_1: Time at risk in the first group, in any unit, more than 0: person-years without those in custody.
        events_2: Events in the second group, at least 1.
        years_2: Time at risk in the second group, in the same unit.
        dispersion: Variance of the counts over what pure chance gives, at least 1. Reoffences come in bunches: it is often 2 to 5.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range; with no event in a group there is no such interval.

    Source:
        Rothman, Greenland and Lash (2008), Modern Epidemiology, 3rd edition, for the log-normal interval of Poisson counts;
        McCullagh and Nelder (1989), Generalized Linear Models, 2nd edition, for the dispersion.
    """
    require("events_1", events_1, 1)
    require("events_2", events_2, 1)
    require("years_1", years_1, 0, open_ends=True)
    require("years_2", years_2, 0, open_ends=True)
    require("dispersion", dispersion, 1)
    error = math.sqrt(dispersion * (1 / events_1 + 1 / events_2))
    return Ratio("rate", _log_normal((events_1 / years_1) / (events_2 / years_2), error, confidence), overdispersed=dispersion > 1)


def _require_events(events_1: int, people_1: int, events_2: int, people_2: int) -> None:
    for group, events, people in ((1, events_1, people_1), (2, events_2, people_2)):
        require_part(f"events_{group}", events, f"people_{group}", people)
        require(f"events_{group}", events, 1)


def _log_normal(ratio: float, error: float, confidence: float) -> Estimate:
    reach = math.exp(two_sided(confidence) * error)
    return Estimate(ratio, ratio / reach, ratio * reach, confidence)
