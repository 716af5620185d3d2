"""Calculators give the numbers and the words of the Python, and nothing at all for numbers that will not do."""

import random
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product
from statistics import NormalDist
from typing import Any, get_args
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Page, expect

from practice_models.evaluation import METHODS, detectable_fall, people_per_group, rounded, wilson_interval
from practice_models.vocabulary.calculator import FurtherInput, PageMethod
from tests.browser.axe import find_violations
from tests.browser.conftest import OpenPage
from tests.browser.site_pages import Site
from tests.browser.test_reflow import LEAST, RUNS_OUT, SMALL_TARGETS

CALCULATORS = "listening/2.0.0/calculators/"
PAGES = {
    "people-needed": f"{CALCULATORS}how-many-people/",
    "fall-detectable": f"{CALCULATORS}smallest-fall/",
    "interval-of-a-proportion": f"{CALCULATORS}a-share/",
    "progression": f"{CALCULATORS}go-or-stop/",
}
SHARE = PAGES["interval-of-a-proportion"]
CRITERIA = PAGES["progression"]
ON_THE_LINE = "#events=28&people=35&go-from=80&amend-from=60"

Given = Mapping[str, str]

_PEOPLE = (1, 2, 3, 5, 7, 9, 10, 14, 20, 35, 80, 100, 331, 1000, 99_999, 1_000_000)
_BEFORE = ("0.1", "1", "5", "12.5", "33.3", "40", "50", "66.6", "90", "99.9")
_FALLS = ("0.001", "0.05", "0.5", "1", "2.5", "5", "10", "20", "39.9", "65", "99.8")
_LINES = (("80", "60"), ("95", "95"), ("0", "0"), ("100", "0"), ("100", "100"), ("33.3", "12.5"))


_MORE: list[Given] = [
    {**{name: value for name, value in {"comparators": comparators, "lost": lost}.items() if value}, **shared}
    for comparators in ("", "0.1", "0.5", "1", "2.5", "10", "100")
    for lost in ("", "0", "0.000001", "10", "33.3", "99")
    for shared in (
        {},
        *(
            {"people-per-worker": people, "likeness": likeness}
            for people in ("1", "1.5", "10", "35", "1000")
            for likeness in ("0", "0.000001", "0.05", "1")
        ),
    )
]
"""What may be added, nothing among it."""


def _with_more(given: list[Given]) -> list[Given]:
    """Inputs that will do as they are, and with what may be added: every addition, and each of the inputs, many times."""
    chance = random.Random(1970)
    drawn = [{**chance.choice(given), **more} for more in _MORE for _ in range(4)]
    return [each for each in (*given, *drawn) if _why_not_in_python("fall-detectable" if "people" in each else "people-needed", each) == {}]


def _why_not_in_python(name: str, given: Given) -> dict[str, str]:
    values = {each: Decimal(value) for each, value in given.items()}
    return {fault.name: fault.message.removeprefix(f"'{fault.name}' is {values[fault.name]:f}; ") for fault in METHODS[name].faults(values)}


def _corners(name: str) -> Iterator[Given]:
    """The lowest and the highest that each input takes, all together, and each input that may be left out left out."""
    method = METHODS[name]
    asked = [each for each, wanted in method.inputs.items() if wanted.needed or each in (*get_args(FurtherInput), "safety")]
    ends = []
    for each in asked:
        wanted = method.inputs[each]
        step = Decimal(wanted.open_ends) / 1_000_000
        ends.append(sorted({wanted.low + step, wanted.low + 2 * step, wanted.high - 2 * step, wanted.high - step}))
    for values in product(*ends):
        given = {each: f"{value:f}" for each, value in zip(asked, values, strict=True)}
        if not _why_not_in_python(name, given):
            yield given


