"""Workbooks for Excel and for what reads its files, with the same bytes for the same cells."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from build_tools.exports.archives import fix_archive

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[str]]
"""The cells of a sheet, all of them text; the first row holds the headings."""

_CORE = "docProps/core.xml"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the properties of a file say of it."""

    title: str
    creator: str
    day: date
    """Stands for the time of making, which would differ between two builds."""


def cell_text(text: str) -> str:
    """One line of text that a cell can hold: runs of spaces joined, and no character that XML cannot hold."""
    return " ".join(_NO_XML.sub("", text).split())


def make_workbook(sheets: Mapping[str, Rows], imprint: Imprint) -> bytes:
    """A workbook as bytes, nothing in which is a formula.

    Args:
        sheets: The rows of each sheet by its name.
        imprint: What its properties say.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - a third of a second, which only those pay who write one
    from openpyxl.xml.functions import tostring  # noqa: PLC0415 - as above

    book = Workbook()
    for old in book.worksheets:
        book.remove(old)
    for name, rows in sheets.items():
        _fill(book.create_sheet(name), rows)
    held = io.BytesIO()
    book.save(held)
    book.properties.title, book.properties.creator = cell_text(imprint.title), cell_text(imprint.creator)
    book.properties.created = book.properties.modified = datetime.combine(imprint.day, time())
    return fix_archive(held, {_CORE: tostring(book.properties.to_tree())})


def _fill(sheet: "Worksheet", rows: Rows) -> None:
    """Put rows into a sheet as text, whatever they begin with."""
    from openpyxl.styles import Font  # noqa: PLC0415 - as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            if text:
                cell = sheet.cell(number, column, cell_text(text))
                cell.data_type = "s"
                cell.quotePrefix = True
    for column, cells in enumerate(zip(*rows, strict=True), start=1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = min(_WIDEST, max(map(len, cells)) + 2)
    sheet.freeze_panes = "A2"
