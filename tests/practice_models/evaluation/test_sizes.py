"""Size, detectable fall and power give the known figures, agree with another's program, and are each other's inverse."""

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.stats.proportion import power_proportions_2indep, samplesize_proportions_2indep_onetail

from practice_models.evaluation import (
    Design,
    detectable_fall,
    detectable_rise,
    find_detectable_fall,
    find_power,
    people_per_group,
    plan_size,
    power_to_find,
)

SHARES = st.floats(0.05, 0.95)
RATIOS = st.floats(0.2, 20)


@pytest.mark.parametrize(("after", "each"), [(0.30, 356), (0.35, 1471), (0.37, 4129)])
def test_people_needed_from_a_baseline_of_40_percent(after: float, each: int) -> None:
    assert math.ceil(people_per_group(0.40, after)) == each
    size = plan_size(0.40, after)
    assert (size.service, size.comparison, size.total) == (each, each, 2 * each)


def test_size_and_power_are_those_that_r_prints() -> None:
    """The examples of power.prop.test in R, from one half against three quarters."""
    assert people_per_group(0.50, 0.75, power=0.90) == pytest.approx(76.7, abs=0.05)
    assert power_to_find(0.50, 0.75, 50) == pytest.approx(0.740, abs=5e-4)


SMOKING_WITH_TWICE_THE_ODDS = 2 * 0.3 / (1 + 0.3)
"""How many smoke among those with the illness, where 30 in 100 of the others do."""


def test_sizes_are_those_of_woodward_2014() -> None:
    """Epidemiology: Study Design and Data Analysis, 3rd edition, examples 8.13 and 8.17, in the documentation of the R package epiR.

    The test of example 8.13 is one-sided at 5%, which is two-sided at 10%.
    """
    assert plan_size(0.3, SMOKING_WITH_TWICE_THE_ODDS, Design(power=0.9)).service == 188
    assert plan_size(0.02065, 1.4 * 0.02065, Design(power=0.9, significance=0.1)).total == 12_130


def test_power_with_five_controls_for_each_case_is_that_of_woodward_2014() -> None:
    """Example 8.18: 188 cases and 940 controls."""
    assert power_to_find(0.3, SMOKING_WITH_TWICE_THE_ODDS, 188, comparators=5) == pytest.approx(0.99, abs=5e-3)


def test_three_controls_for_each_case_take_fewer_than_epir_prints() -> None:
    """The R package epiR, epi.sscc, example 4, prints 155 and 465 for a power of 0.90; that many find more than they have to."""
    size = plan_size(0.2, 1 / 3, Design(power=0.9, comparators=3))
    assert (size.service, size.comparison) == (150, 449)
    assert 0.90 <= _chance_of_a_finding(0.2, 1 / 3, 449, 150, pooled=True) < 0.905
    assert _chance_of_a_finding(0.2, 1 / 3, 465, 155, pooled=True) > 0.91


def test_what_2500_in_each_group_can_find_is_what_epir_prints() -> None:
    """The R package epiR, epi.sscohortc, example 2: risk ratios of 0.50 and 1.65, one-sided at 5%."""
    assert 1 - detectable_fall(0.02065, 2500, 0.9, 0.1) / 0.02065 == pytest.approx(0.50, abs=5e-3)
    assert 1 + detectable_rise(0.02065, 2500, 0.9, 0.1) / 0.02065 == pytest.approx(1.65, abs=5e-3)


def test_cows_that_come_in_herds_are_as_many_as_epir_prints() -> None:
    """The R package epiR, epi.sscohortc, example 3: 121 in each group, and 296 where herds of 30 have a correlation of 0.05."""
    assert plan_size(0.15, 0.30).service == 121
    assert plan_size(0.15, 0.30, Design(people_per_worker=30, likeness=0.05)).service == 296


@pytest.mark.parametrize(
    ("design", "said"),
    [
        (Design(), "follow up 1,471 people in the service and 1,471 to compare with, losses not counted in; with fewer,"),
        (Design(likeness=0.05), "follow up 1,471 people in the service and 1,471 to compare with, losses not counted in; with fewer,"),
        (
            Design(people_per_worker=10, likeness=0.05),
            "losses not counted in, and say that the likeness is a guess until somebody measures it.",
        ),
        (Design(lost=0.3), "start with 2,101 people in the service and 2,101 to compare with, and say that the losses are a guess"),
        (Design(people_per_worker=10, likeness=0.05, lost=0.3), "and say that the likeness and the losses are guesses"),
    ],
)
def test_what_is_only_guessed_is_said_to_be(design: Design, said: str) -> None:
    assert said in plan_size(0.40, 0.35, design).may_say


