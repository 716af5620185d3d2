"""Faults of shape: what pydantic found wrong, told in an author's words and put at its line and column."""

import types
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from practice_models.problems import nearest
from practice_models.reading.yaml_text import Fault, Path, locate
from practice_models.vocabulary.base import Word

_FORMS = {
    r"^\S(.*\S)?$": "one line of text without spaces at its ends",
    r"\S": "some text",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "lower-case words joined by hyphens, such as 'first-appointment'",
    r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$": "three numbers joined by full stops, such as '3.0.0'",
    r"^\S+$": "an address without spaces, such as 'practice:first-appointment'",
    r"^\d{4}(-\d{2})?$": "a year or a month, such as '2018' or '2018-11'",
    r"^\d{4}(-\d{2}(-\d{2})?)?$": "a year, a month or a day, such as '2022', '2018-11' or '2026-05-15'",
    r"^10\.\d{4,9}/\S+$": "a DOI that starts with '10.', without its web address",
    r"^https?://[^\s<>\"'`]+$": "a web address that starts with 'https://'",
    r"^[A-Z]{3}$": "three capital letters, such as 'GBP'",
}
_RANGE = {
    "too_short": "expected at least {min_length} of them",
    "too_long": "expected at most {max_length} of them",
    "string_too_long": "expected at most {max_length} characters",
    "greater_than_equal": "expected {ge} or more",
    "less_than_equal": "expected {le} or less",
    "decimal_max_places": "expected at most {decimal_places} decimal places",
    "finite_number": "expected a finite number",
}


def shape_faults(
    error: ValidationError, word: type[Word], raw: bytes, top: Path, spelt: Mapping[str, str]
) -> Iterator[Fault]:
    """Every fault that pydantic found in one entry, at its place.

    Args:
        error: What pydantic raised.
        word: The word that the entry should be.
        raw: The bytes of the file.
        top: The path from the top of the file to the entry.
        spelt: How a field is spelt in the file where that is not its name: `{"id": "practice"}`.
    """
    details = error.errors(include_url=False)
    for detail in details:
        if detail["type"] == "too_short" and any(_inside(other["loc"], detail["loc"]) for other in details):
            continue  # only because what stands in it could not be read
        yield _fault(detail, word, raw, (*top, *(spelt.get(str(step), step) for step in detail["loc"])))


def _fault(detail: ErrorDetails, word: type[Word], raw: bytes, path: Path) -> Fault:
    kind, found = detail["type"], detail["input"]
    owner = _model_at(word, detail["loc"][:-1]) if detail["loc"] else word
    key = path[-1] if path else ""
    if kind == "extra_forbidden":
        line, column = locate(raw, path, key=True)
        allowed = owner.model_fields if owner else ()
        return Fault(line, column, "PG201", f"unknown key '{key}' in {_called(owner)}{nearest(str(key), allowed, among=40)}")
    line, column = locate(raw, path)
    if kind == "missing":
        about = owner.model_fields[str(key)].description if owner and key in owner.model_fields else None
        return Fault(line, column, "PG202", f"{_called(owner)} lacks the key '{key}'" + (f": {about}" if about else ""))
    if kind == "literal_error":
        choices = [str(choice) for choice in _choices(owner, str(key))]
        return Fault(line, column, "PG204", f"'{key}' is {show(found)}{nearest(str(found), choices)}")
    label = f"'{key}'" if isinstance(key, str) else f"entry {key + 1}"
    if kind == "string_pattern_mismatch":
        form = _FORMS.get(detail["ctx"]["pattern"], f"text that matches {detail['ctx']['pattern']}")
        return Fault(line, column, "PG205", f"{label} is {show(found)}; expected {form}")
    if kind == "form":
        return Fault(line, column, "PG205", f"{label} is {show(found)}; {detail['msg']}")
    if kind in _RANGE:
        return Fault(line, column, "PG206", f"{label} is {show(found)}; {_RANGE[kind].format_map(detail.get('ctx', {}))}")
    if kind == "value_error":
        return Fault(line, column, "PG207", f"{_called(_model_at(word, detail['loc']))}: {detail['msg'].removeprefix('Value error, ')}")
    return Fault(line, column, "PG203", f"{label} is {show(found)}; {_wanted(detail)}")


def _inside(inner: tuple[int | str, ...], outer: tuple[int | str, ...]) -> bool:
    return len(inner) > len(outer) and inner[: len(outer)] == outer


def show(value: object) -> str:
    """A value as an author would recognise it, shortened; hostile text stays one line."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return f"a mapping with {len(value)} key{'s' * (len(value) != 1)}"
    if isinstance(value, (list, tuple)):
        return f"a list of {len(value)}"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    text = " ".join(str(value).split())
    return f"'{text[:60]}…'" if len(text) > 60 else f"'{text}'"


_WANTED = {
    "string_type": "expected text (put a number in quotes to make it text)",
    "int_type": "expected a whole number without quotes",
    "int_from_float": "expected a whole number",
    "float_type": "expected a number without quotes",
    "bool_type": "expected true or false",
    "tuple_type": "expected a list",
    "model_type": "expected a mapping of keys to values",
    "model_attributes_type": "expected a mapping of keys to values",
}


def _wanted(detail: ErrorDetails) -> str:
    kind = detail["type"]
    if kind.startswith("date"):
        return "expected a day written as 2026-11-23"
    return _WANTED.get(kind, _lower_first(detail["msg"]))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _called(word: type[BaseModel] | None) -> str:
    """A word's name as an author would say it: `SafetyStop` is `a safety stop`."""
    if word is None:
        return "this mapping"
    name = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in word.__name__).strip()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _model_at(word: type[BaseModel], path: Sequence[str | int]) -> type[BaseModel] | None:
    """The word that stands at a path inside another word."""
    here: Any = word
    for step in path:
        if isinstance(step, int):
            continue
        field = here.model_fields.get(step) if here is not None else None
        here = _word_in(field.annotation) if field else None
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def _word_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _word_in(part))), None)


def _choices(owner: type[BaseModel] | None, key: str) -> Iterator[object]:
    field = owner.model_fields.get(key) if owner else None
    if field is not None:
        yield from _literals(field.annotation)


def _literals(annotation: Any) -> Iterator[object]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) in (Union, types.UnionType, tuple):
        for part in get_args(annotation):
            yield from _literals(part)
