"""Markup as text: elements, attributes, numbers, and the one place where text is escaped."""

import html
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NewType

Markup = NewType("Markup", str)
"""Text that is already XML and HTML at once: made by the functions of this module and joined by them, nothing else."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML does not allow, or what no reader can see."""
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
"""White space where a line may break; the two spaces that forbid a break are left alone."""


def clean_text(text: str) -> str:
    """The text on one line, with a replacement mark for each character that markup cannot hold."""
    return _SPACE.sub(" ", _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)).strip(" ")


@lru_cache(maxsize=8192)
def escape_text(text: str) -> Markup:
    """The text as markup that shows it letter for letter, in an element or in an attribute."""
    return Markup(html.escape(clean_text(text), quote=True))


@lru_cache(maxsize=8192)
def number(value: float) -> str:
    """A number in the shortest form with at most two decimals: `12`, `0.5`, `-3.25`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def tag(name: str, /, *children: Markup, **attributes: str | float | None) -> Markup:
    """An element with its attributes in the order given.

    Args:
        name: The element's name.
        children: What stands in it, already markup.
        attributes: `class_` stands for `class`, other underscores for hyphens; what is None is left out.
    """
    written = "".join(f' {_attribute_name(key)}="{_attribute(value)}"' for key, value in attributes.items() if value is not None)
    if not children:
        return Markup(f"<{name}{written}></{name}>")
    return Markup(f"<{name}{written}>{''.join(children)}</{name}>")


def join(parts: Iterable[Markup]) -> Markup:
    """Pieces of markup one after the other, each on a line of its own and none of the lines empty."""
    return Markup("\n".join(part for part in parts if part))


def together(*pieces: Markup) -> Markup:
    """Pieces of markup as one run of text."""
    return Markup("".join(pieces))


@lru_cache(maxsize=256)
def _attribute_name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _attribute(value: str | float) -> str:
    return escape_text(value) if isinstance(value, str) else number(value)
