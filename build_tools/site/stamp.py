"""The stamp on a finished site: what it was made from, and what it holds, so that it need not be made again."""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from build_tools.project import STAMP
from build_tools.site.digests import digest_of

SEARCH = "pagefind"
"""The folder of the site that holds its search index."""
SEARCH_ENTRY = "pagefind-entry.json"
"""The file in it that a search begins with."""


def stamp_site(folder: Path, inputs: str) -> None:
    """Put a stamp on a site that is complete.

    Args:
        folder: The site.
        inputs: The digest of everything that it was made from.
    """
    text = json.dumps({"inputs": inputs, "holds": _inventory(folder)}, sort_keys=True)
    (folder / STAMP).write_text(text + "\n", encoding="utf-8")


def is_current(site: Path, inputs: str) -> bool:
    """Whether a site was made from just these inputs, and still holds every file that it held then.

    Args:
        site: The folder of the site, which need not exist.
        inputs: The digest of everything that it would be made from now.
    """
    try:
        stamp = json.loads((site / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if not isinstance(stamp, dict) or stamp.get("inputs") != inputs or not (site / SEARCH / SEARCH_ENTRY).is_file():
        return False
    return bool(stamp.get("holds") == _inventory(site))


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
