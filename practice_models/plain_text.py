"""Prose as plain text, for labels that cannot hold Markdown."""

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from practice_models.prose import prose_parser

_SENTENCE_END = re.compile(r"(?<=[.!?])[\s]+(?=[^\sa-z])")
_ENDS = (".", "!", "?", ":", ";", ",")


def plain_text(prose: str) -> str:
    """The words of a piece of prose on one line, without links, emphasis and HTML.

    Args:
        prose: Markdown as the author wrote it. List items and paragraphs that end without a full stop are parted by semicolons.
    """
    blocks = [" ".join(text.split()) for text in _blocks(prose)]
    kept = [block for block in blocks if block]
    return " ".join(block if block.endswith(_ENDS) or last else f"{block};" for block, last in _with_last(kept))


def first_sentence(prose: str) -> str:
    """The first sentence of a piece of prose, as plain text."""
    return _SENTENCE_END.split(plain_text(prose), maxsplit=1)[0]


def _with_last(blocks: list[str]) -> Iterator[tuple[str, bool]]:
    for position, block in enumerate(blocks, start=1):
        yield block, position == len(blocks)


def _blocks(prose: str) -> Iterator[str]:
    for token in prose_parser().parse(prose):
        if token.type == "inline":
            yield "".join(_words(token.children or ()))
        elif token.type in ("fence", "code_block"):
            yield token.content


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type in ("text", "code_inline", "image"):
            yield token.content
