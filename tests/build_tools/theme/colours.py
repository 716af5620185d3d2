"""The theme's colours as its stylesheets give them, and how well one can be told from another."""

import re
from pathlib import Path

THEME = Path(__file__).parents[3] / "build_tools" / "theme"
STYLESHEETS = THEME / "assets" / "stylesheets"

_BLOCK = re.compile(r":root(?P<of>[^{]*)\{(?P<text>[^{}]*)\}")
_COLOUR = re.compile(r"(--pg-[a-z-]+):\s*(#[0-9a-f]{6});")

Colours = dict[str, str]
"""Colours as `#rrggbb`, by the name of their custom property."""


def colours_of(stylesheet: str) -> list[Colours]:
    """The colours of each block of a stylesheet that gives any, in order."""
    text = (STYLESHEETS / stylesheet).read_text(encoding="utf-8")
    return [colours for block in _BLOCK.finditer(text) if (colours := dict(_COLOUR.findall(block["text"])))]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21.

    Source:
        WCAG 2.2, definitions of contrast ratio and relative luminance.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
