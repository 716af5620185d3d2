"""Rules across a library: every one is a function that yields reports; here they are run together."""

from collections.abc import Iterator
from pathlib import Path

from practice_models.checking.chapters import check_chapters, check_theories_shown
from practice_models.checking.editions import check_complete, check_editions, check_moves
from practice_models.checking.evaluation import check_evaluation
from practice_models.checking.pathway import check_pathway, check_use, uses_of
from practice_models.checking.plain_english import check_sentences
from practice_models.checking.provenance import check_citations, check_published
from practice_models.checking.questionnaires import check_questionnaires
from practice_models.checking.references import Broken, Directory, check_references, shelves
from practice_models.checking.rules import check_rules
from practice_models.checking.sheets import check_easy_read
from practice_models.checking.theory import check_theory
from practice_models.library import Library
from practice_models.problems import Problem
from practice_models.reading.documents import Report

__all__ = ["check_library"]


def check_library(library: Library, root: Path, broken: Broken = frozenset()) -> tuple[Problem, ...]:
    """Every problem that the rules find in a library, at its line and column, in file order.

    Args:
        library: The sound part of a library.
        root: The project folder, to find lines and columns in its files.
        broken: What could not be read; editions it belongs to are spared the rules that need all of an edition.
    """
    return tuple(sorted({report.placed(root) for report in _reports(library, broken)}))


def _reports(library: Library, broken: Broken) -> Iterator[Report]:
    directory = Directory(library, broken)
    used: dict[str, dict[str, set[str]]] = {}
    for shelf in shelves(library):
        yield from check_references(shelf, directory)
        yield from check_published(shelf)
        yield from check_sentences(shelf)
        yield from check_easy_read(shelf)
        here = used.setdefault(shelf.edition.name if shelf.edition else "", {})
        for kind, identifier in uses_of(shelf.texts):
            here.setdefault(kind, set()).add(identifier)
    unread_heads = {place for place, kind, _ in broken if kind == "edition"}
    yield from check_editions(library, unread_heads)
    if not broken:
        yield from check_citations(library, {name for names in used.values() for name in names.get("source", ())})
        yield from check_theories_shown(library)
    damaged = {place for place, _, _ in broken}
    for edition in library.editions:
        yield from check_rules(edition)
        yield from check_questionnaires(edition)
        yield from check_moves(edition, directory)
        if edition.name not in damaged:
            yield from check_pathway(edition)
            yield from check_use(edition, used[edition.name])
            yield from check_theory(edition)
            yield from check_complete(edition)
            yield from check_chapters(edition)
            yield from check_evaluation(edition)
