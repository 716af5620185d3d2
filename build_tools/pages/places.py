"""Where everything stands on the site: from an address to a page and the anchor on it, and from page to page."""

import posixpath
from collections.abc import Callable
from dataclasses import dataclass

from practice_models.library import Edition, Library
from practice_models.vocabulary.address import Address


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the site: a page's source URI and, within it, an anchor."""

    uri: str
    anchor: str = ""


GLOSSARY = "glossary.md"
SOURCES = "sources.md"

_OWN_PAGE = {
    "stage": "stages/{}.md",
    "practice": "practices/{}.md",
    "record": "records/{}.md",
    "plan": "plans/{}/index.md",
    "fund": "funds/{}.md",
    "example": "examples/{}.md",
    "chapter": "chapters/{}.md",
    "calculator": "calculators/{}.md",
    "evaluation": "evaluate.md",
    "sheet": "sheets/{}.md",
    "questionnaire": "questionnaires/{}.md",
}
_SHARED_PAGE = {
    "edition": "index.md",
    "principle": "principles.md",
    "role": "roles.md",
    "event": "pathway.md",
    "input": "theory-of-change.md",
    "activity": "theory-of-change.md",
    "mechanism": "theory-of-change.md",
    "outcome": "theory-of-change.md",
    "logic-link": "theory-of-change.md",
    "fidelity-item": "fidelity.md",
    "description": "description.md",
    "finding": "evidence.md",
    "gap": "evidence.md",
    "design": "designs.md",
    "criterion": "criteria.md",
}


def edition_prefix(edition: Edition) -> str:
    """The folder of the site that an edition fills: `interchange/3.0.0`."""
    return f"{edition.publication.id}/{edition.head.version}"


def spot_in_edition(address: Address, edition: Edition) -> Spot:
    """Where an address stands inside an edition, as a URI relative to the edition's folder."""
    if address.kind == "instrument":
        return _spot_in_instrument(address)
    if address.kind in _OWN_PAGE:
        return Spot(_OWN_PAGE[address.kind].format(address.id), "/".join(address.parts))
    anchor = "" if address.kind in ("edition", "description") else anchor_of(address.kind, address.id)
    return Spot(measures_page(edition) if address.kind == "measure" else _SHARED_PAGE[address.kind], anchor)


def measures_page(edition: Edition) -> str:
    """The page that shows an edition's measures: its theory of change, or one of their own where it has none."""
    return "theory-of-change.md" if edition.outcomes else "measures.md"


def anchor_of(kind: str, identifier: str) -> str:
    """The anchor of an element on a page that it shares with others: `role-manager`."""
    return f"{kind}-{identifier}"


def _spot_in_instrument(address: Address) -> Spot:
    folder = f"instruments/{address.id}"
    match address.parts:
        case ("sections", section, *rest):
            return Spot(f"{folder}/{section}.md", "/".join(rest))
        case ("scales" | "alerts", *_):
            return Spot(f"{folder}/reading.md", "/".join(address.parts))
        case _:
            return Spot(f"{folder}/index.md")


def spot_of(address: Address, library: Library, here: Edition | None) -> Spot | None:
    """Where an address stands on the site, or None where it leads nowhere.

    Args:
        address: Any address.
        library: Everything that is published.
        here: The edition in which the address was written, if any.
    """
    if address.kind == "term":
        return Spot(GLOSSARY, address.id)
    if address.kind == "source":
        return Spot(SOURCES, address.id)
    if address.kind == "guide":
        return Spot(f"{address.id}/index.md") if any(each.id == address.id for each in library.publications) else None
    edition = library.edition_at(address, here)
    if edition is None or (address.kind != "edition" and edition.find(address.kind, address.id) is None):
        return None
    spot = spot_in_edition(address, edition)
    return Spot(f"{edition_prefix(edition)}/{spot.uri}", spot.anchor)


def url_of(uri: str) -> str:
    """The site address of a page, without a leading slash: `a/b.md` is `a/b/`, and `a/index.md` is `a/`."""
    folder, name = posixpath.split(uri)
    stem = name.removesuffix(".md")
    return posixpath.join(folder, "" if stem == "index" else f"{stem}/")


def relative_url(to: Spot, from_uri: str) -> str:
    """The link from one page to a place, as it stands in the finished site."""
    start = url_of(from_uri)
    target = url_of(to.uri)
    anchor = f"#{to.anchor}" if to.anchor else ""
    if target == start:
        return anchor or "./"
    path = posixpath.relpath(f"/{target}", f"/{start}")  # rooted, so that the working directory is not asked for
    return ("./" if path == "." else f"{path}/") + anchor


def linker(library: Library, here: Edition | None, from_uri: str) -> Callable[[Address], str | None]:
    """A function from an address to its relative URL, as seen from a page."""

    def link(address: Address) -> str | None:
        spot = spot_of(address, library, here)
        return relative_url(spot, from_uri) if spot else None

    return link
