"""axe-core finds nothing to mend, on any kind of page, in either scheme, on a desk and on a phone, whatever is open."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import find_violations
from tests.browser.conftest import OpenPage
from tests.browser.site_pages import Site

PRACTICE = "listening/2.0.0/practices/listen-first/"
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
WIDTHS = pytest.mark.parametrize("width", [1280, 390])
_OPEN_DETAILS = """
() => document.querySelectorAll("article details:not(.pg-editions)").forEach((details) => { details.open = true; })
"""


@SCHEMES
@WIDTHS
def test_no_kind_of_page_has_violations(open_page: OpenPage, whole: Site, scheme: str, width: int) -> None:
    page = open_page(whole, width=width, color_scheme=scheme)
    found: list[str] = []
    for each in whole.kinds:
        page.goto(whole.address + each.url)
        page.evaluate(_OPEN_DETAILS)
        found += find_violations(page)
    assert found == []


@SCHEMES
@WIDTHS
def test_search_has_no_violations_while_it_shows_results(open_page: OpenPage, listening: Site, scheme: str, width: int) -> None:
    page = open_page(listening, PRACTICE, width=width, color_scheme=scheme)
    page.keyboard.press("Control+k")
    page.get_by_label("Include editions not in force").check()
    page.get_by_role("searchbox").fill("listen")
    page.locator(".pg-search__result .pg-status--superseded").first.wait_for()
    assert find_violations(page) == []


@SCHEMES
@WIDTHS
def test_the_open_edition_chooser_has_no_violations(open_page: OpenPage, listening: Site, scheme: str, width: int) -> None:
    page = open_page(listening, PRACTICE, width=width, color_scheme=scheme)
    page.locator(".pg-editions > summary").click()
    assert page.locator(".pg-editions__list").is_visible()
    assert find_violations(page, ".pg-editions") == []


@SCHEMES
def test_the_open_menu_has_no_violations(open_page: OpenPage, listening: Site, scheme: str) -> None:
    page = open_page(listening, PRACTICE, width=390, color_scheme=scheme)
    page.get_by_role("button", name="Menu").click()
    page.locator("#pg-menu").wait_for()
    assert find_violations(page) == []


@SCHEMES
def test_a_notice_that_review_is_overdue_has_no_violations(open_page: OpenPage, listening_after_review: Site, scheme: str) -> None:
    page = open_page(listening_after_review, PRACTICE, color_scheme=scheme)
    assert page.locator(".pg-banner--overdue").is_visible()
    assert find_violations(page) == []


@SCHEMES
def test_a_shown_tooltip_has_enough_contrast(open_page: OpenPage, whole: Site, scheme: str) -> None:
    page = open_page(whole, whole.first('class="pg-term"').url, color_scheme=scheme)
    page.locator(".pg-term").first.focus()
    ink, ground = _colours_of_tip(page)
    assert ink != ground
    assert find_violations(page, "article") == []


def _colours_of_tip(page: Page) -> tuple[str, str]:
    script = "() => { const style = getComputedStyle(document.activeElement, '::after'); return [style.color, style.backgroundColor]; }"
    ink, ground = page.evaluate(script)
    return ink, ground
