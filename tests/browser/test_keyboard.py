"""Everything can be reached, seen and worked with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.site_pages import Site
from tests.browser.tabbing import faults_of, stops_within

PRACTICE = "listening/2.0.0/practices/listen-first/"


def tab_to(page: Page, selector: str, most: int = 60) -> None:
    """Press Tab until the focus is on an element."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{most} presses of Tab do not lead to {selector}")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("url", ["", PRACTICE])
def test_tab_reaches_everything_on_a_page_in_order_and_shows_where_it_is(
    open_page: OpenPage, listening: Site, url: str, width: int
) -> None:
    page = open_page(listening, url, width=width)
    faults = faults_of(page, stops_within(page))
    assert not faults, "\n".join(faults)


def test_tab_reaches_everything_in_every_kind_of_article(open_page: OpenPage, whole: Site) -> None:
    page = open_page(whole)
    faults: list[str] = []
    for each in whole.kinds:
        page.goto(f"{whole.address}{each.url}")
        page.locator("article").focus()
        faults += [f"{each.url} {fault}" for fault in faults_of(page, stops_within(page, "article"))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_changes_what_is_seen(open_page: OpenPage, listening: Site, scheme: str) -> None:
    page = open_page(listening, "listening/2.0.0/theory-of-change/", color_scheme=scheme)
    count = len(stops_within(page))
    page.reload()
    unchanged = []
    for _ in range(count):
        page.keyboard.press("Tab")
        page.evaluate("document.activeElement.scrollIntoView({block: 'center'})")
        focused = page.screenshot()
        name = page.evaluate("() => { const last = document.activeElement; last.blur(); return last.outerHTML.slice(0, 120); }")
        if page.screenshot() == focused:
            unchanged.append(name)
    assert not unchanged, "\n".join(unchanged)


def test_the_first_stop_skips_to_the_page(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PRACTICE)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text(re.compile("^Skip"))
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("article")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_tabs_lead_to_the_parts_of_the_site(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PRACTICE)
    tab_to(page, ".pg-tabs__link[aria-current]")
    expect(page.locator(":focus")).to_have_text("Listening")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{listening.address}listening/")


def test_the_menu_opens_keeps_the_focus_and_gives_it_back(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PRACTICE, width=390)
    button = page.get_by_role("button", name="Menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    tab_to(page, "[data-pg-menu]")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#pg-menu")).to_be_focused()
    tab_to(page, "#pg-menu a[aria-current=page]")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#pg-menu")).to_be_hidden()


def test_behind_the_open_menu_nothing_takes_the_focus(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PRACTICE, width=390)
    page.get_by_role("button", name="Menu").press("Enter")
    expect(page.locator("#pg-menu")).to_be_focused()
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('article, footer, .pg-tabs') === null")


def test_the_menu_leads_to_another_page(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PRACTICE, width=390)
    page.get_by_role("button", name="Menu").press("Space")
    page.locator("#pg-menu").get_by_role("link", name="Safety stops").press("Enter")
    page.wait_for_url(f"{listening.address}listening/2.0.0/safety/")
    expect(page.locator("#pg-menu")).to_be_hidden()


def test_the_edition_chooser_opens_leads_on_and_closes(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PRACTICE)
    tab_to(page, ".pg-editions > summary")
    chooser = page.locator(".pg-editions__list")
    page.keyboard.press("Enter")
    expect(chooser).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(chooser).to_be_hidden()
    expect(page.locator(".pg-editions > summary")).to_be_focused()
    page.keyboard.press("Space")
    tab_to(page, ".pg-editions a:not([aria-current])", most=3)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{listening.address}listening/1.0.0/practices/")


def test_the_edition_chooser_closes_when_the_focus_leaves_it(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PRACTICE)
    page.locator(".pg-editions > summary").press("Enter")
    for _ in page.locator(".pg-editions a").all():
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".pg-editions__list")).to_be_hidden()


def test_search_is_opened_asked_walked_through_and_followed(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening)
    tab_to(page, "[data-pg-search-open]")
    page.keyboard.press("Enter")
    words = page.locator("#pg-search-words")
    expect(words).to_be_focused()
    page.keyboard.type("open question")
    wanted = page.locator(".pg-search__link", has_text="Listen first")
    wanted.wait_for()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".pg-search__link").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(words).to_be_focused()
    for _ in range(10):
        page.keyboard.press("ArrowDown")
        if wanted.evaluate("(link) => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/listening/2.0.0/practices/listen-first/"))
    expect(page.locator(".pg-search")).to_be_hidden()


def test_escape_closes_search_and_gives_the_focus_back(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PRACTICE)
    for selector in ("[data-pg-search-open]", ".pg-editions > summary"):
        opener = page.locator(selector)
        opener.focus()
        page.keyboard.press("Control+k")
        expect(page.locator("#pg-search-words")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(".pg-search")).to_be_hidden()
        expect(opener).to_be_focused()


def test_tab_stays_in_the_open_search(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PRACTICE)
    page.keyboard.press("Control+k")
    page.keyboard.type("listen")
    page.locator(".pg-search__link").first.wait_for()
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || document.activeElement.closest('.pg-search') !== null")


def test_the_button_for_dark_colours_is_worked_remembered_and_told(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PRACTICE)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    tab_to(page, "[data-pg-scheme-toggle]")
    button = page.get_by_role("button", name="Dark colours")
    expect(button).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    dark = page.evaluate(ground)
    assert dark != light
    page.goto(f"{listening.address}listening/2.0.0/safety/")
    assert page.evaluate(ground) == dark
    expect(button).to_have_attribute("aria-pressed", "true")
    button.press("Enter")
    assert page.evaluate(ground) == light
