"""Text in pictures: how wide it is, where its lines break, and how much room it takes."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_tools.pictures.character_widths import character_width
from build_tools.pictures.markup import clean_text

_SAFETY = 1.02
"""Room for what the table cannot know: rounding and hinting in the browser."""
_CLOSE_ENOUGH = 4
"""How near the narrowest column need be found."""
_PIECE = re.compile(r"[^-/–—]+[-/–—]*|[-/–—]+")
"""A word breaks after a hyphen, a dash or a slash."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """A size and weight of text."""

    size: float
    """In the drawing's own units; one is a CSS pixel where the drawing is shown at its own size."""
    bold: bool = False

    @property
    def leading(self) -> float:
        """The distance from line to line."""
        return round(self.size * 1.32, 1)

    @property
    def rise(self) -> float:
        """The distance from the top of a line to its base line."""
        return round(self.size * 0.985, 1)


NAME = Lettering(17, bold=True)
"""The name of a thing, in a drawing that fits a phone."""
BODY = Lettering(15)
"""What is said about it. Nothing in a drawing that fits a phone is smaller."""
STRONG = Lettering(15, bold=True)
"""Something of the same size that must stand out."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Text broken into lines."""

    lines: tuple[str, ...]
    lettering: Lettering

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max((measure(line, self.lettering) for line in self.lines), default=0)

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.lettering.leading


def measure(text: str, lettering: Lettering) -> float:
    """The width of one line of text."""
    return _scaled(_units(text, bold=lettering.bold), lettering)


@lru_cache(maxsize=8192)
def _units(text: str, *, bold: bool) -> float:
    """The width of a text in thousandths of its size; widths of pieces add up. Words come back often, so they are kept."""
    return sum(character_width(character, bold=bold) for character in text)


def _scaled(units: float, lettering: Lettering) -> float:
    return units * lettering.size * _SAFETY / 1000


@lru_cache(maxsize=4096)
def set_text(text: str, lettering: Lettering, width: float) -> TextBlock:
    """The text in as few lines as a width allows, the lines about equally long.

    The titles of an edition stand in many of its pictures, so what was set is kept.

    Args:
        text: Any text; white space in it only parts the words.
        lettering: The size and weight.
        width: The room there is. A word that is wider is broken.
    """
    cleaned = clean_text(text)
    lines = _fill(cleaned, lettering, width)
    return TextBlock(_balance(cleaned, lettering, width, lines), lettering)


def _balance(text: str, lettering: Lettering, width: float, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The same text in no more lines, set in the narrowest column that allows it."""
    best, low, high = lines, width * 0.75, width
    while len(lines) > 1 and high - low > _CLOSE_ENOUGH:
        middle = (low + high) / 2
        tried = _fill(text, lettering, middle)
        if len(tried) > len(lines) or _breaks_words(tried, text) > _breaks_words(lines, text):
            low = middle
        else:
            best, high = tried, middle
    return best


def _breaks_words(lines: tuple[str, ...], text: str) -> int:
    """How many line ends fall inside a word."""
    return len(lines) - 1 - (len(text) - sum(map(len, lines)))


def _fill(text: str, lettering: Lettering, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    line, used = "", 0.0
    for piece, spaced in _pieces(text, lettering, width):
        between = " " if spaced and line else ""
        room = used + _units(between, bold=lettering.bold) + _units(piece, bold=lettering.bold)
        if line and _scaled(room, lettering) > width:
            lines.append(line)
            line, used = piece, _units(piece, bold=lettering.bold)
        else:
            line, used = f"{line}{between}{piece}", room
    return (*lines, line) if line else tuple(lines)


def _pieces(text: str, lettering: Lettering, width: float) -> Iterator[tuple[str, bool]]:
    """The pieces that a line cannot break, each with whether a space stands before it."""
    for word in text.split(" "):
        spaced = True
        for part in _PIECE.findall(word):
            for piece in _cut(part, lettering, width):
                yield piece, spaced
                spaced = False


def _cut(part: str, lettering: Lettering, width: float) -> Iterator[str]:
    """The part whole where it fits, otherwise in pieces that do; a letter keeps its accents."""
    if measure(part, lettering) <= width:
        yield part
        return
    piece = ""
    for character in part:
        fits = measure(piece + character, lettering) <= width
        if piece and not fits and not unicodedata.combining(character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece
