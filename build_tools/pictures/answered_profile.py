"""A profile filled in: what person and practitioner answered and agreed, where they differ, and what each section comes to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.pictures.answer_axis import AnswerAxis, draw_ends, draw_figures, end_labels, even_figures, point_figures
from build_tools.pictures.answers import NO_ANSWER, AnsweredItem, AnsweredSection, answered_sections
from build_tools.pictures.figure_range import FigureRange, band_ranges, figure_range
from build_tools.pictures.framing import FIT_WIDTH, frame_note, frame_picture
from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.lettering import BODY, NAME, STRONG, TextBlock, set_text
from build_tools.pictures.markup import Markup, escape_text, tag, together
from build_tools.pictures.picture import LinkOf, Picture, link_nowhere
from build_tools.pictures.shapes import draw_line, draw_link, draw_node, draw_octagon, draw_polygon, draw_rect, draw_text
from build_tools.pictures.views import VIEWS, draw_view, draw_view_key
from build_tools.pictures.words import count_of, html_link, html_table, listed
from practice_models.vocabulary.example import AssessmentCase
from practice_models.vocabulary.instrument import Instrument, Scale, View
from practice_models.vocabulary.results import AssessmentResult

_EDGE = 2
_RIGHT = FIT_WIDTH - _EDGE
_NAMES = 158
_FIRST = 190
_LAST = FIT_WIDTH - 16
_PRESSED = 30
_LANE = 17
_STRIP = 16
_SHADES = ("shade-1", "shade-2")
_DIFFER = set_text("differ", STRONG, 100)


@dataclass(frozen=True, slots=True)
class _Lane:
    """The line of one view of an item: a mark at a value, or words."""

    view: View | None
    value: int | None
    words: TextBlock
    """What is said instead of a mark; no lines where there is a mark."""

    @property
    def height(self) -> float:
        """The height of the lane."""
        return max(_LANE, self.words.height)


def draw_profile(
    instrument: Instrument,
    case: AssessmentCase,
    result: AssessmentResult,
    *,
    key: str,
    link_of: LinkOf = link_nowhere,
    title: str | None = None,
) -> Picture:
    """The answers of a case on the lines of a profile, with what each section comes to; each section is a link.

    Args:
        instrument: The instrument that was used.
        case: The answers; a blank is shown as no answer, never as a value.
        result: What they come to.
        key: What the picture's ids begin with.
        link_of: Where a section leads, called with `("section", id)`.
        title: The picture's name; made from the instrument's title if left out.
    """
    name = title or f"Profile: {instrument.title}"
    sections = tuple(answered_sections(instrument, case, result))
    if not sections:
        return frame_note("No section was asked.", key=key, title=name)
    parts: list[Markup] = []
    y = draw_view_key(parts, _EDGE, "given")
    axis = None
    for section in sections:
        y, axis = _draw_section(parts, section, axis, y, link_of("section", section.section.id))
    return frame_picture(parts, key=key, title=name, description=_describe(sections), words=_in_words(sections, link_of), height=y)


def _draw_section(
    parts: list[Markup], section: AnsweredSection, before: AnswerAxis | None, y: float, href: str | None
) -> tuple[float, AnswerAxis]:
    """Add a section.

    Returns:
        Where it ends, and the line that its items stand on.
    """
    axis = _axis(section)
    parts.append(draw_line((Point(_EDGE, y), Point(_RIGHT, y)), "rule"))
    name = set_text(section.section.title, NAME, _RIGHT - _EDGE)
    hit = Box(_EDGE, y + 6, max(_PRESSED, name.width), max(_PRESSED, name.height))
    parts.append(draw_node(draw_link(href, draw_text(name, Point(_EDGE, y + 8), "name" if href else ""), hit=hit)))
    y += name.height + 14
    y = _draw_outcome(parts, section, axis, y)
    if any(axis.ends) and (before is None or before.ends != axis.ends):
        y = draw_ends(parts, axis, y + 4)
    y = draw_figures(parts, axis, y + 2) + 4
    for item in section.items:
        y = _draw_item(parts, item, axis, y)
    return y + 14, axis


def _axis(section: AnsweredSection) -> AnswerAxis:
    """The line of the answers that count; where none does, that of every answer."""
    scales: tuple[Scale, ...] = section.scales or tuple(each.scale for each in section.items)
    return AnswerAxis(point_figures(scales), end_labels(scales) if len(scales) == 1 else ("", ""), _FIRST, _LAST)


def _draw_outcome(parts: list[Markup], section: AnsweredSection, axis: AnswerAxis, y: float) -> float:
    """Add the section's figure and its band, as text and on the strip of bands.

    Returns:
        Where they end.
    """
    said = set_text(_outcome(section), STRONG, _NAMES)
    whole = figure_range(section.section, section.scales) if section.scales else axis.whole
    strip = Box(_FIRST, y + 12, _LAST - _FIRST, _STRIP)
    parts.append(draw_text(said, Point(_EDGE, strip.middle.y - min(said.height, 2 * STRONG.leading) / 2)))
    parts += _draw_strip(section, whole, strip)
    bottom = strip.bottom
    if (whole.low, whole.high) != (axis.whole.low, axis.whole.high):
        bottom = draw_figures(parts, AnswerAxis(even_figures(whole), ("", ""), _FIRST, _LAST), bottom + 2)
    return max(bottom, strip.middle.y - min(said.height, 2 * STRONG.leading) / 2 + said.height)


def _outcome(section: AnsweredSection) -> str:
    """What the section comes to in words."""
    if section.result.figure is None:
        return f"No figure: {section.result.answered} answered, {section.section.read.answered_at_least} needed"
    return f"{_number(section.result.figure)}{f', {section.band.title}' if section.band else ''}"


def _number(value: object) -> str:
    """A figure of at most two decimals, with a true minus sign."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace("-", "\N{MINUS SIGN}") if text not in ("", "-0") else "0"


