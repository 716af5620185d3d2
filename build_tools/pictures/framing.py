"""From shapes to a picture: the outer element with its name, its description and the role that suits its content."""

import math
import re
from collections.abc import Iterable

from build_tools.pictures.geometry import Point
from build_tools.pictures.lettering import BODY, set_text
from build_tools.pictures.markup import Markup, clean_text, escape_text, join, tag
from build_tools.pictures.picture import Picture
from build_tools.pictures.shapes import draw_text

FIT_WIDTH = 400
"""The width of a drawing that fits a phone; its smallest text is 15, so it may shrink to 320 before that is less than 12 pixels."""

WIDE_WIDTH = 944
"""The width of a drawing that fits the article on a desktop where no contents stand beside it; its smallest text is 14."""

_SHEET = 1400
"""The height up to which such a drawing can be printed on one sheet with readable text."""

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z")


def frame_picture(
    parts: Iterable[Markup], *, key: str, title: str, description: str, words: Markup, height: float, width: float = FIT_WIDTH
) -> Picture:
    """The picture made of some shapes.

    Its role is `img` where nothing in it can be followed. Where there are links it is `group`, because an image hides what is
    inside it from assistive technology; and what is inside an image is hidden in so many words, for some read it out nevertheless.

    Args:
        parts: The shapes, those in the background first.
        key: What its ids begin with; unique on the page.
        title: Its name.
        description: What there is to see, in a sentence or two.
        words: The same content as a list or a table.
        height: In the drawing's own units.
        width: `FIT_WIDTH`, or `WIDE_WIDTH` for what scrolls in its frame on a phone.

    Raises:
        ValueError: The key is no name for an id.
    """
    if not _KEY.match(key):
        raise ValueError(f"a picture's key is letters, digits and hyphens, and begins with a letter: {key!r}")
    drawn = join(parts)
    linked = "<a " in drawn
    inside = drawn if linked else tag("g", drawn, aria_hidden="true")
    across, down = math.ceil(width), math.ceil(height)
    svg = tag(
        "svg",
        Markup("\n"),
        join([tag("title", escape_text(title), id=f"{key}-title"), tag("desc", escape_text(description), id=f"{key}-desc"), inside]),
        Markup("\n"),
        xmlns="http://www.w3.org/2000/svg",
        class_=_class_of(width, height),
        role="group" if linked else "img",
        aria_labelledby=f"{key}-title",
        aria_describedby=f"{key}-desc",
        viewBox=f"0 0 {across} {down}",
        width=across,
        height=down,
    )
    return Picture(svg, clean_text(title), clean_text(description), words)


def _class_of(width: float, height: float) -> str:
    """How a drawing of a size is shown."""
    if width != FIT_WIDTH:
        return "pg-pic pg-pic--wide"
    return "pg-pic pg-pic--fit pg-pic--tall" if height > _SHEET else "pg-pic pg-pic--fit"


def frame_note(text: str, *, key: str, title: str) -> Picture:
    """A picture that only says why there is nothing to see."""
    block = set_text(text, BODY, FIT_WIDTH - 16)
    parts = [draw_text(block, Point(8, 8), "muted")]
    return frame_picture(parts, key=key, title=title, description=text, words=tag("p", escape_text(text)), height=block.height + 16)
