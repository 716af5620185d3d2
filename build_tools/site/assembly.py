"""The complete site put together beside the old one: every volume at its place, redirects and the sitemap."""

import posixpath
import shutil
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from build_tools.project import STAMP, Project
from build_tools.site.clearing import clear
from build_tools.site.linking import place_file
from build_tools.site.output import OutputPage, VolumeOutput
from build_tools.site.redirects import redirect_page, redirect_path
from build_tools.site.sitemap import SITEMAP, sitemap
from practice_models.problems import DefinitionError, Place, Problem
from practice_models.reading.documents import Report
from practice_models.reading.yaml_text import TextError


def assemble(project: Project, volumes: Iterable[VolumeOutput], folder: Path) -> tuple[str, ...]:
    """The files of the complete site, put together in a folder.

    Args:
        project: The project.
        volumes: Every volume of the site.
        folder: The folder: it need not exist, and may hold an older site, of which stays what is still right.

    Returns:
        The path of every file, relative to the site.

    Raises:
        DefinitionError: Where two things claim one address.
    """
    volumes = tuple(volumes)
    problems = list(_clashes(project, volumes))
    if problems:
        raise DefinitionError(problems)
    sources = {file.path: volume.folder / file.path for volume in volumes for file in volume.files}
    texts = dict(_texts(project, volumes))
    folder.mkdir(parents=True, exist_ok=True)
    kept = clear(folder, sources, texts)
    room = _Room(folder)
    for path in sources.keys() - kept:
        place_file(sources[path], room.at(path))
    for path in texts.keys() - kept:
        _write(room.at(path), texts[path])
    paths = sources.keys() | texts.keys()
    _carry_hidden(project.site, folder, paths)
    return tuple(sorted(paths))


def _texts(project: Project, volumes: tuple[VolumeOutput, ...]) -> Iterator[tuple[str, str]]:
    """The files that belong to no volume alone, with their text: redirects and the sitemap."""
    for redirect in (redirect for volume in volumes for redirect in volume.redirects):
        yield redirect_path(redirect), redirect_page(redirect, project.site_url or "")
    if project.site_url and not any(file.path == SITEMAP for volume in volumes for file in volume.files):
        yield SITEMAP, sitemap((page.path for volume in volumes for page in volume.pages), project.site_url)


def _write(place: Path, text: str) -> None:
    """Write a new file. Never over an old one: it may share its bytes with the cache."""
    with place.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


class _Room:
    """Makes room for files in a folder, asking the system once for each folder inside."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = {""}

    def at(self, path: str) -> Path:
        """The place of a file, whose folder exists from now on."""
        parent = posixpath.dirname(path)
        if parent not in self._made:
            (self._folder / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)
        return self._folder / path


def _carry_hidden(old: Path, new: Path, paths: Set[str]) -> None:
    """Take hidden files and folders over from the old site, as MkDocs leaves them standing: a `.git`, a `.nojekyll`."""
    if not old.is_dir():
        return
    for entry in sorted(old.iterdir()):
        if not entry.name.startswith(".") or entry.name == STAMP or (new / entry.name).exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, new / entry.name, symlinks=True)
        elif entry.name not in paths:
            shutil.copy2(entry, new / entry.name, follow_symlinks=False)


def _clashes(project: Project, volumes: tuple[VolumeOutput, ...]) -> Iterator[Problem]:
    """Report every file of the site that more than one page, file or redirect wants to be."""
    taken: dict[str, str] = {}
    for made in (page for volume in volumes for page in volume.pages if not page.by_hand):
        if (project.docs / made.uri).is_file():
            by_hand = Place(project.relative(project.docs / made.uri))
            yield Problem(by_hand, "PG903", f"a page of this name, '{made.uri}', is made from definitions; give this one another name")
    for path, what, page in _claims(volumes):
        if path in taken:
            message = f"{what} would stand at '{path}', where {taken[path]} stands already"
            yield place_of(project, page, "PG903", message)
        taken.setdefault(path, what)


def _claims(volumes: tuple[VolumeOutput, ...]) -> Iterator[tuple[str, str, OutputPage | None]]:
    for volume in volumes:
        paths = {page.path for page in volume.pages}
        for page in volume.pages:
            yield page.path, f"'{page.uri}' of the volume '{volume.name}'", page
        for file in volume.files:
            if file.path not in paths:
                yield file.path, f"'{file.path}' of the volume '{volume.name}'", None
    for volume in volumes:
        for redirect in volume.redirects:
            yield redirect_path(redirect), f"a redirect to '{redirect.to}'", _first(volume)


def _first(volume: VolumeOutput) -> OutputPage | None:
    return next((page for page in volume.pages if page.origin), None)


def place_of(project: Project, page: OutputPage | None, code: str, message: str) -> Problem:
    """A problem with a page, placed in what the page was made from.

    Args:
        project: The project.
        page: The page; None where none is to blame.
        code: The problem's code.
        message: What was found.
    """
    if page and page.origin:
        try:
            return Report(page.origin, code, message).placed(project.root)
        except TextError:  # the file has been changed meanwhile
            return Problem(Place(page.origin.file), code, message)
    if page and page.by_hand:
        return Problem(Place(project.relative(project.docs / page.uri)), code, message)
    return Problem(Place(project.relative(project.definitions)), code, message)
