"""The JSON Schemas in the package are those that the vocabulary makes, and every definition names its own."""

import json
from pathlib import Path

import pytest

import practice_models
from practice_models.vocabulary.kinds import KINDS
from practice_models.vocabulary.schema import make_schemas

PACKAGE = Path(practice_models.__file__).parent
DEFINITIONS = sorted((PACKAGE / "definitions").rglob("*.yaml"))


def test_the_schemas_are_current() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in (PACKAGE / "schemas").glob("*.json")}
    assert kept == dict(make_schemas())


def test_every_field_is_described() -> None:
    for name, text in make_schemas():
        schema = json.loads(text)
        for word, inner in {"": schema, **schema.get("$defs", {})}.items():
            if name == "collection.schema.json" and not word:
                continue
            for field, about in inner["properties"].items():
                assert about.get("description"), f"{name} {word}.{field}"


@pytest.mark.parametrize("path", DEFINITIONS, ids=lambda path: str(path.relative_to(PACKAGE / "definitions")))
def test_a_definition_names_the_schema_that_it_follows(path: Path) -> None:
    first, second = path.read_text(encoding="utf-8").splitlines()[:2]
    assert first.startswith("# yaml-language-server: $schema=")
    schema = (path.parent / first.partition("=")[2]).resolve()
    key = second.partition(":")[0]
    opened = key in {kind.key for kind in KINDS.values()}
    assert schema == PACKAGE / "schemas" / (f"{key}.schema.json" if opened else "collection.schema.json")