def _draw_strip(section: AnsweredSection, whole: FigureRange, strip: Box) -> Iterator[Markup]:
    """The bands side by side, the one that the figure falls in with a heavy edge, and the figure's mark on them."""
    for position, band in enumerate(band_ranges(section.section, whole)):
        start, end = (strip.x + whole.share(value) * strip.width for value in (band.above, band.up_to))
        yield draw_rect(Box(start, strip.y, end - start, strip.height), "shade", _SHADES[position % 2])
        if position:
            yield draw_line((Point(start, strip.y), Point(start, strip.bottom)), "thin")
    yield draw_rect(strip, "outline")
    if section.result.figure is not None:
        x = strip.x + whole.share(float(section.result.figure)) * strip.width
        yield draw_line((Point(x, strip.y), Point(x, strip.bottom)), "cap")
        yield draw_polygon((Point(x - 8, strip.y - 11), Point(x + 8, strip.y - 11), Point(x, strip.y + 1)), "dot")


def _draw_item(parts: list[Markup], item: AnsweredItem, axis: AnswerAxis, y: float) -> float:
    """Add an item: its name on the left, its answers on the right, and below them the alerts that it raises.

    Returns:
        Where it ends.
    """
    parts.append(draw_line((Point(_EDGE, y), Point(_RIGHT, y)), "faint"))
    name = set_text(item.item.label, BODY, _NAMES)
    lanes = tuple(_lanes(item))
    bracket = _DIFFER.height + 12 if item.differs else 0
    tall = sum(lane.height for lane in lanes) + bracket
    height = max(name.height, tall) + 14
    top = y + (height - tall) / 2 + bracket
    parts.append(draw_text(name, Point(_EDGE, y + (height - name.height) / 2)))
    parts += _draw_grid(lanes, axis, top)
    if item.differs:
        parts += _draw_bracket(item, axis, top)
    for lane in lanes:
        parts.append(_draw_lane(lane, axis, top))
        top += lane.height
    y += height
    for alert in item.alerts:
        said = set_text(f"Alert: {alert}", STRONG, _RIGHT - _EDGE - 30)
        parts.append(draw_octagon(Point(_EDGE + 11, y + said.lettering.leading / 2), 10))
        parts.append(draw_text(said, Point(_EDGE + 30, y), "safety"))
        y += said.height + 6
    return y + (2 if item.alerts else 0)


def _lanes(item: AnsweredItem) -> Iterator[_Lane]:
    """The lanes of an item; one where nobody answered."""
    width = _RIGHT - _FIRST + 8
    if all(value is None for _, value in item.given):
        yield _Lane(None, None, set_text(NO_ANSWER.capitalize(), BODY, width))
        return
    names = dict(VIEWS)
    for view, value in item.given:
        if value is None:
            yield _Lane(None, None, set_text(f"{names[view]}: {NO_ANSWER}", BODY, width))
        elif not item.counts:
            yield _Lane(view, None, set_text(item.label(value), BODY, width - 24))
        else:
            yield _Lane(view, value, set_text("", BODY, width))


