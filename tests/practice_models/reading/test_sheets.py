"""Sheets are read with every fault at its line and column."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from practice_models.vocabulary.sheet import Sheet, SheetBlock
from tests.cases.story import SOUND, break_sound_library, problems_of
from tests.cases.story import Case as BrokenLibrary
from tests.practice_models.examples.sound import edition, read

FILE = "guides/listening/2.0.0/sheets.yaml"
FAULTS = {
    "lines beside choices": (
        "where, label: Where you meet, choices",
        "where, label: Where you meet, lines: 2, choices",
        "20:13: PG207 a sheet field: give exactly one of lines and choices",
    ),
    "neither lines nor choices": (
        "help: One line that they could repeat., lines: 3",
        "help: One line that they could repeat.",
        "19:13: PG207 a sheet field: give exactly one of lines and choices",
    ),
    "several of no choices": (
        "repeat., lines: 3",
        "repeat., lines: 3, several: true",
        "19:13: PG207 a sheet field: several goes with choices",
    ),
    "a single choice": ("[Office, Home]", "[Office]", "20:13: PG207 a sheet field: 'Office' is the only choice; give at least two"),
    "a choice twice": ("[Office, Home]", "[Office, Office]", "20:13: PG207 a sheet field: 'Office' stands twice"),
    "more lines than a page": ("lines: 3", "lines: 13", "19:96: PG206 'lines' is the number 13; expected 12 or less"),
    "more cells than columns": (
        "cells: [The worker]",
        "cells: [The worker, a, b]",
        "24:11: PG207 a sheet table: the row 'worker' has 3 cells, but there are 2 columns",
    ),
    "no row to fill": (
        "{id: worker, cells: [The worker]}\n          blank_rows: 2",
        "{id: worker, cells: [The worker], example: true}\n          blank_rows: 0",
        "24:11: PG207 a sheet table: there is no row to fill; give rows or blank_rows",
    ),
    "a cell with spaces around it": (
        "[The worker]",
        '[" The worker"]',
        "29:36: PG205 entry 1 is 'The worker'; expected one line of text without spaces at its ends, or nothing",
    ),
    "two things in a block": (
        "title: Before you begin\n",
        "title: Before you begin\n        fields: [{id: a, label: A, lines: 1}]\n",
        "12:9: PG207 a sheet block: give exactly one of text, fields, table and checklist",
    ),
    "nothing in a block": (
        "title: What is it?\n        text: We talk for an hour.",
        "title: What is it?",
        "55:9: PG207 a sheet block: give exactly one of text, fields, table and checklist",
    ),
    "an id twice": ("{id: time, statement", "{id: room, statement", "46:20: PG301 the id 'room' stands twice under 'items'"),
    "a chapter that there is not": (
        "when: The day before.",
        "when: The day before.\n    chapter: how",
        "8:14: PG302 'chapter' names the chapter 'how', which does not exist; allowed: does-it-help",
    ),
    "a link that leads nowhere": (
        "practice:listen-first",
        "sheet:x",
        "5:14: PG303 'purpose' links to 'sheet:x', but listening@2.0.0 has no sheet 'x'; allowed: about-the-talk, first-talk",
    ),
    "an id that is no text": (
        "{id: room, statement",
        "{id: true, statement",
        "45:20: PG203 'id' is true; expected text (put a number in quotes to make it text)",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_where_it_stands(name: str, tmp_path: Path) -> None:
    sound, bad, says = FAULTS[name]
    broken = BrokenLibrary(code="", why="", file=FILE, sound=sound, bad=bad, says=())
    assert [str(problem) for problem in problems_of(break_sound_library(broken, tmp_path))] == [f"{FILE}:{says}"]


def test_a_sheet_of_the_sound_library_holds_what_its_file_says() -> None:
    sheet = edition().find("sheet", "first-talk")
    assert isinstance(sheet, Sheet)
    assert [block.id for block in sheet.blocks] == ["before", "aim", "people", "days", "ready"]
    assert sheet.blocks[2].table is not None
    assert [row.example for row in sheet.blocks[2].table.rows] == [True, False]
    assert (SOUND / FILE).is_file()


def test_a_checklist_has_yes_partly_and_no_and_a_note_unless_it_says_otherwise() -> None:
    checklist = read(SheetBlock, "id: a\ntitle: A\nchecklist: {items: [{id: b, statement: B}]}").checklist
    assert checklist is not None
    assert (checklist.answers, checklist.note) == (("Yes", "Partly", "No"), "What shows it")


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ("when: Before the talk.", []),
        ("title: Do you want to come?", [f"{FILE}:59:16: PG802 'title' has a sentence of 16 words"]),
        ("statement: I want to come", [f"{FILE}:61:41: PG802 'statement' has a sentence of 16 words"]),
    ],
)
def test_only_what_the_reader_of_an_easy_read_sheet_meets_must_be_short(change: str, problems: list[str], tmp_path: Path) -> None:
    key = change.partition(":")[0]
    long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    broken = BrokenLibrary(code="", why="", file=FILE, sound=change, bad=f"{key}: {long}", says=())
    said = [str(problem) for problem in problems_of(break_sound_library(broken, tmp_path))]
    assert [line.partition(" (")[0] for line in said] == problems


@pytest.mark.parametrize("many", ["columns", "answers"])
def test_a_table_has_no_more_columns_than_a_document_can_hold(many: str) -> None:
    columns = [{"id": f"c{number}", "label": "x"} for number in range(61)]
    items = [{"id": "one", "statement": "One"}]
    block = {
        "columns": {"table": {"columns": columns, "blank_rows": 1}},
        "answers": {"checklist": {"items": items, "answers": [f"a{number}" for number in range(61)]}},
    }[many]
    with pytest.raises(ValidationError, match="at most 60 items"):
        SheetBlock.model_validate_json(json.dumps({"id": "block", "title": "Block", **block}))