def _counts() -> Iterator[Given]:
    for people in _PEOPLE:
        for events in sorted({0, 1, people // 3, people // 2, people - 1, people}):
            yield {"events": str(events), "people": str(people)}


def _needed(name: str) -> list[str]:
    return [each for each, wanted in METHODS[name].inputs.items() if wanted.needed]


GRID: dict[str, list[Given]] = {
    "people-needed": _with_more(
        [{"before": before, "fall": fall} for before in _BEFORE for fall in _FALLS if Decimal(fall) < Decimal(before)]
    ),
    "fall-detectable": _with_more([{"before": before, "people": str(people)} for before in _BEFORE for people in _PEOPLE if people > 1]),
    "interval-of-a-proportion": list(_counts()),
    "progression": [
        {**counts, "go-from": go, "amend-from": amend, "safety": safety} for counts in _counts() for go, amend in _LINES for safety in "01"
    ],
}
"""Inputs that will do, the ends among them."""
_WRONG = ("-1", "0", "0.0000001", "0.5", "1", "60", "80", "99.99", "100", "100.5", "1000", "1000000", "1000001", "1000000000")
WRONG: dict[str, list[Given]] = {
    name: [dict(zip(_needed(name), (first, second, "60", "80"), strict=False)) for first in _WRONG for second in _WRONG] for name in PAGES
}
"""Inputs of which many will not do."""
_WRONG_MORE: tuple[Given, ...] = (
    {"comparators": "0"},
    {"comparators": "100.5", "lost": "100"},
    {"people-per-worker": "10"},
    {"likeness": "0.05"},
    {"people-per-worker": "0.5", "likeness": "1.0000001"},
    {"people-per-worker": "1000", "likeness": "1", "lost": "99"},
    {"people-per-worker": "10", "likeness": "0.05", "lost": "10"},
    {"lost": "50"},
    {"likeness": "1", "lost": "50"},
)
for _name in ("people-needed", "fall-detectable"):
    WRONG[_name] += [{**given, **more} for given in WRONG[_name] for more in _WRONG_MORE]

_WITH_SCRIPT = "async ([address, argument]) => { const script = await import(`${address}assets/javascripts/calculations.js`); "


def _evaluate(page: Page, site: Site, body: str, argument: Any = None) -> Any:
    """What some JavaScript gives that can use `script`, the calculations, and `argument`."""
    return page.evaluate(f"{_WITH_SCRIPT}{body} }}", [site.address, argument])


def _in_python(name: str, given: Given) -> dict[str, Any]:
    method = METHODS[name]
    found = method.work_out({each: Decimal(value) for each, value in given.items()})
    numbers = [{"name": each.name, "text": method.show(each)} for each in found.numbers]
    return {"numbers": numbers, "maySay": found.may_say}


@pytest.mark.parametrize("name", PAGES)
def test_what_is_shown_is_what_python_shows(open_page: OpenPage, listening: Site, name: str) -> None:
    page = open_page(listening, PAGES[name])
    body = """
      const method = JSON.parse(document.querySelector("[data-pg-calculator]").dataset.pgCalculator);
      const seen = ({name, text}) => ({name, text});
      return argument.map((given) => script.workOut(method, given)).map(({numbers, maySay}) => ({numbers: numbers.map(seen), maySay}));
    """
    found = _evaluate(page, listening, body, GRID[name])
    differ = [(given, here, there) for given, here in zip(GRID[name], found, strict=True) if here != (there := _in_python(name, given))]
    assert differ == []


@pytest.mark.parametrize("name", PAGES)
def test_no_numbers_that_will_do_are_too_far_out_to_work_with(open_page: OpenPage, listening: Site, name: str) -> None:
    page = open_page(listening, PAGES[name])
    body = """
      const method = JSON.parse(document.querySelector("[data-pg-calculator]").dataset.pgCalculator);
      return argument.map((given) => script.workOut(method, given)).map(({numbers, maySay}) => [numbers.map(({text}) => text), maySay]);
    """
    corners = list(_corners(name))
    assert len(corners) >= 3
    for given, (numbers, may_say) in zip(corners, _evaluate(page, listening, body, corners), strict=True):
        expected = _in_python(name, given)
        assert (numbers, may_say) == ([number["text"] for number in expected["numbers"]], expected["maySay"]), given


@pytest.mark.parametrize("name", PAGES)
def test_why_a_number_will_not_do_is_told_in_pythons_words(open_page: OpenPage, listening: Site, name: str) -> None:
    page = open_page(listening, PAGES[name])
    body = """
      const method = JSON.parse(document.querySelector("[data-pg-calculator]").dataset.pgCalculator);
      return argument.map((given) => script.whyNot(method, given));
    """
    found = _evaluate(page, listening, body, WRONG[name])
    differ = [
        (given, here, there) for given, here in zip(WRONG[name], found, strict=True) if here != (there := _why_not_in_python(name, given))
    ]
    assert differ == []


def test_the_numbers_behind_agree_to_nine_digits(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, SHARE)
    counts = [(int(given["events"]), int(given["people"])) for given in GRID["interval-of-a-proportion"]]
    pairs = [
        (float(given["before"]) / 100, float(given["fall"]) / 100, float(given.get("comparators", "1"))) for given in GRID["people-needed"]
    ]
    sizes = [
        (float(given["before"]) / 100, int(given["people"]), float(given.get("comparators", "1"))) for given in GRID["fall-detectable"]
    ]
    body = """
      const [counts, pairs, sizes] = argument;
      return [
        counts.map((each) => script.wilsonInterval(...each)),
        pairs.map(([before, fall, each]) => script.peoplePerGroup(before, before - fall, each)),
        sizes.map((each) => script.detectableFall(...each)),
      ];
    """
    intervals, people, falls = _evaluate(page, listening, body, [counts, pairs, sizes])
    for found, each in zip(intervals, counts, strict=True):
        assert found == pytest.approx(wilson_interval(*each), rel=1e-9)
    assert people == pytest.approx([people_per_group(before, before - fall, comparators=each) for before, fall, each in pairs], rel=1e-9)
    assert falls == pytest.approx([detectable_fall(before, people, comparators=each) for before, people, each in sizes], rel=1e-9)


def test_the_normal_quantile_is_pythons_in_the_middle_and_far_out(open_page: OpenPage, listening: Site) -> None:
    shares = (
        [place / 400 for place in range(1, 400)]
        + [10.0**-power for power in range(3, 300, 7)]
        + [1 - 10.0**-power for power in range(3, 16)]
    )
    found = _evaluate(open_page(listening, SHARE), listening, "return argument.map(script.normalQuantile);", shares)
    assert found == pytest.approx([NormalDist().inv_cdf(share) for share in shares], rel=1e-13, abs=1e-13)


def test_rounding_is_pythons_ties_and_all(open_page: OpenPage, listening: Site) -> None:
    chance = random.Random(1927)
    ties = [place / 20 for place in range(400)] + [place * 1.05 for place in range(400)]
    others = [chance.uniform(-1, 1) * 10 ** chance.randint(-12, 14) for _ in range(800)]
    values = [*ties, *others, 1e21, 5e-324, 123456789012345680000.0]
    found = _evaluate(open_page(listening, SHARE), listening, "return argument.map((each) => script.rounded(each, 1));", values)
    assert found == [f"{rounded(value, 1):f}" for value in values]


@pytest.mark.parametrize(
    ("typed", "number"),
    [("40", "40"), (" 40 ", "40"), ("1,471", "1471"), ("1,000,000.5", "1000000.5"), ("007", "7"), (".5", "0.5"), ("5.", "5"), ("-3", "-3")]
    + [(typed, None) for typed in ("", " ", ".", "-", "1,5", "12,34", "4 0", "1e5", "40%", "NaN", "Infinity", "0x10", "١٢")],
)
def test_what_somebody_types_is_a_number_or_it_is_not(open_page: OpenPage, listening: Site, typed: str, number: str | None) -> None:
    assert _evaluate(open_page(listening, SHARE), listening, "return script.numberIn(argument);", typed) == number


def test_the_script_has_every_method_that_a_page_may_name(open_page: OpenPage, listening: Site) -> None:
    names = _evaluate(open_page(listening, SHARE), listening, "return Object.keys(script.METHODS);")
    assert set(names) == set(get_args(PageMethod)) == set(PAGES)


def _result(page: Page) -> Any:
    return page.get_by_role("region", name="Result")


def test_somebody_with_a_keyboard_gets_a_result_with_its_interval_and_its_sentence(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, SHARE)
    page.get_by_label("How many of the people it happened to").focus()
    page.keyboard.type("7")
    page.keyboard.press("Tab")
    page.keyboard.type("9")
    page.keyboard.press("Enter")
    expect(_result(page)).to_contain_text("77.8 (95% interval 45.3 to 93.7)")
    expect(_result(page)).to_contain_text("Write the count, because anything from 45 to 94% fits 7 of 9")
    expect(_result(page)).to_have_attribute("aria-live", "polite")
    expect(page.get_by_role("img", name="77.8 (95% interval 45.3 to 93.7)")).to_be_visible()
    expect(page.get_by_text("practice evaluate interval-of-a-proportion --events 7 --people 9")).to_be_visible()


def test_a_result_comes_while_one_types_and_goes_when_it_no_longer_holds(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, SHARE)
    page.get_by_label("How many people there are").fill("9")
    page.get_by_label("How many of the people it happened to").press_sequentially("7")
    expect(_result(page)).to_contain_text("77.8")
    page.get_by_label("How many of the people it happened to").press_sequentially("7")
    expect(_result(page)).not_to_contain_text("77.8")
    expect(page.get_by_role("img")).to_have_count(0)


def test_wrong_input_is_marked_told_and_gets_no_number(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, SHARE)
    events = page.get_by_label("How many of the people it happened to")
    events.fill("12")
    page.get_by_label("How many people there are").fill("9")
    page.get_by_role("button", name="Work it out").click()
    expect(events).to_have_attribute("aria-invalid", "true")
    expect(events).to_have_accessible_description(
        "A whole number from 0 to 1,000,000 It is 12; expected no more than 'people', which is 9."
    )
    expect(events).to_be_focused()
    expect(_result(page)).to_have_text("No result yet: look at the numbers that are marked.")
    assert "=" not in page.url
    events.fill("7")
    expect(_result(page)).to_contain_text("77.8")
    expect(events).not_to_have_attribute("aria-invalid", "true")
    expect(events).to_have_accessible_description("A whole number from 0 to 1,000,000")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Put a number here."),
        ("seven", "'seven' is not a number."),
        ("2.5", "It is 2.5; expected a whole number."),
        ("-1", "It is -1; expected from 0 to 1,000,000."),
        ("<b>7</b>", "'<b>7</b>' is not a number."),
    ],
)
def test_each_kind_of_fault_has_its_message(open_page: OpenPage, listening: Site, typed: str, message: str) -> None:
    page = open_page(listening, SHARE)
    page.get_by_label("How many of the people it happened to").fill(typed)
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator("#put-events-error")).to_have_text(message)
    expect(page.locator("#put-people-error")).to_have_text("Put a number here.")
    assert page.locator(".pg-calc__numbers").count() == 0


