"""Text is measured and broken so that it fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.pictures.character_widths import character_width
from build_tools.pictures.lettering import BODY, NAME, Lettering, measure, set_text
from build_tools.pictures.markup import clean_text
from tests.build_tools.pictures.strategies import labels


def test_bold_is_wider_than_regular_and_wide_letters_than_narrow_ones() -> None:
    assert measure("practice", Lettering(15, bold=True)) > measure("practice", BODY) > 0
    assert character_width("W", bold=False) > character_width("i", bold=False)


@pytest.mark.parametrize(("accented", "plain"), [("é", "e"), ("ŵ", "w"), ("Ŷ", "Y"), ("â", "a")])
def test_welsh_and_other_accents_are_as_wide_as_the_plain_letter(accented: str, plain: str) -> None:
    assert character_width(accented, bold=False) == character_width(plain, bold=False)


def test_characters_that_the_font_lacks_are_taken_to_be_wide() -> None:
    assert character_width("Ж", bold=False) >= 1000
    assert character_width("漢", bold=True) > 1000
    assert character_width("\u0301", bold=False) == character_width("\u200d", bold=False) == 0


@given(text=labels, width=st.floats(40, 500))
def test_lines_fit_and_lose_nothing(text: str, width: float) -> None:
    block = set_text(text, NAME, width)
    assert block.width <= width
    assert "".join(block.lines).replace(" ", "") == clean_text(text).replace(" ", "")


def test_words_stay_whole_where_they_can() -> None:
    assert set_text("Understand the person", NAME, 110).lines == ("Understand", "the person")


def test_a_hyphen_and_a_slash_may_end_a_line() -> None:
    assert set_text("co-produced/agreed", BODY, 104).lines == ("co-produced/", "agreed")


def test_a_space_that_forbids_a_break_is_kept() -> None:
    assert set_text("in 5\u00a0days", BODY, 60).lines == ("in", "5\u00a0days")


def test_the_last_line_is_not_left_with_one_short_word() -> None:
    assert set_text("Understand the person, the strengths and the risks", NAME, 280).lines == (
        "Understand the person,",
        "the strengths and the risks",
    )


def test_nothing_takes_no_room() -> None:
    assert set_text(" \n", BODY, 100).height == 0
