"""Where claims come from: sources named where something is published, and every source used."""

from collections.abc import Iterator

from practice_models.checking.references import Shelf
from practice_models.library import Library
from practice_models.reading.documents import Report
from practice_models.vocabulary.base import Element, Part
from practice_models.vocabulary.evidence import DescriptionItem


def check_published(shelf: Shelf) -> Iterator[Report]:
    """Yield PG401 for each element, or piece with a basis of its own, that is published and names no source.

    Source:
        Content rules: a published statement names at least one source and where in it.
    """
    for path, word in shelf.inside:
        if isinstance(word, (Element, Part, DescriptionItem)) and word.basis == "published" and not word.sources:
            name = f"'{word.id}'" if isinstance(word, (Element, Part)) else f"'{path[-1]}'"
            message = (
                f"{name} has the basis 'published' but no source; name one under 'sources', or write 'interpretation' or 'illustrative'"
            )
            yield Report(shelf.origin.at(*path, "basis"), "PG401", message)


def check_citations(library: Library, cited: set[str]) -> Iterator[Report]:
    """Yield PG402 for each source that nothing cites.

    Args:
        library: The library whose sources are looked at.
        cited: The ids of all sources that are cited anywhere.
    """
    for source in library.sources:
        if source.id not in cited:
            message = f"nothing cites the source '{source.id}'; cite it under 'sources' where it is leant on, or take it out"
            yield Report(library.origins["source", source.id], "PG402", message)