def _draw_grid(lanes: Sequence[_Lane], axis: AnswerAxis, y: float) -> Iterator[Markup]:
    """The lines of the lanes that have a mark, and across them an upright line at each figure."""
    for lane in lanes:
        if lane.value is not None:
            level = y + lane.height / 2
            yield draw_line((Point(axis.first, level), Point(axis.last, level)), "faint")
            yield from (draw_line((Point(x, y), Point(x, y + lane.height)), "faint") for x in map(axis.across, axis.figures))
        y += lane.height


def _draw_lane(lane: _Lane, axis: AnswerAxis, y: float) -> Markup:
    level = y + lane.height / 2
    if lane.view is None:
        return draw_text(lane.words, Point(_FIRST - 8, y), "muted")
    if lane.value is not None:
        return draw_view(lane.view, Point(axis.across(lane.value), level), "given")
    mark = draw_view(lane.view, Point(_FIRST, y + lane.words.lettering.leading / 2), "given")
    return together(mark, draw_text(lane.words, Point(_FIRST + 16, y)))


def _draw_bracket(item: AnsweredItem, axis: AnswerAxis, y: float) -> Iterator[Markup]:
    """A bracket over the answers of person and practitioner, with the word for it."""
    values = dict(item.given)
    left, right = sorted(axis.across(values[view] or 0) for view in ("person", "practitioner"))
    level = y - 6
    yield draw_line((Point(left, level + 7), Point(left, level), Point(right, level), Point(right, level + 7)), "rule", radius=3)
    half = _DIFFER.width / 2
    middle = min(max((left + right) / 2, _FIRST + half), _RIGHT - half)
    yield draw_text(_DIFFER, Point(middle, level - _DIFFER.height - 2), anchor="middle")


def _describe(sections: Sequence[AnsweredSection]) -> str:
    """What there is to see, in sentences."""
    each = "; ".join(f"{section.section.title}, {_lower(_outcome(section))}" for section in sections)
    told = [f"{count_of(len(sections), 'section')} with the answers to every item: {each}."]
    differ = [item.item.label for section in sections for item in section.items if item.differs]
    alerts = [alert for section in sections for item in section.items for alert in item.alerts]
    told.append(f"The two views differ on {listed(differ)}." if differ else "The two views differ on no item.")
    told.append(f"{count_of(len(alerts), 'alert')}: {listed(alerts)}." if alerts else "No alert is raised.")
    return " ".join(told)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _in_words(sections: Sequence[AnsweredSection], link_of: LinkOf) -> Markup:
    """A table for each section, under its name and what it comes to."""
    return together(*(piece for section in sections for piece in _section_in_words(section, link_of)))


def _section_in_words(section: AnsweredSection, link_of: LinkOf) -> Iterator[Markup]:
    name = html_link(link_of("section", section.section.id), section.section.title)
    yield tag("p", tag("strong", name), escape_text(f": {_lower(_outcome(section))}"))
    rows = [
        (escape_text(item.item.label), *(_answer_in_words(item, view) for view, _ in VIEWS), escape_text(_remarks(item)))
        for item in section.items
    ]
    yield html_table(("Item", *(name for _, name in VIEWS), "What stands out"), rows)


def _answer_in_words(item: AnsweredItem, view: View) -> Markup:
    values = dict(item.given)
    if view not in values:
        return escape_text("not asked")
    value = values[view]
    return escape_text(item.label(value) if value is None else f"{_number(value)}: {item.label(value)}")


def _remarks(item: AnsweredItem) -> str:
    """What stands out about an item, in words."""
    differ = [f"the two views differ by {_apart(item)}"] if item.differs else []
    said = [f"“{item.words}”"] if item.words else []
    found = [*said, *differ, *(f"alert: {alert}" for alert in item.alerts)]
    return "; ".join(found) or "nothing"


def _apart(item: AnsweredItem) -> int:
    """How many points person and practitioner are apart."""
    values = dict(item.given)
    return abs((values["person"] or 0) - (values["practitioner"] or 0))
