"""Numbers are rounded as on paper: half to even on decimals, whatever hair a computer leaves in the last places."""

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice_models.evaluation import rounded
from practice_models.evaluation.rounding import points, round_up
from practice_models.evaluation.wording import movement, number


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [(0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"), (-0.004, 2, "0.00"), (1e9 / 3, 2, "333333333.33")],
)
def test_a_half_goes_to_the_even_neighbour(value: float, places: int, text: str) -> None:
    assert str(rounded(value, places)) == text


def test_a_hair_in_the_last_places_changes_nothing() -> None:
    """30/80 - 33/80 is -0.0375, which a computer keeps as -0.03749999999999998."""
    assert points(30 / 80 - 33 / 80) == Decimal("-3.8")
    assert movement(30 / 80 - 33 / 80) == "a fall of 3.8 points"
    assert round_up(0.1 * 3 * 10) == 3
    assert round_up(62_499_997.0625) == 62_499_998


@given(st.integers(0, 400), st.integers(1, 400), st.integers(0, 400), st.integers(1, 400))
def test_a_difference_of_two_shares_is_rounded_as_fractions_are(events_1: int, people_1: int, events_2: int, people_2: int) -> None:
    exact = 100 * (Fraction(events_1, people_1) - Fraction(events_2, people_2))
    paper = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.1"), ROUND_HALF_EVEN)
    assert points(events_1 / people_1 - events_2 / people_2) == paper


@given(st.floats(-1e6, 1e6), st.integers(0, 4))
def test_sentences_round_as_tables_do(value: float, places: int) -> None:
    shown = number(value, places).replace(",", "").replace("\N{MINUS SIGN}", "-")
    assert Decimal(shown) == rounded(value, places)


def test_what_is_no_number_is_refused() -> None:
    for value in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match="expected a number"):
            rounded(value)
