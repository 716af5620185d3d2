"""Pages of calculators: what stands on them, and that the script gets the methods' own limits and sentences."""

import json
import re
from decimal import Decimal
from html import unescape
from typing import Any, get_args

import pytest

from build_tools.pages.calculators import command_of
from practice_models.evaluation import METHODS
from practice_models.vocabulary.calculator import TAKE_MORE, FurtherInput, PageMethod
from tests.build_tools.pages.test_worked import PAGES

METHODS_OF_PAGES = {
    "calculators/how-many-people.md": "people-needed",
    "calculators/smallest-fall.md": "fall-detectable",
    "calculators/a-share.md": "interval-of-a-proportion",
    "calculators/go-or-stop.md": "progression",
}
EVERY = pytest.mark.parametrize(("uri", "name"), METHODS_OF_PAGES.items())


def _data(uri: str) -> dict[str, Any]:
    """What a page hands to its script."""
    found = re.search(r'data-pg-calculator="([^"]*)"', PAGES[uri].body)
    assert found is not None
    data: dict[str, Any] = json.loads(unescape(found[1]))
    return data


def test_every_method_that_a_page_may_name_is_a_method_and_has_a_page_in_the_tests() -> None:
    assert set(get_args(PageMethod)) == set(METHODS_OF_PAGES.values())
    assert set(get_args(PageMethod)) <= set(METHODS)


def test_the_list_leads_to_each_calculator_by_its_question() -> None:
    body = PAGES["calculators/index.md"].body
    assert re.findall(r'href="([^"]+)"', body) == ["how-many-people/", "smallest-fall/", "a-share/", "go-or-stop/"]
    assert "How sure is that?" in body


def test_an_edition_without_calculators_has_no_page_of_them() -> None:
    assert PAGES.keys() >= METHODS_OF_PAGES.keys()
    assert PAGES["calculators/a-share.md"].meta["pg"]["crumbs"][-1]["title"] == "Calculators"


@EVERY
def test_each_input_has_its_label_and_its_range_in_the_methods_words(uri: str, name: str) -> None:
    body = unescape(PAGES[uri].body)
    for given, wanted in METHODS[name].inputs.items():
        if not wanted.needed:
            continue
        assert f'for="put-{given}">{wanted.means[:1].upper()}{wanted.means[1:]}</label>' in body
        assert f'aria-describedby="put-{given}-range put-{given}-error"' in body
        assert (f"A whole number {wanted.range}" if wanted.whole else wanted.range.capitalize()) in body


def test_the_methods_that_take_more_are_those_that_a_calculator_may_let_take_more() -> None:
    takes = {name for name in get_args(PageMethod) if METHODS[name].inputs.keys() & set(get_args(FurtherInput))}
    assert takes == TAKE_MORE
    for name in takes:
        assert all(METHODS[name].inputs[each].default is not None for each in get_args(FurtherInput))


def test_what_may_be_added_is_folded_away_each_with_its_words_and_what_it_is_if_left_empty() -> None:
    body = unescape(PAGES["calculators/how-many-people.md"].body)
    assert '<details class="pg-calc__more" data-pg-calc-more><summary>More about your groups</summary>' in body
    assert 'aria-describedby="put-comparators-about put-comparators-range put-comparators-error"' in body
    assert "From 0.1 to 100; taken as 1 if you leave it empty</p>" in body
    assert re.search(r'id="put-comparators-about"><p>Try 10, as in <a href="[^"]*">the other one</a>', body)
    assert "<details" not in PAGES["calculators/a-share.md"].body.partition("## Have ready")[0]


def test_without_a_script_what_may_be_added_is_told_with_the_command() -> None:
    after = unescape(PAGES["calculators/how-many-people.md"].body).partition("The same on the command line")[2]
    for piece in ("--comparators NUMBER", "--people-per-worker NUMBER", "--likeness NUMBER", "--lost NUMBER"):
        assert f"<span>{piece}</span>" in after
    assert "<dt><code>--lost</code> The percentage lost before the analysis</dt>" in after
    assert '<dd><p>Try 30.</p><p class="pg-small">From 0 to 99; taken as 0 if you leave it empty</p></dd>' in after


def test_inputs_that_say_nothing_alone_and_people_who_are_too_few_are_told_as_the_method_tells_them() -> None:
    data = _data("calculators/smallest-fall.md")
    assert data["together"] == [["people-per-worker", "likeness", "expected '{other}' with it"]]
    assert data["enough"] == "expected at least {least}, so that 2 are left after clusters and losses"
    assert _data("calculators/a-share.md")["together"] == []
    assert _data("calculators/how-many-people.md")["enough"] is None


@EVERY
def test_without_a_script_the_page_tells_the_formula_and_the_command(uri: str, name: str) -> None:
    body = unescape(PAGES[uri].body)
    assert METHODS[name].says in body
    assert f"<span>practice evaluate {name}</span>" in body
    assert "hidden data-pg-calc-form" in body


@EVERY
def test_the_script_gets_every_sentence_as_the_method_says_it(uri: str, name: str) -> None:
    data, method = _data(uri), METHODS[name]
    assert data["name"] == name
    more = get_args(FurtherInput) if name in TAKE_MORE else ()
    assert data["inputs"].keys() == {given for given, wanted in method.inputs.items() if wanted.needed or given in ("safety", *more)}
    assert {given: Decimal(value) for given, value in data["usual"].items()} == method.complete({})
    for given, limits in data["inputs"].items():
        wanted = method.inputs[given]
        assert (Decimal(limits["low"]), Decimal(limits["high"])) == (wanted.low, wanted.high)
        assert limits["says"]["range"] == wanted.why_not(wanted.low - 1)
        assert limits["places"] == 6
        assert limits["says"]["places"] == ("expected a whole number" if wanted.whole else "expected at most 6 decimal places")
        assert limits["says"]["whole"] == ("expected a whole number" if wanted.whole else "")
    assert data["shown"] == "{value} (95% interval {low} to {high})"


def test_the_script_gets_the_words_around_a_light() -> None:
    assert _data("calculators/go-or-stop.md")["said"] == {
        "light": {"reaching": "{value}; the interval reaches from {low} to {high}", "agreed": "{value}; the whole interval agrees"}
    }


def test_inputs_that_do_not_go_together_are_told_as_the_method_tells_them() -> None:
    assert _data("calculators/go-or-stop.md")["pairs"] == [
        {"part": "events", "whole": "people", "equal": True, "says": "expected no more than 'people', which is {value}"},
        {"part": "amend-from", "whole": "go-from", "equal": True, "says": "expected no more than 'go-from', which is {value}"},
    ]
    assert _data("calculators/how-many-people.md")["pairs"] == [
        {"part": "fall", "whole": "before", "equal": False, "says": "expected less than 'before', which is {value}"}
    ]


@EVERY
def test_no_number_of_a_stand_in_is_left_in_a_sentence(uri: str, name: str) -> None:
    for sentence in (*_data(uri)["sentences"].values(), *(pair["says"] for pair in _data(uri)["pairs"])):
        assert re.findall(r"[0-9]+", sentence) == []
        assert re.findall(r"\{[a-z]+\}", sentence)


def test_what_is_asked_with_yes_or_no_is_a_box_to_tick() -> None:
    assert (
        '<label class="pg-calc__tick"><input type="checkbox" name="safety"> <span>Whether it guards'
        in PAGES["calculators/go-or-stop.md"].body
    )


def test_the_command_takes_the_numbers_that_there_are() -> None:
    assert command_of("people-needed", {"before": "40"}) == ("practice evaluate people-needed", "--before 40", "--fall NUMBER")
