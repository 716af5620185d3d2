"""A line of answers across a drawing: where each value stands, which values are written, and what its two ends say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.pictures.figure_range import FigureRange
from build_tools.pictures.framing import FIT_WIDTH
from build_tools.pictures.geometry import Point
from build_tools.pictures.lettering import BODY, STRONG, TextBlock, set_text
from build_tools.pictures.markup import Markup
from build_tools.pictures.shapes import draw_text
from build_tools.pictures.words import figure
from practice_models.vocabulary.instrument import Scale

_MOST_FIGURES = 8
_APART = 6


@dataclass(frozen=True, slots=True)
class AnswerAxis:
    """A line from its lowest figure to its highest one."""

    figures: tuple[float, ...]
    """The figures that are marked on it, lowest first."""
    ends: tuple[str, str]
    """What the lowest and the highest answer say; nothing where a figure is no answer."""
    first: float
    """Where the lowest figure stands across the drawing."""
    last: float
    """Where the highest figure stands."""

    @property
    def whole(self) -> FigureRange:
        """From its lowest figure to its highest one."""
        return FigureRange(self.figures[0], self.figures[-1])

    def across(self, value: float) -> float:
        """Where a value stands."""
        return self.first + self.whole.share(value) * (self.last - self.first)


def point_figures(scales: Sequence[Scale]) -> tuple[float, ...]:
    """The values of the answers, or only the ends where there are many."""
    values = sorted({float(point.value) for scale in scales for point in scale.points})
    return tuple(values) if len(values) <= _MOST_FIGURES else (values[0], values[-1])


def even_figures(whole: FigureRange) -> tuple[float, ...]:
    """Whole figures at even steps from the lowest to the highest."""
    span = round(whole.high - whole.low)
    steps = next((many for many in (5, 4, 3, 2) if span % many == 0), 1)
    return tuple(whole.low + span / steps * step for step in range(steps + 1))


def end_labels(scales: Sequence[Scale]) -> tuple[str, str]:
    """What the lowest and the highest answer say, where every scale says the same."""
    lows, highs = {scale.points[0].label for scale in scales}, {scale.points[-1].label for scale in scales}
    return (lows.pop() if len(lows) == 1 else "Lowest answer"), (highs.pop() if len(highs) == 1 else "Highest answer")


def draw_ends(parts: list[Markup], axis: AnswerAxis, y: float) -> float:
    """Add what the lowest and the highest answer say.

    Returns:
        Where it ends.
    """
    width = (axis.last - axis.first) / 2
    low, high = set_text(axis.ends[0], BODY, width), set_text(axis.ends[1], BODY, width)
    tall = max(low.height, high.height)
    parts.append(draw_text(low, Point(axis.first - 8, y + tall - low.height), "muted"))
    parts.append(draw_text(high, Point(axis.last + 8, y + tall - high.height), "muted", anchor="end"))
    return y + tall


def draw_figures(parts: list[Markup], axis: AnswerAxis, y: float) -> float:
    """Add the figures.

    Returns:
        Where they end.
    """
    for value, number in _clear_figures(axis):
        parts.append(draw_text(number, Point(min(axis.across(value), FIT_WIDTH - number.width / 2), y), anchor="middle"))
    return y + STRONG.leading


def _clear_figures(axis: AnswerAxis) -> Iterator[tuple[float, TextBlock]]:
    """The figures that have room to be written: the two ends, and between them those that touch no other one."""
    numbers = {value: set_text(figure(value), STRONG, 100) for value in axis.figures}

    def room(left: float, right: float) -> float:
        return axis.across(right) - axis.across(left) - (numbers[left].width + numbers[right].width) / 2

    ends = axis.figures[0], axis.figures[-1]
    last = ends[0]
    for value in axis.figures:
        if value in ends or min(room(last, value), room(value, ends[1])) >= _APART:
            last = value
            yield value, numbers[value]
