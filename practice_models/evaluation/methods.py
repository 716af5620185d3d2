"""What a method of evaluation is: named inputs with their ranges, and numbers that come out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Input:
    """A number that a method needs."""

    means: str
    """What it is, with its unit."""
    low: Decimal
    """The lowest value allowed."""
    high: Decimal
    """The highest value allowed."""
    whole: bool = False
    """Whether only whole numbers will do."""
    open_ends: bool = False
    """Whether the two ends themselves are not allowed."""
    default: Decimal | None = None
    """What it is where it is not given; None where it must be given."""

    def why_not(self, value: Decimal) -> str:
        """Why a value will not do, as the end of a message; nothing where it will."""
        if self.whole and value != value.to_integral_value():
            return "expected a whole number"
        within = self.low < value < self.high if self.open_ends else self.low <= value <= self.high
        if within:
            return ""
        return (
            f"expected {'more than' if self.open_ends else 'from'} {self.low:,} {'and less than' if self.open_ends else 'to'} {self.high:,}"
        )


@dataclass(frozen=True, slots=True)
class Number:
    """One number that a method gives, rounded for readers."""

    name: str
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """A calculation with its inputs."""

    says: str
    """The method on one line, with its source."""
    inputs: Mapping[str, Input]
    """By name, in the order of asking."""
    work_out: Callable[[Mapping[str, Decimal]], tuple[Number, ...]]
    """The numbers for inputs that are all in range; what is left out takes its default."""
    may_say: str
    """One plain sentence of what may be said of the numbers, and what may not."""
    at_most: tuple[tuple[str, str], ...] = ()
    """Pairs of inputs of which the first must not be above the second."""
    below: tuple[tuple[str, str], ...] = ()
    """Pairs of inputs of which the first must be below the second."""

    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For numbers that stand for words, the words from nought upwards."""

    def show(self, name: str, value: Decimal, low: Decimal | None = None, high: Decimal | None = None) -> str:
        """A number as a reader sees it, with its interval where it has one: `77.8 (95% interval 45.3 to 93.7)`."""
        words = self.labels.get(name)
        shown = [f"{each:,}" if words is None else words[int(each)] for each in (value, low, high) if each is not None]
        return shown[0] if len(shown) < 3 else f"{shown[0]} (95% interval {shown[1]} to {shown[2]})"

    def why_not(self, values: Mapping[str, Decimal]) -> Iterator[tuple[str, str]]:
        """Each input that does not go with another one, and why; all inputs are known to be in their own range."""
        for part, whole in self.at_most:
            if part in values and whole in values and values[part] > values[whole]:
                yield part, f"expected no more than '{whole}', which is {values[whole]:,}"
        for part, whole in self.below:
            if part in values and whole in values and values[part] >= values[whole]:
                yield part, f"expected less than '{whole}', which is {values[whole]:,}"
