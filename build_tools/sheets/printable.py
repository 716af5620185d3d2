"""Text that a document can hold: XML has no place for most control characters, and an author may have typed one."""

import re
from typing import Any, TypeVar

from practice_models.vocabulary.base import Word

AnyWord = TypeVar("AnyWord", bound=Word)

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def make_printable(word: AnyWord) -> AnyWord:
    """A word as it was, but for characters that XML cannot hold: each is replaced by the sign for that."""
    return word.model_copy(update={name: _printable(getattr(word, name)) for name in type(word).model_fields})


def printable_text(text: str) -> str:
    """A text in which each character that XML cannot hold is replaced.

    Source:
        XML 1.0, section 2.2, production 2.
    """
    return _NOT_IN_XML.sub("\ufffd", text)


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable_text(value)
    if isinstance(value, tuple):
        return tuple(map(_printable, value))
    return make_printable(value) if isinstance(value, Word) else value
