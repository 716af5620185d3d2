"""Documents that are ZIP archives, with the same bytes for the same content."""

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can hold: every file in ours bears it."""
_UNIX = 3
_READABLE = 0o644 << 16
_NOTHING: Mapping[str, bytes] = MappingProxyType({})


def fix_archive(archive: io.BytesIO, instead: Mapping[str, bytes] = _NOTHING) -> bytes:
    """An archive with the same files, undated and not compressed, so that no library's version shows in its bytes.

    Args:
        archive: The archive.
        instead: Files that take the place of those of the same name.
    """
    fixed = io.BytesIO()
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            new.writestr(entry, instead.get(name) or old.read(name))
    return fixed.getvalue()
