"""The text of a chapter's section in pieces: prose, and the worked examples and pictures that stand in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_EMBEDDED = re.compile(r"^```(?P<kind>example|theory)[ \t]*\n(?P<id>[^\n]*)\n```[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a section."""

    kind: Literal["prose", "example", "theory"]
    text: str
    """Markdown, the id of a worked example, or the guide whose theory of change is drawn: `my-direction`, `my-direction@2.0.0`."""


def pieces_of(text: str) -> Iterator[Piece]:
    """The pieces of a section's text, in order; prose that is empty is left out.

    Args:
        text: Markdown in which a fenced block `example` with an id in it stands for a worked example, and a fenced block `theory` with
            a guide in it for the picture of that guide's theory of change.
    """
    end = 0
    for found in _EMBEDDED.finditer(text):
        if text[end : found.start()].strip():
            yield Piece("prose", text[end : found.start()].strip())
        yield Piece("example" if found["kind"] == "example" else "theory", found["id"].strip())
        end = found.end()
    if text[end:].strip():
        yield Piece("prose", text[end:].strip())
