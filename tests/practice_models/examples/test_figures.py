"""A share or percentage in a chapter is worked out on its page, or given to a source."""

import shutil
from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest

from practice_models.examples.figures import bare_figures
from tests.cases.story import SOUND, problems_of

SEVEN_OF_NINE = {Decimal(number) for number in ("7", "9", "77.8", "78", "45", "94")}


@pytest.mark.parametrize(
    "text",
    [
        "80% said yes.",
        "Some 80 per cent said yes.",
        "A fall of 5 percentage points.",
        "A fall of 14.5 points.",
        "Between 40 and 60 per cent.",
        "Eighty in a hundred.",
        "Twenty-eight of thirty-five had one.",
        "28 out of 35 had one.",
        "Two in three stayed.",
        "1,471 of 3,000 came.",
        '> "75% were glad."',
        "| Reach | 60 in 100 |",
    ],
)
def test_a_figure_that_nobody_can_check_is_bare(text: str) -> None:
    assert len(list(bare_figures(text, set()))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "One of three offices closed, and two of the nine moved.",
        "Three workers in two months; six in ten days.",
        "Section 4.2 of 2024 has five points to make.",
        "The 2019-20 figures, chapter 3 in part 2.",
        "Seven of nine, or 78 per cent (45 to 94 per cent), still use it.",
        "Two of nine do not.",
        "A plan for every one of them.",
    ],
)
def test_what_is_no_figure_or_is_worked_out_is_not_bare(text: str) -> None:
    assert list(bare_figures(text, SEVEN_OF_NINE)) == []


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("## Who came back {#came-back}", 0),
        ("## Seven of nine came back {#came-back}", 0),
        ("## Why 32% is low {#came-back}", 0),
        ("## Why 80% came back {#came-back}", 12),
    ],
)
def test_a_heading_says_only_what_its_chapter_bears_out(tmp_path: Path, heading: str, line: int) -> None:
    library = tmp_path / "library"
    shutil.copytree(SOUND, library)
    chapter = library / "guides/listening/2.0.0/chapters/does-it-help.md"
    text = chapter.read_text(encoding="utf-8").replace("## Who came back {#came-back}", heading)
    chapter.write_text(f"{text}\nElsewhere [32% did](source:rivers-2020).\n", encoding="utf-8")
    assert [(problem.place.line, problem.code) for problem in problems_of(library)] == [(line, "PG859")] * bool(line)


def test_a_title_says_only_what_its_chapter_bears_out(tmp_path: Path) -> None:
    library = tmp_path / "library"
    shutil.copytree(SOUND, library)
    chapter = library / "guides/listening/2.0.0/chapters/does-it-help.md"
    chapter.write_text(chapter.read_text(encoding="utf-8").replace("title: Does it help?", "title: It helps 80%"), encoding="utf-8")
    assert [(problem.place.line, problem.code) for problem in problems_of(library)] == [(3, "PG859")]


def test_a_link_to_a_source_serves_its_own_block_alone() -> None:
    sourced = "In all, 32% were [convicted again](source:statistics).\n\n- 40% by [the finding](my-direction/finding:none)."
    assert list(bare_figures(f"{sourced}\n- 50% by [a page](chapter:why).", set())) == ["50%"]


def test_a_figure_ends_where_its_number_ends() -> None:
    assert list(bare_figures("It was 28 of 33, and 1,471 of 3,000.", set())) == ["28 of 33", "1,471 of 3,000"]


def test_the_whole_of_a_range_must_be_known() -> None:
    assert list(bare_figures("It is 45 to 95 per cent.", SEVEN_OF_NINE)) == ["45 to 95 per cent"]


@pytest.mark.parametrize("text", ["\u017feven of ten", "S\u0130x per cent", "s\u0131x of nine"])
def test_letters_that_only_look_like_english_ones_are_no_number(text: str) -> None:
    assert list(bare_figures(text, set())) == []


def test_a_text_full_of_commas_and_digits_takes_no_time() -> None:
    begun = process_time()
    assert list(bare_figures("1" + ",111" * 5000, set())) == []
    assert process_time() - begun < 1
