"""A cache of what definition files hold, keyed by their bytes and by the vocabulary that read them."""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pydantic
import yaml

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def vocabulary_digest() -> str:
    """A digest of everything that decides how a file's bytes are read: our code and the two libraries under it."""
    digest = hashlib.sha256(f"{pydantic.VERSION} {yaml.__version__}".encode())
    for folder in ("vocabulary", "reading"):
        for path in sorted((PACKAGE / folder).glob("*.py")):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


class ReadingCache:
    """What files of a folder hold, in one file a folder; a damaged or missing one is only a miss.

    Args:
        folder: Where the cache lies. It is made when something is first kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / vocabulary_digest()[:16]

    def load(self, name: str) -> dict[str, str]:
        """What is kept for a folder of definitions: texts by the digest of the file they were read from."""
        try:
            text = self._path(name).read_text(encoding="utf-8")
            return dict(json.loads(text))
        except (OSError, ValueError, TypeError):
            return {}

    def keep(self, name: str, texts: Mapping[str, str]) -> None:
        """Keep texts for a folder of definitions; readers see all of them or none."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(dict(texts), file)
        Path(temporary).replace(path)

    def _path(self, name: str) -> Path:
        return self._folder / hashlib.sha256(name.encode()).hexdigest()[:32]
