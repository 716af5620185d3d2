"""What a picture is: one drawing, its name, and the same content in words."""

from collections.abc import Callable
from dataclasses import dataclass

LinkOf = Callable[[str, str], str | None]
"""The relative URL of an element by its kind and id, such as `("stage", "start")`, or None where it leads nowhere."""


def link_nowhere(kind: str, name: str) -> None:
    """No link, whatever the element: a picture that stands alone."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing that can be put into a page as it is."""

    svg: str
    """One inline `<svg>` element, without style attributes and without blank lines."""
    title: str
    """The picture's name, as plain text."""
    description: str
    """What there is to see, in a sentence or two of plain text."""
    words: str
    """HTML with the same content as a list or a table."""
