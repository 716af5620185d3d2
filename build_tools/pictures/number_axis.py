"""A line of numbers across a drawing, with even figures, nought among them, and numbers as readers see them."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from build_tools.pictures.framing import FIT_WIDTH
from build_tools.pictures.geometry import Point
from build_tools.pictures.lettering import BODY, set_text
from build_tools.pictures.markup import Markup
from build_tools.pictures.shapes import draw_line, draw_text

_FIRST = 26
_LAST = FIT_WIDTH - 26
_MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class NumberAxis:
    """Even figures from left to right; nought is always among them."""

    figures: tuple[float, ...]

    def across(self, value: Decimal | float) -> float:
        """Where a value stands."""
        return _FIRST + (float(value) - self.figures[0]) / (self.figures[-1] - self.figures[0]) * (_LAST - _FIRST)


def axis_over(values: Iterable[Decimal | float]) -> NumberAxis:
    """An axis that holds some values and nought."""
    ends = [float(value) for value in values]
    low, high = min(0.0, *ends), max(0.0, *ends)
    step = _step((high - low) or 1.0)
    first, last = math.floor(low / step), max(math.ceil(high / step), math.floor(low / step) + 1)
    return NumberAxis(tuple(round(place * step, 6) for place in range(first, last + 1)))


def _step(span: float) -> float:
    """The least even step (1, 2 or 5 with noughts) that needs no more than a few figures."""
    size = 10.0 ** math.floor(math.log10(span / _MOST_STEPS))
    return next(size * many for many in (1, 2, 5, 10) if size * many * _MOST_STEPS >= span)


def draw_number_axis(parts: list[Markup], axis: NumberAxis, y: float) -> float:
    """Add the axis with its figures, and a line up from nought.

    Returns:
        Where it ends.
    """
    parts.append(draw_line((Point(_FIRST, y), Point(_LAST, y)), "rule", "thin"))
    last = -math.inf
    for value in axis.figures:
        x, number = axis.across(value), set_text(number_text(value), BODY, 120)
        parts.append(draw_line((Point(x, y - (8 if value == 0 else 4)), Point(x, y + 4)), "rule", *(() if value == 0 else ("thin",))))
        middle = min(max(x, number.width / 2), FIT_WIDTH - number.width / 2)
        if middle - number.width / 2 >= last:
            parts.append(draw_text(number, Point(middle, y + 7), anchor="middle"))
            last = middle + number.width / 2 + 6
    return y + 7 + BODY.leading


def draw_figure_lines(axis: NumberAxis, y: float, half: float = 10) -> Iterator[Markup]:
    """A faint upright line at each figure, behind what is drawn at a height."""
    yield from (draw_line((Point(x, y - half), Point(x, y + half)), "faint") for x in map(axis.across, axis.figures))


def number_text(value: Decimal | float) -> str:
    """A number as it is, with commas between thousands and a true minus sign."""
    text = f"{value:,}" if isinstance(value, Decimal) else f"{value:,.6f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace("-", "\N{MINUS SIGN}")
