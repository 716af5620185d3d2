"""A questionnaire as an XLSForm, which software for forms on phones and tablets reads.

Conditions and limits are written here from the questionnaire's data; nothing that an author writes is ever part of a formula.

Source:
    XLSForm specification, sheets `survey`, `choices` and `settings`.
"""

import re
from collections.abc import Iterator

from build_tools.exports.workbook import Imprint, Rows, cell_text, make_workbook
from practice_models.library import Edition
from practice_models.plain_text import plain_text
from practice_models.questionnaires import Answer, answers_of, condition_of, data_name, limits_text, number_text, questions_of
from practice_models.vocabulary.questionnaire import OnlyIf, Question, Questionnaire

_SURVEY = ("type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message", "appearance")
_CHOICES = ("list_name", "name", "label")
_SETTINGS = ("form_title", "form_id", "version")
_TYPES = {
    "text": "text",
    "whole-number": "integer",
    "decimal-number": "decimal",
    "date": "date",
    "note": "note",
    "one": "select_one",
    "scale": "select_one",
    "several": "select_multiple",
}
_SELECTS = ("select_one", "select_multiple")
_MARKS = re.compile(r"([\\*_#])")
_TAG = re.compile(r"<(?=[A-Za-z/])")


def export_xlsform(questionnaire: Questionnaire, edition: Edition) -> bytes:
    """A questionnaire of an edition as the bytes of an `.xlsx` file.

    Args:
        questionnaire: A questionnaire without problems.
        edition: Its edition, whose version the form bears.
    """
    sheets: dict[str, Rows] = {
        "survey": [_SURVEY, *_survey(questionnaire)],
        "choices": [_CHOICES, *_choices(questionnaire)],
        "settings": [_SETTINGS, (_plain(questionnaire.title) or questionnaire.id, form_id(questionnaire, edition), edition.head.version)],
    }
    title = f"{questionnaire.title} ({edition.publication.title} {edition.head.version})"
    return make_workbook(sheets, Imprint(title, edition.publication.title, edition.head.released))


def form_id(questionnaire: Questionnaire, edition: Edition) -> str:
    """The name by which software for forms knows a questionnaire, whatever its version."""
    return f"{edition.publication.id}-{questionnaire.id}"


def _survey(questionnaire: Questionnaire) -> Rows:
    rows = list(_stops(questionnaire))
    for section in questionnaire.sections:
        rows.append(
            (
                "begin_group",
                data_name(section.id),
                _shown(section.title) or section.id,
                "",
                "",
                _relevant(questionnaire, section.only_if),
                *[""] * 3,
            )
        )
        rows.extend(_row(questionnaire, question) for question in section.questions)
        rows.append(("end_group", *[""] * 8))
    return rows


def _stops(questionnaire: Questionnaire) -> Iterator[tuple[str, ...]]:
    """What ends the questions at once, as notes before the first of them. No id holds two hyphens, so no name here is a question's."""
    if questionnaire.safety_stops:
        yield ("begin_group", "safety__stops", "Stop if", *[""] * 6)
        for stop in questionnaire.safety_stops:
            words = f"If: {plain_text(stop.when)} Then: {plain_text(stop.then)}"
            yield ("note", f"stop__{data_name(stop.id)}", _shown(words), *[""] * 6)
        yield ("end_group", *[""] * 8)


def _row(questionnaire: Questionnaire, question: Question) -> tuple[str, ...]:
    constraint, message = _constraint(questionnaire, question)
    return (
        _type(question),
        data_name(question.id),
        _shown(question.label) or question.id,
        _shown(question.hint or ""),
        "yes" if question.required else "",
        _relevant(questionnaire, question.only_if),
        constraint,
        message,
        "multiline" if question.type == "text" and question.lines > 1 else "",
    )


def _type(question: Question) -> str:
    kind = _TYPES[question.type]
    return f"{kind} {_list_name(question)}" if kind in _SELECTS else kind


def _list_name(question: Question) -> str:
    return f"{data_name(question.id)}_answers"


def _choices(questionnaire: Questionnaire) -> Iterator[tuple[str, ...]]:
    for _, question in questions_of(questionnaire):
        for answer in answers_of(questionnaire, question):
            yield _list_name(question), answer.code, _shown(answer.label) or answer.id


def _relevant(questionnaire: Questionnaire, only_if: OnlyIf | None) -> str:
    """The condition as XPath: any one of the answers was chosen."""
    if only_if is None:
        return ""
    asked, answers = condition_of(questionnaire, only_if)
    return " or ".join(f"selected(${{{data_name(asked.id)}}}, {xpath_text(answer.code)})" for answer in answers)


def _constraint(questionnaire: Questionnaire, question: Question) -> tuple[str, str]:
    """The limits of an answer as XPath, and what is said where it breaks them."""
    if question.type == "several":
        return _alone(answer for answer in answers_of(questionnaire, question) if answer.alone)
    limits = [
        f". {sign} {number_text(limit)}" for sign, limit in ((">=", question.at_least), ("<=", question.at_most)) if limit is not None
    ]
    return " and ".join(limits), f"Please give a number: {limits_text(question)}." if limits else ""


def _alone(answers: Iterator[Answer]) -> tuple[str, str]:
    alone = list(answers)
    rules = [f"not(selected(., {xpath_text(answer.code)}) and count-selected(.) > 1)" for answer in alone]
    names = ", ".join(_shown(answer.label) for answer in alone)
    return " and ".join(rules), f"Please choose this by itself, or take it out: {names}" if alone else ""


def xpath_text(text: str) -> str:
    """A text as a literal of XPath 1.0, which knows no escapes: where it holds both quotes, its pieces are joined.

    Args:
        text: Any text.
    """
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text:
        return f'"{text}"'
    pieces = ', "\'", '.join(f"'{piece}'" for piece in text.split("'"))
    return f"concat({pieces})"


def _plain(text: str) -> str:
    """A text that is nothing but text: what would fetch an answer or a table into it is parted by a space."""
    return cell_text(text).replace("${", "$ {").replace("instance(", "instance (")


def _shown(text: str) -> str:
    """The same where a form shows Markdown and some HTML: marks stand for themselves, and tags and links are parted by a space."""
    return _TAG.sub("< ", _MARKS.sub(r"\\\1", _plain(text)).replace("](", "] ("))
