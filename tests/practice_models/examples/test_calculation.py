"""A worked example can use every method of evaluation; whatever does not go together is told at its place."""

import re
from pathlib import Path

import pytest

from practice_models.examples.own_case import try_case
from practice_models.examples.telling import tell
from practice_models.problems import DefinitionError
from practice_models.reading.folders import read_folder
from tests.cases.story import SOUND

_LIBRARY = read_folder(SOUND, SOUND).library


def _case(method: str, **inputs: str) -> str:
    lines = "".join(f"    - {{name: {name.replace('_', '-')}, value: {value}}}\n" for name, value in inputs.items())
    return f"edition: listening\ncalculation:\n  method: {method}\n  inputs:\n{lines}"


def _try(folder: Path, text: str) -> list[str]:
    path = folder / "case.yaml"
    path.write_text(text, encoding="utf-8")
    edition, run = try_case(path, "case.yaml", _LIBRARY, None)
    return list(tell(run, edition))


def test_numbers_come_with_their_interval_and_with_what_may_be_said(tmp_path: Path) -> None:
    assert _try(tmp_path, _case("interval-of-a-proportion", events="7", people="9")) == [
        "percentage: 77.8 (95% interval 45.3 to 93.7)",
        "Write the count, because anything from 45 to 94% fits 7 of 9, and you may not even say whether it is more or fewer than half.",
    ]


def test_what_is_left_out_takes_its_default(tmp_path: Path) -> None:
    assert _try(tmp_path, _case("people-needed", before="40", fall="5"))[0] == "people-in-each-group: 1,471"
    assert _try(tmp_path, _case("people-needed", before="40", fall="5", power="90"))[0] == "people-in-each-group: 1,969"


def test_a_large_sum_is_no_problem(tmp_path: Path) -> None:
    assert _try(tmp_path, _case("cost-per-outcome", cost="100000000", outcomes="1"))[0] == "cost-per-outcome: 100,000,000.00"


@pytest.mark.parametrize(
    ("case", "problem"),
    [
        (_case("guess", events="7"), "PG851 there is no method 'guess'"),
        (_case("interval-of-a-proportion", event="7", people="9"), "PG851 there is no input 'event'"),
        (_case("interval-of-a-proportion", events="7"), "PG853 the method 'interval-of-a-proportion' needs people as well"),
        (_case("interval-of-a-proportion", events="7", people="0"), "case.yaml:6:29: PG852 'people' is 0; expected from 1 to 1,000,000"),
        (
            _case("interval-of-a-proportion", events="7", people="5"),
            "case.yaml:5:29: PG854 'events' is 7; expected no more than 'people', which is 5",
        ),
        (_case("people-needed", before="40", fall="5", power="0"), "PG852 'power' is 0; expected more than 0 and less than 100"),
    ],
)
def test_what_cannot_be_is_told_at_its_place(tmp_path: Path, case: str, problem: str) -> None:
    with pytest.raises(DefinitionError, match=re.escape(problem)):
        _try(tmp_path, case)
