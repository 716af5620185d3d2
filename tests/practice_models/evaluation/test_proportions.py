"""The closed forms give the figures that are published, and hold together."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from practice_models.evaluation import detectable_fall, newcombe_interval, people_per_group, wilson_interval


@pytest.mark.parametrize(
    ("events", "people", "low", "high"),
    [
        (7, 9, 45, 94),
        (28, 35, 64, 90),
        (64, 80, 70, 87),
    ],
)
def test_wilson_gives_the_known_intervals(events: int, people: int, low: int, high: int) -> None:
    assert [round(100 * end) for end in wilson_interval(events, people)] == [low, high]


def test_wilson_gives_the_intervals_of_newcombe_1998() -> None:
    published = {(81, 263): (0.2553, 0.3662), (15, 148): (0.0624, 0.1605), (0, 20): (0.0, 0.1611), (1, 29): (0.0061, 0.1718)}
    for (events, people), interval in published.items():
        assert wilson_interval(events, people) == pytest.approx(interval, abs=5e-5)


def test_newcombe_gives_the_interval_of_newcombe_1998() -> None:
    assert newcombe_interval(56, 70, 48, 80) == pytest.approx((0.0524, 0.3339), abs=5e-5)


@pytest.mark.parametrize(("after", "each"), [(0.30, 356), (0.35, 1471), (0.37, 4129)])
def test_people_needed_from_a_baseline_of_40_percent(after: float, each: int) -> None:
    assert round(people_per_group(0.40, after) + 0.4999) == each


@pytest.mark.parametrize(("people", "points"), [(35, 29), (60, 23), (80, 20), (200, 13), (500, 8.5), (1000, 6)])
def test_what_a_pilot_can_find_from_a_baseline_of_40_percent(people: int, points: float) -> None:
    assert 100 * detectable_fall(0.40, people) == pytest.approx(points, abs=0.5)


@given(st.floats(0.05, 0.95), st.floats(0.01, 0.5))
def test_size_and_detectable_fall_are_each_others_inverse(before: float, fall: float) -> None:
    assume(before - fall > 0.001)
    people = people_per_group(before, before - fall)
    assume(people >= 2)
    assert detectable_fall(before, people) == pytest.approx(fall, rel=1e-6)


@given(people=st.integers(1, 3000))
def test_an_interval_is_exact_where_it_happened_to_all_or_none(people: int) -> None:
    assert wilson_interval(people, people)[1] == 1
    assert wilson_interval(0, people)[0] == 0


@given(st.integers(1, 500), st.data())
def test_an_interval_holds_its_proportion(people: int, data: st.DataObject) -> None:
    events = data.draw(st.integers(0, people))
    low, high = wilson_interval(events, people)
    assert 0 <= low <= events / people + 1e-12
    assert events / people - 1e-12 <= high <= 1


@pytest.mark.parametrize(("events", "people", "confidence"), [(1, 0, 0.95), (3, 2, 0.95), (-1, 2, 0.95), (1, 2, 1.0)])
def test_a_number_out_of_range_is_refused(events: int, people: int, confidence: float) -> None:
    with pytest.raises(ValueError, match="no interval"):
        wilson_interval(events, people, confidence)


def test_two_equal_proportions_have_no_size() -> None:
    with pytest.raises(ValueError, match="no size"):
        people_per_group(0.4, 0.4)
