"""A fidelity score counts what was done; its interval counts cases, for items of one case are alike."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.api import OLS

from practice_models.evaluation import score_fidelity, score_fidelity_of_cases, wilson_interval

CONTROLS = [(13, 13), (12, 12), (9, 9), (9, 9), (8, 8), (8, 8), (12, 13), (11, 12)]
CONTROLS += [(9, 10), (9, 10), (8, 9), (11, 13), (4, 5), (5, 7), (7, 10), (7, 10)]
TREATED = [(12, 12), (11, 11), (10, 10), (9, 9), (10, 11), (9, 10), (9, 10), (8, 9)]
TREATED += [(8, 9), (4, 5), (7, 9), (4, 7), (5, 10), (3, 6), (3, 10), (0, 7)]
"""Pups that lived, and litters: Weil (1970), in Rao and Scott (1992), Biometrics 48, 577-585, table 1."""


@pytest.mark.parametrize(("litters", "effect"), [(CONTROLS, 1.232495), (TREATED, 3.952861)])
def test_litters_are_worth_what_the_design_effects_of_rao_and_scott_1992_leave(litters: list[tuple[int, int]], effect: float) -> None:
    """Their design effects, as the R package PF prints them (rsb)."""
    found = score_fidelity_of_cases(litters)
    worth = found.applied / effect
    assert (found.share.low, found.share.high) == pytest.approx(wilson_interval(found.share.value * worth, worth), abs=1e-7)


def test_items_that_are_not_alike_give_the_wilson_interval() -> None:
    found = score_fidelity(80, 100, 10, likeness=0).share
    assert (found.value, found.low, found.high) == (0.8, *wilson_interval(80, 100))


def test_items_that_are_wholly_alike_count_as_one_a_case() -> None:
    found = score_fidelity(80, 100, 10, likeness=1).share
    assert (found.low, found.high) == pytest.approx(wilson_interval(8, 10))
    whole = score_fidelity_of_cases([(10, 10)] * 8 + [(0, 10)] * 2).share
    assert (whole.low, whole.high) == pytest.approx(wilson_interval(7.2, 9))


def test_the_variance_of_clusters_is_that_of_a_regression_with_clusters() -> None:
    """Over many cases, the interval is that of a mean with errors clustered by case."""
    random = np.random.default_rng(5)
    cases = [(int(kept), 10) for kept in random.binomial(10, random.beta(4, 2, size=2000))]
    items = [float(place < kept) for kept, applied in cases for place in range(applied)]
    groups = [case for case, (_, applied) in enumerate(cases) for _ in range(applied)]
    fit = OLS(items, [1.0] * len(items)).fit(cov_type="cluster", cov_kwds={"groups": groups})
    found = score_fidelity_of_cases(cases).share
    assert (found.high - found.low) / (2 * 1.959964) == pytest.approx(fit.bse[0], rel=2e-3)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 12)), min_size=2, max_size=40))
def test_cases_never_tell_more_than_their_items(cases: list[tuple[int, int]]) -> None:
    cases = [(min(kept, applied), applied) for kept, applied in cases]
    found = score_fidelity_of_cases(cases)
    low, high = wilson_interval(found.kept, found.applied)
    assert 0 <= found.share.low <= low + 1e-12
    assert high - 1e-12 <= found.share.high <= 1
    assert found.share.low - 1e-12 <= found.share.value <= found.share.high + 1e-12


@given(st.integers(1, 200), st.integers(1, 50), st.floats(0, 1), st.floats(0, 1), st.data())
def test_the_more_alike_the_wider(applied: int, cases: int, likeness: float, other: float, data: st.DataObject) -> None:
    assume(cases <= applied)
    kept = data.draw(st.integers(0, applied))
    less, more = (score_fidelity(kept, applied, cases, each).share for each in sorted((likeness, other)))
    assert more.high - more.low >= less.high - less.low - 1e-9


def test_what_may_be_said_is_of_what_was_done_and_not_of_how_well() -> None:
    assert score_fidelity(80, 100, 10).may_say == (
        "In the cases looked at, 80% of the model was done (67 to 89% for all cases if these were drawn by chance), "
        "which says nothing of how well it was done."
    )


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ((11, 10, 2, 0.1), "kept is 11; expected from 0 to 10, the applied"),
        ((0, 0, 1, 0.1), "applied is 0; expected at least 1"),
        ((5, 10, 0, 0.1), "cases is 0; expected from 1 to 10"),
        ((5, 10, 11, 0.1), "cases is 11; expected from 1 to 10"),
        ((5, 10, 2, 1.1), "likeness is 1.1; expected from 0 to 1"),
    ],
)
def test_numbers_that_cannot_be_are_refused(numbers: tuple[int, int, int, float], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        score_fidelity(*numbers)


def test_cases_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="number of cases is 1; expected at least 2"):
        score_fidelity_of_cases([(3, 4)])
    with pytest.raises(ValueError, match="kept is 5; expected from 0 to 4"):
        score_fidelity_of_cases([(5, 4), (1, 2)])
