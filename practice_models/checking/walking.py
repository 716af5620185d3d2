"""Walking through a word: every reference, every piece of prose and every citation in it, with its path."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from practice_models.reading.yaml_text import Path
from practice_models.vocabulary.base import Names, NamesAddress, NamesPart, ProseMark, Word

Mark = Names | NamesPart | NamesAddress | ProseMark


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in a word that means something: a reference or prose."""

    path: Path
    mark: Mark
    text: str
    field: str
    """The key that holds it."""


@dataclass(frozen=True, slots=True)
class _FieldPlan:
    name: str
    mark: Mark | None
    many: bool
    nested: bool


def marked_texts(inside: list[tuple[Path, Word]]) -> list[Marked]:
    """Every marked text in what `words_inside` gave."""
    found: list[Marked] = []
    for path, inner in inside:
        for name, mark, many in _marked_fields(type(inner)):
            value = getattr(inner, name)
            if many:
                found.extend(Marked((*path, name, position), mark, text, name) for position, text in enumerate(value))
            elif value is not None:
                found.append(Marked((*path, name), mark, value, name))
    return found


def words_inside(word: Word) -> list[tuple[Path, Word]]:
    """A word and every word inside it, each with its path from the outer one; a word stands before those inside it."""
    found: list[tuple[Path, Word]] = [((), word)]
    for path, outer in found:
        for name, many in _word_fields(type(outer)):
            value = getattr(outer, name)
            if many:
                found.extend(((*path, name, position), inner) for position, inner in enumerate(value))
            elif value is not None:
                found.append(((*path, name), value))
    return found


@cache
def _marked_fields(word: type[BaseModel]) -> tuple[tuple[str, Mark, bool], ...]:
    """The fields of a word that hold references or prose: name, mark, and whether there are many."""
    return tuple((plan.name, plan.mark, plan.many) for plan in _plan(word) if plan.mark is not None and not plan.nested)


@cache
def _word_fields(word: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """The fields of a word that hold words: name, and whether there are many."""
    return tuple((plan.name, plan.many) for plan in _plan(word) if plan.nested)


@cache
def _plan(word: type[BaseModel]) -> tuple[_FieldPlan, ...]:
    """What to look at in a word, found once from its type."""
    plans = (_field_plan(name, field) for name, field in word.model_fields.items())
    return tuple(plan for plan in plans if plan.mark is not None or plan.nested)


def _field_plan(name: str, field: FieldInfo) -> _FieldPlan:
    many = any(get_origin(part) is tuple for part in _parts(field.annotation))
    mark = next((each for each in field.metadata if isinstance(each, Mark)), None) or _mark_in(field.annotation)
    nested = any(isinstance(part, type) and issubclass(part, Word) for part in _parts(field.annotation))
    return _FieldPlan(name, mark, many, nested)


def _mark_in(annotation: Any) -> Mark | None:
    for part in _parts(annotation):
        if get_origin(part) is Annotated:
            found = next((each for each in part.__metadata__ if isinstance(each, Mark)), None)
            if found:
                return found
    return None


def _parts(annotation: Any) -> Iterator[Any]:
    """An annotation and everything inside it."""
    yield annotation
    for part in get_args(annotation):
        if isinstance(part, type) or get_origin(part) is not None:
            yield from _parts(part)
