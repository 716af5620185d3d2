"""Which way the findings of an edition point: one numbered mark for each finding, in rows by direction."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.pictures.framing import FIT_WIDTH, frame_note, frame_picture
from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.lettering import BODY, NAME, STRONG, set_text
from build_tools.pictures.markup import Markup, escape_text, tag, together
from build_tools.pictures.picture import LinkOf, Picture, link_nowhere
from build_tools.pictures.shapes import draw_box, draw_circle, draw_diamond, draw_line, draw_link, draw_node, draw_square, draw_text
from build_tools.pictures.words import count_of, html_link, html_list
from practice_models.vocabulary.evidence import Finding

_DIRECTIONS = {
    "favourable": "Speaks for it",
    "null": "No difference was found",
    "critical": "Speaks against it, or warns",
    "context": "Context, neither way",
}
_EDGE = 2
_MARK = 17
_PITCH = 44
_A_LINE = int((FIT_WIDTH - 2 * _EDGE) // _PITCH)


@dataclass(frozen=True, slots=True)
class _Row:
    """The findings of one direction, each with its number in the picture."""

    direction: str
    findings: Mapping[int, Finding]

    @property
    def label(self) -> str:
        """The direction with how many findings point that way."""
        return f"{_DIRECTIONS[self.direction]}: {count_of(len(self.findings), 'finding')}"


def draw_directions(
    findings: Sequence[Finding], *, key: str, link_of: LinkOf = link_nowhere, title: str = "Which way the findings point"
) -> Picture:
    """The findings of an edition by direction; each mark is a link.

    Args:
        findings: In any order; they are numbered row by row.
        key: What the picture's ids begin with.
        link_of: Where a finding leads, called with `("finding", id)`.
        title: The picture's name.
    """
    if not findings:
        return frame_note("This edition reports no findings.", key=key, title=title)
    rows = tuple(_rows(findings))
    parts: list[Markup] = []
    y: float = _EDGE
    for row in rows:
        y = _draw_row(parts, row, y, link_of)
    return frame_picture(
        parts,
        key=key,
        title=title,
        description=f"{'; '.join(row.label for row in rows)}. The marks are counts, not weights: one finding may matter more than another.",
        words=_in_words(rows, link_of),
        height=y,
    )


def _rows(findings: Sequence[Finding]) -> Iterator[_Row]:
    """Every direction with its findings, those without any too."""
    first = 1
    for direction in _DIRECTIONS:
        found = [finding for finding in findings if finding.direction == direction]
        yield _Row(direction, dict(enumerate(found, start=first)))
        first += len(found)


def _draw_row(parts: list[Markup], row: _Row, y: float, link_of: LinkOf) -> float:
    """Add a row.

    Returns:
        Where it ends.
    """
    label = set_text(row.label, NAME, FIT_WIDTH - 2 * _EDGE)
    parts.append(draw_text(label, Point(_EDGE, y)))
    top = y + label.height + 8
    if not row.findings:
        none = set_text("none", BODY, FIT_WIDTH)
        parts.append(draw_text(none, Point(_EDGE, top - 4), "muted"))
        bottom = top + none.height
    else:
        bottom = top + -(-len(row.findings) // _A_LINE) * _PITCH
    for place, (number, finding) in enumerate(row.findings.items()):
        middle = Point(_EDGE + _PITCH / 2 + place % _A_LINE * _PITCH, top + _PITCH / 2 - 2 + place // _A_LINE * _PITCH)
        parts.append(_draw_finding(row.direction, number, finding, middle, link_of("finding", finding.id)))
    parts.append(draw_line((Point(_EDGE, bottom + 4), Point(FIT_WIDTH - _EDGE, bottom + 4)), "faint"))
    return bottom + 16


def _draw_finding(direction: str, number: int, finding: Finding, middle: Point, href: str | None) -> Markup:
    """A numbered mark; as a link it is called by the finding's title, which a reader sees beside the same number in words."""
    label = set_text(str(number), STRONG, 2 * _MARK)
    solid = direction in ("favourable", "critical")
    text = draw_text(label, Point(middle.x, middle.y - label.height / 2), "reverse" if solid else "", anchor="middle")
    name = f"{number}: {finding.title}"
    return draw_node(draw_link(href, tag("title", escape_text(name)), _draw_mark(direction, middle), text, name=name))


def _draw_mark(direction: str, middle: Point) -> Markup:
    """The mark of a direction: each has its own shape, and two of the four are filled."""
    match direction:
        case "favourable":
            return draw_circle(middle, _MARK, "finding", "favourable")
        case "null":
            return draw_square(middle, _MARK - 1, "finding", "null")
        case "critical":
            return draw_diamond(middle, _MARK + 2, "finding", "critical")
        case _:
            return draw_box(Box(middle.x - _MARK, middle.y - _MARK + 2, 2 * _MARK, 2 * _MARK - 4), "context")


def _in_words(rows: Sequence[_Row], link_of: LinkOf) -> Markup:
    return html_list(
        together(
            escape_text(row.label),
            html_list(
                (html_link(link_of("finding", finding.id), finding.title) for finding in row.findings.values()),
                first=min(row.findings, default=1),
            )
            if row.findings
            else Markup(""),
        )
        for row in rows
    )
