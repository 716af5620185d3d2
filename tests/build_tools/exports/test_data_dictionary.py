"""A data dictionary is a table that any program reads, one row a question, and no spreadsheet works anything out in it."""

import csv
import io

import pytest
from hypothesis import given, settings

from build_tools.exports.data_dictionary import COLUMNS, export_data_dictionary
from practice_models.library import Edition
from practice_models.questionnaires import data_name, questions_of
from practice_models.vocabulary.questionnaire import Questionnaire
from tests.build_tools.exports.samples import HOSTILE, an_edition, questionnaires, real_questionnaires
from tests.build_tools.exports.test_xlsform import AFTER_A_TALK, OUR_OWN, with_label

EDITION = an_edition()


def rows_of(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert text.endswith("\r\n")
    head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert tuple(head) == COLUMNS
    return [dict(zip(head, row, strict=True)) for row in rows]


def row(name: str) -> dict[str, str]:
    return next(each for each in rows_of(export_data_dictionary(AFTER_A_TALK, EDITION)) if each["variable"] == name)


def test_a_row_tells_what_the_answer_can_be_when_it_is_asked_and_why() -> None:
    assert row("minutes") == {
        "variable": "minutes",
        "label": "How many minutes did it take?",
        "type": "whole number",
        "allowed values": "from 0 to 300",
        "required": "yes",
        "when asked": "only if heard is 2",
        "personal data": "none",
        "why needed": "To plan the time.",
        "kept until": "three months later",
    }
    assert row("heard")["allowed values"] == "0 = Not at all; 2 = Wholly; rather_not = I would rather not say"
    assert row("heard")["when asked"] == "always"
    assert row("what_was_missing")["when asked"] == "only if heard is 0 or rather_not"


def test_notes_are_no_data() -> None:
    assert "thanks" not in {each["variable"] for each in rows_of(export_data_dictionary(AFTER_A_TALK, EDITION))}


@OUR_OWN
def test_our_own_have_a_row_for_each_question(edition: Edition, questionnaire: Questionnaire) -> None:
    names = [data_name(question.id) for _, question in questions_of(questionnaire) if question.type != "note"]
    assert [each["variable"] for each in rows_of(export_data_dictionary(questionnaire, edition))] == names


@OUR_OWN
def test_our_own_say_why_each_answer_is_needed_and_when_it_goes(edition: Edition, questionnaire: Questionnaire) -> None:
    for each in rows_of(export_data_dictionary(questionnaire, edition)):
        assert all(each[column] for column in COLUMNS), each


@given(questionnaires())
@settings(max_examples=50, deadline=None)
def test_any_questionnaire_is_read_back_and_nothing_in_it_is_a_formula(questionnaire: Questionnaire) -> None:
    content = export_data_dictionary(questionnaire, EDITION)
    assert content == export_data_dictionary(questionnaire, EDITION)
    asked = [question for _, question in questions_of(questionnaire) if question.type != "note"]
    rows = rows_of(content)
    assert [each["variable"] for each in rows] == [data_name(question.id) for question in asked]
    assert not [cell for each in rows for cell in each.values() if cell.startswith(tuple("=+-@\t\r\n"))]


@pytest.mark.parametrize("label", [label for label in HOSTILE if label[0] in "=+-@"])
def test_what_begins_like_a_formula_is_shown_with_an_apostrophe_before_it(label: str) -> None:
    assert rows_of(export_data_dictionary(with_label(label), EDITION))[0]["label"] == f"'{label}"


def test_the_same_question_has_the_same_words_and_answers_at_both_times() -> None:
    """What is asked at the start and six months on can only be compared if it is the same."""
    ours = {each.id: each for _, each in real_questionnaires()}
    first, second = ours["start-of-service"], ours["six-months-on"]
    again = {question.id: question for _, question in questions_of(second)}
    common = [question for _, question in questions_of(first) if question.id in again and question.type != "note"]
    assert {"own-goal", "whose-idea", "same-place", "can-stay", "safe-there", "these-days"} <= {question.id for question in common}
    for question in common:
        other = again[question.id]
        assert (question.label, question.type, question.scale, question.choices) == (other.label, other.type, other.scale, other.choices)
    assert first.scales == second.scales
