"""Chapters hold together: the examples in them exist, and every chapter has one."""

from collections.abc import Iterator

from practice_models.chapters import pieces_of
from practice_models.library import Edition
from practice_models.problems import nearest
from practice_models.reading.documents import Report
from practice_models.vocabulary.chapter import Chapter


def check_chapters(edition: Edition) -> Iterator[Report]:
    """Yield PG302 for examples that an edition does not have, and PG705 for a chapter in force without one."""
    known = {example.id for example in edition.examples}
    for chapter in edition.chapters:
        origin = edition.origins["chapter", chapter.id]
        named = list(_examples_in(chapter))
        for position, identifier in named:
            if identifier not in known:
                message = f"the text names the example '{identifier}', which does not exist{nearest(identifier, known)}"
                yield Report(origin.at("sections", position, "text"), "PG302", message, words=identifier)
        if edition.in_force and not named:
            message = f"the chapter '{chapter.id}' of an edition in force has no worked example in its text"
            yield Report(origin, "PG705", message)


def _examples_in(chapter: Chapter) -> Iterator[tuple[int, str]]:
    for position, section in enumerate(chapter.sections):
        yield from ((position, piece.text) for piece in pieces_of(section.text) if piece.kind == "example")
