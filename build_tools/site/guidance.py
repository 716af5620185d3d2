"""The plan of a guidance site: the library read and checked, and which volumes it makes."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from build_tools.pages.editions import make_edition_volume, page_uris, plan_edition
from build_tools.pages.front import front_nav, make_front_volume, plan_front
from build_tools.pages.furniture import Uris
from build_tools.pages.page import NavItem, Volume
from build_tools.pages.places import edition_prefix
from build_tools.pages.plans import PagePlan
from build_tools.pages.reference import PREFIX, make_reference_volume
from build_tools.project import PACKAGE, Project
from build_tools.site.digests import digest_code, digest_modules, digest_of, digest_tree, walk
from build_tools.site.docs_nav import docs_nav, first_uri, join_navs
from build_tools.site.extras import told_what_is_missing
from build_tools.site.plan import FRONT, REFERENCE, SitePlan, Tab, VolumePlan
from practice_models.checking import check_library
from practice_models.checking.walking import words_inside
from practice_models.examples import check_edition_examples, check_examples
from practice_models.keeping import Keep, keeping
from practice_models.library import Edition, Library
from practice_models.problems import DefinitionError, Place, Problem
from practice_models.reading.cache import ReadingCache
from practice_models.reading.documents import Report
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.base import Citation

TEMPLATES = PACKAGE / "pages" / "templates"
"""What pages are written with beside code."""
MAKE = "Make guides"
"""The group of hand-written pages under which the reference opens; without it, the last group."""


def read_checked_library(project: Project) -> Library:
    """The project's library, known to be sound, its worked examples included.

    Raises:
        DefinitionError: With every problem of every definition, or else of every worked example.
        SiteError: Where an example needs an extra that is not installed.
    """
    library = read_sound_library(project)
    with told_what_is_missing():
        problems = check_examples(library, project.root)
    if problems:
        raise DefinitionError(problems)
    return library


def read_sound_library(project: Project) -> Library:
    """The project's library, read and checked, with its worked examples not yet run.

    Raises:
        DefinitionError: With every problem of every definition.
    """
    result = read_folder(project.definitions, project.root, ReadingCache(project.cache / "reading"))
    problems = (*result.problems, *check_library(result.library, project.root, result.broken))
    if problems:
        raise DefinitionError(problems)
    return result.library


def plan_site(project: Project) -> SitePlan:
    """The plan of a project's site: one volume for the front, one for the reference and one for each edition.

    Args:
        project: The project. Its worked examples are run when the volume of their edition is made.

    Raises:
        DefinitionError: With every problem of every definition.
    """
    library = read_sound_library(project)
    uris = page_uris(library)
    claimed = list(_claimed_twice(project, library))
    if claimed:
        raise DefinitionError(claimed)
    outline = digest_of(digest_tree(TEMPLATES), [_outline(edition, uris) for edition in library.editions])
    editions = [_plan_edition(project, edition, library, uris, outline) for edition in library.editions]
    taken = list(_taken_twice(project, library))
    if taken:
        raise DefinitionError(taken)
    docs = docs_nav(project)
    front = _plan_front(project, library, uris, outline, docs)
    reference = [_plan_reference(project)] if project.options.reference else []
    places = join_navs(docs, (item for item in front_nav(library) if item.children))
    sizes = {name: len(each) for name, each in uris.items()} | {FRONT: _front_size(project, library)}
    volumes = sorted((*editions, front, *reference), key=lambda plan: (-sizes.get(plan.name, 0), plan.name))
    return SitePlan(tuple(_tabs(library, places, bool(reference))), tuple(volumes))


def _plan_edition(project: Project, edition: Edition, library: Library, uris: Uris, outline: str) -> VolumePlan:
    prefix = edition_prefix(edition)
    own = [
        f"{project.relative(project.definitions)}/guides/{prefix}/",
        f"{project.relative(project.definitions)}/guides/{edition.publication.id}/guide.yaml",
    ]
    files = [[name, digest] for name, digest in library.files.items() if _is_shared(project, name) or name.startswith(tuple(own))]
    digest = digest_of("edition", outline, files, _day(project))
    make = partial(make_edition, project, edition, library, uris, outline)
    return VolumePlan(edition.name, prefix, digest, make)


def _plan_front(project: Project, library: Library, uris: Uris, outline: str, docs: tuple[NavItem, ...]) -> VolumePlan:
    heads = [
        [name, digest]
        for name, digest in library.files.items()
        if _is_shared(project, name) or name.endswith(("/guide.yaml", "/edition.yaml"))
    ]
    digest = digest_of("front", outline, heads, digest_tree(project.docs), [_citations(edition) for edition in library.editions])
    return VolumePlan(FRONT, "", digest, partial(make_front, library, uris, docs, project.compiled))


def _front_size(project: Project, library: Library) -> int:
    """How many pages the front has, those written by hand included."""
    return sum(1 for _ in plan_front(library)) + sum(path.suffix == ".md" for path in walk(project.docs))


def _plan_reference(project: Project) -> VolumePlan:
    packages = tuple(zip(project.options.reference, map(str, project.reference_folders), strict=True))
    digest = digest_of("reference", [digest_modules(folder) for folder in project.reference_folders])
    return VolumePlan(REFERENCE, PREFIX, digest, partial(make_reference_volume, packages))


def _claimed_twice(project: Project, library: Library) -> Iterator[Problem]:
    """Report definitions whose page would stand where another one of its edition stands, such as a sheet called `index`."""
    for edition in library.editions:
        first: dict[str, PagePlan] = {}
        for planned in plan_edition(edition):
            other = first.setdefault(planned.uri, planned)
            origins = [each.origin for each in (planned, other) if each.origin]
            if other is not planned and origins:
                message = f"the pages '{other.title}' and '{planned.title}' would both stand at '{planned.uri}'; give this another id"
                deepest = max(origins, key=lambda origin: len(origin.path))
                yield Report(deepest.at("id"), "PG903", message).placed(project.root)


def _taken_twice(project: Project, library: Library) -> Iterator[Problem]:
    """Report hand-written pages that stand where a page is made."""
    for planned in plan_front(library):
        page = project.docs / planned.uri
        if page.is_file():
            message = f"the page '{planned.title}' is made here from definitions; give this hand-written page another name"
            yield Problem(Place(project.relative(page)), "PG903", message)


def _is_shared(project: Project, file: str) -> bool:
    """Whether a definition file belongs to the project as a whole: sources, terms, tasks."""
    return not file.startswith(f"{project.relative(project.definitions)}/guides/")


def _outline(edition: Edition, uris: Uris) -> list[Any]:
    """What the pages of other editions may show of an edition: its head, its pages, its elements' titles, its theory of change."""
    head = edition.head
    titles = [
        [kind, getattr(word, "id", ""), getattr(word, "title", ""), getattr(word, "summary", "")] for kind, word in edition.elements()
    ]
    moved = [[each.was, each.now] for each in head.moved]
    theory = [[link.cause, link.effect, link.because] for link in edition.logic_links] + [
        [outcome.id, outcome.term] for outcome in edition.outcomes
    ]
    return [
        edition.name,
        edition.publication.model_dump(mode="json"),
        head.title,
        head.status,
        str(head.released),
        moved,
        titles,
        theory,
        sorted(uris[edition.name]),
    ]


