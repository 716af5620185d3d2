"""Faults of shape: what pydantic found wrong, told in an author's words and put at its line and column."""

import types
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from practice_models.problems import nearest
from practice_models.reading.yaml_text import MOST_FAULTS, Fault, Path, locate
from practice_models.vocabulary.base import Word

_FORMS = {
    r"^\S(.*\S)?$": "one line of text without spaces at its ends",
    r"^(\S(.*\S)?)?$": "one line of text without spaces at its ends, or nothing",
    r"\S": "some text",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "lower-case words joined by hyphens, such as 'first-appointment'",
    r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$": "three numbers joined by full stops, such as '3.0.0'",
    r"^\S+$": "an address without spaces, such as 'practice:first-appointment'",
    r"^\d{4}(-(0[1-9]|1[0-2]))?$": "a year or a month, such as '2018' or '2018-11'",
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
    "greater_than": "expected more than {gt}",
    "less_than": "expected less than {lt}",
    "decimal_max_places": "expected at most {decimal_places} decimal places",
    "finite_number": "expected a finite number",
}


def shape_faults(error: ValidationError, word: type[Word], raw: bytes, top: Path, spelt: Mapping[str, str]) -> Iterator[Fault]:
    """Every fault that pydantic found in one entry, at its place.

    Args:
        error: What pydantic raised.
        word: The word that the entry should be.
        raw: The bytes of the file.
        top: The path from the top of the file to the entry.
        spelt: How a field of the entry itself is spelt in the file where that is not its name: `{"id": "practice"}`.
    """
    details = error.errors(include_url=False)[: MOST_FAULTS + 1]
    for detail in details:
        if detail["type"] == "too_short" and any(_inside(other["loc"], detail["loc"]) for other in details):
            continue  # only because what stands in it could not be read
        first, rest = detail["loc"][:1], detail["loc"][1:]
        yield _fault(detail, word, raw, (*top, *(spelt.get(str(step), step) for step in first), *rest))


def _fault(detail: ErrorDetails, word: type[Word], raw: bytes, path: Path) -> Fault:
    owner = _model_at(word, detail["loc"][:-1])
    line, column = locate(raw, path, key=detail["type"] == "extra_forbidden")
    key = path[-1] if path else ""
    if detail["type"] in ("extra_forbidden", "missing", "literal_error"):
        code, message = _about_key(detail, owner or word, str(key))
    elif detail["type"] == "value_error":
        code, message = "PG207", f"{_called(_model_at(word, detail['loc']) or word)}: {detail['msg'].removeprefix('Value error, ')}"
    else:
        code, wanted = _about_value(detail)
        label = f"'{key}'" if isinstance(key, str) else f"entry {key + 1}"
        message = f"{label} is {show(detail['input'])}; {wanted}"
    return Fault(line, column, code, message)


def _about_key(detail: ErrorDetails, owner: type[BaseModel], key: str) -> tuple[str, str]:
    """Code and message for a key that is unknown or missing, or whose value is none of those allowed."""
    if detail["type"] == "extra_forbidden":
        return "PG201", f"unknown key '{key}' in {_called(owner)}{nearest(key, owner.model_fields, among=40)}"
    if detail["type"] == "missing":
        about = owner.model_fields[key].description if key in owner.model_fields else None
        return "PG202", f"{_called(owner)} lacks the key '{key}'" + (f": {about}" if about else "")
    choices = [str(choice) for choice in _choices(owner, key)]
    return "PG204", f"'{key}' is {show(detail['input'])}{nearest(str(detail['input']), choices)}"


def _about_value(detail: ErrorDetails) -> tuple[str, str]:
    """Code, and what was expected, for a value of the wrong form, range or type."""
    kind = detail["type"]
    if kind == "string_pattern_mismatch":
        pattern = detail["ctx"]["pattern"]
        return "PG205", f"expected {_FORMS.get(pattern, f'text that matches {pattern}')}"
    if kind == "form":
        return "PG205", detail["msg"]
    if kind in _RANGE:
        return "PG206", _RANGE[kind].format_map(detail.get("ctx", {}))
    if kind.startswith("date"):
        return "PG203", "expected a day written as 2026-11-23"
    return "PG203", _WANTED.get(kind, detail["msg"][:1].lower() + detail["msg"][1:])


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


def _called(word: type[BaseModel]) -> str:
    """A word's name as an author would say it: `SafetyStop` is `a safety stop`."""
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


def _choices(owner: type[BaseModel], key: str) -> Iterator[object]:
    if key in owner.model_fields:
        yield from _literals(owner.model_fields[key].annotation)


def _literals(annotation: Any) -> Iterator[object]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) in (Union, types.UnionType, tuple):
        for part in get_args(annotation):
            yield from _literals(part)
