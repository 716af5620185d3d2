"""The editions of a publication over the time whose practice they describe."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.pictures.framing import FIT_WIDTH, frame_note, frame_picture
from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.lettering import BODY, NAME, STRONG, TextBlock, set_text
from build_tools.pictures.markup import Markup, escape_text
from build_tools.pictures.picture import Picture
from build_tools.pictures.shapes import draw_line, draw_link, draw_node, draw_polygon, draw_rect, draw_text
from build_tools.pictures.words import count_of, html_link, html_table
from practice_models.library import Edition
from practice_models.periods import month_text
from practice_models.vocabulary.publication import Period, Status

_STANDING: dict[Status, str] = {"current": "In force", "superseded": "Superseded", "draft": "Draft", "withdrawn": "Withdrawn"}
_EDGE = 16
_BAR = 18
_AXIS = 30
_GAP = 18
_YEAR_ROOM = 54
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class _Axis:
    """The years from left to right."""

    first: float
    last: float

    def across(self, time: float) -> float:
        """Where a time stands."""
        share = (time - self.first) / (self.last - self.first)
        return _EDGE + min(max(share, 0), 1) * (FIT_WIDTH - 2 * _EDGE)

    @property
    def years(self) -> range:
        """The years that have a label, with room between them."""
        step = next((step for step in _STEPS if step / (self.last - self.first) * (FIT_WIDTH - 2 * _EDGE) >= _YEAR_ROOM), _STEPS[-1])
        first = -int(-self.first // step) * step
        return range(first, int(self.last) + 1, step)


def draw_timeline(
    editions: Sequence[Edition], *, key: str, url_of: Callable[[Edition], str | None] = lambda edition: None, title: str | None = None
) -> Picture:
    """The editions of a publication, each with a bar over the time that it describes.

    Args:
        editions: In the order in which they are drawn.
        key: What the picture's ids begin with.
        url_of: Where an edition leads.
        title: The picture's name; made from the publication's title if left out.
    """
    name = title or (f"Editions of {editions[0].publication.title}" if editions else "Editions")
    if not editions:
        return frame_note("There are no editions yet.", key=key, title=name)
    axis = _axis([edition.head.describes for edition in editions])
    rows: list[Markup] = []
    y: float = _AXIS + 12
    for edition in editions:
        height, row = _draw_edition(edition, axis, y, url_of(edition))
        rows.append(row)
        y += height + _GAP
    return frame_picture(
        [*_draw_axis(axis, y - 6), *rows],
        key=key,
        title=name,
        description=_describe(editions),
        words=_in_words(editions, url_of),
        height=y,
    )


def _axis(periods: Sequence[Period]) -> _Axis:
    """Years that hold every period, with room at the end for those that go on."""
    starts = [_start(period.since) for period in periods]
    ends = [_end(period.until) for period in periods if period.until]
    first, last = min(starts), max(*ends, *starts, min(starts) + 1)
    return _Axis(first, last + (last - first) * (0.12 if len(ends) < len(periods) else 0.01))


def _start(text: str) -> float:
    """The first day of a year or a month, in years."""
    year, _, month = text.partition("-")
    return int(year) + (int(month) - 1) / 12 if month else int(year)


def _end(text: str) -> float:
    """The last day of a year or a month, in years."""
    return _start(text) + (1 / 12 if "-" in text else 1)


def _draw_axis(axis: _Axis, bottom: float) -> Iterator[Markup]:
    yield draw_line((Point(_EDGE, _AXIS), Point(FIT_WIDTH - _EDGE, _AXIS)), "rule")
    for year in axis.years:
        label, x = set_text(str(year), BODY, 60), axis.across(year)
        yield draw_line((Point(x, _AXIS - 5), Point(x, bottom)), "faint")
        yield draw_text(label, Point(min(max(x, label.width / 2), FIT_WIDTH - label.width / 2), 2), "muted", anchor="middle")


def _draw_edition(edition: Edition, axis: _Axis, y: float, href: str | None) -> tuple[float, Markup]:
    """The height of an edition's row, and the row."""
    head = edition.head
    name = set_text(f"{head.version}  {head.title}", NAME, FIT_WIDTH - 2 * _EDGE)
    said = set_text(f"{_STANDING[head.status]}: {_period(head.describes)}", STRONG if edition.in_force else BODY, FIT_WIDTH - 2 * _EDGE)
    bar = Box(axis.across(_start(head.describes.since)), y + name.height + said.height + 6, 0, _BAR)
    end = _end(head.describes.until) if head.describes.until else axis.last
    bar = Box(bar.x, bar.y, max(6, axis.across(end) - bar.x), _BAR)
    row = draw_node(
        draw_link(
            href,
            *_on_paper(name, Point(_EDGE, y), "name" if href else ""),
            *_on_paper(said, Point(_EDGE, y + name.height)),
            hit=Box(_EDGE, y, max(name.width, said.width), name.height + said.height),
        ),
        *_draw_bar(bar, head.status, goes_on=head.describes.until is None),
    )
    return bar.bottom - y, row


def _on_paper(block: TextBlock, at: Point, *modifiers: str) -> Iterator[Markup]:
    """Text with paper behind it, so that no line of the axis runs through it."""
    yield draw_rect(Box(at.x - 3, at.y, block.width + 6, block.height), "paper")
    yield draw_text(block, at, *modifiers)


def _draw_bar(bar: Box, status: Status, *, goes_on: bool) -> Iterator[Markup]:
    """A bar whose look tells the standing: filled in force, hollow superseded, dashed draft, struck through withdrawn."""
    if goes_on:
        tip = min(10, bar.width / 2)
        body = bar.right - tip
        corners = (
            Point(bar.x, bar.y),
            Point(body, bar.y),
            Point(bar.right, bar.middle.y),
            Point(body, bar.bottom),
            Point(bar.x, bar.bottom),
        )
        yield draw_polygon(corners, "bar", status)
    else:
        yield draw_rect(bar, "bar", status)
    if status == "withdrawn":
        yield draw_line((Point(bar.x - 4, bar.middle.y), Point(bar.right + 4, bar.middle.y)), "rule")


def _period(period: Period) -> str:
    """A period in words: `2015 to October 2018`."""
    return f"{month_text(period.since)} to {month_text(period.until)}" if period.until else f"{month_text(period.since)} onwards"


def _describe(editions: Sequence[Edition]) -> str:
    """What there is to see, in sentences."""
    each = [f"{edition.head.version}, {_STANDING[edition.head.status].lower()}, {_period(edition.head.describes)}" for edition in editions]
    return f"{count_of(len(editions), 'edition')} over the time whose practice each describes: {'; '.join(each)}."


def _in_words(editions: Sequence[Edition], url_of: Callable[[Edition], str | None]) -> Markup:
    rows = [
        (
            html_link(url_of(edition), f"{edition.head.version} {edition.head.title}"),
            escape_text(_STANDING[edition.head.status]),
            escape_text(_period(edition.head.describes)),
        )
        for edition in editions
    ]
    return html_table(("Edition", "Standing", "Describes"), rows)
