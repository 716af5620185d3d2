"""The shapes that pictures are made of, as markup: boxes, text, lines, arrow heads and marks.

Geometry stands in attributes; every colour comes from a class, so that the theme decides it.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.lettering import TextBlock
from build_tools.pictures.markup import Markup, escape_text, join, number, tag

Anchor = Literal["start", "middle", "end"]
"""Which part of a line of text stands at the point given."""


def classes(base: str, *modifiers: str) -> str:
    """A class with its modifiers, each with the prefix that all pictures share: `pg-pic-box pg-pic-accent`."""
    return " ".join(f"pg-pic-{name}" for name in (base, *modifiers) if name)


def draw_box(box: Box, *modifiers: str, radius: float = 8) -> Markup:
    """A rectangle with rounded corners."""
    return tag(
        "rect", class_=classes("box", *modifiers), x=box.x, y=box.y, width=box.width, height=box.height, rx=min(radius, box.height / 2)
    )


def draw_rect(box: Box, base: str, *modifiers: str) -> Markup:
    """A rectangle with sharp corners."""
    return tag("rect", class_=classes(base, *modifiers), x=box.x, y=box.y, width=box.width, height=box.height)


def draw_text(block: TextBlock, at: Point, *modifiers: str, anchor: Anchor = "start") -> Markup:
    """Lines of text, the first one's top at a point.

    Args:
        block: The lines.
        at: The top of the first line: its left end, middle or right end, by the anchor.
        modifiers: Names of modifier classes, such as `muted`.
        anchor: Which part of each line stands at the point.
    """
    # Each line is an element of its own: then a link is named by its lines with spaces between them.
    lettering = block.lettering
    return join(
        tag(
            "text",
            escape_text(line),
            class_=classes("text", *modifiers),
            x=at.x,
            y=at.y + lettering.rise + position * lettering.leading,
            font_size=lettering.size,
            font_weight="700" if lettering.bold else None,
            text_anchor=None if anchor == "start" else anchor,
        )
        for position, line in enumerate(block.lines)
    )


def draw_line(points: Sequence[Point], *modifiers: str, radius: float = 10) -> Markup:
    """A line along some points, each corner rounded."""
    return tag("path", class_=classes("line", *modifiers), d=_rounded(points, radius))


def draw_path(path: str, *modifiers: str) -> Markup:
    """A line along a path that is already spelt out."""
    return tag("path", class_=classes("line", *modifiers), d=path)


def draw_arrow(points: Sequence[Point], *modifiers: str, radius: float = 10) -> Markup:
    """A line along some points that ends in an arrow head."""
    tail, end = points[-2], points[-1]
    short = _towards(end, tail, 7)
    return join([draw_line([*points[:-1], short], *modifiers, radius=radius), draw_head(tail, end, *modifiers)])


def draw_head(tail: Point, end: Point, *modifiers: str, length: float = 10) -> Markup:
    """An arrow head whose tip is at the end of a line that comes from `tail`."""
    base = _towards(end, tail, length)
    across = Point((base.y - end.y) * 0.5, (end.x - base.x) * 0.5)
    corners = (end, Point(base.x + across.x, base.y + across.y), Point(base.x - across.x, base.y - across.y))
    return draw_polygon(corners, "arrow", *modifiers)


def draw_polygon(corners: Iterable[Point], base: str, *modifiers: str) -> Markup:
    """A closed shape with straight sides."""
    spelt = "L".join(f"{number(corner.x)} {number(corner.y)}" for corner in corners)
    return tag("path", class_=classes(base, *modifiers), d=f"M{spelt}Z")


def draw_circle(middle: Point, radius: float, base: str, *modifiers: str) -> Markup:
    """A circle."""
    return tag("circle", class_=classes(base, *modifiers), cx=middle.x, cy=middle.y, r=radius)


def draw_square(middle: Point, half: float, base: str, *modifiers: str) -> Markup:
    """A square of which half a side is given."""
    return tag("rect", class_=classes(base, *modifiers), x=middle.x - half, y=middle.y - half, width=2 * half, height=2 * half)


def draw_diamond(middle: Point, half: float, base: str, *modifiers: str) -> Markup:
    """A square that stands on a corner, of which half a diagonal is given."""
    x, y = middle
    corners = (Point(x, y - half), Point(x + half, y), Point(x, y + half), Point(x - half, y))
    return draw_polygon(corners, base, *modifiers)


def draw_tick(middle: Point, modifier: str) -> Markup:
    """A tick, for the middle of another shape."""
    x, y = middle
    return draw_line((Point(x - 5, y), Point(x - 1.5, y + 4.5), Point(x + 5, y - 4.5)), modifier, radius=0)


def draw_cross(middle: Point) -> Markup:
    """A cross in the colour of the paper, for the middle of a filled shape."""
    x, y = middle
    return join(draw_line((Point(x - 5, y - 5 * way), Point(x + 5, y + 5 * way)), "reverse") for way in (1, -1))


def draw_octagon(middle: Point, radius: float) -> Markup:
    """The sign of a safety stop: an octagon with an exclamation mark, plain without colour too."""
    x, y = middle
    edge, half = radius, radius * 0.414
    corners = [(-half, -edge), (half, -edge), (edge, -half), (edge, half), (half, edge), (-half, edge), (-edge, half), (-edge, -half)]
    top, low, point = (number(y + radius * share) for share in (-0.55, 0.15, 0.5))
    stroke = f"M{number(x)} {top}V{low}M{number(x)} {point}V{number(y + radius * 0.52)}"
    return join(
        [
            draw_polygon([Point(x + dx, y + dy) for dx, dy in corners], "sign"),
            tag("path", class_=classes("sign-stroke"), d=stroke),
        ]
    )


def draw_link(href: str | None, *children: Markup, name: str | None = None, hit: Box | None = None) -> Markup:
    """The children inside a link, or as they are where it leads nowhere.

    Args:
        href: Where it leads.
        children: What is inside; its text is the link's name.
        name: A name that says more, where the text is only a number.
        hit: What can be pressed, where the children are too small for a finger.
    """
    if href is None:
        return join(children)
    under = (draw_rect(hit, "hit"),) if hit else ()
    return tag("a", join((*under, *children)), class_=classes("link"), href=href, aria_label=name)


def draw_node(*children: Markup) -> Markup:
    """The children as one thing: a box with what belongs to it."""
    return tag("g", join(children), class_=classes("node"))


def _towards(here: Point, there: Point, distance: float) -> Point:
    """The point at a distance from one point on the way to another one, no farther than that one."""
    length = ((there.x - here.x) ** 2 + (there.y - here.y) ** 2) ** 0.5
    share = min(1, distance / length) if length else 0
    return Point(here.x + (there.x - here.x) * share, here.y + (there.y - here.y) * share)


def _rounded(points: Sequence[Point], radius: float) -> str:
    """A path along points whose corners are cut by quarter turns no larger than the sides allow."""
    pieces = [f"M{number(points[0].x)} {number(points[0].y)}"]
    for (before, corner), (_, after) in pairwise(pairwise(points)):
        enter = _towards(corner, before, min(radius, _length(before, corner) / 2))
        leave = _towards(corner, after, min(radius, _length(corner, after) / 2))
        pieces.append(f"L{number(enter.x)} {number(enter.y)}Q{number(corner.x)} {number(corner.y)} {number(leave.x)} {number(leave.y)}")
    pieces.append(f"L{number(points[-1].x)} {number(points[-1].y)}")
    return "".join(pieces)


def _length(start: Point, end: Point) -> float:
    return float(((start.x - end.x) ** 2 + (start.y - end.y) ** 2) ** 0.5)
