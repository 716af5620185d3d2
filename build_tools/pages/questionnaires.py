"""Questionnaires: the page that lists them, and for each what it is for, a blank form and the files to take away."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from build_tools.exports.data_dictionary import export_data_dictionary
from build_tools.exports.xlsform import export_xlsform
from build_tools.pages.page import DataFile
from build_tools.pages.plans import PagePlan
from build_tools.pages.writer import Writer
from practice_models.keeping import kept
from practice_models.library import Edition
from practice_models.questionnaires import PERSONAL_WORDS, TYPE_WORDS, answers_of, condition_of, limits_text, numbers_of
from practice_models.vocabulary.chapter import Chapter
from practice_models.vocabulary.questionnaire import Question, Questionnaire

EXPORTS = {"xlsx": export_xlsform, "csv": export_data_dictionary}
"""What makes each file that can be taken away, by the end of its name."""
_TO_DO = {
    "text": "",
    "whole-number": "A whole number",
    "decimal-number": "A number",
    "date": "Day, month, year",
    "one": "Tick one.",
    "several": "Tick all that are right.",
    "scale": "Tick one.",
}
"""What to do on paper."""


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """The list, then two pages for each questionnaire: what it is for, and the blank form."""
    if not edition.questionnaires:
        return
    yield PagePlan(
        uri="questionnaires/index.md",
        title="Questionnaires",
        kind="questionnaires",
        summary="Forms for asking and counting, on paper or on a tablet, with what each answer is for.",
        context=partial(_list_context, edition),
        nav=("Questionnaires",),
        nav_title="All questionnaires",
    )
    for questionnaire in in_order(edition):
        yield from _plan_questionnaire(edition, questionnaire)


def _plan_questionnaire(edition: Edition, questionnaire: Questionnaire) -> Iterator[PagePlan]:
    common: dict[str, Any] = {
        "context": partial(_context, questionnaire),
        "origin": edition.origins["questionnaire", questionnaire.id],
        "nav": ("Questionnaires", questionnaire.title),
    }
    yield PagePlan(
        uri=f"questionnaires/{questionnaire.id}.md",
        title=questionnaire.title,
        kind="questionnaire",
        summary=f"Who answers, when, {_count(questionnaire)}, and files to take away.",
        words=(questionnaire,),
        nav_title="What it is for",
        **common,
    )
    yield PagePlan(
        uri=f"questionnaires/{questionnaire.id}/form.md",
        title=f"{questionnaire.title}: blank form",
        kind="questionnaire-form",
        summary="The whole form on paper.",
        nav_title="Blank form",
        **common,
    )


def _count(questionnaire: Questionnaire) -> str:
    number = len(numbers_of(questionnaire))
    return f"what each of the {number} questions is for" if number > 1 else "what the one question is for" if number else "what is read out"


def data_files(edition: Edition, prefix: str) -> Iterator[DataFile]:
    """The files to take away of an edition's questionnaires.

    Args:
        edition: The edition.
        prefix: The folder of the site that it fills.
    """
    for questionnaire in edition.questionnaires:
        for ending, export in EXPORTS.items():
            path = f"{prefix}/questionnaires/{questionnaire.id}/{questionnaire.id}.{ending}"
            made_from = ["questionnaire", ending, questionnaire.model_dump(mode="json"), edition.name, edition.publication.title]
            yield DataFile(path, kept([*made_from, str(edition.head.released)], partial(export, questionnaire, edition)))


def in_order(edition: Edition) -> list[Questionnaire]:
    """An edition's questionnaires as its author ordered them."""
    return sorted(edition.questionnaires, key=lambda each: (each.order, each.id))


def belonging_to(edition: Edition, chapter: Chapter) -> list[Questionnaire]:
    """The questionnaires of an edition that belong to a chapter, in order."""
    return [questionnaire for questionnaire in in_order(edition) if questionnaire.chapter == chapter.id]


def _list_context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    return {"questionnaires": [(each, len(numbers_of(each))) for each in in_order(edition)]}


def _context(questionnaire: Questionnaire, writer: Writer) -> Mapping[str, Any]:
    numbers = numbers_of(questionnaire)
    return {
        "questionnaire": questionnaire,
        "numbers": numbers,
        "condition": partial(_condition, questionnaire, numbers),
        "answers": partial(answers_of, questionnaire),
        "to_do": to_do,
        "limits": limits_text,
        "type_words": TYPE_WORDS,
        "personal_words": PERSONAL_WORDS,
    }


def _condition(questionnaire: Questionnaire, numbers: Mapping[str, int], word: Any) -> str:
    """When a section or a question is asked, in words; nothing where it is asked always.

    Args:
        questionnaire: The questionnaire that it stands in.
        numbers: The numbers of its questions.
        word: The section or question.
    """
    if word.only_if is None:
        return ""
    asked, answers = condition_of(questionnaire, word.only_if)
    return f"Only if the answer to question {numbers[asked.id]} was: {' or '.join(answer.label for answer in answers)}"


def to_do(question: Question) -> str:
    """What to do with a question on paper: `Tick one.`, `A whole number from 0 to 31.`."""
    words = _TO_DO.get(question.type, "")
    limits = limits_text(question)
    return f"{words} {limits}." if limits else words
