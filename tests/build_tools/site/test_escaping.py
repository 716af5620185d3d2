from html import unescape

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from build_tools.site.escaping import escape_data, heading_line, strip_tags

EXTENSIONS = [
    "attr_list",
    "md_in_html",
    "toc",
    "tables",
    "footnotes",
    "abbr",
    "def_list",
    "admonition",
    "smarty",
    "pymdownx.magiclink",
    "pymdownx.keys",
]
LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf", "Co", "Cn")), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(LETTERS)
def test_no_title_acts_as_markdown(title: str) -> None:
    line = heading_line(f"T{title}")
    html = markdown.markdown(line, extensions=["attr_list", "md_in_html", "toc", "tables", "footnotes", "def_list"])
    assert html.startswith('<h1 id="')
    assert html.endswith("</h1>")
    assert unescape(html[html.index(">") + 1 : -5]) == " ".join(f"T{title}".split())


@pytest.mark.parametrize(
    "title",
    [
        "[[toc]]",
        "[TOC]",
        "a {: onclick=x }",
        "a {#id}",
        "<b>",
        "*a* _b_ `c`",
        "![a](b)",
        "++ctrl++",
        "https://example.org",
        "a^1^ ~b~",
        "a #",
    ],
)
def test_a_title_is_shown_as_it_was_written(title: str) -> None:
    html = markdown.markdown(heading_line(title), extensions=EXTENSIONS)
    assert html.count("<") == 2
    assert unescape(html[html.index(">") + 1 : -5]) == title


@given(LETTERS)
def test_data_is_escaped_once_and_only_once(text: str) -> None:
    escaped = escape_data({"a": [text, {"b": text}], "n": 1, "none": None})
    assert unescape(escaped["a"][0]) == text
    assert "<" not in escaped["a"][1]["b"]
    assert escape_data(escaped) == escaped


@given(LETTERS)
def test_stripping_tags_never_brings_one_back(text: str) -> None:
    assert "<" not in strip_tags(Markup("{}").format(text))
    assert "<" not in strip_tags(text)


def test_stripping_tags_leaves_the_text() -> None:
    assert strip_tags("a <b>b</b> &lt;script&gt;") == "a b &lt;script&gt;"
