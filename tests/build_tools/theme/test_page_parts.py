"""The article, the way around it and what search is told of it."""

from tests.build_tools.theme.rendering import Rendered


def search_data(page: Rendered, attribute: str) -> dict[str, str]:
    """What search is told, by name."""
    told = [element.attributes for element in page.elements if attribute in element.attributes]
    return {attributes[attribute].removesuffix("[data-value]"): attributes["data-value"] for attributes in told}


def test_search_reads_the_article_and_nothing_around_it(practice: Rendered, rendered: dict[str, Rendered]) -> None:
    assert [element.name for element in practice.elements if "data-pagefind-body" in element.attributes] == ["article"]
    assert "data-pagefind-body" not in rendered["404.html"].html


def test_search_can_filter_by_guide_edition_kind_and_standing(practice: Rendered) -> None:
    known = {"guide": "Listening", "edition": "Listening 2.0.0", "kind": "Practice", "standing": "In force"}
    assert search_data(practice, "data-pagefind-filter") == known
    assert search_data(practice, "data-pagefind-meta") == {"title": "Listen first", **known}


def test_a_page_written_by_hand_is_found_among_what_is_in_force(rendered: dict[str, Rendered]) -> None:
    assert search_data(rendered["help.md"], "data-pagefind-filter") == {"kind": "Help", "standing": "In force"}


def test_search_leaves_out_banners_facts_about_the_page_sources_and_marks_at_headings(rendered: dict[str, Rendered]) -> None:
    page = rendered["superseded.md"]
    for name in ("pg-banner", "pg-about", "pg-here", "pg-evidence", "headerlink"):
        found = page.of_class(name)
        assert found, name
        assert all("data-pagefind-ignore" in element.attributes for element in found), name


def test_only_the_first_paragraph_of_a_summary_stands_above_the_facts(practice: Rendered) -> None:
    first, facts, second = (practice.html.index(words) for words in ("They say more", 'class="pg-about"', "It takes ten minutes"))
    assert first < facts < second
    assert practice.words("pg-lead") == ["They say more than you ask."]


def test_the_way_down_leads_from_home(practice: Rendered) -> None:
    links = [(element.text, element.attributes["href"]) for element in practice.named("a") if element.is_in("pg-path")]
    assert links == [("Home", "../../../.."), ("Listening", "../../../")]


def test_an_open_group_shows_its_pages_and_a_closed_one_leads_to_its_first(practice: Rendered) -> None:
    links = [
        (element.text.strip(), element.attributes["href"], element.attributes.get("aria-current"))
        for element in practice.named("a")
        if element.has_class("pg-nav__link")
    ]
    assert links == [
        ("Home", "../../../..", None),
        ("Listening", "../../", "true"),
        ("Overview", "../../", None),
        ("All practices", "../", None),
        ("Listen first", "./", "page"),
        ("Records", "../../records/note/", None),
        ("Help", "../../../../help/", None),
    ]
    assert practice.words("pg-nav__group") == ["Practices"]


def test_tabs_show_where_one_is(practice: Rendered) -> None:
    tabs = [(element.text, element.attributes.get("aria-current")) for element in practice.of_class("pg-tabs__link")]
    assert tabs == [("Home", None), ("Listening", "true"), ("Help", None)]


def test_previous_and_next_are_named(practice: Rendered) -> None:
    assert practice.words("pg-turn__title") == ["All practices", "Note"]


def test_what_is_on_the_page_is_listed_for_wide_and_for_narrow_windows(practice: Rendered) -> None:
    headings = ["#steps", "#record", "#safety"]
    assert [element.attributes["href"] for element in practice.named("a") if element.is_in("pg-toc")] == headings
    assert [element.attributes["href"] for element in practice.named("a") if element.is_in("pg-here")] == headings


def test_without_scripts_there_is_a_menu_and_a_way_to_the_tasks(practice: Rendered) -> None:
    shown = [element for element in practice.elements if element.has_class("pg-nojs")]
    assert [(element.name, element.attributes.get("for") or element.attributes.get("href")) for element in shown] == [
        ("label", "__drawer"),
        ("a", "../../../../help/"),
    ]
    assert "no-js" in practice.named("html")[0].attributes["class"]


def test_the_home_page_has_no_facts_about_itself(rendered: dict[str, Rendered]) -> None:
    assert rendered["index.md"].of_class("pg-about") == []
    assert [element.attributes for element in rendered["index.md"].of_class("pg-home-search")] == [
        {"class": "pg-home-search", "data-pg-search": ""}
    ]
