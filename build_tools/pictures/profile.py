"""A blank profile of an instrument: each section with a line to mark for each view, and a mark of its own for each view."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_tools.pictures.figure_range import FigureRange, counted_items, figure_range
from build_tools.pictures.framing import FIT_WIDTH, frame_picture
from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.lettering import BODY, STRONG, TextBlock, set_text
from build_tools.pictures.markup import Markup, escape_text
from build_tools.pictures.picture import LinkOf, Picture, link_nowhere
from build_tools.pictures.shapes import draw_circle, draw_diamond, draw_line, draw_link, draw_node, draw_square, draw_text
from build_tools.pictures.words import count_of, figure, html_link, html_table, listed
from practice_models.vocabulary.instrument import Instrument, Scale, Section, View

_VIEWS: tuple[tuple[View, str], ...] = (("person", "Person"), ("practitioner", "Practitioner"), ("agreed", "Agreed"))
_EDGE = 2
_PRESSED = 30
"""The least height and width of what a finger presses: 24 pixels at 320 pixels wide."""
_NAMES = 142
_FIRST = 184
_LAST = FIT_WIDTH - 14
_LINE = 25
_MARK = 7
_MOST_FIGURES = 8
_APART = 6


@dataclass(frozen=True, slots=True)
class _Row:
    """A section as a row of the profile."""

    section: Section
    whole: FigureRange
    figures: tuple[float, ...]
    """The figures that are marked on the line."""
    ends: tuple[str, str]
    """What the lowest and the highest answer say; nothing where the figure is a sum."""
    views: tuple[View, ...]
    label: TextBlock

    @property
    def height(self) -> float:
        """The height of the row."""
        return max(len(self.views) * _LINE, self.label.height) + 14

    @property
    def axis(self) -> tuple[tuple[float, ...], tuple[str, str]]:
        """What it must share with its neighbours to stand under one heading."""
        return self.figures, self.ends


def draw_blank_profile(instrument: Instrument, *, key: str, link_of: LinkOf = link_nowhere, title: str | None = None) -> Picture:
    """A blank profile to fill in by hand; each section is a link.

    Args:
        instrument: Its sections are the rows.
        key: What the picture's ids begin with.
        link_of: Where a section leads, called with `("section", id)`.
        title: The picture's name; made from the instrument's title if left out.
    """
    rows = [_row(section, instrument) for section in instrument.sections]
    parts: list[Markup] = []
    y = _draw_key(parts)
    for (figures, ends), run in groupby(rows, key=lambda row: row.axis):
        y = _draw_axis(parts, figures, ends, y)
        for row in run:
            parts.append(_draw_row(row, y, link_of("section", row.section.id)))
            y += row.height
        parts.append(draw_line((Point(_EDGE, y), Point(FIT_WIDTH - _EDGE, y)), "faint"))
        y += 14
    return frame_picture(
        parts,
        key=key,
        title=title or f"Blank profile: {instrument.title}",
        description=_describe(rows),
        words=_in_words(rows, link_of),
        height=y - 8,
    )


def _row(section: Section, instrument: Instrument) -> _Row:
    used = {item.scale for item in counted_items(section)}
    scales = [scale for scale in instrument.scales if scale.id in used] or list(instrument.scales)
    whole = figure_range(section, scales)
    views = tuple(view for view, _ in _VIEWS if any(view in item.views for item in section.items))
    summed = section.read.aggregate == "sum"
    figures = _even_figures(whole) if summed else _point_figures(scales)
    ends = ("", "") if summed else _end_labels(scales)
    return _Row(section, whole, figures, ends, views, set_text(section.title, STRONG, _NAMES))


def _point_figures(scales: Sequence[Scale]) -> tuple[float, ...]:
    """The values of the answers, or only the ends where there are many."""
    values = sorted({float(point.value) for scale in scales for point in scale.points})
    return tuple(values) if len(values) <= _MOST_FIGURES else (values[0], values[-1])


def _end_labels(scales: Sequence[Scale]) -> tuple[str, str]:
    """What the lowest and the highest answer say, where every scale says the same."""
    lows, highs = {scale.points[0].label for scale in scales}, {scale.points[-1].label for scale in scales}
    return (lows.pop() if len(lows) == 1 else "Lowest answer"), (highs.pop() if len(highs) == 1 else "Highest answer")


def _even_figures(whole: FigureRange) -> tuple[float, ...]:
    """Whole figures at even steps from the lowest to the highest."""
    span = round(whole.high - whole.low)
    steps = next((many for many in (5, 4, 3, 2) if span % many == 0), 1)
    return tuple(whole.low + span / steps * step for step in range(steps + 1))


def _draw_key(parts: list[Markup]) -> float:
    """Add the key of the marks.

    Returns:
        Where it ends.
    """
    x: float = _EDGE + _MARK + 1
    for view, name in _VIEWS:
        block = set_text(name, BODY, 140)
        parts.append(_draw_mark(view, Point(x, 12)))
        parts.append(draw_text(block, Point(x + 14, 12 - block.height / 2)))
        x += block.width + 50
    return 34


def _draw_mark(view: View, middle: Point) -> Markup:
    """The mark of a view: a circle for the person, a square for the practitioner, a diamond for what they agree."""
    if view == "person":
        return draw_circle(middle, _MARK, "mark")
    return draw_square(middle, _MARK - 0.5, "mark") if view == "practitioner" else draw_diamond(middle, _MARK + 2, "mark", "agreed")


def _draw_axis(parts: list[Markup], figures: Sequence[float], ends: tuple[str, str], y: float) -> float:
    """Add a heading with the figures and what the lowest and the highest one say.

    Returns:
        Where it ends.
    """
    width = (_LAST - _FIRST) / 2
    low, high = set_text(ends[0], BODY, width), set_text(ends[1], BODY, width)
    tall = max(low.height, high.height)
    parts.append(draw_text(low, Point(_FIRST - 8, y + tall - low.height), "muted"))
    parts.append(draw_text(high, Point(_LAST + 8, y + tall - high.height), "muted", anchor="end"))
    whole = FigureRange(figures[0], figures[-1])
    for value, number in _clear_figures(figures, whole):
        parts.append(draw_text(number, Point(_across(value, whole), y + tall), anchor="middle"))
    return y + tall + 24


def _clear_figures(figures: Sequence[float], whole: FigureRange) -> Iterator[tuple[float, TextBlock]]:
    """The figures that have room to be written: the two ends, and between them those that touch no other one."""
    numbers = {value: set_text(figure(value), STRONG, 100) for value in figures}

    def room(left: float, right: float) -> float:
        return _across(right, whole) - _across(left, whole) - (numbers[left].width + numbers[right].width) / 2

    last = figures[0]
    for value in figures:
        if value in (figures[0], figures[-1]) or min(room(last, value), room(value, figures[-1])) >= _APART:
            last = value
            yield value, numbers[value]


def _across(value: float, whole: FigureRange) -> float:
    return _FIRST + whole.share(value) * (_LAST - _FIRST)


def _draw_row(row: _Row, y: float, href: str | None) -> Markup:
    parts = [draw_line((Point(_EDGE, y), Point(FIT_WIDTH - _EDGE, y)), "faint")]
    middle = y + row.height / 2
    name = draw_text(row.label, Point(_EDGE, middle - row.label.height / 2), "name" if href else "")
    first = middle - (len(row.views) - 1) * _LINE / 2
    for position, view in enumerate(row.views):
        level = first + position * _LINE
        parts.append(_draw_mark(view, Point(_FIRST - 26, level)))
        parts.append(draw_line((Point(_FIRST, level), Point(_LAST, level)), "thin"))
        parts += [
            draw_line((Point(x, level - 4), Point(x, level + 4)), "thin") for x in (_across(value, row.whole) for value in row.figures)
        ]
    height = max(_PRESSED, row.label.height)
    hit = Box(_EDGE, middle - height / 2, max(_PRESSED, row.label.width), height)
    return draw_node(draw_link(href, name, hit=hit), *parts)


def _describe(rows: Sequence[_Row]) -> str:
    """What there is to see, in sentences."""
    lines = "one line to mark for the person’s view (circle), one for the practitioner’s (square) and one for what they agree (diamond)"
    return f"{count_of(len(rows), 'section')}, each with {lines}. The sections are {listed([row.section.title for row in rows])}."


def _in_words(rows: Sequence[_Row], link_of: LinkOf) -> Markup:
    """An empty table with a row for each section and a column for each view."""
    lines = [
        (
            html_link(link_of("section", row.section.id), row.section.title),
            escape_text(f"{figure(row.whole.low)} to {figure(row.whole.high)}"),
            *(escape_text("to fill in" if view in row.views else "not asked") for view, _ in _VIEWS),
        )
        for row in rows
    ]
    return html_table(("Section", "Scale", *(name for _, name in _VIEWS)), lines)
