"""What stands around a page: where it is, which edition, how it stands, what its statements rest on."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from build_tools.pages.places import Spot, edition_prefix, spot_in_edition, url_of
from build_tools.pages.plans import PagePlan
from build_tools.pictures.days import day_text
from practice_models.checking.walking import words_inside
from practice_models.library import Edition, Library
from practice_models.vocabulary.address import parse_address
from practice_models.vocabulary.base import Element, Part, Word
from practice_models.vocabulary.evidence import DescriptionItem
from practice_models.vocabulary.pathway import Within

STANDING = {"current": "In force", "superseded": "Superseded", "draft": "Draft", "withdrawn": "Withdrawn"}
KIND_TITLES = {
    "overview": "Guide",
    "quick-reference": "Quick reference",
    "instrument-form": "Form",
    "plan-form": "Form",
    "questionnaire-form": "Form",
    "section": "Assessment area",
    "reading": "Assessment rules",
    "instrument": "Assessment",
    "example": "Worked example",
    "examples": "Worked examples",
    "chapters": "Chapters",
    "calculators": "Calculators",
    "sheets": "Templates",
    "sheet": "Template",
    "rules": "Rules shown",
    "theory": "Theory of change",
    "evaluate": "Evaluation",
    "whats-new": "News",
    "doc": "Help",
}
WORDS_A_MINUTE = 200
_UNREAD = re.compile(r"<svg.*?</svg>|</summary>.*?</details>|<[^>]+>", re.DOTALL)

Uris = Mapping[str, frozenset[str]]
"""The page URIs of each edition, relative to its folder, by the edition's name."""


def page_meta(plan: PagePlan, edition: Edition, library: Library, uris: Uris, body: str, as_of: date | None = None) -> dict[str, Any]:
    """The data that the theme needs around a page of an edition.

    Args:
        plan: The page as planned.
        edition: Its edition.
        library: Everything that is published.
        uris: The page URIs of every edition.
        body: The page as written, for its reading time.
        as_of: The day by which the review counts as overdue; None leaves that to the reader's clock.
    """
    prefix = edition_prefix(edition)
    head, publication = edition.head, edition.publication
    kind = "Handbook" if (plan.kind, publication.kind) == ("overview", "handbook") else kind_title(plan.kind)
    details = {
        "guide": {"id": publication.id, "title": publication.title, "url": f"{publication.id}/"},
        "edition": {
            "version": head.version,
            "title": head.title,
            "status": head.status,
            "standing": STANDING[head.status],
            "released": head.released.isoformat(),
            "released_text": day_text(head.released),
            "review_by": head.review_by.isoformat() if head.review_by else None,
            "review_by_text": day_text(head.review_by) if head.review_by else None,
            "overdue": None if as_of is None or head.review_by is None else head.review_by < as_of,
            "url": f"{prefix}/",
        },
        "kind": plan.kind,
        "kind_title": kind,
        "minutes": reading_minutes(body),
        "basis": count_bases(plan.words),
        "permanent": url_of(f"{prefix}/{plan.uri}"),
        "editions": [_other(each, edition, plan.uri, uris) for each in reversed(library.editions_of(publication.id))],
        "in_force": _in_force(edition, library, plan.uri, uris),
        "crumbs": _crumbs(plan, edition),
        "search": {
            "guide": publication.title,
            "edition": f"{publication.title} {head.version}",
            "kind": kind,
            "standing": STANDING[head.status],
        },
    }
    return {"title": plan.title, "description": plan.summary, "hide": list(plan.hide), "pg": details}


def kind_title(kind: str) -> str:
    """A kind of page as readers see it."""
    return KIND_TITLES.get(kind, kind.replace("-", " ").capitalize())


def reading_minutes(body: str) -> int:
    """How long a page takes to read, in whole minutes, at least one; pictures and what is folded away aside."""
    return max(1, round(len(_UNREAD.sub(" ", body).split()) / WORDS_A_MINUTE))


