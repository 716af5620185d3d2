"""What stands around a page's text: how long it takes to read."""

from build_tools.pages.furniture import WORDS_A_MINUTE, reading_minutes

MINUTE = "word " * WORDS_A_MINUTE


def test_what_is_folded_away_takes_no_time_but_the_line_that_opens_it_does() -> None:
    folded = f"<details><summary>{MINUTE}</summary><div>{MINUTE * 5}</div></details>"
    assert reading_minutes(MINUTE + folded * 2) == 3


def test_pictures_and_tags_take_no_time() -> None:
    assert reading_minutes(f'<p class="{MINUTE * 3}">{MINUTE * 2}</p><svg><text>{MINUTE * 4}</text></svg>') == 2


def test_no_page_takes_less_than_a_minute() -> None:
    assert reading_minutes("") == 1
