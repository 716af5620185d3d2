"""Prints pages and counts the sheets."""

import re

from playwright.sync_api import Page

_SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")
_SIZE = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")
A4 = (595, 842)
"""The width and height of a sheet, in points."""


def count_sheets(page: Page) -> int:
    """On how many sheets of A4 a page prints, as the page itself asks to be printed."""
    pdf = page.pdf(prefer_css_page_size=True)
    sizes = {tuple(round(float(side)) for side in size) for size in _SIZE.findall(pdf)}
    assert sizes == {A4}, f"{page.url} prints on sheets of {sizes}"
    return len(_SHEET.findall(pdf))
