"""The words every other word is made of: text, identifiers, references, elements and parts."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


@dataclass(frozen=True, slots=True)
class ProseMark:
    """Marks a field whose text is Markdown: it may hold links, emphasis, lists and tables."""


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a field that names an element of the same edition (or, for sources, of the project)."""

    kind: str
    """The element's kind as it stands in an address, such as `practice`."""


@dataclass(frozen=True, slots=True)
class NamesPart:
    """Marks a field that names a part of the element it stands in, such as an item of an instrument."""

    collection: str
    """The field of the element that holds the parts, such as `scales`."""


@dataclass(frozen=True, slots=True)
class NamesAddress:
    """Marks a field that holds a whole address, such as `interchange/practice:first-appointment`."""


IDENTIFIER_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
VERSION_PATTERN = r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$"

Identifier = Annotated[str, StringConstraints(pattern=IDENTIFIER_PATTERN, max_length=60)]
"""Lower-case words joined by hyphens, such as `first-appointment`: permanent, and safe in an address."""

Version = Annotated[str, StringConstraints(pattern=VERSION_PATTERN, max_length=20)]
"""Three numbers joined by full stops, such as `3.0.0`."""

Line = Annotated[str, StringConstraints(pattern=r"^\S(.*\S)?$", max_length=300)]
"""One line of plain text, taken letter for letter: no Markdown."""

Prose = Annotated[str, StringConstraints(pattern=r"\S", max_length=20_000), ProseMark()]
"""Markdown text: paragraphs, emphasis, lists, tables and links to addresses or web pages."""

Day = Annotated[date, Field(strict=False)]
"""A calendar day written as `2026-11-23`."""

Basis = Literal["published", "interpretation", "illustrative"]
"""How sure a statement is: a source says so, our reading of sources, or made up to show how."""

SourceId = Annotated[Identifier, Names("source")]
RoleId = Annotated[Identifier, Names("role")]
EventId = Annotated[Identifier, Names("event")]
StageId = Annotated[Identifier, Names("stage")]
PracticeId = Annotated[Identifier, Names("practice")]
RecordId = Annotated[Identifier, Names("record")]
OutcomeId = Annotated[Identifier, Names("outcome")]
MeasureId = Annotated[Identifier, Names("measure")]
ChapterId = Annotated[Identifier, Names("chapter")]
AddressText = Annotated[str, StringConstraints(pattern=r"^\S+$", max_length=300), NamesAddress()]


class Word(BaseModel):
    """The base of every word of the vocabulary: frozen, exact in its types, unknown keys refused."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", strict=True)


class Citation(Word):
    """Where a statement comes from: a source, and the place in it."""

    ref: SourceId = Field(description="The id of a source in the project's sources.")
    where: Line = Field(description="Where in the source it stands: a section, a page or a heading.")


class Part(Word):
    """A piece of an element with an address of its own, such as a step; its basis is the element's unless it says otherwise."""

    id: Identifier = Field(description="Unique among its neighbours and permanent across editions.")
    basis: Basis | None = Field(default=None, description="Only where it differs from the basis of the element.")
    sources: tuple[Citation, ...] = Field(default=(), description="Sources of this piece alone.")


class Element(Word):
    """Anything an author writes that stands on its own: it has an id, a title, a basis and sources."""

    id: Identifier = Field(description="Unique in its edition; across editions the same id is the same thing.")
    title: Line = Field(description="What readers see: plain words, no full stop.")
    basis: Basis = Field(
        description=(
            "`published`: a source says so, and it is named. `interpretation`: our reading, joining sources to practice. "
            "`illustrative`: made up to show how; never a claim about the real service."
        )
    )
    sources: tuple[Citation, ...] = Field(default=(), description="What it rests on; at least one where the basis is `published`.")


class SafetyStop(Part):
    """A point where the practitioner leaves the page's agenda because somebody may be harmed."""

    when: Prose = Field(description="What you see, hear or learn that stops the work.")
    then: Prose = Field(description="What you do, in order, starting now.")
    tell: tuple[RoleId, ...] = Field(default=(), description="The roles who must know, first one first.")
