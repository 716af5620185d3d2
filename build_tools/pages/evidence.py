"""What is known and not known, every claim with its basis, and the model in the twelve TIDieR items."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from build_tools.pages.places import edition_prefix, spot_in_edition
from build_tools.pages.plans import PagePlan
from build_tools.pages.writer import Writer
from build_tools.pictures.evidence import draw_directions
from practice_models.library import Edition
from practice_models.vocabulary.address import Address
from practice_models.vocabulary.base import Element
from practice_models.vocabulary.kinds import KINDS

DIRECTIONS = (
    ("favourable", "What speaks for it"),
    ("null", "Where no difference was found"),
    ("critical", "What speaks against it, or warns"),
    ("context", "What surrounds it"),
)
"""The directions in which findings point, with the heading that each has."""
_ITEMS = (
    ("brief_name", "Name"),
    ("why", "Why"),
    ("what_materials", "What: materials"),
    ("what_procedures", "What: procedures"),
    ("who_provided", "Who provides it"),
    ("how", "How"),
    ("where", "Where"),
    ("when_and_how_much", "When and how much"),
    ("tailoring", "Tailoring"),
    ("modifications", "Modifications"),
    ("how_well_planned", "How well: as planned"),
    ("how_well_actual", "How well: as it went"),
)


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """The description and the evidence page, where the edition has them."""
    for description in edition.descriptions:
        yield PagePlan(
            uri="description.md",
            title="Description of the model",
            kind="description",
            summary="The model in the twelve TIDieR items, with what is not known said plainly.",
            context=partial(_description_context, edition),
            words=(description, *(getattr(description, name) for name, _ in _ITEMS)),
            origin=edition.origins["description", description.id],
            nav=("The model",),
        )
    if edition.findings or edition.gaps:
        yield PagePlan(
            uri="evidence.md",
            title="Evidence",
            kind="evidence",
            summary="What is known, what is not, who says so, and what every part of this edition rests on.",
            context=partial(_evidence_context, edition),
            words=(*edition.findings, *edition.gaps),
            nav=("The model",),
        )


def _description_context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    description = edition.descriptions[0]
    return {
        "description": description,
        "items": [(number, name, heading, getattr(description, name)) for number, (name, heading) in enumerate(_ITEMS, start=1)],
    }


def _evidence_context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    groups = [(name, heading, [each for each in edition.findings if each.direction == name]) for name, heading in DIRECTIONS]
    return {
        "edition": edition,
        "groups": groups,
        "claims": list(_claims(edition, writer)),
        "picture": draw_directions(edition.findings, key="directions", link_of=writer.link),
    }


def _claims(edition: Edition, writer: Writer) -> Iterator[tuple[str, list[tuple[Element, str]]]]:
    """Every element of the edition with its page, kind by kind, but for findings and gaps."""
    for kind in KINDS.values():
        if kind.name in ("finding", "gap", "edition") or kind.belongs_to != "edition":
            continue
        words = [word for word in getattr(edition, kind.plural) if isinstance(word, Element)]
        if words:
            yield kind.plural.replace("_", " ").capitalize(), [(word, _url(edition, kind.name, word.id, writer)) for word in words]


def _url(edition: Edition, kind: str, identifier: str, writer: Writer) -> str:
    spot = spot_in_edition(Address(kind, identifier), edition)
    return writer.url(f"{edition_prefix(edition)}/{spot.uri}", spot.anchor)
