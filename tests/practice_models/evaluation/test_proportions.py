"""The intervals of proportions give the figures that are published, agree with another's program, and hold together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from practice_models.evaluation import estimate_difference, estimate_proportion, newcombe_interval, wilson_interval


@pytest.mark.parametrize(("events", "people", "low", "high"), [(7, 9, 45, 94), (28, 35, 64, 90), (64, 80, 70, 87)])
def test_wilson_gives_the_known_intervals(events: int, people: int, low: int, high: int) -> None:
    assert [round(100 * end) for end in wilson_interval(events, people)] == [low, high]


def test_wilson_gives_the_intervals_that_newcombe_prints() -> None:
    """Newcombe (1998), Statistics in Medicine 17, 857-872, as the tests of the R package propint quote him."""
    published = {(81, 263): (0.2553, 0.3662), (15, 148): (0.0624, 0.1605)}
    for (events, people), interval in published.items():
        assert wilson_interval(events, people) == pytest.approx(interval, abs=5e-5)


def test_newcombe_gives_the_intervals_that_sas_users_print() -> None:
    """Constructing confidence intervals for the differences of binomial proportions in SAS, WUSS 2016, paper 127, page 9."""
    published = {
        (56, 70, 48, 80): (0.0524, 0.3339),
        (9, 10, 3, 10): (0.1705, 0.8090),
        (10, 10, 0, 20): (0.6791, 1.0),
        (84, 101, 89, 105): (-0.1177, 0.0851),
    }
    for counts, interval in published.items():
        assert newcombe_interval(*counts) == pytest.approx(interval, abs=5e-5)


@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.99])
@pytest.mark.parametrize("people", [1, 9, 80, 5000])
def test_wilson_agrees_with_statsmodels(people: int, confidence: float) -> None:
    for events in sorted({0, 1, people // 3, people // 2, people - 1, people}):
        low, high = proportion_confint(events, people, alpha=1 - confidence, method="wilson")
        assert wilson_interval(events, people, confidence) == pytest.approx((low, high), abs=1e-12)


@pytest.mark.parametrize("counts", [(7, 9, 3, 12), (64, 80, 50, 75), (0, 20, 3, 40), (500, 1000, 480, 1000)])
def test_newcombe_agrees_with_statsmodels(counts: tuple[int, int, int, int]) -> None:
    assert newcombe_interval(*counts) == pytest.approx(confint_proportions_2indep(*counts, method="newcomb", compare="diff"), abs=1e-12)


@given(st.integers(1, 500), st.data())
def test_an_interval_holds_its_proportion_and_mirrors_its_complement(people: int, data: st.DataObject) -> None:
    events = data.draw(st.integers(0, people))
    low, high = wilson_interval(events, people)
    assert 0 <= low <= events / people <= high <= 1
    assert wilson_interval(people - events, people) == pytest.approx((1 - high, 1 - low))


@given(st.integers(1, 100), st.data())
def test_more_confidence_and_fewer_people_widen_it(people: int, data: st.DataObject) -> None:
    events = data.draw(st.integers(0, people))
    sure, surer, larger = wilson_interval(events, people), wilson_interval(events, people, 0.99), wilson_interval(4 * events, 4 * people)
    assert surer[1] - surer[0] > sure[1] - sure[0] > larger[1] - larger[0]


@given(st.integers(1, 200), st.integers(1, 200), st.data())
def test_a_difference_turns_round_with_its_groups(people_1: int, people_2: int, data: st.DataObject) -> None:
    events_1, events_2 = data.draw(st.integers(0, people_1)), data.draw(st.integers(0, people_2))
    low, high = newcombe_interval(events_1, people_1, events_2, people_2)
    assert -1 - 1e-9 <= low <= events_1 / people_1 - events_2 / people_2 <= high <= 1 + 1e-9
    assert newcombe_interval(events_2, people_2, events_1, people_1) == pytest.approx((-high, -low))


def test_what_may_be_said_follows_the_interval() -> None:
    assert estimate_proportion(7, 9).may_say == (
        "Write the count, because anything from 45 to 94% fits 7 of 9, and you may not even say whether it is more or fewer than half."
    )
    assert estimate_proportion(64, 80).may_say == (
        "You may say that it is more than half, but not give the percentage alone, because anything from 70 to 87% fits 64 of 80."
    )
    assert "fewer than half" in estimate_proportion(10, 80).may_say
    assert "neither that the groups differ nor that they are alike" in estimate_difference(28, 80, 32, 80).may_say
    assert "higher by 5.2 to 33.4 points" in estimate_difference(56, 70, 48, 80).may_say
    assert "lower by 5.2 to 33.4 points" in estimate_difference(48, 80, 56, 70).may_say


@pytest.mark.parametrize(
    ("events", "people", "confidence", "message"),
    [
        (1, 0, 0.95, "people is 0; expected at least 1"),
        (3, 2, 0.95, "events is 3; expected from 0 to 2, the people"),
        (-1, 2, 0.95, "events is -1; expected from 0 to 2, the people"),
        (1, 2, 1.0, "confidence is 1.0; expected more than 0 and less than 1"),
        (1, 2, float("nan"), "confidence is nan; expected more than 0 and less than 1"),
    ],
)
def test_a_number_out_of_range_is_refused(events: int, people: int, confidence: float, message: str) -> None:
    for refuse in (wilson_interval, estimate_proportion):
        with pytest.raises(ValueError, match=message):
            refuse(events, people, confidence)
    with pytest.raises(ValueError, match=message):
        newcombe_interval(1, 2, events, people, confidence)
    with pytest.raises(ValueError, match=message):
        estimate_difference(events, people, 1, 2, confidence)
