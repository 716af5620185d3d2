"""What a page is before any site generator sees it: Markdown, data, and where it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from practice_models.reading.documents import Origin


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site, as a value."""

    uri: str
    """Where its source would stand: `interchange/3.0.0/practices/first-appointment.md`."""
    title: str
    """The page's one top heading and its name in the navigation."""
    body: str
    """Markdown with blocks of HTML, starting below the top heading; links between pages are relative `.md` links."""
    meta: Mapping[str, Any] = field(default_factory=dict)
    """Data for the theme, JSON-shaped; everything is under `pg` but `title`, `description`, `hide` and `template`."""
    origin: Origin | None = None
    """The definition that it was made from, to put a broken link at its file and line."""


@dataclass(frozen=True, slots=True)
class NavItem:
    """A place in a volume's navigation: a page, or a group of places."""

    title: str
    uri: str | None = None
    """The page's source URI; None for a group."""
    children: tuple["NavItem", ...] = ()


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old or moving address and where it leads now."""

    url: str
    """Site address without a leading slash: `interchange/latest/practices/first-appointment/`."""
    to: str
    """Site address of the page it leads to."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the site that is no page: for programs, or to take away."""

    path: str
    """Relative to the site: `interchange/3.0.0/examples/results.json`."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Volume:
    """A part of the site that is built, cached and put in place as one."""

    name: str
    """`front`, `reference` or an edition such as `interchange@3.0.0`."""
    prefix: str
    """The folder of the site that it fills: "", `reference` or `interchange/3.0.0`."""
    pages: tuple[Page, ...]
    nav: tuple[NavItem, ...]
    redirects: tuple[Redirect, ...] = ()
    data: tuple[DataFile, ...] = ()
