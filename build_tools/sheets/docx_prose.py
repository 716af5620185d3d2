"""Prose in a document: paragraphs, lists, emphasis and links."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from markdown_it.token import Token

from build_tools.sheets.docx_controls import make_element, make_run, qn, style_id
from build_tools.sheets.imprint import LinkOf
from build_tools.sheets.printable import printable_text
from practice_models.prose import SCHEMES, prose_parser
from practice_models.vocabulary.address import parse_address

Place = Document | _Cell
"""What paragraphs can be added to."""
_LISTS = {"bullet_list": "List Bullet", "ordered_list": "List Number"}


def add_paragraph(place: Place, style: str | None = None, text: str = "") -> Paragraph:
    """A new paragraph; the first one of a cell is there already.

    Args:
        place: Where it stands, after what is there.
        style: The name of its style.
        text: What it says.
    """
    paragraph = _empty(place) or place.add_paragraph()
    if style:
        paragraph._p.style = style_id(style)
    if text:
        paragraph._p.append(make_run(text))
    return paragraph


def add_heading(document: Document, text: str, level: int) -> Paragraph:
    """A new heading at the end of a document."""
    return add_paragraph(document, f"Heading {level}", text)


def _empty(place: Place) -> Paragraph | None:
    """The one paragraph that a new cell has."""
    if isinstance(place, _Cell) and len(place._tc.p_lst) == 1 and len(place._tc.p_lst[0]) == 0:
        return Paragraph(place._tc.p_lst[0], place)
    return None


@dataclass
class ProseInDocument:
    """Writes prose into one document.

    Args:
        document: The document.
        link_of: Where addresses lead.
    """

    document: Document
    link_of: LinkOf
    _lists: list[tuple[str, int]] = field(default_factory=list)
    """The lists that are open, outermost first: their styles, and the numbers of their numbering."""

    def write(self, place: Place, prose: str, style: str | None = None, lead: str = "") -> None:
        """Add prose to a place.

        Args:
            place: The document or a cell.
            prose: Markdown.
            style: The style of its paragraphs.
            lead: Words that stand in bold before it.
        """
        row: Paragraph | None = None
        tokens = prose_parser().parse(prose)
        if lead and tokens and tokens[0].type.endswith("_list_open"):
            add_paragraph(place, style).add_run(lead).bold = True
            lead = ""
        for token in tokens:
            if token.type in ("fence", "code_block"):
                add_paragraph(place, style)._p.append(make_run(token.content.rstrip("\n")))
            elif token.type == "tr_open":
                row = add_paragraph(place, style)
            elif token.type == "table_close":
                row = None
            elif token.type == "inline":
                paragraph = self._next(place, style) if row is None else row
                if row is not None and row.text:
                    paragraph.add_run(" – ")
                if lead:
                    paragraph.add_run(f"{lead} ").bold = True
                    lead = ""
                self._inline(paragraph, token.children or ())
            else:
                self._open_or_close(token)

    def _open_or_close(self, token: Token) -> None:
        """Take note of a list that begins or ends."""
        kind, _, which = token.type.rpartition("_")
        if kind in _LISTS and which == "open":
            self._lists.append((_LISTS[kind], self._numbering() if kind == "ordered_list" else 0))
        elif kind in _LISTS:
            self._lists.pop()

    def _next(self, place: Place, style: str | None) -> Paragraph:
        if not self._lists:
            return add_paragraph(place, style)
        name, numbering = self._lists[-1]
        depth = min(len(self._lists), 3)
        paragraph = add_paragraph(place, name if depth == 1 else f"{name} {depth}")
        if numbering:
            number = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            number.get_or_add_ilvl().val = 0
            number.get_or_add_numId().val = numbering
        return paragraph

    def _numbering(self) -> int:
        """The number of a new numbering that begins at 1, in the form of the style for numbered lists."""
        numbering = self.document.part.numbering_part.element
        style = self.document.styles["List Number"].element
        used = style.pPr.numPr.numId.val
        number = numbering.add_num(numbering.num_having_numId(used).abstractNumId.val)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)

    def _inline(self, paragraph: Paragraph, tokens: Iterable[Token]) -> None:
        open_marks: list[str] = []
        into: BaseOxmlElement = paragraph._p
        for token in tokens:
            if token.type in ("strong_open", "em_open", "s_open"):
                open_marks.append(token.tag)
            elif token.type in ("strong_close", "em_close", "s_close"):
                open_marks.remove(token.tag)
            elif token.type == "link_open":
                into = self._link(paragraph, str(token.attrGet("href") or ""))
            elif token.type == "link_close":
                into = paragraph._p
            elif text := _words(token):
                run = make_run(text, style="Hyperlink" if into.tag == qn("w:hyperlink") else None)
                _emphasise(run, open_marks)
                into.append(run)

    def _link(self, paragraph: Paragraph, target: str) -> BaseOxmlElement:
        """The element that takes the words of a link; the paragraph's own where it leads nowhere."""
        address = parse_address(target)
        url = self.link_of(address) if address else target if target.partition(":")[0].lower() in SCHEMES else None
        if url is None:
            return paragraph._p
        relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = make_element("w:hyperlink", {"r:id": relation})
        paragraph._p.append(link)
        return link


def _words(token: Token) -> str:
    match token.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "text" | "code_inline":
            return printable_text(token.content)  # an entity may have become a character that XML cannot hold
        case _:
            return ""


def _emphasise(run: BaseOxmlElement, marks: list[str]) -> None:
    names = {"strong": "w:b", "em": "w:i", "s": "w:strike"}
    if marks:
        look = run.find(qn("w:rPr"))
        if look is None:
            look = make_element("w:rPr")
            run.insert(0, look)
        look.extend(make_element(names[mark]) for mark in dict.fromkeys(marks))
