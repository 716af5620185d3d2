"""A publication and the head of each of its editions."""

from typing import Annotated, Literal

from pydantic import Field

from practice_models.vocabulary.base import AddressText, Day, Element, Identifier, Line, Part, Prose, Version, Word

Status = Literal["draft", "current", "superseded", "withdrawn"]
"""An edition's standing. One edition of a publication, at most, is `current`: it is the one in force."""


class Publication(Word):
    """Something that is published in editions: a practice guide or a handbook."""

    id: Identifier = Field(description="Also the folder's name and the first part of every web address.")
    title: Line = Field(description="The full name, as readers know it.")
    kind: Literal["practice-guide", "handbook"] = Field(description="What sort of publication it is.")
    order: int = Field(ge=0, le=10_000, description="Its place among the publications; lowest first.")
    summary: Line = Field(description="What it helps a reader to do, in one sentence.")
    about: Prose = Field(description="What it is and where it comes from, for its own front page.")
    names: Prose | None = Field(
        default=None, description="Whose name it bears and what this publication is not, where the name belongs to others."
    )


YearOrMonth = Annotated[str, Field(pattern=r"^\d{4}(-(0[1-9]|1[0-2]))?$")]
"""A year, or a month of one."""


class Period(Word):
    """The years that an edition describes."""

    since: YearOrMonth = Field(description='First year or month described, in quotes: "2015" or "2018-11".')
    until: YearOrMonth | None = Field(default=None, description="Last year or month described; left out where it still goes on.")


class Change(Part):
    """One thing that the editors changed since the edition before, and why."""

    note: Prose = Field(description="What changed and why, for a reader of the edition before.")
    about: tuple[AddressText, ...] = Field(default=(), description="The addresses that the change touches.")


class Moved(Word):
    """Where something of an earlier edition has gone, so that an old address still answers."""

    was: AddressText = Field(description="Its address in the earlier edition, such as `practice:write-the-plan`.")
    now: AddressText | None = Field(default=None, description="Where it went in this edition; left out if it is gone.")
    why: Prose = Field(description="Why it moved or went, for a reader who comes by the old address.")


class EditionHead(Word):
    """The head of an edition: what it is, how it stands and what changed. Its folder holds the rest."""

    version: Version = Field(description="The same as the folder's name.")
    title: Line = Field(description="A short name for this edition, such as `Strengths with safety in the flow`.")
    status: Status = Field(description="`current` means in force.")
    released: Day = Field(description="The day this text was released.")
    review_by: Day | None = Field(default=None, description="The day by which the text must be looked at again.")
    describes: Period = Field(description="The time whose practice the edition describes.")
    summary: Prose = Field(description="What this edition is, in two or three sentences.")
    audience: tuple[Prose, ...] = Field(min_length=1, description="Who it is for, a reader each, and where that reader begins.")
    changes: tuple[Change, ...] = Field(default=(), description="What changed since the edition before.")
    moved: tuple[Moved, ...] = Field(default=(), description="Things of earlier editions that moved or went.")
    record_stops: Prose | None = Field(
        default=None, description="For an edition about the past: where the public record stops and what is not known."
    )


class Principle(Element):
    """A statement that guides what to do where no page tells you."""

    statement: Prose = Field(description="The principle itself, in a sentence or two.")
    why: Prose = Field(description="Why it holds.")
    looks_like: tuple[Prose, ...] = Field(min_length=1, description="What you see when people act on it.")
    avoid: tuple[Prose, ...] = Field(default=(), description="What it rules out, or is often mistaken for.")
