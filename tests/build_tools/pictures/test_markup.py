"""Markup escapes what it is given, and numbers have one form."""

import pytest

from build_tools.pictures.markup import Markup, escape_text, join, number, tag


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (-0.001, "0"), (12.0, "12"), (0.5, "0.5"), (1 / 3, "0.33"), (-3.25, "-3.25"), (100, "100")]
)
def test_numbers_are_as_short_as_they_can_be(value: float, text: str) -> None:
    assert number(value) == text


def test_text_and_attributes_are_escaped() -> None:
    assert tag("a", escape_text("<b>&'"), href='"><x') == '<a href="&quot;&gt;&lt;x">&lt;b&gt;&amp;&#x27;</a>'


def test_attributes_keep_their_order_and_none_is_left_out() -> None:
    assert tag("g", class_="c", aria_label=None, stroke_width=2) == '<g class="c" stroke-width="2"></g>'


def test_characters_that_xml_forbids_are_replaced() -> None:
    assert escape_text("a\x00b\x85c\ud800") == "a\ufffdb\ufffdc\ufffd"


def test_joined_pieces_leave_no_blank_line() -> None:
    assert join([Markup("a"), Markup(""), Markup("b")]) == "a\nb"
