"""The pages of a built site, and one of every kind, found by looking: a new kind of page is tested by itself."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_KIND = re.compile(r'class="[^"]*\bpg-page--([\w-]+)')
_STANDING = re.compile(r'data-pagefind-filter="standing\[data-value\]"[^>]*data-value="([^"]*)"')
_CASE = re.compile(r"<dt>Kind</dt>\s*<dd>([^<]+)</dd>")
"""What kind of case a worked example is: each has a page of its own kind."""
_OVERRIDES = {"404.html": "not-found", "reference/": "reference"}
"""Kinds that differ by where they stand, by the beginnings of their addresses."""


@dataclass(frozen=True)
class SitePage:
    """A page of a built site."""

    url: str
    """Its address, relative to the site."""
    kind: str
    """What its article's class `pg-page--KIND` says, and of a worked example its kind of case; nothing for a page that only leads on."""
    standing: str
    """How its edition stands, in the words of search."""
    html: str

    @property
    def name(self) -> str:
        """Kind and standing, as messages show them."""
        return f"{self.kind}, {self.standing}"


@dataclass(frozen=True)
class Site:
    """A built site that is being served."""

    folder: Path
    address: str
    """Where it is served, ending in a slash."""

    @cached_property
    def pages(self) -> tuple[SitePage, ...]:
        """Every page that a reader reads, in order of address; pages that only lead on are left out."""
        files = sorted(self.folder.rglob("*.html"))
        return tuple(page for path in files if (page := _read_page(path, self.folder)).kind)

    @property
    def kinds(self) -> tuple[SitePage, ...]:
        """One page of every kind and standing: the longest, for it shows most."""
        fullest: dict[str, SitePage] = {}
        for page in sorted(self.pages, key=lambda page: (len(page.html), page.url)):
            fullest[page.name] = page
        return tuple(fullest[name] for name in sorted(fullest))

    def first(self, holding: str, among: Iterable[SitePage] = ()) -> SitePage:
        """The first page whose HTML holds a text; there must be one."""
        return next(page for page in among or self.pages if holding in page.html)


def _read_page(path: Path, folder: Path) -> SitePage:
    html = path.read_text(encoding="utf-8")
    url = path.relative_to(folder).as_posix().removesuffix("index.html")
    kind, standing = _KIND.search(html), _STANDING.search(html)
    override = next((name for start, name in _OVERRIDES.items() if url.startswith(start)), None)
    case = _CASE.search(html)
    name = f"{kind[1]} ({case[1]})" if kind and case else kind[1] if kind else ""
    return SitePage(url, (override or name) if kind else "", standing[1] if standing else "In force", html)
