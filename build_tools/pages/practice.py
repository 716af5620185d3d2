"""A page per practice, and the page that lists them stage by stage."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from build_tools.pages.plans import PagePlan
from build_tools.pages.writer import Writer
from practice_models.library import Edition
from practice_models.vocabulary.practice import Practice


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """One page for each practice after the page that lists them all."""
    if not edition.practices:
        return
    yield PagePlan(
        uri="practices/index.md",
        title="Practices",
        kind="practices",
        summary=f"Every task of {edition.publication.title}, one page each, stage by stage.",
        context=partial(_list_context, edition),
        nav=("Practices",),
        nav_title="All practices",
    )
    for practice in _in_order(edition):
        yield PagePlan(
            uri=f"practices/{practice.id}.md",
            title=practice.title,
            kind="practice",
            summary=practice.summary,
            context=partial(_context, edition, practice),
            words=(practice,),
            origin=edition.origins["practice", practice.id],
            nav=("Practices",),
        )


def _in_order(edition: Edition) -> Iterator[Practice]:
    """Practices in the order of the stages that use them first, then those of the instruments' sections."""
    names = [name for stage in edition.stages for name in stage.practices]
    names += [section.practice for instrument in edition.instruments for section in instrument.sections]
    for name in dict.fromkeys(names):
        yield edition.practice(name)


def _list_context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    groups = [(stage, writer.references("practice", stage.practices)) for stage in edition.stages if stage.practices]
    in_stages = {name for stage in edition.stages for name in stage.practices}
    others = [practice.id for practice in _in_order(edition) if practice.id not in in_stages]
    return {"groups": groups, "others": writer.references("practice", others)}


def _context(edition: Edition, practice: Practice, writer: Writer) -> Mapping[str, Any]:
    sections = [
        (instrument, section) for instrument in edition.instruments for section in instrument.sections if section.practice == practice.id
    ]
    return {"practice": practice, "stages": edition.stages_of(practice), "sections": sections}
