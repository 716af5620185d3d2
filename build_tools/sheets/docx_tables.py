"""Tables in a document: a head that is repeated on each page, and a content control in each cell that is to be filled."""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Emu, Mm
from docx.table import Table, _Cell, _Row

from build_tools.sheets.docx_controls import Controls, make_element, make_run
from build_tools.sheets.docx_look import HELP, LINE, usable_width
from build_tools.sheets.docx_prose import ProseInDocument, add_paragraph
from build_tools.sheets.layout import checklist_headings, checklist_weights, choices_text, lead_of, table_weights
from practice_models.vocabulary.base import SafetyStop
from practice_models.vocabulary.sheet import CheckItem, SheetBlock, SheetChecklist, SheetColumn, SheetRow, SheetTable

_ROW_AIR = Mm(2)
_SHORT = 5
"""The most rows, its head among them, of a table that is not parted between two pages."""
_LAST = 3
"""How many rows at the end of a longer one stay together."""
_HEAD, _ALARM = ("E6ECEA", "1B2A27"), ("A3231F", "FFFFFF")
"""The colours of a head: its ground and its letters."""
_AIR = (("top", 60), ("left", 100), ("bottom", 60), ("right", 100))
"""The air around the words of a cell, in twentieths of a point."""
EXAMPLE = "Example:"
"""What stands before a row that only shows how."""


def add_stops(document: Document, stops: Sequence[SafetyStop], prose: ProseInDocument) -> None:
    """The safety stops in a frame, under a head that is seen first."""
    table = _framed(document, "Safety stops", ["Safety stop" if len(stops) == 1 else "Safety stops"], [1], _ALARM)
    for stop in stops:
        row = table.add_row()
        _keep_whole(row)
        prose.write(row.cells[0], stop.when, lead="If:")
        prose.write(row.cells[0], stop.then, lead="Then:")


def add_table(document: Document, block: SheetBlock, table: SheetTable, prose: ProseInDocument, controls: Controls) -> None:
    """A table with its given and its blank rows; what goes in a column is told above it."""
    for column in table.columns:
        _tell(document, column, prose)
    made = _framed(document, block.title, [column.label for column in table.columns], table_weights(table))
    for row in table.rows:
        _fill_row(made.add_row(), block, table, row, controls)
    for number in range(1, table.blank_rows + 1):
        _fill_row(made.add_row(), block, table, SheetRow(id=f"blank-{number}", cells=("",)), controls)
    _keep_together(made)


def add_checklist(document: Document, block: SheetBlock, checklist: SheetChecklist, prose: ProseInDocument, controls: Controls) -> None:
    """A checklist with a box to tick for each answer and, where there is one, room for a note."""
    made = _framed(document, block.title, checklist_headings(checklist), checklist_weights(checklist))
    for item in checklist.items:
        row = made.add_row()
        _keep_whole(row)
        _write_item(row.cells[0], item, prose)
        path = f"{block.id}/{item.id}"
        for number, (answer, cell) in enumerate(zip(checklist.answers, row.cells[1:], strict=False), start=1):
            add_paragraph(cell)._p.append(controls.tick(f"{path}/{number}", f"{answer}: {item.statement}"))
        if checklist.note:
            add_paragraph(row.cells[-1])._p.append(controls.text(f"{path}/note", f"{checklist.note}: {item.statement}"))
    _keep_together(made)


def _tell(document: Document, column: SheetColumn, prose: ProseInDocument) -> None:
    """What a good entry looks like, and the entries that there are: a list to choose from is not seen on paper."""
    lead = lead_of(column.label)
    if column.help:
        prose.write(document, column.help, style=HELP, lead=lead)
    if choices := choices_text(column):
        line = add_paragraph(document, HELP)
        line.add_run(f"{lead} ").bold = True
        line.add_run(choices)


def _write_item(cell: _Cell, item: CheckItem, prose: ProseInDocument) -> None:
    add_paragraph(cell).add_run(item.statement).bold = True
    if item.look_for:
        prose.write(cell, item.look_for, style=HELP)


def _fill_row(row: _Row, block: SheetBlock, table: SheetTable, given: SheetRow, controls: Controls) -> None:
    _keep_whole(row, table.lines)
    for position, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        text = given.cells[position] if position < len(given.cells) else ""
        paragraph = add_paragraph(cell)
        if text:
            words = f"{EXAMPLE} {text}" if given.example and not position else text
            paragraph.add_run(words).italic = given.example or None
        elif not given.example:
            path = f"{block.id}/{given.id}/{column.id}"
            make = controls.choice(path, column.label, column.choices) if column.choices else controls.text(path, column.label)
            paragraph._p.append(make)


def _framed(document: Document, title: str, headings: Sequence[str], weights: Sequence[int], colours: tuple[str, str] = _HEAD) -> Table:
    """A table with its head alone."""
    table: Table = document.add_table(rows=1, cols=len(headings), style="Table Grid")
    table.autofit = False
    air = (make_element(f"w:{side}", {"w:w": str(width), "w:type": "dxa"}) for side, width in _AIR)
    table._tbl.tblPr.insert_element_before(make_element("w:tblCellMar", None, *air), "w:tblLook")
    table._tbl.tblPr.append(make_element("w:tblCaption", {"w:val": title}))
    unit = usable_width(document.sections[-1]) // sum(weights)
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = Emu(unit * weight)
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(make_element("w:tblHeader"))
    _set_widths(head)
    for cell, heading in zip(head.cells, headings, strict=True):
        _write_heading(cell, heading, *colours)
    return table


def _write_heading(cell: _Cell, heading: str, ground: str, ink: str) -> None:
    """The heading of a column, which stays with the row below it."""
    cell._tc.get_or_add_tcPr().append(make_element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": ground}))
    run = make_run(heading)
    run.insert(0, make_element("w:rPr", None, make_element("w:b"), make_element("w:color", {"w:val": ink})))
    cell.paragraphs[0].paragraph_format.keep_with_next = True
    cell.paragraphs[0]._p.append(run)


def _keep_whole(row: _Row, lines: int = 1) -> None:
    """A row that is not parted between two pages, and high enough to write so many lines in it by hand."""
    row._tr.get_or_add_trPr().append(make_element("w:cantSplit"))
    row.height, row.height_rule = Emu(lines * LINE + _ROW_AIR), WD_ROW_HEIGHT_RULE.AT_LEAST
    _set_widths(row)


def _keep_together(table: Table) -> None:
    """Keep a short table on one page, and of a longer one enough rows at its end that none begins a page alone."""
    rows = list(table.rows)
    for row in rows[:-1] if len(rows) <= _SHORT else rows[-_LAST:-1]:
        for paragraph in (paragraph for cell in row.cells for paragraph in cell.paragraphs):
            paragraph.paragraph_format.keep_with_next = True


def _set_widths(row: _Row) -> None:
    """Give each cell the width of its column: programs differ in which of the two they heed."""
    for cell, column in zip(row.cells, row.table.columns, strict=True):
        cell.width = column.width
