"""What a questionnaire asks, question by question: the names and codes that answers have in data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from practice_models.vocabulary.questionnaire import OnlyIf, PersonalData, Question, Questionnaire, QuestionnaireSection, QuestionType

TYPE_WORDS: Mapping[QuestionType, str] = {
    "text": "Text",
    "whole-number": "Whole number",
    "decimal-number": "Number",
    "date": "Date",
    "one": "One answer",
    "several": "One or more answers",
    "scale": "One answer on a scale",
    "note": "Nothing to answer",
}
"""How a question is answered, for readers."""

PERSONAL_WORDS: Mapping[PersonalData, str] = {
    "none": "No personal data",
    "personal": "Personal data",
    "special-category": "Personal data of a special category",
}
"""What data protection law makes of an answer, for readers."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that can be chosen."""

    id: str
    code: str
    """How it is stored: the value of a point of a scale, or the choice's id as a name."""
    label: str
    alone: bool = False
    """True where it cannot be chosen beside others."""


def data_name(identifier: str) -> str:
    """An id as a name in data, where hyphens mean a subtraction: `kept-appointments` is `kept_appointments`."""
    return identifier.replace("-", "_")


def questions_of(questionnaire: Questionnaire) -> Iterator[tuple[QuestionnaireSection, Question]]:
    """Every question and note in the order of asking, each with its section."""
    for section in questionnaire.sections:
        yield from ((section, question) for question in section.questions)


def answers_of(questionnaire: Questionnaire, question: Question) -> tuple[Answer, ...]:
    """The answers that a question lets choose: the points of its scale, then its choices."""
    points = (point for scale in questionnaire.scales if scale.id == question.scale for point in scale.points)
    return (
        *(Answer(point.id, str(point.value), point.label) for point in points),
        *(Answer(choice.id, data_name(choice.id), choice.label, choice.alone) for choice in question.choices),
    )


def numbers_of(questionnaire: Questionnaire) -> Mapping[str, int]:
    """The number that each question has on paper, by its id; notes have none."""
    asked = (question for _, question in questions_of(questionnaire) if question.type != "note")
    return {question.id: number for number, question in enumerate(asked, start=1)}


def condition_of(questionnaire: Questionnaire, only_if: OnlyIf) -> tuple[Question, tuple[Answer, ...]]:
    """The question that a condition looks at, and the answers that meet it."""
    asked = next(question for _, question in questions_of(questionnaire) if question.id == only_if.question)
    return asked, tuple(answer for answer in answers_of(questionnaire, asked) if answer.id in only_if.answers)


def limits_text(question: Question) -> str:
    """The limits of a number in words: `from 0 to 31`, `0 or more`."""
    if question.at_least is not None and question.at_most is not None:
        return f"from {number_text(question.at_least)} to {number_text(question.at_most)}"
    if question.at_least is not None:
        return f"{number_text(question.at_least)} or more"
    return f"{number_text(question.at_most)} or less" if question.at_most is not None else ""


def number_text(number: float) -> str:
    """A number in digits, never with an exponent: `0.5`, `1000000`."""
    return f"{Decimal(repr(number)).normalize():f}"
