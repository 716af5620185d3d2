"""What stands in prose: its links, pictures, headings and sentences, found by a Markdown parser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

SCHEMES = ("https", "http", "mailto", "tel")
"""The schemes that a link to another site may have."""

_SPECIAL = re.compile(r"[\[<!#]|^[^\S\n]*(?:={3,}|-{3,})[^\S\n]*$", re.MULTILINE)
_PLAIN_LINK = re.compile(r"\[[^\[\]`\\<!]*\]\(([^()\s<>\\]+)\)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n\s*\n|\n(?=\s*[-*|\d])")


@dataclass(frozen=True, slots=True)
class Feature:
    """Something in prose that a rule looks at."""

    kind: Literal["link", "picture", "heading"]
    text: str
    """The link's target, the picture's source or the heading's text."""


@cache
def prose_parser() -> MarkdownIt:
    """The one Markdown dialect of prose: CommonMark with tables and strikethrough."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # every link is judged by our own rule, which tells the author
    return parser


def prose_features(text: str) -> Iterator[Feature]:
    """The links, pictures and headings of a piece of prose, in order.

    Args:
        text: Markdown as the author wrote it.
    """
    if not _SPECIAL.search(text):
        return
    links = _PLAIN_LINK.findall(text)
    if not _SPECIAL.search(_PLAIN_LINK.sub("", text)) and "`" not in text:
        yield from (Feature("link", target) for target in links)
        return
    for token in prose_parser().parse(text):
        if token.type == "heading_open":
            yield Feature("heading", "")
        for child in token.children or ():
            yield from _inline(child)


def _inline(token: Token) -> Iterator[Feature]:
    if token.type == "link_open":
        yield Feature("link", str(token.attrGet("href") or ""))
    elif token.type == "image":
        yield Feature("picture", str(token.attrGet("src") or ""))


def long_sentences(text: str, most: int) -> Iterator[tuple[int, str]]:
    """Sentences with more than a number of words, each with its count.

    Args:
        text: Markdown; list items and table rows count as sentences of their own.
        most: The most words that a sentence may have.
    """
    if text.count(" ") < most:
        return
    for sentence in _SENTENCE_END.split(text):
        words = len(sentence.split())
        if words > most:
            yield words, sentence.strip()
