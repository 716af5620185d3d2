"""Every internal link of the finished site checked, across volumes; a broken one is blamed on what its page was made from."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_tools.project import Project
from build_tools.site.assembly import place_of
from build_tools.site.output import OutputPage, VolumeOutput
from build_tools.site.page_links import Site, written_links
from build_tools.site.redirects import file_of, redirect_path
from build_tools.site.search import Index
from build_tools.site.volume_links import VolumeLinks
from practice_models.problems import Place, Problem, nearest

_SHOWN = 3
"""On how many pages of one volume the same broken link is shown; a template's mistake stands on all of them."""


@dataclass(frozen=True)
class LinkedVolume:
    """A volume of the finished site with its links."""

    output: VolumeOutput
    links: VolumeLinks


def check_links(project: Project, paths: Iterable[str], index: Index, volumes: Iterable[LinkedVolume]) -> Iterator[Problem]:
    """Yield a problem for every internal link that leads nowhere.

    Args:
        project: The project.
        paths: Every file of the site but those of its search index.
        index: The search index.
        volumes: The site's volumes with their links.
    """
    volumes = tuple(volumes)
    ids = {path: found for volume in volumes for path, found in zip(volume.links.paths, volume.links.ids, strict=True)}
    known = _Known(index, frozenset(paths), ids)
    for volume in volumes:
        for target in volume.links.targets:
            fault = known.fault(target)
            if fault:
                yield from _blame(project, volume, target, fault)
        yield from _check_redirects(project, volume.output, known)


@dataclass(frozen=True)
class _Known:
    """What can be linked to."""

    index: Index
    paths: frozenset[str]
    ids: Mapping[str, tuple[str, ...]]

    def fault(self, target: str) -> tuple[str, str] | None:
        """What is wrong with a target: a code and the end of a message, or None."""
        path, _, fragment = target.partition("#")
        if path not in self.paths and not self.index.has(path):
            return "PG901", f"which is not on the site{self._near(path)}"
        if fragment and path.endswith(".html") and fragment not in self.ids.get(path, ()):
            return "PG902", f"but that page has no place '#{fragment}'{nearest(fragment, self._worth_naming(path, fragment))}"
        return None

    def _near(self, path: str) -> str:
        pages = [_address(other) for other in self.paths if other.endswith("index.html")]
        guess = difflib.get_close_matches(_address(path), pages, n=1, cutoff=0.7)
        return f"; did you mean '{guess[0]}'?" if guess else ""

    def _worth_naming(self, path: str, fragment: str) -> list[str]:
        """The ids nearest to a fragment; a page has too many to list, and those of the theme are no places to read."""
        places = [name for name in self.ids.get(path, ()) if not name.startswith(("pg-", "__"))]
        return difflib.get_close_matches(fragment, places, n=3, cutoff=0.4)


def _address(path: str) -> str:
    return path.removesuffix("index.html") or "./"


def _blame(project: Project, volume: LinkedVolume, target: str, fault: tuple[str, str]) -> Iterator[Problem]:
    """A problem for each of the first pages of a volume that link to a target that is not there."""
    code, what = fault
    places = volume.links.targets[target]
    pages = {page.path: page for page in volume.output.pages}
    more = f" (and so do {len(places) - _SHOWN} more pages of '{volume.output.name}')" if len(places) > _SHOWN else ""
    for place in places[:_SHOWN]:
        path = volume.links.paths[place]
        text = (volume.output.folder / path).read_text(encoding="utf-8", errors="replace")
        link = written_links(text, path, Site(project.site_url or "")).get(target, target)
        message = f"the page '{_address(path)}' links to '{_address(target.partition('#')[0])}' as '{link}', {what}{more}"
        yield _place(project, pages.get(path), link, code, message)


def _place(project: Project, page: OutputPage | None, link: str, code: str, message: str) -> Problem:
    """The problem at the link in a hand-written page, or at the element that a page was made from."""
    problem = place_of(project, page, code, message)
    if page is None or not page.by_hand:
        return problem
    line, column = _find((project.docs / page.uri).read_text(encoding="utf-8-sig"), link)
    return Problem(Place(problem.place.file, line, column), code, message)


def _find(text: str, link: str) -> tuple[int, int]:
    """The line and column where a Markdown text has a link, as written or as its page had it before it was built."""
    address, _, fragment = link.partition("#")
    name = address.rstrip("/").rpartition("/")[2]
    anchor = f"#{fragment}" if fragment else ""
    for spelling in (f"({link})", link, f"{name}.md{anchor}" if name else "", f"({name}", anchor):
        at = text.find(spelling) if spelling else -1
        if at >= 0:
            return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1
    return 1, 1


def _check_redirects(project: Project, output: VolumeOutput, known: _Known) -> Iterator[Problem]:
    """Report redirects that lead nowhere, or to another redirect."""
    own = {redirect_path(redirect) for redirect in output.redirects}
    blamed = next((page for page in output.pages if page.origin), None)
    for redirect in output.redirects:
        path, _, fragment = redirect.to.partition("#")
        target = file_of(path) + (f"#{fragment}" if fragment else "")
        fault = known.fault(target)
        if fault is None and file_of(path) in own:
            fault = "PG901", "which only leads on to another page"
        if fault:
            code, what = fault
            yield place_of(project, blamed, code, f"the redirect at '{redirect.url}' leads to '{redirect.to}', {what}")
