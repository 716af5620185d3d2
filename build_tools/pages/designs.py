"""The page that leads to a design, question by question, and the page of progression criteria."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from build_tools.pages.plans import PagePlan
from build_tools.pages.writer import Writer
from practice_models.library import Edition


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """A page for each of the two that the edition has."""
    if edition.designs:
        yield PagePlan(
            uri="designs.md",
            title="Which design?",
            kind="designs",
            summary="Answer one question at a time; the first no tells you what to do next.",
            context=partial(_designs_context, edition),
            words=edition.designs,
            nav=("Tools",),
        )
    if edition.criteria:
        yield PagePlan(
            uri="criteria.md",
            title="Criteria to adapt",
            kind="criteria",
            summary="What must be true for a pilot to go on, what to change, and when to stop.",
            context=partial(_criteria_context, edition),
            words=edition.criteria,
            nav=("Tools",),
        )


def _designs_context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    return {"designs": sorted(edition.designs, key=lambda design: (design.order, design.id))}


def _criteria_context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    return {"criteria": edition.criteria}
