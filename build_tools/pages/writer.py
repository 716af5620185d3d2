"""What a template works with while it writes one page: prose, links, citations and wording, all safe to print."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from build_tools.pages.places import Spot, edition_prefix, linker, relative_url, spot_of
from build_tools.pages.prose import ProseRenderer, TermIndex
from practice_models.checking.references import find_part
from practice_models.library import Edition, Library
from practice_models.periods import duration_text, month_text
from practice_models.plain_text import first_sentence
from practice_models.vocabulary.address import Address, parse_address
from practice_models.vocabulary.base import Citation, Part, Word
from practice_models.vocabulary.evidence import Source
from practice_models.vocabulary.pathway import Within
from practice_models.vocabulary.publication import Period

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~!^=]")


@dataclass(frozen=True)
class Reference:
    """A named thing with the link to it, as a template prints it."""

    title: str
    url: str | None
    summary: str = ""


@dataclass(frozen=True)
class Cited:
    """A citation as a template prints it."""

    source: Source
    url: str
    where: str


@dataclass(frozen=True)
class Writer:
    """Writes one page of the site.

    Args:
        library: Everything that is published.
        edition: The edition that the page belongs to, or None for a page of the front.
        uri: The page's source URI within the site.
        terms: The glossary.
    """

    library: Library
    edition: Edition | None
    uri: str
    terms: TermIndex
    skip_terms: tuple[str, ...] = ()

    @cached_property
    def _prose(self) -> ProseRenderer:
        return ProseRenderer(linker(self.library, self.edition, self.uri), self.terms, self.skip_terms)

    def prose(self, text: str) -> Markup:
        """Prose as blocks of safe HTML."""
        return self._prose.block(text)

    def inline(self, text: str) -> Markup:
        """Prose as safe HTML that can stand in a list item or a cell."""
        return self._prose.inline(text)

    def gist(self, text: str) -> str:
        """The first sentence of prose, as plain text."""
        return first_sentence(text)

    def url(self, uri: str, anchor: str = "") -> str:
        """The relative URL of a page of the site, from this page."""
        return relative_url(Spot(uri, anchor), self.uri)

    def page(self, uri: str, anchor: str = "") -> str:
        """The relative URL of a page of this edition, by its URI in the edition's folder."""
        return self.url(f"{edition_prefix(self.edition)}/{uri}" if self.edition else uri, anchor)

    def link(self, kind: str, identifier: str, *parts: str) -> str | None:
        """The relative URL of an element, or of a part of it."""
        spot = spot_of(Address(kind, identifier, parts), self.library, self.edition)
        return relative_url(spot, self.uri) if spot else None

    def reference(self, kind: str, identifier: str) -> Reference:
        """An element of this edition by kind and id: its title and the link to it."""
        word = self.edition.find(kind, identifier) if self.edition else None
        return Reference(str(getattr(word, "title", identifier)), self.link(kind, identifier), str(getattr(word, "summary", "")))

    def references(self, kind: str, identifiers: Iterable[str]) -> list[Reference]:
        """Several elements of one kind, in order."""
        return [self.reference(kind, identifier) for identifier in identifiers]

    def at(self, address: str) -> Reference:
        """Whatever an address names, in this edition or another: its title and the link to it."""
        parsed = parse_address(address)
        spot = spot_of(parsed, self.library, self.edition) if parsed else None
        edition = self.library.edition_at(parsed, self.edition) if parsed else None
        word = edition.find(parsed.kind, parsed.id) if edition and parsed else None
        if word is not None and parsed is not None and parsed.parts:
            part = find_part(word, parsed.parts)
            word = part if hasattr(part, "title") else word
        return Reference(
            str(getattr(word, "title", address)), relative_url(spot, self.uri) if spot else None, str(getattr(word, "summary", ""))
        )

    def anchor(self, reference: Reference) -> Markup:
        """A reference as a link, or as plain text where it leads nowhere."""
        if reference.url is None:
            return escape(reference.title)
        return Markup('<a href="{}">{}</a>').format(reference.url, reference.title)

    def anchors(self, kind: str, identifiers: Iterable[str], joined: str = "and") -> Markup:
        """Several elements as links, joined as in a sentence."""
        return _listed([self.anchor(reference) for reference in self.references(kind, identifiers)], joined)

    def leads(self, addresses: Iterable[str]) -> Markup:
        """Whatever some addresses name as links, joined as in a sentence; a part stands behind what it is a part of."""
        return _listed([self.anchor(self._with_whole(address)) for address in addresses], "and")

    def _with_whole(self, address: str) -> Reference:
        found, parsed = self.at(address), parse_address(address)
        whole = self.at(str(parsed.element)) if parsed else found
        return found if found.title == whole.title else Reference(f"{whole.title} ({found.title})", found.url)

    def cited(self, sources: Iterable[Citation]) -> list[Cited]:
        """Citations with their sources, in the order given."""
        found = ((self.library.source(citation.ref), citation) for citation in sources)
        return [Cited(source, self.url("sources.md", source.id), citation.where) for source, citation in found if source]

    def own_basis(self, part: Word, outer: Word) -> str | None:
        """The basis of a part where it differs from that of the element it stands in."""
        basis = part.basis if isinstance(part, Part) else None
        return basis if basis is not None and basis != getattr(outer, "basis", None) else None

    def heading(self, text: str) -> Markup:
        """Plain text for a Markdown heading: no character in it can act as Markdown."""
        return Markup(_MARKDOWN.sub(lambda found: f"&#{ord(found.group())};", text.replace("&", "&amp;")))

    def within(self, within: Within) -> Markup:
        """A limit of time in words: `within 5 working days of allocation`."""
        since = self.reference("event", within.since)
        if within.working_days == 0:
            return Markup("on the day of: {}").format(self.anchor(since))
        return Markup("within {} of: {}").format(self.span(within), self.anchor(since))

    def span(self, within: Within) -> str:
        """The length of a limit of time in words: `5 working days`."""
        if within.working_days == 0:
            return "the same day"
        if within.working_days is not None:
            return f"{within.working_days} working day{'s' * (within.working_days != 1)}"
        return duration_text(within.duration or "")


def _listed(links: list[Markup], joined: str) -> Markup:
    if len(links) < 2:
        return Markup("").join(links)
    return Markup(", ").join(links[:-1]) + f" {joined} " + links[-1]


def period_text(period: Period) -> str:
    """The time that an edition describes, in words: `2018 to May 2020`, `2017` or `since November 2026`."""
    if period.until is None:
        return f"since {month_text(period.since)}"
    return month_text(period.since) if period.until == period.since else f"{month_text(period.since)} to {month_text(period.until)}"
