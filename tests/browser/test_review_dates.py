"""A page says that its review is overdue once the reader's own clock is past the day, and not before."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import REVIEWED_BY, OpenPage
from tests.browser.site_pages import Site

PRACTICE = "listening/2.0.0/practices/listen-first/"
LONDON = ZoneInfo("Europe/London")
LAST_MINUTE = datetime(REVIEWED_BY.year, REVIEWED_BY.month, REVIEWED_BY.day, 23, 59, tzinfo=LONDON)


def page_at(open_page: OpenPage, site: Site, moment: datetime, url: str = PRACTICE) -> Page:
    """A page as it is read at a moment."""
    page = open_page(site, "404.html")
    page.clock.set_fixed_time(moment)
    page.goto(site.address + url)
    return page


@pytest.mark.parametrize(
    ("moment", "overdue"),
    [
        (LAST_MINUTE - timedelta(days=400), False),
        (LAST_MINUTE, False),
        (LAST_MINUTE + timedelta(minutes=2), True),
        (LAST_MINUTE + timedelta(days=400), True),
    ],
    ids=["long before", "on the last minute of the day", "a minute into the next day", "long after"],
)
def test_the_notice_follows_the_clock_of_the_reader(open_page: OpenPage, listening: Site, moment: datetime, overdue: bool) -> None:
    page = page_at(open_page, listening, moment)
    notice = page.get_by_role("complementary", name="Review overdue")
    expect(notice).to_have_count(int(overdue))
    if overdue:
        expect(notice).to_contain_text("23 November 2027")


def test_a_superseded_edition_without_a_review_date_is_never_overdue(open_page: OpenPage, listening: Site) -> None:
    page = page_at(open_page, listening, LAST_MINUTE + timedelta(days=4000), "listening/1.0.0/practices/say-hello/")
    expect(page.get_by_role("complementary", name="Review overdue")).to_have_count(0)


def test_a_site_built_for_a_day_after_the_review_says_so_whatever_the_clock(open_page: OpenPage, listening_after_review: Site) -> None:
    page = page_at(open_page, listening_after_review, LAST_MINUTE - timedelta(days=400))
    expect(page.get_by_role("complementary", name="Review overdue")).to_be_visible()
