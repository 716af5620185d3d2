"""The lines of a theory of change: level across each column, curved between columns or beside one, through no box."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.layers import Link, Route
from build_tools.pictures.markup import Markup, join, number
from build_tools.pictures.shapes import draw_head, draw_path
from build_tools.pictures.theory_layout import LOOP, Layout

_APART = 11
"""The distance between two lines at the side of a box, where there is room."""
_HEAD = 9
"""How much of a line its arrow head covers."""
_NEAR, _LOOP_STEP = 16, 5
"""How far the shortest loop beside a column stands out, and how much further each longer one."""
_BEYOND = 1e6
"""Further down than any drawing reaches."""

Port = tuple[str, Link]
"""Where a line joins a box: the box by its address, and the line."""


def draw_lines(layout: Layout) -> Mapping[str, list[Markup]]:
    """The lines that leave each place, by its address."""
    starts, ends = _right_ports(layout), _left_ports(layout)
    lines: dict[str, list[Markup]] = {}
    for route in layout.graph.routes:
        left, right = route.slots[0].name, route.slots[-1].name
        points = _way(layout, route, starts[left, route.link], ends[right, route.link])
        lines.setdefault(route.link[0], []).append(_draw_way(points, backwards=route.reversed))
    reaches = _reaches(layout)
    for loop in layout.graph.loops:
        cause, effect = (Point(layout.boxes[name].right, starts[name, loop]) for name in loop)
        lines.setdefault(loop[0], []).append(_draw_loop(cause, effect, reaches[loop]))
    return lines


def _left_ports(layout: Layout) -> Mapping[Port, float]:
    """How far down each line joins the left side of a box."""
    joined: dict[str, list[tuple[float, Link]]] = {}
    for route in layout.graph.routes:
        joined.setdefault(route.slots[-1].name, []).append((layout.middles[route.slots[-2]], route.link))
    return _spread_ports(layout, joined)


def _right_ports(layout: Layout) -> Mapping[Port, float]:
    """How far down each line joins the right side of a box: first what loops up, the nearest on top, last what loops down."""
    joined: dict[str, list[tuple[float, Link]]] = {}
    for route in layout.graph.routes:
        joined.setdefault(route.slots[0].name, []).append((layout.middles[route.slots[1]], route.link))
    for loop in layout.graph.loops:
        for name, other in (loop, loop[::-1]):
            down = layout.boxes[other].y - layout.boxes[name].y
            joined.setdefault(name, []).append(((1 if down > 0 else -1) * _BEYOND - down, loop))
    return _spread_ports(layout, joined)


def _spread_ports(layout: Layout, joined: Mapping[str, Sequence[tuple[float, Link]]]) -> Mapping[Port, float]:
    """Places for the lines of each box, so that they do not cross beside it."""
    return {
        (name, link): y
        for name, lines in joined.items()
        for (_, link), y in zip(sorted(lines), _spread(layout.boxes[name], len(lines)), strict=True)
    }


def _spread(box: Box, many: int) -> Iterator[float]:
    """Places for lines along a side of a box, around its middle."""
    step = min(_APART, (box.height - 12) / max(1, many - 1))
    return (box.middle.y + (position - (many - 1) / 2) * step for position in range(many))


def _way(layout: Layout, route: Route, start: float, end: float) -> list[Point]:
    """The points that a line runs through, from left to right: two for each column that it passes."""
    first, *lanes, last = route.slots
    columns = layout.columns
    points = [Point(columns.right_of(first), start)]
    for lane in lanes:
        points += [Point(columns.left_of(lane), layout.middles[lane]), Point(columns.right_of(lane), layout.middles[lane])]
    return [*points, Point(columns.left_of(last), end)]


def _reaches(layout: Layout) -> Mapping[Link, float]:
    """How far each loop stands out: the longer, the further, so that those about each other do not touch."""
    found: dict[Link, float] = {}
    for loop in sorted(layout.graph.loops, key=lambda loop: (abs(layout.boxes[loop[0]].y - layout.boxes[loop[1]].y), loop)):
        beside = sum(layout.boxes[other[0]].x == layout.boxes[loop[0]].x for other in found)
        found[loop] = min(_NEAR + beside * _LOOP_STEP, LOOP - 2)
    return found


def _draw_loop(start: Point, end: Point, reach: float) -> Markup:
    """A line from the right side of one box to that of another in its column, with its arrow head."""
    tail, out = Point(end.x + _HEAD, end.y), start.x + reach * 4 / 3
    path = f"M{_spell(start)}C{number(out)} {number(start.y)} {number(out)} {number(end.y)} {_spell(tail)}"
    return join([draw_path(path, "halo"), draw_path(path), draw_head(tail, end)])


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
