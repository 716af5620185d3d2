"""The time of a case, running down the page: its stages, what happened, what was due, and the safety stops that came up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from build_tools.pictures.case_days import CaseDay, case_days
from build_tools.pictures.days import day_text, short_day
from build_tools.pictures.framing import FIT_WIDTH, frame_picture
from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.lettering import BODY, NAME, STRONG, TextBlock, set_text
from build_tools.pictures.markup import Markup, escape_text, join
from build_tools.pictures.picture import LinkOf, Picture, link_nowhere
from build_tools.pictures.shapes import (
    draw_circle,
    draw_cross,
    draw_diamond,
    draw_line,
    draw_link,
    draw_node,
    draw_octagon,
    draw_rect,
    draw_square,
    draw_text,
    draw_tick,
)
from build_tools.pictures.words import count_of, html_link, html_table
from practice_models.library import Edition
from practice_models.vocabulary.example import PathwayCase
from practice_models.vocabulary.results import ClockState, PathwayResult

_EDGE = 2
_DAYS = 54
_LANE = 80
_BAR = 14
_BADGE = 14
_MARK = 9
_TEXT = 106
_WIDTH = FIT_WIDTH - _EDGE - _TEXT
_LEAST = 30
"""The height of what a finger presses: 24 pixels at 320 pixels wide."""
_LONG = 10
"""The days that pass before the lane is broken."""
_BREAK = 34
_STATES: dict[ClockState, str] = {"met": "met", "late": "late", "missed": "missed", "running": "still to come"}


@dataclass(frozen=True, slots=True)
class _Row:
    """Something that stands on a day, set to the width of the drawing, and how far down it stands."""

    each: CaseDay
    day: TextBlock
    """The day; no lines where the row above names it."""
    title: TextBlock
    said: TextBlock
    passed: int
    """The days since the row above."""
    y: float = 0

    @property
    def height(self) -> float:
        """The height of the row."""
        least = _LEAST if self.each.kind in ("stage", "today") else 0
        return max(self.title.height + self.said.height, self.day.height, least)

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height

    @property
    def level(self) -> float:
        """How far down its mark stands: in the middle of its first line."""
        return self.y + self.title.lettering.leading / 2


def draw_case_timeline(
    edition: Edition,
    case: PathwayCase,
    result: PathwayResult,
    *,
    key: str,
    link_of: LinkOf = link_nowhere,
    title: str = "The case day by day",
) -> Picture:
    """The days of a case from top to bottom; stages and safety stops are links.

    Args:
        edition: The edition whose pathway it is.
        case: What happened.
        result: What it comes to.
        key: What the picture's ids begin with.
        link_of: Where a stage, or what holds a safety stop, leads.
        title: The picture's name.
    """
    days = case_days(edition, case, result)
    rows = _place(_set_rows(days))
    parts = [
        *_draw_lane(rows),
        *_draw_breaks(rows),
        *(_draw_row(row, link_of(*row.each.element) if row.each.element else None) for row in rows),
    ]
    return frame_picture(
        parts,
        key=key,
        title=title,
        description=_describe(days),
        words=_in_words(days, link_of),
        height=rows[-1].bottom + 6,
    )


def _set_rows(days: Sequence[CaseDay]) -> Iterator[_Row]:
    before: date | None = None
    for each in days:
        shown = "" if each.day == before or each.kind == "today" else short_day(each.day)
        year = f" {each.day.year}" if shown and (before is None or before.year != each.day.year) else ""
        passed = (each.day - before).days if before else 0
        yield _Row(each, set_text(shown + year, BODY, _DAYS), _set_title(each), _set_said(each), passed)
        before = each.day


def _set_title(each: CaseDay) -> TextBlock:
    if each.kind == "clock":
        whole = set_text(f"Last day: {each.title}", BODY, _WIDTH)
        return whole if len(whole.lines) <= 2 else set_text(f"Last day: {each.short}", BODY, _WIDTH)
    return set_text(each.title, {"stage": NAME, "today": STRONG}.get(each.kind, BODY), _WIDTH)


def _set_said(each: CaseDay) -> TextBlock:
    return set_text(each.said if each.kind in ("clock", "stop") else "", STRONG, _WIDTH)


def _place(rows: Iterator[_Row]) -> tuple[_Row, ...]:
    """The rows under each other, farther apart where more days lie between them."""
    placed: list[_Row] = []
    y: float = 6
    for row in rows:
        if placed:
            y = placed[-1].bottom + _gap(row.passed)
        placed.append(_Row(row.each, row.day, row.title, row.said, row.passed, y))
    return tuple(placed)


def _gap(days: int) -> float:
    return 10 + _BREAK if days > _LONG else 7 + 1.5 * days


def _draw_lane(rows: Sequence[_Row]) -> Iterator[Markup]:
    """The line of time, dashed where it is still to come, and on it a bar for each stage."""
    today = next(row for row in rows if row.each.kind == "today")
    yield draw_line((Point(_LANE, rows[0].level), Point(_LANE, today.level)), "thin")
    if today is not rows[-1]:
        yield draw_line((Point(_LANE, today.level), Point(_LANE, rows[-1].level)), "back")
    for position, row in enumerate(rows):
        if row.each.kind == "stage":
            yield draw_rect(Box(_LANE - _BAR / 2, row.level, _BAR, max(_BAR, _end(rows, position) - row.level)), "span")


def _end(rows: Sequence[_Row], position: int) -> float:
    """Where the bar of a stage ends: above the next stage, or below the last thing of its last day."""
    stage, after = rows[position].each, rows[position + 1 :]
    last = rows[position]
    for row in after:
        if row.each.kind == "stage" and (stage.until is None or row.each.day >= stage.until):
            return row.level - _BADGE - 3 if row.each.day == stage.until else last.bottom
        if row.each.kind == "today" or (stage.until is not None and row.each.day > stage.until):
            return row.level if stage.until is None else last.bottom
        last = row
    return last.bottom


def _draw_breaks(rows: Sequence[_Row]) -> Iterator[Markup]:
    """Two jagged lines across the lane wherever many days are left out, with how many they are."""
    for above, below in pairwise(rows):
        if below.passed > _LONG:
            middle = (above.bottom + below.y) / 2
            yield draw_rect(Box(_LANE - 12, middle - 5, 24, 10), "paper")
            yield from (_draw_jag(middle + offset) for offset in (-5, 5))
            said = set_text(f"{below.passed} days later", BODY, _WIDTH)
            yield draw_text(said, Point(_TEXT, middle - said.height / 2), "muted")


def _draw_jag(y: float) -> Markup:
    return draw_line([Point(_LANE - 13 + 6.5 * step, y + (3 if step % 2 else -3)) for step in range(5)], "rule", "thin", radius=0)


def _draw_row(row: _Row, href: str | None) -> Markup:
    kind = row.each.kind
    if kind == "today":
        return _draw_today(row)
    title = draw_text(row.title, Point(_TEXT, row.y), "name" if href else "")
    said = draw_text(row.said, Point(_TEXT, row.y + row.title.height), "safety" if row.each.state == "unanswered" else "")
    height = max(_LEAST, row.title.height + row.said.height)
    hit = Box(_TEXT, row.y - 2, max(_LEAST, row.title.width, row.said.width), height)
    day = draw_text(row.day, Point(_EDGE + _DAYS, row.level - BODY.leading / 2), "muted", anchor="end")
    return draw_node(day, _draw_mark(row.each, Point(_LANE, row.level)), draw_link(href, title, said, hit=hit))


def _draw_today(row: _Row) -> Markup:
    """The day of looking: a line across, broken where its words stand."""
    end = min(_TEXT + row.title.width + 8, FIT_WIDTH - _EDGE)
    return join(
        [
            draw_line((Point(_EDGE, row.level), Point(_TEXT - 8, row.level)), "rule"),
            draw_line((Point(end, row.level), Point(FIT_WIDTH - _EDGE, row.level)), "rule"),
            draw_text(row.title, Point(_TEXT, row.y)),
        ]
    )


def _draw_mark(each: CaseDay, middle: Point) -> Markup:
    """The mark of what stands on a day; each has a shape of its own, and a safety stop without an answer a ring around it."""
    match each.kind:
        case "stage":
            number = set_text(str(each.number or ""), STRONG, 2 * _BADGE)
            text = draw_text(number, Point(middle.x, middle.y - number.height / 2), "reverse", anchor="middle")
            return join([draw_circle(middle, _BADGE, "solid"), text])
        case "clock":
            return _draw_clock(each.state, middle)
        case "stop":
            ring = [draw_circle(middle, _MARK + 7, "finding")] if each.state == "unanswered" else []
            return join([*ring, draw_octagon(middle, _MARK + 3)])
        case _:
            return draw_circle(middle, 5, "finding")


def _draw_clock(state: str | None, middle: Point) -> Markup:
    """The mark of a limit of time: a square with a tick, a diamond, a square with a cross, or a dashed ring."""
    match state:
        case "met":
            return join([draw_square(middle, _MARK, "finding"), draw_tick(middle, "rule")])
        case "late":
            return draw_diamond(middle, _MARK + 3, "finding", "critical")
        case "missed":
            return join([draw_square(middle, _MARK, "finding", "critical"), draw_cross(middle)])
        case _:
            return draw_circle(middle, _MARK, "finding", "waiting")


def _describe(days: Sequence[CaseDay]) -> str:
    """What there is to see, in sentences."""
    clocks = [each for each in days if each.kind == "clock"]
    stops = [each for each in days if each.kind == "stop"]
    happened = [each for each in days if each.kind in ("stage", "event")]
    told = [f"From {day_text(days[0].day)} to {day_text(days[-1].day)}, from top to bottom; many days without anything are left out."]
    told.append(f"{count_of(sum(each.kind == 'event' for each in happened), 'event')}.")
    if clocks:
        states = [f"{many} {name}" for state, name in _STATES.items() if (many := sum(each.state == state for each in clocks))]
        told.append(f"{count_of(len(clocks), 'limit')} of time: {', '.join(states)}.")
    if stops:
        unanswered = sum(each.state == "unanswered" for each in stops)
        told.append(f"{count_of(len(stops), 'safety stop')}, {unanswered or 'none'} of them not answered.")
    return " ".join(told)


_AFTER = "What stands below is still to come"
_KINDS = {"stage": "Stage", "event": "Event", "clock": "Last day", "stop": "Safety stop", "today": "Day of looking"}


def _in_words(days: Sequence[CaseDay], link_of: LinkOf) -> Markup:
    rows = [
        (
            escape_text(day_text(each.day)),
            escape_text(_KINDS[each.kind]),
            html_link(link_of(*each.element) if each.element else None, _AFTER if each.kind == "today" else each.title),
            escape_text(each.said or each.note),
        )
        for each in days
    ]
    return html_table(("Day", "Kind", "What", "How it stands"), rows)
