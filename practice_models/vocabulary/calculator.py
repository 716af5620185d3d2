"""Calculators: methods of evaluation that readers work out in the page, with numbers of their own."""

from typing import Literal, Self

from pydantic import Field, model_validator

from practice_models.vocabulary.base import Element, Line, Prose, Word

PageMethod = Literal["people-needed", "fall-detectable", "interval-of-a-proportion", "progression"]
"""The methods of evaluation that a page can work out by itself."""
FurtherInput = Literal["comparators", "people-per-worker", "likeness", "lost"]
"""What a page can ask for beside what its method needs. A method that takes one of them takes them all."""
TAKE_MORE: frozenset[PageMethod] = frozenset({"people-needed", "fall-detectable"})
"""The methods that take them."""


class FurtherField(Word):
    """An input that readers may leave empty."""

    input: FurtherInput = Field(description="The method's name for it. Label, limits and what it is if left empty are the method's.")
    about: Prose = Field(description="What it is, a value to try, and where that value comes from, with a link.")


class FurtherFields(Word):
    """What readers may add, behind a line to press."""

    title: Line = Field(description="The line to press, such as *More about your groups*.")
    fields: tuple[FurtherField, ...] = Field(min_length=1, description="The inputs, in the order of asking, each once.")


class Calculator(Element):
    """A method of evaluation as a page in which readers put their own numbers. Inputs, limits and results are the method's."""

    method: PageMethod = Field(description="The method of evaluation.")
    question: Line = Field(description="The question that a reader comes with.")
    have_ready: tuple[Prose, ...] = Field(min_length=1, description="Where each number comes from, and what to settle before, one a line.")
    more: FurtherFields | None = Field(
        default=None, description="What readers may add. Only `people-needed` and `fall-detectable` take more than they need."
    )
    formula: Prose = Field(description="How the result comes about, in words.")

    @model_validator(mode="after")
    def _takes_more(self) -> Self:
        names = [field.input for field in self.more.fields] if self.more else []
        if names and self.method not in TAKE_MORE:
            raise ValueError(
                f"'more' goes with a method that takes more; 'method' is {self.method}, expected {' or '.join(sorted(TAKE_MORE))}"
            )
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"'more' asks twice for {' and '.join(twice)}; expected each input once")
        return self
