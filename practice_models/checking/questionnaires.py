"""Questionnaires can be asked: answers fit their questions, conditions look back, names fit into data, and each answer has its reason."""

from collections.abc import Iterator

from practice_models.checking.rules import check_scale
from practice_models.library import Edition
from practice_models.problems import nearest
from practice_models.questionnaires import answers_of, data_name
from practice_models.reading.documents import Origin, Report
from practice_models.vocabulary.questionnaire import OnlyIf, Question, Questionnaire

RESERVED = frozenset({"data", "meta"})
"""Names that software for forms keeps for itself.

Source:
    XLSForm specification: `data` is the name of the whole form; ODK XForms specification: `meta` holds what is known of a filled-in one.
"""
_CHOSEN = ("one", "several")
_NUMBERS = ("whole-number", "decimal-number")


def check_questionnaires(edition: Edition) -> Iterator[Report]:
    """Yield PG301, PG606 and PG651 to PG656 for questionnaires that cannot be asked, printed or handed on as they stand."""
    for questionnaire in edition.questionnaires:
        origin = edition.origins["questionnaire", questionnaire.id]
        for position, scale in enumerate(questionnaire.scales):
            yield from check_scale(scale, origin.at("scales", position))
        yield from _check_names(questionnaire, origin)
        yield from _check_conditions(questionnaire, origin)
        for _, question, place in _placed(questionnaire, origin):
            yield from _check_answers(question, place)
            yield from _check_limits(question, place)
            yield from _check_reason(question, place)


def _placed(questionnaire: Questionnaire, origin: Origin) -> Iterator[tuple[int, Question, Origin]]:
    """Every question with the position of its section and with its place in the file."""
    for position, section in enumerate(questionnaire.sections):
        for number, question in enumerate(section.questions):
            yield position, question, origin.at("sections", position, "questions", number)


def _check_names(questionnaire: Questionnaire, origin: Origin) -> Iterator[Report]:
    """Yield PG301 for ids that stand in two sections or for two answers, and PG655 for names that are taken."""
    first: dict[str, int | None] = {section.id: None for section in questionnaire.sections}
    for position, section in enumerate(questionnaire.sections):
        yield from _reserved(section.id, origin.at("sections", position))
    for position, question, place in _placed(questionnaire, origin):
        if first.setdefault(question.id, position) != position:
            yield Report(place.at("id"), "PG301", f"the id '{question.id}' stands twice among the sections and questions")
        yield from _reserved(question.id, place)
        yield from _check_choice_ids(questionnaire, question, place)


def _check_choice_ids(questionnaire: Questionnaire, question: Question, place: Origin) -> Iterator[Report]:
    points = {point.id for scale in questionnaire.scales if scale.id == question.scale for point in scale.points}
    for number, choice in enumerate(question.choices):
        if choice.id in points:
            message = f"the id '{choice.id}' stands twice among the answers; a point of the scale '{question.scale}' has it"
            yield Report(place.at("choices", number, "id"), "PG301", message)


def _reserved(identifier: str, place: Origin) -> Iterator[Report]:
    if data_name(identifier) in RESERVED:
        message = f"'{identifier}' is a name that software for forms keeps for itself; take another id"
        yield Report(place.at("id"), "PG655", message)


def _check_conditions(questionnaire: Questionnaire, origin: Origin) -> Iterator[Report]:
    """Yield PG653 and PG654 for conditions that look ahead, or that wait for what nobody can answer."""
    every = {question.id: question for section in questionnaire.sections for question in section.questions}
    asked: dict[str, Question] = {}
    for position, section in enumerate(questionnaire.sections):
        if section.only_if:
            yield from _check_condition(questionnaire, section.only_if, every, asked, origin.at("sections", position, "only_if"))
        for number, question in enumerate(section.questions):
            if question.only_if:
                place = origin.at("sections", position, "questions", number, "only_if")
                yield from _check_condition(questionnaire, question.only_if, every, asked, place)
            asked[question.id] = question


