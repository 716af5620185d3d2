"""Agreement of two raters beyond chance: Cohen's kappa, plain and weighted."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from practice_models.evaluation.estimates import Estimate
from practice_models.evaluation.quantiles import two_sided
from practice_models.evaluation.ranges import require, require_equal_lengths
from practice_models.evaluation.wording import number

Weighting = Literal["none", "linear", "quadratic"]
_GOOD = 0.6

_DISTANCES: Mapping[str, Callable[[float], float]] = MappingProxyType(
    {"none": lambda gap: float(gap > 0), "linear": lambda gap: gap, "quadratic": lambda gap: gap * gap}
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two raters agree."""

    cases: int
    weighting: Weighting
    observed: float
    """The share of agreement that was seen, near misses counted by their weight."""
    by_chance: float
    """The share that two raters with these habits would reach by chance."""
    kappa: Estimate
    """From -1 to 1; 0 is chance, 1 is full agreement."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        span = f"a kappa anywhere from {number(self.kappa.low)} to {number(self.kappa.high)}"
        if self.kappa.low <= 0:
            return f"These {self.cases} cases fit {span}, so you may not say that the two raters agree better than chance."
        if self.kappa.low < _GOOD:
            return f"The raters agree better than chance, but {span} fits, so one rating may not yet stand for the other's."
        return f"The raters agree well ({span}), which says that they see alike and not that they see rightly."


def estimate_kappa(table: Sequence[Sequence[int]], weighting: Weighting = "none", confidence: float = 0.95) -> Agreement:
    """Cohen's kappa of two raters who rated the same cases.

    Args:
        table: Counts of cases, a square of at least 2 by 2: the first rater's categories down, the second's across, both in the
            scale's order.
        weighting: `none` counts only full agreement; `linear` and `quadratic` give near misses on an ordered scale their due.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where the table is no square of counts, the weighting is unknown, or both raters used one category only.

    Source:
        Cohen (1968), Psychological Bulletin 70, 213-220; Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323-327, for
        the standard error; Landis and Koch (1977), Biometrics 33, 159-174, for 0.6 as good agreement.
    """
    cases = _check_table(table)
    if weighting not in _DISTANCES:
        raise ValueError(f"weighting is '{weighting}'; expected one of {', '.join(_DISTANCES)}")
    size = range(len(table))
    weights = [[1 - _DISTANCES[weighting](abs(i - j) / (len(table) - 1)) for j in size] for i in size]
    shares = [[count / cases for count in row] for row in table]
    down, across = [sum(row) for row in shares], [sum(column) for column in zip(*shares, strict=True)]
    observed = sum(weights[i][j] * shares[i][j] for i in size for j in size)
    by_chance = sum(weights[i][j] * down[i] * across[j] for i in size for j in size)
    if by_chance > 1 - 1e-12:
        raise ValueError("table has all cases in one category; expected at least two categories in use")
    kappa = (observed - by_chance) / (1 - by_chance)
    reach = two_sided(confidence) * _standard_error(shares, weights, observed, by_chance, cases)
    return Agreement(cases, weighting, observed, by_chance, Estimate(kappa, max(-1.0, kappa - reach), min(1.0, kappa + reach), confidence))


def _check_table(table: Sequence[Sequence[int]]) -> int:
    """How many cases a square table of counts holds."""
    columns = require_equal_lengths("rows of the table", table)
    require("rows of the table", len(table), 2)
    if columns != len(table):
        raise ValueError(f"table is {len(table)} by {columns}; expected a square")
    for row in table:
        for count in row:
            require("count", count, 0)
    cases = sum(map(sum, table))
    require("cases", cases, 2)
    return cases


def _standard_error(
    shares: Sequence[Sequence[float]], weights: Sequence[Sequence[float]], observed: float, by_chance: float, cases: int
) -> float:
    size = range(len(shares))
    down, across = [sum(row) for row in shares], [sum(column) for column in zip(*shares, strict=True)]
    of_row = [sum(across[j] * weights[i][j] for j in size) for i in size]
    of_column = [sum(down[i] * weights[i][j] for i in size) for j in size]
    spread = sum(
        shares[i][j] * (weights[i][j] * (1 - by_chance) - (of_row[i] + of_column[j]) * (1 - observed)) ** 2 for i in size for j in size
    )
    variance = (spread - (observed * by_chance - 2 * by_chance + observed) ** 2) / (cases * (1 - by_chance) ** 4)
    return math.sqrt(max(0.0, variance))
