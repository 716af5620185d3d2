"""Calculators: methods of evaluation that readers work out in the page, with numbers of their own."""

from typing import Literal

from pydantic import Field

from practice_models.vocabulary.base import Element, Line, Prose

PageMethod = Literal["people-needed", "fall-detectable", "interval-of-a-proportion", "progression"]
"""The methods of evaluation that a page can work out by itself."""


class Calculator(Element):
    """A method of evaluation as a page in which readers put their own numbers. Inputs, limits and results are the method's."""

    method: PageMethod = Field(description="The method of evaluation.")
    question: Line = Field(description="The question that a reader comes with.")
    have_ready: tuple[Prose, ...] = Field(min_length=1, description="Where each number comes from, and what to settle before, one a line.")
    formula: Prose = Field(description="How the result comes about, in words.")
