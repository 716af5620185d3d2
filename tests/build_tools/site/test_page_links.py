import pytest

from build_tools.site.page_links import PageLinks, Site, read_links, written_links
from build_tools.site.volume_links import VolumeLinks, links_from, links_text

SITE = Site("https://example.org/guidance/")
HERE = "a/b/index.html"


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("", HERE),
        ("#x", f"{HERE}#x"),
        ("#", HERE),
        ("#top", HERE),
        ("?q=1#x", f"{HERE}#x"),
        (".", HERE),
        ("./", HERE),
        ("..", "a/index.html"),
        ("../", "a/index.html"),
        ("../c/", "a/c/index.html"),
        ("../c/#steps/x", "a/c/index.html#steps/x"),
        ("../c", "a/c"),
        ("x.png", "a/b/x.png"),
        ("../..", "index.html"),
        ("../../../up/", "../up/index.html"),
        ("/guidance/", "index.html"),
        ("/guidance/c/", "c/index.html"),
        ("/elsewhere/", "../elsewhere/index.html"),
        ("https://example.org/guidance/c/", "c/index.html"),
        ("https://example.org/other/", None),
        ("//example.org/", None),
        ("mailto:a@b", None),
        ("data:image/png;base64,x", None),
        ("a%20b/%23x", "a/b/a b/#x"),
        ("#caf%C3%A9", f"{HERE}#café"),
        ("#:~:text=x", HERE),
        ("http://[", None),
    ],
)
def test_where_a_link_leads(link: str, target: str | None) -> None:
    assert SITE.target(link, HERE) == target


def test_without_an_address_the_site_stands_at_the_root() -> None:
    assert Site("").target("/c/", HERE) == "c/index.html"


def test_links_and_ids_are_read_from_tags_alone() -> None:
    page = """<!doctype html><!-- <a href="commented/"> --><title><a href="titled/"></title>
    <script src="s.js">document.write('<a href="scripted/">')</script><style>a[href="styled/"]{}</style>
    <p ID=one data-href="data/">id="text" <code>&lt;a href="coded/"></code></p><a
      name='two' href = '../c/?a=1&amp;b=2#x&amp;y' title="a > b">x</a><img src=i.png srcset="i2.png 2x, i3.png 3x" alt="href=alt/">
    <svg><use xlink:href="#three"/><g id="three"></g></svg><a href="https://example.com/">out</a><textarea><a href="typed/"></textarea>"""
    assert read_links(page, HERE, SITE) == PageLinks(
        ids=("one", "three", "two"),
        targets=("a/b/i.png", "a/b/i2.png", "a/b/i3.png", "a/b/index.html#three", "a/b/s.js", "a/c/index.html#x&y"),
    )


def test_a_broken_tag_takes_no_time() -> None:
    assert read_links('<a href="' + "x" * 200_000 + "<p id=" * 2_000, HERE, SITE).ids == ()


def test_a_link_is_found_again_as_it_is_written() -> None:
    page = '<a href="../c/?q#x">one</a><a href="../c/#x">two</a><a href="https://example.com">out</a>'
    assert written_links(page, HERE, SITE)["a/c/index.html#x"] == "../c/?q#x"


def test_the_links_of_a_volume_are_kept_whole() -> None:
    pages = {"b.html": PageLinks(("x", "y"), ("a.html", "b.html#x")), "a.html": PageLinks((), ("b.html#x",)), "c.html": PageLinks((), ())}
    links = links_from(links_text(VolumeLinks.of(pages)))
    assert links.by_page == pages
    assert {target: [links.paths[place] for place in places] for target, places in links.targets.items()} == {
        "a.html": ["b.html"],
        "b.html#x": ["a.html", "b.html"],
    }
