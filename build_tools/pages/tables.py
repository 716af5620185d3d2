"""Tables that a phone shows row by row: each cell says which column it stands in."""

import re
from collections.abc import Callable
from itertools import count

from markupsafe import Markup

_COLUMN = re.compile(r'<th scope="col"[^>]*>(.*?)</th>', re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<(td|th)\b(?! scope=\"col\")")
_TAG = re.compile(r"<[^>]*>")


def label_cells(rows: Markup) -> Markup:
    """The rows of a table, each cell but the row's name with the heading of its column in `data-label`.

    Args:
        rows: Head and body as HTML, with no cell that spans others and no table inside a cell.
    """
    names = [_TAG.sub("", heading) for heading in _COLUMN.findall(rows)]
    return Markup(_ROW.sub(lambda row: _CELL.sub(_labeller(names), row[0]), str(rows)))  # noqa: S704  it adds only what stood in the head


def _labeller(names: list[str]) -> Callable[[re.Match[str]], str]:
    """Labels the cells of one row, one after the other."""
    column = count()

    def label(cell: re.Match[str]) -> str:
        name = names[next(column)]
        return f'<td data-label="{name}"' if cell[1] == "td" and name else cell[0]

    return label
