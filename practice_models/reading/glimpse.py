"""What a file that cannot be read seems to hold, so that whatever names it is not blamed too."""

import re
from collections.abc import Iterator

from practice_models.vocabulary.kinds import KINDS

_TOP = re.compile(r"([a-z][a-z_-]*):[ \t]*[\"']?([\w.-]*)")
_ID = re.compile(r"[\s{,-]id:[ \t]*[\"']?([\w.-]+)")
_BY_KEY = {kind.key: kind.name for kind in KINDS.values()}
_BY_PLURAL = {kind.plural: kind.name for kind in KINDS.values()}


def glimpse(raw: bytes) -> tuple[tuple[str, str], ...]:
    """The kinds and ids that the lines of a file seem to give: too many rather than too few.

    Args:
        raw: The file's bytes, sound or not.
    """
    return tuple(dict.fromkeys(_seen(raw.decode("utf-8", errors="replace"))))


def _seen(text: str) -> Iterator[tuple[str, str]]:
    kind = ""
    for line in text.splitlines():
        top = _TOP.match(line)
        if top and not kind and top[1] in _BY_KEY:
            yield _BY_KEY[top[1]], top[2]
            return
        if top:
            kind = _BY_PLURAL.get(top[1], "")
        if kind:
            yield from ((kind, found) for found in _ID.findall(line))
