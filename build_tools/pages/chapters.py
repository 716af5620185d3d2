"""The chapters of a handbook: the page that lists them by their questions, and a page for each."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any

from build_tools.pages.plans import PagePlan
from build_tools.pages.questionnaires import belonging_to
from build_tools.pages.sheets import sheet_reference
from build_tools.pages.worked import short_of
from build_tools.pages.writer import Writer
from build_tools.pictures import Picture, draw_theory
from practice_models.chapters import Piece, pieces_of
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
            hide=("toc",) if _is_wide(chapter) else (),
        )


def _list_context(chapters: list[Chapter], writer: Writer) -> Mapping[str, Any]:
    return {"parts": [(part, list(each)) for part, each in groupby(chapters, key=lambda chapter: chapter.part)]}


def _context(edition: Edition, chapter: Chapter, following: Chapter | None, writer: Writer) -> Mapping[str, Any]:
    sections = [(section, [_shown(piece, edition, writer) for piece in pieces_of(section.text)]) for section in chapter.sections]
    sheets = [sheet_reference(sheet, writer) for sheet in edition.sheets if sheet.chapter == chapter.id]
    return {
        "chapter": chapter,
        "sections": sections,
        "sheets": sheets,
        "questionnaires": belonging_to(edition, chapter),
        "measures": [measure for measure in edition.measures if measure.chapter == chapter.id],
        "following": following,
    }


def _is_wide(chapter: Chapter) -> bool:
    """Whether a picture in the chapter needs the room that the list of contents takes."""
    return any(piece.kind == "theory" for section in chapter.sections for piece in pieces_of(section.text))


def _shown(piece: Piece, edition: Edition, writer: Writer) -> tuple[str, Any]:
    """A piece of a section's text, with what its template needs."""
    if piece.kind == "example":
        return piece.kind, short_of(edition, next(example for example in edition.examples if example.id == piece.text), writer)
    if piece.kind == "theory":
        return piece.kind, _theory(piece.text, writer)
    return piece.kind, piece.text


def _theory(name: str, writer: Writer) -> tuple[str, Picture]:
    """A guide's theory of change as a picture, with the guide's title; its places lead to that guide."""
    publication, _, version = name.partition("@")
    guide = writer.library.edition(publication, version) if version else writer.library.in_force(publication)
    if guide is None:
        raise LookupError(f"checking lets no chapter show the theory of '{name}'")
    picture = draw_theory(guide, key=f"theory-{publication}", link_of=replace(writer, edition=guide).link)
    return guide.publication.title, picture
