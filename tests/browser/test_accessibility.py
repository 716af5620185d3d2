"""axe-core finds nothing to mend, on any kind of page, in either scheme, on a desk and on a phone, whatever is open."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import COLOURS, find_violations
from tests.browser.conftest import OpenPage
from tests.browser.site_pages import Site

PRACTICE = "listening/2.0.0/practices/listen-first/"
WIDTHS = pytest.mark.parametrize("width", [1280, 390])
_OPEN_DETAILS = """
() => document.querySelectorAll("article details:not(.pg-editions)").forEach((details) => { details.open = true; })
"""


def violations_in_both_schemes(page: Page, *within: str) -> list[str]:
    """What axe finds in light, and what it finds in dark of all that colours can change."""
    page.emulate_media(color_scheme="light")
    light = find_violations(page, *within)
    page.emulate_media(color_scheme="dark")
    return [*light, *(f"in dark: {line}" for line in find_violations(page, *within, rules=COLOURS))]


@WIDTHS
def test_no_kind_of_page_has_violations(open_page: OpenPage, whole: Site, width: int) -> None:
    page = open_page(whole, width=width)
    found: list[str] = []
    for each in whole.kinds:
        page.goto(whole.address + each.url)
        page.evaluate(_OPEN_DETAILS)
        found += violations_in_both_schemes(page)
    assert not found, "\n".join(found)


@WIDTHS
def test_search_has_no_violations_while_it_shows_results(open_page: OpenPage, listening: Site, width: int) -> None:
    page = open_page(listening, PRACTICE, width=width)
    page.keyboard.press("Control+k")
    page.get_by_label("Include editions not in force").check()
    page.get_by_role("searchbox").fill("listen")
    page.locator(".pg-search__result .pg-status--superseded").first.wait_for()
    found = violations_in_both_schemes(page)
    assert not found, "\n".join(found)


@WIDTHS
def test_the_open_edition_chooser_has_no_violations(open_page: OpenPage, listening: Site, width: int) -> None:
    page = open_page(listening, PRACTICE, width=width)
    page.locator(".pg-editions > summary").click()
    page.locator(".pg-editions__list").wait_for()
    found = violations_in_both_schemes(page, ".pg-editions")
    assert not found, "\n".join(found)


def test_the_open_menu_has_no_violations(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, PRACTICE, width=390)
    page.get_by_role("button", name="Menu").click()
    page.locator("#pg-menu").wait_for()
    found = violations_in_both_schemes(page)
    assert not found, "\n".join(found)


def test_the_notice_of_an_overdue_review_has_no_violations(open_page: OpenPage, listening_after_review: Site) -> None:
    page = open_page(listening_after_review, PRACTICE)
    page.locator(".pg-banner--overdue").wait_for()
    found = violations_in_both_schemes(page)
    assert not found, "\n".join(found)
