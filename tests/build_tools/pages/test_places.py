"""Every address has a place, and links between pages are right whatever their folders."""

from dataclasses import replace
from urllib.parse import urljoin

import pytest

from build_tools.pages.editions import plan_edition
from build_tools.pages.places import Spot, relative_url, spot_in_edition, url_of
from practice_models.library import Library
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.address import Address, parse_address
from tests.cases.story import SOUND


@pytest.fixture(scope="module")
def library() -> Library:
    return read_folder(SOUND, SOUND).library


@pytest.mark.parametrize(("uri", "url"), [("index.md", ""), ("a.md", "a/"), ("a/index.md", "a/"), ("a/b.md", "a/b/")])
def test_a_source_has_its_address(uri: str, url: str) -> None:
    assert url_of(uri) == url


@pytest.mark.parametrize("start", ["index.md", "a.md", "a/index.md", "a/b/c.md"])
@pytest.mark.parametrize("end", ["index.md", "a.md", "a/index.md", "a/b.md", "x/y/z.md"])
def test_a_relative_link_leads_where_a_browser_goes(start: str, end: str) -> None:
    base = f"https://example.org/site/{url_of(start)}"
    assert urljoin(base, relative_url(Spot(end), start)) == f"https://example.org/site/{url_of(end)}"
    assert urljoin(base, relative_url(Spot(end, "x"), start)).endswith("#x")


def test_every_element_stands_on_a_page_that_exists(library: Library) -> None:
    for edition in library.editions:
        uris = {plan.uri for plan in plan_edition(edition)}
        for kind, word in edition.elements():
            assert spot_in_edition(Address(kind, getattr(word, "id", "")), edition).uri in uris


@pytest.mark.parametrize(
    ("address", "uri", "anchor"),
    [
        ("practice:listen/steps/ask", "practices/listen.md", "steps/ask"),
        ("role:manager", "roles.md", "role-manager"),
        ("instrument:profile/sections/home", "instruments/profile/home.md", ""),
        ("instrument:profile/sections/home/items/safe", "instruments/profile/home.md", "items/safe"),
        ("instrument:profile/alerts/unsafe", "instruments/profile/reading.md", "alerts/unsafe"),
        ("fund:fund/must/goal", "funds/fund.md", "must/goal"),
    ],
)
def test_parts_stand_where_their_element_stands(address: str, uri: str, anchor: str, library: Library) -> None:
    parsed, edition = parse_address(address), library.in_force("listening")
    assert parsed is not None
    assert edition is not None
    assert spot_in_edition(parsed, edition) == Spot(uri, anchor)


def test_measures_stand_with_the_theory_of_change_or_on_a_page_of_their_own(library: Library) -> None:
    edition = library.in_force("listening")
    assert edition is not None
    attendance = Address("measure", "attendance")
    assert spot_in_edition(attendance, edition) == Spot("theory-of-change.md", "measure-attendance")
    assert spot_in_edition(attendance, replace(edition, outcomes=())) == Spot("measures.md", "measure-attendance")
