"""The reference: one page a public module, written by mkdocstrings from its docstrings."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from build_tools.pages.page import NavItem, Page, Volume

PREFIX = "reference/python"


def make_reference_volume(packages: Iterable[tuple[str, str]]) -> Volume:
    """The volume of the reference.

    Args:
        packages: Each package's dotted name with its folder.
    """
    pages = tuple(page for name, folder in packages for page in _pages(name, Path(folder)))
    nav = (NavItem("Python", None, tuple(NavItem(page.title, page.uri) for page in pages)),)
    return Volume("reference", PREFIX, pages, nav)


def _pages(name: str, folder: Path) -> Iterator[Page]:
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        if any(part.startswith("_") and part != "__init__" for part in parts):
            continue
        summary = first_line(path)
        if summary is None:
            continue
        module = ".".join((name, *(parts[:-1] if parts[-1] == "__init__" else parts)))
        if parts[-1] == "__init__" and not _defines_anything(path):
            continue
        yield _page(module, summary)


def _page(module: str, summary: str) -> Page:
    uri = f"{PREFIX}/{module.replace('.', '/')}.md"
    body = f"::: {module}\n    options:\n      show_root_heading: false\n      show_root_toc_entry: false\n      heading_level: 2\n"
    crumbs = [{"title": "Home", "url": ""}]
    details = {"kind": "reference", "kind_title": "Reference", "crumbs": crumbs, "search": {"kind": "Reference", "standing": "In force"}}
    return Page(uri, module, body, {"title": module, "description": summary, "pg": details})


def first_line(path: Path) -> str | None:
    """The first line of a module's docstring, or None where it has none."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    return text.splitlines()[0] if text else None


def _defines_anything(path: Path) -> bool:
    """Whether a package's own file gives more than its docstring."""
    return len(ast.parse(path.read_text(encoding="utf-8")).body) > 1
