"""Cases to draw: answers, dated events, a plan with requests; people, days and rules are made up."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from practice_models.examples import hold_plan, score
from practice_models.examples.pathway import follow
from practice_models.vocabulary.example import (
    AssessmentCase,
    CaseAction,
    CaseEvent,
    CaseGoal,
    CaseStop,
    FundRequest,
    ItemAnswers,
    PathwayCase,
    PlanCase,
    Strength,
)
from practice_models.vocabulary.instrument import Alert, Item, Scale, ScalePoint, View
from practice_models.vocabulary.pathway import Event, Role, Timescale, Within
from practice_models.vocabulary.plan import GoalLimits, GoalTest, Plan, PlanField, ReviewRule
from practice_models.vocabulary.results import AssessmentResult, BalanceResult, NumberResult, PathwayResult, PlanResult
from tests.build_tools.pictures.samples import EDITION, FUND, INSTRUMENT, ROLES, SCALE, section, stage

NEXT_STEP = Scale(
    id="next-step",
    title="My next step",
    points=tuple(
        ScalePoint(id=name, value=value, label=label, means="It is so.")
        for value, (name, label) in enumerate((("not-now", "Not now"), ("soon", "I want to and need a hand"), ("done", "Done")), start=1)
    ),
)
_LABELS = {
    "home": ("A place to live", ("A bed tonight", "Safe where I sleep", "Keeping my place")),
    "money": ("Money and daily costs", ("Food and fares", "Money coming in", "Bills and debts")),
    "people": ("Family and close people", ("Someone to count on", "Safe with them", "How I treat them")),
}


def _item(name: str, label: str, scale: str = "how-true", views: tuple[View, ...] = ("person", "practitioner", "agreed")) -> Item:
    return Item(id=name, label=label, ask="How is it?", statement="It is so.", scale=scale, views=views)


def _sections() -> tuple[Any, ...]:
    made = []
    for name, (title, labels) in _LABELS.items():
        items = tuple(_item(f"{name}-{number}", label) for number, label in enumerate(labels))
        step = _item(f"{name}-step", "What I want to do about it", "next-step", ("person",))
        made.append(section(name, title).model_copy(update={"items": (*items, step)}))
    return tuple(made)


ASKED = INSTRUMENT.model_copy(
    update={
        "scales": (SCALE, NEXT_STEP),
        "sections": _sections(),
        "alerts": (
            Alert(id="no-bed", title="Nowhere to sleep", item="home-0", views=("person",), at_most=1, then="Act.", tell=("practitioner",)),
        ),
    }
)
_ANSWERS: dict[str, tuple[int | str, ...]] = {
    "home-0": (1, 3, 2),
    "home-1": (3, 3, 3),
    "home-2": (2, "blank", 2),
    "home-step": (2,),
    "money-0": ("blank", "blank", "blank"),
    "money-1": (2, 2, "blank"),
    "money-2": (4, 3, 4),
    "money-step": ("blank",),
}


def _given(item: str, values: tuple[Any, ...]) -> ItemAnswers:
    person, practitioner, agreed = values if len(values) == 3 else (values[0], None, None)
    words = "I slept at a mate's." if item == "home-0" else None
    return ItemAnswers(item=item, person=person, practitioner=practitioner, agreed=agreed, words=words)


ANSWERS = AssessmentCase(instrument=ASKED.id, answers=tuple(_given(item, values) for item, values in _ANSWERS.items()))
DAY_ONE = date(2026, 12, 14)


def _limit(name: str, what: str, event: str, since: str, days: int) -> Timescale:
    return Timescale(id=name, what=what, event=event, within=Within(duration=f"P{days}D", since=since))


def _event(name: str, title: str) -> Event:
    return Event(id=name, title=title, basis="illustrative", meaning="It happened.")


_STAGES = (
    stage("start", "Start", "Meet.", ("working",), 1, begins=True).model_copy(
        update={
            "entered_by": "allocated",
            "left_by": "agreed",
            "timescales": (
                _limit("meet", "Meet for the first time.", "met", "allocated", 5),
                _limit("agree", "Agree the plan.", "agreed", "met", 10),
                _limit("visit", "Visit the home.", "visited", "allocated", 20),
            ),
        }
    ),
    stage("working", "Work and connect", "Do it.", (), 0, ends=True).model_copy(
        update={"entered_by": "agreed", "timescales": (_limit("review", "Review the plan.", "reviewed", "agreed", 84),)}
    ),
)
_EVENTS = (
    _event("allocated", "Case allocated"),
    _event("met", "First appointment held"),
    _event("agreed", "Plan agreed"),
    _event("visited", "Home visit made"),
    _event("reviewed", "Review held"),
)
PLAN = Plan(
    id="my-plan",
    title="My plan",
    basis="illustrative",
    purpose="To say what I want.",
    goals_must=(GoalTest(id="towards", title="Something to move towards", ask="Is it?", pass_example="Work", fail_example="No trouble"),),
    limits=GoalLimits(goals_at_least=1, goals_at_most=3, actions_at_least=1, actions_at_most=3, strengths_at_least=1),
    agreed_within=Within(duration="P6W", since="allocated"),
    signed_by=("person", "practitioner"),
    reviews=(ReviewRule(id="regular", title="Every twelve weeks", every="P12W", do="Look at it."),),
    form=(PlanField(id="goal", label="Goal", holds="It.", scope="goal"),),
)
CASE_EDITION = replace(
    EDITION,
    stages=_STAGES,
    events=_EVENTS,
    roles=tuple(
        Role(id=name, title=title, basis="illustrative", summary="It.", responsibilities=("It.",))
        for name, title in {"person": "Person", **ROLES}.items()
    ),
    instruments=(ASKED,),
    plans=(PLAN,),
    funds=(FUND,),
)


def day(number: int) -> date:
    return DAY_ONE + timedelta(days=number)


EVENTS = PathwayCase(
    as_of=day(70),
    events=tuple(CaseEvent(event=name, on=day(number)) for name, number in (("allocated", 0), ("met", 4), ("agreed", 35))),
    stops=(
        CaseStop(stop="stage:start/safety_stops/stop-0", on=day(4), answered=day(4), told=("practitioner",)),
        CaseStop(stop="stage:start/safety_stops/stop-0", on=day(20)),
    ),
)
PLANNED = PlanCase(
    plan="my-plan",
    fund="enabling-fund",
    as_of=day(90),
    agreed=day(35),
    signed_by=("person",),
    events=(CaseEvent(event="allocated", on=day(0)),),
    strengths=(
        Strength(id="cook", title="Ran the kitchen on the wing"),
        Strength(id="nan", title="Nan, who never gave up"),
        Strength(id="gym", title="The boxing gym"),
    ),
    goals=(
        CaseGoal(
            id="work",
            title="Early shift at the bakery",
            stands_on=("cook",),
            actions=(
                CaseAction(id="ring", what="Ring about the Saturday slot", who="Me", by=day(40), done=day(39)),
                CaseAction(id="book", what="Book the course", who="Practitioner", by=day(60)),
            ),
        ),
        CaseGoal(id="quiet", title="No trouble at weekends", fails=("towards",)),
        CaseGoal(
            id="sunday",
            title="Cook for the Sunday group",
            stands_on=("cook", "nan"),
            actions=(CaseAction(id="key", what="Ask for the key", who="Me", by=day(100)),),
        ),
    ),
    requests=(
        FundRequest(
            id="boots",
            on=day(40),
            goal="work",
            what="Safety boots",
            price=Decimal(60),
            buys="tools",
            agreed_by=("practitioner", "manager"),
            decided=day(80),
        ),
        FundRequest(id="cash", on=day(50), goal="work", what="Cash for fares", price=Decimal(90), buys="cash"),
        FundRequest(id="bike", on=day(55), goal="work", what="A bike", price=Decimal("150.50"), buys="tools"),
        FundRequest(
            id="pan", on=day(60), goal="sunday", what="A big pan", price=Decimal("62.40"), buys="tools", agreed_by=("practitioner",)
        ),
    ),
)


NUMBERS = (
    NumberResult(name="percentage", value=Decimal("42.5"), low=Decimal("30.1"), high=Decimal("55.9")),
    NumberResult(name="difference-in-points", value=Decimal("-6.2"), low=Decimal("-14.8"), high=Decimal("2.9")),
    NumberResult(name="people-in-all", value=Decimal(1240)),
)


BALANCE = (
    BalanceResult(covariate="age", before=Decimal("0.45"), after=Decimal("-0.03"), alike=True),
    BalanceResult(covariate="breaches", before=Decimal("-0.62"), after=Decimal("0.14"), alike=False),
)
BALANCE_TITLES = {"age": "Age at the start, in years", "breaches": "Breaches in the two years before"}


def scored() -> AssessmentResult:
    result = score(ANSWERS, CASE_EDITION).result
    assert isinstance(result, AssessmentResult)
    return result


def followed() -> PathwayResult:
    result = follow(EVENTS, CASE_EDITION).result
    assert isinstance(result, PathwayResult)
    return result


def held() -> PlanResult:
    result = hold_plan(PLANNED, CASE_EDITION).result
    assert isinstance(result, PlanResult)
    return result
