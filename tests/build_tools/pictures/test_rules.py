"""Pictures of rules: scales with bands, the blank profile and the fund's levels."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings

from build_tools.pictures.bands import draw_bands
from build_tools.pictures.figure_range import band_ranges, figure_range
from build_tools.pictures.fund import draw_approvals
from build_tools.pictures.profile import draw_blank_profile
from build_tools.pictures.words import figure, listed, money
from practice_models.vocabulary.instrument import Instrument
from tests.build_tools.pictures import drawing
from tests.build_tools.pictures.gallery import link_of
from tests.build_tools.pictures.samples import FUND, INSTRUMENT, READING, ROLES, SCALE, section
from tests.build_tools.pictures.strategies import instruments

SUMMED = section("summed", "Summed", READING.model_copy(update={"aggregate": "sum"}), items=3)


def shown_in(svg: str) -> list[str]:
    return [words.text for words in drawing.words_in(drawing.read_drawing(svg))]


def test_a_mean_stays_on_the_scale_and_a_sum_grows_with_the_items() -> None:
    mean, summed = figure_range(INSTRUMENT.sections[0], (SCALE,)), figure_range(SUMMED, (SCALE,))
    assert (mean.low, mean.high) == (1, 4)
    assert (summed.low, summed.high) == (2, 12)


def test_only_items_that_take_the_view_read_count() -> None:
    asked = INSTRUMENT.sections[0].items
    items = (*asked[:2], asked[2].model_copy(update={"views": ("person",), "scale": "other"}))
    part = SUMMED.model_copy(update={"items": items})
    assert figure_range(part, (SCALE,)).high == 8
    assert "Just like me" in shown_in(draw_bands(part.model_copy(update={"read": READING}), SCALE, key="bands").svg)


def test_answers_on_several_scales_are_not_named() -> None:
    other = SCALE.model_copy(update={"id": "other"})
    items = tuple(item.model_copy(update={"scale": "other"}) if place else item for place, item in enumerate(INSTRUMENT.sections[0].items))
    part = INSTRUMENT.sections[0].model_copy(update={"items": items})
    assert "Just like me" not in shown_in(draw_bands(part, SCALE, other, key="bands").svg)
    assert "Just like me" not in shown_in(draw_bands(part, SCALE, key="bands").svg)
    assert figure_range(part, ()).high == 4


def test_each_band_says_its_figures() -> None:
    whole = figure_range(INSTRUMENT.sections[0], (SCALE,))
    texts = [band.text for band in band_ranges(INSTRUMENT.sections[0], whole)]
    assert texts == ["from 1 up to 2", "above 2, up to 3", "above 3, up to 4"]


def test_a_band_beyond_the_scale_is_cut_at_its_end() -> None:
    wide = READING.model_copy(update={"bands": (READING.bands[0].model_copy(update={"up_to": 99.0}),)})
    part = section("wide", "Wide", wide)
    assert [band.up_to for band in band_ranges(part, figure_range(part, (SCALE,)))] == [4]


def test_bands_show_answers_figures_and_names_with_the_highest_on_top() -> None:
    picture = draw_bands(INSTRUMENT.sections[0], SCALE, key="bands")
    height = {words.text: words.room.y for words in drawing.words_in(drawing.read_drawing(picture.svg))}
    assert height["A strength to lean on"] < height["Steady"] < height["Still building"]
    assert height["4"] < height["3"] < height["2"] < height["1"]
    assert height["Just like me"] == pytest.approx(height["4"])
    assert picture.description.startswith("An upright scale from 1 to 4, from “Not at all like me at the moment” to “Just like me”.")
    assert '<th scope="row">Steady</th><td>above 2, up to 3</td>' in picture.words


def test_a_sum_shows_figures_without_answers() -> None:
    assert "Just like me" not in shown_in(draw_bands(SUMMED, SCALE, key="bands").svg)


def test_the_profile_has_a_line_for_each_view_of_each_section() -> None:
    root = drawing.read_drawing(draw_blank_profile(INSTRUMENT, key="profile", link_of=link_of).svg)
    marks = [element for element in root.iter() if drawing.has_class(element, "mark")]
    assert [len([mark for mark in marks if mark.tag == f"{drawing.SVG}{tag}"]) for tag in ("circle", "rect", "path")] == [11, 11, 11]
    assert [link.get("href") for link in root.iter(f"{drawing.SVG}a")] == [f"../sections/{each.id}/" for each in INSTRUMENT.sections]


@settings(deadline=None)
@given(instrument=instruments())
def test_the_profile_names_every_section(instrument: Instrument) -> None:
    words = draw_blank_profile(instrument, key="k").words
    assert words.count("<tr>") == len(instrument.sections) + 1


def test_approvals_name_amounts_roles_time_and_caps() -> None:
    picture = draw_approvals(FUND, key="approvals", title_of=lambda role: ROLES[role])
    shown = shown_in(picture.svg)
    assert {"Up to £50", "Over £50, up to £100", "Over £100, up to £150", "both must agree within 5 working days"} <= set(shown)
    assert shown.count("Practitioner") == 3
    assert "£150 is the most that one request may ask for" in shown
    assert "Over £100, up to £150: Practitioner, Practitioner’s manager and Fund holder." in picture.description
    assert picture.words.count("<tr>") == 4


@pytest.mark.parametrize(
    ("amount", "currency", "text"), [("50", "GBP", "£50"), ("12.5", "EUR", "€12.50"), ("1000", "SEK", "SEK 1,000"), ("0.00", "GBP", "£0")]
)
def test_money_is_written_as_people_write_it(amount: str, currency: str, text: str) -> None:
    assert money(Decimal(amount), currency) == text


def test_figures_and_lists_are_written_as_people_write_them() -> None:
    assert [figure(value) for value in (2.0, 2.5, -1, 0.0, -0.0, 33.25, 2.125)] == ["2", "2.5", "\u22121", "0", "0", "33.25", "2.125"]
    assert [listed(names) for names in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == ["", "a", "a and b", "a, b and c"]


def test_nothing_is_shown_twice_under_one_name() -> None:
    picture = draw_blank_profile(INSTRUMENT, key="profile")
    assert len(re.findall("Person", picture.svg)) == 1
