"""The pages across editions: home, a page per guide, what is new, all sources, the whole glossary."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from build_tools.pages.editions import nav_of, write_body
from build_tools.pages.furniture import STANDING, Uris, address_of, count_bases, counterpart, kind_title, reading_minutes
from build_tools.pages.page import NavItem, Page, Redirect, Volume
from build_tools.pages.places import edition_prefix, url_of
from build_tools.pages.plans import PagePlan
from build_tools.pages.prose import TermIndex
from build_tools.pages.templating import page_templates
from build_tools.pages.writer import Writer, period_text
from build_tools.pictures.days import day_text
from build_tools.pictures.timeline import draw_timeline
from practice_models.checking.walking import words_inside
from practice_models.library import Edition, Library, version_key
from practice_models.vocabulary.address import parse_address
from practice_models.vocabulary.base import Citation, Word
from practice_models.vocabulary.evidence import Source, Term
from practice_models.vocabulary.publication import Publication


def make_front_volume(library: Library, uris: Uris, compiled: Path | None = None) -> Volume:
    """The volume of everything that belongs to no single edition, with the redirects that keep old addresses alive.

    Args:
        library: Everything that is published.
        uris: The page URIs of every edition.
        compiled: Where compiled templates are kept; None for nowhere.
    """
    templates = page_templates(compiled)
    terms = TermIndex.of(library.terms)
    plans = tuple(plan_front(library))
    pages = tuple(_write(planned, Writer(library, None, planned.uri, terms), templates) for planned in plans)
    return Volume("front", "", pages, front_nav(library), tuple(latest_redirects(library, uris)))


def front_nav(library: Library) -> tuple[NavItem, ...]:
    """The places of the front's generated pages."""
    return nav_of(tuple(plan_front(library)), "")


def plan_front(library: Library) -> Iterator[PagePlan]:
    """Every page of the front, planned but not written."""
    if library.task_groups:
        yield PagePlan(
            "index.md",
            "What do you need to do?",
            "home",
            "Practice guidance by the task in front of you.",
            partial(_home_context, library),
            hide=("navigation", "toc", "here"),
            nav_title="Home",
        )
    for publication in library.publications:
        yield PagePlan(
            f"{publication.id}/index.md", publication.title, "guide", publication.summary, partial(_guide_context, library, publication),
            origin=library.origins["guide", publication.id],
        )  # fmt: skip
    yield PagePlan(
        "about/basis.md",
        "What published, interpretation and illustrative mean",
        "about-basis",
        "How far you may lean on each of the three.",
        _nothing,
        nav=("About",),
    )
    yield PagePlan(
        "about/editions.md",
        "How editions work",
        "about-editions",
        "Version numbers, standing, addresses that last, and review dates.",
        _about_editions_context,
        nav=("About",),
    )
    yield PagePlan(
        "whats-new.md",
        "What’s new",
        "whats-new",
        "What changed in each guide, newest first.",
        partial(_news_context, library),
        nav=("About",),
    )
    if library.terms:
        yield PagePlan(
            "glossary.md",
            "Glossary",
            "glossary",
            "The words of the field and what they mean here.",
            partial(_glossary_context, library),
            words=library.terms,
            nav=("About",),
            hide=("here",),
        )
    if library.sources:
        yield PagePlan(
            "sources.md",
            "Sources",
            "sources",
            "Every source, how much of it we read, and where it is leant on.",
            partial(_sources_context, library),
            nav=("About",),
        )


def _write(planned: PagePlan, writer: Writer, templates: Environment) -> Page:
    body = write_body(planned, writer, templates)
    details: dict[str, Any] = {
        "kind": planned.kind,
        "kind_title": kind_title(planned.kind),
        "minutes": reading_minutes(body),
        "basis": count_bases(planned.words),
        "permanent": url_of(planned.uri),
        "crumbs": [] if planned.uri == "index.md" else [{"title": "Home", "url": ""}],
        "search": {"kind": kind_title(planned.kind), "standing": "In force"},
    }
    if planned.kind == "guide":
        publication = planned.uri.partition("/")[0]
        details["guide"] = {"id": publication, "title": planned.title, "url": f"{publication}/"}
        details["search"]["guide"] = planned.title
    meta = {"title": planned.title, "description": planned.summary, "hide": list(planned.hide), "pg": details}
    return Page(planned.uri, planned.title, body, meta, planned.origin)


