"""How far down each slot of a layered graph stands, so that links run as level as they can."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from build_tools.pictures.crossings import Order
from build_tools.pictures.layers import LayeredGraph, Slot, neighbours
from build_tools.pictures.settling import settle

_SWEEPS = 40
_LANE_WEIGHT = 8
"""How much more a lane counts than a place, and two lanes of a link to each other: a long link should be straight."""
_GRAVITY = 0.05
"""The pull towards the middle, without which parts of the drawing that are not joined would drift apart."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """The room that slots take and keep from each other."""

    height: Mapping[Slot, float]
    """The height of each place; a lane has none."""
    between_boxes: float
    beside_lanes: float

    def apart(self, upper: Slot, lower: Slot) -> float:
        """The least distance between the middles of two neighbours."""
        gap = self.beside_lanes if upper.link or lower.link else self.between_boxes
        return (self.height.get(upper, 0) + self.height.get(lower, 0)) / 2 + gap


def place_slots(graph: LayeredGraph, order: Order, spacing: Spacing) -> Mapping[Slot, float]:
    """How far down the middle of each slot stands; the top of the highest one is at 0.

    Args:
        graph: The graph.
        order: Its layers, ordered.
        spacing: The room that slots need.
    """
    before, after = neighbours(graph.routes)
    middles = _stacked(order, spacing)
    for sweep in range(_SWEEPS):
        forward = sweep % 2 == 0
        for layer in order if forward else order[::-1]:
            joined = before if forward else after
            both = sweep >= _SWEEPS // 2
            middles |= _settle(layer, {slot: _wanted(slot, middles, (before, after) if both else (joined,)) for slot in layer}, spacing)
    top = min((middle - spacing.height.get(slot, 0) / 2 for slot, middle in middles.items()), default=0)
    return {slot: middle - top for slot, middle in middles.items()}


def _stacked(order: Order, spacing: Spacing) -> dict[Slot, float]:
    """Each layer as a pile, its middle at 0."""
    middles: dict[Slot, float] = {}
    for layer in order:
        below = list(accumulate(_distances(layer, spacing), initial=0.0))
        middles |= {slot: offset - below[-1] / 2 for slot, offset in zip(layer, below, strict=False)}
    return middles


def _wanted(slot: Slot, middles: Mapping[Slot, float], sides: Sequence[Mapping[Slot, Sequence[Slot]]]) -> float:
    """Where a slot would like to stand: at the mean of what it is joined to, and a little towards the middle of the drawing."""
    ends = [end for joined in sides for end in joined.get(slot, ())]
    weights = [_LANE_WEIGHT if slot.link and end.link else 1 for end in ends]
    return (
        sum(weight * middles[end] for weight, end in zip(weights, ends, strict=True)) / (sum(weights) + _GRAVITY) if ends else middles[slot]
    )


def _settle(layer: Sequence[Slot], wanted: Mapping[Slot, float], spacing: Spacing) -> dict[Slot, float]:
    """The layer with each slot as near as can be to where it would like to stand."""
    weights = [_LANE_WEIGHT if slot.link else 1.0 for slot in layer]
    return dict(zip(layer, settle([wanted[slot] for slot in layer], _distances(layer, spacing), weights), strict=True))


def _distances(layer: Sequence[Slot], spacing: Spacing) -> list[float]:
    return [spacing.apart(upper, lower) for upper, lower in pairwise(layer)]
