"""Pages as MkDocs makes them with the theme alone, from front matter such as the engine gives."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.build_tools.theme.colours import THEME

EMPTY = frozenset({"meta", "link", "input", "br", "hr", "img"})


@dataclass
class Element:
    """An element of a page: its name, its attributes and all the text in it."""

    name: str
    attributes: dict[str, str]
    inside: tuple["Element", ...]
    """The elements around it, outermost first."""
    text: str = ""

    def has_class(self, name: str) -> bool:
        """Whether a class is among its classes."""
        return name in self.attributes.get("class", "").split()

    def is_in(self, name: str) -> bool:
        """Whether it stands inside an element with a class."""
        return any(outer.has_class(name) for outer in self.inside)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open))
        self.elements.append(element)
        if tag not in EMPTY:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop().name != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


@dataclass(frozen=True)
class Rendered:
    """A page that MkDocs made."""

    html: str
    elements: tuple[Element, ...]

    def named(self, name: str) -> list[Element]:
        """All elements of a name."""
        return [element for element in self.elements if element.name == name]

    def of_class(self, name: str) -> list[Element]:
        """All elements with a class."""
        return [element for element in self.elements if element.has_class(name)]

    def words(self, name: str) -> list[str]:
        """The text of each element with a class, on one line."""
        return [" ".join(element.text.split()) for element in self.of_class(name)]


def read_rendered(path: Path) -> Rendered:
    """A page as elements."""
    html = path.read_text(encoding="utf-8")
    reader = _Reader()
    reader.feed(html)
    return Rendered(html, tuple(reader.elements))


def render_pages(folder: Path, pages: Mapping[str, tuple[Mapping[str, Any], str]], **settings: Any) -> dict[str, Rendered]:
    """Each page by its source URI, and `404.html`.

    Args:
        folder: An empty folder.
        pages: Front matter and Markdown of each page, by source URI.
        settings: What else mkdocs.yml holds.
    """
    for uri, (meta, text) in pages.items():
        path = folder / "docs" / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{json.dumps(meta)}\n---\n\n{text}", encoding="utf-8")
    config = {
        "site_name": "Guides",
        "site_url": "https://guides.example/",
        "theme": {"name": "material", "custom_dir": str(THEME)},
        "plugins": [],
        "markdown_extensions": ["attr_list", "md_in_html", {"toc": {"permalink": True}}],
        **settings,
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    build(load_config(str(folder / "mkdocs.yml")))
    site = folder / "site"
    found = {uri: read_rendered(site / _output(uri)) for uri in pages}
    return {**found, "404.html": read_rendered(site / "404.html")}


def _output(uri: str) -> str:
    stem = uri.removesuffix(".md")
    return "index.html" if stem == "index" else f"{stem.removesuffix('/index')}/index.html"
