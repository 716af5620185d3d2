"""Pages of sheets: what stands on them, where their files lie, and that a sheet made in Python is treated like any other."""

import re
from dataclasses import replace
from functools import cache

from build_tools.pages.editions import make_edition_volume, page_uris, plan_edition, write_body
from build_tools.pages.page import Volume
from build_tools.pages.prose import TermIndex
from build_tools.pages.sheets import plan_sheet, sheet_files
from build_tools.pages.templating import page_templates
from build_tools.pages.writer import Writer
from practice_models.library import Library
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.chapter import Chapter
from tests.build_tools.sheets.samples import small_sheet, table_sheet
from tests.cases.story import SOUND
from tests.practice_models.examples.sound import edition, read

SITE = "https://guides.example/practice/"


@cache
def library() -> Library:
    return read_folder(SOUND, SOUND).library


@cache
def volume(site_url: str = SITE) -> Volume:
    return make_edition_volume(edition(), library(), page_uris(library()), site_url=site_url)


def body_of(uri: str) -> str:
    return next(page.body for page in volume().pages if page.uri == f"listening/2.0.0/{uri}")


def test_every_sheet_has_a_page_with_everything_on_it() -> None:
    body = body_of("sheets/first-talk.md")
    for words in (
        "## Before you begin {#blocks/before}",
        "One line that they could repeat.",
        "Safety stop",
        "Read it aloud.",
        "The room has a door",
    ):
        assert words in body
    assert body.count("pg-form__box") == 6
    assert 'data-lines="3"' in body
    assert '<tr id="blocks/people/table/rows/shown" class="pg-form__example"><th scope="row">Example: A colleague</th>' in body


def test_every_part_of_a_sheet_can_be_linked_to() -> None:
    body = body_of("sheets/first-talk.md")
    for part in ("aim/fields/question", "people/table/columns/sees", "people/table/rows/worker", "ready/checklist/items/room"):
        assert body.count(f'id="blocks/{part}"') == 1
    assert body.count('id="safety_stops/in-danger"') == 1


def test_the_files_lie_beside_the_page_that_offers_them() -> None:
    body = body_of("sheets/first-talk.md")
    offered = re.findall(r'href="([\w.-]+)" download', body)
    assert offered == ["first-talk.docx", "first-talk-people.csv", "first-talk-days.csv", "first-talk-ready.csv"]
    folder = "listening/2.0.0/sheets/first-talk/"
    assert [file.path for file in volume().data if file.path.startswith(folder)] == [f"{folder}{name}" for name in offered]


def test_an_easy_read_sheet_is_large_and_on_paper_alone() -> None:
    body = body_of("sheets/about-the-talk.md")
    assert "pg-sheet--easy" in body
    assert 'class="pg-defs pg-sheet__facts pg-screen"' in body


def test_only_a_table_with_many_shares_of_the_paper_is_turned() -> None:
    assert body_of("sheets/first-talk.md").count("pg-sheet--wide") == 1


def test_a_table_says_how_many_lines_its_rows_have_and_a_checklist_what_its_statements_are() -> None:
    table = {
        "columns": ({"id": "a", "label": "By whom?", "choices": ("You", "Us")}, {"id": "b", "label": "B"}),
        "blank_rows": 1,
        "lines": 3,
    }
    checklist = {"heading": "What we ask you", "items": ({"id": "talk", "statement": "I will talk"},)}
    blocks = ({"id": "t", "title": "T", "table": table}, {"id": "c", "title": "C", "checklist": checklist, "own_paper": True})
    planned = plan_sheet(small_sheet(blocks=blocks), "sheets/small.md", None, ())
    body = write_body(planned, Writer(library(), edition(), "listening/2.0.0/sheets/small.md", TermIndex.of(())), page_templates(None))
    assert 'class="pg-form__grid pg-form__grid--text" data-lines="3"' in body
    assert "<dt>By whom?</dt><dd>One of: You, Us.</dd>" in body
    assert '<th scope="col" class="pg-form__statement">What we ask you</th>' in body
    assert '<div class="pg-sheet pg-sheet--own pg-sheet--last">' in body


def test_the_list_offers_every_sheet() -> None:
    body = body_of("sheets/index.md")
    assert "First talk" in body
    assert 'href="about-the-talk/"' in body


def test_a_chapter_offers_its_sheets_and_the_list_groups_them_by_it() -> None:
    chapter = read(
        Chapter,
        """{id: why, title: Why, part: One, order: 1, basis: illustrative, question: Why at all?, answer: So.,
        sections: [{id: a, title: A, text: "x"}], do_next: [Go.]}""",
    )
    sheet = small_sheet(chapter="why")
    origins = {**edition().origins, ("chapter", "why"): edition().origins["practice", "listen-first"]}
    origins["sheet", "small"] = origins["chapter", "why"]
    with_chapter = replace(edition(), chapters=(chapter,), sheets=(*edition().sheets, sheet), origins=origins)
    changed = replace(library(), editions=(library().editions[0], with_chapter))
    made = make_edition_volume(with_chapter, changed, page_uris(changed))
    bodies = {page.uri.removeprefix("listening/2.0.0/"): page.body for page in made.pages}
    assert 'href="../../sheets/small/"' in bodies["chapters/why.md"]
    assert bodies["sheets/index.md"].index("Why at all?") < bodies["sheets/index.md"].index("First talk")
    assert 'href="../../chapters/why/"' in bodies["sheets/small.md"]


def test_an_edition_without_sheets_has_neither_pages_nor_files() -> None:
    bare = replace(edition(), sheets=())
    assert not [planned.uri for planned in plan_edition(bare) if planned.uri.startswith("sheets")]


def test_a_sheet_that_nobody_wrote_has_a_page_and_files_anywhere_in_an_edition() -> None:
    sheet = table_sheet(("a", "b"))
    planned = plan_sheet(sheet, "evaluate/checklist.md", None, ("Evaluate",))
    writer = Writer(library(), edition(), f"listening/2.0.0/{planned.uri}", TermIndex.of(()))
    assert "Column 0" in write_body(planned, writer, page_templates(None))
    files = list(sheet_files(sheet, planned.uri, edition(), library(), SITE))
    assert [file.path for file in files] == [
        "listening/2.0.0/evaluate/checklist/small.docx",
        "listening/2.0.0/evaluate/checklist/small-table.csv",
    ]


def test_nothing_on_a_sheet_acts() -> None:
    hostile = "<script>alert(1)</script>{{ 7 * 7 }}"
    sheet = small_sheet(title=hostile, purpose=hostile, filled_by=hostile)
    block = sheet.blocks[0].model_copy(update={"title": hostile, "about": hostile})
    planned = plan_sheet(sheet.model_copy(update={"blocks": (block,)}), "sheets/small.md", None, ())
    body = write_body(planned, Writer(library(), edition(), "listening/2.0.0/sheets/small.md", TermIndex.of(())), page_templates(None))
    assert "<script" not in body
    assert "49" not in body


def test_the_same_edition_gives_the_same_files_and_the_site_address_is_all_that_differs() -> None:
    again = make_edition_volume(edition(), library(), page_uris(library()), site_url=SITE)
    assert again.data == volume().data
    assert volume("").data != volume().data
