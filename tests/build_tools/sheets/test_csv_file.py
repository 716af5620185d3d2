"""Files for spreadsheets: what a program reads back, and that no cell is worked out."""

import csv
import io
import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.exports.tables import write_table
from build_tools.sheets import export_csv, table_blocks
from practice_models.vocabulary.sheet import Sheet, SheetBlock
from tests.build_tools.sheets.samples import small_sheet, sound_sheet, table_sheet

LINES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)


def block_of(sheet: Sheet, name: str) -> SheetBlock:
    return next(block for block in sheet.blocks if block.id == name)


def read_back(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


def bare(row: Iterable[str]) -> list[str]:
    """Cells without the apostrophes that stop a formula."""
    return [re.sub(r"(^|[;\t])'", r"\1", cell) for cell in row]


def test_a_table_has_its_headings_and_the_rows_that_are_given() -> None:
    assert read_back(export_csv(block_of(sound_sheet(), "people"))) == [["Who", "Sees the notes"], ["The worker", ""]]


def test_a_row_that_only_shows_how_is_left_out() -> None:
    assert read_back(export_csv(table_sheet(("a", "b"), example=True).blocks[0])) == [["Column 0", "Column 1"]]


def test_a_checklist_names_its_answers_and_where_to_look() -> None:
    assert read_back(export_csv(block_of(sound_sheet(), "ready"))) == [
        ["What to check", "Where to look", "Answer: Yes, Partly, No", "What shows it"],
        ["The room has a door", "Go and look.", "", ""],
        ["You have an hour", "", "", ""],
    ]


def test_a_checklist_without_notes_has_no_column_for_them() -> None:
    assert read_back(export_csv(block_of(sound_sheet("about-the-talk"), "choose")))[0][-1] == "Answer: Yes, No"


def test_a_spreadsheet_knows_the_encoding_and_every_line_ends_as_the_standard_says() -> None:
    raw = export_csv(table_sheet(("Wer fragt, der führt", 'He said "no"')).blocks[0])
    assert raw.startswith(b"\xef\xbb\xbfColumn 0,Column 1\r\n")
    assert raw.decode("utf-8-sig").splitlines()[1] == '"Wer fragt, der führt","He said ""no"""'


@pytest.mark.parametrize("cell", ["=1+1", "+44 20", "-1", "@SUM(A1)", "\uff1d1", '=HYPERLINK("https://bad.example")'])
def test_a_cell_that_would_be_worked_out_is_shown_instead(cell: str) -> None:
    assert read_back(export_csv(table_sheet((cell, "b")).blocks[0]))[1] == [f"'{cell}", "b"]


@given(st.lists(st.tuples(LINES, LINES, LINES), min_size=1, max_size=5))
def test_whatever_stands_in_cells_comes_back_and_none_acts(rows: list[tuple[str, str, str]]) -> None:
    found = read_back(export_csv(table_sheet(*rows).blocks[0]))[1:]
    assert [bare(row) for row in found] == [bare(row) for row in rows]
    assert not [cell for row in found for cell in row if cell[:1] in set("=+-@\t\r\uff1d\uff0b\uff0d\uff20")]


def test_only_tables_and_checklists_are_for_spreadsheets() -> None:
    assert [block.id for block in table_blocks(sound_sheet())] == ["people", "days", "ready"]
    with pytest.raises(ValueError, match="holds no table"):
        export_csv(small_sheet().blocks[0])


@pytest.mark.parametrize("sign", [";", "\t"])
def test_no_cell_is_worked_out_where_cells_are_parted_by_other_signs(sign: str) -> None:
    raw = write_table([[f"a{sign}=1+1", f"b{sign} =c"]])
    assert read_back(raw) == [[f"a{sign}'=1+1", f"b{sign} =c"]]
