"""The stamp on a finished site, and the memory of what that site was made from: it need not be made again."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.project import STAMP, Project
from build_tools.site.digests import digest_file, digest_of

if TYPE_CHECKING:
    from build_tools.site.output import VolumeOutput

SEARCH = "pagefind"
"""The folder of the site that holds its search index."""
SEARCH_ENTRY = "pagefind-entry.json"
"""The file in it that a search begins with."""


def stamp_site(folder: Path, volumes: "Iterable[VolumeOutput]") -> None:
    """Put a stamp on a site that is complete; sites with the same bytes have the same stamp.

    Args:
        folder: The site.
        volumes: What it was put together from.
    """
    made_of = digest_of(sorted((file.path, file.digest) for volume in volumes for file in volume.files))
    text = json.dumps({"holds": _inventory(folder), "made_of": made_of}, sort_keys=True)
    (folder / STAMP).write_text(text + "\n", encoding="utf-8")


def remember_inputs(project: Project, inputs: str) -> None:
    """Keep in the cache what a project's site was made from: that names the machine's packages, and has no place in the site.

    Args:
        project: The project, whose site is stamped and in its place.
        inputs: The digest of everything that it was made from.
    """
    memory = _memory(project)
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(digest_of(inputs, digest_file(project.site / STAMP)), encoding="ascii")


def is_current(project: Project, inputs: str) -> bool:
    """Whether a project's site was made from just these inputs, and still holds every file that it held then.

    Args:
        project: The project, whose site need not exist.
        inputs: The digest of everything that it would be made from now.
    """
    site = project.site
    try:
        if _memory(project).read_text(encoding="ascii") != digest_of(inputs, digest_file(site / STAMP)):
            return False
        stamp = json.loads((site / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return (site / SEARCH / SEARCH_ENTRY).is_file() and bool(stamp["holds"] == _inventory(site))


def _memory(project: Project) -> Path:
    return project.cache / "sites" / digest_of(project.relative(project.site))


def _inventory(site: Path) -> str:
    """A digest of the names and sizes of a site's files; the search index differs each time, and does not count."""
    return digest_of(sorted(_files(site, "")))


def _files(folder: Path | str, prefix: str) -> Iterable[tuple[str, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if path != SEARCH and not path.startswith("."):
                    yield from _files(entry.path, f"{path}/")
            elif not path.startswith("."):
                yield path, entry.stat(follow_symlinks=False).st_size