def test_an_address_with_numbers_out_of_place_gives_messages_and_no_number(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, f"{SHARE}#events=%3Cimg%20src%3Dx%3E&people=9&more=1")
    expect(page.locator("#put-events-error")).to_have_text("'<img src=x>' is not a number.")
    expect(page.locator(".pg-calc__numbers")).to_have_count(0)


def test_a_number_too_fine_to_work_with_is_told_so(open_page: OpenPage, listening: Site) -> None:
    fall = f"0.{'0' * 200}1"
    page = open_page(listening, f"{PAGES['people-needed']}#before=40&fall={fall}")
    expect(page.locator("#put-fall-error")).to_have_text(f"It is {fall}; expected at most 6 decimal places.")
    expect(page.locator(".pg-calc__numbers")).to_have_count(0)


def test_the_address_carries_the_result_to_somebody_else(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, CRITERIA + ON_THE_LINE)
    for words in (
        "80.0 (95% interval 64.1 to 90.0)",
        "go; the interval reaches from amend to go",
        "The lowest percentage that says go: 80.",
    ):
        expect(_result(page)).to_contain_text(words)
    page.get_by_label("How many people there are").fill("40")
    page.get_by_role("button", name="Work it out").click()
    expect(_result(page)).to_contain_text("70.0")
    assert page.url == f"{listening.address}{CRITERIA}{ON_THE_LINE.replace('35', '40')}"
    assert (
        open_page(listening, page.url.removeprefix(listening.address)).locator(".pg-calc__numbers").text_content()
        == page.locator(".pg-calc__numbers").text_content()
    )
    assert page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter((key) => key.includes('calc'))") == []