def _citations(edition: Edition) -> str:
    """A digest of which sources an edition leans on, and how often."""
    found = sorted(
        f"{kind} {word.ref}" for kind, outer in edition.elements() for _, word in words_inside(outer) if isinstance(word, Citation)
    )
    return hashlib.sha256("\n".join(found).encode()).hexdigest()


def _day(project: Project) -> str | None:
    return project.options.as_of.isoformat() if project.options.as_of else None


def _tabs(library: Library, docs: tuple[NavItem, ...], has_reference: bool) -> Iterator[Tab]:
    """The top of the navigation: home, each publication, and what the hand-written pages ask for."""
    yield Tab("Home", "index.md")
    for publication in library.publications:
        volumes = tuple(edition.name for edition in library.editions_of(publication.id))
        yield Tab(publication.title, f"{publication.id}/index.md", volumes, entry="All editions")
    names = [item.title for item in docs]
    for item in docs:
        holds_reference = has_reference and item.title == (MAKE if MAKE in names else names[-1])
        yield Tab(item.title, first_uri(item), (REFERENCE,) if holds_reference else ())


def make_edition(project: Project, edition: Edition, library: Library, uris: Uris, outline: str) -> Volume:
    """An edition's volume, once its worked examples are known to be sound; what takes long is kept in the project's cache.

    Raises:
        DefinitionError: With every problem of every worked example of the edition.
        SiteError: Where an example needs an extra that is not installed.
    """
    with keeping(Keep(project.kept, digest_of(digest_code(), outline))):
        with told_what_is_missing():
            problems = check_edition_examples(edition, project.root)
        if problems:
            raise DefinitionError(problems)
        return make_edition_volume(edition, library, uris, project.options.as_of, project.compiled, project.site_url or "")


def make_front(library: Library, uris: Uris, docs: tuple[NavItem, ...], compiled: Path) -> Volume:
    """The front's volume, with the hand-written pages in its navigation."""
    volume = make_front_volume(library, uris, compiled)
    return replace(volume, nav=join_navs(docs, volume.nav))
