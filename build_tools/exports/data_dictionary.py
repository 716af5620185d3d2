"""A data dictionary: for each answer its name in data, what it can be, why it is needed and how long it is kept."""

from collections.abc import Iterator

from build_tools.exports.tables import write_table
from build_tools.exports.workbook import cell_text
from practice_models.library import Edition
from practice_models.questionnaires import TYPE_WORDS, answers_of, condition_of, data_name, limits_text, questions_of
from practice_models.vocabulary.questionnaire import OnlyIf, Question, Questionnaire, QuestionnaireSection

COLUMNS = ("variable", "label", "type", "allowed values", "required", "when asked", "personal data", "why needed", "kept until")


def export_data_dictionary(questionnaire: Questionnaire, edition: Edition) -> bytes:
    """The data dictionary of a questionnaire as the bytes of a `.csv` file, one row a question; notes are no data.

    Args:
        questionnaire: A questionnaire without problems.
        edition: Its edition; the signature is that of every export.
    """
    return write_table([COLUMNS, *(map(cell_text, row) for row in _rows(questionnaire))])


def _rows(questionnaire: Questionnaire) -> Iterator[tuple[str, ...]]:
    for section, question in questions_of(questionnaire):
        if question.type != "note":
            yield (
                data_name(question.id),
                question.label,
                TYPE_WORDS[question.type].lower(),
                _allowed(questionnaire, question),
                "yes" if question.required else "no",
                _when(questionnaire, section, question),
                (question.personal or "none").replace("-", " "),
                question.why or "",
                question.kept_until or questionnaire.kept_until,
            )


def _allowed(questionnaire: Questionnaire, question: Question) -> str:
    """The values that the answer can have in data: `yes = Yes; no = No`, `from 0 to 31`."""
    answers = answers_of(questionnaire, question)
    if answers:
        return "; ".join(f"{answer.code} = {answer.label}" for answer in answers)
    return limits_text(question) or {"date": "a day", "text": "any text"}.get(question.type, "any number")


def _when(questionnaire: Questionnaire, section: QuestionnaireSection, question: Question) -> str:
    conditions = [_condition(questionnaire, only_if) for only_if in (section.only_if, question.only_if) if only_if]
    return "only if " + " and ".join(conditions) if conditions else "always"


def _condition(questionnaire: Questionnaire, only_if: OnlyIf) -> str:
    asked, answers = condition_of(questionnaire, only_if)
    verb = "has" if asked.type == "several" else "is"
    return f"{data_name(asked.id)} {verb} {' or '.join(answer.code for answer in answers)}"
