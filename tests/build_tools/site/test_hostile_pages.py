"""Titles and data that try to be more than text, through the whole of MkDocs and Material."""

from collections import Counter
from html.parser import HTMLParser

import pytest

from build_tools.pages.page import NavItem, Page, Volume
from build_tools.site.engine import FRONT, SitePlan, Tab, VolumePlan
from tests.build_tools.site.story import Story

TITLES = [
    "</title><script>alert(1)</script>",
    "{{ x }} {% raw %} {# y",
    "[[toc]] [TOC]",
    'a" onmouseover="alert(1)',
    "a {: onclick=alert(1) }",
    "<img src=x onerror=alert(1)>",
    "&lt;script&gt; & <!--",
    "---",
    "key: value",
]


class Parsed(HTMLParser):
    """What a browser would see of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.handlers: list[str] = []
        self.texts: dict[str, str] = {}
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self._open = tag if tag in ("title", "h1") else ""
        if tag == "meta" and ("name", "description") in attrs:
            self.texts["description"] = dict(attrs)["content"] or ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open] = self.texts.get(self._open, "") + data

    def handle_endtag(self, tag: str) -> None:
        self._open = ""


def volume(title: str) -> Volume:
    pages = (
        Page("index.md", "Home", "Hello\n"),
        Page("one.md", title, "Text\n", {"description": title, "subtitle": title, "pg": {"kind_title": title}}),
        Page("two.md", "Two", "Text\n"),
    )
    return Volume(
        FRONT, "", pages, (NavItem("Home", "index.md"), NavItem(title, None, (NavItem(title, "one.md"), NavItem("Two", "two.md"))))
    )


def plan_for(title: str) -> SitePlan:
    return SitePlan((Tab("Home", "index.md"), Tab(title, "one.md")), (VolumePlan(FRONT, "", title, lambda: volume(title)),))


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    story = Story.begin(tmp_path_factory.mktemp("hostile") / "project")
    (story.root / "docs" / "help.md").unlink()
    return story


@pytest.fixture(scope="module")
def harmless(story: Story) -> dict[str, Counter[str]]:
    """The tags of each page where nothing is hostile."""
    story.build(lambda _: plan_for("Harmless"))
    return {url: Parsed(story.page(url)).tags for url in ("", "one", "two")}


@pytest.mark.parametrize("title", TITLES)
def test_a_hostile_title_stays_text(story: Story, harmless: dict[str, Counter[str]], title: str) -> None:
    (story.site / "index.html").unlink()  # so that the site is not taken for current
    story.build(lambda _: plan_for(title))
    for url, tags in harmless.items():
        found = Parsed(story.page(url))
        assert found.tags == tags
        assert found.handlers == []
    one = Parsed(story.page("one"))
    assert one.texts["h1"].strip().removesuffix("¶") == title
    assert one.texts["title"].strip() == f"{title} - Invented guidance"
    assert one.texts["description"] == title
