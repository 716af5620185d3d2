"""Sheets made from a guide's own parts: what stands on them, and that nothing an author may write breaks them."""

from dataclasses import replace

from build_tools.sheets.from_edition import make_fidelity_sheet, make_measures_sheet, make_theory_sheet, sheets_of
from practice_models.library import Edition
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.publication import Period
from tests.cases.story import SOUND

_LIBRARY = read_folder(SOUND, SOUND).library
_EDITION = next(edition for edition in _LIBRARY.editions if edition.evaluations)


def _rows(edition: Edition) -> list[tuple[str, ...]]:
    table = make_measures_sheet(edition).blocks[0].table
    assert table is not None
    return [row.cells for row in table.rows]


def test_each_core_function_is_checked_where_its_guide_says() -> None:
    checklist = make_fidelity_sheet(_EDITION).blocks[1].checklist
    assert checklist is not None
    assert [(item.id, item.statement, item.look_for) for item in checklist.items] == [("listens", "Listens", "Ask the person.")]


def test_each_measure_is_a_row_with_room_for_who_does_it_here() -> None:
    assert _rows(_EDITION) == [("Attendance", "Count. Unit: per cent.", "Monthly.", "It is not trust.")]


def test_each_link_of_the_theory_is_a_row() -> None:
    table = make_theory_sheet(_EDITION).blocks[0].table
    assert table is not None
    assert [row.cells[0] for row in table.rows] == ["Listening, so: Trust", "Trust, so: Attends"]


def test_an_edition_about_the_past_gives_nothing_to_fill_in() -> None:
    past = replace(_EDITION, head=_EDITION.head.model_copy(update={"describes": Period(since="2015", until="2018")}))
    assert [sheet.id for sheet in sheets_of(_EDITION)] == ["fidelity-checklist", "data-dictionary", "theory-of-change"]
    assert sheets_of(past) == ()
    assert sheets_of(replace(_EDITION, evaluations=())) == ()


def test_whatever_an_author_may_write_fits() -> None:
    long = "word " * 3999 + "end."
    edition = replace(
        _EDITION,
        publication=_EDITION.publication.model_copy(update={"title": "T" * 300}),
        measures=tuple(
            each.model_copy(update={"how": long, "caution": "| a | b |\n| --- | --- |\n| 1 | 2 |"}) for each in _EDITION.measures
        ),
        fidelity_items=tuple(each.model_copy(update={"check": long, "warning_sign": long}) for each in _EDITION.fidelity_items),
    )
    assert len(sheets_of(edition)) == 3
    assert len(_rows(edition)[0][1]) <= 600
