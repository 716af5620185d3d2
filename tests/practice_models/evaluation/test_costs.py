"""Cost for an outcome, break-even and sensitivity: right sums, and no price for an effect that may be none."""

import math
from collections.abc import Mapping

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import brentq
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from practice_models.evaluation import (
    estimate_cost_per_outcome,
    estimate_cost_per_outcome_averted,
    find_break_even,
    newcombe_interval,
    vary_one_at_a_time,
    wilson_interval,
)


def test_a_cost_for_an_outcome_is_the_interval_of_the_proportion_turned_over() -> None:
    found = estimate_cost_per_outcome(50_000, 20, 80).interval
    low, high = wilson_interval(20, 80)
    assert found is not None
    assert (found.value, found.low, found.high) == pytest.approx((2500, 50_000 / (80 * high), 50_000 / (80 * low)))


@pytest.mark.parametrize(("cost", "attempts", "each"), [(2487, 17, 146), (11_309, 40, 283), (15_998, 35, 457)])
def test_attempts_to_stop_smoking_cost_what_a_trial_prints(cost: float, attempts: int, each: int) -> None:
    """Nicotine & Tobacco Research 22 (2020), 1515-1523, doi 10.1093/ntr/ntz228, table 5, on attempts to stop."""
    assert round(estimate_cost_per_outcome(cost, attempts).each) == each


def test_a_pound_a_person_costs_the_difference_of_fagerland_and_others_turned_over() -> None:
    """Fagerland, Lydersen and Laake (2017), Newcombe's interval of the trial in `test_ratios`, in the tests of contingencytables."""
    found = estimate_cost_per_outcome_averted(34, 1, 34, 7, 34).each
    assert found is not None
    assert (1 / found.value, 1 / found.high, 1 / found.low) == pytest.approx((0.1765, 0.0189, 0.3404), abs=5e-5)


def test_an_effect_that_may_be_none_has_no_price() -> None:
    found = estimate_cost_per_outcome_averted(50_000, 30, 80, 35, 80)
    assert found.each is None
    assert "no cost for an outcome averted may be given, and no saving may be claimed" in found.may_say


def test_an_effect_that_is_there_has_a_price_with_an_interval() -> None:
    found = estimate_cost_per_outcome_averted(50_000, 10, 80, 35, 80).each
    low, high = newcombe_interval(35, 80, 10, 80)
    assert found is not None
    assert (found.value, found.low, found.high) == pytest.approx((2000, 625 / high, 625 / low))


def test_costs_agree_with_the_intervals_of_statsmodels_turned_over() -> None:
    outcome, averted = estimate_cost_per_outcome(50_000, 20, 80).interval, estimate_cost_per_outcome_averted(50_000, 10, 80, 35, 80).each
    assert outcome is not None
    assert averted is not None
    low, high = proportion_confint(20, 80, method="wilson")
    assert (outcome.low, outcome.high) == pytest.approx((625 / high, 625 / low))
    low, high = confint_proportions_2indep(35, 80, 10, 80, method="newcomb", compare="diff")
    assert (averted.low, averted.high) == pytest.approx((625 / high, 625 / low))


@given(st.floats(1, 1e8), st.floats(1, 1e6))
def test_break_even_is_where_scipy_finds_nothing_left_over(cost: float, saved: float) -> None:
    found = brentq(lambda outcomes: outcomes * saved - cost, 0, 2 * cost / saved, xtol=1e-12, rtol=1e-12)
    assert find_break_even(cost, saved).needed == pytest.approx(found)


@given(st.floats(0, 1e8), st.integers(1, 300), st.data())
def test_a_cost_lies_in_its_interval_and_grows_with_the_cost(cost: float, people: int, data: st.DataObject) -> None:
    outcomes = data.draw(st.integers(1, people))
    found = estimate_cost_per_outcome(cost, outcomes, people).interval
    assert found is not None
    assert found.low <= found.value * (1 + 1e-12)
    assert found.value <= found.high * (1 + 1e-12)
    assert estimate_cost_per_outcome(2 * cost, outcomes, people).each == pytest.approx(2 * found.value)


def test_without_the_number_of_people_a_cost_has_no_interval() -> None:
    found = estimate_cost_per_outcome(12_000, 8)
    assert (found.each, found.interval) == (1500, None)
    assert found.may_say.startswith("Each outcome came with £1,500 of cost, but you may not say that it was bought with it")


@given(st.floats(1, 1e8), st.floats(1, 1e6), st.integers(1, 10_000), st.floats(0.01, 0.99))
def test_at_break_even_what_is_saved_is_the_cost(cost: float, saved: float, people: int, before: float) -> None:
    found = find_break_even(cost, saved, people, before)
    assert found.share is not None
    assert found.needed * saved == pytest.approx(cost)
    assert found.outcomes - 1 < found.needed <= found.outcomes * (1 + 1e-11)
    assert found.share * people == pytest.approx(found.needed)
    assert found.possible == (found.share <= before)
    assert find_break_even(cost, saved, people).possible == (found.share <= 1)


