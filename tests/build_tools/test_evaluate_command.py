"""`practice evaluate` lists methods, works them out, and tells every number that will not do."""

import json

import pytest

from build_tools.cli import GOOD, WRONG
from practice_models.evaluation import METHODS
from tests.build_tools.test_cli import Run, run

__all__ = ["run"]


def test_methods_are_listed(run: Run) -> None:
    ended = run("evaluate")
    assert ended.code == GOOD
    assert [line.partition(":")[0] for line in ended.out.splitlines()] == list(METHODS)


@pytest.mark.parametrize("name", METHODS)
def test_every_method_has_help_with_its_inputs(run: Run, name: str) -> None:
    ended = run("evaluate", name, "--help")
    assert ended.code == GOOD
    assert all(f"--{given}" in ended.out for given in METHODS[name].inputs)


def test_a_method_gives_its_numbers_and_what_may_be_said(run: Run) -> None:
    ended = run("evaluate", "people-needed", "--before", "40", "--fall", "5")
    assert (ended.code, ended.out.splitlines()[:2]) == (GOOD, ["people in each group: 1,471", "people in all: 2,942"])
    numbers = json.loads(run("evaluate", "interval-of-a-proportion", "--events", "7", "--people", "9", "--json").out)["numbers"]
    assert numbers == [{"name": "percentage", "value": "77.8", "low": "45.3", "high": "93.7"}]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("people-needed", "--before", "0", "--fall", "100"),
            "--before is 0; expected more than 0 and less than 100; --fall is 100;",
        ),
        (("people-needed", "--before", "40", "--fall", "40"), "--fall is 40; expected less than 'before', which is 40"),
        (("people-needed", "--before", "forty", "--fall", "5"), "'forty' is not a number"),
        (("people-needed", "--before", "nan", "--fall", "5"), "'nan' is not a number"),
        (("people-needed", "--before", "40"), "required: --fall"),
        (("people-neded",), "invalid choice: 'people-neded'"),
    ],
)
def test_what_will_not_do_is_told_and_ends_with_2(run: Run, arguments: tuple[str, ...], told: str) -> None:
    ended = run("evaluate", *arguments)
    assert (ended.code, ended.out) == (WRONG, "")
    assert told in ended.err
