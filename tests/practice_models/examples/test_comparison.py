"""People of a service beside others like them: what comes out is what the method gives, and rows that cannot be are told."""

import re
from pathlib import Path

import pytest

from practice_models.evaluation import compare_matched
from practice_models.examples import run_edition
from practice_models.examples.comparison import people_table
from practice_models.examples.own_case import try_case
from practice_models.examples.telling import tell
from practice_models.problems import DefinitionError
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.example import ComparisonCase
from practice_models.vocabulary.results import ComparisonResult
from tests.cases.story import SOUND

_LIBRARY = read_folder(SOUND, SOUND).library
_SERVICE = ["[49, 1, 1]", "[42, 0, 0]", "[37, 0, 0]", "[28, 0, 1]"]
_OTHERS = ["[34, 2, 1]", "[49, 3, 0]", "[28, 0, 0]", "[52, 1, 0]", "[23, 0, 0]", "[38, 0, 1]"]


def _case(service: list[str] = _SERVICE, others: list[str] = _OTHERS) -> str:
    head = "edition: listening\ncomparison:\n  covariates: [{id: age, title: Age}, {id: breaches, title: Breaches}]\n  outcome: Breached\n"
    return head + "\n    - ".join(["  service:", *service]) + "\n" + "\n    - ".join(["  others:", *others]) + "\n"


def _try(folder: Path, text: str) -> list[str]:
    path = folder / "case.yaml"
    path.write_text(text, encoding="utf-8")
    edition, run = try_case(path, "case.yaml", _LIBRARY, None)
    return list(tell(run, edition))


def _example() -> tuple[ComparisonCase, ComparisonResult]:
    edition = _LIBRARY.in_force("listening")
    assert edition is not None
    run = next(each for each in run_edition(edition) if each.example.id == "twelve-who-came")
    assert run.run is not None
    assert isinstance(run.example.case, ComparisonCase)
    assert isinstance(run.run.result, ComparisonResult)
    return run.example.case, run.run.result


def test_what_comes_out_is_what_the_method_gives() -> None:
    case, result = _example()
    people = [*case.service, *case.others]
    found = compare_matched(
        {"age": [float(row[0]) for row in people], "breaches": [float(row[1]) for row in people]},
        [place < len(case.service) for place in range(len(people))],
        [int(row[2]) for row in people],
    )
    assert (result.pairs, result.unmatched) == (len(found.pairs), found.unmatched)
    assert [float(each.after) for each in result.balance] == [round(each.after, 2) for each in found.balance]
    assert float(result.numbers[-1].value) == round(100 * found.difference.value, 1)


def test_a_case_is_told_in_words(tmp_path: Path) -> None:
    lines = _try(tmp_path, _case())
    assert re.fullmatch(r"pairs: \d; without anybody like them: \d", lines[0])
    assert lines[1].startswith("age: ")
    assert lines[-2].startswith("difference-after-matching-in-points: ")
    assert lines[-1].startswith(("The groups still differ in ", "Anything from "))
    assert "may" in lines[-1]


def test_the_people_are_a_table_with_a_row_of_names() -> None:
    case, _ = _example()
    head, *rows = people_table(case)
    assert head == ("person", "in-service", "age", "breaches", "outcome")
    assert rows[0] == ("1", "1", "49", "1", "1")
    assert rows[-1] == ("36", "0", "36", "3", "1")
    assert [row[1] for row in rows].count("1") == len(case.service)


@pytest.mark.parametrize(
    ("case", "problem"),
    [
        (_case(["[49, 1]", "[42, 0, 0]"]), "case.yaml:6:7: PG853 the row has 2 values; expected 3: age, breaches, outcome"),
        (_case(["[49, 1, 1, 1]", "[42, 0, 0]"]), "case.yaml:6:7: PG854 the row has 4 values; expected 3: age, breaches, outcome"),
        (_case(["[49, 1, 1]", "[42, 0, 2]"]), "case.yaml:7:15: PG852 the outcome is 2; expected 1 for yes or 0 for no"),
        (
            _case(["[20, 0, 1]", "[21, 0, 0]"], ["[60, 0, 1]", "[61, 0, 0]"]),
            "PG854 these groups cannot be matched: breaches is 0 for everybody; expected a covariate that varies",
        ),
        (
            _case(["[20, 0, 1]", "[21, 1, 0]"], ["[60, 1, 1]", "[61, 0, 0]"]),
            "PG854 these groups cannot be matched: covariates tell service and comparison apart completely",
        ),
    ],
)
def test_what_cannot_be_is_told_at_its_place(tmp_path: Path, case: str, problem: str) -> None:
    with pytest.raises(DefinitionError, match=re.escape(problem)):
        _try(tmp_path, case)