def test_the_link_is_copied_whole(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, CRITERIA + ON_THE_LINE, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy a link to this result").click()
    expect(page.get_by_role("button", name="Copied a link to this result")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{listening.address}{CRITERIA}{ON_THE_LINE}"


def test_start_again_empties_everything(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, CRITERIA + ON_THE_LINE)
    page.get_by_role("button", name="Start again").click()
    expect(_result(page)).to_be_empty()
    expect(page.get_by_label("How many people there are")).to_have_value("")
    expect(page.get_by_role("button", name="Copy a link to this result")).to_be_hidden()
    assert page.url == listening.address + CRITERIA


def test_the_lights_stand_on_the_picture_and_safety_has_no_middle(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, CRITERIA + ON_THE_LINE)
    picture = page.get_by_role("img", name="The lines are at 60 and 80")
    expect(picture).to_contain_text("stopamendgo020406080100")
    page.get_by_label("The lowest percentage that says amend; below it, stop").fill("80")
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator(".pg-calc__picture")).not_to_contain_text("amend")


def test_a_safety_limit_that_is_not_kept_says_stop(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, CRITERIA + "#events=30&people=35&go-from=95&amend-from=95&safety=1")
    expect(_result(page)).to_contain_text("a safety limit is not kept: stop, whatever else went well")
    expect(_result(page)).to_contain_text("Whether it guards somebody's safety: yes.")
    expect(page.get_by_text("--amend-from 95 --safety 1")).to_be_visible()
    page.get_by_label("Whether it guards somebody's safety").press("Space")
    expect(_result(page)).not_to_contain_text("a safety limit")
    assert page.url.endswith("amend-from=95")


def _summary(page: Page) -> Any:
    return page.get_by_text("More about your groups", exact=True).first


def test_what_may_be_added_is_folded_away_and_left_out_changes_nothing(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, f"{PAGES['people-needed']}#before=40&fall=5")
    expect(_result(page)).to_contain_text("1,471")
    expect(page.get_by_label("People to compare with")).to_be_hidden()
    expect(page.locator(".pg-calc__given")).to_have_text(
        "The percentage without the service: 40. The fall to find, in percentage points: 5."
    )
    expect(page.get_by_text("practice evaluate people-needed --before 40 --fall 5", exact=True)).to_be_visible()


def test_with_a_keyboard_alone_one_can_say_more_about_the_groups(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PAGES["people-needed"])
    page.get_by_label("The percentage without the service").focus()
    for typed in ("40", "10"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("People to compare with")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="the other one").first).to_be_focused()
    for typed in ("", "", "10", "0.05", "10"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(_result(page)).to_contain_text("574")
    expect(_result(page)).to_contain_text("start with 574 people in the service and 574 to compare with, and say that the likeness and")
    expect(page.get_by_text("--people-per-worker 10 --likeness 0.05 --lost 10", exact=False)).to_be_visible()
    assert page.url.endswith("#before=40&fall=10&people-per-worker=10&likeness=0.05&lost=10")


def test_each_addition_is_described_to_a_screen_reader(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PAGES["people-needed"])
    _summary(page).click()
    expect(page.get_by_label("People to compare with")).to_have_accessible_description(
        "Try 10, as in the other one. From 0.1 to 100; taken as 1 if you leave it empty"
    )


def test_groups_of_different_size_get_a_number_each(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, f"{PAGES['people-needed']}#before=40&fall=10&comparators=10")
    expect(page.get_by_label("People to compare with")).to_be_visible()
    assert page.locator(".pg-calc__numbers div").all_text_contents() == [
        "People in the service199",
        "People to compare with1,989",
        "People in all2,188",
    ]
    expect(_result(page)).to_contain_text("People to compare with, for each one in the service: 10.")


def test_how_many_a_worker_has_says_nothing_without_how_alike_they_are(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, f"{PAGES['fall-detectable']}#before=40&people=80&people-per-worker=10")
    expect(page.locator("#put-people-per-worker-error")).to_have_text("It is 10; expected 'likeness' with it.")
    expect(_result(page)).to_have_text("No result yet: look at the numbers that are marked.")
    page.get_by_label("How alike people with one worker are").fill("0")
    expect(_result(page)).to_contain_text("20.1")
    assert page.url.endswith("people-per-worker=10&likeness=0")


def test_a_fault_in_what_is_folded_away_is_opened_and_told(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PAGES["fall-detectable"])
    page.get_by_label("The percentage without the service").fill("40")
    page.get_by_label("People in the service").fill("80")
    _summary(page).click()
    lost = page.get_by_label("The percentage lost before the analysis")
    lost.fill("99")
    _summary(page).click()
    expect(lost).to_be_hidden()
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator("#put-people-error")).to_have_text("It is 80; expected at least 200, so that 2 are left after clusters and losses.")
    lost.evaluate("field => { field.value = 'some'; }")
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator("#put-lost-error")).to_have_text("'some' is not a number.")
    expect(lost).to_be_focused()