@pytest.mark.parametrize(("people", "points"), [(35, 29), (60, 23), (80, 20), (200, 13), (500, 8.5), (1000, 6)])
def test_what_a_pilot_can_find_from_a_baseline_of_40_percent(people: int, points: float) -> None:
    assert 100 * detectable_fall(0.40, people) == pytest.approx(points, abs=0.5)


@pytest.mark.parametrize(("people", "points"), [(60, 17.7), (80, 15.5), (200, 10.0), (500, 6.4)])
def test_what_it_can_find_with_ten_comparators_a_person(people: int, points: float) -> None:
    assert 100 * detectable_fall(0.40, people, comparators=10) == pytest.approx(points, abs=0.05)


def _chances(share: float, people: int) -> np.ndarray:
    """The chance of each count, from none of the people to all of them."""
    counts = np.arange(people + 1)
    ways = np.array([math.lgamma(people + 1) - math.lgamma(count + 1) - math.lgamma(people - count + 1) for count in counts])
    chances: np.ndarray = np.exp(ways + counts * math.log(share) + (people - counts) * math.log(1 - share))
    return chances


def _chance_of_a_finding(before: float, after: float, compared: int, served: int, *, pooled: bool) -> float:
    """How often a test of two proportions finds a difference, summed over every result that could come out."""
    without, with_it = np.arange(compared + 1)[:, None], np.arange(served + 1)[None, :]
    chance = _chances(before, compared)[:, None] * _chances(after, served)[None, :]
    one, other, both = without / compared, with_it / served, (without + with_it) / (compared + served)
    apart, together = one * (1 - one) / compared + other * (1 - other) / served, both * (1 - both) * (1 / compared + 1 / served)
    spread = together if pooled else apart
    return float(chance[np.abs(one - other) > NormalDist().inv_cdf(0.975) * np.sqrt(spread)].sum())


@pytest.mark.parametrize(("fall", "served"), [(0.155, 80), (0.177, 61), (0.10, 199)])
def test_with_ten_for_each_the_usual_test_finds_what_is_promised_in_four_of_five(fall: float, served: int) -> None:
    assert math.ceil(people_per_group(0.4, 0.4 - fall, comparators=10)) == served
    assert _chance_of_a_finding(0.4, 0.4 - fall, 10 * served, served, pooled=True) == pytest.approx(0.8, abs=0.01)


def test_with_ten_for_each_a_formula_that_keeps_the_groups_apart_promises_too_much() -> None:
    assert _chance_of_a_finding(0.4, 0.4 - 0.145, 800, 80, pooled=True) < 0.75
    assert _chance_of_a_finding(0.4, 0.4, 800, 80, pooled=False) > 0.055  # and its own test is fooled too often
    assert _chance_of_a_finding(0.4, 0.4, 800, 80, pooled=True) == pytest.approx(0.05, abs=0.001)


@pytest.mark.parametrize("comparators", [0.5, 1, 3, 10])
@pytest.mark.parametrize(("before", "after"), [(0.4, 0.3), (0.4, 0.35), (0.1, 0.05), (0.3, 0.5), (0.95, 0.8)])
def test_size_and_power_agree_with_statsmodels(before: float, after: float, comparators: float) -> None:
    people = people_per_group(before, after, comparators=comparators)
    side = _side(after - before)
    theirs = samplesize_proportions_2indep_onetail(after - before, before, 0.8, ratio=comparators, alpha=0.025, alternative=side)
    assert people == pytest.approx(theirs, rel=1e-6)
    for size in (20, 80, 500):
        found = power_proportions_2indep(
            after - before, before, size, ratio=comparators, alpha=0.025, alternative=side, return_results=False
        )
        assert power_to_find(before, after, size, comparators=comparators) == pytest.approx(found, abs=1e-9)


def _side(difference: float) -> str:
    return "larger" if difference > 0 else "smaller"


@given(SHARES, st.floats(0.01, 0.5), RATIOS)
def test_size_and_detectable_fall_are_each_others_inverse(before: float, fall: float, comparators: float) -> None:
    assume(before - fall > 0.001)
    people = people_per_group(before, before - fall, comparators=comparators)
    assume(people >= 2)
    found = detectable_fall(before, people, comparators=comparators)
    assert people_per_group(before, before - found, comparators=comparators) <= people * (1 + 1e-9)


@given(SHARES, st.floats(0.01, 0.5))
def test_a_fall_that_can_be_found_is_a_rise_of_the_others(before: float, fall: float) -> None:
    assume(before - fall > 0.001)
    people = people_per_group(before, before - fall)
    assume(people >= 2)
    assert detectable_fall(before, people) == pytest.approx(fall, rel=1e-6)
    assert detectable_rise(1 - before, people) == pytest.approx(fall, rel=1e-6)


