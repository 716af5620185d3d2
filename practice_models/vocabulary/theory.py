"""The theory of change as a graph, measures, and the core functions that must hold."""

from typing import Literal

from pydantic import Field

from practice_models.vocabulary.base import AddressText, ChapterId, Element, Line, MeasureId, Part, PracticeId, Prose, RoleId


class LogicNode(Element):
    """A place in the theory of change."""

    says: Prose = Field(description="What it is, in a sentence or two.")


class Input(LogicNode):
    """What goes in: people, time, money, partners."""


class Activity(LogicNode):
    """What is done with it."""

    practices: tuple[PracticeId, ...] = Field(default=(), description="The practices in which it is done.")


class Mechanism(LogicNode):
    """What people think, feel or do differently because of the activity, which makes the outcome more likely."""

    holds_when: Prose | None = Field(default=None, description="The circumstances in which it is likely to work.")
    fails_when: Prose | None = Field(default=None, description="The circumstances in which it is likely not to.")


class Outcome(LogicNode):
    """What changes in the end, for whom, and how one would know."""

    term: Literal["early", "later", "long"] = Field(
        description="`early`: within weeks. `later`: by the end of the sentence. `long`: after it."
    )
    measures: tuple[MeasureId, ...] = Field(min_length=1, description="How one would know.")


class Measure(Element):
    """A way of knowing whether something was done, or whether an outcome came about."""

    how: Prose = Field(description="What is counted or asked, and of whom.")
    unit: Line = Field(description="The unit of the figure, such as `share of plans, per cent`.")
    when: Prose = Field(description="When it is taken.")
    who: tuple[RoleId, ...] = Field(default=(), description="Who takes it.")
    caution: Prose = Field(description="What it cannot show, or how it misleads.")
    chapter: ChapterId | None = Field(
        default=None, description="The chapter that explains it. With one, it is in use even where no outcome or criterion names it."
    )
    collected_with: tuple[AddressText, ...] = Field(
        default=(),
        description="What gathers it: a questionnaire, a sheet, a record or a part of one, such as `questionnaire:monthly-reach`.",
    )
    worked_out_with: tuple[AddressText, ...] = Field(
        default=(), description="What works it out: a calculator or a worked example, such as `calculator:interval-of-a-proportion`."
    )


class LogicLink(Part):
    """Why one place in the theory leads to another."""

    cause: AddressText = Field(description="The address it starts from, such as `activity:ask-first`.")
    effect: AddressText = Field(description="The address it leads to, such as `mechanism:feels-heard`.")
    because: Prose = Field(description="Why one would expect it; what is assumed.")


class FidelityItem(Element):
    """A core function that must hold for the work to be this model, and the forms in which it may vary."""

    must_hold: Prose = Field(description="The function: what must be so, whatever the form.")
    why: Prose = Field(description="Why the model is not itself without it.")
    may_vary: tuple[Prose, ...] = Field(min_length=1, description="Forms it may take.")
    check: Prose = Field(description="How a manager or an evaluator sees whether it holds.")
    warning_sign: Prose | None = Field(default=None, description="The first sign that it is slipping.")
    practices: tuple[PracticeId, ...] = Field(default=(), description="The practices that carry it.")