def test_the_numbers_of_a_worked_example_are_put_in(open_page: OpenPage, whole: Site) -> None:
    page = open_page(whole, "evaluation-handbook/2.0.0/calculators/people-needed/")
    page.get_by_role("button", name="Put these numbers in (A fall of five points)").click()
    expect(_result(page)).to_contain_text("1,471")
    expect(_result(page)).to_contain_text("2,942")
    expect(page.get_by_label("The percentage without the service")).to_be_focused()


def test_every_worked_example_of_the_handbook_comes_out_the_same_in_its_calculator(open_page: OpenPage, whole: Site) -> None:
    page = open_page(whole)
    differ = []
    for each in (each for each in whole.pages if each.kind == "calculator"):
        page.goto(whole.address + each.url)
        name = page.evaluate("JSON.parse(document.querySelector('[data-pg-calculator]').dataset.pgCalculator).name")
        for button in page.get_by_role("button", name="Put these numbers in").all():
            button.click()
            given = dict(parse_qsl(button.get_attribute("data-pg-calc-fill") or ""))
            found = page.locator(".pg-calc__numbers dd").all_text_contents()
            if found != [number["text"] for number in _in_python(name, given)["numbers"]]:
                differ.append((name, given, found))
    assert differ == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", [ON_THE_LINE, "#events=40&people=35&go-from=x&amend-from=60"])