def count_bases(words: Iterable[Word]) -> dict[str, int]:
    """How many statements rest on what: each element once, and each piece that has a basis of its own."""
    counts = {"published": 0, "interpretation": 0, "illustrative": 0}
    for outer in words:
        for _, word in words_inside(outer):
            if isinstance(word, (Element, Part, DescriptionItem, Within)) and word.basis:
                counts[word.basis] += 1
    return counts


def nearest_uri(uri: str, there: frozenset[str]) -> str:
    """The same page in another edition, or its nearest parent there."""
    while uri not in there:
        folder, _, name = uri.rpartition("/")
        if name == "index.md":
            folder = folder.rpartition("/")[0]
        uri = f"{folder}/index.md" if folder else "index.md"
        if uri == "index.md":
            break
    return uri


def _other(other: Edition, here: Edition, uri: str, uris: Uris) -> dict[str, Any]:
    there = nearest_uri(uri, uris[other.name])
    return {
        "version": other.head.version,
        "title": other.head.title,
        "status": other.head.status,
        "standing": STANDING[other.head.status],
        "url": url_of(f"{edition_prefix(other)}/{there}"),
        "same": there == uri,
        "here": other is here,
    }


def counterpart(uri: str, target: Edition, uris: Uris) -> tuple[Spot, bool]:
    """Where a page of another edition stands in an edition, and whether that is the page itself rather than the nearest one.

    Args:
        uri: The page's URI in its own edition's folder.
        target: The edition to look in; what its head says of moved and gone things is heeded.
        uris: The page URIs of every edition.
    """
    if uri in uris[target.name]:
        return Spot(uri), True
    for number, moved in enumerate(target.head.moved, start=1):
        if _uri_of(moved.was, target) == uri:
            now = _uri_of(moved.now, target) if moved.now else None
            return (Spot(now), True) if now else (Spot("index.md", f"moved-{number}"), False)
    return Spot(nearest_uri(uri, uris[target.name])), False


def address_of(spot: Spot, edition: Edition) -> str:
    """The site address of a place in an edition, without a leading slash."""
    return url_of(f"{edition_prefix(edition)}/{spot.uri}") + (f"#{spot.anchor}" if spot.anchor else "")


def _in_force(edition: Edition, library: Library, uri: str, uris: Uris) -> dict[str, Any] | None:
    current = library.in_force(edition.publication.id)
    if current is None or current is edition:
        return None
    spot, same = counterpart(uri, current, uris)
    return {"version": current.head.version, "url": address_of(spot, current), "same": same}


def _uri_of(address: str, edition: Edition) -> str | None:
    parsed = parse_address(address)
    return spot_in_edition(parsed, edition).uri if parsed else None


def _crumbs(plan: PagePlan, edition: Edition) -> list[dict[str, str]]:
    prefix = edition_prefix(edition)
    crumbs = [
        {"title": "Home", "url": ""},
        {"title": edition.publication.title, "url": f"{edition.publication.id}/"},
    ]
    if plan.uri != "index.md":
        crumbs.append({"title": edition.head.version, "url": f"{prefix}/"})
    folder, _, name = plan.uri.rpartition("/")
    if folder and name != "index.md":
        parents = {
            "stages": "pathway.md",
            "practices": "practices/index.md",
            "records": "records/index.md",
            "examples": "examples/index.md",
            "chapters": "chapters/index.md",
            "sheets": "sheets/index.md",
            "evaluate": "evaluate.md",
        }
        parent = parents.get(folder, f"{folder}/index.md")
        titles = {
            "stages": "Pathway",
            "practices": "Practices",
            "records": "Records",
            "examples": "Worked examples",
            "chapters": "Chapters",
            "sheets": "Templates",
            "evaluate": "Evaluate this model",
            "questionnaires": "Questionnaires",
        }
        if folder != "funds":
            crumbs.append({"title": titles.get(folder, plan.nav[-1] if plan.nav else "Up"), "url": url_of(f"{prefix}/{parent}")})
    return crumbs
