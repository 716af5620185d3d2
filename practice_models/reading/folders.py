"""A folder of definitions to a library: which file belongs where, and every problem at once."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

from practice_models.library import EDITION_KINDS, Edition, Library, Names, version_key
from practice_models.problems import Place, Problem
from practice_models.reading.cache import ReadingCache
from practice_models.reading.chapter_text import is_chapter
from practice_models.reading.documents import Document, Entry, Origin, Report, read_document
from practice_models.reading.yaml_text import MAX_BYTES
from practice_models.stage_order import order_stages
from practice_models.vocabulary.base import Word
from practice_models.vocabulary.evidence import Source, TaskGroup, Term
from practice_models.vocabulary.pathway import Stage
from practice_models.vocabulary.publication import EditionHead, Period, Publication

_IGNORED = frozenset({".md", ".txt", ""})


@dataclass
class ReadResult:
    """What a folder of definitions gave: the sound part of the library, and the problems of shape."""

    library: Library
    problems: list[Problem]
    broken: frozenset[tuple[str, str, str]]
    """Edition (or "" for the project), kind and id of what could not be read."""


@dataclass
class _Shelf:
    """What was read for one edition, one publication or the project, by kind."""

    folder: str
    words: dict[str, list[Word]] = field(default_factory=dict)
    origins: dict[Names, Origin] = field(default_factory=dict)
    broken: list[tuple[str, str]] = field(default_factory=list)


def read_folder(folder: Path, root: Path, cache: ReadingCache | None = None) -> ReadResult:
    """The library that a folder of definitions holds.

    Args:
        folder: The definitions folder: project files beside `guides/<guide>/<version>/`.
        root: The project folder; paths in messages are relative to it.
        cache: Where readings of unchanged files are kept.

    Returns:
        The sound part of the library and every problem of shape. Nothing is raised for bad definitions.
    """
    problems: list[Problem] = []
    start = "" if folder == root else f"{_relative(folder, root)}/"
    by_place: dict[tuple[str, ...], list[str]] = {(): []}
    for inner in _definition_files(str(folder), "", start, problems):
        by_place.setdefault(_shelf_of(inner.split("/")), []).append(inner)
    shelves: dict[tuple[str, ...], _Shelf] = {}
    files: dict[str, str] = {}
    for place, names in by_place.items():
        shelf = shelves[place] = _Shelf(start + "/".join(("guides", *place) if place else ()))
        for document in _read_shelf(folder, start, shelf.folder, names, cache):
            files[document.file] = document.digest
            problems.extend(Problem(Place(document.file, fault.line, fault.column), fault.code, fault.message) for fault in document.faults)
            problems.extend(_put(document, shelf, place, root))
    library = _library(shelves, files, problems)
    broken = frozenset(("@".join(place), *names) for place, shelf in shelves.items() for names in shelf.broken)
    return ReadResult(library, problems, broken)


def _relative(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def _read_shelf(folder: Path, start: str, name: str, files: list[str], cache: ReadingCache | None) -> list[Document]:
    """The documents of one shelf, those that were read before from the cache."""
    kept = cache.load(name) if cache else {}
    documents = [read_document(f"{start}{file}", _read_bytes(f"{folder}/{file}"), kept) for file in files]
    fresh = {document.digest: document.kept for document in documents if document.kept}
    if cache and fresh.keys() != kept.keys():
        cache.keep(name, fresh)
    return documents


def _read_bytes(path: str) -> bytes:
    """The bytes of a file, no more than it takes to see that it is too large."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of files: a Path each costs more than the reading
        return file.read(MAX_BYTES + 1)


def _definition_files(folder: str, inner: str, start: str, problems: list[Problem]) -> Iterator[str]:
    """Every definition file under a folder, relative to it and in order of name; links and strangers become problems."""
    for entry in sorted(os.scandir(f"{folder}/{inner}"), key=lambda entry: entry.name):
        path = f"{inner}{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            message = "this is a symbolic link; definitions must lie in their own folder"
            problems.append(Problem(Place(f"{start}{path}"), "PG109", message))
        elif entry.is_dir():
            yield from _definition_files(folder, f"{path}/", start, problems)
        elif entry.name.endswith(".yaml") or is_chapter(path):
            yield path
        elif Path(entry.name).suffix not in _IGNORED:
            message = f"'{entry.name}' is not read here; the names of definition files end in '.yaml'"
            problems.append(Problem(Place(f"{start}{path}"), "PG109", message))


def _shelf_of(parts: list[str]) -> tuple[str, ...]:
    """Where a file belongs by its path: () the project, (guide,) a publication, (guide, version) an edition."""
    if len(parts) < 3 or parts[0] != "guides":
        return ()
    return tuple(parts[1:2] if len(parts) == 3 else parts[1:3])


