"""The calendar of proven reoffending: a year of follow-up, six months for courts, and only then a result."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice_models.evaluation import RESULTS_MONTHS, plan_follow_up


def test_an_intake_of_early_2027_is_known_in_the_middle_of_2029() -> None:
    found = plan_follow_up(date(2027, 1, 1), date(2027, 3, 31))
    assert found.followed_up_to == date(2028, 3, 31)
    assert found.waited_to == date(2028, 9, 30)
    assert found.earliest_analysis == date(2028, 10, 1)
    assert (found.results_months, found.results_about) == (RESULTS_MONTHS, date(2029, 6, 30))
    assert found.may_say == (
        "People who start from January 2027 to March 2027 are followed up to March 2028 and courts have until September 2028, "
        "so if a result then takes 9 months, which nobody promises, nothing said before about June 2029 may be called a result on proven "
        "reoffending."
    )


@pytest.mark.parametrize(
    ("last", "months", "published"),
    [
        # Ministry of Justice, Guide to Proven Reoffending Statistics, October 2017: the newest figures are of starts until December 2015.
        (date(2015, 12, 31), 4, (2017, 10)),
        # Justice data lab statistics: October 2024, Brighton Women's Centre.
        (date(2022, 8, 31), 8, (2024, 10)),
        # Justice data lab statistics: April 2026, LandWorks.
        (date(2023, 12, 31), 10, (2026, 4)),
    ],
    ids=["national figures", "Brighton Women's Centre", "LandWorks"],
)
def test_results_were_published_so_many_months_after_the_courts_time(last: date, months: int, published: tuple[int, int]) -> None:
    found = plan_follow_up(last, last, results_months=months)
    assert (found.results_about.year, found.results_about.month) == published


def test_what_is_assumed_lies_between_two_reports_of_the_data_lab() -> None:
    assert 8 <= RESULTS_MONTHS <= 10


def test_an_intake_of_one_month_is_told_as_one() -> None:
    assert plan_follow_up(date(2027, 1, 1), date(2027, 1, 31)).may_say.startswith("People who start in January 2027 are followed up")


def test_the_calendar_is_that_of_the_chapter_on_proven_reoffending() -> None:
    """Its table has a pilot of 35 people and three offices with 80."""
    pilot, offices = plan_follow_up(date(2027, 2, 1), date(2027, 9, 15)), plan_follow_up(date(2027, 2, 1), date(2028, 12, 31))
    assert (pilot.waited_to, pilot.results_about) == (date(2029, 3, 15), date(2029, 12, 15))
    assert (offices.waited_to, offices.results_about) == (date(2030, 6, 30), date(2031, 3, 31))


def test_how_long_a_result_takes_is_told_as_the_assumption_that_it_is() -> None:
    found = plan_follow_up(date(2027, 1, 1), date(2027, 1, 1), results_months=1)
    assert "if a result then takes 1 month, which nobody promises" in found.may_say


def test_a_day_that_a_month_lacks_becomes_its_last() -> None:
    found = plan_follow_up(date(2028, 2, 29), date(2028, 2, 29))
    assert (found.followed_up_to, found.waited_to) == (date(2029, 2, 28), date(2029, 8, 29))


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 1000), st.integers(1, 60), st.integers(0, 60), st.integers(0, 60))
def test_nothing_is_known_before_it_can_be(first: date, days: int, follow_up: int, waiting: int, results: int) -> None:
    last = first + timedelta(days=days)
    found = plan_follow_up(first, last, follow_up, waiting, results)
    assert first <= last < found.followed_up_to <= found.waited_to <= found.results_about
    assert found.earliest_analysis == found.waited_to + timedelta(days=1)
    later = plan_follow_up(first, last + timedelta(days=1), follow_up, waiting, results)
    assert later.waited_to >= found.waited_to


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 60), st.integers(0, 60), st.integers(0, 60))
def test_its_months_are_those_of_numpy(last: date, follow_up: int, waiting: int, results: int) -> None:
    found = plan_follow_up(last, last, follow_up, waiting, results)
    for day, months in (
        (found.followed_up_to, follow_up),
        (found.waited_to, follow_up + waiting),
        (found.results_about, follow_up + waiting + results),
    ):
        month = np.datetime64(f"{last:%Y-%m}") + months
        end = (month + 1).astype("datetime64[D]") - 1
        assert f"{day:%Y-%m}" == str(month)
        assert day.day == min(last.day, end.astype(date).day)


@pytest.mark.parametrize(
    ("months", "message"),
    [
        ((0, 6, 4), "follow_up_months is 0; expected from 1 to 240"),
        ((12, -1, 4), "waiting_months is -1; expected from 0 to 240"),
        ((12, 6, 241), "results_months is 241; expected from 0 to 240"),
    ],
)
def test_months_out_of_range_are_refused(months: tuple[int, int, int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        plan_follow_up(date(2027, 1, 1), date(2027, 3, 31), *months)


def test_days_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="last_start is 2026-12-31; expected 2027-01-01 or later"):
        plan_follow_up(date(2027, 1, 1), date(2026, 12, 31))
