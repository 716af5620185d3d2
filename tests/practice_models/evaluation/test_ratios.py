"""Risk, odds and rate ratios give published figures, agree with another's program, and turn round with their groups."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.api import GLM, families
from statsmodels.stats.contingency_tables import Table2x2

from practice_models.evaluation import Ratio, estimate_odds_ratio, estimate_rate_ratio, estimate_risk_ratio

ASPIRIN = (189, 11034, 104, 11037)
"""Heart attacks with placebo and with aspirin: the Physicians' Health Study (1989), New England Journal of Medicine 321, 129-135."""


def _figures(ratio: Ratio, places: int = 2) -> tuple[float, ...]:
    return tuple(round(each, places) for each in (ratio.ratio.value, ratio.ratio.low, ratio.ratio.high))


def test_the_study_of_x_rays_comes_out_as_rothman_prints_it() -> None:
    """Breast cancers in 28,010 and in 19,017 woman-years, in Rothman's spreadsheet Episheet, as the tests of its R package quote it."""
    found = estimate_rate_ratio(41, 28010, 15, 19017).ratio
    assert found.value == pytest.approx(1.855, abs=1e-3)
    assert (found.low, found.high) == pytest.approx((1.03, 3.35), abs=5e-3)


def test_a_trial_of_doses_has_the_risk_ratio_that_fagerland_and_others_print() -> None:
    """Perondi and others (2004), with the interval of Katz, in the tests of the R package contingencytables.

    The package goes with Fagerland, Lydersen and Laake (2017), Statistical Analysis of Contingency Tables, chapter 4.
    """
    assert _figures(estimate_risk_ratio(7, 34, 1, 34), 4) == (7.0, 0.9096, 53.8695)


def test_willebergs_cats_have_the_ratio_of_prevalences_that_epir_prints() -> None:
    """Willeberg (1977), in the documentation of the R package epiR, epi.2by2, example 1."""
    assert _figures(estimate_risk_ratio(13, 2176, 5, 3354)) == (4.01, 1.43, 11.23)


def test_smokers_babies_have_the_odds_ratio_that_epir_prints() -> None:
    """Hosmer and Lemeshow (1989), low weight at birth, in the documentation of the R package epiR, epi.2by2, example 2."""
    assert _figures(estimate_odds_ratio(30, 74, 29, 115)) == (2.02, 1.08, 3.78)


def test_woolfs_interval_is_that_of_orci() -> None:
    """Sun, the R package ORCI, Woolf.CI, the example of its documentation."""
    found = estimate_odds_ratio(2, 14, 1, 11).ratio
    assert (found.low, found.high) == pytest.approx((0.1310604, 21.1946394), abs=5e-8)


@pytest.mark.parametrize("counts", [(7, 9, 3, 12), (40, 80, 30, 80), (1, 100, 9, 90), ASPIRIN])
@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.99])
def test_they_agree_with_statsmodels(counts: tuple[int, int, int, int], confidence: float) -> None:
    events_1, people_1, events_2, people_2 = counts
    table = Table2x2(np.array([[events_1, people_1 - events_1], [events_2, people_2 - events_2]]))
    risk, odds = estimate_risk_ratio(*counts, confidence).ratio, estimate_odds_ratio(*counts, confidence).ratio
    assert (risk.value, risk.low, risk.high) == pytest.approx((table.riskratio, *table.riskratio_confint(1 - confidence)), rel=1e-10)
    assert (odds.value, odds.low, odds.high) == pytest.approx((table.oddsratio, *table.oddsratio_confint(1 - confidence)), rel=1e-10)


@pytest.mark.parametrize("counts", [(41, 28010.0, 15, 19017.0), (12, 80.0, 30, 95.5), (1, 1.0, 1, 2.0)])
def test_a_rate_ratio_agrees_with_a_poisson_regression(counts: tuple[int, float, int, float]) -> None:
    events_1, years_1, events_2, years_2 = counts
    half_1, half_2 = events_1 // 2, events_2 // 2
    counted, parts = [half_1, events_1 - half_1, half_2, events_2 - half_2], [years_1 / 3, years_1 / 1.5, years_2 / 3, years_2 / 1.5]
    fit = GLM(counted, [[1, 1], [1, 1], [1, 0], [1, 0]], family=families.Poisson(), exposure=parts).fit(tol=1e-12)
    found = estimate_rate_ratio(*counts).ratio
    assert (found.low, found.high) == pytest.approx(np.exp(fit.conf_int()[1]), rel=1e-6)


