"""A reader's own case is worked out as an example is, or everything that is wrong with its file is told."""

from pathlib import Path

import pytest

from practice_models.examples import run_edition
from practice_models.examples.own_case import try_case
from practice_models.examples.telling import tell
from practice_models.problems import DefinitionError
from practice_models.reading.folders import read_folder
from tests.cases.story import SOUND
from tests.practice_models.examples.sound import OWN_CASE

_LIBRARY = read_folder(SOUND, SOUND).library


def _try(folder: Path, text: str, name: str | None = None) -> list[str]:
    path = folder / "case.yaml"
    path.write_text(text, encoding="utf-8")
    edition, run = try_case(path, "case.yaml", _LIBRARY, name)
    return list(tell(run, edition))


def _problems(folder: Path, text: str, name: str | None = None) -> list[str]:
    with pytest.raises(DefinitionError) as caught:
        _try(folder, text, name)
    return [str(problem) for problem in caught.value.problems]


def test_a_case_comes_to_what_the_same_example_comes_to(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(OWN_CASE, encoding="utf-8")
    edition, run = try_case(path, "case.yaml", _LIBRARY)
    example = next(each for each in run_edition(edition) if each.example.id == "an-unsafe-sofa")
    assert example.run is not None
    assert run.result == example.run.result


def test_a_case_is_told_in_words(tmp_path: Path) -> None:
    assert _try(tmp_path, OWN_CASE) == [
        "home: 2.00, building (up to 2)",
        "  the two views differ on: settled",
        "ALERT unsafe, raised by: person, practitioner",
    ]


def test_every_kind_is_told_with_each_rule_beside_it() -> None:
    edition = _LIBRARY.in_force("listening")
    assert edition is not None
    told = [line for run in run_edition(edition) if run.run for line in tell(run.run, edition)]
    assert "car: refused; 300 left, by fund:fund/caps/per_request (GBP 100)" in told
    assert "plan:plan/reviews/regular: due 2027-04-12, held 2027-04-13, too late" in told


def test_the_edition_can_be_named_outside_the_file(tmp_path: Path) -> None:
    assert _try(tmp_path, OWN_CASE.replace("edition: listening\n", ""), "listening@2.0.0")[0] == "home: 2.00, building (up to 2)"


_ONE_OF = "assessment, pathway, plan, calculation, comparison"
_KEYS = "assessment, calculation, comparison, edition, pathway, plan"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[]", f"1:1: PG108 the file holds a list of 0; it must hold 'edition' and one of {_ONE_OF}"),
        (
            OWN_CASE + "asessment: 1\n",
            f"7:1: PG201 unknown key 'asessment'; allowed: {_KEYS}; did you mean 'assessment'?",
        ),
        ("edition: listening\n", f"1:1: PG207 give exactly one of {_ONE_OF}; found none"),
        (
            OWN_CASE.replace(": listening", ": listning"),
            "1:10: PG851 there is no edition 'listning'; allowed: listening@1.0.0, listening@2.0.0; did you mean 'listening@2.0.0'?",
        ),
        (OWN_CASE.replace("person: 4", "person: four"), "5:31: PG205 'person' is 'four'; expected a whole number without quotes, or blank"),
        (
            OWN_CASE.replace("person: 4", "person: 3"),
            "5:31: PG852 3 is not on the scale 'agreement' of 'settled'; allowed: 0, 2, 4, or blank",
        ),
        (
            OWN_CASE + "  - [\n",
            "7:3: PG101 did not find expected key while parsing a block mapping; check the indentation, quotes and colons here",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, text: str, problem: str) -> None:
    assert _problems(tmp_path, text) == [f"case.yaml:{problem}"]


def test_hostile_files_are_refused(tmp_path: Path) -> None:
    assert " PG105 " in _problems(tmp_path, "a: &a [x]\nb: *a\n")[0]
    assert " PG107 " in _problems(tmp_path, "edition: !!python/object/apply:os.system [ls]\n")[0]
