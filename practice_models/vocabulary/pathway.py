"""The pathway of a case: who works it, what happens, the stages and their clocks."""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from practice_models.vocabulary.base import (
    Basis,
    Element,
    EventId,
    Line,
    Part,
    PracticeId,
    Prose,
    RecordId,
    RoleId,
    SafetyStop,
    StageId,
    Word,
)

_DURATION = re.compile(r"^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$")


def _check_duration(text: str) -> str:
    if not _DURATION.match(text):
        raise PydanticCustomError("form", "expected an ISO 8601 duration such as P2W, P3M, P5D or PT24H")
    return text


Duration = Annotated[str, AfterValidator(_check_duration)]
"""An ISO 8601 duration in calendar time: `P2W`, `P3M`, `P5D`, `PT24H`."""


class Role(Element):
    """Someone who does something in the model: a post, or a part that a person plays."""

    summary: Prose = Field(description="What the role is there for.")
    also_called: tuple[Line, ...] = Field(default=(), description="Other names that readers may know it by.")
    responsibilities: tuple[Prose, ...] = Field(min_length=1, description="What the role must do, one duty an entry.")
    needs_to_know: tuple[Prose, ...] = Field(default=(), description="Knowledge and skill that the role needs.")


class Event(Element):
    """Something that happens on a day in a case and that can start or stop a clock."""

    meaning: Prose = Field(description="What exactly counts as this event, so that two people would date it alike.")
    stops_clocks: bool = Field(
        default=False,
        description="True where nothing that was asked for before falls due any more from this day, such as the end of an order.",
    )


class Within(Word):
    """A limit of time, counted from an event: either working days or a calendar duration."""

    working_days: Annotated[int, Field(ge=0, le=1000)] | None = Field(
        default=None, description="Whole working days after the day of the event; 0 means the same day."
    )
    duration: Duration | None = Field(default=None, description="Calendar time as an ISO 8601 duration, such as `P6W`.")
    since: EventId = Field(description="The event that starts the clock.")
    basis: Basis | None = Field(default=None, description="The basis of the figure, where it differs from that of what it stands in.")

    @model_validator(mode="after")
    def _one_measure(self) -> Self:
        if (self.working_days is None) == (self.duration is None):
            raise ValueError("give exactly one of working_days and duration")
        return self


class Timescale(Part):
    """Something that must have happened by a time."""

    what: Prose = Field(description="What must be done in time.")
    event: EventId = Field(description="The event that shows it is done.")
    within: Within = Field(description="How long there is.")
    recurs: bool = Field(
        default=False, description="True where the clock starts at every such event; otherwise it starts at the first one only."
    )
    once: EventId | None = Field(default=None, description="The limit holds only where this has happened before the clock starts.")
    repeats: bool = Field(default=False, description="True where the clock starts again each time that it is met, from that day.")


class Stage(Element):
    """A stretch of the case with one purpose, a way in and a way out."""

    purpose: Prose = Field(description="What this stage is for.")
    begins: bool = Field(default=False, description="True for the one stage where a case starts.")
    ends: bool = Field(default=False, description="True where a case may end from this stage.")
    enter_when: Prose = Field(description="What must be so for the stage to start.")
    leave_when: Prose = Field(description="What must be so for the stage to be over.")
    entered_by: EventId | None = Field(default=None, description="The event that marks the way in.")
    also_entered_by: tuple[EventId, ...] = Field(
        default=(), description="Other events that mark a way in, such as the end of a review that leads back here."
    )
    left_by: EventId | None = Field(default=None, description="The event that marks the way out.")
    from_any_stage: bool = Field(
        default=False, description="True where a case can come here from any stage, such as to an end that nobody planned."
    )
    timescales: tuple[Timescale, ...] = Field(default=(), description="The stage's clocks.")
    who: tuple[RoleId, ...] = Field(min_length=1, description="The roles at work, the leading one first.")
    practices: tuple[PracticeId, ...] = Field(default=(), description="The practices of the stage, in the order of use.")
    records: tuple[RecordId, ...] = Field(default=(), description="What must be written by the end of the stage, in every case.")
    records_if_needed: tuple[RecordId, ...] = Field(
        default=(), description="What is written only where the thing that it records happened, such as a referral."
    )
    next: tuple[StageId, ...] = Field(default=(), description="The stages that may follow, the usual one first.")
    safety_stops: tuple[SafetyStop, ...] = Field(default=(), description="What stops the stage's work.")
    note: Prose | None = Field(default=None, description="What else a reader must know, such as where the record stops.")
