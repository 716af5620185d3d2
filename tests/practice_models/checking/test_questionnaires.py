"""A questionnaire that could not be asked is refused, each fault at its line and column and all of them at once."""

from pathlib import Path

import pytest

from tests.cases.story import Case, break_sound_library, problems_of

FILE = "guides/listening/2.0.0/questionnaires/after-a-talk.yaml"
FAULTS = [
    ("- id: minutes", "- id: heard", "39:13: PG301 the id 'heard' stands twice among the sections and questions"),
    ("- id: about-it", "- id: heard", "20:13: PG301 the id 'heard' stands twice among the sections and questions"),
    ("id: rather-not", "id: wholly", "25:18: PG301 the id 'wholly' stands twice among the answers; a point of the scale 'how-much' has it"),
    ("scale: how-much", "scale: how-many", "23:16: PG302 'scale' names 'how-many', which is not among the scales; allowed: how-much"),
    (
        "{question: heard, answers: [wholly]}",
        "{question: herd, answers: [wholly]}",
        "37:25: PG302 'question' names 'herd', which is not among",
    ),
    ("value: 2, label: Wholly", "value: 0, label: Wholly", "15:29: PG606 the point 'wholly' has the value 0, not above the 0"),
    ("type: scale", "type: text", "23:9: PG651 'scale' does not go with the type 'text'"),
    ("scale: how-much\n", "lines: 2\n", "22:15: PG651 a question of the type 'scale' lacks the key 'scale'"),
    ("type: note", "type: note\n        required: true", "59:19: PG651 'required' does not go with the type 'note'"),
    ("type: whole-number", "type: date", "43:9: PG651 'at_least' does not go with the type 'date'; allowed: whole-number, decimal-number"),
    ("at_least: 0", "at_least: 0.5", "43:19: PG652 'at_least' is 0.5, but the answer is a whole number"),
    (
        "only_if: {question: heard, answers: [not-at-all, rather-not]}",
        "only_if: {question: what-was-missing, answers: [tea]}",
        "32:29: PG653 'question' is 'what-was-missing', which is not asked before this; allowed: heard",
    ),
    ("- id: the-talk", "- id: data", "17:9: PG655 'data' is a name that software for forms keeps for itself"),
    ("personal: none\n        why: To plan", "why: To plan", "39:9: PG656 the question 'minutes' lacks the key 'personal'"),
]


def broken(sound: str, bad: str, folder: Path) -> list[str]:
    return [str(problem) for problem in problems_of(break_sound_library(Case("", "", FILE, sound, bad, ()), folder))]


@pytest.mark.parametrize(("sound", "bad", "says"), FAULTS)
def test_a_fault_is_told_at_its_place(sound: str, bad: str, says: str, tmp_path: Path) -> None:
    assert [line for line in broken(sound, bad, tmp_path) if line.startswith(f"{FILE}:{says}")], broken(sound, bad, tmp_path / "again")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    bad = "type: several\n        choices: [{id: one-only, label: One}]\n        at_most: 3"
    codes = [line.split()[1] for line in broken("type: text", bad, tmp_path)]
    assert codes == ["PG651", "PG651"]
