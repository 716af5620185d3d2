"""The navigation of hand-written pages: as mkdocs.yml asks for it, or else by their folders."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from build_tools.pages.page import NavItem
from build_tools.project import Project


def docs_nav(project: Project) -> tuple[NavItem, ...]:
    """The places of the hand-written pages, in the order of `nav` in mkdocs.yml.

    Args:
        project: The project. Without a `nav`, every folder of its docs is a place of its own.
    """
    asked = _asked(project.config_file)
    if asked is None:
        return tuple(_by_folder(project.docs))
    return tuple(_items(asked, project.docs))


def join_navs(*navs: Iterable[NavItem]) -> tuple[NavItem, ...]:
    """Several navigations as one: groups with the same title become one group."""
    joined: dict[str, NavItem] = {}
    for item in (item for nav in navs for item in nav):
        before = joined.get(item.title)
        if before is None or not (before.children and item.children):
            joined[item.title if before is None else f"{item.title} ({len(joined)})"] = item
        else:
            joined[item.title] = NavItem(item.title, before.uri or item.uri, before.children + item.children)
    return tuple(joined.values())


def first_uri(item: NavItem) -> str:
    """The page that a place leads to: its own, or the first one inside it."""
    return item.uri or (first_uri(item.children[0]) if item.children else "")


def _asked(config_file: Path) -> Any:
    """The value of `nav`, read without regard to the tags that other settings may have."""
    node = yaml.compose(config_file.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    found = next((value for key, value in pairs if key.value == "nav"), None)
    return yaml.SafeLoader("").construct_document(found) if found is not None else None


def _items(asked: Any, docs: Path) -> Iterator[NavItem]:
    for entry in asked if isinstance(asked, list) else []:
        if isinstance(entry, str):
            yield NavItem(_title(docs, entry), entry)
        elif isinstance(entry, dict):
            for title, inner in entry.items():
                if isinstance(inner, list):
                    yield NavItem(str(title), None, tuple(_items(inner, docs)))
                else:
                    yield NavItem(str(title), str(inner))


def _by_folder(docs: Path) -> Iterator[NavItem]:
    for folder in sorted(path for path in docs.iterdir() if path.is_dir() and not path.name.startswith(".")):
        pages = sorted(folder.rglob("*.md"), key=lambda path: (path.parent, path.name != "index.md", path.name))
        if pages:
            names = [path.relative_to(docs).as_posix() for path in pages]
            yield NavItem(folder.name.replace("-", " ").capitalize(), None, tuple(NavItem(_title(docs, name), name) for name in names))


def _title(docs: Path, name: str) -> str:
    """A page's title: its first heading, or its name."""
    path = docs / name
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    heading = next((line for line in lines if line.startswith("# ")), None)
    return heading[2:].strip() if heading else Path(name).stem.replace("-", " ").capitalize()