def test_a_break_even_needs_no_more_than_two_sums_of_money() -> None:
    found = find_break_even(60_000, 8_000)
    assert (found.needed, found.outcomes, found.share) == (7.5, 8, None)
    assert find_break_even(24_000, 8_000).outcomes == 3


def test_a_million_breaks_even_between_the_numbers_that_king_gives() -> None:
    """King, Break-even analysis and rubrics, julianking.co.nz: a million a year, 20,000 to 30,000 for each of 33 to 50 people."""
    assert round(find_break_even(1_000_000, 30_000).needed) == 33
    assert find_break_even(1_000_000, 20_000).outcomes == 50
    saved = {"saved": (20_000.0, 30_000.0)}
    swing = vary_one_at_a_time(lambda figures: 1_000_000 / figures["saved"], {"saved": 25_000}, saved).swings[0]
    assert (round(swing.at_low), round(swing.at_high)) == (50, 33)


@given(st.dictionaries(st.sampled_from("abcd"), st.floats(0.1, 100), min_size=1), st.floats(0, 1), st.floats(0, 10))
def test_the_widest_swing_comes_first(assumed: Mapping[str, float], down: float, up: float) -> None:
    ranges = {name: (value * (1 - down), value * (1 + up)) for name, value in assumed.items()}
    found = vary_one_at_a_time(lambda figures: math.fsum(figures.values()), assumed, ranges)
    assert found.answer == math.fsum(assumed.values())
    assert [swing.width for swing in found.swings] == sorted((swing.width for swing in found.swings), reverse=True)
    assume(found.swings)
    assert all(swing.at_low <= found.answer + 1e-9 and found.answer - 1e-9 <= swing.at_high for swing in found.swings)


def test_what_may_be_said_follows_the_numbers() -> None:
    assert "may not say that it was bought with it" in estimate_cost_per_outcome(50_000, 20, 80).may_say
    assert "the middle figure may never be given alone" in estimate_cost_per_outcome_averted(50_000, 10, 80, 35, 80).may_say
    assert find_break_even(50_000, 20_000, 80, 0.4).may_say == (
        "To pay for itself the service must bring about 3 outcomes that would not have come anyway among 80 people, "
        "a change of 3.1 points from 40%, which is a bar to clear and not a result."
    )
    assert "must bring about 1 outcome that" in find_break_even(5, 20).may_say
    assert "cannot pay for itself by this outcome: it would take 50 outcomes" in find_break_even(50_000, 1000, 80, 0.4).may_say
    ranges = {"cost": (40.0, 60.0), "value": (5.0, 25.0)}
    swings = vary_one_at_a_time(lambda figures: figures["cost"] / figures["value"], {"cost": 50, "value": 20}, ranges)
    assert swings.may_say.startswith("The answer hangs most on the value (2 to 10), so settle that first")


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ((-1, 5, 10), "cost is -1; expected at least 0"),
        ((100, 0, 10), "outcomes is 0; expected at least 1"),
        ((100, 11, 10), "events is 11; expected from 0 to 10"),
    ],
)
def test_a_cost_that_cannot_be_is_refused(numbers: tuple[float, int, int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        estimate_cost_per_outcome(*numbers)


def test_other_numbers_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="cost is -1; expected at least 0"):
        estimate_cost_per_outcome_averted(-1, 1, 2, 1, 2)
    with pytest.raises(ValueError, match="people is 0; expected at least 1"):
        estimate_cost_per_outcome_averted(1, 0, 0, 1, 2)
    for numbers, message in {
        (-1, 1, 1, 0.5): "cost is -1; expected at least 0",
        (1, 0, 1, 0.5): "saved is 0; expected more than 0",
        (1, 1, 0, 0.5): "people is 0; expected at least 1",
        (1, 1, 1, 1): "before is 1; expected more than 0 and less than 1",
    }.items():
        with pytest.raises(ValueError, match=message):
            find_break_even(*numbers)


@pytest.mark.parametrize(
    ("ranges", "message"),
    [
        ({}, "number of ranges is 0; expected at least 1"),
        ({"colour": (1, 2)}, "ranges name 'colour'; expected one of cost"),
        ({"cost": (6, 7)}, "cost is 5; expected from 6 to 7"),
    ],
)
def test_ranges_that_do_not_fit_are_refused(ranges: dict[str, tuple[float, float]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        vary_one_at_a_time(lambda figures: figures["cost"], {"cost": 5}, ranges)
