"""What a finished page links to and what can be linked to on it, read from its HTML."""

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

_INSIDE = r"""(?:[^"'>]|"[^"]*"|'[^']*')*+"""
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    rf"|<(?P<text>script|style|title|textarea)\b(?P<before>{_INSIDE})>.*?</(?P=text)\s*>"
    rf"|<(?P<tag>[a-z][\w:-]*)(?P<inside>{_INSIDE})>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
_LINKING = frozenset({"href", "src", "poster", "action", "data", "xlink:href"})
_MATTERING = _LINKING | {"id", "name", "srcset"}
_SIMPLE = re.compile(r"(?!/)[\w./-]+", re.ASCII)
"""A link to a page beside or below or above, which most links are: nothing in it has to be taken apart."""
_EVERYWHERE = frozenset({"", "top"})
"""Fragments that lead to the top of any page."""


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The ids of a finished page and its links into the site."""

    ids: tuple[str, ...]
    targets: tuple[str, ...]
    """Where its links lead: files of the site, with or without `#id`."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site stands, to tell its own addresses from those of others."""

    url: str
    """Such as `https://example.org/guidance/`, or nothing."""

    @property
    def mount(self) -> str:
        """The path under which the site stands on its host: `/guidance/`."""
        return urlsplit(self.url).path or "/"

    def target(self, link: str, path: str) -> str | None:
        """The file of the site that a link leads to, with its fragment, or None where it leads elsewhere.

        Args:
            link: A link as it is written.
            path: The file that it stands in, relative to the site.
        """
        if _SIMPLE.fullmatch(link):
            return self._file(link, path)
        if self.url and link.startswith(self.url):
            link = self.mount + link.removeprefix(self.url)
        try:
            parts = urlsplit(link)
        except ValueError:
            return None  # such as https://[…/: no address of ours
        if parts.scheme or parts.netloc:
            return None
        fragment = unquote(parts.fragment).partition(":~:")[0]
        where = self._file(unquote(parts.path), path)
        return where if fragment in _EVERYWHERE else f"{where}#{fragment}"

    def _file(self, link: str, path: str) -> str:
        if not link:
            return path
        if link.startswith("/"):
            inside = link.removeprefix(self.mount) if link.startswith(self.mount) else f"..{link}"
        else:
            inside = posixpath.join(posixpath.dirname(path), link)
        is_folder = not inside or posixpath.basename(inside) in ("", ".", "..")
        return posixpath.normpath(f"{inside or '.'}/index.html" if is_folder else inside)


def read_links(text: str, path: str, site: Site) -> PageLinks:
    """The links and ids of a page.

    Args:
        text: The page's HTML.
        path: Its file, relative to the site.
        site: Where the site stands.
    """
    ids: set[str] = set()
    links: set[str] = set()
    for tag, name, value in _attributes(text):
        if name == "id" or (name == "name" and tag == "a"):
            ids.add(value)
        links.update(_links(name, value))
    targets = {target for link in links if (target := site.target(link, path)) is not None}
    return PageLinks(tuple(sorted(ids)), tuple(sorted(targets)))


def written_links(text: str, path: str, site: Site) -> dict[str, str]:
    """How a page writes the link to each of its targets, where it first does.

    Args:
        text: The page's HTML.
        path: Its file, relative to the site.
        site: Where the site stands.
    """
    written: dict[str, str] = {}
    for _, name, value in _attributes(text):
        for link in _links(name, value):
            written.setdefault(site.target(link, path) or "", link)
    return written


def _attributes(text: str) -> Iterator[tuple[str, str, str]]:
    """Every id and link of a page's tags, with the tag that it stands in."""
    for token in _TOKEN.finditer(text):
        inside = token["inside"] or token["before"]
        if inside:
            tag = (token["tag"] or token["text"]).lower()
            for name, value in _inside(inside):
                yield tag, name, value


@lru_cache(maxsize=4096)
def _inside(tag: str) -> tuple[tuple[str, str], ...]:
    """The attributes in a tag that can matter here; most tags of a site stand on many of its pages."""
    found = ((name.lower(), double or single or bare) for name, double, single, bare in _ATTRIBUTE.findall(tag))
    return tuple((name, html.unescape(value) if "&" in value else value) for name, value in found if name in _MATTERING)


def _links(name: str, value: str) -> Iterator[str]:
    if name in _LINKING:
        yield value.strip()
    elif name == "srcset":
        yield from (candidate.split()[0] for candidate in value.split(",") if candidate.strip())
