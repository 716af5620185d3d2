"""The theory of change as a picture and in words, with its measures."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from build_tools.pages.plans import PagePlan
from build_tools.pages.writer import Writer
from build_tools.pictures.theory import draw_theory
from practice_models.library import Edition
from practice_models.vocabulary.address import parse_address

LAYERS = (
    ("input", "inputs", "What goes in"),
    ("activity", "activities", "What is done"),
    ("mechanism", "mechanisms", "What it sets off in people"),
    ("outcome", "outcomes", "What changes"),
)
"""The layers of a theory of change: each with its kind, the edition's collection and its heading."""
TERMS = {"early": "within weeks", "later": "by the end of the sentence", "long": "after the sentence"}
"""When an outcome is expected, in words."""


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """One page where the edition has a theory of change."""
    if edition.outcomes:
        yield PagePlan(
            uri="theory-of-change.md",
            title="Theory of change",
            kind="theory",
            summary="Why the work should make a difference, for whom, and how one would know.",
            context=partial(_context, edition),
            words=(*edition.inputs, *edition.activities, *edition.mechanisms, *edition.outcomes, *edition.measures),
            nav=("The model",),
            hide=("toc",) if edition.logic_links else (),
        )


def _context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    layers = [(kind, heading, getattr(edition, plural)) for kind, plural, heading in LAYERS]
    leads_to: dict[tuple[str, str], list[Any]] = {}
    for link in edition.logic_links:
        cause = parse_address(link.cause)
        if cause:
            leads_to.setdefault((cause.kind, cause.id), []).append(link)
    measured = {measure.id: [each for each in edition.outcomes if measure.id in each.measures] for measure in edition.measures}
    picture = draw_theory(edition, key="theory", link_of=writer.link) if edition.logic_links else None
    return {"edition": edition, "layers": layers, "leads_to": leads_to, "measured": measured, "terms": TERMS, "picture": picture}
