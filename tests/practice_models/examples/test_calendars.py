"""Working days, with the holidays of a named calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice_models.examples.calendars import ENGLAND_AND_WALES, PLAIN, WorkingCalendar, calendar_names, find_calendar

_DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def _calendar(name: str) -> WorkingCalendar:
    found = find_calendar(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2027, 3, 24), 1, date(2027, 3, 25)),
        (date(2027, 3, 25), 1, date(2027, 3, 30)),  # over Good Friday and Easter Monday
        (date(2027, 3, 1), 0, date(2027, 3, 1)),
        (date(2027, 3, 27), 0, date(2027, 3, 27)),  # a Saturday: the same day is the same day
        (date(2027, 12, 24), 1, date(2027, 12, 29)),  # both Christmas days fall on a weekend and move
    ],
)
def test_working_days_in_england_and_wales(start: date, days: int, end: date) -> None:
    assert _calendar(ENGLAND_AND_WALES).add(start, days) == end


def test_the_nations_keep_different_days() -> None:
    saint_andrew = date(2027, 11, 30)
    assert not _calendar("scotland").is_working_day(saint_andrew)
    assert _calendar(ENGLAND_AND_WALES).is_working_day(saint_andrew)
    assert not _calendar("northern-ireland").is_working_day(date(2027, 7, 12))


def test_other_countries_are_named_by_their_codes() -> None:
    assert not _calendar("IE").is_working_day(date(2027, 3, 17))
    assert not _calendar("DE-BY").is_working_day(date(2027, 1, 6))
    assert _calendar("DE").is_working_day(date(2027, 1, 6))


@pytest.mark.parametrize("name", ["", "wales", "GB-XX", "xx", "england and wales"])
def test_there_is_no_calendar_of_another_name(name: str) -> None:
    assert find_calendar(name) is None


def test_every_name_that_is_listed_is_known() -> None:
    assert all(find_calendar(name) for name in calendar_names())


@given(_DAYS, st.integers(1, 60))
def test_a_count_of_working_days_ends_on_a_working_day(start: date, days: int) -> None:
    calendar = _calendar(ENGLAND_AND_WALES)
    end = calendar.add(start, days)
    assert calendar.is_working_day(end)
    assert sum(calendar.is_working_day(date.fromordinal(day)) for day in range(start.toordinal() + 1, end.toordinal() + 1)) == days


@given(_DAYS, st.integers(1, 30))
def test_without_holidays_five_days_are_a_week(start: date, weeks: int) -> None:
    monday = date.fromordinal(start.toordinal() - start.weekday())
    assert (_calendar(PLAIN).add(monday, 5 * weeks) - monday).days == 7 * weeks


def test_holidays_of_a_span_are_those_that_cost_a_working_day() -> None:
    days = list(_calendar(ENGLAND_AND_WALES).holidays(date(2027, 3, 20), date(2027, 5, 31)))
    assert days == [date(2027, 3, 26), date(2027, 3, 29), date(2027, 5, 3), date(2027, 5, 31)]
