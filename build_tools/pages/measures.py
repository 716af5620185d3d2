"""The measures of an edition that has no theory of change to show them with, each with what explains, gathers and uses it."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from build_tools.pages.places import measures_page
from build_tools.pages.plans import PagePlan
from build_tools.pages.worked import short_of
from build_tools.pages.writer import Writer
from practice_models.library import Edition
from practice_models.vocabulary.chapter import Chapter
from practice_models.vocabulary.theory import Measure

_URI = "measures.md"


def has_own_page(edition: Edition) -> bool:
    """Whether an edition has measures that stand on a page of their own."""
    return bool(edition.measures) and measures_page(edition) == _URI


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """One page where the edition has measures and no theory of change."""
    if has_own_page(edition):
        yield PagePlan(
            uri=_URI,
            title="Measures",
            kind="measures",
            summary="What to count, out of whom and when, and how each figure can mislead.",
            context=partial(_context, edition),
            words=edition.measures,
            nav=("Tools",),
        )


def _context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    return {
        "groups": list(_by_chapter(edition)),
        "criteria": {
            each.id: [criterion.id for criterion in edition.criteria if criterion.measure == each.id] for each in edition.measures
        },
        "examples": {
            each.id: [short_of(edition, example, writer) for example in edition.examples if f"measure:{each.id}" in example.shows]
            for each in edition.measures
        },
    }


def _by_chapter(edition: Edition) -> Iterator[tuple[Chapter | None, list[Measure]]]:
    """The measures under the chapter that explains them, in the author's order; those of no chapter under none."""
    chapters = {chapter.id: chapter for chapter in edition.chapters}
    for name in dict.fromkeys(measure.chapter for measure in edition.measures):
        yield chapters[name] if name else None, [measure for measure in edition.measures if measure.chapter == name]
