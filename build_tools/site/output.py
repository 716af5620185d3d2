"""What building a volume gave: its files, which page each is, and which addresses lead on to others."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from build_tools.pages.page import Redirect
from practice_models.reading.documents import Origin


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of a volume."""

    path: str
    """Relative to the site, with forward slashes."""
    digest: str
    size: int
    written: int
    """When it was last written, in nanoseconds: with the size, it shows that the file is still what was kept."""


@dataclass(frozen=True, slots=True)
class OutputPage:
    """A page of a volume."""

    uri: str
    path: str
    """Its file, relative to the site."""
    digest: str
    """The digest of what it was made from."""
    origin: Origin | None = None
    """The definition that it was made from."""
    by_hand: bool = False
    """Whether it was written by hand, in the docs folder."""


@dataclass(frozen=True, slots=True)
class VolumeOutput:
    """A built volume."""

    name: str
    prefix: str
    key: str
    """The digest of everything that it was made from."""
    folder: Path
    """Where its files lie, each at its place in the site."""
    pages: tuple[OutputPage, ...] = ()
    files: tuple[OutputFile, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """The size of its files in bytes."""
        return sum(file.size for file in self.files)

    def intact(self) -> bool:
        """Whether every file is still as it was written: they share their bytes with the site, where one may be edited."""
        return all(_is_same(self.folder / file.path, file) for file in self.files)

    def digests(self) -> dict[str, str]:
        """The digest of each page, by source URI."""
        return {page.uri: page.digest for page in self.pages}


def describe(path: Path, root: Path, digest: str) -> OutputFile:
    """A file as an output knows it.

    Args:
        path: The file.
        root: The folder that stands for the site.
        digest: The digest of its bytes.
    """
    status = path.stat()
    return OutputFile(path.relative_to(root).as_posix(), digest, status.st_size, status.st_mtime_ns)


def output_text(output: VolumeOutput) -> str:
    """A built volume as JSON, without its folder."""
    values = asdict(output)
    del values["folder"]
    return json.dumps(values, sort_keys=True, ensure_ascii=False)


def read_output(text: str, folder: Path) -> VolumeOutput:
    """A built volume from its JSON.

    Args:
        text: What `output_text` gave.
        folder: Where its files lie.

    Raises:
        ValueError: Where the text is damaged, or of another version of this program.
    """
    try:
        values = json.loads(text)
        return VolumeOutput(
            name=values["name"],
            prefix=values["prefix"],
            key=values["key"],
            folder=folder,
            pages=tuple(_page(page) for page in values["pages"]),
            files=tuple(OutputFile(**file) for file in values["files"]),
            redirects=tuple(Redirect(**redirect) for redirect in values["redirects"]),
            warnings=tuple(values["warnings"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no record of a volume: {error!r}") from error


def _page(values: dict[str, Any]) -> OutputPage:
    origin = values.pop("origin")
    return OutputPage(**values, origin=Origin(origin["file"], tuple(origin["path"])) if origin else None)


def _is_same(path: Path, file: OutputFile) -> bool:
    try:
        status = path.stat()
    except OSError:
        return False
    return status.st_size == file.size and status.st_mtime_ns == file.written
