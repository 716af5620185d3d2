"""The order of each layer of a graph, chosen so that few links cross."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from build_tools.pictures.layers import LayeredGraph, Route, Slot, neighbours

Order = tuple[tuple[Slot, ...], ...]
"""Each layer's slots from top to bottom."""

_SWEEPS = 24


def order_layers(graph: LayeredGraph) -> Order:
    """The layers with their slots in the order that has the fewest crossings among those tried.

    Sweeps to and fro put each slot at the mean place of what it is joined to (the barycentre), then neighbours change places as
    long as that helps.

    Source:
        Sugiyama, Tagawa and Toda (1981), Methods for visual understanding of hierarchical system structures.
    """
    before, after = neighbours(graph.routes)
    order: Order = graph.layers
    best, fewest = order, count_crossings(order, graph.routes)
    for sweep in range(_SWEEPS):
        order = _sweep(order, before) if sweep % 2 == 0 else _sweep(order[::-1], after)[::-1]
        order = _exchange(order, before, after)
        crossings = count_crossings(order, graph.routes)
        if crossings < fewest:
            best, fewest = order, crossings
    return best


def count_crossings(order: Order, routes: Iterable[Route]) -> int:
    """How many pairs of links cross between layers that stand side by side."""
    place = _places(order)
    gaps: dict[int, list[tuple[int, int]]] = {}
    for route in routes:
        for left, right in pairwise(route.slots):
            gaps.setdefault(left.layer, []).append((place[left], place[right]))
    return sum(_crossings(sorted(gap)) for gap in gaps.values())


def _crossings(ends: Sequence[tuple[int, int]]) -> int:
    return sum(one[0] < other[0] and one[1] > other[1] for position, one in enumerate(ends) for other in ends[position + 1 :])


def _places(order: Order) -> dict[Slot, int]:
    return {slot: position for layer in order for position, slot in enumerate(layer)}


def _sweep(order: Order, joined: Mapping[Slot, Sequence[Slot]]) -> Order:
    """Each layer after the first put in the order of its barycentres; slots that are joined to nothing keep their place."""
    done = [order[0]] if order else []
    for layer in order[1:]:
        done.append(_by_barycentre(layer, done[-1], joined))
    return tuple(done)


def _by_barycentre(layer: Sequence[Slot], beside: Sequence[Slot], joined: Mapping[Slot, Sequence[Slot]]) -> tuple[Slot, ...]:
    place = {slot: position / max(1, len(beside) - 1) for position, slot in enumerate(beside)}
    wanted = [_mean([place[end] for end in joined.get(slot, ())], position / max(1, len(layer) - 1)) for position, slot in enumerate(layer)]
    return tuple(layer[position] for position in sorted(range(len(layer)), key=lambda position: wanted[position]))


def _mean(places: Sequence[float], otherwise: float) -> float:
    return sum(places) / len(places) if places else otherwise


def _exchange(order: Order, before: Mapping[Slot, Sequence[Slot]], after: Mapping[Slot, Sequence[Slot]]) -> Order:
    """Neighbours in a layer change places wherever that leaves fewer crossings."""
    place = _places(order)
    layers = []
    for layer in order:
        slots = list(layer)
        for _ in slots:
            changed = False
            for position in range(len(slots) - 1):
                upper, lower = slots[position], slots[position + 1]
                if _pair(upper, lower, place, (before, after)) > _pair(lower, upper, place, (before, after)):
                    slots[position], slots[position + 1] = lower, upper
                    place[upper], place[lower] = position + 1, position
                    changed = True
            if not changed:
                break
        layers.append(tuple(slots))
    return tuple(layers)


def _pair(upper: Slot, lower: Slot, place: Mapping[Slot, int], sides: Iterable[Mapping[Slot, Sequence[Slot]]]) -> int:
    """How often the links of two slots cross when one stands right above the other."""
    return sum(place[one] > place[other] for joined in sides for one in joined.get(upper, ()) for other in joined.get(lower, ()))
