"""A chapter's Markdown is read as YAML, line for line: every problem is told on the line where it stands."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice_models.chapters import pieces_of
from practice_models.reading.chapter_text import chapter_as_yaml, is_chapter, split_headings
from practice_models.reading.documents import read_document
from practice_models.reading.folders import read_folder
from practice_models.reading.yaml_text import TextError, locate, parse_yaml
from practice_models.vocabulary.chapter import Chapter
from tests.cases.story import problems_of

CHAPTER = """\
---
chapter: how-many
title: How many people
part: Evaluate it
order: 10
basis: interpretation
question: How many do we need?
answer: More than you have.
do_next: [Count them.]
---

## Count "them" first {#count}

Seven of *nine*: a `share`.

    indented by four

```example
seven-of-nine
```

## What not to say {#not}

- &anchor, *alias, !tag and # no comment
- key: value
"""
FILE = "guides/handbook/1.0.0/chapters/how-many.md"


def _read(text: str) -> Chapter:
    document = read_document(FILE, text.encode())
    assert document.faults == ()
    word = document.entries[0].word
    assert isinstance(word, Chapter)
    return word


def test_headings_become_sections_with_their_text_letter_for_letter() -> None:
    chapter = _read(CHAPTER)
    assert [(section.id, section.title) for section in chapter.sections] == [("count", 'Count "them" first'), ("not", "What not to say")]
    assert chapter.sections[0].text.startswith("Seven of *nine*: a `share`.\n\n    indented by four\n\n```example")
    assert chapter.sections[1].text == "- &anchor, *alias, !tag and # no comment\n- key: value"


def test_every_line_stays_where_it_is() -> None:
    yaml = chapter_as_yaml(CHAPTER.encode())
    assert len(yaml.decode().splitlines()) == len(CHAPTER.splitlines())
    assert locate(yaml, ("question",)) == (7, 11)
    assert locate(yaml, ("sections", 1)) == (22, 5)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("---\nchapter", "chapter"), "1:1 a chapter begins with a head between two lines of '---'"),
        (("{#count}", ""), "12:1 the heading '## Count \"them\" first ' lacks its id; write it as '## Why it matters {#why}'"),
        (("---\n\n## Count", "---\n\nSome text.\n\n## Count"), "12:1 the text of a chapter begins with a heading, such as"),
        (("{#count}\n\n", "{#count}\n"), "13:1 leave the line below a heading blank"),
    ],
)
def test_what_is_no_chapter_is_told_on_its_line(change: tuple[str, str], told: str) -> None:
    with pytest.raises(TextError) as caught:
        chapter_as_yaml(CHAPTER.replace(*change).encode())
    fault = caught.value.faults[0]
    assert f"{fault.line}:{fault.column} {fault.message}".startswith(told)


def test_problems_of_a_chapter_stand_on_its_lines(tmp_path: Path) -> None:
    folder = tmp_path / "guides" / "handbook" / "1.0.0"
    (folder / "chapters").mkdir(parents=True)
    (folder.parent / "guide.yaml").write_text(
        "guide: handbook\ntitle: Handbook\nkind: handbook\norder: 1\nsummary: Helps.\nabout: Made up.\n", encoding="utf-8"
    )
    (folder / "edition.yaml").write_text(
        'edition: 1.0.0\ntitle: First\nstatus: draft\nreleased: 2026-11-23\ndescribes: {since: "2026"}\nsummary: A.\naudience: [All]\n',
        encoding="utf-8",
    )
    (folder / "chapters" / "how-many.md").write_text(CHAPTER.replace("order: 10", "order: ten"), encoding="utf-8")
    assert [str(each) for each in problems_of(tmp_path)] == [f"{FILE}:5:8: PG203 'order' is 'ten'; expected a whole number without quotes"]
    (folder / "chapters" / "how-many.md").write_text(CHAPTER, encoding="utf-8")
    assert [str(each) for each in problems_of(tmp_path)] == [
        f"{FILE}:19:1: PG302 the text names the example 'seven-of-nine', which does not exist; there is none to name"
    ]
    assert read_folder(tmp_path, tmp_path).library.editions[0].chapters[0].id == "how-many"


def test_only_markdown_in_a_folder_of_chapters_is_a_chapter() -> None:
    assert is_chapter(FILE)
    assert not is_chapter("guides/handbook/1.0.0/notes.md")
    assert not is_chapter("guides/handbook/1.0.0/chapters/one.yaml")


def test_a_section_comes_in_pieces() -> None:
    text = "Before.\n\n```example\none\n```\n\n```example\ntwo\n```\n\n```python\nprint()\n```"
    assert [(piece.kind, piece.text) for piece in pieces_of(text)] == [
        ("prose", "Before."),
        ("example", "one"),
        ("example", "two"),
        ("prose", "```python\nprint()\n```"),
    ]


_LINES = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\x00\x85\u2028\u2029", exclude_categories=["Cc", "Cs"]), max_size=60)


@given(st.lists(_LINES.filter(lambda line: not line.startswith(("## ", "```", "~~~"))), min_size=1, max_size=8))
def test_any_text_below_a_heading_is_taken_as_it_is(lines: list[str]) -> None:
    body = "\n".join(lines)
    data = split_headings(parse_yaml(chapter_as_yaml(f"---\nchapter: x\n---\n\n## A {{#a}}\n\n{body}\n".encode())))
    assert isinstance(data, dict)
    sections = data["sections"]
    assert isinstance(sections, tuple)
    section = sections[0]
    assert isinstance(section, dict)
    wanted = "\n".join(line if line.strip() else "" for line in lines).strip("\n")
    assert str(section["text"] or "").strip("\n") == wanted


@pytest.mark.parametrize("sign", ["\r", "\u0085", "\u2028", "\u2029"])
def test_a_sign_that_ends_a_line_for_yaml_alone_is_told_where_it_stands(sign: str) -> None:
    faults = read_document(FILE, CHAPTER.replace("a `share`.", f"a{sign}`share`.").encode()).faults
    assert [(fault.line, fault.column, fault.code) for fault in faults] == [(14, 19, "PG101")]
    assert f"U+{ord(sign):04X}" in faults[0].message


def test_lines_may_end_as_windows_ends_them() -> None:
    assert _read(CHAPTER.replace("\n", "\r\n")).id == "how-many"


def test_a_heading_full_of_spaces_takes_no_time() -> None:
    begun = process_time()
    with pytest.raises(TextError, match="lacks its id"):
        chapter_as_yaml(f"---\nchapter: a\n---\n## x{' ' * 100_000}y\n".encode())
    assert process_time() - begun < 1
