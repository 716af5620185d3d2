"""What a method of evaluation is: named inputs with their ranges, and numbers with a sentence that come out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

Values = Mapping[str, Decimal]
"""Inputs by name, in the units that the method asks for."""

MOST_PLACES = 6
"""The most decimal places of an input: finer than that, two of them can be one number to a computer."""


def expected_with(other: str) -> str:
    """The end of a message about an input that says nothing without another."""
    return f"expected '{other}' with it"


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
    """What it is where it is not given, if it has a default."""
    optional: bool = False
    """Whether the method works without it though it has no default, and then says less."""

    @property
    def needed(self) -> bool:
        """Whether it must be given."""
        return self.default is None and not self.optional

    @property
    def range(self) -> str:
        """What is allowed, in words: `from 0 to 100`."""
        return f"more than {self.low:,f} and less than {self.high:,f}" if self.open_ends else f"from {self.low:,f} to {self.high:,f}"

    @property
    def allowed(self) -> str:
        """The range with the kind of number: `a whole number from 0 to 9`."""
        return f"a whole number {self.range}" if self.whole else self.range

    def why_not(self, value: Decimal) -> str:
        """Why a value will not do, as the end of a message; nothing where it will."""
        within = self.low < value < self.high if self.open_ends else self.low <= value <= self.high
        if not within:
            return f"expected {self.range}"
        if self.whole:
            return "expected a whole number" if value != value.to_integral_value() else ""
        return f"expected at most {MOST_PLACES} decimal places" if value != round(value, MOST_PLACES) else ""


class Shown(Protocol):
    """A number with its interval, of a method or of a worked example."""

    @property
    def name(self) -> str:
        """The method's name for it."""

    @property
    def value(self) -> Decimal:
        """The number."""

    @property
    def low(self) -> Decimal | None:
        """Where its interval begins, if it has one."""

    @property
    def high(self) -> Decimal | None:
        """Where its interval ends."""


def show_number(number: Shown) -> str:
    """A number that stands for no word, with its interval where it has one: `77.8 (95% interval 45.3 to 93.7)`."""
    shown, *ends = (f"{each:,f}" for each in (number.value, number.low, number.high) if each is not None)
    return f"{shown} (95% interval {ends[0]} to {ends[1]})" if ends else shown


@dataclass(frozen=True, slots=True)
class Number:
    """One number that a method gives, rounded for readers."""

    name: str
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class MethodResult:
    """What a method gives."""

    numbers: tuple[Number, ...]
    """In the method's order, each with its interval where it has one."""
    may_say: str
    """What may and what may not be said, in one plain sentence."""


@dataclass(frozen=True, slots=True)
class InputFault:
    """An input that will not do."""

    name: str
    """The input's name."""
    message: str
    """The value at fault and what is allowed."""
    clash: bool = False
    """Whether it is in range but does not go with another input."""


def _no_clashes(_: Values) -> Iterable[tuple[str, str]]:
    return ()


@dataclass(frozen=True, slots=True)
class Method:
    """A calculation with its inputs."""

    says: str
    """The method on one line, with its source."""
    inputs: Mapping[str, Input]
    """By name, in the order of asking."""
    calculate: Callable[[Values], MethodResult]
    """What comes out of inputs that are complete and free of faults."""
    clashes: Callable[[Values], Iterable[tuple[str, str]]] = _no_clashes
    """For inputs that are each in range: the names of those that do not go with another, and what was expected."""
    together: tuple[tuple[str, str], ...] = ()
    """Pairs of inputs with defaults of which one changes nothing without the other, so that neither may be given alone."""
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For numbers that stand for words, the words from nought upwards."""
    pictured: tuple[str, ...] = ()
    """The numbers that one picture can hold, where they are not all of one unit; nothing where they are."""

    def show(self, number: Shown) -> str:
        """A number as a reader sees it, with its interval where it has one: `77.8 (95% interval 45.3 to 93.7)`.

        A word has no interval of its own: `go; the interval reaches from amend to go`.
        """
        words = self.labels.get(number.name)
        if words is None:
            return show_number(number)
        shown, *ends = (words[int(each)] for each in (number.value, number.low, number.high) if each is not None)
        if not ends:
            return shown
        return (
            f"{shown}; the whole interval agrees"
            if number.low == number.high
            else f"{shown}; the interval reaches from {ends[0]} to {ends[1]}"
        )

    def complete(self, given: Values) -> Values:
        """The inputs in the order of asking, those left out at their defaults, where they have one."""
        all_values = {name: given.get(name, wanted.default) for name, wanted in self.inputs.items()}
        return {name: value for name, value in all_values.items() if value is not None}

    def missing(self, given: Values) -> tuple[str, ...]:
        """The names of the inputs that are needed and not given."""
        return tuple(name for name, wanted in self.inputs.items() if wanted.needed and name not in given)

    def faults(self, given: Values) -> tuple[InputFault, ...]:
        """Every input that will not do: out of its range or, where all are in range and none is missing, at odds with another.

        Args:
            given: Values by the names of `inputs`; not all need be there.
        """
        values = self.complete(given)
        out = tuple(self._out_of_range(values))
        if out or self.missing(given):
            return out
        at_odds = (*self._alone(given), *self.clashes(values))
        return tuple(InputFault(name, f"'{name}' is {values[name]:f}; {why}", clash=True) for name, why in at_odds)

    def _alone(self, given: Values) -> Iterator[tuple[str, str]]:
        """The inputs of which the other one is not given, and that it was expected."""
        for first, second in self.together:
            for name, other in ((first, second), (second, first)):
                if name in given and other not in given:
                    yield name, expected_with(other)

    def _out_of_range(self, values: Values) -> Iterator[InputFault]:
        for name, value in values.items():
            why = self.inputs[name].why_not(value)
            if why:
                yield InputFault(name, f"'{name}' is {value:f}; {why}")

    def work_out(self, given: Values) -> MethodResult:
        """The numbers and the sentence; what is left out takes its default.

        Args:
            given: Values by the names of `inputs`, in their units.

        Raises:
            ValueError: With everything that is wrong with the inputs.
        """
        unknown = [f"there is no input '{name}'" for name in given if name not in self.inputs]
        missing = [f"'{name}' is missing" for name in self.missing(given)]
        wrong = [*unknown, *missing, *(fault.message for fault in self.faults(given))]
        if wrong:
            raise ValueError("; ".join(wrong))
        return self.calculate(self.complete(given))
