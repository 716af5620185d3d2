"""The lines of a theory of change: level across each column, curved between columns, through no box."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.layers import Link, Route
from build_tools.pictures.markup import Markup, join, number
from build_tools.pictures.shapes import draw_head, draw_path
from build_tools.pictures.theory_layout import Layout, left_of, right_of

_APART = 11
"""The distance between two lines at the side of a box, where there is room."""
_HEAD = 9
"""How much of a line its arrow head covers."""


def draw_lines(layout: Layout) -> Mapping[str, list[Markup]]:
    """The lines that leave each place, by its address."""
    starts, ends = _ports(layout, 0, 1), _ports(layout, -1, -2)
    lines: dict[str, list[Markup]] = {}
    for route in layout.graph.routes:
        points = _way(layout, route, starts[route.link], ends[route.link])
        lines.setdefault(route.link[0], []).append(_draw_way(points, backwards=route.reversed))
    return lines


def _ports(layout: Layout, end: int, beside: int) -> Mapping[Link, float]:
    """How far down each line joins its box, so that the lines of one box do not cross beside it.

    Args:
        layout: Where the boxes stand.
        end: Which slot of a route is the box: 0 for the left end, -1 for the right end.
        beside: Which slot of a route stands next to it.
    """
    joined: dict[str, list[tuple[float, Link]]] = {}
    for route in layout.graph.routes:
        joined.setdefault(route.slots[end].name, []).append((layout.middles[route.slots[beside]], route.link))
    return {
        link: y
        for name, routes in joined.items()
        for (_, link), y in zip(sorted(routes), _spread(layout.boxes[name], len(routes)), strict=True)
    }


def _spread(box: Box, many: int) -> Iterator[float]:
    """Places for lines along a side of a box, around its middle."""
    step = min(_APART, (box.height - 12) / max(1, many - 1))
    return (box.middle.y + (position - (many - 1) / 2) * step for position in range(many))


def _way(layout: Layout, route: Route, start: float, end: float) -> list[Point]:
    """The points that a line runs through, from left to right: two for each column that it passes."""
    first, *lanes, last = route.slots
    points = [Point(right_of(first), start)]
    for lane in lanes:
        points += [Point(left_of(lane), layout.middles[lane]), Point(right_of(lane), layout.middles[lane])]
    return [*points, Point(left_of(last), end)]


def _draw_way(points: Sequence[Point], *, backwards: bool) -> Markup:
    """A line with its arrow head, and under it a margin that parts it from the lines it crosses."""
    (start, *_, end) = points
    tip, tail = (start, Point(start.x + _HEAD, start.y)) if backwards else (end, Point(end.x - _HEAD, end.y))
    inner = [tail, *points[1:]] if backwards else [*points[:-1], tail]
    pieces = [f"M{_spell(inner[0])}"]
    for position, (here, there) in enumerate(pairwise(inner)):
        pieces.append(f"L{_spell(there)}" if position % 2 else _curve(here, there))
    path = "".join(pieces)
    return join([draw_path(path, "halo"), draw_path(path), draw_head(tail, tip)])


def _curve(here: Point, there: Point) -> str:
    """A curve that leaves and arrives level; it stays between its ends, so it can meet no box."""
    middle = (here.x + there.x) / 2
    return f"C{number(middle)} {number(here.y)} {number(middle)} {number(there.y)} {_spell(there)}"


def _spell(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"
