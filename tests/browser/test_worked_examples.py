"""A trainer hides the results of a worked example with one tick, on screen and on paper, with no JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.site_pages import Site

EXAMPLE = "listening/2.0.0/examples/an-unsafe-sofa/"
PLAN = "listening/2.0.0/examples/a-year-of-fares/"


@pytest.fixture
def example(open_page: OpenPage, listening: Site) -> Page:
    """An assessment on a desk, without scripts."""
    return open_page(listening, EXAMPLE, java_script_enabled=False)


def _results(page: Page) -> set[bool]:
    """Whether results are shown: all of them, none, or some."""
    return set(page.locator(".pg-answer, #results, #good-practice").evaluate_all("each => each.map(one => one.checkVisibility())"))


def test_results_are_there_until_somebody_hides_them(example: Page) -> None:
    expect(example.get_by_role("heading", name="What comes out")).to_be_visible()
    expect(example.locator(".pg-answer .pg-safety", has_text="Alert: Unsafe at home")).to_be_visible()
    expect(example.get_by_role("heading", name="Your turn")).to_be_hidden()


def test_one_tick_by_keyboard_hides_every_result_and_shows_the_exercise(example: Page) -> None:
    example.get_by_role("checkbox", name="Work it out first").press("Space")
    for hidden in ("What comes out", "What good practice did"):
        expect(example.get_by_role("heading", name=hidden)).to_be_hidden()
    expect(example.locator(".pg-answer")).to_be_hidden()
    expect(example.get_by_role("heading", name="Your turn")).to_be_visible()
    expect(example.get_by_role("heading", name="What happened")).to_be_visible()
    expect(example.get_by_role("heading", name="Talk about it")).to_be_visible()
    example.get_by_role("checkbox", name="Work it out first").press("Space")
    expect(example.locator(".pg-answer")).to_be_visible()


@pytest.mark.parametrize("url", [EXAMPLE, PLAN])
def test_paper_shows_the_exercise_or_the_answers(open_page: OpenPage, listening: Site, url: str) -> None:
    page = open_page(listening, url)
    page.emulate_media(media="print")
    expect(page.locator(".pg-toggle")).to_be_hidden()
    assert _results(page) == {True}
    page.emulate_media(media="screen")
    page.get_by_label("Work it out first").check()
    page.emulate_media(media="print")
    assert _results(page) == {False}
    expect(page.locator(".pg-exercise")).to_be_visible()


def test_the_exercise_gives_nothing_away(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PLAN)
    page.get_by_label("Work it out first").check()
    text = page.locator("article").inner_text()
    for result in ("Refused", "What the person hears", "Left for this person"):
        assert result not in text


def test_a_short_form_on_the_page_of_what_it_shows_opens_and_leads_on(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, "listening/2.0.0/funds/fund/", java_script_enabled=False)
    short = page.locator("details.pg-worked")
    expect(short.get_by_role("link", name="Work through it: A year of fares")).to_be_hidden()
    short.locator("summary").press("Enter")
    expect(short.get_by_text("Requests refused: 5.")).to_be_visible()
    short.get_by_role("link", name="Work through it: A year of fares").click()
    page.wait_for_url(listening.address + PLAN)


def test_the_rules_page_leads_to_the_rule_and_to_the_example(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, "listening/2.0.0/rules/")
    expect(page.get_by_text("20 of 20 rules are shown.")).to_be_visible()
    page.get_by_role("link", name="The most for one request").click()
    page.wait_for_url(f"{listening.address}listening/2.0.0/funds/fund/#caps/per_request")
