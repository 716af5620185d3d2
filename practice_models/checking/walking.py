"""Walking through a word: every reference, every piece of prose and every citation in it, with its path."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from practice_models.reading.yaml_text import Path, Step
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


def marked_texts(word: Word) -> Iterator[Marked]:
    """Every marked text in a word and in the words inside it, in the author's order."""
    return _walk(word, ())


def words_inside(word: Word, path: Path = ()) -> Iterator[tuple[Path, Word]]:
    """A word and every word inside it, each with its path from the outer one."""
    yield path, word
    for plan in _plan(type(word)):
        if not plan.nested:
            continue
        value = getattr(word, plan.name)
        if value is None:
            continue
        for steps, item in _items(plan, value):
            yield from words_inside(item, (*path, *steps))


def _walk(word: Word, path: Path) -> Iterator[Marked]:
    for plan in _plan(type(word)):
        value = getattr(word, plan.name)
        if value is None or value == ():
            continue
        for steps, item in _items(plan, value):
            if plan.nested:
                yield from _walk(item, (*path, *steps))
            elif plan.mark is not None:
                yield Marked((*path, *steps), plan.mark, item, plan.name)


def _items(plan: _FieldPlan, value: Any) -> Iterator[tuple[tuple[Step, ...], Any]]:
    if plan.many:
        for position, item in enumerate(value):
            yield (plan.name, position), item
    else:
        yield (plan.name,), value


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
