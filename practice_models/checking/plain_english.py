"""Plain English, as far as a rule can tell: no sentence that a tired reader loses hold of."""

from collections.abc import Iterator

from practice_models.checking.references import Shelf
from practice_models.prose import long_sentences
from practice_models.reading.documents import Report
from practice_models.vocabulary.base import ProseMark

MOST_WORDS = 40
"""The most words a sentence may have; most have under twenty."""


def check_sentences(shelf: Shelf) -> Iterator[Report]:
    """Yield PG801 for each sentence with more than `MOST_WORDS` words in an edition in force."""
    if shelf.edition is None or not shelf.edition.in_force:
        return
    for text in shelf.texts:
        if isinstance(text.mark, ProseMark):
            for words, sentence in long_sentences(text.text, MOST_WORDS):
                start = " ".join(sentence.split()[:8])
                message = f"'{text.field}' has a sentence of {words} words ('{start} …'); allowed: at most {MOST_WORDS}"
                yield Report(shelf.origin.at(*text.path), "PG801", message)
