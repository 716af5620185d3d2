"""The pathway page and a page per stage."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from build_tools.pages.plans import PagePlan
from build_tools.pages.writer import Writer
from build_tools.pictures.pathway import draw_pathway
from practice_models.library import Edition
from practice_models.vocabulary.pathway import Stage


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """The pathway as a whole, then one page for each stage."""
    if not edition.stages:
        return
    yield PagePlan(
        uri="pathway.md",
        title="The pathway",
        kind="pathway",
        summary=f"The stages of {edition.publication.title}, how one leads to the next, and the clocks that run.",
        context=partial(_pathway_context, edition),
        words=edition.events,
        nav=("Pathway",),
        nav_title="The whole pathway",
    )
    for number, stage in enumerate(edition.stages, start=1):
        yield PagePlan(
            uri=f"stages/{stage.id}.md",
            title=stage.title,
            kind="stage",
            summary=f"Stage {number} of {len(edition.stages)}: what it is for, the way in, the way out and what to do.",
            context=partial(_context, edition, stage, number),
            words=(stage,),
            origin=edition.origins["stage", stage.id],
            nav=("Pathway",),
        )


def _pathway_context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    clocks = [(stage, timescale) for stage in edition.stages for timescale in stage.timescales]
    picture = draw_pathway(edition.stages, key="pathway", link_of=writer.link)
    return {"edition": edition, "picture": picture, "clocks": clocks}


def _context(edition: Edition, stage: Stage, number: int, writer: Writer) -> Mapping[str, Any]:
    before = [other for other in edition.stages if stage.id in other.next]
    return {"stage": stage, "number": number, "count": len(edition.stages), "before": before, "edition": edition}
