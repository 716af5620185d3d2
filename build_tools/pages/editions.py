"""An edition to its volume: every page planned, written and put in the navigation."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from jinja2 import Environment

from build_tools.pages import (
    calculators,
    chapters,
    designs,
    evaluation,
    evidence,
    instrument,
    measures,
    overview,
    plan,
    practice,
    principles,
    questionnaires,
    records,
    sheets,
    stage,
    theory,
    worked,
)
from build_tools.pages.furniture import Uris, page_meta
from build_tools.pages.page import NavItem, Page, Volume
from build_tools.pages.places import edition_prefix
from build_tools.pages.plans import PagePlan
from build_tools.pages.prose import TermIndex
from build_tools.pages.templating import page_templates
from build_tools.pages.writer import Writer
from practice_models.library import Edition, Library

_KINDS = (
    overview,
    chapters,
    designs,
    measures,
    calculators,
    sheets,
    questionnaires,
    stage,
    practice,
    instrument,
    plan,
    worked,
    records,
    principles,
    theory,
    evidence,
    evaluation,
)
"""One module a kind of page, in the order of the navigation; each has `plan_pages(edition)`."""


_BEFORE_HEADING = re.compile(r">\n+(?=#)")


def plan_edition(edition: Edition) -> tuple[PagePlan, ...]:
    """Every page of an edition, planned but not written, in the order of the navigation."""
    return tuple(planned for kind in _KINDS for planned in kind.plan_pages(edition))


def page_uris(library: Library) -> Uris:
    """The page URIs of every edition, so that pages can lead to their counterparts."""
    return {edition.name: frozenset(planned.uri for planned in plan_edition(edition)) for edition in library.editions}


def make_edition_volume(
    edition: Edition, library: Library, uris: Uris, as_of: date | None = None, compiled: Path | None = None, site_url: str = ""
) -> Volume:
    """The volume of an edition.

    Args:
        edition: The edition to write.
        library: Everything that is published, for links across publications.
        uris: What `page_uris` gave for the library.
        as_of: The day by which reviews count as overdue; None leaves that to the reader's clock.
        compiled: Where compiled templates are kept; None for nowhere.
        site_url: Where the site will be published, for files that are taken away from it.
    """
    templates = page_templates(compiled)
    prefix = edition_prefix(edition)
    terms = TermIndex.of(library.terms)
    plans = plan_edition(edition)

    def write(planned: PagePlan) -> Page:
        writer = Writer(library, edition, f"{prefix}/{planned.uri}", terms)
        body = write_body(planned, writer, templates)
        return Page(writer.uri, planned.title, body, page_meta(planned, edition, library, uris, body, as_of), planned.origin)

    pages = tuple(map(write, plans))
    data = (
        *worked.data_files(edition, prefix),
        *sheets.data_files(edition, library, site_url),
        *questionnaires.data_files(edition, prefix),
        *evaluation.data_files(edition, library, site_url),
    )
    return Volume(edition.name, prefix, pages, nav_of(plans, prefix), data=data)


def write_body(planned: PagePlan, writer: Writer, templates: Environment) -> str:
    """The Markdown of a page below its top heading."""
    shorts = worked.shorts_on(writer.edition, planned.uri, writer) if writer.edition else []
    text = templates.get_template(f"{planned.kind}.j2").render(w=writer, worked=shorts, **planned.context(writer))
    return _BEFORE_HEADING.sub(">\n\n", text).strip() + "\n"


def nav_of(plans: Iterable[PagePlan], prefix: str) -> tuple[NavItem, ...]:
    """The navigation that page plans ask for: groups in order of first mention."""
    return tuple(_nav([(planned.nav, planned) for planned in plans], prefix))


def _nav(entries: list[tuple[tuple[str, ...], PagePlan]], prefix: str) -> Iterator[NavItem]:
    done: set[str] = set()
    for groups, planned in entries:
        if not groups:
            yield NavItem(planned.nav_title or planned.title, f"{prefix}/{planned.uri}" if prefix else planned.uri)
        elif groups[0] not in done:
            done.add(groups[0])
            inner = [(rest[1:], other) for rest, other in entries if rest and rest[0] == groups[0]]
            yield NavItem(groups[0], None, tuple(_nav(inner, prefix)))
