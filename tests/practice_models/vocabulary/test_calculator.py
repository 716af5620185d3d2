"""Calculators ask for more only where their method takes it, and for each input once."""

from pathlib import Path

import pytest

from tests.cases.story import Case, break_sound_library, problems_of

FILE = "guides/listening/2.0.0/calculators.yaml"


@pytest.mark.parametrize(
    ("sound", "bad", "told"),
    [
        (
            "method: fall-detectable",
            "method: interval-of-a-proportion",
            "; 'method' is interval-of-a-proportion, expected fall-detectable or people-needed",
        ),
        ("input: likeness", "input: lost", "PG207 a calculator: 'more' asks twice for lost; expected each input once"),
        ("input: likeness", "input: power", "PG204 'input' is 'power'; allowed: comparators, likeness, lost, people-per-worker"),
    ],
)
def test_what_a_method_does_not_take_is_told(tmp_path: Path, sound: str, bad: str, told: str) -> None:
    (said,) = map(str, problems_of(break_sound_library(Case("", "", FILE, sound, bad, ()), tmp_path)))
    assert said.endswith(told)
