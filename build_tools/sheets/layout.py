"""How the parts of a sheet share the paper, whoever writes them down."""

from collections.abc import Iterator

from practice_models.vocabulary.sheet import Sheet, SheetBlock, SheetChecklist, SheetColumn, SheetTable

WEIGHTS = {"narrow": 3, "normal": 4, "wide": 6}
"""What the widths of columns come to, as shares of the paper."""
STATEMENT, ANSWER, NOTE = 12, 3, 7
"""The same for the columns of a checklist."""
_UPRIGHT = 23
"""The shares that an upright sheet of A4 has room for."""


def table_weights(table: SheetTable) -> tuple[int, ...]:
    """The shares of a table's columns."""
    return tuple(WEIGHTS[column.width] for column in table.columns)


def checklist_weights(checklist: SheetChecklist) -> tuple[int, ...]:
    """The shares of a checklist's columns: statement, each answer, and the note where there is one."""
    return (STATEMENT, *[ANSWER] * len(checklist.answers), *[NOTE] * (checklist.note is not None))


def is_wide(block: SheetBlock) -> bool:
    """Whether a block is a table that needs its paper turned on its side."""
    return block.table is not None and sum(table_weights(block.table)) > _UPRIGHT


def opens_wide(sheet: Sheet) -> bool:
    """Whether a sheet begins with a table that needs its paper turned: then its head stands on that paper too."""
    return is_wide(sheet.blocks[0])


def table_blocks(sheet: Sheet) -> Iterator[SheetBlock]:
    """The blocks of a sheet that a spreadsheet can hold."""
    return (block for block in sheet.blocks if block.table or block.checklist)


def lead_of(label: str) -> str:
    """A label as the lead of what is told of it: `Held?`, `By whom:`."""
    return label if label.endswith(("?", "!", ":")) else f"{label}:"


def choices_text(column: SheetColumn) -> str:
    """The entries that a column lets choose, in words; nothing where anything may be written."""
    return f"One of: {', '.join(column.choices)}." if column.choices else ""


def checklist_headings(checklist: SheetChecklist) -> tuple[str, ...]:
    """The headings of a checklist's columns, the first of which names its statements."""
    return (checklist.heading, *checklist.answers, *([checklist.note] if checklist.note else []))
