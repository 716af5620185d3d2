"""Without JavaScript everything but search and calculators works, and nothing is shown that does not."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.paper import count_sheets
from tests.browser.site_pages import Site

PRACTICE = "listening/2.0.0/practices/listen-first/"


@pytest.fixture
def practice(open_page: OpenPage, listening: Site) -> Page:
    """A practice on a desk, without scripts."""
    return open_page(listening, PRACTICE, java_script_enabled=False)


def test_a_practice_says_all_that_it_says_with_scripts(practice: Page) -> None:
    article = practice.locator("article")
    for words in ("Ask one open question.", "What would you like me to know?", "You learn that someone is in danger.", "Their words."):
        expect(article.get_by_text(words).last).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_shown_that_needs_a_script(open_page: OpenPage, listening: Site, width: int) -> None:
    page = open_page(listening, PRACTICE, width=width, java_script_enabled=False)
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.locator("dialog")).to_be_hidden()


def test_tabs_navigation_and_crumbs_lead_on(practice: Page, listening: Site) -> None:
    practice.get_by_role("navigation", name="Pages").get_by_role("link", name="Safety stops").click()
    practice.wait_for_url(f"{listening.address}listening/2.0.0/safety/")
    practice.get_by_role("navigation", name="You are here").get_by_role("link", name="Listening").click()
    practice.wait_for_url(f"{listening.address}listening/")
    practice.get_by_role("navigation", name="Guides and more").get_by_role("link", name="Home").click()
    practice.wait_for_url(listening.address)
    practice.get_by_role("link", name="Meet someone for the first time").click()
    practice.wait_for_url(listening.address + PRACTICE)


def test_the_way_to_all_tasks_stands_in_the_place_of_search(practice: Page, listening: Site) -> None:
    practice.get_by_role("link", name="All tasks").click()
    practice.wait_for_url(listening.address)


def test_the_menu_of_a_phone_opens_by_keyboard_and_by_thumb(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PRACTICE, width=390, java_script_enabled=False)
    menu = page.locator("#pg-menu")
    expect(menu).to_be_hidden()
    page.locator("#__drawer").press("Space")
    expect(menu).to_be_visible()
    page.locator("label.pg-header__menu").click()
    expect(menu).to_be_hidden()
    page.locator("label.pg-header__menu").click()
    menu.get_by_role("link", name="Safety stops").click()
    page.wait_for_url(f"{listening.address}listening/2.0.0/safety/")


def test_the_checkbox_behind_the_menu_has_a_name(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PRACTICE, width=390, java_script_enabled=False)
    expect(page.get_by_role("checkbox", name="Menu")).to_have_count(1)


def test_the_edition_chooser_leads_to_the_other_edition(practice: Page, listening: Site) -> None:
    practice.locator(".pg-editions > summary").click()
    practice.locator(".pg-editions a:not([aria-current])").click()
    practice.wait_for_url(f"{listening.address}listening/1.0.0/practices/")


def test_a_picture_opens_its_words(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, "listening/2.0.0/pathway/", java_script_enabled=False)
    details = page.locator(".pg-figure__data").first
    details.locator("summary").click()
    expect(details).to_have_attribute("open", "")
    expect(details.locator(":scope > :not(summary)").first).to_be_visible()


def test_dark_colours_follow_the_device(open_page: OpenPage, listening: Site) -> None:
    grounds = [
        open_page(listening, PRACTICE, color_scheme=scheme, java_script_enabled=False).evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for scheme in ("light", "dark")
    ]
    assert grounds[0] != grounds[1]


def test_an_overdue_review_is_told_when_the_site_was_built_for_that_day(
    open_page: OpenPage, listening: Site, listening_after_review: Site
) -> None:
    before = open_page(listening, PRACTICE, java_script_enabled=False)
    expect(before.locator(".pg-banner--overdue")).to_be_hidden()
    after = open_page(listening_after_review, PRACTICE, java_script_enabled=False)
    expect(after.locator(".pg-banner--overdue")).to_contain_text("23 November 2027")


def test_the_quick_reference_prints_on_one_sheet(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, "listening/2.0.0/quick-reference/", java_script_enabled=False)
    assert count_sheets(page) == 1
