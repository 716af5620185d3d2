"""What the methods' inputs and numbers have in common."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from practice_models.evaluation.estimates import Estimate
from practice_models.evaluation.methods import Input, Number, Values
from practice_models.evaluation.rounding import points, rounded

MANY = Decimal(1_000_000)


def count(means: str, low: int = 0, high: Decimal = MANY, *, optional: bool = False) -> Input:
    """A whole number of people, cases or events."""
    return Input(means, Decimal(low), high, whole=True, optional=optional)


def share(means: str, default: int | None = None, *, optional: bool = False) -> Input:
    """A percentage between 0 and 100, without the ends."""
    return Input(means, Decimal(0), Decimal(100), open_ends=True, default=None if default is None else Decimal(default), optional=optional)


def figure(means: str, low: str, high: str, default: str | None = None) -> Input:
    """A number from one end to the other, the ends included."""
    return Input(means, Decimal(low), Decimal(high), default=None if default is None else Decimal(default))


def money(means: str, low: str = "0") -> Input:
    """A sum of money, in pounds of one year."""
    return figure(means, low, "1000000000")


def yes_or_no(means: str) -> Input:
    """1 for yes and 0 for no, which it is where it is not given."""
    return Input(f"{means}: 1 for yes, 0 for no", Decimal(0), Decimal(1), whole=True, default=Decimal(0))


def two_groups(first: str, second: str, what: str = "events", low: int = 0) -> dict[str, Input]:
    """Events and people in two groups."""
    return {
        "events-1": count(f"{what} in {first}", low),
        "people-1": count(f"people in {first}", 1),
        "events-2": count(f"{what} in {second}", low),
        "people-2": count(f"people in {second}", 1),
    }


def at_most(part: str, whole: str, values: Values) -> Iterator[tuple[str, str]]:
    """The clash of a number with another that it must not be above."""
    if values[part] > values[whole]:
        yield part, f"expected no more than '{whole}', which is {values[whole]:,f}"


def below(part: str, whole: str, values: Values) -> Iterator[tuple[str, str]]:
    """The clash of a number with another that it must be below."""
    if values[part] >= values[whole]:
        yield part, f"expected less than '{whole}', which is {values[whole]:,f}"


def clashes_of_two_groups(values: Values) -> Iterator[tuple[str, str]]:
    """The clashes of events with people in two groups."""
    yield from at_most("events-1", "people-1", values)
    yield from at_most("events-2", "people-2", values)


def fraction(values: Values, name: str) -> float:
    """A percentage as a share between 0 and 1."""
    return float(values[name]) / 100


def numbers(values: Values, *names: str) -> list[float]:
    """Numbers by name."""
    return [float(values[name]) for name in names]


def whole(values: Values, *names: str) -> list[int]:
    """Whole numbers by name."""
    return [int(values[name]) for name in names]


def estimate(name: str, found: Estimate, places: int = 2) -> Number:
    """An estimate as a number with its interval."""
    return Number(name, rounded(found.value, places), rounded(found.low, places), rounded(found.high, places))


def percentage(name: str, found: Estimate) -> Number:
    """An estimated share as a percentage with its interval."""
    return Number(name, points(found.value), points(found.low), points(found.high))


def counts(named: Mapping[str, int]) -> tuple[Number, ...]:
    """Whole numbers as what comes out."""
    return tuple(Number(name, Decimal(value)) for name, value in named.items())
