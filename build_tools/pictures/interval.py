"""The numbers of a calculation, each with its interval on one axis."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from build_tools.pictures.framing import FIT_WIDTH, frame_note, frame_picture
from build_tools.pictures.geometry import Point
from build_tools.pictures.lettering import BODY, NAME, STRONG, set_text
from build_tools.pictures.markup import Markup, escape_text
from build_tools.pictures.number_axis import NumberAxis, axis_over, draw_figure_lines, draw_number_axis, number_text
from build_tools.pictures.picture import Picture
from build_tools.pictures.shapes import draw_diamond, draw_line, draw_node, draw_text
from build_tools.pictures.words import html_table
from practice_models.vocabulary.results import NumberResult

_EDGE = 2


def draw_interval(
    numbers: Sequence[NumberResult],
    *,
    key: str,
    name_of: Callable[[str], str] = lambda name: name.replace("-", " ").capitalize(),
    title: str = "The numbers and their intervals",
) -> Picture:
    """The numbers of a calculation, each with its 95% interval where it has one.

    Args:
        numbers: In the method's order; those without an interval are drawn below the axis.
        key: What the picture's ids begin with.
        name_of: What readers call a number, by its name in the method.
        title: The picture's name.
    """
    if not numbers:
        return frame_note("The calculation gives no numbers.", key=key, title=title)
    axis = _axis(numbers)
    parts: list[Markup] = []
    y: float = 4
    bare = [each for each in numbers if not _has_interval(each)]
    for each in filter(_has_interval, numbers):
        y = _draw_number(parts, each, axis, name_of, y)
    if axis is not None:
        y = draw_number_axis(parts, axis, y) + 10
    for each in bare:
        y = _draw_number(parts, each, None, name_of, y)
    told = [f"{name_of(each.name)}: {_said(each)}." for each in numbers]
    rows = [(escape_text(name_of(each.name)), escape_text(number_text(each.value)), escape_text(_interval(each))) for each in numbers]
    return frame_picture(
        parts, key=key, title=title, description=" ".join(told), words=html_table(("Number", "Value", "95% interval"), rows), height=y + 4
    )


def _has_interval(each: NumberResult) -> bool:
    return each.low is not None and each.high is not None


def _axis(numbers: Sequence[NumberResult]) -> NumberAxis | None:
    """An axis that holds every interval and nought; none where no number has an interval."""
    ends = [end for each in numbers if each.low is not None and each.high is not None for end in (each.low, each.high, each.value)]
    return axis_over(ends) if ends else None


def _draw_number(parts: list[Markup], each: NumberResult, axis: NumberAxis | None, name_of: Callable[[str], str], y: float) -> float:
    """Add a number.

    Returns:
        Where it ends.
    """
    value = set_text(number_text(each.value), NAME, FIT_WIDTH)
    name = set_text(name_of(each.name), STRONG, FIT_WIDTH - 2 * _EDGE - value.width - 16)
    drawn = [draw_text(name, Point(_EDGE, y)), draw_text(value, Point(FIT_WIDTH - _EDGE, y), anchor="end")]
    y += max(name.height, value.height)
    if each.low is not None and each.high is not None and axis is not None:
        said = set_text(f"95% interval: {_interval(each)}", BODY, FIT_WIDTH - 2 * _EDGE)
        drawn.append(draw_text(said, Point(_EDGE, y), "muted"))
        y += said.height + 14
        drawn += _draw_range(each.low, each.value, each.high, axis, y)
        y += 10
    parts.append(draw_node(*drawn))
    return y + 12


def _draw_range(low: Decimal, value: Decimal, high: Decimal, axis: NumberAxis, y: float) -> Iterator[Markup]:
    """A line from end to end with an upright stroke at each, and a diamond at the value, before faint lines at the figures."""
    left, right = axis.across(low), axis.across(high)
    yield from draw_figure_lines(axis, y)
    yield draw_line((Point(left, y), Point(right, y)), "cap")
    yield from (draw_line((Point(x, y - 7), Point(x, y + 7)), "cap") for x in (left, right))
    yield draw_diamond(Point(axis.across(value), y), 8, "dot")


def _interval(each: NumberResult) -> str:
    return "none" if each.low is None or each.high is None else f"{number_text(each.low)} to {number_text(each.high)}"


def _said(each: NumberResult) -> str:
    interval = f", 95% interval {_interval(each)}" if each.low is not None else ""
    return f"{number_text(each.value)}{interval}"
