"""A block of a sheet as a file for spreadsheets."""

from collections.abc import Iterator

from build_tools.exports.tables import write_table
from practice_models.plain_text import plain_text
from practice_models.vocabulary.sheet import SheetBlock, SheetChecklist, SheetTable


def export_csv(block: SheetBlock) -> bytes:
    """A table or a checklist as comma-separated values, with its headings in the first row.

    Blank rows and rows that only show how are left out: a spreadsheet has rows of its own.

    Args:
        block: A block with a table or a checklist.
    """
    return write_table(_rows(block))


def _rows(block: SheetBlock) -> Iterator[list[str]]:
    if block.table:
        return _table_rows(block.table)
    if block.checklist:
        return _checklist_rows(block.checklist)
    raise ValueError(f"the block '{block.id}' holds no table and no checklist")


def _table_rows(table: SheetTable) -> Iterator[list[str]]:
    yield [column.label for column in table.columns]
    for row in table.rows:
        if not row.example:
            yield [*row.cells, *[""] * (len(table.columns) - len(row.cells))]


def _checklist_rows(checklist: SheetChecklist) -> Iterator[list[str]]:
    """One column takes the answer, since only one is given, and names the answers that there are."""
    notes = [checklist.note] if checklist.note else []
    yield [checklist.heading, "Where to look", "Answer: " + ", ".join(checklist.answers), *notes]
    for item in checklist.items:
        yield [item.statement, plain_text(item.look_for or ""), "", *[""] * len(notes)]
