"""Measures are put to use, and what they name exists."""

from dataclasses import replace
from pathlib import Path

import pytest

from practice_models.checking.pathway import check_use
from practice_models.library import Edition
from practice_models.reading.folders import read_folder
from tests.cases.story import SOUND, Case, break_sound_library, problems_of

_MODEL = "guides/listening/2.0.0/model.yaml"


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The sound edition in force."""
    edition = read_folder(SOUND, SOUND).library.in_force("listening")
    assert edition is not None
    return edition


def problems_with(fields: str, folder: Path) -> list[str]:
    """What is found once the sound measure has some more fields."""
    sound = "caution: It is not trust.}"
    case = Case("", "", _MODEL, sound, f"caution: It is not trust., {fields}}}", ())
    return [str(problem) for problem in problems_of(break_sound_library(case, folder))]


def test_a_measure_that_nothing_names_is_told(edition: Edition) -> None:
    assert [report.message for report in check_use(edition, {}) if "measure" in report.message] == [
        "nothing in listening@2.0.0 uses the measure 'attendance'; name it where it belongs, or take it out"
    ]


def test_a_measure_with_a_chapter_is_in_use(edition: Edition) -> None:
    explained = edition.measures[0].model_copy(update={"chapter": edition.chapters[0].id})
    assert not [report for report in check_use(replace(edition, measures=(explained,)), {}) if "measure" in report.message]


def test_a_measure_may_name_what_exists(tmp_path: Path) -> None:
    fields = 'chapter: does-it-help, collected_with: ["questionnaire:after-a-talk"], worked_out_with: ["chapter:does-it-help"]'
    assert problems_with(fields, tmp_path) == []


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ("chapter: does-it-hlep", "'chapter' names the chapter 'does-it-hlep', which does not exist; allowed: does-it-help"),
        (
            'collected_with: ["questionnaire:before"]',
            "'collected_with' is 'questionnaire:before', but listening@2.0.0 has no questionnaire",
        ),
        ('worked_out_with: ["calculator:a-share/parts"]', "'worked_out_with' is 'calculator:a-share/parts', but"),
    ],
)
def test_a_measure_that_names_nothing_is_told_where_it_does(fields: str, says: str, tmp_path: Path) -> None:
    (problem,) = problems_with(fields, tmp_path)
    assert f": PG302 {says}" in problem