def test_results_and_messages_are_accessible_in_both_colours(open_page: OpenPage, listening: Site, scheme: str, state: str) -> None:
    page = open_page(listening, CRITERIA + state, color_scheme=scheme)
    expect(page.locator(".pg-calc__numbers, [aria-invalid]").first).to_be_visible()
    assert find_violations(page) == []


@pytest.mark.parametrize("state", [ON_THE_LINE, "#events=40&people=35&go-from=x&amend-from=60"])
def test_on_a_narrow_phone_nothing_runs_out_and_nothing_is_small(open_page: OpenPage, listening: Site, state: str) -> None:
    page = open_page(listening, CRITERIA + state, width=320)
    expect(page.locator(".pg-calc__numbers, [aria-invalid]").first).to_be_visible()
    assert page.evaluate(RUNS_OUT) == []
    assert page.evaluate(SMALL_TARGETS, LEAST) == []


def test_paper_has_the_result_with_its_numbers_and_no_fields(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, CRITERIA + ON_THE_LINE)
    page.emulate_media(media="print")
    for words in ("80.0 (95% interval 64.1 to 90.0)", "How many people there are: 35."):
        expect(page.locator("article").get_by_text(words).first).to_be_visible()
    expect(page.locator(".pg-calc__form")).to_be_hidden()
    expect(page.get_by_role("img", name="On a line")).to_be_visible()
    expect(page.locator("article button:visible")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["#before=40&fall=10&comparators=10", "#before=40&fall=10&people-per-worker=10&lost=x"])
def test_more_about_the_groups_is_accessible_and_fits_a_phone(open_page: OpenPage, listening: Site, scheme: str, state: str) -> None:
    page = open_page(listening, PAGES["people-needed"] + state, color_scheme=scheme, width=320)
    expect(page.locator(".pg-calc__numbers, [aria-invalid]").first).to_be_visible()
    expect(page.get_by_label("People to compare with")).to_be_visible()
    assert find_violations(page) == []
    assert page.evaluate(RUNS_OUT) == []
    assert page.evaluate(SMALL_TARGETS, LEAST) == []


def test_without_scripts_the_page_says_so_and_shows_the_formula_and_the_command(open_page: OpenPage, whole: Site) -> None:
    page = open_page(whole, "evaluation-handbook/2.0.0/calculators/people-needed/", java_script_enabled=False)
    expect(page.get_by_text("This calculator works in the page itself")).to_be_visible()
    expect(page.locator("form.pg-calc__form")).to_be_hidden()
    expect(page.get_by_text("practice evaluate people-needed --before 40 --fall 5", exact=True)).to_be_visible()
    expect(page.get_by_text("--comparators NUMBER --people-per-worker NUMBER --likeness NUMBER --lost NUMBER")).to_be_visible()
    expect(page.get_by_text("Try 10, which is what").last).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.locator("details.pg-worked", has_text="A fall of five points")).to_be_visible()
