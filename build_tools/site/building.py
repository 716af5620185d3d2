"""One volume from its plan to kept output: what did not change is taken from the cache, page by page."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.pages.page import Volume
from build_tools.project import Project
from build_tools.site.collector import collector_off
from build_tools.site.context import volume_context
from build_tools.site.digests import digest_of, digest_page, walk
from build_tools.site.linking import place_file
from build_tools.site.output import OutputFile, OutputPage, VolumeOutput, describe
from build_tools.site.page_links import PageLinks, Site, read_links
from build_tools.site.plan import REFERENCE, Tab, VolumePlan
from build_tools.site.store import VolumeStore
from build_tools.site.volume_links import VolumeLinks
from practice_models.problems import DefinitionError, Problem

if TYPE_CHECKING:
    from build_tools.site.volume_run import RunResult


@dataclass(frozen=True, slots=True)
class VolumeTask:
    """A volume to build; it can be pickled and given to another process."""

    project: Project
    plan: VolumePlan
    tabs: tuple[Tab, ...]
    around: str
    """The digest of what every page of the site depends on."""
    aside: str
    """The digest of what this volume alone is made from beside its plan: hand-written pages and the theme's files for
    the front, sources for the reference."""

    @property
    def label(self) -> tuple[str, ...]:
        """What points to the output of this very task."""
        plan = self.plan
        return "plan", plan.name, plan.prefix, plan.digest, self.around, self.aside, *map(repr, self.tabs)


@dataclass(frozen=True, slots=True)
class Built:
    """How a task ended."""

    key: str
    """Under which its output is kept."""
    rendered: int = 0
    """How many pages MkDocs had to write."""
    problems: tuple[Problem, ...] = ()
    """What kept its pages from being written; such a task has no output."""


def build_volume(task: VolumeTask) -> Built:
    """The volume of a task, built and kept in the project's cache.

    Problems of definitions are handed back rather than raised, so that they come whole out of another process.

    Raises:
        SiteError: Where MkDocs, a plug-in or a template fails.
    """
    with collector_off():
        try:
            volume = task.plan.make()
        except DefinitionError as error:
            return Built("", problems=error.problems)
        return _build(task, volume)


def _build(task: VolumeTask, volume: Volume) -> Built:
    store = VolumeStore(task.project.cache)
    context = volume_context(volume, task.tabs, task.around)
    key = _key(volume, context, task.aside)
    rendered = 0
    if store.find(key) is None:
        base = None if volume.name == REFERENCE else store.pointed("context", volume.name, context)
        rendered = _render(task, volume, key, _Base(base, store.links(base)) if base else _nothing(volume))
    store.point(key, *task.label)
    store.point(key, "context", volume.name, context)
    return Built(key, rendered)


@dataclass(frozen=True)
class _Base:
    """The output of the same volume in the same context, from which unchanged pages are taken."""

    output: VolumeOutput
    links: VolumeLinks

    @cached_property
    def files(self) -> dict[str, OutputFile]:
        return {file.path: file for file in self.output.files}

    def place(self, path: str, target: Path) -> None:
        """Make one of its files stand in a second place."""
        target.parent.mkdir(parents=True, exist_ok=True)
        place_file(self.output.folder / path, target)

    def has(self, path: str, digest: str) -> bool:
        """Whether a file has the same bytes there."""
        return path in self.files and self.files[path].digest == digest


def _nothing(volume: Volume) -> _Base:
    """The base of a volume that has none."""
    return _Base(VolumeOutput(volume.name, volume.prefix, "", Path()), VolumeLinks())


def _key(volume: Volume, context: str, aside: str) -> str:
    """The digest of everything that a volume's output holds."""
    pages = [[digest_page(page), page.origin and [page.origin.file, page.origin.path]] for page in volume.pages]
    data = [[file.path, hashlib.sha256(file.content).hexdigest()] for file in volume.data]
    return digest_of(context, aside, pages, [[redirect.url, redirect.to] for redirect in volume.redirects], data)


def _render(task: VolumeTask, volume: Volume, key: str, base: _Base) -> int:
    """Build a volume with what can be taken from its base, keep it, and count the pages that were written."""
    from build_tools.site.volume_run import run_volume  # noqa: PLC0415  MkDocs is loaded only where it has work to do

    store = VolumeStore(task.project.cache)
    with store.draft() as draft:
        result = run_volume(task.project, volume, task.tabs, base.output.digests(), draft)
        for page in result.pages:
            if page.ready:
                base.place(page.path, draft / page.path)
        _write_data(volume, draft)
        files = tuple(_keep_unchanged(path, draft, base) for path in walk(draft, hidden=True))
        links = VolumeLinks.of(dict(_links(files, draft, base, Site(task.project.site_url or ""))))
        output = VolumeOutput(volume.name, volume.prefix, key, draft, _pages(volume, result), files, volume.redirects, result.warnings)
        store.keep(output, links)
    return sum(not page.ready for page in result.pages)


def _write_data(volume: Volume, draft: Path) -> None:
    """Put the volume's other files beside its pages."""
    for file in volume.data:
        place = draft / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.content)


def _pages(volume: Volume, result: "RunResult") -> tuple[OutputPage, ...]:
    made = {page.uri: page for page in volume.pages}
    return tuple(
        OutputPage(page.uri, page.path, page.digest, made[page.uri].origin if page.uri in made else None, by_hand=page.uri not in made)
        for page in result.pages
    )


def _keep_unchanged(path: Path, draft: Path, base: _Base) -> OutputFile:
    """A written file; where its bytes are the same as before it is the old file, with its old time."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    name = path.relative_to(draft).as_posix()
    if base.has(name, digest):
        base.place(name, path)
    return describe(path, draft, digest)


def _links(files: tuple[OutputFile, ...], draft: Path, base: _Base, site: Site) -> Iterator[tuple[str, PageLinks]]:
    """The links of every HTML file; one with the same bytes as before is not read again."""
    known = base.links.by_page
    for file in files:
        if not file.path.endswith(".html"):
            continue
        if base.has(file.path, file.digest) and file.path in known:
            yield file.path, known[file.path]
        else:
            yield file.path, read_links((draft / file.path).read_text(encoding="utf-8", errors="replace"), file.path, site)
