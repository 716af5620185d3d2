"""The plan and the fund behind it: limits and decisions, declared as data."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from practice_models.vocabulary.base import Element, EventId, Line, Part, Prose, RecordId, RoleId, Word
from practice_models.vocabulary.pathway import Duration, Within

Count = Annotated[int, Field(ge=0, le=1000)]
Money = Annotated[Decimal, Field(strict=False, ge=0, le=1_000_000, decimal_places=2, allow_inf_nan=False)]
"""An amount in the fund's currency, such as 150 or 12.50."""


class GoalTest(Part):
    """Something that every goal of a plan must be or have."""

    title: Line = Field(description="The test in a few words, such as `Something to move towards`.")
    ask: Line = Field(description="The question that shows whether the goal passes.")
    pass_example: Line = Field(description="A goal, or part of one, that passes.")
    fail_example: Line = Field(description="One that does not.")


class GoalLimits(Word):
    """How many goals a plan holds, and what each goal holds; both ends are included."""

    goals_at_least: Count = Field(description="The fewest goals that make a plan.")
    goals_at_most: Count = Field(description="The most goals open at one time.")
    actions_at_least: Count = Field(description="The fewest actions that a goal has.")
    actions_at_most: Count = Field(description="The most actions open at one time under one goal.")
    strengths_at_least: Count = Field(description="How many strengths of the person each goal is tied to, at the least.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.goals_at_least > self.goals_at_most:
            raise ValueError(f"goals_at_least {self.goals_at_least} is more than goals_at_most {self.goals_at_most}")
        if self.actions_at_least > self.actions_at_most:
            raise ValueError(f"actions_at_least {self.actions_at_least} is more than actions_at_most {self.actions_at_most}")
        return self


class ReviewRule(Part):
    """When the plan is looked at again: after a time, or because something happened."""

    title: Line = Field(description="The rule in a few words.")
    every: Duration | None = Field(default=None, description="At least this often, as an ISO 8601 duration.")
    on: EventId | None = Field(default=None, description="Or when this event happens.")
    within_working_days: Annotated[int, Field(ge=0, le=100)] | None = Field(
        default=None, description="With `on`: the working days there are for it."
    )
    do: Prose = Field(description="What the review looks at.")

    @model_validator(mode="after")
    def _one_trigger(self) -> Self:
        if (self.every is None) == (self.on is None):
            raise ValueError("give exactly one of every and on")
        if (self.on is None) != (self.within_working_days is None):
            raise ValueError("on and within_working_days go together")
        return self


class PlanField(Part):
    """One box of the blank plan."""

    label: Line = Field(description="The label on the form.")
    holds: Prose = Field(description="What goes there.")
    scope: Literal["plan", "goal", "action"] = Field(description="Whether there is one a plan, a goal or an action.")


class Plan(Element):
    """What a plan must be: its goals, its limits, its reviews."""

    purpose: Prose = Field(description="What the plan is for, for the person first.")
    goals_must: tuple[GoalTest, ...] = Field(min_length=1, description="What every goal must be or have.")
    limits: GoalLimits = Field(description="How many goals and actions, and the ties to strengths.")
    controls: tuple[Prose, ...] = Field(
        default=(), description="What the sentence or the person's and others' safety fixes, and the plan must say beside the goals."
    )
    agreed_within: Within | None = Field(default=None, description="How soon there must be an agreed plan.")
    signed_by: tuple[RoleId, ...] = Field(min_length=1, description="Who signs: the roles whose agreement makes it a plan.")
    reviews: tuple[ReviewRule, ...] = Field(min_length=1, description="When it is looked at again.")
    form: tuple[PlanField, ...] = Field(min_length=1, description="The boxes of the blank plan.")
    record: RecordId | None = Field(default=None, description="The record that holds it.")


class Caps(Word):
    """The most that may be spent; all in the fund's currency."""

    per_request: Money = Field(description="The most that one request may ask for.")
    per_person: Money = Field(description="The most that one person may have in one order or licence.")


class Approval(Part):
    """Who must agree to a request up to an amount."""

    up_to: Money = Field(description="The highest amount at this level, included.")
    by: tuple[RoleId, ...] = Field(min_length=1, description="The roles who must all agree.")
    within_working_days: Annotated[int, Field(ge=0, le=100)] = Field(description="The working days they have to decide.")


class Purchase(Part):
    """A kind of thing that the fund may, or may not, buy."""

    title: Line = Field(description="The kind of thing.")
    examples: tuple[Line, ...] = Field(default=(), description="Examples that a practitioner would meet, worded as in a sentence.")
    why: Prose | None = Field(default=None, description="Why it is in or out, where that is not plain.")


class FundTest(Part):
    """Something that every request must show."""

    title: Line = Field(description="The test in a few words, such as `Serves a goal in the plan`.")
    ask: Line = Field(description="The question that shows whether the request passes.")
    worked_out_from: Literal["caps"] | None = Field(
        default=None, description="`caps` where the test is the sums themselves: it is worked out, and nobody judges it."
    )
    refusal: Prose = Field(description="The reason given, in words the person can use, when it does not pass.")


class Fund(Element):
    """Small sums that serve a goal: caps, approvals, what may be bought and how a refusal is told."""

    purpose: Prose = Field(description="What the fund is for.")
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = Field(description="The ISO 4217 code, such as `GBP`.")
    caps: Caps = Field(description="The most that may be spent.")
    approvals: tuple[Approval, ...] = Field(min_length=1, description="Who must agree, lowest amount first.")
    must: tuple[FundTest, ...] = Field(min_length=1, description="What every request must show.")
    may_buy: tuple[Purchase, ...] = Field(min_length=1, description="What the fund may buy.")
    may_not_buy: tuple[Purchase, ...] = Field(min_length=1, description="What it never buys, and why.")
    appeal: Prose = Field(description="How a person asks for a second look.")
    guards: tuple[Prose, ...] = Field(
        default=(), description="Guards against unfairness and fraud: receipts, conflicts of interest, who gets what."
    )
    record: RecordId | None = Field(default=None, description="The record that holds requests and decisions.")
