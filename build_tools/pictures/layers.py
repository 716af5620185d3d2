"""A layered graph: places in layers, and the lanes that long links take through the layers between."""

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
    loops: tuple[Link, ...]
    """The links whose ends stand in one layer."""


def layer_graph(groups: Sequence[Sequence[str]], links: Iterable[Link]) -> LayeredGraph:
    """The graph of some places, in layers from left to right.

    Args:
        groups: The names of the places, layer by layer.
        links: From place to place. A link that names no place, joins a place to itself or stands twice is left out.
    """
    places = {name: Slot(layer, name) for layer, group in enumerate(groups) for name in group}
    kept = dict.fromkeys(link for link in links if link[0] != link[1] and places.keys() >= set(link))
    loops = tuple(link for link in kept if places[link[0]].layer == places[link[1]].layer)
    routes = tuple(_route(link, places) for link in kept if link not in loops)
    layers: list[list[Slot]] = [[places[name] for name in group] for group in groups]
    for route in routes:
        for lane in route.slots[1:-1]:
            layers[lane.layer].append(lane)
    return LayeredGraph(tuple(map(tuple, layers)), routes, loops)


def _route(link: Link, places: Mapping[str, Slot]) -> Route:
    """The way of a link between two layers, with a lane through each layer between them."""
    first, last = sorted((places[name] for name in link), key=lambda slot: slot.layer)
    lanes = (Slot(layer, f"{link[0]} to {link[1]}", link) for layer in range(first.layer + 1, last.layer))
    return Route(link, (first, *lanes, last), reversed=first.name != link[0])


def neighbours(routes: Iterable[Route]) -> tuple[Mapping[Slot, Sequence[Slot]], Mapping[Slot, Sequence[Slot]]]:
    """What each slot is joined to in the layer before it, and in the layer after it."""
    before: dict[Slot, list[Slot]] = {}
    after: dict[Slot, list[Slot]] = {}
    for route in routes:
        for left, right in pairwise(route.slots):
            before.setdefault(right, []).append(left)
            after.setdefault(left, []).append(right)
    return before, after
