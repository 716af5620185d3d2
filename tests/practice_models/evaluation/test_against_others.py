"""The closed forms agree with an independent implementation, statsmodels, over a grid, and with published figures."""

import math
from datetime import date
from itertools import product
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.genmod.families import Poisson
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.stats.contingency_tables import Table2x2
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint, samplesize_proportions_2indep_onetail

from practice_models.evaluation import (
    break_even,
    cost_per_outcome,
    cronbach_alpha,
    design_effect,
    follow_up_calendar,
    newcombe_interval,
    odds_ratio,
    people_in_unequal_groups,
    people_per_group,
    people_to_start,
    power_of,
    rate_ratio,
    reliable_change,
    risk_ratio,
    traffic_light,
    weighted_kappa,
    wilson_interval,
)

COUNTS = [(1, 9), (7, 9), (28, 35), (64, 80), (3, 400), (200, 401)]


@pytest.mark.parametrize(("events", "people"), COUNTS)
@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.99])
def test_wilson(events: int, people: int, confidence: float) -> None:
    assert wilson_interval(events, people, confidence) == pytest.approx(
        proportion_confint(events, people, alpha=1 - confidence, method="wilson"), abs=1e-9
    )


@pytest.mark.parametrize(("first", "second"), list(product(COUNTS, COUNTS)))
def test_newcombe(first: tuple[int, int], second: tuple[int, int]) -> None:
    theirs = confint_proportions_2indep(*first, *second, method="newcomb", compare="diff")
    assert newcombe_interval(*first, *second) == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize(
    ("before", "after", "ratio"), [(0.4, 0.35, 1.0), (0.4, 0.3, 1.0), (0.3, 0.2, 2.0), (0.5, 0.45, 10.0), (0.2, 0.1, 0.5)]
)
def test_people_in_groups(before: float, after: float, ratio: float) -> None:
    compared, served = people_in_unequal_groups(before, after, ratio)
    theirs = samplesize_proportions_2indep_onetail(before - after, after, 0.8, ratio=1 / ratio, alpha=0.05)
    assert compared == pytest.approx(served * ratio)
    assert compared == pytest.approx(theirs, rel=0.05)  # theirs weighs the variance under no difference in another way


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
    assert math.ceil(people_in_unequal_groups(0.4, 0.4 - fall, 10)[1]) == served
    assert _chance_of_a_finding(0.4, 0.4 - fall, 10 * served, served, pooled=True) == pytest.approx(0.8, abs=0.01)


def test_with_ten_for_each_a_formula_that_keeps_the_groups_apart_promises_too_much() -> None:
    assert _chance_of_a_finding(0.4, 0.4 - 0.145, 800, 80, pooled=True) < 0.75
    assert _chance_of_a_finding(0.4, 0.4, 800, 80, pooled=False) > 0.055  # and its own test is fooled too often
    assert _chance_of_a_finding(0.4, 0.4, 800, 80, pooled=True) == pytest.approx(0.05, abs=0.001)


@pytest.mark.parametrize(("before", "after", "people"), [(0.4, 0.3, 356), (0.4, 0.2, 80), (0.5, 0.45, 1000)])
def test_power_is_near_that_of_the_arcsine_test(before: float, after: float, people: int) -> None:
    effect = 2 * math.asin(math.sqrt(before)) - 2 * math.asin(math.sqrt(after))
    assert power_of(before, after, people) == pytest.approx(NormalIndPower().power(effect, people, 0.05), abs=0.01)


@given(st.floats(0.05, 0.95), st.floats(0.05, 0.95), st.integers(10, 5000))
def test_power_and_size_are_each_others_inverse(before: float, after: float, people: int) -> None:
    if abs(before - after) > 0.01:
        power = power_of(before, after, people)
        if 0.05 < power < 0.99:
            assert people_per_group(before, after, power) == pytest.approx(people, rel=1e-6)


@pytest.mark.parametrize(("first", "second"), [((7, 40), (15, 42)), ((1, 9), (5, 9)), ((200, 401), (180, 390))])
def test_ratios_of_risks_and_odds(first: tuple[int, int], second: tuple[int, int]) -> None:
    table = Table2x2(np.array([[first[0], first[1] - first[0]], [second[0], second[1] - second[0]]]))
    assert risk_ratio(*first, *second) == pytest.approx((table.riskratio, *table.riskratio_confint()), rel=1e-9)
    assert odds_ratio(*first, *second) == pytest.approx((table.oddsratio, *table.oddsratio_confint()), rel=1e-9)


