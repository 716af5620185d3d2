"""Worked examples: a fictional case, what goes in, and what must come out on every build."""

from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, ValidationError, ValidatorFunctionWrapHandler, WrapValidator, model_validator
from pydantic_core import PydanticCustomError

from practice_models.vocabulary.base import (
    AddressText,
    Day,
    Element,
    EventId,
    Identifier,
    Line,
    Names,
    Part,
    Prose,
    RecordId,
    RoleId,
    Word,
)
from practice_models.vocabulary.plan import Money
from practice_models.vocabulary.results import AssessmentResult, CalculationResult, ComparisonResult, PathwayResult, PlanResult

InstrumentId = Annotated[Identifier, Names("instrument")]
PlanId = Annotated[Identifier, Names("plan")]
FundId = Annotated[Identifier, Names("fund")]


def _number_or_blank(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    try:
        return handler(value)
    except ValidationError as error:
        raise PydanticCustomError("form", "expected a whole number without quotes, or blank") from error


Answer = Annotated[int | Literal["blank"], WrapValidator(_number_or_blank)]
"""An answer: a value of the item's scale, or `blank` where none was given. A blank is never a zero."""

TimeOfDay = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""A time of day in quotes, such as `"14:30"`."""

CalendarName = Annotated[str, StringConstraints(pattern=r"^\S+$", max_length=60)]
"""The name of a calendar of working days: `england-and-wales`, `scotland`, `northern-ireland`, `monday-to-friday`, or a
country by its ISO 3166 code such as `IE` or `DE-BY`."""


class Person(Part):
    """Somebody in an example. They are made up."""

    name: Line = Field(description="What they are called.")
    about: Line = Field(description="Who they are in this case, in one sentence.")


class Spoken(Word):
    """Something that somebody said."""

    who: Line = Field(description="Who said it.")
    words: Line = Field(description="What they said, without quotation marks.")


class Happening(Part):
    """One thing that happened in the case."""

    happens: Prose = Field(description="What happened.")
    said: tuple[Spoken, ...] = Field(default=(), description="What was said, line by line.")
    why: Prose | None = Field(default=None, description="Why the worker did it so, where that is worth a word.")


class ItemAnswers(Word):
    """The answers to one item of an instrument, in each view that the item takes."""

    item: Identifier = Field(description="The item of the instrument.")
    person: Answer | None = Field(default=None, description="The person's answer.")
    practitioner: Answer | None = Field(default=None, description="The practitioner's answer.")
    agreed: Answer | None = Field(default=None, description="What both agreed to write; `blank` where they did not agree.")
    words: Line | None = Field(default=None, description="What the person said, as it would be noted on the form.")


class AssessmentCase(Word):
    """Answers to an instrument, and what they must come to."""

    instrument: InstrumentId = Field(description="The instrument that was used.")
    answers: tuple[ItemAnswers, ...] = Field(
        min_length=1, description="The answers. Once one item of a section is here, every item of that section must be."
    )
    expect: AssessmentResult | None = Field(
        default=None, description="What must come out. `practice examples --accept` writes it for you to read."
    )


class CaseEvent(Word):
    """Something that happened on a day of the case."""

    event: EventId = Field(description="What happened.")
    on: Day = Field(description="The day.")
    at: TimeOfDay | None = Field(default=None, description="The time of day, where a limit is counted in hours.")
    note: Line | None = Field(default=None, description="A word on how, for the reader.")


class CaseRecord(Word):
    """Something that was written down."""

    record: RecordId = Field(description="The record.")
    on: Day = Field(description="The day on which it was saved.")


class CaseStop(Word):
    """A safety stop that came up."""

    stop: AddressText = Field(description="Its address, such as `stage:start/safety_stops/talk-of-dying`.")
    on: Day = Field(description="The day on which it came up.")
    answered: Day | None = Field(default=None, description="The day on which it was acted on; left out where it was not.")
    told: tuple[RoleId, ...] = Field(default=(), description="The roles that were told.")


class PathwayCase(Word):
    """The dated events of a case, and what they must come to."""

    calendar: CalendarName = Field(default="england-and-wales", description="Which days are working days.")
    as_of: Day = Field(description="The day of looking: what is not done by then is missed or still running.")
    events: tuple[CaseEvent, ...] = Field(min_length=1, description="What happened, in order of day.")
    records: tuple[CaseRecord, ...] = Field(default=(), description="What was written down.")
    stops: tuple[CaseStop, ...] = Field(default=(), description="The safety stops that came up.")
    expect: PathwayResult | None = Field(
        default=None, description="What must come out. `practice examples --accept` writes it for you to read."
    )


class Strength(Part):
    """A strength of the person that goals can stand on."""

    title: Line = Field(description="The strength, in a few words.")


class CaseAction(Part):
    """An action under a goal."""

    what: Line = Field(description="What happens.")
    who: Line = Field(description="Who does it.")
    by: Day = Field(description="By when.")
    done: Day | None = Field(default=None, description="The day on which it was done; left out while it is open.")


class CaseGoal(Part):
    """A goal of the plan."""

    title: Line = Field(description="The goal in the person's words.")
    stands_on: tuple[Identifier, ...] = Field(default=(), description="The strengths that it stands on.")
    fails: tuple[Identifier, ...] = Field(default=(), description="The tests that it does not pass; it passes all others.")
    actions: tuple[CaseAction, ...] = Field(default=(), description="Its actions.")
    opened: Day | None = Field(default=None, description="The day on which it came into the plan; left out, from the beginning.")
    closed: Day | None = Field(default=None, description="The day on which it was reached or given up; left out while it is open.")


class FundRequest(Part):
    """Something that the fund is asked for."""

    on: Day = Field(description="The day on which the request, with every box filled, reached those who decide.")
    goal: Identifier = Field(description="The goal that it serves.")
    what: Line = Field(description="What is to be bought.")
    price: Money = Field(description="What it costs, in the fund's currency.")
    buys: Identifier = Field(description="The kind of thing, from what the fund may or may not buy.")
    lacks: tuple[Identifier, ...] = Field(default=(), description="The tests that it does not pass; it passes all others.")
    agreed_by: tuple[RoleId, ...] = Field(default=(), description="The roles that have said yes.")
    declined_by: tuple[RoleId, ...] = Field(default=(), description="The roles that have said no.")
    decided: Day | None = Field(default=None, description="The day of the last yes or of the no; left out while nothing is decided.")


class ReviewHeld(Word):
    """A review that was held."""

    on: Day = Field(description="The day.")
    note: Line | None = Field(default=None, description="What came of it, for the reader.")


class PlanCase(Word):
    """A plan with its requests to the fund, and what they must come to."""

    plan: PlanId = Field(description="The plan's rules.")
    fund: FundId | None = Field(default=None, description="The fund's rules; left out where nothing is asked for.")
    calendar: CalendarName = Field(default="england-and-wales", description="Which days are working days.")
    as_of: Day = Field(description="The day of looking.")
    events: tuple[CaseEvent, ...] = Field(default=(), description="What happened that starts a clock of the plan.")
    agreed: Day | None = Field(default=None, description="The day on which the plan was agreed; left out where it is not yet.")
    signed_by: tuple[RoleId, ...] = Field(default=(), description="The roles that have signed.")
    strengths: tuple[Strength, ...] = Field(default=(), description="The strengths that goals may stand on.")
    goals: tuple[CaseGoal, ...] = Field(default=(), description="The goals.")
    requests: tuple[FundRequest, ...] = Field(default=(), description="The requests, in the order of asking.")
    reviews: tuple[ReviewHeld, ...] = Field(default=(), description="The reviews that were held, in order.")
    expect: PlanResult | None = Field(
        default=None, description="What must come out. `practice examples --accept` writes it for you to read."
    )


class NamedNumber(Word):
    """One input of a calculation."""

    name: Identifier = Field(description="The input's name, as the method calls it.")
    value: Annotated[Decimal, Field(strict=False, ge=-1_000_000_000, le=1_000_000_000, allow_inf_nan=False)] = Field(
        description="The number, in the unit that the method asks for."
    )


class CalculationCase(Word):
    """One of the methods of evaluation with its inputs, and what it must give."""

    method: Identifier = Field(description="The method.")
    inputs: tuple[NamedNumber, ...] = Field(min_length=1, description="Every input that the method asks for.")
    expect: CalculationResult | None = Field(
        default=None, description="What must come out. `practice examples --accept` writes it for you to read."
    )


class Covariate(Part):
    """Something that is known of each person before the service begins."""

    title: Line = Field(description="What it is, with its unit, such as `Age at the start, in years`.")


PersonFigure = Annotated[Decimal, Field(strict=False, ge=-1_000_000, le=1_000_000, allow_inf_nan=False)]
PersonRow = Annotated[tuple[PersonFigure, ...], Field(min_length=2, max_length=13)]
"""One person in a line: each covariate in its order, and last the outcome, 1 where it happened and 0 where it did not."""


class ComparisonCase(Word):
    """People of a service beside others, each paired with somebody like them, and what must come out."""

    covariates: tuple[Covariate, ...] = Field(
        min_length=1, max_length=12, description="What people are matched on, all of it known beforehand."
    )
    outcome: Line = Field(description="What is looked at, a yes or no for each person, such as `Charged with a new offence within a year`.")
    caliper: Annotated[Decimal, Field(strict=False, gt=0, le=10, max_digits=8, decimal_places=4)] = Field(
        default=Decimal("0.2"), description="How far apart a pair may be, in standard deviations of the propensity scores (log-odds)."
    )
    service: tuple[PersonRow, ...] = Field(min_length=2, max_length=2000, description="The people of the service, a row each.")
    others: tuple[PersonRow, ...] = Field(min_length=2, max_length=5000, description="The people to look among, a row each.")
    expect: ComparisonResult | None = Field(
        default=None, description="What must come out. `practice examples --accept` writes it for you to read."
    )


Case = AssessmentCase | PathwayCase | PlanCase | CalculationCase | ComparisonCase
CASE_FIELDS = ("assessment", "pathway", "plan", "calculation", "comparison")
"""The kinds of worked example; each is the key under which an example keeps what goes in and what must come out."""


class WorkedExample(Element):
    """A fictional case that is worked through with the edition's own rules on every build."""

    basis: Literal["illustrative"] = Field(default="illustrative", description="Always `illustrative`: the people and events are made up.")
    summary: Line = Field(description="What the example shows, in one sentence.")
    shows: tuple[AddressText, ...] = Field(min_length=1, description="What it is an example of; it stands on those pages.")
    people: tuple[Person, ...] = Field(min_length=1, description="Who is in it; all are made up.")
    story: tuple[Happening, ...] = Field(min_length=1, description="What happened, in order.")
    assessment: AssessmentCase | None = Field(default=None, description="Answers to an instrument.")
    pathway: PathwayCase | None = Field(default=None, description="Dated events of a case.")
    plan: PlanCase | None = Field(default=None, description="A plan, and requests to a fund.")
    calculation: CalculationCase | None = Field(default=None, description="A method of evaluation with its inputs.")
    comparison: ComparisonCase | None = Field(default=None, description="People of a service beside others like them, a row each.")
    good_practice: tuple[Prose, ...] = Field(min_length=1, description="What the worker did well here, and would do again.")
    discuss: tuple[Prose, ...] = Field(min_length=1, description="Questions for a team or a training group.")

    @model_validator(mode="after")
    def _one_case(self) -> Self:
        given = [name for name in CASE_FIELDS if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"give exactly one of {', '.join(CASE_FIELDS)}; found {' and '.join(given) or 'none'}")
        return self

    @property
    def case_field(self) -> str:
        """The kind of example, which is also the key that holds its case."""
        return next(name for name in CASE_FIELDS if getattr(self, name) is not None)

    @property
    def case(self) -> Case:
        """What goes in, and what must come out."""
        case: Case = getattr(self, self.case_field)
        return case
