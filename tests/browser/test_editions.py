"""A reader of an older edition is told so, and is led to the same page of the edition in force; of any other, too."""

import posixpath
import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.site_pages import Site, SitePage

_BANNER = re.compile(r'<aside class="pg-banner[^>]*>.*?</aside>', re.DOTALL)
_LINK = re.compile(r'<a href="([^"#]*)')
NEW, OLD = "listening/2.0.0/", "listening/1.0.0/"


@pytest.mark.parametrize(
    ("older", "in_force"),
    [
        ("stages/meet/", "stages/meet/"),
        ("practices/", "practices/"),
        ("practices/say-hello/", "practices/listen-first/"),
        ("", ""),
    ],
    ids=["the same page", "the same list", "where it moved", "the overview"],
)
def test_the_banner_of_a_superseded_edition_leads_to_the_edition_in_force(
    open_page: OpenPage, listening: Site, older: str, in_force: str
) -> None:
    page = open_page(listening, OLD + older)
    banner = page.get_by_role("complementary", name="How this edition stands")
    expect(banner).to_contain_text("has been superseded")
    banner.get_by_role("link", name="Go to this page in the edition in force, 2.0.0").click()
    page.wait_for_url(listening.address + NEW + in_force)
    expect(page.get_by_role("complementary", name="How this edition stands")).to_have_count(0)


def test_the_banner_comes_before_the_heading_and_in_the_first_window_of_a_phone(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, f"{OLD}stages/meet/", width=390, height=700)
    expect(page.locator(".pg-banner--superseded a")).to_be_in_viewport()
    assert page.evaluate("document.querySelector('.pg-banner').compareDocumentPosition(document.querySelector('h1')) === 4")


@pytest.mark.parametrize(
    ("here", "there", "says"),
    [
        (f"{NEW}stages/meet/", f"{OLD}stages/meet/", "this page"),
        (f"{OLD}stages/meet/", f"{NEW}stages/meet/", "this page"),
        (f"{NEW}practices/listen-first/", f"{OLD}practices/", "nearest page: Practices"),
        (f"{NEW}instruments/profile/home/", OLD, "nearest page"),
    ],
    ids=["back to the same page", "on to the same page", "the nearest parent", "the overview for want of a parent"],
)
def test_the_chooser_leads_to_the_same_page_or_its_nearest_parent(
    open_page: OpenPage, listening: Site, here: str, there: str, says: str
) -> None:
    page = open_page(listening, here)
    page.locator(".pg-editions > summary").click()
    other = page.locator(".pg-editions a:not([aria-current])")
    expect(other).to_contain_text(says)
    other.click()
    page.wait_for_url(listening.address + there)


def test_the_latest_address_of_a_page_leads_to_the_edition_in_force(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening)
    for latest, now in (("practices/listen-first/", "practices/listen-first/"), ("practices/say-hello/", "practices/listen-first/")):
        page.goto(f"{listening.address}listening/latest/{latest}")
        page.wait_for_url(listening.address + NEW + now)


def shown_banners(page: SitePage) -> list[str]:
    """The markup of each banner that a page shows at once."""
    return [banner for banner in _BANNER.findall(page.html) if " hidden" not in banner.partition(">")[0]]


def led_to(page: SitePage) -> str:
    """The address that a page's banners lead to; nothing where they lead nowhere."""
    link = next((link for banner in shown_banners(page) for link in _LINK.findall(banner)), None)
    return "" if link is None else posixpath.normpath(urljoin(f"/{page.url}", link)).lstrip("/") + "/"


def older_pages(site: Site) -> list[SitePage]:
    """The pages of editions that are not in force, of guides that have one in force: a first draft has nothing to lead to."""
    in_force = {page.url.split("/")[0] for page in site.pages if page.standing == "In force" and re.match(r"[\w-]+/\d+\.", page.url)}
    return [page for page in site.pages if page.standing != "In force" and page.url.split("/")[0] in in_force]


def test_every_page_of_every_older_edition_leads_to_the_edition_in_force(whole: Site) -> None:
    known = {page.url: page.standing for page in whole.pages}
    older = older_pages(whole)
    wrong = [f"{page.url} leads to {led_to(page)!r}" for page in older if known.get(led_to(page)) != "In force"]
    assert older
    assert not wrong, "\n".join(wrong)


def test_where_the_edition_in_force_has_the_same_page_older_ones_lead_to_it(whole: Site) -> None:
    known = {page.url for page in whole.pages}
    wrong = []
    for page in older_pages(whole):
        guide, _, rest = page.url.split("/", 2)
        same = "/".join([guide, led_to(page).split("/")[1], rest])
        if same in known and led_to(page) != same:
            wrong.append(f"{page.url} leads to {led_to(page)}")
    assert not wrong, "\n".join(wrong)


def test_no_page_in_force_says_that_it_is_not(whole: Site) -> None:
    assert [page.url for page in whole.pages if page.standing == "In force" and shown_banners(page)] == []


def test_whats_new_names_the_newest_edition_of_a_guide_first(whole: Site) -> None:
    (page,) = [page for page in whole.pages if page.kind == "whats-new"]
    named = re.findall(r'<h3[^>]*><a href="[^"]*?([\w-]+)/([\d.]+)/"', page.html)
    assert len(named) > 3
    for guide in {guide for guide, _ in named}:
        versions = [tuple(map(int, version.split("."))) for name, version in named if name == guide]
        assert versions == sorted(versions, reverse=True), guide
