"""One definition file to the words that it holds."""

import hashlib
import json
import pathlib
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from practice_models.problems import Place, Problem, nearest
from practice_models.reading.chapter_text import chapter_as_yaml, is_chapter, split_headings
from practice_models.reading.glimpse import glimpse
from practice_models.reading.shape import shape_faults, show
from practice_models.reading.yaml_text import MOST_FAULTS, Data, Fault, Path, Step, TextError, cut_short, find_words, locate, parse_yaml
from practice_models.vocabulary.base import Word
from practice_models.vocabulary.kinds import KINDS, Kind

_BY_KEY = {kind.key: kind for kind in KINDS.values()}
_BY_PLURAL = {kind.plural: kind for kind in KINDS.values()}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was written: a file and the path to it from the top of that file."""

    file: str
    """Path relative to the project folder, with forward slashes."""
    path: Path = ()

    def at(self, *steps: Step) -> "Origin":
        """The origin of something further in."""
        return Origin(self.file, (*self.path, *steps))


@dataclass(frozen=True, slots=True)
class Report:
    """A problem that knows its origin but not yet its line and column; `placed` finds them."""

    origin: Origin
    code: str
    message: str
    on_key: bool = False
    """True where the key at the origin is at fault rather than its value."""
    words: str = ""
    """The words in the value that are at fault, letter for letter: the problem is told where they stand."""

    def placed(self, root: pathlib.Path) -> Problem:
        """The problem at its line and column, found by reading the file once more."""
        path = root / self.origin.file
        if not path.is_file():
            return Problem(Place(self.origin.file), self.code, self.message)
        raw = path.read_bytes()
        definition = chapter_as_yaml(raw) if is_chapter(self.origin.file) else raw
        line, column = locate(definition, self.origin.path, key=self.on_key)
        if self.words:
            line, column = find_words(raw, self.words, (line, column))
        return Problem(Place(self.origin.file, line, column), self.code, self.message)


@dataclass(frozen=True, slots=True)
class Entry:
    """One word read from a file."""

    kind: Kind
    word: Word
    path: Path
    """Where in the file it stands."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a definition file holds, sound or not."""

    file: str
    digest: str
    """SHA-256 of the file's bytes, in hexadecimal."""
    entries: tuple[Entry, ...] = ()
    broken: tuple[tuple[str, str], ...] = ()
    """Kind and id of the entries that could not be read, so that what names them is not blamed too."""
    faults: tuple[Fault, ...] = ()
    kept: str = ""
    """The entries as text that `read_document` takes back instead of reading the bytes again; empty where there are faults."""


def read_document(file: str, raw: bytes, kept: Mapping[str, str] | None = None) -> Document:
    """The words that a file's bytes hold, together with every fault of shape.

    Args:
        file: The path to show in messages.
        raw: The file's bytes.
        kept: What earlier readings kept, by digest.
    """
    digest = hashlib.sha256(raw).hexdigest()
    known = (kept or {}).get(digest)
    if known:
        return Document(file, digest, tuple(_entry(*line.split("\t", 2)) for line in known.splitlines()), kept=known)
    try:
        if is_chapter(file):
            raw = chapter_as_yaml(raw)
        data = split_headings(parse_yaml(raw)) if is_chapter(file) else parse_yaml(raw)
    except TextError as error:
        return Document(file, digest, broken=glimpse(raw), faults=error.faults)
    found, faults = _split(raw, data)
    entries: list[Entry] = []
    broken: list[tuple[str, str]] = []
    lines: list[str] = []
    for kind, path, value in found:
        line = (kind.name, json.dumps(path), json.dumps(value))
        try:
            entries.append(_entry(*line))
            lines.append("\t".join(line) + "\n")
        except ValidationError as error:
            if len(faults) <= MOST_FAULTS:
                faults.extend(shape_faults(error, kind.word, raw, path, {kind.id_field: kind.key} if not path else {}))
            broken.append((kind.name, str(value.get(kind.id_field)) if isinstance(value, dict) else ""))
    return Document(file, digest, tuple(entries), tuple(broken), cut_short(faults), "" if faults else "".join(lines))


def _entry(name: str, path: str, body: str) -> Entry:
    kind = KINDS[name]
    return Entry(kind, kind.word.model_validate_json(body), tuple(json.loads(path)))


def _split(raw: bytes, data: Data) -> tuple[list[tuple[Kind, Path, Data]], list[Fault]]:
    """Part a file's data into entries: one that its first key opens, or lists of them under plural keys."""
    allowed = [*_BY_KEY, *_BY_PLURAL]
    if not isinstance(data, dict) or not data:
        message = f"the file holds {show(data)}; it must open with what it holds, such as 'practice: first-appointment' or 'principles:'"
        return [], [Fault(1, 1, "PG108", message)]
    first = next(iter(data))
    if first in _BY_KEY:
        return _opened(raw, _BY_KEY[first], data)
    entries: list[tuple[Kind, Path, Data]] = []
    faults: list[Fault] = []
    for key, value in data.items():
        if len(faults) > MOST_FAULTS:
            break
        if key not in _BY_PLURAL:
            faults.append(
                Fault(
                    *locate(raw, (key,), key=True),
                    "PG108",
                    f"the key '{key}' names nothing that a file can hold{nearest(key, allowed, among=60)}",
                )
            )
        elif not isinstance(value, tuple):
            faults.append(Fault(*locate(raw, (key,)), "PG203", f"'{key}' is {show(value)}; expected a list"))
        else:
            entries.extend((_BY_PLURAL[key], (key, place), item) for place, item in enumerate(value))
    return entries, faults


def _opened(raw: bytes, kind: Kind, data: dict[str, Data]) -> tuple[list[tuple[Kind, Path, Data]], list[Fault]]:
    """The one entry of a file whose opening key gives the id."""
    faults: list[Fault] = []
    if kind.id_field in data and kind.id_field != kind.key:
        message = f"'{kind.id_field}' stands beside '{kind.key}', which already gives it; take it out"
        faults.append(Fault(*locate(raw, (kind.id_field,), key=True), "PG201", message))
    rest = {key: value for key, value in data.items() if key != kind.key}
    return [(kind, (), {**rest, kind.id_field: data[kind.key]})], faults