@given(SHARES, SHARES, st.floats(0.05, 0.99), RATIOS)
def test_size_and_power_are_each_others_inverse(before: float, after: float, power: float, comparators: float) -> None:
    assume(abs(before - after) > 0.001)
    people = people_per_group(before, after, power, comparators=comparators)
    assume(people >= 2)
    assert power_to_find(before, after, people, comparators=comparators) == pytest.approx(power, abs=1e-9)


@given(SHARES, SHARES, st.integers(2, 10_000), RATIOS)
def test_more_people_and_more_comparators_find_more(before: float, after: float, people: int, comparators: float) -> None:
    assume(abs(before - after) > 0.001)
    power = power_to_find(before, after, people, comparators=comparators)
    assert 0 <= power <= power_to_find(before, after, 2 * people, comparators=comparators) <= 1
    assert people_per_group(before, after, 0.9) > people_per_group(before, after, 0.8)


def test_clusters_and_losses_are_allowed_for() -> None:
    design = Design(people_per_worker=10, likeness=0.05, lost=0.2)
    assert design.inflation == pytest.approx(1.45 / 0.8)
    assert plan_size(0.4, 0.3, design).service == math.ceil(people_per_group(0.4, 0.3) * 1.45 / 0.8)
    assert find_detectable_fall(0.4, 145, design).fall == pytest.approx(detectable_fall(0.4, 80))
    assert find_power(0.4, 0.3, 145, design).power == pytest.approx(power_to_find(0.4, 0.3, 80))


@given(SHARES, SHARES, st.floats(1, 50), st.floats(0, 0.5), st.floats(0, 0.9))
def test_a_plan_that_is_rounded_up_has_at_least_its_power(
    before: float, after: float, people_per_worker: float, likeness: float, lost: float
) -> None:
    assume(abs(before - after) > 0.01)
    design = Design(people_per_worker=people_per_worker, likeness=likeness, lost=lost)
    size = plan_size(before, after, design)
    assume(size.service / design.inflation >= 2)
    assert find_power(before, after, size.service, design).power >= 0.8 - 1e-6


def test_a_group_too_small_finds_nothing() -> None:
    assert detectable_fall(0.05, 10) == 0.05
    assert find_detectable_fall(0.05, 10).may_say == "With 10 people in the service, no fall from 5% can be found at all."


def test_what_may_be_said_follows_the_numbers() -> None:
    assert "follow up 1,471 people in the service and 1,471 to compare with" in plan_size(0.40, 0.35).may_say
    assert "only a fall of 20.1 points or more from 40%" in find_detectable_fall(0.4, 80).may_say
    assert "may not be called a test" in find_power(0.4, 0.35, 80).may_say
    assert "enough for the study that you plan" in find_power(0.4, 0.35, 1471).may_say


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"power": 1}, "power is 1; expected more than 0 and less than 1"),
        ({"significance": 0}, "significance is 0; expected more than 0"),
        ({"comparators": 0}, "comparators is 0; expected more than 0"),
        ({"people_per_worker": 0.5}, "people_per_worker is 0.5; expected at least 1"),
        ({"likeness": 1.5}, "likeness is 1.5; expected from 0 to 1"),
        ({"lost": 1}, "lost is 1; expected from 0 to less than 1"),
    ],
)
def test_a_design_that_cannot_be_is_refused(wrong: dict[str, float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Design(**wrong)


@pytest.mark.parametrize(
    ("before", "after", "message"), [(0.4, 0.4, "after is 0.4; expected another"), (0, 0.4, "before is 0"), (0.4, 1, "after is 1")]
)
def test_proportions_that_cannot_be_told_apart_are_refused(before: float, after: float, message: str) -> None:
    for refuse in (people_per_group, plan_size):
        with pytest.raises(ValueError, match=message):
            refuse(before, after)
    for refuse_people in (power_to_find, find_power):
        with pytest.raises(ValueError, match=message):
            refuse_people(before, after, 80)


def test_too_few_people_are_refused() -> None:
    for refuse in (detectable_fall, detectable_rise, find_detectable_fall):
        with pytest.raises(ValueError, match=r"people is 1.*; expected at least 2"):
            refuse(0.4, 1)
    with pytest.raises(ValueError, match="people is 1; expected at least 2"):
        power_to_find(0.4, 0.3, 1)
    with pytest.raises(ValueError, match="before is 1; expected more than 0"):
        detectable_fall(1, 80)
