"""The views of an instrument: their names, the mark of each, and the key that tells them apart."""

from build_tools.pictures.geometry import Point
from build_tools.pictures.lettering import BODY, set_text
from build_tools.pictures.markup import Markup
from build_tools.pictures.shapes import draw_circle, draw_diamond, draw_square, draw_text
from practice_models.vocabulary.instrument import View

VIEWS: tuple[tuple[View, str], ...] = (("person", "Person"), ("practitioner", "Practitioner"), ("agreed", "Agreed"))
"""Each view with its name, in the order in which they stand."""
MARK = 7
"""Half the width of a mark."""


def draw_view(view: View, middle: Point, *modifiers: str) -> Markup:
    """The mark of a view: a circle for the person, a square for the practitioner, a diamond for what they agree."""
    if view == "person":
        return draw_circle(middle, MARK, "mark", *modifiers)
    if view == "practitioner":
        return draw_square(middle, MARK - 0.5, "mark", *modifiers)
    return draw_diamond(middle, MARK + 2, "mark", "agreed", *modifiers)


def draw_view_key(parts: list[Markup], left: float, *modifiers: str) -> float:
    """Add the key of the marks.

    Args:
        parts: Where it is added.
        left: Where the first mark begins.
        modifiers: Names of modifier classes of the marks.

    Returns:
        Where it ends.
    """
    x = left + MARK + 1
    for view, name in VIEWS:
        block = set_text(name, BODY, 140)
        parts.append(draw_view(view, Point(x, 12), *modifiers))
        parts.append(draw_text(block, Point(x + 14, 12 - block.height / 2)))
        x += block.width + 50
    return 34
