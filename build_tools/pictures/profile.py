"""A blank profile of an instrument: each section with a line to mark for each view, and a mark of its own for each view."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from build_tools.pictures.answer_axis import AnswerAxis, draw_ends, draw_figures, end_labels, even_figures, point_figures
from build_tools.pictures.figure_range import FigureRange, counted_items, figure_range
from build_tools.pictures.framing import FIT_WIDTH, frame_picture
from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.lettering import STRONG, TextBlock, set_text
from build_tools.pictures.markup import Markup, escape_text
from build_tools.pictures.picture import LinkOf, Picture, link_nowhere
from build_tools.pictures.shapes import draw_line, draw_link, draw_node, draw_text
from build_tools.pictures.views import VIEWS, draw_view, draw_view_key
from build_tools.pictures.words import count_of, figure, html_link, html_table, listed
from practice_models.vocabulary.instrument import Instrument, Section, View

_EDGE = 2
_PRESSED = 30
"""The least height and width of what a finger presses: 24 pixels at 320 pixels wide."""
_NAMES = 142
_FIRST = 184
_LAST = FIT_WIDTH - 14
_LINE = 25


@dataclass(frozen=True, slots=True)
class _Row:
    """A section as a row of the profile."""

    section: Section
    whole: FigureRange
    axis: AnswerAxis
    """What it must share with its neighbours to stand under one heading."""
    views: tuple[View, ...]
    label: TextBlock

    @property
    def height(self) -> float:
        """The height of the row."""
        return max(len(self.views) * _LINE, self.label.height) + 14


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
    y = draw_view_key(parts, _EDGE)
    for axis, run in groupby(rows, key=lambda row: row.axis):
        y = _draw_axis(parts, axis, y)
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
    views = tuple(view for view, _ in VIEWS if any(view in item.views for item in section.items))
    summed = section.read.aggregate == "sum"
    figures = even_figures(whole) if summed else point_figures(scales)
    axis = AnswerAxis(figures, ("", "") if summed else end_labels(scales), _FIRST, _LAST)
    return _Row(section, whole, axis, views, set_text(section.title, STRONG, _NAMES))


def _draw_axis(parts: list[Markup], axis: AnswerAxis, y: float) -> float:
    """Add a heading with the figures and what the lowest and the highest one say.

    Returns:
        Where it ends.
    """
    return draw_figures(parts, axis, draw_ends(parts, axis, y)) + 4.2


def _draw_row(row: _Row, y: float, href: str | None) -> Markup:
    parts = [draw_line((Point(_EDGE, y), Point(FIT_WIDTH - _EDGE, y)), "faint")]
    middle = y + row.height / 2
    name = draw_text(row.label, Point(_EDGE, middle - row.label.height / 2), "name" if href else "")
    first = middle - (len(row.views) - 1) * _LINE / 2
    for position, view in enumerate(row.views):
        level = first + position * _LINE
        parts.append(draw_view(view, Point(_FIRST - 26, level)))
        parts.append(draw_line((Point(_FIRST, level), Point(_LAST, level)), "thin"))
        parts += [
            draw_line((Point(x, level - 4), Point(x, level + 4)), "thin") for x in (row.axis.across(value) for value in row.axis.figures)
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
            *(escape_text("to fill in" if view in row.views else "not asked") for view, _ in VIEWS),
        )
        for row in rows
    ]
    return html_table(("Section", "Scale", *(name for _, name in VIEWS)), lines)
