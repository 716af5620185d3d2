"""A cache of what definition files hold, keyed by their bytes and by the vocabulary that read them."""

import hashlib
import os
import tempfile
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
    """Texts by key in a folder; a damaged or missing entry is only a miss.

    Args:
        folder: Where the entries lie. It is made when the first entry is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / vocabulary_digest()[:16]

    def get(self, key: str) -> str | None:
        """The text kept under a key, or None."""
        try:
            return self._path(key).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def keep(self, key: str, text: str) -> None:
        """Keep a text under a key; readers see the whole text or none of it."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(name, path)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]
