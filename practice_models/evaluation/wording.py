"""Numbers as a sentence for a service manager says them."""

import math
from collections.abc import Sequence

from practice_models.evaluation.rounding import rounded

_MINUS = "\N{MINUS SIGN}"
_NEAR_AN_END = 0.01


def name_in_words(name: str) -> str:
    """What readers call a number by its name in a method: `people in each group`."""
    return name.replace("-", " ")


def percent(share: float) -> str:
    """A share without its sign, such as `45`; with one decimal place where it is within 1 of 0 or 100."""
    near = 0 < abs(share) < _NEAR_AN_END or 0 < abs(1 - share) < _NEAR_AN_END
    return number(100 * share, 1 if near else 0)


def percent_span(low: float, high: float) -> str:
    """An interval of shares, such as `45 to 94%`."""
    return f"{percent(low)} to {percent(high)}%"


def points_span(low: float, high: float) -> str:
    """An interval of differences, such as `a fall of 3 points to a rise of 12 points`."""
    return f"{movement(low)} to {movement(high)}"


def gap_span(low: float, high: float) -> str:
    """An interval of differences between two groups, such as `18.4 points lower to 11.2 points higher`."""
    return f"{_gap(low)} to {_gap(high)}"


def _gap(difference: float) -> str:
    size = number(abs(100 * difference), 1)
    return f"{size} point{'s' * (size != '1')} {'lower' if difference < 0 else 'higher'}"


def size_span(low: float, high: float) -> str:
    """An interval of differences that all lie on one side of nought, without their sign: `5.2 to 33.4 points`."""
    near, far = sorted((abs(low), abs(high)))
    return f"{number(100 * near, 1)} to {number(100 * far, 1)} points"


def movement(difference: float) -> str:
    """A difference of shares as a movement: `a fall of 3 points`."""
    size = number(abs(100 * difference), 1)
    if size == "0":
        return "no change"
    return f"a {'fall' if difference < 0 else 'rise'} of {size} point{'s' * (size != '1')}"


def number(value: float, places: int = 2) -> str:
    """A number with at most so many decimal places, commas between thousands and a true minus sign."""
    text = f"{rounded(value, places):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", _MINUS)


def pounds(value: float) -> str:
    """A sum of money to the pound, such as `£1,250`; no end of it is `without limit`."""
    return "without limit" if math.isinf(value) else f"£{number(value, 0)}"


def listed(words: Sequence[str], joint: str = "and") -> str:
    """Words in a row: `go, amend and stop`."""
    return f" {joint} ".join(filter(None, (", ".join(words[:-1]), words[-1])))