@pytest.mark.parametrize("case", [(12, 30.0, 20, 28.5), (1, 4.0, 9, 5.0), (300, 210.0, 280, 205.0)])
@pytest.mark.filterwarnings("ignore:divide by zero")  # with as many coefficients as groups nothing is left over,
@pytest.mark.filterwarnings("ignore:Perfect separation")  # on which theirs remarks twice
def test_ratio_of_rates_is_that_of_a_poisson_regression(case: tuple[int, float, int, float]) -> None:
    fitted = GLM(np.array([case[0], case[2]]), np.array([[1, 1], [1, 0]]), family=Poisson(), exposure=np.array([case[1], case[3]])).fit()
    theirs = np.exp([fitted.params[1], *fitted.conf_int()[1]])
    assert rate_ratio(*case) == pytest.approx(tuple(theirs), rel=1e-4)  # as near as their search goes


TABLES = [
    [[20, 5], [10, 15]],
    [[11, 3, 1], [2, 9, 4], [0, 2, 8]],
    [[30, 4, 1, 0], [3, 22, 5, 1], [0, 6, 18, 2], [1, 0, 3, 14]],
]


@pytest.mark.parametrize("table", TABLES)
def test_weighted_kappa(table: list[list[int]]) -> None:
    for ours, theirs in (("linear", "linear"), ("quadratic", "quadratic")):
        other = cohens_kappa(np.array(table), wt=theirs)
        kappa, low, high = weighted_kappa(table, ours)  # type: ignore[arg-type]
        assert kappa == pytest.approx(other.kappa, abs=1e-9)
        assert (low, high) == pytest.approx((other.kappa_low, other.kappa_upp), abs=1e-9)


def test_alpha_of_items_that_say_the_same_is_one() -> None:
    assert cronbach_alpha([[1, 1, 1], [2, 2, 2], [4, 4, 4]]) == pytest.approx(1)


def test_alpha_is_what_the_covariances_give() -> None:
    rows = np.array([[2, 3, 3], [4, 4, 5], [1, 2, 2], [3, 3, 5], [5, 4, 4]])
    covariance = np.cov(rows.T)
    items = len(covariance)
    theirs = items / (items - 1) * (1 - np.trace(covariance) / covariance.sum())
    assert cronbach_alpha(rows.tolist()) == pytest.approx(float(theirs))


def test_known_figures() -> None:
    assert design_effect(10, 0.05) == pytest.approx(1.45)
    assert people_to_start(1471, clustered=1.45, lost=0.1) == 2370
    assert reliable_change(20, 12, spread=6, reliability=0.8) == pytest.approx(-2.108, abs=5e-4)
    assert cost_per_outcome(12_000, 8) == 1500
    assert break_even(60_000, 8_000) == 7.5


def test_no_pilot_knows_within_two_years() -> None:
    found = follow_up_calendar(date(2027, 1, 4), date(2027, 3, 31))
    assert (found.followed_until, found.courts_until) == (date(2028, 3, 31), date(2028, 9, 30))


@pytest.mark.parametrize(
    ("events", "people", "light", "possible"),
    [(28, 35, "go", ("go", "amend")), (7, 9, "amend", ("go", "amend", "stop")), (80, 80, "go", ("go",)), (1, 40, "stop", ("stop",))],
)
def test_a_traffic_light_says_which_lights_its_interval_reaches(events: int, people: int, light: str, possible: tuple[str, ...]) -> None:
    found = traffic_light(events, people, go_from=0.8, amend_from=0.6)
    assert (found.light, found.possible) == (light, possible)
    assert ("do not let them decide alone" in found.may_say) == (len(possible) > 1)


def test_safety_has_no_amber() -> None:
    found = traffic_light(93, 100, go_from=0.95, amend_from=0.95)
    assert (found.light, found.possible) == ("stop", ("go", "stop"))


@pytest.mark.parametrize(
    "call",
    [
        lambda: design_effect(0, 0.1),
        lambda: design_effect(5, 1.1),
        lambda: people_to_start(0),
        lambda: people_to_start(10, lost=1),
        lambda: people_in_unequal_groups(0.4, 0.3, 0),
        lambda: power_of(0.4, 0.3, 1),
        lambda: power_of(0.4, 0.4, 10),
        lambda: risk_ratio(0, 10, 1, 10),
        lambda: odds_ratio(10, 10, 1, 10),
        lambda: rate_ratio(1, 0, 1, 1),
        lambda: traffic_light(1, 2, go_from=0.5, amend_from=0.6),
        lambda: weighted_kappa([[1, 2]]),
        lambda: weighted_kappa([[5, 0], [0, 0]]),
        lambda: cronbach_alpha([[1, 2]]),
        lambda: cronbach_alpha([[1, 2], [2, 1]]),
        lambda: reliable_change(1, 2, spread=0, reliability=0.8),
        lambda: cost_per_outcome(1, 0),
        lambda: break_even(1, 0),
        lambda: follow_up_calendar(date(2027, 2, 1), date(2027, 1, 1)),
    ],
)
def test_what_cannot_be_worked_out_is_refused(call: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        call()  # type: ignore[operator]
