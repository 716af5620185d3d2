"""A matched comparison finds people alike, says how alike, and finds an effect that was put there."""

import math
import random
import sys
from typing import NamedTuple

import pytest
from scipy import stats

from practice_models.evaluation import EstimationMissingError, compare_matched, standardised_difference
from practice_models.evaluation.regressions import fit_propensities


class People(NamedTuple):
    """Made-up people: the younger and the more often convicted are more often in the service, and reoffend more."""

    covariates: dict[str, list[float]]
    in_service: list[bool]
    outcomes: list[float]


def _people(number: int, effect: float, seed: int = 3) -> People:
    draw = random.Random(seed)
    age = [draw.gauss(35, 10) for _ in range(number)]
    convictions = [float(draw.randint(0, 9)) for _ in range(number)]
    needs = [0.15 * convictions[i] - 0.04 * (age[i] - 35) for i in range(number)]
    served = [draw.random() < 1 / (1 + math.exp(2 - need)) for need in needs]
    outcomes = [float(draw.random() < 0.3 + 0.12 * need + effect * s) for need, s in zip(needs, served, strict=True)]
    return People({"age": age, "convictions": convictions}, served, outcomes)


def test_the_matched_are_alike_where_all_were_not() -> None:
    people = _people(3000, effect=0)
    found = compare_matched(*people)
    assert all(abs(each.before) > 0.2 for each in found.balance)
    assert all(each.alike for each in found.balance)
    assert len(found.pairs) + found.unmatched == sum(people.in_service)
    used = [place for pair in found.pairs for place in pair]
    assert len(used) == len(set(used))
    assert all(people.in_service[ours] and not people.in_service[theirs] for ours, theirs in found.pairs)
    assert found.difference.holds(0)
    assert "may not say that the service made a difference" in found.may_say


def test_everybody_gets_the_nearest_who_is_still_free() -> None:
    people = _people(400, effect=0)
    scores = fit_propensities(list(zip(*people.covariates.values(), strict=True)), people.in_service)
    free = {place for place, served in enumerate(people.in_service) if not served}
    for ours, theirs in compare_matched(*people, caliper=100).pairs:
        assert abs(scores[ours] - scores[theirs]) == min(abs(scores[ours] - scores[place]) for place in free)
        free.remove(theirs)


def test_an_effect_that_was_put_there_is_found() -> None:
    found = compare_matched(*_people(6000, effect=-0.2))
    assert found.difference.holds(-0.2)
    assert not found.difference.holds(0)
    assert "lower by" in found.may_say
    assert "only if nothing unmeasured, such as motivation, differed" in found.may_say


def test_the_interval_is_that_of_a_paired_t_test() -> None:
    people = _people(1500, effect=-0.1)
    found = compare_matched(*people, confidence=0.9)
    theirs = stats.ttest_rel([people.outcomes[a] for a, _ in found.pairs], [people.outcomes[b] for _, b in found.pairs])
    interval = theirs.confidence_interval(0.9)
    assert (found.difference.low, found.difference.high) == pytest.approx((interval.low, interval.high), abs=1e-9)


def _spread_out(mean: float, deviation: float) -> list[float]:
    """Two values with that mean and standard deviation."""
    return [mean - deviation / math.sqrt(2), mean + deviation / math.sqrt(2)]


@pytest.mark.parametrize(
    ("without", "with_it", "printed"),
    [
        (_spread_out(61.76, 17.29), _spread_out(60.75, 15.63), 0.061),
        ([1.0] * 1914 + [0.0] * 1637, [1.0] * 1278 + [0.0] * 906, 0.093),
        (_spread_out(60.80, 17.16), _spread_out(60.58, 15.72), 0.014),
        ([1.0] * 886 + [0.0] * 677, [1.0] * 892 + [0.0] * 671, 0.008),
    ],
    ids=["age", "sex", "age of the matched", "sex of the matched"],
)
def test_patients_with_and_without_a_catheter_differ_as_tableone_prints_it(
    without: list[float], with_it: list[float], printed: float
) -> None:
    """Connors and others (1996), JAMA 276, 889-897, matched on propensity scores; the R package tableone, on standardised differences."""
    assert abs(standardised_difference(with_it, without)) == pytest.approx(printed, abs=1e-3)


