"""The reference of the vocabulary is current, whole, and leads where it says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from practice_models.vocabulary.base import Element, Part, Word
from practice_models.vocabulary.kinds import KINDS
from practice_models.vocabulary.reference import vocabulary_page

PAGE = Path(__file__).parent.parent.parent.parent / "docs" / "reference" / "vocabulary.md"
TEXT = vocabulary_page()
ANCHORS = re.findall(r"\{ #([\w-]+) \}", TEXT)


def words() -> Iterator[type[Word]]:
    """Every word that a file can hold, or a word inside one; not those that only give others what they share."""
    todo: list[type[BaseModel]] = [Word]
    while todo:
        word = todo.pop()
        todo.extend(word.__subclasses__())
        if issubclass(word, Word) and word not in (Word, Element, Part) and word.__name__ != "LogicNode":
            yield word


def sections() -> dict[str, str]:
    parts = re.split(r"^### .+ \{ #([\w-]+) \}$", TEXT, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def name_of(word: type[Word]) -> str:
    kind = next((kind.name for kind in KINDS.values() if kind.word is word), None)
    return kind or re.sub(r"(?<!^)(?=[A-Z])", "-", word.__name__).lower()


WORDS: list[type[Word]] = list(words())


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == TEXT, "run: practice vocabulary > docs/reference/vocabulary.md"


@pytest.mark.parametrize("word", WORDS, ids=name_of)
def test_every_word_has_its_section_with_every_field(word: type[Word]) -> None:
    section = sections()[name_of(word)]
    shared: type[Word] | None = Element if issubclass(word, Element) else Part if issubclass(word, Part) else None
    opened = next((kind.id_field for kind in KINDS.values() if kind.word is word), None)
    for name, field in word.model_fields.items():
        if name == opened or (shared and name in shared.model_fields):
            continue
        need = r"\*\*Required\*\*" if field.is_required() else "Optional"
        told = re.search(rf"^`{name}`\n:   {need}, (.+)$", section, re.MULTILINE)
        assert told, name
        assert (field.description or "-") in told[1]
    assert shared is None or f"](#{'element' if shared is Element else 'piece'}) has" in section


def test_nothing_else_has_a_section() -> None:
    assert set(sections()) == {name_of(word) for word in words()} | {"element", "piece"}


def test_every_kind_says_how_a_file_opens_with_it() -> None:
    for kind in KINDS.values():
        assert f"`{kind.key}: " in sections()[kind.name]


def test_every_link_leads_to_one_place() -> None:
    assert len(ANCHORS) == len(set(ANCHORS))
    assert set(re.findall(r"\]\(#([\w-]+)\)", TEXT)) <= set(ANCHORS)


def test_no_value_is_left_in_the_words_of_python() -> None:
    for foreign in ("Annotated", "tuple", "None", "str,", "NoneType", "PydanticUndefined", "typing"):
        assert foreign not in TEXT
