"""Every page of the whole site, read as markup: one heading at the top, none skipped, landmarks, names and titles."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.browser.outline import Outline, outline_of
from tests.browser.site_pages import Site


@pytest.fixture(scope="module")
def outlines(whole: Site) -> dict[str, Outline]:
    """The outline of every page, by its address."""
    return {page.url: outline_of(page.html) for page in whole.pages}


def test_titles_are_unique_and_end_with_the_name_of_the_site(outlines: dict[str, Outline]) -> None:
    titles = Counter(outline.title for outline in outlines.values())
    assert {title: [url for url in outlines if outlines[url].title == title] for title, count in titles.items() if count > 1} == {}
    assert [url for url, outline in outlines.items() if not outline.title.endswith("Practice guides")] == []


def test_every_page_has_exactly_one_top_heading_and_it_comes_first(outlines: dict[str, Outline]) -> None:
    wrong = {url: outline.levels[:3] for url, outline in outlines.items() if outline.levels.count(1) != 1 or outline.levels[0] != 1}
    assert wrong == {}


def test_no_page_skips_a_level_of_heading(outlines: dict[str, Outline]) -> None:
    wrong = {url: found for url, outline in outlines.items() if (found := list(skips(outline)))}
    assert wrong == {}


def skips(outline: Outline) -> Iterator[str]:
    """The headings that stand more than one level below the one before."""
    for (before, _), (level, text) in pairwise(outline.headings):
        if level > before + 1:
            yield f"h{level} {text} after h{before}"


def test_no_heading_is_empty(outlines: dict[str, Outline]) -> None:
    assert [url for url, outline in outlines.items() if any(not text for _, text in outline.headings)] == []


def test_every_page_has_its_landmarks_once(outlines: dict[str, Outline]) -> None:
    wrong = {}
    for url, outline in outlines.items():
        counts = Counter(outline.landmarks)
        once = {name: counts[name] for name in ("header", "main", "footer", "article") if counts[name] != 1}
        if once or not counts["nav"]:
            wrong[url] = dict(counts)
    assert wrong == {}


def test_landmarks_of_one_kind_have_different_names(outlines: dict[str, Outline]) -> None:
    wrong = {}
    for url, outline in outlines.items():
        again = [f"{kind} {name!r}" for (kind, name), count in Counter(outline.regions).items() if count > 1]
        again += [f"{kind} without a name" for kind, name in outline.regions if not name]
        if again:
            wrong[url] = again
    assert wrong == {}


def test_ids_are_unique_and_what_is_referred_to_is_there(outlines: dict[str, Outline]) -> None:
    wrong = {}
    for url, outline in outlines.items():
        twice = [name for name, count in Counter(outline.ids).items() if count > 1]
        lost = sorted(set(outline.referred) - set(outline.ids))
        if twice or lost:
            wrong[url] = {"twice": twice, "lost": lost}
    assert wrong == {}


def test_every_page_says_its_language_and_describes_itself(outlines: dict[str, Outline]) -> None:
    wrong = [url for url, outline in outlines.items() if not outline.language.startswith("en") or not outline.description]
    assert wrong == []


def test_no_page_has_styles_or_scripts_in_place(outlines: dict[str, Outline]) -> None:
    assert {url: outline.in_place for url, outline in outlines.items() if outline.in_place} == {}


def test_links_that_open_elsewhere_are_none_and_images_have_alternatives(outlines: dict[str, Outline]) -> None:
    assert {url: outline.faults for url, outline in outlines.items() if outline.faults} == {}
