"""README and CONTRIBUTING name what there is, and the pages of the docs are in plain English."""

import re
from pathlib import Path

import pytest

from practice_models.checking.plain_english import MOST_WORDS
from practice_models.prose import long_sentences
from tests.docs.conftest import DOCS
from tests.docs.screenshot import PICTURE

ROOT = DOCS.parent
FRONT = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
WRITTEN = [*FRONT, *(path for path in sorted(DOCS.rglob("*.md")) if path.name not in ("vocabulary.md", "problems.md"))]
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", FRONT, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert links
    for link in links:
        assert (page.parent / link).exists(), link


@pytest.mark.parametrize("page", FRONT, ids=lambda page: page.name)
def test_every_make_command_is_one(page: Path) -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    named = re.findall(r"\bmake (\w+)`|^\$ make (\w+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert named
    assert {one or other for one, other in named} <= set(targets)


def test_the_tree_of_contributing_is_the_tree() -> None:
    tree = re.search(r"```text\n(.*?)```", FRONT[1].read_text(encoding="utf-8"), re.DOTALL)
    assert tree
    top = ""
    for line in tree[1].splitlines():
        names = re.findall(r"[\w.]+", line.strip().partition("  ")[0])
        if not line.startswith(" "):
            top = names[0]
            names = []
        for name in names:
            assert list((ROOT / top).rglob(name)), f"{top} has no {name}"


def test_the_picture_is_there_and_light() -> None:
    assert PICTURE.read_bytes().startswith(b"\x89PNG")
    assert PICTURE.stat().st_size < 200_000
    assert f"({PICTURE.relative_to(ROOT).as_posix()})" in FRONT[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_sentence_is_long(page: Path) -> None:
    text = _BLOCK.sub("\n\n", page.read_text(encoding="utf-8"))
    assert [sentence for cell in text.split(" | ") for sentence in long_sentences(cell, MOST_WORDS)] == []
