"""A number that was estimated, with its interval."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with the interval that goes with it; never quote the one without the other."""

    value: float
    low: float
    high: float
    confidence: float = 0.95
    """Such as 0.95."""

    def holds(self, value: float) -> bool:
        """Whether a value lies in the interval, its ends included."""
        return self.low <= value <= self.high
