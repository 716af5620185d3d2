"""The meaning of a term shows when a reader points at it or reaches it, stays while it is read, and goes with Escape."""

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import OpenPage
from tests.browser.site_pages import Site

_TIP = """
(term) => {
  const style = getComputedStyle(term, "::after");
  if (style.display === "none" || style.visibility === "hidden") return null;
  return JSON.parse(style.content.split(" / ")[0]);
}
"""


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, open_page: OpenPage, whole: Site) -> Page:
    """The first page on which a term of the glossary stands."""
    return open_page(whole, whole.first('class="pg-term"').url, width=request.param)


@pytest.fixture
def term(page: Page) -> Locator:
    """The first term on the page."""
    term = page.locator(".pg-term").first
    term.scroll_into_view_if_needed()
    return term


def tip(term: Locator) -> str | None:
    """The tooltip that a term shows, or None."""
    shown = term.evaluate(_TIP)
    return None if shown is None else str(shown)


def test_a_term_shows_its_meaning_when_pointed_at(page: Page, term: Locator) -> None:
    assert tip(term) is None
    term.hover()
    assert tip(term) == term.get_attribute("data-tip")
    page.mouse.move(0, 0)
    assert tip(term) is None


def test_a_term_shows_its_meaning_when_reached_by_keyboard(page: Page, term: Locator) -> None:
    page.keyboard.press("Tab")
    term.focus()
    assert tip(term) == term.get_attribute("data-tip")
    page.keyboard.press("Tab")
    assert tip(term) is None


def test_escape_puts_the_meaning_away_until_the_term_is_reached_again(page: Page, term: Locator) -> None:
    page.keyboard.press("Tab")
    term.focus()
    page.keyboard.press("Escape")
    assert tip(term) is None
    assert term.evaluate("(term) => term === document.activeElement")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert tip(term) is not None
    term.hover()
    page.keyboard.press("Escape")
    assert tip(term) is None


def test_the_meaning_keeps_inside_the_window_and_can_be_pointed_at(page: Page, term: Locator) -> None:
    term.hover()
    place = term.evaluate(
        """(term) => {
          const tip = getComputedStyle(term, "::after"), box = term.getBoundingClientRect();
          const left = (tip.position === "fixed" ? 0 : box.left) + parseFloat(tip.left);
          const top = (tip.position === "fixed" ? 0 : box.top) + parseFloat(tip.top);
          const padding = tip.boxSizing === "border-box" ? 0 : parseFloat(tip.paddingLeft) + parseFloat(tip.paddingRight);
          const right = left + parseFloat(tip.width) + padding;
          return {left, right, x: left + 10, y: top + 10, window: innerWidth, fixed: tip.position === "fixed"};
        }"""
    )
    assert place["left"] >= 0
    assert place["right"] <= place["window"] + 1
    if not place["fixed"]:
        page.mouse.move(place["x"], place["y"], steps=20)
        assert tip(term) is not None


def test_a_term_leads_to_its_place_in_the_glossary(page: Page, term: Locator) -> None:
    term.click()
    page.wait_for_url("**/glossary/#*")
    assert page.evaluate("document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null")
