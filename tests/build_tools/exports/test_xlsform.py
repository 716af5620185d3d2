"""An XLSForm says what its questionnaire says, is taken by others without a warning, and holds nothing that acts."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from build_tools.exports.xlsform import export_xlsform, xpath_text
from practice_models.checking.questionnaires import RESERVED, check_questionnaires
from practice_models.library import Edition
from practice_models.questionnaires import answers_of, data_name, questions_of
from practice_models.reading.documents import Origin
from practice_models.vocabulary.base import SafetyStop
from practice_models.vocabulary.questionnaire import Questionnaire
from tests.build_tools.exports.java import WITHOUT_JAVA, find_java, validate_forms
from tests.build_tools.exports.samples import HOSTILE, an_edition, questionnaires, real_questionnaires, with_awkward_names

OUR_OWN = pytest.mark.parametrize(("edition", "questionnaire"), real_questionnaires(), ids=lambda each: getattr(each, "id", ""))
EDITION = an_edition()
AFTER_A_TALK = next(each for _, each in real_questionnaires() if each.id == "after-a-talk")


def xform_of(content: bytes) -> str:
    """The XForm that pyxform makes of an XLSForm, every warning taken for an error."""
    warnings: list[str] = []
    made = convert(content, warnings=warnings, file_type=".xlsx")
    assert warnings == []
    return str(made.xform)


def sheet(content: bytes, name: str) -> list[dict[str, str]]:
    """The rows of a sheet by the names of its columns."""
    head, *rows = load_workbook(io.BytesIO(content))[name].iter_rows(values_only=True)
    return [{str(key): str(value) for key, value in zip(head, row, strict=True) if value is not None} for row in rows]


def row(content: bytes, name: str) -> dict[str, str]:
    return next(each for each in sheet(content, "survey") if each.get("name") == name)


def with_label(label: str) -> Questionnaire:
    """The sound questionnaire with one label changed."""
    section = AFTER_A_TALK.sections[0]
    changed = section.model_copy(update={"questions": (section.questions[0].model_copy(update={"label": label}), *section.questions[1:])})
    return AFTER_A_TALK.model_copy(update={"sections": (changed, *AFTER_A_TALK.sections[1:])})


def test_conditions_and_limits_are_written_from_the_data() -> None:
    content = export_xlsform(AFTER_A_TALK, EDITION)
    assert row(content, "what_was_missing")["relevant"] == "selected(${heard}, '0') or selected(${heard}, 'rather_not')"
    assert row(content, "about_it")["relevant"] == "selected(${heard}, '2')"
    assert row(content, "minutes")["constraint"] == ". >= 0 and . <= 300"
    assert row(content, "minutes")["constraint_message"] == "Please give a number: from 0 to 300."
    assert row(content, "minutes")["required"] == "yes"
    assert row(content, "helped")["constraint"] == "not(selected(., 'nothing') and count-selected(.) > 1)"
    assert row(content, "thanks")["type"] == "note"


def test_what_ends_the_questions_stands_before_the_first_of_them() -> None:
    stop = SafetyStop(id="in-danger", when="Somebody is [in danger](practice:listen-first).", then="1. Stop.\n2. Ring.")
    form = sheet(export_xlsform(AFTER_A_TALK.model_copy(update={"safety_stops": (stop,)}), EDITION), "survey")
    assert [(each["type"], each.get("name")) for each in form[:3]] == [
        ("begin_group", "safety__stops"),
        ("note", "stop__in_danger"),
        ("end_group", None),
    ]
    assert form[1]["label"] == "If: Somebody is in danger. Then: Stop. Ring."
    assert sheet(export_xlsform(AFTER_A_TALK, EDITION), "survey")[0]["name"] == "the_talk"


def test_points_of_a_scale_are_stored_as_their_values_and_choices_as_names() -> None:
    codes = [(each["name"], each["label"]) for each in sheet(export_xlsform(AFTER_A_TALK, EDITION), "choices")]
    assert codes[:3] == [("0", "Not at all"), ("2", "Wholly"), ("rather_not", "I would rather not say")]


def test_the_form_bears_the_version_of_its_edition() -> None:
    settings_row = sheet(export_xlsform(AFTER_A_TALK, EDITION), "settings")[0]
    assert settings_row == {"form_title": "After a talk", "form_id": "listening-after-a-talk", "version": "2.0.0"}


@OUR_OWN
def test_our_own_are_taken_without_a_warning(edition: Edition, questionnaire: Questionnaire) -> None:
    xform = xform_of(export_xlsform(questionnaire, edition))
    for _, question in questions_of(questionnaire):
        assert f"/{data_name(question.id)}" in xform


@OUR_OWN
def test_the_same_questionnaire_gives_the_same_bytes(edition: Edition, questionnaire: Questionnaire) -> None:
    content = export_xlsform(questionnaire, edition)
    assert content == export_xlsform(questionnaire, edition)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {each.compress_type for each in archive.infolist()} == {zipfile.ZIP_STORED}
        moments = re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z?", archive.read("docProps/core.xml").decode())
        assert {moment[:10] for moment in moments} == {edition.head.released.isoformat()}


@given(questionnaires())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_questionnaire_is_taken_without_a_warning(questionnaire: Questionnaire) -> None:
    content = export_xlsform(questionnaire, EDITION)
    assert content == export_xlsform(questionnaire, EDITION)
    xform = xform_of(content)
    assert "<output" not in xform
    known = {answer.code for _, question in questions_of(questionnaire) for answer in answers_of(questionnaire, question)}
    assert {each["name"] for each in sheet(content, "choices")} == known


@given(questionnaires())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_the_invented_questionnaires_are_those_that_the_checks_let_pass(questionnaire: Questionnaire) -> None:
    class Shelf:
        questionnaires = (questionnaire,)
        origins = {("questionnaire", questionnaire.id): Origin("a.yaml")}  # noqa: RUF012 - it stands in for an edition

    assert list(check_questionnaires(Shelf())) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("label", HOSTILE)
def test_nothing_in_a_workbook_is_a_formula_and_no_text_fetches_an_answer(label: str) -> None:
    content = export_xlsform(with_label(label), EDITION)
    for page in load_workbook(io.BytesIO(content)):
        assert {cell.data_type for cells in page.iter_rows() for cell in cells} <= {"s", "n"}
        assert {type(cell.value) for cells in page.iter_rows() for cell in cells} <= {str, type(None)}
    assert "<output" not in xform_of(content)


def test_marks_of_markdown_stand_for_themselves() -> None:
    label = row(export_xlsform(with_label("**a** _b_ # [c](https://example.org) <b>d</b> 3 < 4"), EDITION), "heard")["label"]
    assert label == r"\*\*a\*\* \_b\_ \# [c] (https://example.org) < b>d< /b> 3 < 4"


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_a_reserved_name_would_not_be_taken_or_would_be_mixed_up(name: str) -> None:
    section = AFTER_A_TALK.sections[0]
    heard, missing = section.questions
    renamed = heard.model_copy(update={"id": name})
    asked = missing.model_copy(update={"only_if": missing.only_if and missing.only_if.model_copy(update={"question": name})})
    broken = AFTER_A_TALK.model_copy(update={"sections": (section.model_copy(update={"id": name, "questions": (renamed, asked)}),)})
    with pytest.raises(Exception, match=name):
        xform_of(export_xlsform(broken, EDITION))


@pytest.mark.parametrize(
    ("text", "literal"),
    [("a", "'a'"), ("it's", '"it\'s"'), ("'\"", "concat('', \"'\", '\"')")],
)
def test_a_text_of_xpath_is_whole_whatever_its_quotes(text: str, literal: str) -> None:
    assert xpath_text(text) == literal


@pytest.mark.skipif(find_java() is None, reason=WITHOUT_JAVA)
def test_odk_validate_passes_our_own_and_hostile_ones(tmp_path: Path) -> None:
    forms = {questionnaire.id: export_xlsform(questionnaire, edition) for edition, questionnaire in real_questionnaires()}
    forms |= {f"hostile-{number}": export_xlsform(with_label(label), EDITION) for number, label in enumerate(HOSTILE)}
    forms["awkward-names"] = export_xlsform(with_awkward_names(), EDITION)
    for name, content in forms.items():
        (tmp_path / f"{name}.xml").write_text(xform_of(content), encoding="utf-8")
    assert validate_forms(sorted(tmp_path.glob("*.xml"))) == ""
