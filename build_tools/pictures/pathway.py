"""The pathway of a case: the stages under each other, the usual way straight down, ways back and around at the sides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.pictures.framing import FIT_WIDTH, frame_note, frame_picture
from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.lettering import BODY, NAME, STRONG, TextBlock, set_text
from build_tools.pictures.markup import Markup
from build_tools.pictures.pathway_words import describe_pathway, pathway_in_words
from build_tools.pictures.picture import LinkOf, Picture, link_nowhere
from build_tools.pictures.shapes import (
    draw_arrow,
    draw_box,
    draw_circle,
    draw_line,
    draw_link,
    draw_node,
    draw_octagon,
    draw_square,
    draw_text,
)
from build_tools.pictures.stage_lanes import Bus, find_buses
from build_tools.pictures.words import count_of
from practice_models.plain_text import first_sentence
from practice_models.stage_order import order_stages
from practice_models.vocabulary.pathway import Stage

_LANE = 14
_PADDING = 14
_BADGE = 16
_TEXT_LEFT = 2 * _PADDING + 2 * _BADGE - 2
_NARROWEST = 290
_END = set_text("May end here", BODY, 200)
_LAST = set_text("End", STRONG, 200)
_BEGIN = set_text("Begin here", BODY, 200)
_PILL = 30


@dataclass(frozen=True, slots=True)
class _Labels:
    """The text of one stage, set to the width of its box."""

    name: TextBlock
    purpose: TextBlock
    safety: TextBlock

    @property
    def height(self) -> float:
        """The height of all of them, with the space between."""
        gap = 4 if self.purpose.lines else 0
        return self.name.height + gap + self.purpose.height + (self.safety.height + 8 if self.safety.lines else 0)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where everything stands."""

    stages: tuple[Stage, ...]
    boxes: tuple[Box, ...]
    labels: tuple[_Labels, ...]
    back: tuple[Bus, ...]
    skip: tuple[Bus, ...]
    width: float
    height: float


def draw_pathway(
    stages: Sequence[Stage], *, key: str, link_of: LinkOf = link_nowhere, title: str = "The pathway", purpose: bool = True
) -> Picture:
    """The pathway of an edition; each stage is a link.

    Args:
        stages: In any order; their `next` decides how they stand.
        key: What the picture's ids begin with.
        link_of: Where a stage leads, called with `("stage", id)`.
        title: The picture's name.
        purpose: Whether each stage shows the first sentence of its purpose.
    """
    if not stages:
        return frame_note("This edition names no stages.", key=key, title=title)
    layout = _lay_out(order_stages(stages), purpose=purpose)
    parts = [
        *_draw_begin(layout),
        *_draw_straight(layout),
        *_draw_buses(layout, layout.back, left=True),
        *_draw_buses(layout, layout.skip, left=False),
        *_draw_ends(layout),
        *(_draw_stage(layout, position, link_of("stage", stage.id)) for position, stage in enumerate(layout.stages)),
    ]
    return frame_picture(
        parts,
        key=key,
        title=title,
        description=describe_pathway(layout.stages),
        words=pathway_in_words(layout.stages, link_of),
        width=layout.width,
        height=layout.height,
    )


def _lay_out(stages: tuple[Stage, ...], *, purpose: bool) -> _Layout:
    back, skip = find_buses(stages, back=True), find_buses(stages, back=False)
    left, right = _gutter(back), _gutter(skip)
    box_width = max(_NARROWEST, FIT_WIDTH - left - right - 4)
    labels = tuple(_set_labels(stage, box_width - _TEXT_LEFT - _PADDING, purpose=purpose) for stage in stages)
    boxes: list[Box] = []
    y: float = 46
    for position, stage in enumerate(stages):
        ports = max(_ports(back, position), _ports(skip, position))
        height = max(labels[position].height + 2 * _PADDING - 2, 2 * _BADGE + 2 * _PADDING, 16 * (ports + 1))
        boxes.append(Box(left + 2, y, box_width, height))
        y += height + _gap(stage, last=position == len(stages) - 1)
    return _Layout(stages, tuple(boxes), labels, back, skip, left + right + box_width + 4, y)


def _gutter(buses: Sequence[Bus]) -> float:
    return max((bus.lane for bus in buses), default=-1) * _LANE + _LANE + (14 if buses else 0)


def _ports(buses: Sequence[Bus], position: int) -> int:
    """How many lines join one side of a stage."""
    return sum((bus.target == position) + (position in bus.sources) for bus in buses)


def _gap(stage: Stage, *, last: bool) -> float:
    if stage.ends:
        return 24 + _PILL + (2 if last else 14)
    return 2 if last else 34


def _set_labels(stage: Stage, width: float, *, purpose: bool) -> _Labels:
    stops = count_of(len(stage.safety_stops), "safety stop") if stage.safety_stops else ""
    return _Labels(
        set_text(stage.title, NAME, width),
        set_text(first_sentence(stage.purpose) if purpose else "", BODY, width),
        set_text(stops, STRONG, width - 28),
    )


