"""Documents, opened again: headings, content controls, heads of tables, foot and properties; the same bytes each time."""

import io
import subprocess
import sys
import zipfile
from datetime import date

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.sheets import LinkOf, export_docx, no_link
from build_tools.sheets.docx_controls import control_tag
from practice_models.vocabulary.sheet import Sheet
from tests.build_tools.sheets.samples import IMPRINT, small_sheet, sound_sheet, table_sheet


def open_again(sheet: Sheet, link_of: LinkOf = no_link) -> Document:
    return docx.Document(io.BytesIO(export_docx(sheet, IMPRINT, link_of)))


def headings(document: Document) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in document.paragraphs if p.style is not None and str(p.style.name).startswith("Heading")]


def controls(document: Document) -> dict[str, BaseOxmlElement]:
    """Each content control's properties by its tag."""
    found = list(document.element.body.iter(qn("w:sdtPr")))
    tags = [each.find(qn("w:tag")).get(qn("w:val")) for each in found]
    assert len(set(tags)) == len(tags)
    return dict(zip(tags, found, strict=True))


def is_head(table: Table) -> list[bool]:
    return [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]


def test_the_sheet_and_its_blocks_and_fields_are_headings_in_order() -> None:
    assert headings(open_again(sound_sheet())) == [
        ("Heading 1", "First talk"),
        ("Heading 2", "Before you begin"),
        ("Heading 2", "What it is for"),
        ("Heading 3", "The question"),
        ("Heading 3", "Where you meet"),
        ("Heading 2", "Who is there"),
        ("Heading 2", "The days"),
        ("Heading 2", "Are you ready?"),
    ]


def test_every_place_to_fill_is_a_content_control_with_the_ids_that_lead_to_it() -> None:
    found = controls(open_again(sound_sheet()))
    assert [tag for tag in found if not tag.startswith("days/")] == [
        "aim/question",
        "aim/where/1",
        "aim/where/2",
        "people/worker/sees",
        "people/blank-1/who",
        "people/blank-1/sees",
        "people/blank-2/who",
        "people/blank-2/sees",
        *(f"ready/{item}/{answer}" for item in ("room", "time") for answer in ("1", "2", "3", "note")),
    ]
    numbers = [each.find(qn("w:id")).get(qn("w:val")) for each in found.values()]
    assert len(set(numbers)) == len(numbers)


def test_a_control_says_what_it_asks_and_what_can_be_put_there() -> None:
    found = controls(open_again(sound_sheet()))
    assert found["ready/room/1"].find(qn("w:alias")).get(qn("w:val")) == "Yes: The room has a door"
    assert found["ready/room/1"].find(qn("w14:checkbox")) is not None
    assert found["aim/question"].find(qn("w:text")) is not None
    entries = found["people/blank-1/sees"].find(qn("w:dropDownList"))
    assert [entry.get(qn("w:value")) for entry in entries] == ["Yes", "No"]


def test_a_field_shows_as_many_lines_as_it_asks_for() -> None:
    for lines in (1, 4):
        fields = ({"id": "what", "label": "What", "lines": lines},)
        document = open_again(small_sheet(blocks=({"id": "one", "title": "One", "fields": fields},)))
        assert len(list(document.element.body.iter(qn("w:sdt")))) == 1
        assert len(list(document.element.body.iter(qn("w:br")))) == lines - 1


def test_a_tag_is_never_longer_than_word_keeps_and_never_stands_for_two() -> None:
    long, other = "a" * 120, "a" * 121
    assert len(control_tag(long)) == 64
    assert control_tag(long) != control_tag(other)
    assert control_tag("aim/question") == "aim/question"


def test_the_head_of_every_table_is_repeated_and_nothing_else_is() -> None:
    document = open_again(sound_sheet())
    assert [is_head(table) for table in document.tables] == [[True] + [False] * rows for rows in (1, 4, 4, 2)]
    assert [cell.text for cell in document.tables[1].rows[0].cells] == ["Who", "Sees the notes"]


def test_a_row_that_shows_how_says_so_and_is_not_filled() -> None:
    table = open_again(table_sheet(("a colleague", "no"), example=True)).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["Example: a colleague", "no"]
    assert list(table.rows[1]._tr.iter(qn("w:sdt"))) == []


