"""A love plot: a ring before and a diamond after for each covariate, between the limits where the groups are alike."""

from decimal import Decimal

from build_tools.pictures import draw_balance
from practice_models.vocabulary.results import BalanceResult
from tests.build_tools.pictures import drawing
from tests.build_tools.pictures.case_samples import BALANCE, BALANCE_TITLES

PICTURE = draw_balance(BALANCE, BALANCE_TITLES, key="k")
ROOT = drawing.read_drawing(PICTURE.svg)


def _across(base: str, attribute: str) -> list[float]:
    found = [element.get(attribute, "") for element in ROOT.iter() if drawing.has_class(element, base)]
    return [float(place.removeprefix("M").split(" ")[0]) for place in found][1:]  # the first one is the legend's


def test_marks_stand_where_their_differences_are() -> None:
    rings, diamonds = _across("mark", "cx"), _across("dot", "d")
    assert rings[0] > diamonds[0], "older before, alike after"
    assert rings[1] < diamonds[1], "fewer breaches before, more after"
    assert abs(rings[0] - rings[1]) > abs(diamonds[0] - diamonds[1])


def test_every_covariate_stands_between_two_limits() -> None:
    limits = [element for element in ROOT.iter() if drawing.has_class(element, "back")]
    assert len(limits) == 2 * len(BALANCE)


def test_the_marks_are_told_apart_without_colour_and_the_verdict_in_words() -> None:
    text = [words.text for words in drawing.words_in(ROOT)]
    assert "before matching" in text
    assert "after matching" in text
    assert "0.45 before, −0.03 after: alike" in text
    assert "−0.62 before, 0.14 after: not alike" in text


def test_the_words_are_a_table() -> None:
    row = '<th scope="row">Breaches in the two years before</th><td>−0.62</td><td>0.14</td><td>no</td>'
    assert row in PICTURE.words
    assert "Age at the start, in years: 0.45 before, −0.03 after: alike." in PICTURE.description


def test_groups_that_never_differed_have_their_place() -> None:
    same = BalanceResult(covariate="age", before=Decimal(0), after=Decimal(0), alike=True)
    root = drawing.read_drawing(draw_balance((same,), {"age": "Age"}, key="k").svg)
    page = drawing.paper(root)
    assert all(0 <= point.x <= page.width for points in drawing.lines_in(root) for point in points)
