"""Every method gives numbers for any inputs in range, and says why not for all others."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice_models.evaluation import METHODS, Input


def _values(wanted: Input) -> st.SearchStrategy[Decimal]:
    high = min(wanted.high, Decimal(5000))
    if wanted.whole:
        return st.integers(int(wanted.low), int(high)).map(Decimal)
    return st.decimals(wanted.low, high, places=2).filter(lambda value: not wanted.why_not(value))


@pytest.mark.parametrize("name", METHODS)
@given(data=st.data())
def test_any_inputs_in_range_give_numbers_with_their_value_inside(name: str, data: st.DataObject) -> None:
    method = METHODS[name]
    values = {given: data.draw(_values(wanted)) for given, wanted in method.inputs.items()}
    if list(method.why_not(values)):
        return
    for number in method.work_out(values):
        assert number.value.is_finite()
        if number.low is not None and number.high is not None:
            assert number.low <= number.value <= number.high


@pytest.mark.parametrize("name", METHODS)
def test_every_method_says_what_may_be_said(name: str) -> None:
    method = METHODS[name]
    assert method.says
    assert method.may_say.endswith(".")
    assert all(wanted.means for wanted in method.inputs.values())


@pytest.mark.parametrize(
    ("value", "why"),
    [("7.5", "expected a whole number"), ("0", "expected from 1 to 1,000,000"), ("7", "")],
)
def test_a_value_out_of_range_is_told_with_what_is_allowed(value: str, why: str) -> None:
    assert METHODS["interval-of-a-proportion"].inputs["people"].why_not(Decimal(value)) == why


def test_inputs_that_do_not_go_together_are_told() -> None:
    method = METHODS["interval-of-a-proportion"]
    assert list(method.why_not({"events": Decimal(9), "people": Decimal(7)})) == [("events", "expected no more than 'people', which is 7")]
    assert list(METHODS["people-needed"].why_not({"before": Decimal(40), "fall": Decimal(40)})) == [
        ("fall", "expected less than 'before', which is 40")
    ]
