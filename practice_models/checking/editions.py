"""Editions among themselves: dates in order, one in force, and nothing lacking from what is in force."""

from collections.abc import Container, Iterator
from itertools import pairwise

from practice_models.checking.references import Directory
from practice_models.library import Edition, Library
from practice_models.reading.documents import Origin, Report
from practice_models.vocabulary.address import parse_address

_COMPLETE = {
    "principles": "principles",
    "roles": "roles",
    "stages": "stages",
    "practices": "practices",
    "records": "records",
    "outcomes": "outcomes",
    "measures": "measures",
    "fidelity_items": "fidelity items",
    "descriptions": "a description of the model",
    "findings": "findings",
    "gaps": "gaps in what is known",
}


def check_editions(library: Library, unread: Container[str] = ()) -> Iterator[Report]:
    """Yield PG701 for dates out of order and PG702 for a second edition in force.

    Args:
        library: The library.
        unread: Names of editions whose head could not be read; they are passed over.
    """
    for publication in library.publications:
        editions = [edition for edition in library.editions_of(publication.id) if edition.name not in unread]
        in_force = [edition for edition in editions if edition.in_force]
        for extra in in_force[1:]:
            message = f"{extra.name} is in force, but so is {in_force[0].name}; only one edition may be 'current'"
            yield Report(_head(extra).at("status"), "PG702", message)
        for before, after in pairwise(editions):
            if after.head.released < before.head.released:
                message = f"{after.name} was released on {after.head.released}, before {before.name} on {before.head.released}"
                yield Report(_head(after).at("released"), "PG701", message)
        for edition in editions:
            yield from _check_dates(edition)


def _check_dates(edition: Edition) -> Iterator[Report]:
    head = edition.head
    if head.review_by is not None and head.review_by <= head.released:
        message = f"'review_by' is {head.review_by}, not after the release on {head.released}"
        yield Report(_head(edition).at("review_by"), "PG701", message)
    if head.describes.until is not None and head.describes.until < head.describes.since:
        message = f"'until' is {head.describes.until}, before 'since' which is {head.describes.since}"
        yield Report(_head(edition).at("describes", "until"), "PG701", message)


def check_complete(edition: Edition) -> Iterator[Report]:
    """Yield PG705 for what an edition in force lacks to be practice guidance one can work from."""
    if not edition.in_force or edition.publication.kind != "practice-guide":
        return
    lacking = [name for plural, name in _COMPLETE.items() if not getattr(edition, plural)]
    if not (edition.plans or edition.instruments):
        lacking.append("a plan or an instrument")
    if not any(stage.safety_stops for stage in edition.stages):
        lacking.append("a safety stop on any stage")
    if edition.head.review_by is None:
        lacking.append("a day by which it must be reviewed")
    if lacking:
        yield Report(_head(edition), "PG705", f"{edition.name} is in force but lacks {', '.join(lacking)}")


def check_moves(edition: Edition, directory: Directory) -> Iterator[Report]:
    """Yield PG302 for a `was` that no earlier edition holds."""
    earlier = [each for each in directory.library.editions_of(edition.publication.id) if each.head.released <= edition.head.released]
    for position, moved in enumerate(edition.head.moved):
        address = parse_address(moved.was)
        if address is None or not any(address.id in directory.ids(each, address.kind) for each in earlier if each is not edition):
            message = f"'was' is '{moved.was}', but no earlier edition of '{edition.publication.id}' holds it"
            yield Report(_head(edition).at("moved", position, "was"), "PG302", message)


def _head(edition: Edition) -> Origin:
    return edition.origins["edition", edition.head.version]
