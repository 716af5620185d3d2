"""A sheet as a Word document: headings, content controls, tables, and the same bytes for the same sheet."""

import io
from dataclasses import replace

from docx.document import Document

from build_tools.exports.archives import fix_archive
from build_tools.sheets.docx_controls import Controls, make_run
from build_tools.sheets.docx_look import ABOUT, ANSWER, EASY_READ, HELP, STANDARD, lay_on_side, new_document, turn_paper
from build_tools.sheets.docx_prose import ProseInDocument, add_heading, add_paragraph
from build_tools.sheets.docx_tables import add_checklist, add_stops, add_table
from build_tools.sheets.imprint import Imprint, LinkOf
from build_tools.sheets.layout import is_wide, opens_wide
from build_tools.sheets.printable import make_printable, printable_text
from practice_models.plain_text import plain_text
from practice_models.vocabulary.sheet import Sheet, SheetBlock, SheetField

_SHORT_CHOICE = 40
"""The most characters of choices that stand side by side."""
_NO_BREAK = "\u00a0"
_GAP = f"{_NO_BREAK * 3} "
_FACTS = (("filled_by", "Who fills it in:"), ("when", "When:"), ("keep", "Keeping it:"))


def make_document(sheet: Sheet, imprint: Imprint, link_of: LinkOf) -> bytes:
    """A sheet as a Word document.

    Args:
        sheet: Any sheet.
        imprint: What its foot and its properties say.
        link_of: The whole web address of each place that its prose links to.
    """
    sheet = make_printable(sheet)
    imprint = replace(imprint, guide=printable_text(imprint.guide), address=printable_text(imprint.address))
    document = new_document(sheet.title, plain_text(sheet.purpose), imprint, EASY_READ if sheet.easy_read else STANDARD)
    if opens_wide(sheet):
        lay_on_side(document.sections[0])
    prose = ProseInDocument(document, link_of)
    controls = Controls()
    add_heading(document, sheet.title, 1)
    if not sheet.easy_read:  # its reader needs the sheet alone
        _write_head(document, sheet, prose)
    for block in sheet.blocks:
        _write_block(document, block, prose, controls)
    return _pack(document)


def _write_head(document: Document, sheet: Sheet, prose: ProseInDocument) -> None:
    """What whoever fills it in needs to know."""
    prose.write(document, sheet.purpose)
    for name, lead in _FACTS:
        if text := getattr(sheet, name):
            prose.write(document, text, lead=lead)
    if sheet.safety_stops:
        add_stops(document, sheet.safety_stops, prose)


def _write_block(document: Document, block: SheetBlock, prose: ProseInDocument, controls: Controls) -> None:
    turned = turn_paper(document, is_wide(block))
    add_heading(document, block.title, 2).paragraph_format.page_break_before = (block.own_paper and not turned) or None
    if block.about:
        prose.write(document, block.about, style=ABOUT)
    if block.text:
        prose.write(document, block.text)
    for field in block.fields:
        _write_field(document, block, field, prose, controls)
    if block.table:
        add_table(document, block, block.table, prose, controls)
    if block.checklist:
        add_checklist(document, block, block.checklist, prose, controls)


def _write_field(document: Document, block: SheetBlock, field: SheetField, prose: ProseInDocument, controls: Controls) -> None:
    add_heading(document, field.label, 3)
    if field.help:
        prose.write(document, field.help, style=HELP)
    if field.several:
        add_paragraph(document, HELP, "Tick all that are true.")
    path = f"{block.id}/{field.id}"
    if field.lines:
        add_paragraph(document, ANSWER)._p.append(controls.text(path, field.label, field.lines))
    if field.choices:
        _write_choices(document, path, field, controls)


def _write_choices(document: Document, path: str, field: SheetField, controls: Controls) -> None:
    """A box for each choice: short ones side by side, as they stand on the page, and long ones in a line each."""
    beside = all(len(choice) <= _SHORT_CHOICE for choice in field.choices)
    line = add_paragraph(document)
    for number, choice in enumerate(field.choices, start=1):
        if number > 1 and not beside:
            line.paragraph_format.keep_with_next = True
            line = add_paragraph(document)
        line._p.append(controls.tick(f"{path}/{number}", f"{choice}: {field.label}"))
        words = choice.replace(" ", _NO_BREAK) if beside else choice
        line._p.append(make_run(f"{_NO_BREAK}{words}{_GAP if beside else ''}"))


def _pack(document: Document) -> bytes:
    """The document's bytes, with nothing in them of the time or the machine."""
    written = io.BytesIO()
    document.save(written)
    return fix_archive(written)
