"""Practices, one task a page, and the records they leave."""

from typing import Literal

from pydantic import Field

from practice_models.vocabulary.base import Element, Line, Part, PracticeId, Prose, RecordId, RoleId, SafetyStop
from practice_models.vocabulary.pathway import Within


class Step(Part):
    """One thing to do, and words for doing it."""

    do: Prose = Field(description="What you do, starting with a verb.")
    say: tuple[Line, ...] = Field(default=(), description="Sentences that one could really say, without quotation marks.")
    why: Prose | None = Field(default=None, description="Why the step is there, where that is not plain.")


class Pitfall(Part):
    """Something that often goes wrong, and what to do instead."""

    what: Prose = Field(description="What goes wrong, as one would notice it.")
    instead: Prose = Field(description="What to do instead.")


class Adjustment(Part):
    """How the practice changes for some people, so that it works for them."""

    for_whom: Line = Field(description="For whom, such as `Someone who reads little`.")
    do: Prose = Field(description="What you do differently.")


class Practice(Element):
    """One task, told so that a practitioner can do it tomorrow."""

    summary: Line = Field(description="What doing this gets you, in one sentence.")
    also_called: tuple[Line, ...] = Field(default=(), description="Other names that readers search for.")
    who: tuple[RoleId, ...] = Field(min_length=1, description="Who does it, the leading role first.")
    takes: Line | None = Field(default=None, description="How long it takes in practice, such as `45 minutes`.")
    use_when: Prose = Field(description="When this is the page to follow.")
    do_not_use_when: Prose = Field(description="When it is not, and what to follow then.")
    who_decides: Prose = Field(description="What the person decides, what you decide together, what others decide.")
    within: Within | None = Field(default=None, description="The time there is for it, if there is a limit.")
    prepare: tuple[Prose, ...] = Field(default=(), description="What to have read, booked or checked beforehand.")
    steps: tuple[Step, ...] = Field(min_length=1, description="What to do, in order.")
    record: tuple[RecordId, ...] = Field(default=(), description="The records that this practice writes.")
    record_what: Prose = Field(description="What to write down, in the person's words where that matters.")
    goes_wrong: tuple[Pitfall, ...] = Field(default=(), description="What often goes wrong, and what to do instead.")
    adjust: tuple[Adjustment, ...] = Field(default=(), description="How to adapt it to the person.")
    safety_stops: tuple[SafetyStop, ...] = Field(default=(), description="What stops the practice at once.")
    related: tuple[PracticeId, ...] = Field(default=(), description="Practices that often come before or after.")


class RecordField(Part):
    """One thing that a record holds."""

    label: Line = Field(description="The label on the form.")
    holds: Prose = Field(description="What to write there.")
    kind: Literal["line", "text", "date", "choice", "tick"] = Field(
        default="text", description="The kind of answer: a line, some text, a date, one of several choices or a tick."
    )
    choices: tuple[Line, ...] = Field(default=(), description="The choices, where the kind is `choice`.")


class Record(Element):
    """What is written down: its fields, who sees it and how long it is kept."""

    purpose: Prose = Field(description="What the record is for and who relies on it.")
    fields: tuple[RecordField, ...] = Field(default=(), description="What it holds, in order.")
    seen_by: Prose = Field(description="Who may read it, the person included.")
    written_by: tuple[RoleId, ...] = Field(default=(), description="The roles that write it.")
    kept_for: Prose = Field(description="How long it is kept and what decides that.")