def test_every_cell_is_as_wide_as_its_column_and_no_table_is_wider_than_the_paper() -> None:
    for table in open_again(sound_sheet()).tables:
        for row in table.rows:
            assert [cell.width for cell in row.cells] == [column.width for column in table.columns]
    document = open_again(sound_sheet())
    widths = [sum(int(column.width or 0) for column in table.columns) for table in document.tables]
    room = [Mm(175), Mm(175), Mm(262), Mm(175)]  # the widths of columns are rounded, a little up or down
    assert [width for width, most in zip(widths, room, strict=True) if width > most] == []


def test_a_wide_table_turns_its_paper_and_what_follows_turns_it_back() -> None:
    document = open_again(sound_sheet())
    sizes = [(section.page_width, section.page_height) for section in document.sections]
    assert [(round((w or 0) / Mm(1)), round((h or 0) / Mm(1))) for w, h in sizes] == [(210, 297), (297, 210), (210, 297)]


def test_a_sheet_that_begins_with_a_wide_table_lies_on_its_side_from_the_start() -> None:
    columns = tuple({"id": f"c{place}", "label": "Long", "width": "wide"} for place in range(5))
    wide = {"id": "table", "title": "Table", "table": {"columns": columns, "blank_rows": 2}}
    text = {"id": "after", "title": "After", "text": "Upright again."}
    document = open_again(small_sheet(blocks=(wide, text)))
    assert [round((section.page_width or 0) / Mm(1)) for section in document.sections] == [297, 210]


def test_a_part_that_leaves_the_others_begins_on_paper_of_its_own() -> None:
    text = {"title": "Title", "text": "Words."}
    document = open_again(small_sheet(blocks=({"id": "stays", **text}, {"id": "goes", "own_paper": True, **text})))
    begun = [p.paragraph_format.page_break_before for p in document.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert begun == [None, True]


def test_a_row_is_as_high_as_the_lines_that_are_to_be_written_in_it() -> None:
    heights = []
    for lines in (1, 3):
        table = {"columns": ({"id": "a", "label": "A"}, {"id": "b", "label": "B"}), "blank_rows": 1, "lines": lines}
        document = open_again(small_sheet(blocks=({"id": "table", "title": "Table", "table": table},)))
        heights.append(round((document.tables[0].rows[1].height or 0) / Mm(1)))
    assert heights == [9, 23]


def test_the_last_rows_of_a_table_stay_together_and_a_short_one_is_whole() -> None:
    def kept(rows: int) -> list[bool]:
        table = {"columns": ({"id": "a", "label": "A"}, {"id": "b", "label": "B"}), "blank_rows": rows}
        document = open_again(small_sheet(blocks=({"id": "table", "title": "Table", "table": table},)))
        return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in document.tables[0].rows]

    assert kept(3) == [True, True, True, False]
    assert kept(8) == [True, False, False, False, False, False, True, True, False]


def test_what_a_column_lets_choose_is_told_where_paper_has_no_list() -> None:
    words = [paragraph.text for paragraph in open_again(sound_sheet()).paragraphs]
    assert "Sees the notes: One of: Yes, No." in words


def test_short_choices_stand_side_by_side_and_long_ones_in_a_line_each() -> None:
    def lines(*choices: str) -> int:
        field = {"id": "which", "label": "Which", "choices": choices}
        document = open_again(small_sheet(blocks=({"id": "one", "title": "One", "fields": (field,)},)))
        return sum(1 for paragraph in document.paragraphs if list(paragraph._p.iter(qn("w14:checkbox"))))

    assert lines("Yes", "No") == 1
    assert lines("Yes", "No, for a reason that is as long as a whole sentence") == 2


def test_the_foot_says_where_it_comes_from_on_every_page() -> None:
    document = open_again(sound_sheet())
    words = document.sections[0].footer.paragraphs[0]._p.xpath("string(.)")
    assert words == f"Listening 2.0.0, in force when this file was made. {IMPRINT.address}Page 1 of 1"  # a new line before the page
    assert all(section.footer.is_linked_to_previous for section in list(document.sections)[1:])


