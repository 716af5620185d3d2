"""Where everything of a theory of change stands: its columns, its boxes, and the layers behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_tools.pictures.crossings import order_layers
from build_tools.pictures.framing import WIDE_WIDTH
from build_tools.pictures.geometry import Box
from build_tools.pictures.heights import Spacing, place_slots
from build_tools.pictures.layers import LayeredGraph, Slot, layer_graph
from build_tools.pictures.lettering import Lettering, TextBlock, set_text
from practice_models.library import Edition
from practice_models.vocabulary.theory import LogicLink, LogicNode

PADDING = 9
"""Between the edge of a box and its text."""
LOOP = 30
"""How far a line that joins two boxes of one column may stand out to their right."""

_NAME = Lettering(14)
_HEAD = Lettering(15, bold=True)
_COLUMN = 190
_GUTTER = 40
_EDGE = 4
_LINE_ROOM = 8
_TERMS = (
    ("early", "Early outcomes", "within weeks"),
    ("later", "Later outcomes", "by the end of the sentence"),
    ("long", "Long-term outcomes", "after the sentence"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """One heading of the theory, and what stands under it."""

    title: str
    subtitle: str
    nodes: Mapping[str, LogicNode]
    """By address, such as `activity:ask-first`."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns side by side over the whole width of the drawing."""

    many: int
    room_right: float
    """The room for loops beside the last of them."""

    @property
    def width(self) -> float:
        """The width of one: as wide as its neighbours leave it, but no wider than is easy to read."""
        return min(_COLUMN, (self._across - (self.many - 1) * _GUTTER) / self.many)

    @property
    def _across(self) -> float:
        return WIDE_WIDTH - 2 * _EDGE - self.room_right

    def left_of(self, slot: Slot) -> float:
        """Where the column of a slot begins."""
        return _EDGE + slot.layer * (self._across - self.width) / max(1, self.many - 1)

    def right_of(self, slot: Slot) -> float:
        """Where the column of a slot ends."""
        return self.left_of(slot) + self.width


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands."""

    graph: LayeredGraph
    boxes: Mapping[str, Box]
    labels: Mapping[str, TextBlock]
    middles: Mapping[Slot, float]
    """How far down the middle of each slot stands in the drawing."""
    heads: tuple[tuple[TextBlock, TextBlock], ...]
    """The heading of each group, and what is said under it."""
    top: float
    """Where the headings end."""
    columns: Columns
    height: float


def group_places(edition: Edition) -> tuple[Group, ...]:
    """The headings that have something under them, from left to right."""
    found = [
        _group("Inputs", "what goes in", "input", edition.inputs),
        _group("Activities", "what is done with it", "activity", edition.activities),
        _group("Mechanisms", "why it works", "mechanism", edition.mechanisms),
    ]
    for term, name, when in _TERMS:
        found.append(_group(name, when, "outcome", [outcome for outcome in edition.outcomes if outcome.term == term]))
    return tuple(group for group in found if group.nodes)


def _group(title: str, subtitle: str, kind: str, nodes: Sequence[LogicNode]) -> Group:
    return Group(title, subtitle, {f"{kind}:{node.id}": node for node in nodes})


def lay_out_theory(groups: Sequence[Group], links: Sequence[LogicLink]) -> Layout:
    """The layout of a theory.

    Args:
        groups: Its headings with their places.
        links: What leads to what; links that name no place are left out.
    """
    graph = layer_graph([list(group.nodes) for group in groups], [(link.cause, link.effect) for link in links])
    columns = Columns(len(groups), LOOP if any(link[0] in groups[-1].nodes for link in graph.loops) else 0)
    labels = {name: set_text(node.title, _NAME, columns.width - 2 * PADDING) for group in groups for name, node in group.nodes.items()}
    heads = tuple((set_text(group.title, _HEAD, columns.width), set_text(group.subtitle, _NAME, columns.width)) for group in groups)
    top = max(title.height + subtitle.height for title, subtitle in heads) + 10
    heights = {slot: _height(slot, labels, graph) for layer in graph.layers for slot in layer if slot.link is None}
    settled = place_slots(graph, order_layers(graph), Spacing(heights, between_boxes=16, beside_lanes=14))
    middles = {slot: top + 18 + middle for slot, middle in settled.items()}
    boxes = {slot.name: Box(columns.left_of(slot), middles[slot] - height / 2, columns.width, height) for slot, height in heights.items()}
    bottom = max(middle + heights.get(slot, 0) / 2 for slot, middle in middles.items())
    return Layout(graph, boxes, labels, middles, heads, top, columns, bottom + _EDGE)


def _height(slot: Slot, labels: Mapping[str, TextBlock], graph: LayeredGraph) -> float:
    """The height of a box: as much as its text needs, and its lines on the busier side."""
    arriving = sum(route.slots[-1] == slot for route in graph.routes)
    leaving = sum(route.slots[0] == slot for route in graph.routes) + sum(slot.name in loop for loop in graph.loops)
    return max(labels[slot.name].height + 2 * PADDING, _LINE_ROOM * (max(arriving, leaving) + 1))
