"""Questionnaires to export: those of the definitions, the sound one, and any that the vocabulary allows, hostile texts included."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from practice_models.library import Edition
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.questionnaire import (
    AnswerPoint,
    AnswerScale,
    Choice,
    OnlyIf,
    Question,
    Questionnaire,
    QuestionnaireSection,
    QuestionType,
)
from tests.cases.story import SOUND

DEFINITIONS = Path(__file__).parents[3] / "practice_models" / "definitions"

HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "+44",
    "-1",
    "#N/A",
    "${first}",
    "${",
    "${not a name}",
    "instance('x')/root/item[name='y']/label",
    "pulldata('a', 'b', 'c', 'd')",
    "<script>alert(1)</script>",
    '<span style="color:red">red</span>',
    "</label><input/>",
    "]]>",
    "&amp; &#0;",
    "**bold** _it_ # head [a](https://example.org)",
    "_x0041_",
    "'\"",
    "a\x07b\x1f",
    "\x07",
    "a\rb",
    "a\u2028b\u00a0c",
    "\u202eright to left",
    "😀" * 40,
    'a, "b"; c',
    "yes",
    "no or_other",
)
_IDS = (
    "and",
    "or",
    "div",
    "mod",
    "not",
    "text",
    "node",
    "name",
    "label",
    "or-other",
    "instance",
    "selected",
    "true",
    "null",
    "today",
    "a1",
    "x-y",
)


@cache
def real_questionnaires() -> tuple[tuple[Edition, Questionnaire], ...]:
    """Every questionnaire of the definitions and of the sound library, with its edition."""
    libraries = (read_folder(DEFINITIONS, DEFINITIONS.parent).library, read_folder(SOUND, SOUND).library)
    return tuple((edition, each) for library in libraries for edition in library.editions for each in edition.questionnaires)


def an_edition() -> Edition:
    """The edition that an invented questionnaire stands in."""
    return next(edition for edition, each in real_questionnaires() if each.id == "after-a-talk")


def with_awkward_names() -> Questionnaire:
    """A questionnaire whose questions and answers have names that mean something in XPath or in XLSForm."""
    questions: list[Question] = []
    for name in _IDS:
        only_if = OnlyIf(question=questions[-1].id, answers=("not",)) if questions else None
        choices = (Choice(id="not", label="Not"), Choice(id="or", label="Or", alone=True))
        questions.append(Question(id=name, label=name, type="several", choices=choices, only_if=only_if, personal="none", why="To try."))
    talk = next(each for _, each in real_questionnaires() if each.id == "after-a-talk")
    return talk.model_copy(update={"sections": (QuestionnaireSection(id="first", title="First", questions=tuple(questions)),)})


lines = st.sampled_from(HOSTILE) | st.from_regex(r"\A\S(.*\S)?\Z").filter(lambda text: len(text) <= 300)
identifiers = st.sampled_from(_IDS) | st.from_regex(r"\A[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,2}\Z").filter(
    lambda text: text not in ("data", "meta")
)
limits = st.integers(-999_999_999, 999_999_999).map(float) | st.floats(-1e6, 1e6, allow_nan=False)


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """Any questionnaire without problems."""
    names = draw(st.lists(identifiers, min_size=2, max_size=9, unique=True))
    scale = draw(_scales())
    parts = draw(st.integers(1, min(3, len(names) - 1)))
    asked: list[Question] = []
    sections = []
    for position in range(parts):
        condition = draw(_conditions(scale, asked))
        own: list[Question] = []
        for name in names[parts + position :: parts]:
            own.append(draw(_questions(name, scale, asked)))
            asked.append(own[-1])
        if own:
            sections.append(QuestionnaireSection(id=names[position], title=draw(lines), only_if=condition, questions=tuple(own)))
    return Questionnaire(
        id=draw(identifiers),
        title=draw(lines),
        basis="illustrative",
        purpose="To try.",
        answered_by=draw(lines),
        asked_by="Nobody",
        when="Never",
        kept_until=draw(lines),
        scales=(scale,),
        sections=tuple(sections),
        limits="All.",
    )


@st.composite
def _scales(draw: st.DrawFn) -> AnswerScale:
    values = draw(st.lists(st.integers(-100, 100), min_size=2, max_size=5, unique=True).map(sorted))
    points = tuple(AnswerPoint(id=f"point-{number}", value=value, label=draw(lines)) for number, value in enumerate(values))
    return AnswerScale(id="scale", title="Scale", points=points)


@st.composite
def _conditions(draw: st.DrawFn, scale: AnswerScale, asked: Sequence[Question]) -> OnlyIf | None:
    known = [(question.id, *(each.id for each in (*(scale.points if question.scale else ()), *question.choices))) for question in asked]
    choosing = [(name, answers) for name, *answers in known if answers]
    if not choosing or draw(st.booleans()):
        return None
    name, answers = draw(st.sampled_from(choosing))
    return OnlyIf(question=name, answers=tuple(draw(st.lists(st.sampled_from(answers), min_size=1, max_size=3, unique=True))))


@st.composite
def _questions(draw: st.DrawFn, name: str, scale: AnswerScale, asked: Sequence[Question]) -> Question:
    kinds: tuple[QuestionType, ...] = ("text", "whole-number", "decimal-number", "date", "one", "several", "scale", "note")
    kind = draw(st.sampled_from(kinds))
    ids = draw(st.lists(identifiers, min_size=2, max_size=4, unique=True)) if kind in ("one", "several", "scale") else []
    bounds = sorted(draw(st.tuples(limits, limits))) if kind == "decimal-number" else [0.0, float(draw(st.integers(0, 999_999_999)))]
    number = kind in ("whole-number", "decimal-number")
    return Question(
        id=name,
        label=draw(lines),
        hint=draw(st.none() | lines),
        type=kind,
        required=kind != "note" and draw(st.booleans()),
        at_least=bounds[0] if number and draw(st.booleans()) else None,
        at_most=bounds[1] if number and draw(st.booleans()) else None,
        scale=scale.id if kind == "scale" else None,
        choices=tuple(Choice(id=each, label=draw(lines), alone=draw(st.booleans())) for each in ids),
        only_if=draw(_conditions(scale, asked)),
        personal=None if kind == "note" else "personal",
        why=None if kind == "note" else draw(lines),
        kept_until=draw(st.none() | lines),
    )
