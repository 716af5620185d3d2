"""Chapters of a handbook: long prose that answers a question, with worked examples where they are needed."""

from pydantic import Field

from practice_models.vocabulary.base import Element, Line, Part, Prose


class ChapterSection(Part):
    """A stretch of a chapter under a heading of its own. In the file it is a heading with its id, and the text below it."""

    title: Line = Field(description="The heading.")
    text: Prose = Field(
        description="The text. A fenced block ```` ```example ```` with an id in it puts a worked example there, and "
        "```` ```theory ```` with a guide in it the picture of that guide's theory of change."
    )


class Chapter(Element):
    """A chapter of a handbook. It is written as Markdown with these fields at its head; see how to write one."""

    part: Line = Field(description="The part of the handbook that it belongs to; chapters of one part stand together.")
    order: int = Field(ge=0, le=10_000, description="Its place among the chapters; lowest first.")
    question: Line = Field(description="The question that a reader comes with.")
    answer: Prose = Field(description="The answer in a few sentences, for somebody who reads no further.")
    sections: tuple[ChapterSection, ...] = Field(min_length=1, description="The text, heading by heading.")
    do_next: tuple[Prose, ...] = Field(min_length=1, description="What to do next, one thing an entry, each beginning with a verb.")
