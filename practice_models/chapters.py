"""The text of a chapter's section in pieces: prose, and the worked examples that stand in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_EMBEDDED = re.compile(r"^```example[ \t]*\n(?P<id>[^\n]*)\n```[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a section."""

    kind: Literal["prose", "example"]
    text: str
    """Markdown, or the id of a worked example."""


def pieces_of(text: str) -> Iterator[Piece]:
    """The pieces of a section's text, in order; prose that is empty is left out.

    Args:
        text: Markdown in which a fenced block `example` with an id in it stands for a worked example.
    """
    end = 0
    for found in _EMBEDDED.finditer(text):
        if text[end : found.start()].strip():
            yield Piece("prose", text[end : found.start()].strip())
        yield Piece("example", found["id"].strip())
        end = found.end()
    if text[end:].strip():
        yield Piece("prose", text[end:].strip())
