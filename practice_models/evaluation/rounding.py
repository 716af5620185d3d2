"""One way of rounding, so that tables, sentences and a calculator in another language agree."""

import math
from decimal import ROUND_HALF_EVEN, Context, Decimal

_EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)


def rounded(value: float, places: int = 2) -> Decimal:
    """A number rounded for readers: half to even, as on paper, and never minus nought.

    A sum such as 30/80 - 33/80 is kept by computers as a hair less than -0.0375. So the number is first taken to 12 significant
    digits, where that hair is gone, and then to its places.

    Args:
        value: The number, with all its digits.
        places: How many decimal places are kept.

    Raises:
        ValueError: Where it is no number, or is without limit.

    Source:
        IEEE 754, on rounding ties to even.
    """
    return _EXACT.add(_without_hair(value).quantize(Decimal(1).scaleb(-places), context=_EXACT), Decimal(0))


def round_up(value: float) -> int:
    """Up to the next whole number, but not for a hair in the last places.

    Args:
        value: The number, with all its digits.

    Raises:
        ValueError: Where it is no number, or is without limit.

    Source:
        As `rounded`.
    """
    return math.ceil(_without_hair(value))


def points(share: float) -> Decimal:
    """A share as a percentage, or a difference of shares in percentage points, with one decimal place."""
    return rounded(100 * share, 1)


def _without_hair(value: float) -> Decimal:
    exact = Decimal(f"{value:.11e}")
    if not exact.is_finite():
        raise ValueError(f"value is {value}; expected a number")
    return exact
