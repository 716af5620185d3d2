"""Kappa gives published figures, agrees with another's program, and does not depend on which rater is named first."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa

from practice_models.evaluation import estimate_kappa
from practice_models.evaluation.agreement import Weighting

DIAGNOSES = [[75, 1, 4], [5, 4, 1], [0, 0, 10]]
SAS = [[0, 4, 1], [0, 8, 0], [0, 1, 5]]
"""An example of SAS, which the tests of statsmodels quote."""
MAMMOGRAMS = [[34, 10, 2, 0], [6, 8, 8, 2], [2, 5, 4, 12], [0, 1, 2, 14]]
"""Two readers of 110 mammograms: Kundel and Polansky (2003), Radiology 228, 303-308, table A1."""
SEVERITY = [[11, 5, 2, 0], [3, 12, 6, 1], [1, 4, 9, 5], [0, 1, 3, 14]]
WEIGHTINGS: tuple[Weighting, ...] = ("none", "linear", "quadratic")


def test_kappas_are_those_that_sas_prints() -> None:
    plain, weighted = estimate_kappa(SAS).kappa, estimate_kappa(SAS, "linear").kappa
    assert (plain.value, plain.low, plain.high) == pytest.approx((0.4842, 0.2137, 0.7547), abs=5e-5)
    assert (weighted.value, weighted.low, weighted.high) == pytest.approx((0.4701, 0.1845, 0.7558), abs=5e-5)


@pytest.mark.parametrize(("weighting", "kappa", "error"), [("none", 0.3713, 0.06033), ("linear", 0.5964, 0.04923)])
def test_the_readers_of_mammograms_agree_as_vcd_prints_it(weighting: Weighting, kappa: float, error: float) -> None:
    """The R package vcd, Kappa, in the documentation of vcdExtra, Mammograms."""
    found = estimate_kappa(MAMMOGRAMS, weighting).kappa
    assert found.value == pytest.approx(kappa, abs=5e-5)
    assert (found.high - found.low) / (2 * 1.959964) == pytest.approx(error, abs=5e-6)


def test_two_tests_of_pregnancy_agree_as_watson_and_petrie_2010_print_it() -> None:
    """Watson and Petrie (2010), page 1170, with the data of Silva and others (2007), in the documentation of the R package epiR."""
    found = estimate_kappa([[596, 61], [29, 987]]).kappa
    assert (round(found.value, 2), round(found.low, 2), round(found.high, 2)) == (0.89, 0.86, 0.91)


def test_the_share_that_was_seen_to_agree_is_that_of_the_diagonal() -> None:
    found = estimate_kappa(DIAGNOSES)
    assert (round(found.observed, 2), found.cases) == (0.89, 100)


@pytest.mark.parametrize("weighting", WEIGHTINGS)
@pytest.mark.parametrize("table", [DIAGNOSES, [[20, 5], [10, 15]], [[0, 9], [7, 0]], SEVERITY])
def test_it_agrees_with_statsmodels(table: list[list[int]], weighting: Weighting) -> None:
    theirs = cohens_kappa(np.array(table), wt=None if weighting == "none" else weighting)
    ours = estimate_kappa(table, weighting).kappa
    assert ours.value == pytest.approx(theirs.kappa, abs=1e-12)
    assert (ours.low, ours.high) == pytest.approx((max(-1, theirs.kappa_low), min(1, theirs.kappa_upp)), abs=1e-9)


def _squares(size: int) -> st.SearchStrategy[list[list[int]]]:
    return st.lists(st.lists(st.integers(0, 30), min_size=size, max_size=size), min_size=size, max_size=size)


TABLES = st.integers(2, 5).flatmap(_squares)


@given(TABLES, st.sampled_from(WEIGHTINGS))
def test_it_is_the_same_whoever_is_named_first_and_from_either_end_of_the_scale(table: list[list[int]], weighting: Weighting) -> None:
    _assume_two_categories(table)
    found = estimate_kappa(table, weighting)
    assert -1 <= found.kappa.low <= found.kappa.value <= found.kappa.high <= 1
    turned = [list(row) for row in zip(*table, strict=True)]
    backwards = [row[::-1] for row in table[::-1]]
    assert estimate_kappa(turned, weighting).kappa.value == pytest.approx(found.kappa.value, abs=1e-9)
    assert estimate_kappa(backwards, weighting).kappa.value == pytest.approx(found.kappa.value, abs=1e-9)


@given(st.lists(st.integers(1, 30), min_size=2, max_size=5), st.sampled_from(WEIGHTINGS))
def test_full_agreement_is_one(diagonal: list[int], weighting: Weighting) -> None:
    table = [[count if i == j else 0 for j in range(len(diagonal))] for i, count in enumerate(diagonal)]
    assert estimate_kappa(table, weighting).kappa.value == pytest.approx(1)


def _assume_two_categories(table: list[list[int]]) -> None:
    cases = sum(map(sum, table))
    assume(cases >= 2)
    assume(all(table[i][i] < cases for i in range(len(table))))


def test_with_two_categories_weights_change_nothing() -> None:
    assert len({round(estimate_kappa([[20, 5], [10, 15]], each).kappa.value, 12) for each in WEIGHTINGS}) == 1


def test_what_may_be_said_follows_the_interval() -> None:
    assert "may not say that the two raters agree better than chance" in estimate_kappa([[5, 4], [4, 5]]).may_say
    assert "one rating may not yet stand for the other's" in estimate_kappa([[20, 5], [10, 15]]).may_say
    assert "see alike and not that they see rightly" in estimate_kappa([[90, 5], [5, 100]]).may_say


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ([], "rows of the table have no columns"),
        ([[1, 2], [3]], "rows of the table have 1, 2 columns; expected the same number in each row"),
        ([[3]], "rows of the table is 1; expected at least 2"),
        ([[1, 2, 3], [4, 5, 6]], "table is 2 by 3; expected a square"),
        ([[1, -2], [3, 4]], "count is -2; expected at least 0"),
        ([[1, 0], [0, 0]], "cases is 1; expected at least 2"),
        ([[9, 0], [0, 0]], "table has all cases in one category; expected at least two categories in use"),
    ],
)
def test_a_table_without_a_kappa_is_refused(table: list[list[int]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        estimate_kappa(table)


def test_an_unknown_weighting_is_refused() -> None:
    with pytest.raises(ValueError, match="weighting is 'cubic'; expected one of none, linear, quadratic"):
        estimate_kappa(DIAGNOSES, "cubic")  # type: ignore[arg-type]
