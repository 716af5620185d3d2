"""An older site cleared for a new one: what is the same in both stays, for making a thousand folders takes longer than all else."""

import os
import posixpath
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path


def clear(folder: Path, sources: Mapping[str, Path], texts: Mapping[str, str]) -> frozenset[str]:
    """Remove everything from a folder but what a new site would put there anyway.

    Args:
        folder: The folder; whatever it holds is trusted in nothing.
        sources: The file that each path of the new site shares its bytes with.
        texts: The paths of the new site that have a text of their own.

    Returns:
        The paths of the files that stay.
    """
    wanted = {path: source.stat() for path, source in sources.items()}
    folders = _folders([*sources, *texts])
    kept = set()
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(folder / prefix) as entries:
            for entry in entries:
                path = f"{prefix}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    if path in folders:
                        waiting.append(f"{path}/")
                    else:
                        shutil.rmtree(entry.path)
                elif _is_right(entry, wanted.get(path), texts.get(path)):
                    kept.add(path)
                else:
                    Path(entry).unlink()
    return frozenset(kept)


def _is_right(entry: os.DirEntry[str], wanted: os.stat_result | None, text: str | None) -> bool:
    """Whether something that is no folder is the very file that is wanted, or has the text that is wanted."""
    if wanted is not None:
        return os.path.samestat(entry.stat(follow_symlinks=False), wanted)
    return text is not None and entry.is_file(follow_symlinks=False) and Path(entry).read_bytes() == text.encode()


def _folders(paths: Iterable[str]) -> set[str]:
    """Every folder that files lie in, at any depth."""
    found: set[str] = set()
    for path in paths:
        parent = posixpath.dirname(path)
        while parent and parent not in found:
            found.add(parent)
            parent = posixpath.dirname(parent)
    return found