def test_patients_before_and_after_consolidation_have_the_interval_of_fagerland() -> None:
    """Cavo and others (2012), in Fagerland and others (2017), chapter 8, as the R package contingencytables prints it.

    The printed interval takes the normal and the number of pairs; a paired t test takes t, and one pair less. So it is made that much
    wider here. A covariate that each patient before almost shares with the same patient after makes the pairs.
    """
    before = [1] * (59 + 6) + [0] * (16 + 80)
    after = [1] * 59 + [0] * 6 + [1] * 16 + [0] * 80
    patients = len(before)
    numbers = [float(number) for number in range(patients)]
    found = compare_matched({"patient": [*numbers, *(number + 0.1 for number in numbers)]}, _served(patients), [*before, *after])
    assert sorted(found.pairs) == [(number, number + patients) for number in range(patients)]
    wider = stats.t.ppf(0.975, patients - 1) / stats.norm.ppf(0.975) * math.sqrt(patients / (patients - 1))
    middle = found.difference.value
    printed = [middle, *(middle + (end - middle) / wider for end in (found.difference.low, found.difference.high))]
    assert [round(each, 4) for each in printed] == [-0.0621, -0.1184, -0.0058]


def _served(pairs: int) -> list[bool]:
    return [True] * pairs + [False] * pairs


def test_a_standardised_difference_is_cohens_d_of_equal_groups() -> None:
    ours, theirs = [1.0, 4.0, 2.0, 8.0], [0.0, 3.0, 3.0, 1.0]
    pooled = math.sqrt((stats.tvar(ours) + stats.tvar(theirs)) / 2)
    assert standardised_difference(ours, theirs) == pytest.approx((stats.tmean(ours) - stats.tmean(theirs)) / pooled)
    assert standardised_difference(theirs, ours) == -standardised_difference(ours, theirs)


def test_a_wide_caliper_leaves_the_groups_unlike_and_says_so() -> None:
    people = _people(300, effect=0)
    turned = People(
        people.covariates,
        [convictions > 4 or age < 25 for age, convictions in zip(*people.covariates.values(), strict=True)],
        people.outcomes,
    )
    noisy = [served ^ (place % 7 == 0) for place, served in enumerate(turned.in_service)]
    found = compare_matched(turned.covariates, noisy, turned.outcomes, caliper=100)
    assert "no difference in their outcomes may be put down to the service" in found.may_say


@pytest.mark.parametrize(
    ("covariates", "served", "outcomes", "message"),
    [
        ({}, [True, False], [1, 0], "number of covariates is 0; expected at least 1"),
        ({"age": [1]}, [True, False], [1, 0], "age has 1 values; expected 2, one a person"),
        ({"age": [1, 2]}, [True, False], [1], "outcomes has 1 values; expected 2"),
        ({"age": [1, 2]}, [True, False], [1, 7], "outcome is 7; expected 0 or 1"),
        ({"age": [1, 2]}, [True, False], [1, 0], "people in the service is 1; expected at least 2"),
        ({"age": [1, 2, 3]}, [True, True, False], [1, 0, 0], "people in the comparison is 1; expected at least 2"),
        ({"age": [2, 2, 2, 2]}, [True, True, False, False], [1, 0, 0, 1], "age is 2 for everybody; expected a covariate that varies"),
        ({"age": [1, 2, 8, 9]}, [True, True, False, False], [1, 0, 0, 1], "covariates tell service and comparison apart completely"),
    ],
)
def test_data_that_cannot_be_matched_are_refused(
    covariates: dict[str, list[float]], served: list[bool], outcomes: list[float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        compare_matched(covariates, served, outcomes)


def test_a_caliper_that_nobody_meets_is_refused() -> None:
    people = _people(60, effect=0)
    with pytest.raises(ValueError, match="caliper is 0; expected more than 0"):
        compare_matched(*people, caliper=0)
    with pytest.raises(ValueError, match=r"pairs within the caliper are \d; expected at least 2"):
        compare_matched(*people, caliper=1e-9)


def test_values_that_do_not_vary_have_no_standardised_difference() -> None:
    with pytest.raises(ValueError, match="values are the same for everybody in each group"):
        standardised_difference([1, 1], [2, 2])
    with pytest.raises(ValueError, match="values of the comparison is 1; expected at least 2"):
        standardised_difference([1, 2], [2])


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "statsmodels.discrete.discrete_model", None)
    with pytest.raises(EstimationMissingError, match=r"install practice-guides\[estimation\]"):
        compare_matched(*_people(60, effect=0))
