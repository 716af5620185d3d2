"""Digests of what a site is made from: files, code, packages, settings. None of them holds a date or an absolute path."""

import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_tools.project import PACKAGE, Project

if TYPE_CHECKING:
    from build_tools.pages.page import Page

PACKAGES = PACKAGE.parent

_CODE = ("build_tools", "practice_models")
_ASSETS = frozenset({".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".png", ".jpg", ".ico", ".webp", ".txt", ".webmanifest"})
"""Theme files that pages link to but never hold: a change in one concerns the front alone."""


def digest_of(*values: Any) -> str:
    """A digest of JSON-shaped values, in hexadecimal."""
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def digest_page(page: "Page") -> str:
    """A digest of everything that a page is made from beside its volume's context."""
    return digest_of(page.uri, page.title, page.body, page.meta)


def digest_file(path: Path) -> str:
    """The SHA-256 of a file's bytes, or of nothing where there is no such file."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def digest_tree(folder: Path, *, leave_out: frozenset[str] = frozenset()) -> str:
    """A digest of the names and bytes of all files under a folder, or of one file.

    Args:
        folder: A folder or a file; where there is none, that has its own digest too.
        leave_out: Suffixes of files that do not count.
    """
    if folder.is_file():
        return digest_file(folder)
    files = (path for path in walk(folder) if path.suffix not in leave_out)
    return digest_of([[path.relative_to(folder).as_posix(), digest_file(path)] for path in files])


def walk(folder: Path, *, hidden: bool = False) -> Iterator[Path]:
    """The files under a folder in order of name, without compiled Python.

    Args:
        folder: Where to look.
        hidden: Whether names that begin with a full stop count.
    """
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and (hidden or not name.startswith(".")))
        yield from (Path(here, name) for name in sorted(names) if hidden or not name.startswith("."))


def digest_inputs(project: Project) -> str:
    """A digest of everything that a project's site is made from: the same digest, the same site."""
    trees = (project.definitions, project.docs, *project.themes, *project.watched, *project.reference_folders)
    templates = digest_tree(PACKAGE, leave_out=frozenset({".py"}))
    return digest_of(digest_setting(project), project.strict, digest_code(), templates, [digest_tree(tree) for tree in trees])


def digest_context(project: Project) -> str:
    """A digest of what every page of a site depends on beside its own text and its volume's navigation."""
    themes = [digest_tree(folder, leave_out=_ASSETS) for folder in project.themes]
    return digest_of(digest_setting(project), digest_code(), themes, [digest_tree(path) for path in project.watched])


def digest_setting(project: Project) -> str:
    """A digest of a project's configuration, with whatever the caller has put in its place."""
    files = [digest_file(path) for path in (project.config_file, *project.inherited)]
    return digest_of(files, project.environment, project.site_url, repr(project.options))


@cache
def digest_code() -> str:
    """A digest of the program: our own modules, the interpreter and every installed package's version.

    Taken once a process: a server that runs on while its modules are edited still runs the old ones.
    """
    modules = [[name, digest_modules(PACKAGES / name)] for name in _CODE]
    places = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    return digest_of(modules, sys.version, sorted(_installed(places)))


def digest_modules(folder: Path) -> str:
    """A digest of the Python modules under a folder."""
    return digest_of([[path.relative_to(folder).as_posix(), digest_file(path)] for path in walk(folder) if path.suffix == ".py"])


def _installed(places: Iterable[str]) -> Iterator[str]:
    """Name and version of every installed distribution, as its folder is called."""
    for place in places:
        yield from (path.name for path in Path(place).glob("*-info") if path.suffix in (".dist-info", ".egg-info"))