COUNTS = st.tuples(st.integers(1, 99), st.integers(100, 500), st.integers(1, 99), st.integers(100, 500))


@given(COUNTS, st.floats(1, 20))
def test_they_turn_over_with_their_groups_and_hold_their_value(counts: tuple[int, int, int, int], dispersion: float) -> None:
    events_1, people_1, events_2, people_2 = counts
    turned = (events_2, people_2, events_1, people_1)
    pairs = [
        (estimate_risk_ratio(*counts), estimate_risk_ratio(*turned)),
        (estimate_odds_ratio(*counts), estimate_odds_ratio(*turned)),
        (estimate_rate_ratio(*counts, dispersion), estimate_rate_ratio(*turned, dispersion)),
    ]
    for there, back in pairs:
        assert 0 < there.ratio.low <= there.ratio.value <= there.ratio.high
        assert there.ratio.low == pytest.approx(1 / back.ratio.high)
    assert math.copysign(1, math.log(pairs[0][0].ratio.value) or 1) == math.copysign(1, math.log(pairs[1][0].ratio.value) or 1)


@given(COUNTS, st.floats(1.01, 20))
def test_offences_that_come_in_bunches_widen_the_interval(counts: tuple[int, int, int, int], dispersion: float) -> None:
    plain, wide = estimate_rate_ratio(*counts).ratio, estimate_rate_ratio(*counts, dispersion).ratio
    assert wide.low < plain.low
    assert wide.high > plain.high


def test_what_may_be_said_follows_the_interval() -> None:
    assert "neither that the groups differ nor that they are alike" in estimate_risk_ratio(30, 80, 32, 80).may_say
    assert "may not be read as so many times as likely" in estimate_odds_ratio(*ASPIRIN).may_say
    assert "not that the service is why" in estimate_risk_ratio(*ASPIRIN).may_say
    assert "the true interval is wider" in estimate_rate_ratio(41, 28010, 15, 19017).may_say
    assert "first group's rate was" in estimate_rate_ratio(410, 280, 150, 190, 2).may_say


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ((0, 10, 3, 10), "events_1 is 0; expected at least 1"),
        ((3, 10, 0, 10), "events_2 is 0; expected at least 1"),
        ((11, 10, 3, 10), "events_1 is 11; expected from 0 to 10, the people_1"),
        ((3, 10, 3, 0), "people_2 is 0; expected at least 1"),
    ],
)
def test_counts_without_a_ratio_are_refused(counts: tuple[int, int, int, int], message: str) -> None:
    for refuse in (estimate_risk_ratio, estimate_odds_ratio):
        with pytest.raises(ValueError, match=message):
            refuse(*counts)


def test_odds_need_somebody_to_whom_it_did_not_happen() -> None:
    with pytest.raises(ValueError, match="people_1 without the event is 0; expected at least 1"):
        estimate_odds_ratio(10, 10, 3, 10)
    with pytest.raises(ValueError, match="people_2 without the event is 0; expected at least 1"):
        estimate_odds_ratio(3, 10, 10, 10)


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ((0, 10, 3, 10, 1), "events_1 is 0"),
        ((3, 10, 0, 10, 1), "events_2 is 0"),
        ((3, 0, 3, 10, 1), "years_1 is 0; expected more than 0"),
        ((3, 10, 3, 0, 1), "years_2 is 0; expected more than 0"),
        ((3, 10, 3, 10, 0.5), "dispersion is 0.5; expected at least 1"),
        ((3, 10, 3, 10, 1, 1), "confidence is 1"),
    ],
)
def test_rates_without_a_ratio_are_refused(counts: tuple[int, float, int, float, float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        estimate_rate_ratio(*counts)
