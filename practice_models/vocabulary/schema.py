"""JSON Schemas for editors, made from the vocabulary."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from practice_models.vocabulary.kinds import KINDS, Kind

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def make_schemas() -> Iterator[tuple[str, str]]:
    """File name and text of each schema: one for each kind that opens a file, and `collection` for lists of elements."""
    for kind in KINDS.values():
        yield f"{kind.key}.schema.json", _text(_opened(kind))
    yield "collection.schema.json", _text(_collection())


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every schema into a folder, which is made if need be.

    Returns:
        The paths written, in order of name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in make_schemas():
        (folder / name).write_text(text, encoding="utf-8")
        written.append(folder / name)
    return tuple(sorted(written))


def _opened(kind: Kind) -> dict[str, Any]:
    """The schema of a file that holds one element, opened by its kind's key."""
    schema = kind.word.model_json_schema(mode="validation")
    properties = schema["properties"]
    named = properties.pop(kind.id_field)
    schema["properties"] = {kind.key: named, **properties}
    schema["required"] = [kind.key if name == kind.id_field else name for name in schema.get("required", [])]
    return {
        "$schema": _DIALECT,
        "title": f"A file with one {kind.name.replace('-', ' ')}",
        **{key: value for key, value in schema.items() if key != "title"},
    }


def _collection() -> dict[str, Any]:
    """The schema of a file that holds lists of elements under their plural keys."""
    definitions: dict[str, Any] = {}
    properties: dict[str, Any] = {}
    for kind in KINDS.values():
        if kind.name in ("guide", "edition"):
            continue
        schema = kind.word.model_json_schema(mode="validation")
        definitions |= schema.pop("$defs", {})
        definitions[kind.word.__name__] = schema
        properties[kind.plural] = {"type": "array", "items": {"$ref": f"#/$defs/{kind.word.__name__}"}}
    return {
        "$schema": _DIALECT,
        "title": "A file with lists of elements",
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": properties,
        "$defs": dict(sorted(definitions.items())),
    }


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
