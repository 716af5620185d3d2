"""Tables that a phone shows row by row: each cell says which column it stands in."""

import re
from collections.abc import Callable
from itertools import chain, repeat

from markupsafe import Markup

_COLUMN = re.compile(r'<th scope="col"[^>]*>(.*?)</th>', re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<(td|th)\b(?! scope=\"col\")")
_WHOLE_CELL = re.compile(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_FEW = 2
"""As many columns fit side by side on a phone, whatever they hold."""
_SHORT = 16
"""So many letters of a cell fit beside the cells of two or three other columns."""


def label_cells(rows: Markup) -> Markup:
    """The rows of a table, each cell but the row's name with the heading of its column in `data-label`.

    A cell beyond the last heading stays as it is.

    Args:
        rows: Head and body as HTML, with no cell that spans others and no table inside a cell.
    """
    return Markup(_label(str(rows), _COLUMN.findall(rows)))  # noqa: S704  it adds only what stood in the head


def suit_body(headings: list[str], body: str) -> tuple[str, str]:
    """The classes of a table in prose, and its body: on a phone words stand row by row, and figures stay side by side.

    Args:
        headings: What stands at the head of each column, as HTML; empty for a corner that is blank.
        body: The rows below the head, as HTML.
    """
    if len(headings) <= _FEW:
        return "pg-data", body
    rows = [_WHOLE_CELL.findall(row) for row in _ROW.findall(body)]
    if any(len(_TAG.sub("", cell)) > _SHORT for row in rows for cell in row[1:]):
        return "pg-data pg-data--rows", _label(body, headings)
    return "pg-data pg-narrow", body


def _label(rows: str, headings: list[str]) -> str:
    names = [_TAG.sub("", heading).strip() for heading in headings]
    return _ROW.sub(lambda row: _CELL.sub(_labeller(names), row[0]), rows)


def _labeller(names: list[str]) -> Callable[[re.Match[str]], str]:
    """Labels the cells of one row, one after the other."""
    headings = chain(names, repeat(""))

    def label(cell: re.Match[str]) -> str:
        name = next(headings)
        return f'<td data-label="{name}"' if cell[1] == "td" and name else cell[0]

    return label
