"""Designs of an evaluation, and the criteria by which a pilot goes on, changes or stops."""

from typing import Annotated

from pydantic import Field

from practice_models.vocabulary.base import ChapterId, Element, Line, MeasureId, Prose

Percentage = Annotated[int, Field(ge=0, le=100)]


class Design(Element):
    """A way to find something out, and what it lets one say. An edition's designs are asked for in their order, weakest first."""

    order: int = Field(ge=0, le=10_000, description="Its place among the designs; lowest first.")
    known: Line = Field(description="A question answered yes or no, such as `Do you know that it can be done?` No leads to this design.")
    asks: Line = Field(description="The question that the design answers.")
    needs: Prose = Field(description="What it takes: people, time, records, somebody neutral.")
    can_say: Prose = Field(description="What one may say when it is done well.")
    cannot_say: Prose = Field(description="What it never shows, however well it is done.")
    level: Annotated[int, Field(ge=1, le=5)] | None = Field(
        default=None, description="The level on the Maryland scale that it can reach at best; left out where it is not on that scale."
    )
    chapter: ChapterId | None = Field(default=None, description="The chapter that shows how it is done.")


class Criterion(Element):
    """A progression criterion, fixed before a pilot begins: from which share on one goes on, and below which one stops."""

    counts: Prose = Field(description="What is counted, and out of whom.")
    counted_from: Prose = Field(description="The record that it is counted from, and who counts.")
    go_from: Percentage = Field(description="The lowest percentage at which one goes on.")
    amend_from: Percentage = Field(description="The lowest percentage at which one changes something and goes on; below it one stops.")
    safety: bool = Field(default=False, description="Whether somebody may be harmed where it is not met; then the two limits are the same.")
    why: Prose = Field(description="Why the two limits stand where they stand.")
    measure: MeasureId | None = Field(default=None, description="The measure that gives the count, where the edition has it.")
