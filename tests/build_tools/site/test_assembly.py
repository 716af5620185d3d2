from html.parser import HTMLParser
from pathlib import Path

import pytest

from build_tools.pages.page import Redirect
from build_tools.project import STAMP, Project
from build_tools.site.output import OutputFile, VolumeOutput
from build_tools.site.redirects import redirect_page, redirect_path
from build_tools.site.sitemap import sitemap
from build_tools.site.stamp import is_current, remember_inputs, stamp_site
from tests.build_tools.site.story import Story


@pytest.mark.parametrize(
    ("url", "to", "relative"),
    [
        ("guide/latest/a/", "guide/2.0.0/a/", "../../2.0.0/a/"),
        ("guide/latest/", "guide/2.0.0/", "../2.0.0/"),
        ("old/", "", "../"),
        ("old/", "a/#b", "../a/#b"),
        ("a/old.html", "a/new/", "new/"),
    ],
)
def test_a_redirect_leads_on(url: str, to: str, relative: str) -> None:
    page = redirect_page(Redirect(url, to), "https://example.org/x/")
    assert f'<meta http-equiv="refresh" content="0; url={relative}">' in page
    assert f'<a href="{relative}">' in page
    assert f'<link rel="canonical" href="https://example.org/x/{to}">' in page


def test_where_a_redirect_stands() -> None:
    assert [redirect_path(Redirect(url, "")) for url in ("a/b/", "", "a.html")] == ["a/b/index.html", "index.html", "a.html"]


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_a_redirect_has_a_strict_policy_and_nothing_active() -> None:
    tags = Tags(redirect_page(Redirect("a/", 'b"><script>x</script>/'), "")).found
    assert {tag for tag, _ in tags} == {"html", "head", "meta", "link", "title", "body", "p", "a"}
    assert not [name for _, attributes in tags for name in attributes if name == "style" or name.startswith("on")]
    (policy,) = [attributes["content"] for _, attributes in tags if attributes.get("http-equiv") == "Content-Security-Policy"]
    assert policy == "default-src 'none'; base-uri 'none'; form-action 'none'"


def test_the_sitemap_lists_pages_without_dates() -> None:
    text = sitemap(["b/index.html", "index.html", "a b/index.html"], "https://example.org/")
    assert [line.strip() for line in text.splitlines() if "<loc>" in line] == [
        "<url><loc>https://example.org/</loc></url>",
        "<url><loc>https://example.org/a%20b/</loc></url>",
        "<url><loc>https://example.org/b/</loc></url>",
    ]
    assert "lastmod" not in text


def test_without_an_address_there_is_no_sitemap(tmp_path: Path) -> None:
    story = Story.begin(tmp_path / "project")
    story.change(story.root / "mkdocs.yml", "site_url: https://example.org/guidance/\n", "").build()
    assert not (story.site / "sitemap.xml").exists()
    assert 'rel="canonical"' not in story.page("help")


@pytest.fixture
def stamped(tmp_path: Path) -> Project:
    project = Story.begin(tmp_path / "project").project
    for path, text in {"pagefind/pagefind-entry.json": "{}", "a/index.html": "a"}.items():
        place = project.site / path
        place.parent.mkdir(parents=True)
        place.write_text(text)
    stamp_site(project.site, ())
    remember_inputs(project, "inputs")
    return project


def test_a_site_is_current_for_its_own_inputs(stamped: Project) -> None:
    assert is_current(stamped, "inputs")
    assert not is_current(stamped, "others")


def test_a_stamp_says_nothing_of_the_machine(tmp_path: Path) -> None:
    first, second = (Story.begin(tmp_path / name).project for name in ("one", "two"))
    for project, inputs in ((first, "these packages"), (second, "those packages")):
        project.site.mkdir()
        stamp_site(project.site, ())
        remember_inputs(project, inputs)
    assert (first.site / STAMP).read_bytes() == (second.site / STAMP).read_bytes()


def test_a_stamp_tells_sites_of_other_bytes_apart(stamped: Project) -> None:
    page = OutputFile("a/index.html", "other bytes of the same length", 1, 0)
    stamp_site(stamped.site, [VolumeOutput("a", "a", "", Path(), files=(page,))])
    assert not is_current(stamped, "inputs")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a/index.html", None),
        ("a/index.html", "longer"),
        ("b.html", "new"),
        ("pagefind/pagefind-entry.json", None),
        (STAMP, "[]"),
        (STAMP, "{"),
        (STAMP, None),
    ],
)
def test_a_site_that_lost_or_gained_is_not_current(stamped: Project, path: str, text: str | None) -> None:
    if text is None:
        (stamped.site / path).unlink()
    else:
        (stamped.site / path).write_text(text)
    assert not is_current(stamped, "inputs")


def test_hidden_files_and_the_index_do_not_count(stamped: Project) -> None:
    (stamped.site / ".nojekyll").write_text("")
    (stamped.site / "pagefind" / "more").write_text("x")
    assert is_current(stamped, "inputs")
