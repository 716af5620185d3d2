"""What holds for every page that the theme renders, whatever its kind."""

from pathlib import Path

import pytest

from tests.build_tools.theme.rendering import Rendered, render_pages
from tests.build_tools.theme.sample import PAGES
from tests.build_tools.theme.test_templates import InlineCode

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'none'"
)
EVERY = pytest.mark.parametrize("uri", [*PAGES, "404.html"])


@EVERY
def test_the_policy_stands_before_anything_that_could_load(rendered: dict[str, Rendered], uri: str) -> None:
    head = [element for element in rendered[uri].elements if any(outer.name == "head" for outer in element.inside)]
    assert head[0].attributes == {"http-equiv": "Content-Security-Policy", "content": POLICY}


@EVERY
def test_there_is_no_inline_script_style_or_handler(rendered: dict[str, Rendered], uri: str) -> None:
    reader = InlineCode()
    reader.feed(rendered[uri].html)
    assert [found for found in reader.found if 'type="application/json"' not in found] == []


@EVERY
def test_nothing_is_loaded_from_elsewhere(rendered: dict[str, Rendered], uri: str) -> None:
    loading = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}
    page = rendered[uri]
    addresses = [element.attributes.get(loading[element.name], "") for element in page.elements if element.name in loading]
    canonical = {element.attributes["href"] for element in page.named("link") if element.attributes.get("rel") == "canonical"}
    assert [address for address in addresses if "//" in address and address not in canonical] == []


@EVERY
def test_the_colours_are_chosen_before_anything_is_painted(rendered: dict[str, Rendered], uri: str) -> None:
    first = rendered[uri].named("script")[0]
    assert first.attributes["src"].endswith("assets/javascripts/start.js")
    assert "defer" not in first.attributes
    assert any(outer.name == "head" for outer in first.inside)


@EVERY
def test_keys_of_one_character_lead_nowhere(rendered: dict[str, Rendered], uri: str) -> None:
    """Material's script turns pages on a single key where these links stand (WCAG 2.2, 2.1.4)."""
    assert {element.attributes.get("rel") for element in rendered[uri].named("link")} & {"prev", "next"} == set()


@EVERY
def test_material_starts_no_index_of_its_own(rendered: dict[str, Rendered], uri: str) -> None:
    assert [element for element in rendered[uri].named("form") if element.attributes.get("name") == "search"] == []


@EVERY
def test_the_first_thing_to_reach_leads_to_the_page(rendered: dict[str, Rendered], uri: str) -> None:
    page = rendered[uri]
    links = [element for element in page.named("a") if not element.has_class("md-skip")]
    assert links[0].attributes["href"] == "#content"
    assert [element.name for element in page.elements if element.attributes.get("id") == "content"] == ["article"]


@EVERY
def test_there_is_one_top_heading(rendered: dict[str, Rendered], uri: str) -> None:
    assert len(rendered[uri].named("h1")) == 1


@EVERY
def test_the_footer_says_what_this_is_and_on_what_terms(rendered: dict[str, Rendered], uri: str) -> None:
    footer = " ".join(rendered[uri].words("pg-footer"))
    for words in ("Guidance about listening.", "not an official publication", "Accessibility statement", "Something wrong?", "CC BY 4.0"):
        assert words in footer


def test_a_page_has_its_own_title_in_the_window(practice: Rendered, rendered: dict[str, Rendered]) -> None:
    assert practice.named("title")[0].text == "Listen first · Practice · Listening 2.0.0 · Guides"
    assert rendered["help.md"].named("title")[0].text == "Help · Guides"
    assert rendered["404.html"].named("title")[0].text


def test_a_site_that_configures_nothing_still_has_pages(tmp_path: Path) -> None:
    bare = render_pages(tmp_path, {"index.md": ({}, "# Home\n"), "other.md": ({}, "Text without a heading.\n")})
    assert bare["other.md"].words("pg-footer") == ["Guides"]
    assert bare["other.md"].named("h1")[0].text == "Other"
