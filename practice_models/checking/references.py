"""Every name leads to something: ids, parts, addresses and links in prose."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from practice_models.checking.walking import Marked, marked_texts, words_inside
from practice_models.library import Edition, Library
from practice_models.problems import nearest
from practice_models.prose import SCHEMES, prose_features
from practice_models.reading.documents import Origin, Report
from practice_models.reading.yaml_text import Path
from practice_models.vocabulary.address import Address, parse_address
from practice_models.vocabulary.base import Names as NamesMark
from practice_models.vocabulary.base import NamesAddress, NamesPart, Part, ProseMark, Word
from practice_models.vocabulary.kinds import KINDS

Broken = frozenset[tuple[str, str, str]]
_PROJECT_KINDS = ("source", "term")
_LINKED_KINDS = (*KINDS, "guide")


@dataclass(frozen=True)
class Shelf:
    """A word that stands on its own, where it stands and where it was written."""

    edition: Edition | None
    kind: str
    word: Word
    origin: Origin
    inside: list[tuple[Path, Word]]
    """The word and every word inside it, with their paths."""
    texts: list[Marked]
    """Every reference and piece of prose in it."""


class Directory:
    """Which ids exist, in each edition and in the project; what could not be read counts as existing.

    Args:
        library: The sound part of the library.
        broken: Edition name, kind and id of what could not be read.
    """

    def __init__(self, library: Library, broken: Broken = frozenset()) -> None:
        self.library = library
        self._known: dict[str, dict[str, set[str]]] = {}
        self._unread_heads = {place for place, kind, _ in broken if kind == "edition"}
        self._unread_guides = {identifier for _, kind, identifier in broken if kind == "guide"}
        for kind, identifier in library.origins:
            self._add("", kind, identifier)
        for edition in library.editions:
            for kind, identifier in edition.origins:
                self._add(edition.name, kind, identifier)
        for place, kind, identifier in broken:
            self._add(place, kind, identifier)

    def _add(self, place: str, kind: str, identifier: str) -> None:
        self._known.setdefault(place, {}).setdefault(kind, set()).add(identifier)

    def ids(self, edition: Edition | None, kind: str) -> set[str]:
        """The ids of a kind that can be named from an edition, or from the project's own files."""
        place = "" if kind in _PROJECT_KINDS or edition is None else edition.name
        return self._known.get(place, {}).get(kind, set())

    def why_nowhere(self, address: Address, here: Edition | None) -> str | None:
        """Why an address leads to nothing, as the end of a sentence, or None where it leads somewhere."""
        if address.kind == "guide" or address.publication in self._unread_guides:
            return self._why_no_guide(address.id if address.kind == "guide" else str(address.publication))
        if address.kind not in KINDS:
            return f"there is no kind '{address.kind}'{nearest(address.kind, KINDS, among=40)}"
        edition = None if address.kind in _PROJECT_KINDS else self.library.edition_at(address, here)
        if edition is None and address.kind not in _PROJECT_KINDS:
            unread = any(place.startswith(f"{address.publication}@") for place in self._unread_heads)
            return None if unread else self._why_no_edition(address)
        known = self.ids(edition, address.kind)
        if address.id not in known:
            place = edition.name if edition else "the project"
            return f"{place} has no {address.kind} '{address.id}'{nearest(address.id, known)}"
        word = edition.find(address.kind, address.id) if edition else None
        if address.parts and word is not None and find_part(word, address.parts) is None:
            parts = ["/".join(path) for path, _ in named_parts(word)]
            return f"{address.kind} '{address.id}' has no part '{'/'.join(address.parts)}'{nearest('/'.join(address.parts), parts)}"
        return None

    def _why_no_guide(self, identifier: str) -> str | None:
        known = {*self._unread_guides, *(each.id for each in self.library.publications)}
        return None if identifier in known else f"there is no guide '{identifier}'{nearest(identifier, known)}"

    def _why_no_edition(self, address: Address) -> str:
        publications = [each.id for each in self.library.publications]
        if address.publication is None:
            return "it must say which guide, such as 'interchange/practice:first-appointment'"
        if address.publication not in publications:
            return f"there is no guide '{address.publication}'{nearest(address.publication, publications)}"
        versions = [each.head.version for each in self.library.editions_of(address.publication)]
        if address.version is None:
            return f"no edition of '{address.publication}' is in force"
        return f"'{address.publication}' has no edition '{address.version}'{nearest(address.version, versions)}"


def named_parts(word: Word) -> Iterator[tuple[tuple[str, ...], Word]]:
    """The parts of a word that have ids, each with its path of collections and ids: `("steps", "listen")`."""
    names: dict[tuple[object, ...], tuple[str, ...]] = {(): ()}
    for path, inner in words_inside(word):
        if path and isinstance(inner, Part):
            collection = str(path[-2]) if isinstance(path[-1], int) else str(path[-1])
            parent = next(names[path[:end]] for end in range(len(path) - 1, -1, -1) if path[:end] in names)
            names[path] = (*parent, collection, inner.id)
            yield names[path], inner


