"""Easy-read sheets keep what their name promises."""

from collections.abc import Iterator

from practice_models.checking.references import Shelf
from practice_models.prose import long_sentences
from practice_models.reading.documents import Report
from practice_models.vocabulary.base import Word
from practice_models.vocabulary.sheet import Sheet

MOST_EASY_WORDS = 15
"""The most words that a sentence of an easy-read sheet may have; most have under ten."""
_NO_WORDS = frozenset({"id", "basis", "width"})


def check_easy_read(shelf: Shelf) -> Iterator[Report]:
    """Yield PG802 for each sentence with more than `MOST_EASY_WORDS` words that the reader of an easy-read sheet would meet.

    What the sheet says to whoever hands it over, such as its purpose and its safety stops, may be longer.

    Source:
        Content rules: easy read is short words and one idea a line; the number is our reading of that.
    """
    if not isinstance(shelf.word, Sheet) or not shelf.word.easy_read:
        return
    for path, inner in shelf.inside:
        if path[:1] == ("blocks",):
            for steps, text in _texts(inner):
                yield from (Report(shelf.origin.at(*path, *steps), "PG802", message) for message in _too_long(str(steps[0]), text))


def _too_long(field: str, text: str) -> Iterator[str]:
    """What is wrong with each sentence of a text that is too long for easy reading."""
    for words, sentence in long_sentences(text, MOST_EASY_WORDS):
        start = " ".join(sentence.split()[:5])
        found = f"'{field}' has a sentence of {words} words ('{start} …') on an easy-read sheet"
        yield f"{found}; allowed: at most {MOST_EASY_WORDS}"


def _texts(word: Word) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts that a word itself holds, each with the path to it."""
    for name in type(word).model_fields:
        value = getattr(word, name)
        if isinstance(value, str) and name not in _NO_WORDS:
            yield (name,), value
        elif isinstance(value, tuple):
            yield from (((name, place), text) for place, text in enumerate(value) if isinstance(text, str))
