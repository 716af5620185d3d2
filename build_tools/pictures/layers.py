"""A layered graph: which layer each place stands in, and the lanes that long links take through the layers between."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Link = tuple[str, str]
"""From one place to another, by their names."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A seat in a layer: a place, or the lane of a link that passes through."""

    layer: int
    name: str
    link: Link | None = None
    """For a lane: the link that takes it."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a link, slot by slot from left to right."""

    link: Link
    slots: tuple[Slot, ...]
    reversed: bool
    """True where the link itself runs from right to left."""


@dataclass(frozen=True, slots=True)
class LayeredGraph:
    """Places in layers, and the way of each link between them."""

    layers: tuple[tuple[Slot, ...], ...]
    routes: tuple[Route, ...]
    groups: tuple[tuple[int, int], ...]
    """The first layer of each group of places, and the layer after its last; a group without places has none."""


def layer_graph(groups: Sequence[Sequence[str]], links: Iterable[Link]) -> LayeredGraph:
    """The graph of some places, in layers from left to right.

    Args:
        groups: The names of the places, group by group; each group stands to the right of the one before.
        links: From place to place. Links inside a group make it several layers wide; a link that names no place, joins a place
            to itself or stands twice is left out.
    """
    known = {name for group in groups for name in group}
    kept = tuple(dict.fromkeys(link for link in links if link[0] != link[1] and known.issuperset(link)))
    spans: list[tuple[int, int]] = []
    seats: dict[str, int] = {}
    start = 0
    for group in groups:
        depths = _depths(group, kept)
        seats |= {name: start + depth for name, depth in depths.items()}
        end = start + max(depths.values(), default=-1) + 1
        spans.append((start, end))
        start = end
    return _with_routes(seats, kept, start, tuple(spans))


def _depths(group: Sequence[str], links: Iterable[Link]) -> Mapping[str, int]:
    """How deep each place lies in its group: a place lies deeper than every place of the group that leads to it."""
    inner = _without_circles(group, [link for link in links if link[0] in group and link[1] in group])
    depths = dict.fromkeys(group, 0)
    for _ in group:
        for cause, effect in inner:
            depths[effect] = max(depths[effect], depths[cause] + 1)
    return depths


def _without_circles(group: Sequence[str], links: Sequence[Link]) -> list[Link]:
    """The links that close no circle with those before them."""
    after: dict[str, set[str]] = {name: {name} for name in group}
    kept = []
    for cause, effect in links:
        if cause in after[effect]:
            continue
        kept.append((cause, effect))
        for name, reached in after.items():
            after[name] = reached | after[effect] if cause in reached else reached
    return kept


def _with_routes(seats: Mapping[str, int], links: Iterable[Link], many: int, groups: tuple[tuple[int, int], ...]) -> LayeredGraph:
    places = {name: Slot(layer, name) for name, layer in seats.items()}
    layers: list[list[Slot]] = [[] for _ in range(many)]
    for slot in places.values():
        layers[slot.layer].append(slot)
    routes = []
    for link in links:
        first, last = sorted((places[name] for name in link), key=lambda slot: slot.layer)
        lanes = [Slot(layer, f"{link[0]} to {link[1]}", link) for layer in range(first.layer + 1, last.layer)]
        for lane in lanes:
            layers[lane.layer].append(lane)
        routes.append(Route(link, (first, *lanes, last), reversed=first.name != link[0]))
    return LayeredGraph(tuple(tuple(layer) for layer in layers), tuple(routes), groups)


def neighbours(routes: Iterable[Route]) -> tuple[Mapping[Slot, Sequence[Slot]], Mapping[Slot, Sequence[Slot]]]:
    """What each slot is joined to in the layer before it, and in the layer after it."""
    before: dict[Slot, list[Slot]] = {}
    after: dict[Slot, list[Slot]] = {}
    for route in routes:
        for left, right in pairwise(route.slots):
            before.setdefault(right, []).append(left)
            after.setdefault(left, []).append(right)
    return before, after
