"""Alpha with its interval and the reliable change index give published figures, agree with another's program, and hold together."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from practice_models.evaluation import estimate_alpha, judge_alpha, judge_change


def test_feldts_interval_is_that_of_bonetts_worked_example() -> None:
    """Bonett, statpsych, ci.cronbach(.05, .85, 7, 89); he takes n (items - 1) degrees of freedom below, where Feldt takes one n less."""
    found = judge_alpha(0.85, 7, 89).alpha
    assert (found.low, found.high) == pytest.approx((0.7971254, 0.8931436), abs=1e-4)


def test_feldts_interval_is_that_of_evans() -> None:
    """Evans, feldt1.return(0.913, 873, 20), StatsWiki of the MRC Cognition and Brain Sciences Unit; with Feldt's degrees of freedom."""
    found = judge_alpha(0.913, 20, 873).alpha
    assert (found.low, found.high) == pytest.approx((0.9044024, 0.9211588), abs=5e-8)


@pytest.mark.parametrize("alpha", [-0.5, 0, 0.7, 0.95])
@pytest.mark.parametrize("items", [2, 7, 29])
@pytest.mark.parametrize("people", [2, 12, 80, 1000])
def test_feldts_interval_agrees_with_scipy(alpha: float, items: int, people: int) -> None:
    above, below = people - 1, (people - 1) * (items - 1)
    found = judge_alpha(alpha, items, people, 0.9).alpha
    assert found.low == pytest.approx(1 - (1 - alpha) * stats.f.ppf(0.95, above, below), rel=1e-7)
    assert found.high == pytest.approx(1 - (1 - alpha) * stats.f.ppf(0.05, above, below), rel=1e-7)


def test_alpha_agrees_with_the_covariance_matrix() -> None:
    random = np.random.default_rng(7)
    scores = random.normal(size=(40, 1)) + random.normal(size=(40, 6))
    covariances = np.cov(scores, rowvar=False)
    expected = 6 / 5 * (1 - np.trace(covariances) / covariances.sum())
    found = estimate_alpha(scores.tolist())
    assert found.alpha.value == pytest.approx(expected)
    assert (found.items, found.people) == (6, 40)


def test_items_that_repeat_one_another_have_an_alpha_of_one() -> None:
    assert estimate_alpha([[1, 1, 1], [4, 4, 4], [2, 2, 2]]).alpha.value == pytest.approx(1)


@given(st.floats(-1, 0.99), st.integers(2, 40), st.integers(2, 500))
def test_an_interval_holds_its_alpha_and_narrows_with_people(alpha: float, items: int, people: int) -> None:
    found, larger = judge_alpha(alpha, items, people).alpha, judge_alpha(alpha, items, 4 * people).alpha
    assert found.low <= alpha + 1e-9
    assert found.high <= 1
    assert larger.high - larger.low < found.high - found.low
    assert judge_alpha(alpha, items, people, 0.99).alpha.low < found.low


def test_the_smallest_reliable_change_is_that_of_jacobson_and_truax_1991() -> None:
    """Their spread of 7.5 and reliability of 0.80, worked out in the tests of the R package CECPfuns."""
    found = judge_change(32.5, 47.5, 7.5, 0.80)
    assert found.smallest == pytest.approx(9.296925484568419, abs=1e-9)
    assert found.index == pytest.approx(15 / (9.296925484568419 / 1.959964), abs=1e-6)
    assert found.reliable


@given(st.floats(-100, 100), st.floats(-100, 100), st.floats(0.1, 50), st.floats(0, 0.99), st.floats(0.5, 0.99))
def test_a_change_is_reliable_where_its_interval_leaves_out_nought(
    before: float, after: float, spread: float, reliability: float, confidence: float
) -> None:
    found = judge_change(before, after, spread, reliability, confidence)
    assert found.reliable == (not found.change.holds(0))
    back = judge_change(after, before, spread, reliability, confidence)
    assert (back.index, back.smallest) == (-found.index, found.smallest)
    assert judge_change(before, after, spread, (1 + reliability) / 2, confidence).smallest < found.smallest


@given(st.floats(-50, 50), st.floats(0.1, 50), st.floats(0, 0.99))
def test_the_error_of_a_change_is_that_of_two_scores_that_hang_together(change: float, spread: float, reliability: float) -> None:
    covariances = spread**2 * np.array([[1, reliability], [reliability, 1]])
    error = np.sqrt(np.array([-1, 1]) @ covariances @ np.array([-1, 1]))
    found = judge_change(0, change, spread, reliability)
    assert found.index == pytest.approx(change / error)
    assert found.smallest == pytest.approx(stats.norm.ppf(0.975) * error)


def test_what_may_be_said_follows_the_numbers() -> None:
    assert "may not yet rely on the score" in judge_alpha(0.75, 7, 30).may_say
    assert "not to decide anything about one person" in judge_alpha(0.85, 7, 89).may_say
    assert "steady enough for one person" in judge_alpha(0.95, 20, 300).may_say
    assert "so the score changed, but you may not say why" in judge_change(32.5, 47.5, 7.5, 0.8).may_say
    assert "may not say that this person has changed" in judge_change(40, 45, 7.5, 0.8).may_say


@pytest.mark.parametrize(
    ("alpha", "items", "people", "message"),
    [
        (1.1, 7, 89, "alpha is 1.1"),
        (0.8, 1, 89, "items is 1; expected at least 2"),
        (0.8, 7, 1, "people is 1; expected at least 2"),
    ],
)
def test_an_alpha_without_an_interval_is_refused(alpha: float, items: int, people: int, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        judge_alpha(alpha, items, people)


@pytest.mark.parametrize(
    ("scores", "message"),
    [
        ([], "rows of scores have no columns"),
        ([[1, 2], [1]], "rows of scores have 1, 2 columns"),
        ([[1], [2]], "items is 1; expected at least 2"),
        ([[1, 2]], "people is 1; expected at least 2"),
        ([[1, 2], [2, 1]], "scores add up to the same total for everybody"),
    ],
)
def test_answers_without_an_alpha_are_refused(scores: list[list[float]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        estimate_alpha(scores)


def test_a_change_that_cannot_be_judged_is_refused() -> None:
    with pytest.raises(ValueError, match="spread is 0; expected more than 0"):
        judge_change(1, 2, 0, 0.8)
    with pytest.raises(ValueError, match="reliability is 1; expected from 0 to less than 1"):
        judge_change(1, 2, 5, 1)
    with pytest.raises(ValueError, match="confidence is 0"):
        judge_alpha(0.8, 7, 89, 0)
