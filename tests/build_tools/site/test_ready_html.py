"""The HTML of generated pages is taken as it is: the same page comes out, only sooner; headings never hide in it."""

import re

import markdown
import pytest

from build_tools.pages.editions import make_edition_volume, page_uris
from build_tools.pages.page import Page
from build_tools.site.ready_html import ReadyHtml
from practice_models.reading.folders import read_folder
from tests.sites.building import REPOSITORY

_LIBRARY = read_folder(REPOSITORY / "practice_models" / "definitions", REPOSITORY).library
_EXTENSIONS = ["attr_list", "tables", "toc"]


def _pages() -> list[Page]:
    uris = page_uris(_LIBRARY)
    return [page for edition in _LIBRARY.editions[-3:] for page in make_edition_volume(edition, _LIBRARY, uris).pages]


def _squeezed(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r">\s+<", "><", html)).strip()


def _convert(text: str, *, ready: bool) -> str:
    return _squeezed(markdown.markdown(text, extensions=[*_EXTENSIONS, *([ReadyHtml()] if ready else [])]))


def test_every_page_comes_out_as_it_does_without() -> None:
    wrong = [page.uri for page in _pages() if _convert(page.body, ready=True) != _convert(page.body, ready=False)]
    assert wrong == []


def test_every_heading_stands_on_a_line_of_its_own() -> None:
    glued = [page.uri for page in _pages() if re.search(r">#{1,6} ", page.body)]
    assert glued == []


@pytest.mark.parametrize(
    "text",
    [
        "## A heading {#a}\n\n<div><p>One.</p>\n\n<p>Two.</p></div>\n\n## Another\n\n<p>Three.</p>",
        "<div>\n<pre>one\n\n\ntwo</pre>\n</div>",
        "Plain *Markdown* stays Markdown.\n\n<div>And HTML</div>",
        "<span>inline</span> and *more*",
        "<p>open",
        "<em>one</em>",
    ],
)
def test_text_of_any_kind_comes_out_as_it_does_without(text: str) -> None:
    assert _convert(text, ready=True) == _convert(text, ready=False)