def _check_condition(
    questionnaire: Questionnaire, only_if: OnlyIf, every: dict[str, Question], asked: dict[str, Question], place: Origin
) -> Iterator[Report]:
    if only_if.question not in every:
        return  # told with the other names that lead to nothing
    if only_if.question not in asked:
        message = f"'question' is '{only_if.question}', which is not asked before this{nearest(only_if.question, asked)}"
        yield Report(place.at("question"), "PG653", message)
        return
    if _lacks_answers(questionnaire, asked[only_if.question]):
        return  # told where they are lacking
    known = [answer.id for answer in answers_of(questionnaire, asked[only_if.question])]
    for number, answer in enumerate(only_if.answers):
        if answer not in known:
            message = f"'{answer}' is no answer to the question '{only_if.question}'{nearest(answer, known)}"
            yield Report(place.at("answers", number), "PG654", message)


def _lacks_answers(questionnaire: Questionnaire, question: Question) -> bool:
    """Whether a question that lets choose has nothing to choose from, or a scale that does not exist."""
    if question.type == "scale":
        return question.scale not in {scale.id for scale in questionnaire.scales}
    return question.type in _CHOSEN and not question.choices


def _check_answers(question: Question, place: Origin) -> Iterator[Report]:
    """Yield PG651 for answers to choose from that are lacking, or that the type of the question has no use for."""
    kind = question.type
    if kind in _CHOSEN and len(question.choices) < 2:
        message = f"a question of the type '{kind}' has {len(question.choices)} of 'choices'; it needs at least 2"
        yield Report(place.at("choices") if question.choices else place.at("type"), "PG651", message)
    if kind == "scale" and question.scale is None:
        yield Report(place.at("type"), "PG651", "a question of the type 'scale' lacks the key 'scale', with the id of one of the scales")
    allowed = {"one": ("choices",), "several": ("choices",), "scale": ("scale", "choices")}.get(kind, ())
    for key in ("scale", "choices"):
        if getattr(question, key) and key not in allowed:
            message = f"'{key}' does not go with the type '{kind}'; take it out, or make the type 'one', 'several' or 'scale'"
            yield Report(place.at(key), "PG651", message, on_key=True)
    if kind == "note" and question.required:
        yield Report(place.at("required"), "PG651", "'required' does not go with the type 'note', which nobody answers; take it out")


def _check_limits(question: Question, place: Origin) -> Iterator[Report]:
    """Yield PG651 for limits of what is no number, and PG652 for limits that no number can meet."""
    limits = {key: value for key in ("at_least", "at_most") if (value := getattr(question, key)) is not None}
    for key, value in limits.items():
        if question.type not in _NUMBERS:
            message = f"'{key}' does not go with the type '{question.type}'; allowed: {', '.join(_NUMBERS)}"
            yield Report(place.at(key), "PG651", message, on_key=True)
        elif question.type == "whole-number" and not value.is_integer():
            yield Report(place.at(key), "PG652", f"'{key}' is {value:g}, but the answer is a whole number")
    if question.at_least is not None and question.at_most is not None and question.at_least > question.at_most:
        message = f"'at_least' is {question.at_least:g}, above 'at_most' which is {question.at_most:g}; no answer could be given"
        yield Report(place.at("at_least"), "PG652", message)


def _check_reason(question: Question, place: Origin) -> Iterator[Report]:
    """Yield PG656 for a question that does not say whether its answer is personal data, or what it is for.

    Source:
        UK General Data Protection Regulation, article 5: personal data are collected for a stated purpose, and no more than it needs.
    """
    if question.type == "note":
        return
    if question.personal is None:
        message = f"the question '{question.id}' lacks the key 'personal'; allowed: none, personal, special-category"
        yield Report(place, "PG656", message)
    if question.why is None:
        yield Report(
            place, "PG656", f"the question '{question.id}' lacks the key 'why': what the answer is for; without a use, leave it out"
        )