def find_part(word: Word, parts: tuple[str, ...]) -> Word | None:
    """The part of a word at a path of collections and ids, or None."""
    return next((inner for path, inner in named_parts(word) if path == parts), None)


def shelves(library: Library) -> Iterator[Shelf]:
    """Everything that stands on its own in a library, with where it was written."""
    for edition, kind, word, origin in _standing(library):
        inside = words_inside(word)
        yield Shelf(edition, kind, word, origin, inside, marked_texts(inside))


def _standing(library: Library) -> Iterator[tuple[Edition | None, str, Word, Origin]]:
    shared = (("source", library.sources), ("term", library.terms), ("task-group", library.task_groups), ("guide", library.publications))
    for kind, words in shared:
        yield from ((None, kind, word, library.origins[kind, word.id]) for word in words)
    for edition in library.editions:
        yield edition, "edition", edition.head, edition.origins["edition", edition.head.version]
        yield from ((edition, kind, word, edition.origins[kind, word.id]) for kind, word in edition.elements())


def check_references(shelf: Shelf, directory: Directory) -> Iterator[Report]:
    """Yield PG301 to PG306 for ids that stand twice in an element and for names and links that lead nowhere."""
    yield from _check_part_ids(shelf)
    for text in shelf.texts:
        yield from _check_text(text, shelf, directory)


def _check_part_ids(shelf: Shelf) -> Iterator[Report]:
    seen: set[Path] = set()
    for path, inner in shelf.inside:
        if isinstance(inner, Part) and path and isinstance(path[-1], int):
            name = (*path[:-1], inner.id)
            if name in seen:
                yield Report(shelf.origin.at(*path, "id"), "PG301", f"the id '{inner.id}' stands twice under '{path[-2]}'")
            seen.add(name)


def _check_text(text: Marked, shelf: Shelf, directory: Directory) -> Iterator[Report]:
    if isinstance(text.mark, ProseMark):
        yield from _check_prose(text, shelf, directory)
        return
    origin = shelf.origin.at(*text.path)
    if isinstance(text.mark, NamesMark):
        known = directory.ids(shelf.edition, text.mark.kind)
        if text.text not in known:
            yield Report(
                origin, "PG302", f"'{text.field}' names the {text.mark.kind} '{text.text}', which does not exist{nearest(text.text, known)}"
            )
    elif isinstance(text.mark, NamesPart):
        known = _parts_of(shelf.word, text.mark.collection)
        if text.text not in known:
            where = text.mark.collection.split(".")[-1]
            yield Report(origin, "PG302", f"'{text.field}' names '{text.text}', which is not among the {where}{nearest(text.text, known)}")
    elif isinstance(text.mark, NamesAddress):
        if text.field == "was":
            return
        address = parse_address(text.text)
        why = directory.why_nowhere(address, shelf.edition) if address else "it is not an address such as 'practice:first-appointment'"
        if why:
            yield Report(origin, "PG302", f"'{text.field}' is '{text.text}', but {why}")


def _parts_of(word: Word, collection: str) -> set[str]:
    """The ids in a collection of a word, one or two levels down: `scales` or `sections.items`."""
    words: list[Word] = [word]
    for name in collection.split("."):
        words = [inner for outer in words for inner in getattr(outer, name)]
    return {inner.id for inner in words if isinstance(inner, Part)}


def _check_prose(text: Marked, shelf: Shelf, directory: Directory) -> Iterator[Report]:
    for feature in prose_features(text.text):
        origin = shelf.origin.at(*text.path)
        if feature.kind == "picture":
            yield Report(
                origin, "PG305", f"'{text.field}' holds the picture '{feature.text}'; pictures are drawn from the model, so leave it out"
            )
        elif feature.kind == "heading":
            yield Report(origin, "PG306", f"'{text.field}' holds a heading; the page makes the headings, so write a paragraph instead")
        else:
            yield from _check_link(feature.text, text.field, origin, shelf, directory)


def _check_link(target: str, field: str, origin: Origin, shelf: Shelf, directory: Directory) -> Iterator[Report]:
    address = parse_address(target)
    if address is not None and (address.kind in _LINKED_KINDS or difflib.get_close_matches(address.kind, _LINKED_KINDS)):
        why = directory.why_nowhere(address, shelf.edition)
        if why:
            yield Report(origin, "PG303", f"'{field}' links to '{target}', but {why}")
        return
    scheme, colon, _ = target.partition(":")
    if not colon or scheme.lower() not in SCHEMES:
        allowed = "an address such as 'practice:first-appointment', or " + ", ".join(f"{each}:" for each in SCHEMES)
        yield Report(origin, "PG304", f"'{field}' links to '{target[:80]}'; allowed: {allowed}")
