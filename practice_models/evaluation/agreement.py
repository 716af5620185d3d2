"""Agreement and reliability of instruments: two raters on one scale, items of one section, and change in one person."""

import math
from collections.abc import Sequence
from statistics import NormalDist, variance
from typing import Literal

_NORMAL = NormalDist()


def weighted_kappa(
    table: Sequence[Sequence[int]], weights: Literal["linear", "quadratic"] = "linear", confidence: float = 0.95
) -> tuple[float, float, float]:
    """How far two raters agree beyond chance on an ordered scale.

    Args:
        table: A square of counts: row by the first rater's answer, column by the second's, in the order of the scale.
        weights: `linear` counts a difference of two points twice as much as one of one, `quadratic` four times.
        confidence: Such as 0.95, between 0 and 1.

    Returns:
        Kappa (1 is perfect, 0 is chance) with the lower and upper end of its interval.

    Raises:
        ValueError: Where the table is no square of counts, is empty, or one rater used one answer only.

    Source:
        Cohen (1968), Psychological Bulletin 70, 213-220; variance by Fleiss, Cohen and Everitt (1969), Psychological
        Bulletin 72, 323-327.
    """
    size, total = len(table), sum(map(sum, table))
    if size < 2 or any(len(row) != size for row in table) or any(count < 0 for row in table for count in row) or not total:
        raise ValueError("the table is no square of counts with at least two answers and one rating")
    power = 1 if weights == "linear" else 2
    agree = [[1 - (abs(i - j) / (size - 1)) ** power for j in range(size)] for i in range(size)]
    share = [[count / total for count in row] for row in table]
    rows = [sum(row) for row in share]
    columns = [sum(share[i][j] for i in range(size)) for j in range(size)]
    cells = [(i, j) for i in range(size) for j in range(size)]
    seen = sum(agree[i][j] * share[i][j] for i, j in cells)
    chance = sum(agree[i][j] * rows[i] * columns[j] for i, j in cells)
    if math.isclose(chance, 1):
        raise ValueError("there is nothing to agree on where a rater used one answer only")
    kappa = (seen - chance) / (1 - chance)
    by_row = [sum(columns[j] * agree[i][j] for j in range(size)) for i in range(size)]
    by_column = [sum(rows[i] * agree[i][j] for i in range(size)) for j in range(size)]
    spread = sum(share[i][j] * (agree[i][j] - (by_row[i] + by_column[j]) * (1 - kappa)) ** 2 for i, j in cells)
    error = math.sqrt(max(0.0, spread - (kappa - chance * (1 - kappa)) ** 2) / total) / (1 - chance)
    reach = _NORMAL.inv_cdf((1 + confidence) / 2) * error
    return kappa, max(-1.0, kappa - reach), min(1.0, kappa + reach)


def cronbach_alpha(answers: Sequence[Sequence[float]]) -> float:
    """How far the items of a section measure one thing together.

    Args:
        answers: A row a person, a column an item; every person answered every item.

    Returns:
        Alpha; 1 is perfect. It says nothing of whether the thing is the right one.

    Raises:
        ValueError: Where there are fewer than two people or items, rows of different length, or nobody differs.

    Source:
        Cronbach (1951), Psychometrika 16, 297-334.
    """
    items = len(answers[0]) if answers else 0
    if len(answers) < 2 or items < 2 or any(len(row) != items for row in answers):
        raise ValueError("alpha needs at least two people and two items, and an answer of everyone to each")
    whole = variance([sum(row) for row in answers])
    if not whole:
        raise ValueError("there is no alpha where everybody has the same sum")
    parts = sum(float(variance(column)) for column in zip(*answers, strict=True))
    return items / (items - 1) * (1 - parts / float(whole))


def reliable_change(before: float, after: float, *, spread: float, reliability: float) -> float:
    """How large one person's change is, in units of what chance alone would do to the instrument.

    Args:
        before: The person's figure before.
        after: The person's figure after.
        spread: The standard deviation of figures among people like this one, above 0.
        reliability: The instrument's reliability, from 0 and below 1.

    Returns:
        The index; beyond 1.96 either way, chance does so less than one time in twenty.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Jacobson and Truax (1991), Journal of Consulting and Clinical Psychology 59, 12-19.
    """
    if spread <= 0 or not 0 <= reliability < 1:
        raise ValueError(f"no index for a spread of {spread} and a reliability of {reliability}; allowed: above 0, and 0 to below 1")
    return (after - before) / (spread * math.sqrt(2 * (1 - reliability)))
