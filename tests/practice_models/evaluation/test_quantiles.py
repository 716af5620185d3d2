"""The F and t quantiles agree with scipy's and turn back into their probabilities."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from practice_models.evaluation.quantiles import f_probability, f_quantile, two_sided, two_sided_t

FREEDOMS = (1, 2, 5, 19, 79, 1000, 20_000)


@pytest.mark.parametrize("above", FREEDOMS)
@pytest.mark.parametrize("below", FREEDOMS)
def test_f_agrees_with_scipy(above: float, below: float) -> None:
    for probability in (0.005, 0.025, 0.5, 0.975, 0.995):
        value = f_quantile(probability, above, below)
        assert value == pytest.approx(stats.f.ppf(probability, above, below), rel=1e-7)
        assert f_probability(value, above, below) == pytest.approx(stats.f.cdf(value, above, below), abs=1e-9)


@pytest.mark.parametrize("freedom", [1, 2, 9, 30, 500])
def test_t_agrees_with_scipy(freedom: float) -> None:
    for confidence in (0.8, 0.95, 0.99):
        assert two_sided_t(confidence, freedom) == pytest.approx(stats.t.ppf((1 + confidence) / 2, freedom), rel=1e-8)


@given(st.floats(0.001, 0.999), st.floats(0.5, 500), st.floats(0.5, 500))
def test_quantile_and_probability_are_each_others_inverse(probability: float, above: float, below: float) -> None:
    assert f_probability(f_quantile(probability, above, below), above, below) == pytest.approx(probability, abs=1e-9)
    assert f_quantile(1 - probability, below, above) == pytest.approx(1 / f_quantile(probability, above, below), rel=1e-6)


def test_the_ends_are_nought_and_one() -> None:
    assert f_probability(0, 3, 4) == 0
    assert f_probability(1e300, 3, 4) == 1
    assert two_sided(0.95) == pytest.approx(1.959964, abs=1e-6)


def test_a_number_out_of_range_is_refused() -> None:
    with pytest.raises(ValueError, match="value is -1; expected at least 0"):
        f_probability(-1, 1, 1)
    with pytest.raises(ValueError, match="above is 0; expected more than 0"):
        f_quantile(0.5, 0, 1)
    with pytest.raises(ValueError, match="below is 0; expected more than 0"):
        f_probability(1, 1, 0)
    with pytest.raises(ValueError, match="probability is 1; expected more than 0 and less than 1"):
        f_quantile(1, 1, 1)
    with pytest.raises(ValueError, match="confidence is 0; expected"):
        two_sided(0)
