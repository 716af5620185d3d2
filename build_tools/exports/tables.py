"""Tables as comma-separated values, with nothing in them that a spreadsheet would work out.

Source:
    RFC 4180 for the form; OWASP on CSV injection for cells that begin like a formula.
"""

import csv
import io
import re
from collections.abc import Iterable

_FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet takes for the beginning of a formula, full-width forms included."""
_BEGINS_CELL = re.compile(rf"(?<=[;\t])(?=[{re.escape(''.join(_FORMULA))}])")
"""Where a formula would begin for a spreadsheet that parts cells by semicolons, as in much of Europe, or by tabs."""


def write_table(rows: Iterable[Iterable[str]]) -> bytes:
    """A table as the bytes of a `.csv` file: UTF-8 with a byte order mark, by which spreadsheets know the encoding.

    Args:
        rows: The cells, row by row; a cell that begins like a formula gets an apostrophe before it, and so does what would
            begin like one in a spreadsheet that parts cells by other signs than commas.
    """
    held = io.StringIO(newline="")
    csv.writer(held, lineterminator="\r\n").writerows([_harmless(cell) for cell in row] for row in rows)
    return held.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    cell = _BEGINS_CELL.sub("'", cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
