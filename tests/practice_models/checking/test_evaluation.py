"""What an edition in force must say of its evaluation, beyond what the cases show."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from practice_models.checking.evaluation import check_evaluation
from practice_models.library import Edition
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.evaluation import OwnSize
from tests.cases.story import SOUND


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The sound edition in force."""
    edition = read_folder(SOUND, SOUND).library.in_force("listening")
    assert edition is not None
    return edition


def said(edition: Edition) -> list[str]:
    """The codes and messages of what is found."""
    return [f"{report.code} {report.message}" for report in check_evaluation(edition)]


def test_an_edition_in_force_works_one_calculation_out_at_least(edition: Edition) -> None:
    bare = edition.evaluations[0].model_copy(update={"calculations": ()})
    assert said(replace(edition, evaluations=(bare,))) == [
        "PG706 'the-model' of an edition in force works nothing out; name a worked example under 'calculations'"
    ]


@pytest.mark.parametrize("status", ["draft", "superseded", "withdrawn"])
def test_an_edition_not_in_force_may_go_without(edition: Edition, status: str) -> None:
    head = edition.head.model_copy(update={"status": status})
    assert said(replace(edition, head=head, evaluations=())) == []


def test_a_handbook_may_go_without(edition: Edition) -> None:
    handbook = edition.publication.model_copy(update={"kind": "handbook"})
    assert said(replace(edition, publication=handbook, evaluations=())) == []


def test_an_example_that_does_not_exist_is_left_to_the_check_of_names(edition: Edition) -> None:
    assert said(replace(edition, examples=())) == []


@pytest.mark.parametrize(
    ("own_size", "why"),
    [
        ({"before": 40, "fall": 5, "people": (80, 12)}, "smallest first"),
        ({"before": 40, "fall": 5, "people": (12, 12)}, "each number once"),
        ({"before": 40, "fall": 40, "people": (12, 80)}, "less than 'before'"),
        ({"before": 40, "fall": "1e-30", "people": (12, 80)}, "no more than 2 decimal places"),
        ({"before": "1e-300", "fall": "1e-301", "people": (12, 80)}, "no more than 2 decimal places"),
    ],
)
def test_sizes_to_choose_from_make_sense(own_size: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        OwnSize.model_validate(own_size)
