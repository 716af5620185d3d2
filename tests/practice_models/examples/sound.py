"""The sound little library, read once, and cases for it that are written as authors write them."""

import json
from functools import cache
from typing import TypeVar

from practice_models.library import Edition
from practice_models.reading.folders import read_folder
from practice_models.reading.yaml_text import parse_yaml
from practice_models.vocabulary.base import Word
from tests.cases.story import SOUND

Read = TypeVar("Read", bound=Word)

OWN_CASE = """\
edition: listening
assessment:
  instrument: profile
  answers:
    - {item: settled, person: 4, practitioner: 0, agreed: 2}
    - {item: safe, person: 0, practitioner: 0, agreed: blank}
"""
"""A case that a reader may try, the same as the example 'an-unsafe-sofa'."""


@cache
def edition() -> Edition:
    """The edition in force of the sound library."""
    found = read_folder(SOUND, SOUND).library.in_force("listening")
    assert found is not None
    return found


def read(word: type[Read], text: str) -> Read:
    """A word from YAML, as the reader reads it."""
    return word.model_validate_json(json.dumps(parse_yaml(text.encode())))
