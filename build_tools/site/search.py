"""The search index of the finished site, made by Pagefind; pages that have not changed keep the parts that they had."""

import gzip
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from pagefind_bin import get_executable  # type: ignore[import-untyped]

from build_tools.site.digests import digest_of
from build_tools.site.failure import SiteError
from build_tools.site.linking import place_tree
from build_tools.site.output import VolumeOutput
from build_tools.site.stamp import SEARCH, SEARCH_ENTRY

_KEPT = 3
"""How many indexes are kept: the site's, and those of the states before."""
_PARTS = ("fragment", "index")
"""Folders of an index whose files are named by a digest of what they hold. Pagefind does not write one that is there
already, and writing them all takes it as long as half of reading the site."""


class Index:
    """A search index, perhaps still in the making.

    Args:
        site: The site that it belongs to.
        wait: Ends when the index is made; tells whether it could be.
    """

    def __init__(self, site: Path, wait: Callable[[], bool]) -> None:
        self._site = site
        self._wait = wait

    def has(self, path: str) -> bool:
        """Whether a file of the site is one of the index; waits until that is known."""
        return path.startswith(f"{SEARCH}/") and self._wait() and (self._site / path).is_file()


@contextmanager
def indexing(site: Path, volumes: Iterable[VolumeOutput], cache: Path) -> Iterator[Index]:
    """Index a site while something else is done with it; the index is in place afterwards.

    Args:
        site: The complete site.
        volumes: What it holds.
        cache: The project's cache folder.

    Raises:
        SiteError: Where Pagefind fails.
    """
    kept = cache / "search" / _key(volumes)
    if (kept / SEARCH_ENTRY).is_file():
        place_tree(kept, site / SEARCH)
        kept.touch()
        yield Index(site, lambda: True)
        return
    _lend_parts(cache / "search", site / SEARCH)
    with tempfile.TemporaryFile() as log, subprocess.Popen(_command(site), stdout=log, stderr=subprocess.STDOUT) as process:  # noqa: S603
        try:
            yield Index(site, lambda: process.wait() == 0)
            failed = process.wait() != 0
        finally:
            process.kill()
        log.seek(0)
        if failed or not (site / SEARCH / SEARCH_ENTRY).is_file():
            raise SiteError(f"Pagefind could not index the site: {log.read().decode(errors='replace').strip()}")
    _remove_unnamed(site / SEARCH)
    _keep(site / SEARCH, kept)


def _command(site: Path) -> list[str]:
    """Pagefind over a site; run as its own program, for its Python module would only start it."""
    return [str(get_executable()), "--site", str(site), "--output-subdir", SEARCH, "--silent"]


def _key(volumes: Iterable[VolumeOutput]) -> str:
    """A digest of every page that is indexed."""
    pages = sorted((file.path, file.digest) for volume in volumes for file in volume.files if file.path.endswith(".html"))
    return digest_of(version("pagefind_bin"), pages)


def _lend_parts(indexes: Path, index: Path) -> None:
    """Let a new index begin with the parts of the newest one that is kept."""
    for newest in _newest_first(indexes)[:1]:
        for folder in _PARTS:
            place_tree(newest / folder, index / folder)


def _remove_unnamed(index: Path) -> None:
    """Remove the parts that were lent to an index and are not named in it: pages have changed since."""
    names = b"".join(gzip.decompress(path.read_bytes()) for path in index.glob("*.pf_meta"))
    for part in (part for folder in _PARTS for part in (index / folder).glob("*")):
        if part.stem.encode() not in names:
            part.unlink()


def _keep(index: Path, kept: Path) -> None:
    """Keep an index for the next time; readers see all of it or none, and only the newest stay."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=kept.parent, prefix="draft-"))
    place_tree(index, draft)
    if kept.exists():
        shutil.rmtree(kept)
    draft.rename(kept)
    for old in _newest_first(kept.parent)[_KEPT:]:
        shutil.rmtree(old)


def _newest_first(indexes: Path) -> list[Path]:
    """The kept indexes."""
    return sorted(indexes.glob("*"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
