"""Looks at a drawing: its boxes, its lines of text and the ways of its lines, as figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.lettering import Lettering, measure

SVG = "{http://www.w3.org/2000/svg}"
_COMMAND = re.compile(r"([MLCQVZ])([^MLCQVZ]*)")


@dataclass(frozen=True)
class Words:
    """A line of text and the room that its letters take."""

    text: str
    room: Box
    size: float


def read_drawing(svg: str) -> ET.Element:
    """The drawing as a tree; it must be well-formed."""
    return ET.fromstring(svg)


def has_class(element: ET.Element, name: str) -> bool:
    return f"pg-pic-{name}" in element.get("class", "").split()


def box_of(element: ET.Element) -> Box:
    x, y, width, height = (float(element.get(name, "")) for name in ("x", "y", "width", "height"))
    return Box(x, y, width, height)


def boxes_in(root: ET.Element) -> list[Box]:
    return [box_of(element) for element in root.iter(f"{SVG}rect") if has_class(element, "box")]


def words_of(element: ET.Element) -> Words:
    text, size = element.text or "", float(element.get("font-size", ""))
    width = measure(text, Lettering(size, bold=element.get("font-weight") == "700"))
    shift = {"start": 0.0, "middle": width / 2, "end": width}[element.get("text-anchor", "start")]
    return Words(text, Box(float(element.get("x", "")) - shift, float(element.get("y", "")) - 0.74 * size, width, size), size)


def words_in(root: ET.Element) -> list[Words]:
    return [words_of(element) for element in root.iter(f"{SVG}text")]


def words_with_box(element: ET.Element, around: Box | None = None) -> Iterator[tuple[Words, Box]]:
    """Each line of text with the box of the node that it stands in."""
    for child in element:
        inside = around
        if has_class(child, "node"):
            inside = next((box_of(rect) for rect in _own(child) if rect.tag == f"{SVG}rect" and has_class(rect, "box")), None)
        if child.tag == f"{SVG}text" and inside is not None:
            yield words_of(child), inside
        yield from words_with_box(child, inside)


def _own(element: ET.Element) -> Iterator[ET.Element]:
    """What stands in a node itself, not in a node inside it."""
    for child in element:
        yield child
        if not has_class(child, "node"):
            yield from _own(child)


def inside(inner: Box, outer: Box, slack: float = 0.1) -> bool:
    return (
        inner.x >= outer.x - slack
        and inner.right <= outer.right + slack
        and inner.y >= outer.y - slack
        and inner.bottom <= outer.bottom + slack
    )


def overlap(one: Box, other: Box, slack: float = 0.1) -> bool:
    return one.x + slack < other.right and other.x + slack < one.right and one.y + slack < other.bottom and other.y + slack < one.bottom


def clashes(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """Pairs of boxes that overlap without one standing in the other."""
    return [
        (one, other) for one, other in combinations(boxes, 2) if overlap(one, other) and not inside(one, other) and not inside(other, one)
    ]


def paper(root: ET.Element) -> Box:
    _, _, width, height = (float(figure) for figure in root.get("viewBox", "").split())
    return Box(0, 0, width, height)


def lines_in(root: ET.Element) -> Iterator[list[Point]]:
    """Points along each line, curves included, close together."""
    for element in root.iter(f"{SVG}path"):
        if has_class(element, "line"):
            yield list(points_of(element.get("d", "")))


def points_of(path: str) -> Iterator[Point]:
    """Points along a path, curves included, close together."""
    here = Point(0, 0)
    for name, arguments in _COMMAND.findall(path):
        figures = [float(figure) for figure in re.findall(r"-?[\d.]+", arguments)]
        if name == "V":
            figures = [here.x, figures[0]]
        points = [here] + [Point(*pair) for pair in zip(figures[::2], figures[1::2], strict=True)]
        if name != "M":
            yield from (_between(points, step / 40) for step in range(41))
        here = points[-1]


def _between(points: list[Point], share: float) -> Point:
    """The point of a Bézier curve of any degree, by de Casteljau."""
    while len(points) > 1:
        points = [Point(one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share) for one, other in pairwise(points)]
    return points[0]


def pierced(root: ET.Element, slack: float = 0.6) -> list[tuple[Point, Box]]:
    """Places where a line runs inside a box that is a node."""
    boxes = boxes_in(root)
    return [
        (point, box)
        for points in lines_in(root)
        for point in points
        for box in boxes
        if box.x + slack < point.x < box.right - slack and box.y + slack < point.y < box.bottom - slack
    ]
