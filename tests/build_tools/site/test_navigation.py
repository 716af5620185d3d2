import re
from pathlib import Path

import pytest
from markupsafe import Markup

from build_tools.pages.page import NavItem, Page, Volume
from build_tools.site.navigation import navigation, page_titles
from build_tools.site.plan import Tab
from tests.build_tools.site.story import Story

TABS = (Tab("Home", "index.md"), Tab("Guide", "guide/index.md", ("guide@1.0.0",), "All editions"), Tab("Help & more", "help/how.md"))


def edition() -> Volume:
    nav = (NavItem("Overview", "guide/1.0.0/index.md"), NavItem("Tasks", None, (NavItem("A < B", "guide/1.0.0/a.md"),)))
    return Volume("guide@1.0.0", "guide/1.0.0", (Page("guide/1.0.0/index.md", "G", ""), Page("guide/1.0.0/a.md", "A", "")), nav)


def test_a_volume_opens_under_its_tab_and_the_others_are_links() -> None:
    assert navigation(edition(), TABS, set()) == [
        {"Home": "./"},
        {"Guide": [{"All editions": "guide/"}, {"Overview": "guide/1.0.0/index.md"}, {"Tasks": [{"A &lt; B": "guide/1.0.0/a.md"}]}]},
        {"Help &amp; more": "help/how/"},
    ]


def test_a_volume_stands_in_the_place_of_a_tab_of_its_own_title() -> None:
    nav = (
        NavItem("Home", "index.md"),
        NavItem("Help & more", "help/index.md", (NavItem("How", "help/how.md"),)),
        NavItem("Stray", "stray.md"),
    )
    front = Volume("front", "", (), nav)
    assert navigation(front, TABS, {"index.md", "guide/index.md", "help/how.md"}) == [
        {"Home": "index.md"},
        {"Guide": "guide/index.md"},
        {"Help &amp; more": [{"Help &amp; more": "help/index.md"}, {"How": "help/how.md"}]},
    ]


def test_a_tab_without_an_entry_leads_to_the_first_page_of_the_volume() -> None:
    (place,) = navigation(edition(), [Tab("Guide", "guide/index.md", ("guide@1.0.0",))], set())
    assert place["Guide"][0] == {"Overview": "guide/1.0.0/index.md"}


def test_titles_are_marked_as_escaped() -> None:
    (place,) = navigation(edition(), [Tab("a & b", "x.md")], set())
    assert all(isinstance(title, Markup) for title in place)


def test_every_page_has_its_name() -> None:
    assert dict(page_titles(edition().nav)) == {"guide/1.0.0/index.md": "Overview", "guide/1.0.0/a.md": "A < B"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Story:
    story = Story.begin(tmp_path_factory.mktemp("built") / "project", guides=2)
    story.build()
    return story


def tabs_of(page: str) -> list[tuple[str, str, bool]]:
    """Title, address and whether it is marked, of each tab that Material shows."""
    bar = page[page.index('<ul class="md-tabs__list">') : page.index("</ul>", page.index('<ul class="md-tabs__list">'))]
    return [
        (" ".join(title.split()), href, "active" in kind)
        for kind, href, title in re.findall(r'<li class="([^"]*)">\s*<a href="([^"]*)"[^>]*>(.*?)</a>', bar, re.DOTALL)
    ]


@pytest.mark.parametrize(
    ("url", "up", "active"),
    [
        ("", "", "Home"),
        ("guide-1", "../", "Guide 1"),
        ("guide-2/1.0.0", "../../", "Guide 2"),
        ("guide-2/2.0.0/practice-001", "../../../", "Guide 2"),
        ("glossary", "../", "Help"),
    ],
)
def test_every_page_has_all_tabs_and_the_right_one_is_marked(built: Story, url: str, up: str, active: str) -> None:
    found = tabs_of(built.page(url))
    assert [title for title, *_ in found] == ["Home", "Guide 1", "Guide 2", "Help"]
    assert [title for title, _, marked in found if marked] == [active]
    places = [str((Path("/") / url / href).resolve()) for _, href, _ in found]
    assert places == ["/", "/guide-1", "/guide-2", "/help"]


def test_the_open_section_is_the_pages_own(built: Story) -> None:
    page = built.page("guide-1/2.0.0/practice-002")
    sidebar = page[page.index("md-sidebar--primary") : page.index("md-sidebar--secondary")]
    assert "../practice-003/" in sidebar
    assert "1.0.0" not in sidebar
    assert 'href="./" class="md-nav__link md-nav__link--active"' in sidebar


def test_the_logo_of_every_page_leads_home(built: Story) -> None:
    assert re.search(
        r'<a href="\.\./\.\./\.\./" title="Invented guidance" class="md-header__button md-logo"', built.page("guide-1/2.0.0/practice-002")
    )


def test_previous_and_next_stay_within_the_volume(built: Story) -> None:
    assert '<link rel="next" href="../practice-003/">' in built.page("guide-1/1.0.0/practice-002")
    assert '<link rel="next"' not in built.page("guide-1/1.0.0/practice-003")