_OWNER = {0: "project", 1: "publication", 2: "edition"}
_HOME = {
    "project": "the definitions folder itself",
    "publication": "the guide's folder, guides/<guide>/",
    "edition": "an edition's folder, guides/<guide>/<version>/",
}


def _put(document: Document, shelf: _Shelf, place: tuple[str, ...], root: Path) -> Iterator[Problem]:
    """Put a document's words on their shelf; report strangers and ids that stand twice."""
    shelf.broken.extend(document.broken)
    for entry in document.entries:
        owner = _OWNER[len(place)]
        if entry.kind.belongs_to != owner:
            message = f"a {entry.kind.name} is not read here; it belongs in {_HOME[entry.kind.belongs_to]}"
            yield Problem(Place(document.file), "PG109", message)
            continue
        names = (entry.kind.name, str(getattr(entry.word, entry.kind.id_field)))
        if names in shelf.origins:
            yield _twice(document, entry, names, shelf.origins[names]).placed(root)
            continue
        shelf.words.setdefault(entry.kind.name, []).append(entry.word)
        shelf.origins[names] = Origin(document.file, entry.path)


def _twice(document: Document, entry: Entry, names: Names, first: Origin) -> Report:
    kind, identifier = names
    origin = Origin(document.file, (*entry.path, entry.kind.id_field if entry.path else entry.kind.key))
    return Report(origin, "PG301", f"the {kind} '{identifier}' stands twice; it stands first in {first.file}")


def _library(shelves: dict[tuple[str, ...], _Shelf], files: dict[str, str], problems: list[Problem]) -> Library:
    publications: dict[str, Publication] = {}
    origins = dict(shelves[()].origins)
    for place, shelf in shelves.items():
        if len(place) != 1:
            continue
        found = _only(shelf, "guide", place[0], problems, "guide.yaml")
        if isinstance(found, Publication):
            publications[place[0]] = found
            origins.update(shelf.origins)
    editions = [
        edition
        for place, shelf in shelves.items()
        if len(place) == 2 and (edition := _edition(place, shelf, publications, problems)) is not None
    ]
    order = sorted(publications.values(), key=lambda each: (each.order, each.id))
    editions.sort(key=lambda each: (each.publication.order, each.publication.id, version_key(each.head.version)))
    project = shelves[()].words
    return Library(
        publications=tuple(order),
        editions=tuple(editions),
        sources=tuple(word for word in project.get("source", ()) if isinstance(word, Source)),
        terms=tuple(word for word in project.get("term", ()) if isinstance(word, Term)),
        task_groups=tuple(word for word in project.get("task-group", ()) if isinstance(word, TaskGroup)),
        origins=origins,
        files=files,
    )


def _edition(place: tuple[str, ...], shelf: _Shelf, publications: dict[str, Publication], problems: list[Problem]) -> Edition | None:
    guide, version = place
    head = _only(shelf, "edition", version, problems, "edition.yaml")
    if guide not in publications:
        if not any(guide in problem.place.file for problem in problems if problem.code == "PG704"):
            problems.append(Problem(Place(str(Path(shelf.folder).parent)), "PG704", f"the folder '{guide}' has no sound guide.yaml"))
        return None
    if not isinstance(head, EditionHead):
        head = EditionHead.model_construct(version=version, status="draft", **_UNREAD_HEAD)
        shelf.origins["edition", version] = Origin(f"{shelf.folder}/edition.yaml")
        shelf.broken.append(("edition", version))
    words = {kind.plural: tuple(shelf.words.get(kind.name, ())) for kind in EDITION_KINDS}
    words["stages"] = order_stages(cast("tuple[Stage, ...]", words["stages"]))
    return Edition(publication=publications[guide], head=head, origins=shelf.origins, **words)  # type: ignore[arg-type]


_UNREAD_HEAD: dict[str, Any] = {
    "title": "",
    "released": date.min,
    "review_by": None,
    "describes": Period(since="0001"),
    "summary": "",
    "audience": (),
    "changes": (),
    "moved": (),
    "record_stops": None,
}
"""Stands in for a head that could not be read, so that the rest of the edition is still checked."""


def _only(shelf: _Shelf, kind: str, name: str, problems: list[Problem], file: str) -> Word | None:
    """The one word of a kind that says what a folder is, under the folder's own name."""
    found = shelf.words.get(kind, [])
    if not found:
        if not any(broken == kind for broken, _ in shelf.broken):
            problems.append(Problem(Place(shelf.folder), "PG704", f"the folder '{name}' has no {file} that says what it is"))
        return None
    (names, origin), *more = [(names, origin) for names, origin in shelf.origins.items() if names[0] == kind]
    for (_, other), extra in more:
        problems.append(Problem(Place(extra.file), "PG703", f"a second {kind} '{other}' stands in the folder '{name}'"))
    if names[1] != name:
        problems.append(Problem(Place(origin.file), "PG703", f"the file says '{names[1]}', but its folder is called '{name}'"))
        return None
    return found[0]