def _home_context(library: Library, writer: Writer) -> Mapping[str, Any]:
    groups = [
        (group, [(task.need, writer.at(task.to), _guide_of(task.to, library)) for task in group.tasks]) for group in library.task_groups
    ]
    guides = [
        (publication, library.in_force(publication.id), writer.url(f"{publication.id}/index.md")) for publication in library.publications
    ]
    return {"groups": groups, "guides": guides}


def _nothing(writer: Writer) -> Mapping[str, Any]:
    return {}


def _about_editions_context(writer: Writer) -> Mapping[str, Any]:
    publications = writer.library.publications
    return {"guide": publications[0].id if publications else "guide"}


def _guide_of(address: str, library: Library) -> str:
    parsed = parse_address(address)
    return next((each.title for each in library.publications if parsed and each.id == parsed.publication), "")


def _guide_context(library: Library, publication: Publication, writer: Writer) -> Mapping[str, Any]:
    editions = library.editions_of(publication.id)
    return {
        "publication": publication,
        "editions": tuple(reversed(editions)),
        "current": library.in_force(publication.id),
        "draft": next((edition for edition in reversed(editions) if edition.head.status == "draft"), None),
        "url_of": lambda edition, uri="index.md": writer.url(f"{edition_prefix(edition)}/{uri}"),
        "standing": STANDING,
        "day": day_text,
        "period": period_text,
        "picture": draw_timeline(editions, key="timeline", url_of=lambda edition: writer.url(f"{edition_prefix(edition)}/index.md")),
        "inside": lambda edition: Writer(library, edition, writer.uri, writer.terms),
    }


def _news_context(library: Library, writer: Writer) -> Mapping[str, Any]:
    order = {publication.id: -place for place, publication in enumerate(library.publications)}
    days: dict[str, list[Edition]] = {}
    for edition in sorted(
        library.editions,
        key=lambda each: (each.head.released, order[each.publication.id], version_key(each.head.version)),
        reverse=True,
    ):
        days.setdefault(day_text(edition.head.released), []).append(edition)
    return {
        "days": days,
        "standing": STANDING,
        "url_of": lambda edition: writer.url(f"{edition_prefix(edition)}/index.md"),
        "inside": lambda edition: Writer(library, edition, writer.uri, writer.terms),
    }


def _glossary_context(library: Library, writer: Writer) -> Mapping[str, Any]:
    terms = sorted(library.terms, key=lambda term: term.title.casefold())
    letters: dict[str, list[Term]] = {}
    for term in terms:
        letters.setdefault(term.title[:1].upper(), []).append(term)
    about = {term.id: Writer(library, None, writer.uri, writer.terms, skip_terms=(term.id,)) for term in terms}
    return {"letters": letters, "about": about}


def _sources_context(library: Library, writer: Writer) -> Mapping[str, Any]:
    uses: dict[str, dict[str, tuple[str, int]]] = {}
    for edition in library.editions:
        for _, word in edition.elements():
            for ref in sorted(_refs(word)):
                place = uses.setdefault(ref, {})
                url = (
                    writer.url(f"{edition_prefix(edition)}/evidence.md")
                    if edition.findings or edition.gaps
                    else writer.url(f"{edition_prefix(edition)}/index.md")
                )
                place[f"{edition.publication.title} {edition.head.version}"] = (
                    url,
                    place.get(f"{edition.publication.title} {edition.head.version}", ("", 0))[1] + 1,
                )
    return {"sources": sorted(library.sources, key=_source_order), "uses": uses, "authors": authors_text}


def _refs(word: Word) -> set[str]:
    return {inner.ref for _, inner in words_inside(word) if isinstance(inner, Citation)}


def _source_order(source: Source) -> tuple[str, str, str]:
    first = source.author[0] if source.author else None
    name = (first.family or first.literal or "") if first else source.title
    return name.casefold(), source.issued or "", source.id


def authors_text(source: Source) -> str:
    """The authors of a source as they stand in a list, such as `Baines, S., Fox, C. and Smith, A.`."""
    names = [name.literal or ", ".join(filter(None, (name.family, name.given))) for name in source.author]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def latest_redirects(library: Library, uris: Uris) -> Iterator[Redirect]:
    """`/<guide>/latest/<page>/` for every page that any edition ever had: to it in the edition in force, or to where it went."""
    for publication in library.publications:
        current = library.in_force(publication.id)
        editions = library.editions_of(publication.id)
        if not editions:
            continue
        target = current or editions[-1]
        for uri in sorted(frozenset().union(*(uris[edition.name] for edition in editions))):
            spot, _ = counterpart(uri, target, uris)
            yield Redirect(url_of(f"{publication.id}/latest/{uri}"), address_of(spot, target))
