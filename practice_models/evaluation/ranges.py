"""What a number may be: each check names the value at fault and what is allowed."""

import math
from collections.abc import Sequence


def require(name: str, value: float, low: float, high: float = math.inf, *, open_ends: bool = False) -> None:
    """Make sure that a number lies in its range.

    Args:
        name: What the number is called in the message.
        value: The number.
        low: The lowest that is allowed.
        high: The highest that is allowed.
        open_ends: Whether the two ends themselves are not allowed.

    Raises:
        ValueError: Where it does not, or is no number.
    """
    if not ((low < value < high) if open_ends else (low <= value <= high)):
        raise ValueError(f"{name} is {value}; expected {_range_in_words(low, high, open_ends=open_ends)}")


def require_share(name: str, value: float) -> None:
    """Make sure that a number lies between 0 and 1, without the ends.

    Raises:
        ValueError: Where it does not.
    """
    require(name, value, 0, 1, open_ends=True)


def require_part(name: str, part: float, whole_name: str, whole: float) -> None:
    """Make sure that a part is a count that its whole can hold, and that there is a whole.

    Raises:
        ValueError: Where it is not.
    """
    require(whole_name, whole, 1)
    if not 0 <= part <= whole:
        raise ValueError(f"{name} is {part}; expected from 0 to {whole:g}, the {whole_name}")


def require_equal_lengths(name: str, rows: Sequence[Sequence[float]]) -> int:
    """The length that all rows share.

    Raises:
        ValueError: Where they differ.
    """
    lengths = {len(row) for row in rows}
    if len(lengths) != 1:
        raise ValueError(f"{name} have {', '.join(map(str, sorted(lengths))) or 'no'} columns; expected the same number in each row")
    return lengths.pop()


def _range_in_words(low: float, high: float, *, open_ends: bool) -> str:
    if high == math.inf:
        return f"more than {low:g}" if open_ends else f"at least {low:g}"
    return f"more than {low:g} and less than {high:g}" if open_ends else f"from {low:g} to {high:g}"
