"""A section's scale as an upright ruler: its answers on the left, its bands on the right, the highest on top."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.pictures.figure_range import BandRange, FigureRange, band_ranges, counted_items, figure_range
from build_tools.pictures.framing import FIT_WIDTH, frame_picture
from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.lettering import BODY, NAME, STRONG, TextBlock, set_text
from build_tools.pictures.markup import Markup, escape_text, tag, together
from build_tools.pictures.picture import Picture
from build_tools.pictures.settling import settle
from build_tools.pictures.shapes import draw_line, draw_rect, draw_text
from build_tools.pictures.words import figure, html_list, html_table
from practice_models.vocabulary.instrument import Scale, Section

_EDGE = 2
_RULER = 22
_TICK = 15
_ANSWERS = 128
_LEAD = 16
_BETWEEN = 18
_TALLEST = 340
_SHADES = ("shade-1", "shade-2")


@dataclass(frozen=True, slots=True)
class _Label:
    """Text beside the ruler, and the figure that it belongs to."""

    at: float
    figure: TextBlock
    """The figure itself, or what names it."""
    text: TextBlock
    """What the figure says, which stands beside it; for a band its figures, which stand below its name."""
    height: float


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where everything stands."""

    whole: FigureRange
    bands: tuple[BandRange, ...]
    left: tuple[_Label, ...]
    right: tuple[_Label, ...]
    left_at: tuple[float, ...]
    right_at: tuple[float, ...]
    figures: float
    """The width of the widest figure."""
    ruler: Box
    height: float

    def down(self, value: float) -> float:
        """How far down a figure stands."""
        return self.ruler.bottom - self.whole.share(value) * self.ruler.height


def draw_bands(section: Section, *scales: Scale, key: str, title: str | None = None) -> Picture:
    """The scale of a section with the bands that its figure falls into.

    Args:
        section: Its bands are drawn.
        scales: Those of the items that count towards its figure. The answers are named only where one scale serves them all.
        key: What the picture's ids begin with.
        title: The picture's name; made from the section's title if left out.
    """
    whole = figure_range(section, scales)
    bands = tuple(band_ranges(section, whole))
    points = tuple(_answers(section, scales))
    layout = _lay_out(whole, bands, points)
    return frame_picture(
        [*_draw_ruler(layout), *_draw_left(layout), *_draw_right(layout)],
        key=key,
        title=title or f"Bands of {section.title}",
        description=_describe(whole, bands, points),
        words=_in_words(bands, points),
        height=layout.height,
    )


def _answers(section: Section, scales: Sequence[Scale]) -> Iterator[tuple[float, str]]:
    """Each answer with its figure, where the section's figure is on the one scale of all the items that count."""
    used = {item.scale for item in counted_items(section)}
    if section.read.aggregate != "sum" and len(scales) == 1 and used == {scales[0].id}:
        yield from ((float(point.value), point.label) for point in scales[0].points)


def _lay_out(whole: FigureRange, bands: tuple[BandRange, ...], points: Sequence[tuple[float, str]]) -> _Layout:
    left = tuple(_set_left(bands, points, whole))
    figures = max(label.figure.width for label in left)
    x = _EDGE + figures + _TICK + (_ANSWERS + 12 if points else 0)
    right = tuple(_set_right(bands, FIT_WIDTH - x - _RULER - 2 * _LEAD - _EDGE))
    tall = max(_room(left, whole), _room(right, whole))
    margin = max(left[0].height, left[-1].height, 20) / 2 + _EDGE
    ruler = Box(x, margin, _RULER, tall)
    left_at = _places(left, whole, ruler)
    right_at = _places(right, whole, ruler)
    top = min(left_at[-1] - left[-1].height / 2, right_at[-1] - right[-1].height / 2) - _EDGE
    bottom = max(left_at[0] + left[0].height / 2, right_at[0] + right[0].height / 2, ruler.bottom) + _EDGE
    moved = Box(x, margin - top, _RULER, tall)
    return _Layout(
        whole, bands, left, right, tuple(y - top for y in left_at), tuple(y - top for y in right_at), figures, moved, bottom - top
    )


