"""An assessment instrument: scales, sections of items, and rules for reading the answers, as data."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from practice_models.vocabulary.base import (
    Element,
    Identifier,
    Line,
    NamesPart,
    Part,
    PracticeId,
    Prose,
    RoleId,
    SafetyStop,
    Word,
)

View = Literal["person", "practitioner", "agreed"]
"""Whose answer it is."""

ItemId = Annotated[Identifier, NamesPart("sections.items")]
ScaleId = Annotated[Identifier, NamesPart("scales")]
SectionId = Annotated[Identifier, NamesPart("sections")]


class ScalePoint(Part):
    """One answer on a scale."""

    value: Annotated[int, Field(ge=-100, le=100)] = Field(description="The number that the answer counts as.")
    label: Line = Field(description="The answer as it is read out or ticked.")
    means: Prose = Field(description="What the answer means, so that two people would tick alike.")


class Scale(Part):
    """The answers that an item may have, lowest first."""

    title: Line = Field(description="What the scale measures.")
    points: tuple[ScalePoint, ...] = Field(min_length=2, description="The answers, in rising order of value.")


class Item(Part):
    """One thing that is asked, answered once in each view."""

    label: Line = Field(description="A short name for forms and profiles.")
    ask: Line = Field(description="The question as one could really ask it.")
    statement: Line = Field(description="The same as a statement that the person can rate, in the first person.")
    scale: ScaleId = Field(description="The scale it is answered on.")
    listen_for: tuple[Prose, ...] = Field(default=(), description="What in the answer matters, strengths first.")
    views: tuple[View, ...] = Field(default=("person", "practitioner", "agreed"), description="Whose answers are taken.")


class Band(Part):
    """A named range of a section's figure: everything above the band before, up to and including `up_to`."""

    title: Line = Field(description="The band's name as the person will read it.")
    up_to: Annotated[float, Field(ge=-100, le=100, allow_inf_nan=False)] = Field(
        description="The highest figure in this band, on the section's scale."
    )
    means: Prose = Field(description="What it means.")
    then: Prose = Field(description="What you and the person do about it.")


class ViewsDiffer(Part):
    """What counts as two different views, and what to do then."""

    by_at_least: Annotated[int, Field(ge=1, le=200)] = Field(
        description="How many points apart person and practitioner must be, on one item, to count as different."
    )
    then: Prose = Field(description="What you do about it.")


class Reading(Word):
    """How the answers of a section are read."""

    view: View = Field(default="agreed", description="The view that the figure is made from.")
    aggregate: Literal["mean", "median", "lowest", "highest", "sum"] = Field(description="How the answers become the section's one figure.")
    answered_at_least: Annotated[int, Field(ge=1, le=100)] = Field(
        description="How many items must be answered for there to be a figure at all."
    )
    bands: tuple[Band, ...] = Field(min_length=1, description="The bands, lowest first; the last one reaches the top.")
    views_differ: ViewsDiffer = Field(description="When the two views differ, and what follows.")


class Section(Part):
    """One area of the instrument, such as a life area."""

    title: Line = Field(description="The section's name in plain words.")
    about: Prose = Field(description="What the section covers and what it leaves out.")
    why: Prose = Field(description="Why it matters for change and for safety.")
    open_with: tuple[Line, ...] = Field(min_length=1, description="Ways of opening the conversation, without quotation marks.")
    items: tuple[Item, ...] = Field(min_length=1, description="The items, in the order of asking.")
    read: Reading = Field(description="How the answers are read.")
    practice: PracticeId = Field(description="The practice that tells how to hold this conversation.")
    strengths_to_look_for: tuple[Prose, ...] = Field(default=(), description="Strengths that people often leave unsaid.")
    safety_stops: tuple[SafetyStop, ...] = Field(default=(), description="What stops the conversation at once.")


class Alert(Part):
    """An answer that demands action whatever the rest says."""

    title: Line = Field(description="What it warns of.")
    item: ItemId = Field(description="The item whose answer raises it.")
    views: tuple[View, ...] = Field(min_length=1, description="The views in which the answer counts; any one is enough.")
    at_most: Annotated[int, Field(ge=-100, le=100)] | None = Field(default=None, description="Raised by this value or a lower one.")
    at_least: Annotated[int, Field(ge=-100, le=100)] | None = Field(default=None, description="Raised by this value or a higher one.")
    then: Prose = Field(description="The action it demands, in order, with how soon.")
    tell: tuple[RoleId, ...] = Field(min_length=1, description="The roles who must know, first one first.")
    practice: PracticeId | None = Field(default=None, description="The practice to follow from here.")

    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        if (self.at_most is None) == (self.at_least is None):
            raise ValueError("give exactly one of at_most and at_least")
        return self


class Instrument(Element):
    """A set of questions with rules for reading the answers; it supplements, never replaces, a validated predictor."""

    purpose: Prose = Field(description="What it is for and what it must not be used for.")
    before_you_start: tuple[Prose, ...] = Field(default=(), description="What to do before the first question.")
    takes: Line | None = Field(default=None, description="How long it takes, such as `two meetings of 45 minutes`.")
    scales: tuple[Scale, ...] = Field(min_length=1, description="The scales that items are answered on.")
    sections: tuple[Section, ...] = Field(min_length=1, description="The sections, in the order of asking.")
    alerts: tuple[Alert, ...] = Field(default=(), description="Answers that demand action.")
    limits: Prose = Field(description="What is not known about it: reliability, validity, completion time.")
