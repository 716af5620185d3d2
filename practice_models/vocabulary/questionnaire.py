"""Questionnaires: questions that are asked of people or records, with what each answer is for and how long it is kept."""

from typing import Annotated, Literal

from pydantic import Field

from practice_models.vocabulary.base import Element, Identifier, Line, Names, NamesPart, Part, Prose, SafetyStop, Word

QuestionType = Literal["text", "whole-number", "decimal-number", "date", "one", "several", "scale", "note"]
"""How a question is answered; a note is read and not answered."""

PersonalData = Literal["none", "personal", "special-category"]
"""What data protection law makes of an answer."""

Limit = Annotated[float, Field(ge=-999_999_999, le=999_999_999, allow_inf_nan=False)]
"""A number that software for forms can hold everywhere."""

ChapterId = Annotated[Identifier, Names("chapter")]
AnswerScaleId = Annotated[Identifier, NamesPart("scales")]
QuestionId = Annotated[Identifier, NamesPart("sections.questions")]


class AnswerPoint(Part):
    """One labelled answer on a scale of a questionnaire."""

    value: Annotated[int, Field(ge=-100, le=100)] = Field(description="The number that the answer is stored as.")
    label: Line = Field(description="The answer as it is read out or ticked.")


class AnswerScale(Part):
    """A row of labelled answers that several questions can share, lowest first."""

    title: Line = Field(description="What the scale measures.")
    points: tuple[AnswerPoint, ...] = Field(min_length=2, description="The answers, in rising order of value.")


class Choice(Part):
    """One answer to choose."""

    label: Line = Field(description="The answer as it is read out or ticked.")
    alone: bool = Field(default=False, description="Whether it cannot be ticked beside others, such as `I would rather not say`.")


class OnlyIf(Word):
    """When something is asked: only if an earlier question was answered so."""

    question: QuestionId = Field(description="The earlier question. It is answered with one or several of a list, or on a scale.")
    answers: tuple[Identifier, ...] = Field(min_length=1, description="Ids of its answers; any one of them is enough.")


class Question(Part):
    """One question, or a note that is read out."""

    label: Line = Field(description="The question as it is asked, or the words of a note.")
    hint: Line | None = Field(default=None, description="Help for whoever asks or answers, in smaller letters.")
    type: QuestionType = Field(description="How it is answered.")
    required: bool = Field(default=False, description="Whether the form cannot go on without an answer. Give a way to refuse then.")
    at_least: Limit | None = Field(default=None, description="The lowest number that can be an answer.")
    at_most: Limit | None = Field(default=None, description="The highest number that can be an answer.")
    scale: AnswerScaleId | None = Field(default=None, description="The scale that a question of the type `scale` is answered on.")
    choices: tuple[Choice, ...] = Field(
        default=(), description="The answers to choose from; beside a scale, those that are not on it, such as `I would rather not say`."
    )
    lines: Literal[1, 2, 3, 4, 5, 6, 8, 10, 12] = Field(default=3, description="How many ruled lines a text has on paper.")
    only_if: OnlyIf | None = Field(default=None, description="When it is asked. Left out, it is asked always.")
    personal: PersonalData | None = Field(
        default=None,
        description=(
            "Whether the answer is personal data: `none`, `personal` or `special-category`, such as health, ethnicity or belief. "
            "Every question has it; a note has not. Free text can hold anything, so it is seldom `none`."
        ),
    )
    why: Line | None = Field(default=None, description="What the answer is for. Every question has it; a note has not.")
    kept_until: Line | None = Field(default=None, description="Until when the answer is kept, where that is not the form's.")


class QuestionnaireSection(Part):
    """Questions that stand together under a heading."""

    title: Line = Field(description="The heading.")
    only_if: OnlyIf | None = Field(default=None, description="When the section is asked. Left out, it is asked always.")
    questions: tuple[Question, ...] = Field(min_length=1, description="The questions, in the order of asking.")


class Questionnaire(Element):
    """A form for gathering data, shown on paper and handed on to software for forms."""

    purpose: Prose = Field(description="What the answers are for and what they must not be used for.")
    chapter: ChapterId | None = Field(default=None, description="The chapter of a handbook that it belongs to.")
    order: int = Field(default=0, ge=0, le=10_000, description="Its place among the questionnaires; lowest first.")
    answered_by: Line = Field(description="Who answers.")
    asked_by: Line = Field(description="Who asks, or that nobody does.")
    when: Line = Field(description="When it is asked.")
    kept_until: Line = Field(description="Until when the answers are kept.")
    before_you_ask: tuple[Prose, ...] = Field(default=(), description="What to do before the first question.")
    safety_stops: tuple[SafetyStop, ...] = Field(default=(), description="What ends the questions at once.")
    scales: tuple[AnswerScale, ...] = Field(default=(), description="Scales that questions are answered on.")
    sections: tuple[QuestionnaireSection, ...] = Field(min_length=1, description="The sections, in the order of asking.")
    limits: Prose = Field(description="What the answers cannot tell.")
