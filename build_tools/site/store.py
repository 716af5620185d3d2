"""The cache of built volumes: a folder each, named by the digest of what it was made from, and pointers to them."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Set
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from build_tools.site.digests import digest_of
from build_tools.site.output import VolumeOutput, output_text, read_output
from build_tools.site.volume_links import VolumeLinks, links_from, links_text

BOUND = 1_000_000_000
"""The bytes that kept volumes may take together, beside those of the site itself."""

_DRAFT = "draft-"
_RECORD = "record.json"
_LINKS = "links.json"
_WEIGHT = "weight"


class VolumeStore:
    """Built volumes on disk. What is damaged or missing is only a miss.

    Args:
        cache: The project's cache folder.
    """

    def __init__(self, cache: Path) -> None:
        self._volumes = cache / "volumes"
        self._pointers = cache / "pointers"

    def find(self, key: str | None) -> VolumeOutput | None:
        """The volume kept under a key, if it is whole and unchanged."""
        if not key:
            return None
        folder = self._volumes / key
        try:
            output = read_output((folder / _RECORD).read_text(encoding="utf-8"), folder / "files")
        except (OSError, ValueError):
            return None
        if output.key != key or not output.intact():
            return None
        os.utime(folder)
        return output

    def pointed(self, *label: str) -> VolumeOutput | None:
        """The volume that a label points to."""
        try:
            return self.find(self._pointer(label).read_text(encoding="ascii"))
        except (OSError, UnicodeDecodeError):
            return None

    def point(self, key: str, *label: str) -> None:
        """Let a label point to the volume of a key."""
        pointer = self._pointer(label)
        pointer.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=pointer.parent, prefix=_DRAFT)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(key)
        Path(name).replace(pointer)

    @contextmanager
    def draft(self) -> Iterator[Path]:
        """A new folder to build a volume in; it is removed afterwards unless it was kept."""
        self._volumes.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=self._volumes, prefix=_DRAFT))
        files = folder / "files"
        files.mkdir()
        try:
            yield files
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def links(self, output: VolumeOutput) -> VolumeLinks:
        """The links of a kept volume."""
        return links_from((output.folder.parent / _LINKS).read_text(encoding="utf-8"))

    def keep(self, output: VolumeOutput, links: VolumeLinks) -> VolumeOutput:
        """Keep a volume that was built in a draft folder; readers see all of it or none.

        Args:
            output: The volume, lying in a draft folder.
            links: Its links.

        Returns:
            The volume where it now lies.
        """
        draft = output.folder.parent
        (draft / _RECORD).write_text(output_text(output), encoding="utf-8")
        (draft / _LINKS).write_text(links_text(links), encoding="utf-8")
        (draft / _WEIGHT).write_text(str(output.size), encoding="ascii")
        folder = self._volumes / output.key
        if folder.exists():
            shutil.rmtree(folder)
        draft.rename(folder)
        return replace(output, folder=folder / "files")

    def clean(self) -> None:
        """Remove what interrupted builds have left."""
        for folder in (self._volumes, self._pointers):
            for path in folder.glob(f"{_DRAFT}*"):
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def prune(self, used: Set[str], bound: int = BOUND) -> None:
        """Remove the volumes that were used longest ago until the rest fit the bound.

        Args:
            used: Keys that stay whatever they weigh.
            bound: The bytes that the others may take together.
        """
        others = [path for path in self._volumes.glob("*") if path.name not in used]
        room = bound
        for path in sorted(others, key=lambda path: path.stat().st_mtime_ns, reverse=True):
            room -= _weight(path)
            if room < 0:
                shutil.rmtree(path)
        kept = {path.name for path in self._volumes.glob("*")}
        for pointer in self._pointers.glob("*"):
            if pointer.read_text(encoding="ascii") not in kept:
                pointer.unlink()

    def _pointer(self, label: tuple[str, ...]) -> Path:
        return self._pointers / digest_of(*label)


def _weight(folder: Path) -> int:
    """The size of a kept volume in bytes; one that does not say weighs more than any bound allows."""
    try:
        return int((folder / _WEIGHT).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return BOUND
