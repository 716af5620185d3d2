"""How alike people with one worker are comes out as published and as another's program has it, and so does what it costs."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from practice_models.evaluation import design_effect, estimate_likeness, estimate_likeness_of_scores, measure_clusters

JUDGES = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
"""Six people, each judged by four: Shrout and Fleiss (1979), table 2."""
PAIRS = [[103, 119], [82, 65], [116, 106], [102, 102], [99, 105], [98, 100], [104, 107], [62, 85], [97, 101], [107, 110]]
"""Ten pairs of weights: McGraw and Wong (1996), Psychological Methods 1, 30-46, table 6."""
NINE_WORKERS = [(3, 10), (7, 10), (4, 9), (5, 11), (2, 8), (6, 10), (1, 7), (4, 8), (3, 7)]


def test_the_judges_come_out_as_shrout_and_fleiss_1979_table_4_prints_them() -> None:
    assert estimate_likeness_of_scores(JUDGES).likeness.value == pytest.approx(0.17, abs=5e-3)


def test_the_pairs_come_out_with_the_interval_that_r_prints() -> None:
    """DescTools, ICC, for the single score of the one-way model."""
    found = estimate_likeness_of_scores(PAIRS).likeness
    assert (found.value, found.low, found.high) == pytest.approx((0.722, 0.241, 0.922), abs=5e-4)


def test_the_ratio_of_variances_is_that_of_scipy() -> None:
    groups = [[1.0] * events + [0.0] * (people - events) for events, people in NINE_WORKERS]
    ratio = stats.f_oneway(*groups).statistic
    total = sum(people for _, people in NINE_WORKERS)
    size = (total - sum(people * people for _, people in NINE_WORKERS) / total) / 8
    found = estimate_likeness(NINE_WORKERS)
    assert (found.workers, found.people) == (9, total)
    assert found.likeness.value == pytest.approx((ratio - 1) / (ratio + size - 1))
    least = ratio / stats.f.ppf(0.975, 8, total - 9)
    assert found.likeness.low == pytest.approx((least - 1) / (least + size - 1))


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 12)), min_size=2, max_size=12))
def test_a_likeness_lies_in_its_interval_and_is_the_same_for_those_who_were_spared(workers: list[tuple[int, int]]) -> None:
    workers = [(min(events, people), people) for events, people in workers]
    assume(any(0 < events < people for events, people in workers))
    found = estimate_likeness(workers).likeness
    spared = estimate_likeness([(people - events, people) for events, people in workers]).likeness
    assert found.low <= found.value <= found.high <= 1
    assert (spared.value, spared.low, spared.high) == pytest.approx((found.value, found.low, found.high), abs=1e-9)


@given(st.lists(st.integers(1, 9), min_size=2, max_size=9))
def test_workers_with_the_same_share_are_no_clusters(sizes: list[int]) -> None:
    assert estimate_likeness([(size, 2 * size) for size in sizes]).likeness.value <= 0


def test_ten_people_a_worker_with_a_correlation_of_5_percent_inflate_by_145() -> None:
    assert design_effect(10, 0.05) == pytest.approx(1.45)
    assert measure_clusters(10, 0.05).effect == pytest.approx(1.45)


def test_villages_of_bennett_and_others_1991_inflate_by_138() -> None:
    """World Health Statistics Quarterly 44, 98-106, as worked out in the R package epiR, on sample sizes: 246 people become 340."""
    assert design_effect(20, 0.02) == pytest.approx(1.38)
    assert math.ceil(246 * design_effect(20, 0.02)) == 340


def test_villages_of_one_size_and_of_unequal_sizes_are_as_many_as_epir_prints() -> None:
    """The R package epiR, on sample sizes: stoves in villages of 75 households, and then with a standard deviation of 35."""
    share, spread = 0.46, 0.1 * 0.46
    households = (1.959964 / spread) ** 2 * share * (1 - share)
    assert math.ceil(households * design_effect(75, 0.2) / 75) == 96
    assert math.ceil(households * design_effect(75, 0.2, 35 / 75) / 75) == 115


def test_clusters_of_unequal_size_inflate_more_as_eldridge_and_others_2006_say() -> None:
    """Their formula: 1 + ((variation squared + 1) times the mean size - 1) times the correlation."""
    assert design_effect(20, 0.05, 0.65) == pytest.approx(1 + ((0.65**2 + 1) * 20 - 1) * 0.05)
    assert design_effect(20, 0.05, 0.65) > design_effect(20, 0.05)


@given(st.lists(st.integers(1, 12), min_size=2, max_size=8), st.floats(0, 1))
def test_it_is_what_a_matrix_of_correlations_does_to_the_variance_of_a_mean(sizes: list[int], likeness: float) -> None:
    worker = np.repeat(np.arange(len(sizes)), sizes)
    correlations = np.where(worker[:, None] == worker[None, :], likeness, 0.0)
    np.fill_diagonal(correlations, 1.0)
    effect = design_effect(float(np.mean(sizes)), likeness, float(np.std(sizes) / np.mean(sizes)))
    assert effect == pytest.approx(correlations.sum() / sum(sizes))


@given(st.floats(1, 500), st.floats(0, 1), st.floats(0, 3))
def test_a_design_effect_lies_between_one_and_the_size_of_a_cluster(people_per_worker: float, likeness: float, variation: float) -> None:
    assert 1 <= design_effect(people_per_worker, likeness) <= people_per_worker * (1 + 1e-12)
    assert design_effect(people_per_worker, likeness, variation) >= design_effect(people_per_worker, likeness)


def test_what_may_be_said_follows_the_numbers() -> None:
    assert "100 people tell as much as 69 would" in measure_clusters(10, 0.05).may_say
    assert "Nothing is lost" in measure_clusters(1, 0.05).may_say
    assert estimate_likeness(NINE_WORKERS).may_say.startswith("With 9 workers, any likeness from 0 to 0.")
    assert "no more alike than others" in estimate_likeness([(50, 100)] * 20).may_say


@pytest.mark.parametrize(
    ("workers", "message"),
    [
        ([(1, 2)], "number of workers is 1; expected at least 2"),
        ([(3, 2), (1, 2)], "events is 3; expected from 0 to 2, the people"),
        ([(0, 0), (1, 2)], "people is 0; expected at least 1"),
        ([(2, 2), (0, 4)], "everybody is as others of the same worker are"),
    ],
)
def test_counts_without_a_likeness_are_refused(workers: list[tuple[int, int]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        estimate_likeness(workers)


def test_other_numbers_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="everybody is as others of the same worker are"):
        estimate_likeness_of_scores([[0.1] * 3, [0.7] * 6])
    with pytest.raises(ValueError, match="people of a worker is 0; expected at least 1"):
        estimate_likeness_of_scores([[], [1, 2]])
    with pytest.raises(ValueError, match="confidence is 1; expected more than 0"):
        estimate_likeness(NINE_WORKERS, 1)
    with pytest.raises(ValueError, match="variation is -1; expected at least 0"):
        design_effect(10, 0.05, -1)
