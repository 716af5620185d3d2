"""How a service finds out whether a model is done as meant and whether anything changes."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from practice_models.vocabulary.base import AddressText, Element, Identifier, Line, Names, Part, Prose, Word

ExampleId = Annotated[Identifier, Names("example")]
LogicLinkId = Annotated[Identifier, Names("logic-link")]


class PilotSize(Part):
    """A number of people or staff that the public record gives for the model, or that it does not give."""

    what: Line = Field(description="What was counted, and when.")
    people: Annotated[int, Field(ge=1, le=1_000_000)] | None = Field(
        default=None, description="How many people on probation; left out where that is not public."
    )
    people_is: Literal["exact", "about", "over"] = Field(default="exact", description="How exactly the source gives the number of people.")
    staff: Annotated[int, Field(ge=1, le=1_000_000)] | None = Field(
        default=None, description="How many staff; left out where that is not public."
    )
    note: Prose = Field(description="Who says so and what the number is not; or, plainly, that none is public.")


InAHundred = Annotated[Decimal, Field(strict=False, gt=0, lt=100, decimal_places=2)]
"""A share or a fall, so many of a hundred; finer than this, two of them can be one number to a computer."""


class OwnSize(Word):
    """Sizes for a service to find its own among; what each can tell is worked out when the site is built."""

    before: InAHundred = Field(description="How many of a hundred would reoffend anyway. It is made up to show how.")
    fall: InAHundred = Field(description="The fall worth having, in points of a hundred.")
    people: tuple[Annotated[int, Field(ge=2, le=1_000_000)], ...] = Field(min_length=2, description="Numbers of people, smallest first.")

    @model_validator(mode="after")
    def _make_sense(self) -> Self:
        if list(self.people) != sorted(set(self.people)):
            raise ValueError(f"'people' is {', '.join(map(str, self.people))}; expected each number once, smallest first")
        if self.fall >= self.before:
            raise ValueError(f"'fall' is {self.fall}; expected less than 'before', which is {self.before}")
        return self


class Calculation(Word):
    """A worked example of the kind calculation, with the sentence that leads to it."""

    says: Prose = Field(description="What it is worked out for.")
    example: ExampleId = Field(description="The example.")


class FurtherReading(Word):
    """A page to read next."""

    to: AddressText = Field(description="Its address, such as `evaluation-handbook@2.0.0/chapter:how-many-people`.")
    why: Line = Field(description="What you find there, in a few words.")


class Evaluation(Element):
    """How to evaluate the model: what is particular to it. Measures, fidelity and evidence stand in words of their own."""

    in_short: Prose = Field(description="What a service must know first, in two or three sentences.")
    weakest_links: tuple[LogicLinkId, ...] = Field(
        default=(), description="The links of the theory of change to look at first, because the most hangs on them or the least is known."
    )
    pilot_sizes: tuple[PilotSize, ...] = Field(
        min_length=1, description="How many tried it, as far as it is public; if nothing is, say so."
    )
    own_size: OwnSize | None = Field(default=None, description="Sizes to choose from.")
    calculations: tuple[Calculation, ...] = Field(
        default=(), description="What is worked out with the model's own numbers, in order. An edition in force has one at least."
    )
    can_say: tuple[Prose, ...] = Field(min_length=1, description="What the evidence can say today, the unwelcome with the welcome.")
    cannot_say: tuple[Prose, ...] = Field(min_length=1, description="What it cannot say.")
    read: tuple[FurtherReading, ...] = Field(default=(), description="Chapters and pages to read, in order of need.")
    first_steps: tuple[Prose, ...] = Field(min_length=1, description="What to do next, in order.")
