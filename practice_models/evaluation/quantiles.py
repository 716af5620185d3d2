"""Quantiles of the normal and of the F distribution, on the standard library."""

import math
from statistics import NormalDist

from practice_models.evaluation.ranges import require, require_share

NORMAL = NormalDist()
_STEPS = 80
_TINY = 1e-300
_CLOSE = 1e-15
_MOST_TERMS = 100_000


def two_sided(confidence: float) -> float:
    """The two-sided normal quantile for a confidence such as 0.95, which is 1.96.

    Raises:
        ValueError: Where the confidence is not between 0 and 1.
    """
    require_share("confidence", confidence)
    return NORMAL.inv_cdf((1 + confidence) / 2)


def two_sided_t(confidence: float, freedom: float) -> float:
    """The two-sided quantile of Student's t for a confidence such as 0.95.

    Args:
        confidence: Between 0 and 1.
        freedom: Degrees of freedom, more than 0.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        The square of t is an F ratio with one degree of freedom above.
    """
    return math.sqrt(f_quantile(confidence, 1, freedom))


def f_probability(value: float, above: float, below: float) -> float:
    """The probability that an F ratio is at most a value.

    Args:
        value: The ratio, at least 0.
        above: Degrees of freedom of the numerator, more than 0.
        below: Degrees of freedom of the denominator, more than 0.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        NIST Digital Library of Mathematical Functions, 8.17.2 (the ratio's distribution as an incomplete beta function).
    """
    require("value", value, 0)
    require("above", above, 0, open_ends=True)
    require("below", below, 0, open_ends=True)
    whole = above * value + below
    return _incomplete_beta(above * value / whole, below / whole, above / 2, below / 2)


def f_quantile(probability: float, above: float, below: float) -> float:
    """The value that an F ratio stays below with a given probability.

    Args:
        probability: Between 0 and 1.
        above: Degrees of freedom of the numerator, more than 0.
        below: Degrees of freedom of the denominator, more than 0.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        The inverse of `f_probability`, found by halving on the logarithmic scale.
    """
    require_share("probability", probability)
    low, high = -100.0, 100.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if f_probability(math.exp(middle), above, below) < probability:
            low = middle
        else:
            high = middle
    return math.exp((low + high) / 2)


def _incomplete_beta(x: float, rest: float, a: float, b: float) -> float:
    """The regularised incomplete beta function of x; `rest` is 1 - x, given apart so that neither loses its last places."""
    if x <= 0 or rest <= 0:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(rest, x, b, a)
    log_front = a * math.log(x) + b * math.log(rest) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) - math.log(a)
    return math.exp(log_front) * _continued_fraction(x, a, b)


def _continued_fraction(x: float, a: float, b: float) -> float:
    """The continued fraction DLMF 8.17.22 by the modified method of Lentz."""
    upper, lower = 1.0, 1 / _away_from_nought(1 - (a + b) * x / (a + 1))
    product = lower
    for term in range(1, _MOST_TERMS):
        even = term * (b - term) * x / ((a + 2 * term - 1) * (a + 2 * term))
        odd = -(a + term) * (a + b + term) * x / ((a + 2 * term) * (a + 2 * term + 1))
        for part in (even, odd):
            lower = 1 / _away_from_nought(1 + part * lower)
            upper = _away_from_nought(1 + part / upper)
            product *= upper * lower
        if abs(upper * lower - 1) < _CLOSE:
            break
    return product


def _away_from_nought(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
