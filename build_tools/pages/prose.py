"""Prose to safe HTML: links lead to pages, glossary terms get tooltips, and nothing foreign survives."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from html import unescape

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from build_tools.pages.tables import suit_body
from practice_models.prose import SCHEMES
from practice_models.vocabulary.address import Address, parse_address
from practice_models.vocabulary.evidence import Term

LinkOf = Callable[[Address], str | None]
"""The relative URL of an address as seen from the page, or None where it leads nowhere."""

_INLINE_TAGS = {"a", "abbr", "b", "br", "code", "del", "em", "i", "kbd", "s", "strong", "sub", "sup"}
_BLOCK_TAGS = {"blockquote", "hr", "li", "ol", "p", "pre", "table", "tbody", "td", "th", "thead", "tr", "ul"}
_ATTRIBUTES = {"a": {"href", "data-tip", "rel"}, "ol": {"start"}, "abbr": {"title"}, "td": {"align"}, "th": {"align"}}
_ALLOWED_CLASSES = {"a": {"class": {"pg-term"}}}
_TABLE = re.compile(r"<table>(?P<head>\s*<thead>.*?</thead>)(?P<body>.*?)</table>", re.DOTALL)
"""A table as Markdown makes it: always with a head."""
_HEADING = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_BLANK = re.compile(r"<th\b[^>]*>\s*</th>")
"""A corner of a table without words: it heads nothing."""
_LINE_MARK = re.compile(r"^#", re.MULTILINE)
"""A line of a paragraph that a page would take for a heading."""
_SPECIAL = re.compile(r"[*_`\[\]<>&\\|~#!]|^\s*(?:[-+]|\d+[.)])\s|\n\s*\n|^\s*(?:={3,}|-{3,})\s*$|^    |  $", re.MULTILINE)


@dataclass(frozen=True)
class TermIndex:
    """The glossary as a pattern that finds its terms in text."""

    terms: dict[str, Term]
    """Each term by the form that readers meet, in lower case but for abbreviations."""
    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, terms: Iterable[Term]) -> "TermIndex":
        """The index of some terms; longer forms win over shorter ones inside them."""
        forms: dict[str, Term] = {}
        for term in terms:
            for form in (term.title, *term.also):
                forms.setdefault(_fold(form), term)
        return cls(forms, re.compile(rf"(?<![\w-])(?:{_spellings(forms)})(?![\w-])") if forms else None)

    def term(self, form: str) -> Term | None:
        """The term that a form in running text stands for."""
        return self.terms.get(_fold(form)) or self.terms.get(_fold(form[:1].lower() + form[1:]))


def _fold(form: str) -> str:
    """A form as the index holds it: abbreviations keep their capitals, other forms lose the first one."""
    return form if len(form) > 1 and form[1].isupper() else form[:1].lower() + form[1:]


def _spellings(forms: Iterable[str]) -> str:
    """A pattern of all forms by their first letter, which tells most of them apart at once; longer ones first."""
    by_start: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        start = f"[{form[0]}{form[0].upper()}]" if form[0].islower() else re.escape(form[0])
        by_start.setdefault(start, []).append(re.escape(form[1:]))
    return "|".join(f"{start}(?:{'|'.join(rests)})" for start, rests in by_start.items())


class ProseRenderer:
    """Renders the prose of one page; each glossary term is marked the first time that the page uses it.

    Args:
        link_of: Where addresses lead, as seen from the page.
        terms: The glossary.
        skip_terms: Ids of terms not to mark, such as the one that the page is about.
    """

    def __init__(self, link_of: LinkOf, terms: TermIndex, skip_terms: Iterable[str] = ()) -> None:
        self._link_of = link_of
        self._terms = terms
        self._seen = set(skip_terms)
        self._tables: Counter[str] = Counter()
        self._parser = _parser()

    def block(self, text: str) -> Markup:
        """The prose as paragraphs, lists and tables."""
        if not _SPECIAL.search(text):
            return Markup(f"<p>{self._mark_terms(text.strip())}</p>")
        tokens = self._parser.parse(text)
        for token in tokens:
            if token.children:
                token.children = list(self._inline(token.children))
        return Markup(self._frame_tables(_clean(self._parser.renderer.render(tokens, self._parser.options, {}))))

    def inline(self, text: str) -> Markup:
        """The prose without its paragraph tags where it is one paragraph; otherwise as `block`."""
        html = str(self.block(text)).strip()
        if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
            return Markup(html[3:-4])
        return Markup(html)

    def _inline(self, children: list[Token]) -> Iterable[Token]:
        depth = 0
        for token in children:
            if token.type == "link_open":
                depth += 1
                self._aim(token)
            elif token.type == "link_close":
                depth -= 1
            elif token.type == "text" and depth == 0:
                yield Token("html_inline", "", 0, content=self._mark_terms(token.content))
                continue
            yield token

    def _aim(self, token: Token) -> None:
        """Point a link at its page; what leads nowhere loses its target."""
        target = str(token.attrGet("href") or "")
        address = parse_address(target)
        token.attrs = {}
        href = self._link_of(address) if address else target
        if href is not None and (address or target.partition(":")[0].lower() in SCHEMES):
            token.attrSet("href", href)
            if not address:
                token.attrSet("rel", "noopener noreferrer")

    def _mark_terms(self, text: str) -> str:
        if self._terms.pattern is None:
            return str(escape(text))
        pieces: list[str] = []
        end = 0
        for found in self._terms.pattern.finditer(text):
            term = self._terms.term(found.group())
            if term is None or term.id in self._seen:
                continue
            href = self._link_of(Address("term", term.id))
            if href is None:
                continue
            self._seen.add(term.id)
            pieces.append(str(escape(text[end : found.start()])))
            pieces.append(f'<a class="pg-term" href="{escape(href)}" data-tip="{escape(_plain(term.meaning))}">{escape(found.group())}</a>')
            end = found.end()
        pieces.append(str(escape(text[end:])))
        return "".join(pieces)

    def _frame_tables(self, text: str) -> str:
        """Clean HTML with each table in a frame of its own, which scrolls on a phone and has a name that no other on the page has."""
        return _TABLE.sub(self._framed, text)

    def _framed(self, table: re.Match[str]) -> str:
        headings = _HEADING.findall(table["head"])
        names = (unescape(" ".join(re.sub(r"<[^>]*>", "", heading).split())) for heading in headings)
        name = "Table: " + ", ".join(filter(None, names))
        self._tables[name] += 1
        if self._tables[name] > 1:
            name += f" ({self._tables[name]})"
        head, (classes, body) = _BLANK.sub("<td></td>", table["head"]), suit_body(headings, table["body"])
        frame = f'<div class="pg-table" role="region" tabindex="0" aria-label="{escape(name)}">'
        return f'{frame}<table class="{classes}">{head}{body}</table></div>'


def _plain(text: str) -> str:
    """Prose as plain text on one line, for a tooltip."""
    return " ".join(re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_`]", r"\1", text).split())


@cache
def _parser() -> MarkdownIt:
    """The parser of all pages: it keeps nothing of what it has read."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # `_aim` decides, and nh3 after it
    return parser


def _clean(html: str) -> str:
    """HTML with nothing in it but the tags of prose: no script, style, picture, event or script link."""
    return _LINE_MARK.sub(
        "&#35;",
        nh3.clean(
            html,
            tags=_INLINE_TAGS | _BLOCK_TAGS,
            attributes=_ATTRIBUTES,
            tag_attribute_values=_ALLOWED_CLASSES,
            url_schemes=set(SCHEMES),
            link_rel=None,
        ),
    )
