"""Difference in differences, from counts and from people's records."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.api import OLS

from practice_models.evaluation import (
    EstimationMissingError,
    estimate_change_beyond_comparison,
    estimate_change_from_people,
    newcombe_interval,
)

GROUPS = ((400, 1000), (300, 1000), (420, 1000), (400, 1000))
"""Service before and after, comparison before and after."""
Records = tuple[list[float], list[bool], list[bool]]


def _records(groups: tuple[tuple[int, int], ...]) -> Records:
    people = [
        (float(place < events), served, after)
        for (events, number), served, after in zip(groups, (True, True, False, False), (False, True, False, True), strict=True)
        for place in range(number)
    ]
    return [each[0] for each in people], [each[1] for each in people], [each[2] for each in people]


def test_the_changes_are_told_apart() -> None:
    found = estimate_change_beyond_comparison(*GROUPS)
    assert (found.service.value, found.comparison.value, found.difference.value) == pytest.approx((-0.1, -0.02, -0.08))


def test_snows_water_comes_out_as_coleman_prints_it() -> None:
    """Deaths from cholera for 10,000 people: Snow (1855), On the Mode of Communication of Cholera, tables VIII and XII.

    Coleman, Causality in the Time of Cholera, SSRN 3262234, the notebook on the simple difference in differences.
    """
    found = estimate_change_beyond_comparison((3905, 300_149), (2547, 300_149), (2261, 167_654), (2458, 167_654))
    changes = (found.service, found.comparison, found.difference)
    assert [round(10_000 * change.value, 2) for change in changes] == [-45.24, 11.75, -56.99]


def test_with_many_people_counts_agree_with_a_regression() -> None:
    outcomes, served, after = _records(GROUPS)
    rows = [[1, float(s), float(a), float(s and a)] for s, a in zip(served, after, strict=True)]
    fit = OLS(outcomes, rows).fit(cov_type="HC1")
    low, high = fit.conf_int()[3]
    counted = estimate_change_beyond_comparison(*GROUPS).difference
    assert (counted.low, counted.high) == pytest.approx((low, high), abs=1e-3)
    found = estimate_change_from_people(outcomes, served, after)
    assert (found.service.value, found.comparison.value, found.difference.value) == pytest.approx((-0.1, -0.02, -0.08))
    assert (found.difference.low, found.difference.high) == pytest.approx((low, high), abs=1e-3)
    assert (found.comparison.low, found.comparison.high) == pytest.approx(tuple(fit.conf_int()[2]), abs=1e-3)
    assert (found.service.low, found.service.high) == pytest.approx(newcombe_interval(300, 1000, 400, 1000), abs=1e-3)


def test_people_who_come_in_clusters_tell_less() -> None:
    once, served_once, after_once = _records(((4, 10), (3, 10), (5, 10), (4, 10)))
    outcomes, served, after = once * 10, served_once * 10, after_once * 10
    plain = estimate_change_from_people(outcomes, served, after).difference
    clustered = estimate_change_from_people(outcomes, served, after, clusters=list(range(40)) * 10).difference
    assert clustered.value == pytest.approx(plain.value)
    assert clustered.high - clustered.low > 2 * (plain.high - plain.low)


COUNTS = st.tuples(st.integers(0, 50), st.integers(50, 200))


@given(COUNTS, COUNTS, COUNTS)
def test_a_comparison_that_does_not_change_only_widens(before: tuple[int, int], after: tuple[int, int], still: tuple[int, int]) -> None:
    found = estimate_change_beyond_comparison(before, after, still, still).difference
    low, high = newcombe_interval(*after, *before)
    assert found.low <= low <= found.value <= high <= found.high
    turned = estimate_change_beyond_comparison(still, still, before, after).difference
    assert (turned.low, turned.high) == pytest.approx((-found.high, -found.low))


def test_what_may_be_said_follows_the_interval() -> None:
    assert (
        "may not say that the service made a difference"
        in estimate_change_beyond_comparison((40, 100), (30, 100), (40, 100), (38, 100)).may_say
    )
    assert "fell by 2 to 14 points against its comparison" in estimate_change_beyond_comparison(*GROUPS).may_say
    assert "rose by" in estimate_change_beyond_comparison(*GROUPS[2:], *GROUPS[:2]).may_say


@pytest.mark.parametrize(
    ("records", "message"),
    [
        (([1, 0], [True], [True, False], None), "in_service has 1 values; expected 2, one an outcome"),
        (([1, 0], [True, True], [True], None), "afterwards has 1 values; expected 2"),
        (([1, 0], [True, True], [True, False], [1]), "clusters has 1 values; expected 2"),
        (([1, 0], [True, True], [True, False], [1, 1]), "number of clusters is 1; expected at least 2"),
        (([1, 5], [True, True], [True, False], None), "outcome is 5; expected from 0 to 1"),
        (([1, 0], [True, True], [True, False], None), "outcomes after in the service is 1; expected at least 2"),
    ],
)
def test_records_that_cannot_be_are_refused(records: tuple[list[float], list[bool], list[bool], list[int] | None], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        estimate_change_from_people(*records)


def test_counts_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="events is 3; expected from 0 to 2"):
        estimate_change_beyond_comparison((3, 2), (1, 2), (1, 2), (1, 2))


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "statsmodels.regression.linear_model", None)
    with pytest.raises(EstimationMissingError, match=r"install practice-guides\[estimation\]"):
        estimate_change_from_people(*_records(((4, 10), (3, 10), (5, 10), (4, 10))))
