"""Progression criteria: go, amend or stop by limits that were fixed before anybody counted, with how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from practice_models.evaluation.estimates import Estimate
from practice_models.evaluation.proportions import estimate_proportion
from practice_models.evaluation.ranges import require
from practice_models.evaluation.wording import listed, percent, percent_span

_LAST_PLACE = 1e-12


class Light(IntEnum):
    """What a criterion says, from worst to best."""

    STOP = 0
    AMEND = 1
    GO = 2

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion that was fixed before the pilot began.

    Raises:
        ValueError: Where the limits are out of range or in the wrong order.
    """

    name: str
    go_from: float
    """The least share that says go, from 0 to 1."""
    amend_from: float
    """The least share that says amend, from 0 to `go_from`; the same as `go_from` where there is nothing between go and stop."""
    safety: bool = False
    """Whether it guards somebody's safety: to fall short of it stops the pilot, whatever else went well."""

    def __post_init__(self) -> None:
        require("go_from", self.go_from, 0, 1)
        require("amend_from", self.amend_from, 0, self.go_from)

    def light_of(self, share: float) -> Light:
        """The light for a share; a share at a limit has the better one."""
        if share >= self.go_from - _LAST_PLACE:
            return Light.GO
        return Light.AMEND if share >= self.amend_from - _LAST_PLACE else Light.STOP

    @property
    def lights(self) -> tuple[Light, ...]:
        """Every light that it can show, from worst to best."""
        return tuple(light for light in Light if light is not Light.AMEND or self.amend_from < self.go_from)


@dataclass(frozen=True, slots=True)
class Judgement:
    """How one criterion came out."""

    criterion: Criterion
    events: int
    people: int
    share: Estimate
    """With its Wilson interval."""
    light: Light
    """The light for the share that was seen; it decides."""
    reached: tuple[Light, ...]
    """Every light that the interval reaches, from worst to best."""

    @property
    def hard_stop(self) -> bool:
        """Whether the pilot must stop because of this criterion alone."""
        return self.criterion.safety and self.light is Light.STOP

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        seen = f"{percent(self.share.value)}% ({percent_span(self.share.low, self.share.high)})"
        if self.hard_stop:
            return f"At {seen} a safety limit is not kept: stop, whatever else went well and however few people this rests on."
        if len(self.reached) == 1:
            return f"At {seen} the numbers say {self.light}, and the whole interval agrees."
        lights = listed([str(light) for light in self.reached])
        return f"At {seen} the numbers say {self.light}, but the interval reaches {lights}, so do not let them decide alone."


@dataclass(frozen=True, slots=True)
class Verdict:
    """What all criteria together say."""

    judgements: tuple[Judgement, ...]

    @property
    def light(self) -> Light:
        """The worst light among the criteria: good news on one does not outweigh bad news on another."""
        return min(each.light for each in self.judgements)

    @property
    def hard_stops(self) -> tuple[Judgement, ...]:
        """The safety criteria that stop the pilot."""
        return tuple(each for each in self.judgements if each.hard_stop)

    @property
    def settled(self) -> bool:
        """Whether no interval reaches another light than its criterion's own."""
        return all(len(each.reached) == 1 for each in self.judgements)

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        if self.hard_stops:
            names = listed([each.criterion.name for each in self.hard_stops])
            return f"Stop, because of safety ({names}): no other result may be set against this."
        worst = listed([each.criterion.name for each in self.judgements if each.light is self.light])
        sure = "every interval agrees" if self.settled else "at least one interval reaches another light, and the report must say so"
        return f"Together the criteria say {self.light}, which {worst} decided, and {sure}."


def judge_criterion(criterion: Criterion, events: int, people: int, confidence: float = 0.95) -> Judgement:
    """How one criterion came out, and how sure that is.

    Args:
        criterion: The criterion with its limits.
        events: How many of the people it was kept for, from 0 to `people`.
        people: How many people it concerned, at least 1.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Avery and others (2017), BMJ Open 7, e013537 (traffic-light progression criteria); Wilson (1927) for the interval.
    """
    share = estimate_proportion(events, people, confidence).share
    worst, best = criterion.light_of(share.low), criterion.light_of(share.high)
    reached = tuple(light for light in criterion.lights if worst <= light <= best)
    return Judgement(criterion, events, people, share, criterion.light_of(share.value), reached)


def judge_all(judgements: Sequence[Judgement]) -> Verdict:
    """What all criteria together say: the worst decides, and a safety criterion that says stop does so at once.

    Args:
        judgements: One for each criterion, at least one.

    Raises:
        ValueError: Where there is none.

    Source:
        Avery and others (2017), BMJ Open 7, e013537.
    """
    if not judgements:
        raise ValueError("judgements are none; expected at least one")
    return Verdict(tuple(judgements))
