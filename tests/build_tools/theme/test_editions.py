"""A page tells which edition it belongs to, how that stands, and where the page is in the others."""

import pytest

from tests.build_tools.theme.rendering import Rendered


def chooser(page: Rendered) -> list[tuple[str, str]]:
    """Where each entry of the edition chooser leads, and what it says."""
    return [
        (element.attributes["href"], " ".join(element.text.split())) for element in page.named("a") if element.is_in("pg-editions__list")
    ]


def test_the_chooser_leads_to_the_page_in_every_edition_or_to_the_nearest_one(practice: Rendered) -> None:
    assert chooser(practice) == [
        ("./", "2.0.0 In force you are here"),
        ("../../../1.1.0/practices/listen-first/", "1.1.0 Superseded this page"),
        ("../../../1.0.0/practices/", "1.0.0 Superseded nearest page: Practices"),
        ("../../../0.1.0/", "0.1.0 Withdrawn nearest page: first page"),
    ]


def test_the_chooser_needs_no_script(practice: Rendered) -> None:
    assert practice.of_class("pg-editions")[0].name == "details"
    assert "pg-js" not in practice.of_class("pg-editions")[0].attributes["class"]


def test_the_head_tells_edition_standing_dates_and_reading_time(practice: Rendered) -> None:
    about = " ".join(practice.words("pg-about"))
    for words in ("Listening 2.0.0", "In force", "4 minutes to read", "Released 23 November 2026", "Review by 23 November 2027"):
        assert words in about


def test_the_page_tells_what_it_rests_on_and_its_permanent_address(practice: Rendered) -> None:
    assert [word for word in practice.words("pg-badge") if word[0].isdigit()] == ["3 interpretation", "1 illustrative"]
    assert practice.words("pg-about__link") == ["listening/2.0.0/practices/listen-first/"]


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        ("superseded.md", ["superseded", "Go to this page in the edition in force, 2.0.0"]),
        ("nearest.md", ["superseded", "Go to the nearest page in the edition in force, 2.0.0"]),
        ("draft.md", ["draft", "Go to this page in the edition in force, 2.0.0"]),
        ("withdrawn.md", ["withdrawn", "No edition of this guide is in force."]),
    ],
)
def test_a_page_that_is_not_in_force_says_so_first_and_leads_on(rendered: dict[str, Rendered], uri: str, words: list[str]) -> None:
    page = rendered[uri]
    banners = page.of_class("pg-banner")
    assert len(banners) == 1
    assert page.html.index('class="pg-banner ') < page.html.index("<h1")
    for each in words:
        assert each in page.words("pg-banner")[0]
    leading = [element.attributes["href"] for element in page.named("a") if element.is_in("pg-banner")]
    assert leading == ([] if uri == "withdrawn.md" else ["../listening/2.0.0/practices/listen-first/"])


def test_a_page_in_force_leaves_it_to_the_readers_clock_whether_its_review_is_overdue(practice: Rendered) -> None:
    (banner,) = practice.of_class("pg-banner")
    assert banner.has_class("pg-banner--overdue")
    assert banner.attributes["data-pg-review-by"] == "2027-11-23"
    assert "hidden" in banner.attributes


def test_a_page_that_was_built_for_a_day_says_at_once_whether_its_review_is_overdue(rendered: dict[str, Rendered]) -> None:
    (banner,) = rendered["overdue.md"].of_class("pg-banner")
    assert "hidden" not in banner.attributes
    assert "data-pg-review-by" not in banner.attributes
    assert "23 November 2027" in banner.text
    assert rendered["in-time.md"].of_class("pg-banner") == []


def test_paper_says_where_it_came_from(practice: Rendered) -> None:
    (imprint,) = practice.words("pg-imprint")
    for words in ("Listening 2.0.0", "in force", "23 November 2027", "https://guides.example/listening/2.0.0/practices/listen-first/"):
        assert words in imprint
