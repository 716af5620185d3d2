"""Months and spans of time, in words and added to a day."""

from datetime import datetime

import pytest

from practice_models.periods import add_duration, counts_hours, duration_text, month_text


@pytest.mark.parametrize(
    ("duration", "words"),
    [("P6W", "6 weeks"), ("P1W", "1 week"), ("P1Y6M", "1 year and 6 months"), ("PT24H", "24 hours"), ("P1DT1H", "1 day and 1 hour")],
)
def test_a_duration_in_words(duration: str, words: str) -> None:
    assert duration_text(duration) == words


@pytest.mark.parametrize(("text", "words"), [("2027-02", "February 2027"), ("2027-12", "December 2027"), ("2027", "2027")])
def test_a_month_in_words(text: str, words: str) -> None:
    assert month_text(text) == words


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        (datetime(2027, 1, 31), "P1M", datetime(2027, 2, 28)),
        (datetime(2028, 1, 31), "P1M", datetime(2028, 2, 29)),
        (datetime(2027, 11, 30), "P3M", datetime(2028, 2, 29)),
        (datetime(2028, 2, 29), "P1Y", datetime(2029, 2, 28)),
        (datetime(2027, 3, 1), "P8W", datetime(2027, 4, 26)),
        (datetime(2027, 3, 1, 14, 30), "PT24H", datetime(2027, 3, 2, 14, 30)),
    ],
)
def test_a_duration_added_to_a_moment(start: datetime, duration: str, end: datetime) -> None:
    assert add_duration(start, duration) == end


def test_hours_are_told_from_days() -> None:
    assert counts_hours("PT24H")
    assert not counts_hours("P1D")
