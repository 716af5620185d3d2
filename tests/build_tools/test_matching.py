"""People in a file, matched: what a worked example gives, and everything that is wrong with a file at its line and column."""

import re
from pathlib import Path

import pytest

from build_tools.exports.tables import write_table
from build_tools.matching import match_people, read_people, tell_comparison
from practice_models.examples import run_edition
from practice_models.examples.comparison import people_table
from practice_models.problems import DefinitionError
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.example import ComparisonCase
from practice_models.vocabulary.results import ComparisonResult
from tests.cases.story import SOUND

HEAD = "person,in-service,age,breaches,outcome\n"


def _problems(folder: Path, text: str) -> list[str]:
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        match_people(path, "people.csv", 0.2)
    return [str(problem) for problem in caught.value.problems]


def test_the_file_of_a_worked_example_gives_what_its_page_says(tmp_path: Path) -> None:
    edition = read_folder(SOUND, SOUND).library.in_force("listening")
    assert edition is not None
    run = next(each for each in run_edition(edition) if each.example.id == "twelve-who-came")
    assert run.run is not None
    assert isinstance(run.example.case, ComparisonCase)
    assert isinstance(run.run.result, ComparisonResult)
    path = tmp_path / "people.csv"
    path.write_bytes(write_table(people_table(run.example.case)))
    lines = list(tell_comparison(match_people(path, "people.csv", 0.2)))
    after = run.run.result.numbers[-1]
    assert lines[0] == f"pairs: {run.run.result.pairs}; of the service without anybody like them: {run.run.result.unmatched}"
    assert lines[1] == "age: 0.25 standard deviations apart before, 0.06 after: alike"
    assert lines[-2] == f"difference after matching in points: {after.value} (95% interval {after.low} to {after.high})"
    assert lines[-1] == run.run.may_say


def test_columns_may_stand_in_any_order_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("outcome,age,in-service\n1,34.5,1\n\n0,-2,0\n", encoding="utf-8")
    people = read_people(path, "people.csv")
    assert people.covariates == {"age": [34.5, -2.0]}
    assert (people.in_service, people.outcomes) == ([True, False], [1, 0])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (HEAD + "1,1,34,x,0\n", "people.csv:2:8: PG852 'breaches' is 'x'; expected a number such as 34 or 0.5"),
        (HEAD + "1,yes,34,1,0\n", "people.csv:2:3: PG852 'in-service' is 'yes'; expected 1 or 0"),
        (HEAD + "1,1,34,1,0.5\n", "people.csv:2:10: PG852 'outcome' is '0.5'; expected 1 or 0"),
        (HEAD + "1,1,1e9,1,0\n", "people.csv:2:5: PG852 'age' is '1e9'"),
        (HEAD + "1,1,34,1\n", "people.csv:2:1: PG853 the row has 4 values; expected 5, as many as there are columns"),
        (
            "service,age,outcome\n",
            "people.csv:1:1: PG853 there is no column 'in-service'; allowed: age, outcome, service",
        ),
        ("in-service,age,age,outcome\n", "people.csv:1:16: PG854 there is a second column 'age'"),
        ("in-service,,outcome\n", "people.csv:1:12: PG854 there is a column without a name"),
        ("in-service,outcome\n1,1\n", "people.csv:1:1: PG853 there is no column to match on"),
        ("", "people.csv:1:1: PG853 there is no column 'in-service'"),
        ('in-service,age,outcome\n"1,2,3\n', "people.csv:1:1: PG108 the file is no table of comma-separated values"),
        (HEAD, "PG854 these groups cannot be matched: people in the service is 0; expected at least 2"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, text: str, problem: str) -> None:
    assert re.search(re.escape(problem), "\n".join(_problems(tmp_path, text)))


def test_everything_is_told_at_once_but_not_the_same_slip_a_thousand_times(tmp_path: Path) -> None:
    assert len(_problems(tmp_path, HEAD + "1,1,a,b,0\n2,0,c,1,2\n")) == 4
    assert len(_problems(tmp_path, HEAD + "1,1,a,b,0\n" * 1000)) == 50


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DefinitionError, match=r"people.csv:1:1: PG102 the file is no UTF-8 text"):
        match_people(path, "people.csv", 0.2)
