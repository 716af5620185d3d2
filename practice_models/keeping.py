"""What takes long to work out and is the same each time, kept on disk for the next time.

Who builds a site says where things are kept, with `keeping`; what is worked out meanwhile asks with `kept`. Where nobody has said
so, nothing is kept and everything is worked out anew.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

_SEAL = hashlib.sha256().digest_size
_MOST = 500
"""How many things stay."""


class Keep:
    """Bytes on disk by what they were made from. What is damaged or missing is only a miss.

    Args:
        folder: Where they lie; it is made when something is first kept.
        made_with: A digest of everything else that decides what comes out, such as the program.
    """

    def __init__(self, folder: Path, made_with: str) -> None:
        self._folder = folder
        self._made_with = made_with

    def get(self, made_from: Any, make: Callable[[], bytes]) -> bytes:
        """What was kept, or else what is made now, and kept.

        Args:
            made_from: JSON-shaped values that decide what comes out.
            make: Makes it.
        """
        spelt = json.dumps([self._made_with, made_from], sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass")
        path = self._folder / hashlib.sha256(spelt).hexdigest()
        found = _read(path)
        if found is None:
            found = make()
            self._write(path, found)
        return found

    def _write(self, path: Path, content: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=self._folder)
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(content).digest() + content)
        Path(draft).replace(path)


def prune(folder: Path, most: int = _MOST) -> None:
    """Remove from a folder what was used longest ago, until no more than a number of things stay."""
    for path in sorted(folder.glob("*"), key=lambda path: path.stat().st_mtime_ns, reverse=True)[most:]:
        path.unlink(missing_ok=True)


def _read(path: Path) -> bytes | None:
    """What lies at a path, if it is whole; its time of use becomes now."""
    try:
        sealed = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    seal, content = sealed[:_SEAL], sealed[_SEAL:]
    return content if hashlib.sha256(content).digest() == seal else None


_current: ContextVar[Keep | None] = ContextVar("keep", default=None)


@contextmanager
def keeping(keep: Keep) -> Iterator[None]:
    """Let what is worked out meanwhile be kept."""
    before = _current.set(keep)
    try:
        yield
    finally:
        _current.reset(before)


def kept(made_from: Any, make: Callable[[], bytes]) -> bytes:
    """What was kept of something, or else what is made now.

    Args:
        made_from: JSON-shaped values that decide what comes out, with a name of what it is.
        make: Makes it.
    """
    keep = _current.get()
    return make() if keep is None else keep.get(made_from, make)
