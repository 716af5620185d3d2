"""What is known, what is not, and the description of the model in the twelve TIDieR items."""

from typing import Annotated, Literal

from pydantic import Field

from practice_models.vocabulary.base import AddressText, Basis, Citation, Element, Identifier, Line, Prose, Word


class Finding(Element):
    """Something that a source reports about the model, good or bad."""

    says: Prose = Field(description="What the source reports, paraphrased.")
    direction: Literal["favourable", "null", "critical", "context"] = Field(
        description="Which way it points. `null`: no difference was found. `context`: neither way."
    )
    caution: Prose | None = Field(default=None, description="What keeps it from saying more.")


class Gap(Element):
    """Something that is not known, and how one could find out."""

    unknown: Prose = Field(description="What is not known.")
    to_close: Prose | None = Field(default=None, description="Where the answer may lie.")


class DescriptionItem(Word):
    """One of the twelve TIDieR items."""

    says: Prose = Field(description="The answer for this model, or why there is none.")
    basis: Basis = Field(description="How sure the answer is.")
    sources: tuple[Citation, ...] = Field(default=(), description="What it rests on.")


class Description(Element):
    """The model described so that others could do the same, after the twelve TIDieR items.

    Source:
        TIDieR checklist (Hoffmann and others, 2014).
    """

    brief_name: DescriptionItem = Field(description="1. The name, or a phrase that describes the intervention.")
    why: DescriptionItem = Field(description="2. The reason, theory or goal of the essential parts.")
    what_materials: DescriptionItem = Field(description="3. The materials used, and where they can be had.")
    what_procedures: DescriptionItem = Field(description="4. The procedures, activities and processes.")
    who_provided: DescriptionItem = Field(description="5. Who provides it: background, expertise, training.")
    how: DescriptionItem = Field(description="6. How it is delivered: face to face, by phone, singly or in a group.")
    where: DescriptionItem = Field(description="7. The places where it happens.")
    when_and_how_much: DescriptionItem = Field(description="8. How often, over what time, how long each time.")
    tailoring: DescriptionItem = Field(description="9. What is adapted to the person, why, when and how.")
    modifications: DescriptionItem = Field(description="10. What was changed in the course of the work.")
    how_well_planned: DescriptionItem = Field(description="11. How fidelity was to be checked.")
    how_well_actual: DescriptionItem = Field(description="12. How far it was delivered as meant.")


class Name(Word):
    """An author: a person with family and given names, or a body with one literal name."""

    family: Line | None = Field(default=None, description="Family name.")
    given: Line | None = Field(default=None, description="Given names or initials.")
    literal: Line | None = Field(default=None, description="The name of a body, or a name that does not split.")


class Source(Word):
    """A source, as a record in the shape of CSL-JSON, with how far we read it."""

    id: Identifier = Field(description="How citations name it, such as `baines-2022`.")
    type: Literal[
        "article-journal", "report", "webpage", "book", "chapter", "legislation", "post-weblog", "speech", "dataset", "software"
    ] = Field(description="What it is, as a CSL type.")
    title: Line = Field(description="Its title.")
    author: tuple[Name, ...] = Field(default=(), description="Its authors, in order.")
    issued: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = Field(
        default=None, description='When it came out, in quotes: "2022", "2019-04" or "2026-05-15".'
    )
    container_title: Line | None = Field(default=None, description="The journal, series or site that it is in.")
    publisher: Line | None = Field(default=None, description="Who published it.")
    volume: Line | None = Field(default=None, description="Volume, in quotes.")
    issue: Line | None = Field(default=None, description="Issue, in quotes.")
    page: Line | None = Field(default=None, description="Pages, such as `452-471`.")
    number: Line | None = Field(default=None, description="A report or series number.")
    doi: Annotated[str, Field(pattern=r"^10\.\d{4,9}/\S+$", max_length=200)] | None = Field(
        default=None, description="The DOI without its web address."
    )
    url: Annotated[str, Field(pattern=r"^https?://[^\s<>\"'`]+$", max_length=500)] | None = Field(
        default=None, description="A web address."
    )
    licence: Line | None = Field(default=None, description="Under what licence it may be used, where that is known.")
    read: Literal["whole", "part", "opening", "not-read"] = Field(
        description="How much of it we have read. `not-read`: known only through another source."
    )
    standing: Literal[
        "peer-reviewed", "evaluation", "inspection", "official", "provider", "university-claim", "commentary", "reference"
    ] = Field(description="What kind of voice it is, so that a provider's word is never taken for a finding.")
    note: Prose | None = Field(default=None, description="What a reader must know before leaning on it.")


class Term(Element):
    """A word of the field and what it means here."""

    also: tuple[Line, ...] = Field(default=(), description="Other forms: abbreviation, plural, spelling.")
    meaning: Prose = Field(description="What it means, in a sentence or two, in our own words.")
    use_instead: Line | None = Field(default=None, description="For a word no longer used: the word to use now.")


class Task(Word):
    """Something a reader needs to do, and the page that tells how."""

    need: Line = Field(description="The task as the reader would say it, such as `Meet someone for the first time`.")
    to: AddressText = Field(description="The address of the page, such as `interchange/practice:first-appointment`.")


class TaskGroup(Word):
    """A group of tasks on the home page."""

    id: Identifier = Field(description="Unique among the groups.")
    title: Line = Field(description="What the tasks have in common.")
    tasks: tuple[Task, ...] = Field(min_length=1, description="The tasks, most needed first.")
