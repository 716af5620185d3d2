"""Data made safe for templates that print it as it is, and titles made safe for Markdown."""

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

_ACTIVE = re.compile(r"[!\"#$%&()*+/:;<=>@\[\\\]^_`{|}~]")


def escape_data(value: Any) -> Any:
    """JSON-shaped data whose every text is escaped for HTML; keys stay as they are.

    The theme's templates do not escape. What comes out is marked as safe, so that a template that does escape,
    with `| e`, changes nothing.
    """
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, Mapping):
        return {key: escape_data(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [escape_data(inner) for inner in value]
    return value


def heading_line(title: str) -> str:
    """A title as a top heading of Markdown in which no character acts as Markdown, HTML or an attribute list."""
    line = " ".join(title.split())
    return "# " + _ACTIVE.sub(lambda found: f"&#{ord(found.group())};", line)


def strip_tags(value: Any) -> Markup:
    """A text without its tags and still escaped; the filter of this name that it replaces would undo the escaping."""
    text = value.__html__() if hasattr(value, "__html__") else str(value)
    return escape(Markup(text).striptags())  # noqa: S704  what it strips is escaped again