def _set_left(bands: Sequence[BandRange], points: Sequence[tuple[float, str]], whole: FigureRange) -> Iterator[_Label]:
    """A label for each answer, and a bare figure for each end and each limit of a band that is no answer; lowest first."""
    answers = dict(points)
    limits = {whole.low, whole.high, *answers, *(band.up_to for band in bands)}
    for value in sorted(limits):
        number, text = set_text(figure(value), STRONG, FIT_WIDTH), set_text(answers.get(value, ""), BODY, _ANSWERS)
        yield _Label(value, number, text, max(number.height, text.height))


def _set_right(bands: Sequence[BandRange], width: float) -> Iterator[_Label]:
    for band in bands:
        name, span = set_text(band.title, NAME, width), set_text(band.text, BODY, width)
        yield _Label((band.above + band.up_to) / 2, name, span, name.height + span.height)


def _room(labels: Sequence[_Label], whole: FigureRange) -> float:
    """How tall the ruler must be for neighbours not to touch, within reason."""
    needed = [
        ((lower.height + upper.height) / 2 + _BETWEEN) / (whole.share(upper.at) - whole.share(lower.at))
        for lower, upper in pairwise(labels)
        if whole.share(upper.at) > whole.share(lower.at)
    ]
    return min(max([210, *needed]), max(_TALLEST, sum(label.height + _BETWEEN for label in labels)))


def _places(labels: Sequence[_Label], whole: FigureRange, ruler: Box) -> tuple[float, ...]:
    """How far down the middle of each label stands: level with its figure, or as near as its neighbours let it."""
    wanted = [-(ruler.bottom - whole.share(label.at) * ruler.height) for label in labels]
    distances = [(lower.height + upper.height) / 2 + _BETWEEN / 2 for lower, upper in pairwise(labels)]
    return tuple(-place for place in settle(wanted, distances))


def _draw_ruler(layout: _Layout) -> Iterator[Markup]:
    ruler = layout.ruler
    for position, band in enumerate(layout.bands):
        top, bottom = layout.down(band.up_to), layout.down(band.above)
        yield draw_rect(Box(ruler.x, top, ruler.width, bottom - top), "shade", _SHADES[position % 2])
    yield draw_rect(ruler, "outline")
    for band in layout.bands[:-1]:
        y = layout.down(band.up_to)
        yield draw_line((Point(ruler.x - 5, y), Point(ruler.right + 5, y)), "rule")


def _draw_left(layout: _Layout) -> Iterator[Markup]:
    edge = layout.ruler.x
    for label, y in zip(layout.left, layout.left_at, strict=True):
        yield draw_line((Point(edge, layout.down(label.at)), Point(edge - _TICK + 5, y)), "thin")
        yield draw_text(label.figure, Point(edge - _TICK, y - label.figure.height / 2), anchor="end")
        yield draw_text(label.text, Point(edge - _TICK - layout.figures - 12, y - label.text.height / 2), anchor="end")


def _draw_right(layout: _Layout) -> Iterator[Markup]:
    left = layout.ruler.right
    for label, y in zip(layout.right, layout.right_at, strict=True):
        yield draw_line((Point(left, layout.down(label.at)), Point(left + _LEAD + 4, y)), "thin")
        x = left + _LEAD + 12
        yield draw_text(label.figure, Point(x, y - label.height / 2))
        yield draw_text(label.text, Point(x, y - label.height / 2 + label.figure.height), "muted")


def _describe(whole: FigureRange, bands: Sequence[BandRange], points: Sequence[tuple[float, str]]) -> str:
    """What there is to see, in sentences."""
    ends = f"An upright scale from {figure(whole.low)} to {figure(whole.high)}"
    answers = f", from “{points[0][1]}” to “{points[-1][1]}”" if points else ""
    named = "; ".join(f"{band.title}, {band.text}" for band in bands)
    return f"{ends}{answers}. Bands from the bottom: {named}."


def _in_words(bands: Sequence[BandRange], points: Sequence[tuple[float, str]]) -> Markup:
    table = html_table(("Band", "Figures"), [(escape_text(band.title), escape_text(band.text)) for band in bands])
    answers = html_list(escape_text(f"{figure(value)}: {label}") for value, label in points)
    return together(table, tag("p", Markup("Answers")), answers) if points else table
