"""The numbers of a calculation: each value inside its interval, on an axis that holds nought."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.pictures.interval import draw_interval
from practice_models.vocabulary.results import NumberResult
from tests.build_tools.pictures import drawing
from tests.build_tools.pictures.case_strategies import number_lists


def number(value: str, low: str | None = None, high: str | None = None) -> NumberResult:
    return NumberResult(
        name="percentage", value=Decimal(value), low=None if low is None else Decimal(low), high=None if high is None else Decimal(high)
    )


def shown(*numbers: NumberResult) -> list[str]:
    return [words.text for words in drawing.words_in(drawing.read_drawing(draw_interval(numbers, key="k").svg))]


def test_a_number_shows_its_value_and_its_interval() -> None:
    assert shown(number("12.5", "8.1", "18.9")) == ["Percentage", "12.5", "95% interval: 8.1 to 18.9", "0", "5", "10", "15", "20"]


def test_a_number_without_an_interval_has_no_axis() -> None:
    assert shown(number("1234")) == ["Percentage", "1,234"]


def test_an_interval_below_nought_has_true_minus_signs() -> None:
    assert shown(number("-4.0", "-9.5", "1.5"))[1:3] == ["−4.0", "95% interval: −9.5 to 1.5"]


def test_the_words_are_a_table() -> None:
    picture = draw_interval((number("12.5", "8.1", "18.9"), number("3")), key="k", name_of=lambda name: f"The {name}")
    assert '<th scope="row">The percentage</th><td>12.5</td><td>8.1 to 18.9</td>' in picture.words
    assert picture.description == "The percentage: 12.5, 95% interval 8.1 to 18.9. The percentage: 3."


def test_no_numbers_are_said() -> None:
    assert "The calculation gives no numbers." in draw_interval((), key="k").svg


@pytest.mark.parametrize(("low", "high"), [("0", "0"), ("-1000000", "1000000"), ("99.9", "100"), ("0.01", "0.02")])
def test_any_interval_has_its_place(low: str, high: str) -> None:
    root = drawing.read_drawing(draw_interval((number(low, low, high),), key="k").svg)
    page = drawing.paper(root)
    assert all(0 <= point.x <= page.width for points in drawing.lines_in(root) for point in points)


@settings(deadline=None)
@given(numbers=number_lists(), name=st.sampled_from(("A", "B")))
def test_values_stand_in_the_order_of_their_size(numbers: tuple[NumberResult, ...], name: str) -> None:
    root = drawing.read_drawing(draw_interval(numbers, key="k", name_of=lambda _: name).svg)
    dots = [element.get("d", "") for element in root.iter() if drawing.has_class(element, "dot")]
    places = [float(dot.removeprefix("M").split(" ")[0]) for dot in dots]
    values = [each.value for each in numbers if each.low is not None]
    ordered = sorted(zip(values, places, strict=True))
    assert all(one[1] <= other[1] + 0.02 for one, other in pairwise(ordered))
