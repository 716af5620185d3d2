"""Progression criteria: whether a share that was seen says go on, change something, or stop, and how sure that is."""

from dataclasses import dataclass
from typing import Literal

from practice_models.evaluation.proportions import wilson_interval

Light = Literal["go", "amend", "stop"]


@dataclass(frozen=True, slots=True)
class Progression:
    """Where a share stands among thresholds that were fixed before."""

    light: Light
    """What the share itself says."""
    share: float
    low: float
    """The lower end of the share's 95% interval."""
    high: float
    """The upper end of the share's 95% interval."""
    possible: tuple[Light, ...]
    """Every light that the interval reaches, best first."""

    @property
    def may_say(self) -> str:
        """One plain sentence of what may be said."""
        if self.possible == (self.light,):
            return f"The numbers say {self.light}, and so would every share that they fit."
        others = " or ".join(light for light in self.possible if light != self.light)
        return f"The numbers say {self.light}, but they would also fit {others}; do not let them decide alone."


def traffic_light(events: int, people: int, *, go_from: float, amend_from: float) -> Progression:
    """What a share says, by thresholds that were fixed before anybody counted.

    Args:
        events: How many of the people it is true of.
        people: How many there are, at least 1.
        go_from: The lowest share that says go, from 0 to 1.
        amend_from: The lowest share that says amend; below it the numbers say stop. No more than `go_from`; the same where
            there is nothing between go and stop, as with safety.

    Raises:
        ValueError: Where a number is out of its range, or the thresholds are not in order.
    """
    if not 0 <= amend_from <= go_from <= 1:
        raise ValueError(f"the thresholds are {amend_from} and {go_from}; allowed: 0 to 1, amend no higher than go")
    low, high = wilson_interval(events, people)
    share = events / people

    def light_of(value: float) -> Light:
        return "go" if value >= go_from else "amend" if value >= amend_from else "stop"

    order: tuple[Light, ...] = ("go", "amend", "stop")
    best, worst = order.index(light_of(high)), order.index(light_of(low))
    possible = tuple(light for light in order[best : worst + 1] if light != "amend" or amend_from < go_from)
    return Progression(light_of(share), share, low, high, possible)