def _draw_stage(layout: _Layout, position: int, href: str | None) -> Markup:
    stage, box, labels = layout.stages[position], layout.boxes[position], layout.labels[position]
    badge = Point(box.x + _PADDING + _BADGE, box.y + _PADDING + _BADGE)
    left = box.x + _TEXT_LEFT
    top = box.y + _PADDING + max(0, 2 * _BADGE - labels.name.height) / 2 if labels.height <= 2 * _BADGE else box.y + _PADDING - 1
    number = set_text(str(position + 1), STRONG, 2 * _BADGE)
    parts = [
        draw_box(box, "accent" if stage.begins else ""),
        draw_circle(badge, _BADGE, "solid"),
        draw_text(number, Point(badge.x, badge.y - number.height / 2), "reverse", anchor="middle"),
        draw_text(labels.name, Point(left, top), "name" if href else ""),
    ]
    below = top + labels.name.height + 4
    if labels.purpose.lines:
        parts.append(draw_text(labels.purpose, Point(left, below)))
        below += labels.purpose.height
    if labels.safety.lines:
        parts.append(draw_octagon(Point(left + 10, below + 8 + labels.safety.height / 2), 10))
        parts.append(draw_text(labels.safety, Point(left + 28, below + 8), "safety"))
    return draw_node(draw_link(href, *parts))


def _draw_begin(layout: _Layout) -> Iterator[Markup]:
    for stage, box in zip(layout.stages, layout.boxes, strict=True):
        if stage.begins and box is layout.boxes[0]:
            x = _spine(box)
            yield draw_circle(Point(x, 12), 7, "dot")
            yield draw_arrow((Point(x, 19), Point(x, box.y)))
            yield draw_text(_BEGIN, Point(x + 18, 2), "muted")


def _draw_straight(layout: _Layout) -> Iterator[Markup]:
    """The ways from a stage to the one below it."""
    for position, stage in enumerate(layout.stages[:-1]):
        if layout.stages[position + 1].id in stage.next:
            x = _spine(layout.boxes[position])
            yield draw_arrow((Point(x, layout.boxes[position].bottom), Point(x, layout.boxes[position + 1].y)))


def _draw_ends(layout: _Layout) -> Iterator[Markup]:
    """Where a case may end, beside the way on."""
    for stage, box in zip(layout.stages, layout.boxes, strict=True):
        if stage.ends:
            label = _END if stage.next else _LAST
            width = label.width + 48
            pill = Box(box.right - width - 12, box.bottom + 24, width, _PILL)
            if not stage.next:
                pill = Box(_spine(box) - 17, pill.y, width, _PILL)
            x = pill.x + 17 if not stage.next else pill.middle.x
            yield draw_arrow((Point(x, box.bottom), Point(x, pill.y)))
            yield draw_node(
                draw_box(pill, "end", radius=_PILL / 2),
                draw_square(Point(pill.x + 17, pill.middle.y), 5, "dot"),
                draw_text(label, Point(pill.x + 32, pill.middle.y - label.height / 2)),
            )


def _spine(box: Box) -> float:
    """Where the straight way runs: down the column of numbers."""
    return box.x + _PADDING + _BADGE


def _draw_buses(layout: _Layout, buses: Sequence[Bus], *, left: bool) -> Iterator[Markup]:
    """The ways at one side: the longest way of each bus whole, the others as far as where they join it."""
    kind = "back" if left else "skip"
    for bus in buses:
        x = _lane_x(layout, bus, left=left)
        edge = layout.boxes[bus.target]
        end = Point(edge.x if left else edge.right, _port(layout, buses, bus.target, bus, left=left))
        for source in bus.sources:
            box = layout.boxes[source]
            start = Point(box.x if left else box.right, _port(layout, buses, source, bus, left=left))
            if source == bus.farthest:
                yield draw_arrow((start, Point(x, start.y), Point(x, end.y), end), kind)
            else:
                join = Point(x, start.y + (-_LANE if left else _LANE))
                yield draw_line((start, Point(x, start.y), join), kind)


def _lane_x(layout: _Layout, bus: Bus, *, left: bool) -> float:
    box = layout.boxes[0]
    return box.x - 20 - bus.lane * _LANE if left else box.right + 20 + bus.lane * _LANE


def _port(layout: _Layout, buses: Sequence[Bus], position: int, bus: Bus, *, left: bool) -> float:
    """How far down a line joins a side of a stage: in the order that keeps lines from crossing."""
    leaving = sorted((each for each in buses if position in each.sources), key=lambda each: each.lane if left else -each.lane)
    arriving = [each for each in buses if each.target == position]
    order = [(each, True) for each in leaving] + [(each, False) for each in arriving]
    if not left:
        order = [(each, False) for each in arriving] + [(each, True) for each in leaving]
    here = next(place for place, (each, leaves) in enumerate(order) if each is bus and leaves == (bus.target != position))
    box = layout.boxes[position]
    return box.y + box.height * (here + 1) / (len(order) + 1)
