"""Answers become figures, bands, differences and alerts; what cannot be scored is told, and never becomes a zero."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from statistics import fmean, median
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice_models.examples import CaseError, score
from practice_models.examples.assessment import aggregate, rounded
from practice_models.vocabulary.example import AssessmentCase
from practice_models.vocabulary.results import AssessmentResult
from tests.practice_models.examples.sound import edition, read

_ANSWER = st.sampled_from([0, 2, 4, "blank"])


def _case(settled: str, safe: str) -> AssessmentCase:
    return read(AssessmentCase, f"instrument: profile\nanswers:\n  - {{item: settled, {settled}}}\n  - {{item: safe, {safe}}}\n")


def _score(settled: str, safe: str) -> AssessmentResult:
    result = score(_case(settled, safe), edition()).result
    assert isinstance(result, AssessmentResult)
    return result


def _faults(text: str) -> list[tuple[str, str]]:
    with pytest.raises(CaseError) as caught:
        score(read(AssessmentCase, text), edition())
    return [(fault.code, fault.message) for fault in caught.value.faults]


def test_a_figure_on_a_bands_end_falls_in_that_band() -> None:
    section = _score("person: 2, practitioner: 2, agreed: 2", "person: 2, practitioner: 2, agreed: 2").sections[0]
    assert (section.figure, section.band) == (Decimal("2.00"), "building")


def test_a_figure_just_above_a_bands_end_falls_in_the_next() -> None:
    section = _score("person: 2, practitioner: 2, agreed: 2", "person: 4, practitioner: 4, agreed: 4").sections[0]
    assert (section.figure, section.band) == (Decimal("3.00"), "strength")


def test_a_blank_is_left_out_of_the_figure() -> None:
    section = _score("person: 4, practitioner: 4, agreed: 4", "person: 4, practitioner: 4, agreed: blank").sections[0]
    assert (section.answered, section.figure) == (1, Decimal("4.00"))


def test_too_few_answers_give_no_figure_and_no_band() -> None:
    section = _score("person: 4, practitioner: 4, agreed: blank", "person: 0, practitioner: blank, agreed: blank").sections[0]
    assert (section.answered, section.figure, section.band) == (0, None, None)


def test_views_differ_from_the_stated_number_of_points() -> None:
    result = _score("person: 4, practitioner: 2, agreed: 4", "person: 4, practitioner: 4, agreed: 4")
    assert result.sections[0].differ == ("settled",)


def test_a_blank_view_differs_from_nothing() -> None:
    result = _score("person: 4, practitioner: blank, agreed: 4", "person: 4, practitioner: 4, agreed: 4")
    assert result.sections[0].differ == ()


def test_an_alert_names_every_view_that_raises_it() -> None:
    result = _score("person: 4, practitioner: 4, agreed: 4", "person: 0, practitioner: 0, agreed: 4")
    assert [(alert.alert, alert.by) for alert in result.alerts] == [("unsafe", ("person", "practitioner"))]


def test_an_alert_is_not_raised_by_a_view_it_does_not_look_at() -> None:
    assert _score("person: 4, practitioner: 4, agreed: 4", "person: 4, practitioner: 4, agreed: 0").alerts == ()


def test_an_unknown_instrument_is_told_with_the_nearest_one() -> None:
    text = "instrument: profil\nanswers: [{item: settled, person: 0}]"
    assert _faults(text) == [("PG851", "there is no instrument 'profil'; allowed: profile; did you mean 'profile'?")]


def test_everything_wrong_is_told_at_once() -> None:
    text = """
instrument: profile
answers:
  - {item: settled, person: 1, practitioner: 9}
  - {item: safe, person: 0, practitioner: 0, agreed: 0}
  - {item: safe, person: 0, practitioner: 0, agreed: 0}
"""
    assert [code for code, _ in _faults(text)] == ["PG852", "PG852", "PG853", "PG854"]


def test_an_item_of_a_begun_section_may_not_be_passed_over() -> None:
    text = "instrument: profile\nanswers: [{item: settled, person: 0, practitioner: 0, agreed: 0}]"
    message = "the area 'home' was begun, but safe has no line; where nothing was said, write blank"
    assert _faults(text) == [("PG853", message)]


@given(st.lists(_ANSWER, min_size=6, max_size=6))
def test_any_answers_on_the_scale_can_be_scored(answers: list[int | str]) -> None:
    names = ("person", "practitioner", "agreed")
    lines = [", ".join(f"{name}: {value}" for name, value in zip(names, answers[start : start + 3], strict=True)) for start in (0, 3)]
    section = _score(*lines).sections[0]
    values = [value for value in (answers[2], answers[5]) if isinstance(value, int)]
    assert section.answered == len(values)
    assert section.figure == (Decimal(f"{fmean(values):.2f}") if values else None)
    assert (section.band is None) == (section.figure is None)


_AGGREGATES: dict[str, Callable[[list[int]], float]] = {"mean": fmean, "median": median, "lowest": min, "highest": max, "sum": sum}


@given(st.sampled_from(sorted(_AGGREGATES)), st.lists(st.integers(-100, 100), min_size=1, max_size=12))
def test_each_aggregate_is_what_the_statistics_module_says(
    name: Literal["mean", "median", "lowest", "highest", "sum"], values: list[int]
) -> None:
    reading = edition().instruments[0].sections[0].read.model_copy(update={"aggregate": name})
    assert float(aggregate(reading, values)) == pytest.approx(float(_AGGREGATES[name](values)))


def test_halves_are_rounded_to_the_even_digit() -> None:
    assert [rounded(Fraction(number, 1000)) for number in (1125, 1135, -1125)] == [Decimal("1.12"), Decimal("1.14"), Decimal("-1.12")]
