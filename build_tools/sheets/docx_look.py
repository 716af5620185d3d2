"""How a document looks and what it says of itself: paper, styles, language, title and foot."""

import io
from dataclasses import dataclass
from datetime import datetime, time
from functools import cache

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from build_tools.sheets.docx_controls import TICK, make_element, make_run, qn
from build_tools.sheets.imprint import Imprint

_FACE = "Arial"
_LANGUAGE = "en-GB"
_INK, _SOFT, _LINK = RGBColor(0x1B, 0x2A, 0x27), RGBColor(0x45, 0x53, 0x4F), RGBColor(0x0B, 0x4F, 0x6C)
_LINE = "6B7A75"
_MARGIN, _FOOT = Mm(18), Mm(20)
_MOST = 255
"""The most characters that a property of a document may have."""
_LEFT_OUT = ("thumbnail", "stylesWithEffects")
"""What the library's blank document brings along and nobody needs: a picture of it, and its styles for an old Word."""
_TABLE_STYLES = ("Normal Table", "Table Grid")
"""The styles of tables that are needed, of a hundred."""

ABOUT, HELP, ANSWER = "Sheet about", "Sheet help", "Sheet answer"
"""Our own styles of paragraphs."""
LINE = Mm(7)
"""How high a line is that is written by hand."""
_FRAME_AIR = 6
"""The air between a frame and the words in it, in points."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of letters, in points."""

    text: float
    heading: float
    title: float
    foot: float


STANDARD = Sizes(11, 14, 20, foot=9)
EASY_READ = Sizes(16, 20, 26, foot=16)


def new_document(title: str, purpose: str, imprint: Imprint, sizes: Sizes) -> Document:
    """An empty document on A4 with our styles, its foot and its properties.

    Args:
        title: What readers' programs show as its name.
        purpose: What it is for, in plain words.
        imprint: Where it comes from.
        sizes: The sizes of its letters.
    """
    document = docx.Document(io.BytesIO(_blank(sizes)))
    _set_properties(document, title, purpose, imprint)
    _write_foot(document.sections[0].footer.paragraphs[0], imprint)
    return document


@cache
def _blank(sizes: Sizes) -> bytes:
    """An empty document on A4 with our styles: the library's own, without what nobody needs, which is most of it."""
    document = docx.Document()
    for part in (document.part.package, document.part):
        for name, relation in list(part.rels.items()):
            if relation.reltype.endswith(_LEFT_OUT):
                part.rels.pop(name)
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in _TABLE_STYLES:
            style.delete()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = _MARGIN
    section.bottom_margin = _FOOT
    _set_styles(document, sizes)
    blank = io.BytesIO()
    document.save(blank)
    return blank.getvalue()


def turn_paper(document: Document, wide: bool) -> bool:
    """Begin a new page, upright or on its side, unless the paper lies so already.

    Returns:
        Whether a new page was begun.
    """
    if (document.sections[-1].orientation == WD_ORIENT.LANDSCAPE) == wide:
        return False
    lay_on_side(document.add_section(WD_SECTION.NEW_PAGE), wide)
    return True


def lay_on_side(section: Section, wide: bool = True) -> None:
    """Turn the paper of a section that lies the other way."""
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = section.page_height, section.page_width


def usable_width(section: Section) -> int:
    """The width between the margins, in the units of the library."""
    return int(section.page_width or 0) - 2 * int(_MARGIN)


def _set_styles(document: Document, sizes: Sizes) -> None:
    for place in (document.styles.element, document.settings.element):
        for language in place.iter(qn("w:lang"), qn("w:themeFontLang")):
            language.set(qn("w:val"), _LANGUAGE)
    spacing = sizes.text * 0.5
    _style(document, "Normal", sizes.text, after=spacing)
    for name in ("List Bullet", "List Number", "List Bullet 2", "List Number 2", "List Bullet 3", "List Number 3"):
        _style(document, name, sizes.text, after=spacing / 2)
    _style(document, "Heading 1", sizes.title, bold=True, after=spacing)
    _style(document, "Heading 2", sizes.heading, bold=True, before=sizes.text * 1.4, after=spacing / 2)
    _style(document, "Heading 3", sizes.text, bold=True, before=sizes.text * 0.8, after=spacing / 4)
    _style(document, "Footer", sizes.foot, colour=_SOFT)
    for told in (
        _style(document, ABOUT, sizes.text, after=spacing),
        _style(document, HELP, sizes.text, colour=_SOFT, after=spacing / 2),
    ):
        told.paragraph_format.keep_with_next = told.paragraph_format.keep_together = True
    _frame(_style(document, ANSWER, sizes.text, after=spacing))
    _face(document.styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER), None, _SOFT)
    document.styles.add_style(TICK, WD_STYLE_TYPE.CHARACTER).font.size = Pt(sizes.text * 1.4)
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    _face(link, None, _LINK)
    link.font.underline = True


def _style(
    document: Document, name: str, size: float, *, bold: bool = False, before: float = 0, after: float = 0, colour: RGBColor = _INK
) -> ParagraphStyle:
    """A style of paragraphs, made if there is none of its name."""
    styles = document.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"'{name}' is no style of paragraphs")
    _face(style, size, colour)
    style.font.bold = bold
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.25
    return style


def _face(style: CharacterStyle, size: float | None, colour: RGBColor) -> None:
    """Set a style's letters, in every script and without the theme's own."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for use in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{use}"), _FACE)
    style.font.color.rgb = colour
    if size:
        style.font.size = Pt(size)


def _frame(style: ParagraphStyle) -> None:
    """Put a frame around paragraphs, with lines far enough apart to write on by hand, and its edge where that of other text is."""
    style.paragraph_format.line_spacing_rule, style.paragraph_format.line_spacing = WD_LINE_SPACING.AT_LEAST, LINE
    style.paragraph_format.keep_together = True
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Pt(_FRAME_AIR)
    line = {"w:val": "single", "w:sz": "6", "w:space": str(_FRAME_AIR), "w:color": _LINE}
    borders = make_element("w:pBdr", None, *(make_element(f"w:{side}", line) for side in ("top", "left", "bottom", "right")))
    style.element.get_or_add_pPr().insert_element_before(borders, "w:spacing")


def _set_properties(document: Document, title: str, purpose: str, imprint: Imprint) -> None:
    dated = datetime.combine(imprint.released, time())
    properties = document.core_properties
    properties.title, properties.subject, properties.comments = map(_cut, (title, purpose, imprint.words))
    properties.author = properties.last_modified_by = _cut(imprint.guide)
    properties.created = properties.modified = dated
    properties.language, properties.revision = _LANGUAGE, 1


def _cut(text: str) -> str:
    """As much of a text as a property has room for."""
    return text if len(text) <= _MOST else f"{text[: _MOST - 2].rstrip()} …"


def _write_foot(paragraph: Paragraph, imprint: Imprint) -> None:
    """Where the sheet comes from, and which page of how many this is."""
    line = paragraph._p
    line.append(make_run(f"{imprint.words}\nPage "))
    line.append(make_element("w:fldSimple", {"w:instr": "PAGE"}, make_run("1")))
    line.append(make_run(" of "))
    line.append(make_element("w:fldSimple", {"w:instr": "NUMPAGES"}, make_run("1")))
