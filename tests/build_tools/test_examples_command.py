"""`practice examples`: lists, accepts, tries; the same results as the build and Python; right exit codes and never a traceback."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.cli import GOOD, PROBLEMS, WRONG
from practice_models.examples import run_library
from practice_models.reading.folders import read_folder
from tests.build_tools.test_cli import Ended, project, run
from tests.practice_models.examples.sound import OWN_CASE

__all__ = ["project", "run"]

EXAMPLES = "definitions/guides/listening/2.0.0/examples.yaml"
Run = Callable[..., Ended]


def test_examples_are_listed_with_a_summary(project: Path, run: Run) -> None:
    ended = run("examples")
    assert ended.code == GOOD
    assert ended.out.splitlines() == [
        "listening@2.0.0: 6 examples, 20 of 20 rules shown",
        "  good   assessment  a-safe-sofa: A safe sofa",
        "  good   assessment  an-unsafe-sofa: An unsafe sofa",
        "  good   plan        a-year-of-fares: A year of fares",
        "  good   calculation seven-came-back: Seven came back",
        "  good   comparison  twelve-who-came: Twelve who came",
        "  good   calculation twelve-against-twelve: Twelve against twelve",
        "6 examples run, 0 failed",
    ]


def test_an_example_that_needs_an_extra_says_what_to_install(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "statsmodels.discrete.discrete_model", None)
    _change(project, "Twelve who came", "Twelve who came once")  # what was run before is remembered
    for command in ("examples", "check"):
        ended = run(command)
        assert ended.code == PROBLEMS
        assert ended.err.splitlines()[-1].endswith("this needs statsmodels; install practice-guides[estimation]")


def test_a_difference_is_told_at_its_place_and_the_others_are_listed(project: Path, run: Run) -> None:
    _change(project, "figure: 3.00", "figure: 2.50")
    ended = run("examples")
    assert ended.code == PROBLEMS
    assert "  FAILS  assessment  a-safe-sofa: A safe sofa" in ended.out.splitlines()
    assert f"{EXAMPLES}:15:50: PG855 section 'home': 'figure' is expected to be 2.5; computed: 3.00" in ended.err


def test_the_build_stops_at_a_difference_and_leaves_the_site(project: Path, run: Run) -> None:
    assert run("build").code == GOOD
    before = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    _change(project, "figure: 3.00", "figure: 2.50")
    ended = run("build")
    assert (ended.code, "PG855" in ended.err) == (PROBLEMS, True)
    assert {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()} == before


def test_accepting_mends_the_file_and_nothing_else(project: Path, run: Run) -> None:
    before = (project / EXAMPLES).read_text(encoding="utf-8")
    _change(project, "figure: 3.00", "figure: 2.50")
    ended = run("examples", "--accept")
    assert (ended.code, ended.out.splitlines()) == (
        GOOD,
        [f"{EXAMPLES}: a-safe-sofa", "1 example accepted; read what came out before you keep it"],
    )
    assert (project / EXAMPLES).read_text(encoding="utf-8") == before


def test_several_examples_of_one_file_are_accepted_together(project: Path, run: Run) -> None:
    before = (project / EXAMPLES).read_text(encoding="utf-8")
    _change(project, "figure: 3.00", "figure: 2.50")
    _change(project, "left: 250", "left: 25")
    assert run("examples", "--accept").code == GOOD
    assert (project / EXAMPLES).read_text(encoding="utf-8") == before


def test_what_cannot_be_worked_out_is_not_accepted(project: Path, run: Run) -> None:
    _change(project, "person: 4, practitioner: 4", "person: 3, practitioner: 4")
    ended = run("examples", "--accept")
    assert (ended.code, "PG852" in ended.err) == (PROBLEMS, True)


def test_results_are_the_same_from_the_command_and_from_python(project: Path, run: Run) -> None:
    exported = json.loads(run("examples", "--json").out)
    runs = run_library(read_folder(project / "definitions", project).library)
    assert exported == [
        {
            "edition": each.edition.name,
            "example": each.example.id,
            "kind": each.example.case_field,
            "result": each.run.result.model_dump(mode="json"),
            **({"may_say": each.run.may_say} if each.run.may_say else {}),
        }
        for each in runs
        if each.run
    ]
    assert all("may_say" in each for each in exported if each["kind"] == "calculation")


def test_results_are_the_same_from_the_build_and_from_the_command(project: Path, run: Run) -> None:
    assert run("build").code == GOOD
    built = (project / "site/listening/2.0.0/examples/results.json").read_text(encoding="utf-8")
    assert built == run("examples", "--edition", "listening@2.0.0", "--json").out


def test_a_case_of_ones_own_is_tried(project: Path, run: Run, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(OWN_CASE, encoding="utf-8")
    ended = run("examples", "try", case)
    assert (ended.code, ended.out.splitlines()[:2]) == (GOOD, ["By Listening 2.0.0:", "home: 2.00, building (up to 2)"])
    result = json.loads(run("examples", "try", case, "--json").out)["result"]
    example = next(each for each in json.loads(run("examples", "--json").out) if each["example"] == "an-unsafe-sofa")
    assert result == example["result"]


def test_a_bad_case_is_told_with_its_place(project: Path, run: Run, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(OWN_CASE.replace("settled", "setled"), encoding="utf-8")
    ended = run("examples", "try", case)
    assert ended.code == PROBLEMS
    assert "case.yaml:5:14: PG851 there is no item 'setled'; allowed: safe, settled; did you mean 'settled'?" in ended.err


@pytest.mark.parametrize(
    "arguments",
    [("try",), ("try", "nowhere.yaml"), ("list",), ("try", "a", "b"), ("--edition", "nothing"), ("--accept", "try", EXAMPLES)],
)
def test_wrong_use_ends_with_2(project: Path, run: Run, arguments: tuple[str, ...]) -> None:
    ended = run("examples", *arguments)
    assert (ended.code, ended.out) == (WRONG, "")
    assert ended.err.startswith("practice: ")


def _change(project: Path, old: str, new: str) -> None:
    path = project / EXAMPLES
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
