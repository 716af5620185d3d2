"""The chapters of a handbook: the page that lists them by their questions, and a page for each."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from build_tools.pages.plans import PagePlan
from build_tools.pages.questionnaires import belonging_to
from build_tools.pages.sheets import sheet_reference
from build_tools.pages.worked import short_of
from build_tools.pages.writer import Writer
from practice_models.chapters import pieces_of
from practice_models.library import Edition
from practice_models.vocabulary.chapter import Chapter


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """The list of chapters, and a page for each, in their order."""
    if not edition.chapters:
        return
    chapters = sorted(edition.chapters, key=lambda chapter: (chapter.order, chapter.id))
    yield PagePlan(
        uri="chapters/index.md",
        title="Chapters",
        kind="chapters",
        summary=f"Every question that {edition.publication.title} answers.",
        context=partial(_list_context, chapters),
        nav=("Chapters",),
        nav_title="All chapters",
    )
    for position, chapter in enumerate(chapters):
        following = chapters[position + 1] if position + 1 < len(chapters) else None
        yield PagePlan(
            uri=f"chapters/{chapter.id}.md",
            title=chapter.title,
            kind="chapter",
            summary=chapter.question,
            context=partial(_context, edition, chapter, following),
            words=(chapter,),
            origin=edition.origins["chapter", chapter.id],
            nav=("Chapters",),
        )


def _list_context(chapters: list[Chapter], writer: Writer) -> Mapping[str, Any]:
    return {"parts": [(part, list(each)) for part, each in groupby(chapters, key=lambda chapter: chapter.part)]}


def _context(edition: Edition, chapter: Chapter, following: Chapter | None, writer: Writer) -> Mapping[str, Any]:
    examples = {example.id: example for example in edition.examples}
    sections = [
        (section, [(piece.kind, short_of(edition, examples[piece.text], writer) if piece.kind == "example" else piece.text)
                   for piece in pieces_of(section.text)])
        for section in chapter.sections
    ]  # fmt: skip
    sheets = [sheet_reference(sheet, writer) for sheet in edition.sheets if sheet.chapter == chapter.id]
    return {
        "chapter": chapter,
        "sections": sections,
        "sheets": sheets,
        "questionnaires": belonging_to(edition, chapter),
        "following": following,
    }
