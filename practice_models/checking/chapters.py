"""Chapters hold together: the examples and pictures in them exist, and every chapter has an example."""

from collections.abc import Iterator

from practice_models.chapters import Piece, pieces_of
from practice_models.library import Edition, Library
from practice_models.problems import nearest
from practice_models.reading.documents import Report
from practice_models.vocabulary.chapter import Chapter


def check_chapters(edition: Edition) -> Iterator[Report]:
    """Yield PG302 for examples that an edition does not have, and PG705 for a chapter in force without one."""
    known = {example.id for example in edition.examples}
    for chapter in edition.chapters:
        origin = edition.origins["chapter", chapter.id]
        named = [(position, piece.text) for position, piece in _embedded(chapter) if piece.kind == "example"]
        for position, identifier in named:
            if identifier not in known:
                message = f"the text names the example '{identifier}', which does not exist{nearest(identifier, known)}"
                yield Report(origin.at("sections", position, "text"), "PG302", message, words=identifier)
        if edition.in_force and not named:
            message = f"the chapter '{chapter.id}' of an edition in force has no worked example in its text"
            yield Report(origin, "PG705", message)


def check_theories_shown(library: Library) -> Iterator[Report]:
    """Yield PG302 for a chapter that shows the theory of change of a guide that has none; all of the library is known to be read."""
    drawn = {name for edition in library.editions if edition.logic_links for name in _names(edition)}
    for edition in library.editions:
        for chapter in edition.chapters:
            origin = edition.origins["chapter", chapter.id]
            for position, piece in _embedded(chapter):
                if piece.kind == "theory" and piece.text not in drawn:
                    message = f"the text shows the theory of change of '{piece.text}', which there is not{nearest(piece.text, drawn)}"
                    yield Report(origin.at("sections", position, "text"), "PG302", message, words=piece.text)


def _names(edition: Edition) -> Iterator[str]:
    """How a chapter may name an edition: with its version, or by its guide alone where it is in force."""
    yield edition.name
    if edition.in_force:
        yield edition.publication.id


def _embedded(chapter: Chapter) -> Iterator[tuple[int, Piece]]:
    """What stands in a chapter's sections beside prose, each with the section's position."""
    for position, section in enumerate(chapter.sections):
        yield from ((position, piece) for piece in pieces_of(section.text) if piece.kind != "prose")
