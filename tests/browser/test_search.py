"""Search finds a practice by what is in it, looks in what is in force unless told otherwise, and can be narrowed."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.site_pages import Site
from tests.browser.watching import Watch

SAY_HELLO = "/listening/1.0.0/practices/say-hello/"
LISTEN_FIRST = "/listening/2.0.0/practices/listen-first/"


@pytest.fixture
def page(open_page: OpenPage, listening: Site) -> Page:
    """The home page of the tiny site, with search open."""
    page = open_page(listening)
    page.get_by_role("button", name="Search").first.click()
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    return page


def ask(page: Page, words: str) -> Locator:
    """The links to the pages that search finds for some words."""
    page.locator("#pg-search-words").fill("")
    expect(page.get_by_role("status")).to_be_empty()
    page.locator("#pg-search-words").fill(words)
    links = page.locator(".pg-search__link")
    links.or_(page.get_by_role("status").filter(has_text="Nothing found")).first.wait_for()
    return links


def addresses(links: Locator) -> set[str]:
    """Where links lead, without the place on the page."""
    return {str(link.get_attribute("href")).partition("#")[0] for link in links.all()}


def result(page: Page, address: str) -> Locator:
    """The result that leads to a page."""
    return page.locator(".pg-search__result", has=page.locator(f'.pg-search__link[href^="{address}"]'))


@pytest.mark.parametrize("words", ["one open question", "what would you like me to know", "someone is in danger", "first account"])
def test_a_practice_is_found_by_words_of_its_step_its_sentence_its_stop_and_its_record(page: Page, words: str) -> None:
    assert LISTEN_FIRST in addresses(ask(page, words))


def test_a_result_says_what_it_is_and_shows_the_words_found(page: Page) -> None:
    ask(page, "open question")
    found = result(page, LISTEN_FIRST)
    expect(found.locator(".pg-search__facts")).to_contain_text("Practice")
    expect(found.locator(".pg-search__facts")).to_contain_text("Listening 2.0.0")
    expect(found.locator("mark").first).to_have_text("open")


def test_only_what_is_in_force_is_found_until_the_switch_takes_in_older_editions(page: Page) -> None:
    ask(page, "hello")
    expect(page.get_by_role("status")).to_contain_text("in force")
    assert SAY_HELLO not in addresses(page.locator(".pg-search__link"))
    page.get_by_role("switch", name="Include editions not in force").check()
    expect(page.get_by_role("status")).to_contain_text("all editions")
    older = result(page, SAY_HELLO)
    expect(older.locator(".pg-status--superseded")).to_have_text("Superseded")
    page.get_by_role("switch", name="Include editions not in force").uncheck()
    expect(older).to_have_count(0)


def test_nothing_of_an_older_edition_is_found_by_default(page: Page, listening: Site) -> None:
    older = {f"/{each.url}" for each in listening.pages if each.standing != "In force"}
    for words in ("hello", "meet", "listen", "practitioner"):
        links = ask(page, words)
        show_all(page, links)
        assert older
        assert not addresses(links) & older


def show_all(page: Page, links: Locator) -> None:
    """Ask for more results until there are no more."""
    more = page.locator("[data-pg-search-more]")
    while more.is_visible():
        before = links.count()
        more.press("Enter")
        expect(links.nth(before)).to_be_focused()


def test_more_results_are_new_ones_and_take_the_focus(page: Page) -> None:
    links = ask(page, "listen")
    expect(page.locator("[data-pg-search-more]")).to_be_visible()
    shown = links.count()
    page.locator("[data-pg-search-more]").press("Enter")
    expect(links.nth(shown)).to_be_focused()
    show_all(page, links)
    assert len(addresses(links)) == links.count()


def test_more_results_asked_for_twice_in_haste_come_once(page: Page) -> None:
    links = ask(page, "listen")
    expect(page.locator("[data-pg-search-more]")).to_be_visible()
    page.evaluate("() => { const more = document.querySelector('[data-pg-search-more]'); more.click(); more.click(); }")
    page.locator(".pg-search__link:focus").wait_for()
    show_all(page, links)
    assert len(addresses(links)) == links.count()


def choose(page: Page, name: str, value: str) -> None:
    """Narrow the results by one of the three choices."""
    page.get_by_role("combobox", name=name).select_option(value)


def test_results_are_narrowed_by_guide_edition_and_kind(page: Page) -> None:
    ask(page, "listen")
    others = page.locator(".pg-search__facts > span:first-child").filter(has_not_text=re.compile("^Practice$"))
    others.first.wait_for()
    choose(page, "Kind", "Practice")
    expect(others).to_have_count(0)
    expect(result(page, LISTEN_FIRST)).to_have_count(1)
    choose(page, "Edition", "Listening 2.0.0")
    expect(result(page, LISTEN_FIRST)).to_have_count(1)
    choose(page, "Guide", "Listening")
    expect(result(page, LISTEN_FIRST)).to_have_count(1)


def test_a_choice_can_be_changed_for_another(page: Page) -> None:
    ask(page, "listen")
    page.get_by_role("switch", name="Include editions not in force").check()
    choose(page, "Edition", "Listening 1.0.0")
    expect(result(page, LISTEN_FIRST)).to_have_count(0)
    choose(page, "Edition", "Listening 2.0.0")
    expect(result(page, LISTEN_FIRST)).to_have_count(1)


def test_each_choice_tells_how_many_pages_it_leaves(page: Page) -> None:
    ask(page, "listen")
    page.get_by_role("switch", name="Include editions not in force").check()
    expect(page.get_by_role("status")).to_contain_text("all editions")
    option = page.get_by_role("combobox", name="Kind").locator("option[value=Practice]")
    promised = int(str(option.text_content()).rpartition("(")[2].rstrip(")"))
    page.get_by_role("combobox", name="Kind").select_option("Practice")
    expect(page.get_by_role("status")).to_contain_text(f"{promised} page")


def test_words_that_are_nowhere_are_answered_plainly(page: Page) -> None:
    ask(page, "zzyzx")
    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    expect(page.locator(".pg-search__result")).to_have_count(0)


def test_the_search_box_of_the_home_page_asks_the_same(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening)
    page.get_by_label("Search all guidance in force").fill("open question")
    page.keyboard.press("Enter")
    expect(page.locator("#pg-search-words")).to_have_value("open question")
    expect(result(page, LISTEN_FIRST)).to_have_count(1)


def test_a_result_opens_its_page_at_the_place_that_was_found(page: Page) -> None:
    ask(page, "open question")
    part = result(page, LISTEN_FIRST).locator(".pg-search__parts a", has_text="What to do")
    part.click()
    page.wait_for_url(f"**{LISTEN_FIRST}#steps")
    expect(page.locator("#steps")).to_be_in_viewport()


def test_the_index_is_asked_for_only_when_somebody_searches(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, LISTEN_FIRST.lstrip("/"))
    watch = Watch(listening.address)
    watch.begin(page.context)
    page.reload(wait_until="networkidle")
    assert not [url for url in watch.asked if "pagefind" in url]
    page.keyboard.press("Control+k")
    ask(page, "listen")
    assert [url for url in watch.asked if "pagefind" in url]


def test_the_whole_site_answers_from_what_is_in_force(open_page: OpenPage, whole: Site) -> None:
    page = open_page(whole)
    page.keyboard.press("Control+k")
    found = addresses(ask(page, "safety plan"))
    older = {f"/{each.url}" for each in whole.pages if each.standing != "In force"}
    assert found
    assert older
    assert not found & older
