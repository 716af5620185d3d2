"""What running a worked example gives: the same words say what an author expects and what was computed."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from practice_models.vocabulary.base import Day, Identifier, Line, Word
from practice_models.vocabulary.instrument import View
from practice_models.vocabulary.plan import Money

Figure = Annotated[Decimal, Field(strict=False, ge=-1_000_000, le=1_000_000, allow_inf_nan=False)]
"""A computed number as it is shown, already rounded."""


CalculatedFigure = Annotated[Decimal, Field(strict=False, ge=Decimal(-(10**24)), le=Decimal(10**24), allow_inf_nan=False)]
"""A number that a method of evaluation gives, already rounded; a sum of money or a count may be large."""


RuleAddress = Annotated[str, StringConstraints(pattern=r"^\S+$", max_length=300)]
"""The address of a rule in the edition at hand, such as `fund:enabling-fund/caps/per_request`."""


class RuleUsed(Word):
    """A rule that the result rests on, and what the rule said."""

    rule: RuleAddress = Field(description="The address of the rule in its edition.")
    says: Line = Field(description="What the rule said when the example was written; a change of it stops the build.")


class SectionResult(Word):
    """How one section of an instrument came out."""

    section: Identifier = Field(description="The section.")
    answered: Annotated[int, Field(ge=0, le=1000)] = Field(description="How many of its items have an answer in the view that is read.")
    figure: Figure | None = Field(description="The section's figure to two decimal places; null where too few items are answered.")
    band: Identifier | None = Field(description="The band that the figure falls in; null where there is no figure.")
    differ: tuple[Identifier, ...] = Field(default=(), description="The items on which person and practitioner see it differently.")


class AlertRaised(Word):
    """An alert that the answers raise."""

    alert: Identifier = Field(description="The alert.")
    by: tuple[View, ...] = Field(min_length=1, description="The views whose answer raises it.")


class AssessmentResult(Word):
    """What the answers to an instrument come to."""

    sections: tuple[SectionResult, ...] = Field(description="Each section that was asked, in the instrument's order.")
    alerts: tuple[AlertRaised, ...] = Field(default=(), description="The alerts raised, in the instrument's order.")
    rules: tuple[RuleUsed, ...] = Field(default=(), description="The rules that it rests on.")


class StageVisit(Word):
    """A stretch of time in one stage."""

    stage: Identifier = Field(description="The stage.")
    entered: Day | None = Field(default=None, description="The day on which the case came into it; null where the edition dates no way in.")
    left: Day | None = Field(default=None, description="The day on which the case left it; null while the case is in it.")


ClockState = Literal["met", "late", "missed", "running"]
"""Done in time; done too late; not done though the time is up; not done, and there is still time."""


class ClockResult(Word):
    """How one limit of time came out."""

    clock: RuleAddress = Field(description="The address of the limit, such as `stage:start/timescales/meet-first`.")
    since: Day = Field(description="The day on which the time began to run.")
    due: Day = Field(description="The last day that is in time.")
    done: Day | None = Field(default=None, description="The day on which it was done; null where it was not.")
    state: ClockState = Field(description="How it stands on the day of looking.")


class RecordResult(Word):
    """Whether something that must be written was written."""

    record: Identifier = Field(description="The record.")
    stage: Identifier = Field(description="The stage by whose end it must be there.")
    state: Literal["there", "late", "lacking"] = Field(description="Whether it was there when the case left the stage.")


class StopResult(Word):
    """Whether a safety stop was answered."""

    stop: RuleAddress = Field(description="The address of the stop, such as `stage:start/safety_stops/talk-of-dying`.")
    raised: Day = Field(description="The day on which it came up.")
    answered: Day | None = Field(default=None, description="The day on which it was acted on; null where it was not.")
    untold: tuple[Identifier, ...] = Field(default=(), description="The roles that had to be told and were not.")


class PathwayResult(Word):
    """What the dated events of a case come to."""

    stages: tuple[StageVisit, ...] = Field(description="The stages entered and left, in order.")
    clocks: tuple[ClockResult, ...] = Field(default=(), description="Every limit of time that began to run, in order of its last day.")
    records: tuple[RecordResult, ...] = Field(default=(), description="What had to be written by the end of each stage that was left.")
    stops: tuple[StopResult, ...] = Field(default=(), description="The safety stops that came up.")
    rules: tuple[RuleUsed, ...] = Field(default=(), description="The rules that it rests on.")


class Lack(Word):
    """Something that a plan still lacks, or has too much of."""

    rule: RuleAddress = Field(description="The address of the rule that is not kept.")
    about: Identifier | None = Field(default=None, description="The goal or action that it concerns; null for the plan as a whole.")
    found: Line = Field(description="What was found, such as `4 goals`.")


class Decision(Word):
    """What becomes of one request to the fund."""

    request: Identifier = Field(description="The request.")
    outcome: Literal["agreed", "refused", "waiting"] = Field(description="What becomes of it; `waiting` until all who must agree have.")
    rule: RuleAddress = Field(description="The address of the rule that decided it.")
    level: Identifier | None = Field(default=None, description="The level of approval for the sum; null where it never came to that.")
    decide_by: Day | None = Field(default=None, description="The last day for the decision.")
    waiting_for: tuple[Identifier, ...] = Field(default=(), description="The roles that have still to agree.")
    in_time: bool | None = Field(default=None, description="Whether it was decided in time; null while it is not decided.")
    left: Money = Field(description="What is left for this person after it.")


class ReviewResult(Word):
    """How one call for a review came out."""

    review: RuleAddress = Field(description="The address of the rule that calls for it.")
    since: Day = Field(description="The day from which the time is counted.")
    due: Day = Field(description="The last day that is in time.")
    held: Day | None = Field(default=None, description="The day on which the review was held; null where it was not.")
    state: ClockState = Field(description="How it stands on the day of looking.")


class PlanResult(Word):
    """What a plan and its requests come to."""

    lacks: tuple[Lack, ...] = Field(default=(), description="What the plan lacks on the day of looking, in the order of its rules.")
    agreed_by: Day | None = Field(default=None, description="The last day for agreeing the plan; null where no limit ran.")
    agreed: ClockState | None = Field(default=None, description="Whether it was agreed in time; null where no limit ran.")
    decisions: tuple[Decision, ...] = Field(default=(), description="Each request's decision, in the order of asking.")
    reviews: tuple[ReviewResult, ...] = Field(default=(), description="Every review that was called for, in order of its last day.")
    rules: tuple[RuleUsed, ...] = Field(default=(), description="The rules that it rests on.")


class NumberResult(Word):
    """One number that a calculation gives."""

    name: Identifier = Field(description="What it is.")
    value: CalculatedFigure = Field(description="The number, rounded as the method says.")
    low: CalculatedFigure | None = Field(default=None, description="The lower end of its interval; null where it has none.")
    high: CalculatedFigure | None = Field(default=None, description="The upper end of its interval; null where it has none.")


class CalculationResult(Word):
    """What a calculation gives."""

    numbers: tuple[NumberResult, ...] = Field(description="The numbers, in the method's order.")
    rules: tuple[RuleUsed, ...] = Field(default=(), description="The methods that it rests on.")


class BalanceResult(Word):
    """How alike two groups are in one thing that was known before the service began."""

    covariate: Identifier = Field(description="What was known.")
    before: CalculatedFigure = Field(description="The standardised mean difference of all people, service minus others.")
    after: CalculatedFigure = Field(description="The same of those who were matched, in standard deviations of all people.")
    alike: bool = Field(description="Whether the matched differ by less than a tenth of a standard deviation.")


class ComparisonResult(Word):
    """What a matched comparison gives."""

    pairs: Annotated[int, Field(ge=0)] = Field(description="How many people of the service were matched, each with one other person.")
    unmatched: Annotated[int, Field(ge=0)] = Field(description="How many people of the service have nobody like them.")
    balance: tuple[BalanceResult, ...] = Field(description="How alike the groups are, in the order of the covariates.")
    numbers: tuple[NumberResult, ...] = Field(description="Shares and differences, before matching and after.")
    rules: tuple[RuleUsed, ...] = Field(default=(), description="The methods that it rests on.")