def test_the_document_names_itself_its_language_and_its_day() -> None:
    document = open_again(sound_sheet())
    properties = document.core_properties
    assert (properties.title, properties.language, properties.author) == ("First talk", "en-GB", "Listening")
    assert (properties.created.date(), properties.modified.date()) == (date(2026, 11, 23), date(2026, 11, 23))
    languages = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_the_foot_of_an_easy_read_document_is_as_large_as_its_text() -> None:
    footer = open_again(sound_sheet("about-the-talk")).sections[0].footer.paragraphs[0]
    assert footer.style is not None
    assert footer.style.font.size == Pt(16)


def test_no_letters_are_small_and_those_for_easy_reading_are_large() -> None:
    for sheet, least in ((sound_sheet(), Pt(11)), (sound_sheet("about-the-talk"), Pt(16))):
        document = open_again(sheet)
        sizes = {p.style.name: p.style.font.size for p in document.paragraphs if p.style is not None}
        assert {name: size for name, size in sizes.items() if size is None or size < least} == {}


def test_an_easy_read_document_has_nothing_in_it_for_whoever_hands_it_over() -> None:
    text = "\n".join(paragraph.text for paragraph in open_again(sound_sheet("about-the-talk")).paragraphs)
    assert "We talk for an hour." in text
    assert "reads it out" not in text


def test_prose_keeps_its_lists_emphasis_and_links() -> None:
    document = open_again(sound_sheet(), lambda address: f"https://guides.example/{address.id}/")
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None}
    assert styles["Slowly"] == "List Bullet"
    bold = [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.bold]
    assert "one" in bold
    links = [relation.target_ref for relation in document.part.rels.values() if relation.is_external]
    assert links == ["https://guides.example/listen-first/"]


def test_a_safety_stop_stands_in_a_frame_under_its_head_with_every_step_in_it() -> None:
    frame = open_again(sound_sheet()).tables[0]
    assert frame.rows[0].cells[0].text == "Safety stop"
    steps = frame.rows[1].cells[0].paragraphs
    assert [step.text for step in steps] == ["If: Somebody is in danger.", "Then: Put it away.", "Ring.", "Write down when."]
    assert [step.style.name for step in steps[2:] if step.style is not None] == ["List Number", "List Number"]


def test_a_link_that_leads_nowhere_is_plain_words() -> None:
    document = open_again(small_sheet(purpose="See [this](javascript:alert(1)) and [that](practice:listen-first)."))
    assert "See this and that." in [paragraph.text for paragraph in document.paragraphs]
    assert [relation for relation in document.part.rels.values() if relation.is_external] == []


def test_words_before_a_list_stand_above_it() -> None:
    paragraphs = [paragraph.text for paragraph in open_again(small_sheet(when="1. First\n2. Then")).paragraphs]
    assert paragraphs[3:6] == ["When:", "First", "Then"]


def test_every_numbered_list_begins_at_one() -> None:
    document = open_again(small_sheet(purpose="1. a\n2. b", when="1. c\n2. d"))
    numberings = [number.get(qn("w:val")) for number in document.element.body.iter(qn("w:numId"))]
    assert numberings[0] == numberings[1] != numberings[2] == numberings[3]


def test_the_same_sheet_gives_the_same_bytes_which_name_no_day() -> None:
    first, second = (export_docx(sound_sheet(), IMPRINT) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=300))
def test_whatever_an_author_types_can_be_opened_again(text: str) -> None:
    sheet = small_sheet().model_copy(update={"title": text, "purpose": text, "filled_by": f"**{text}**"})
    assert open_again(sheet).core_properties.title


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe"])
def test_a_character_that_no_document_can_hold_is_replaced(character: str) -> None:
    table = table_sheet((f"a{character}b", "c"))
    assert open_again(table).tables[0].rows[1].cells[0].text == "a\ufffdb"


def test_the_library_for_documents_is_loaded_only_where_one_is_written() -> None:
    asked = "import sys, build_tools.pages.editions, build_tools.site.guidance; print('docx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_an_entity_for_a_sign_that_xml_cannot_hold_is_written_as_its_stand_in() -> None:
    document = open_again(small_sheet(purpose="To&#12;try."))
    assert "To\ufffdtry." in [paragraph.text for paragraph in document.paragraphs]
    assert document.core_properties.subject == "To try."
