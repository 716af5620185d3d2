"""Cases that Hypothesis makes up: answers, dated events and plans of every kind, with what they come to."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal

from hypothesis import strategies as st

from practice_models.examples import score
from practice_models.library import Edition
from practice_models.vocabulary.example import (
    AssessmentCase,
    CaseAction,
    CaseEvent,
    CaseGoal,
    FundRequest,
    ItemAnswers,
    PathwayCase,
    PlanCase,
    Strength,
)
from practice_models.vocabulary.instrument import Alert, Instrument, Section
from practice_models.vocabulary.plan import Fund
from practice_models.vocabulary.results import (
    AssessmentResult,
    BalanceResult,
    ClockResult,
    ClockState,
    Decision,
    Lack,
    NumberResult,
    PathwayResult,
    PlanResult,
    StageVisit,
    StopResult,
)
from tests.build_tools.pictures.case_samples import CASE_EDITION, DAY_ONE, PLAN
from tests.build_tools.pictures.strategies import funds, instruments, labels

STATES: st.SearchStrategy[ClockState] = st.sampled_from(("met", "late", "missed", "running"))
OUTCOMES: tuple[Literal["agreed", "refused", "waiting"], ...] = ("agreed", "refused", "waiting")


def _days() -> st.SearchStrategy[date]:
    """Days of a few years, now near each other and now far apart."""
    near, far = st.integers(0, 12), st.integers(0, 900)
    return st.one_of(near, far).map(lambda number: DAY_ONE + timedelta(days=number))


@st.composite
def _named(draw: st.DrawFn, section: Section, view: Any) -> Section:
    """A section whose items have names of their own and labels of every kind; now and then one is the person's alone."""
    items = tuple(
        item.model_copy(update={"id": f"{section.id}-{item.id}", "label": draw(labels), "views": draw(st.sampled_from((item.views, view)))})
        for item in section.items
    )
    return section.model_copy(update={"items": items})


@st.composite
def assessments(draw: st.DrawFn) -> tuple[Instrument, AssessmentCase, AssessmentResult]:
    """An instrument with answers and what they come to."""
    made = draw(instruments())
    sections = tuple(draw(_named(section, ("person",))) for section in made.sections)
    scales = {scale.id: [point.value for point in scale.points] for scale in made.scales}
    answers = []
    for item in (item for section in sections for item in section.items):
        value = st.sampled_from((*scales[item.scale], "blank"))
        given: dict[str, Any] = {view: draw(value) for view in item.views}
        answers.append(ItemAnswers.model_construct(item=item.id, **given))
    alerts = tuple(
        Alert(id=f"alert-{number}", title="A", item=given.item, views=("person",), at_most=100, then="Act.", tell=("practitioner",))
        for number, given in enumerate(draw(st.lists(st.sampled_from(answers), max_size=3)))
    )
    alerts = tuple(alert.model_copy(update={"title": draw(labels)}) for alert in alerts)
    instrument = made.model_copy(update={"sections": sections, "alerts": alerts})
    case = AssessmentCase.model_construct(instrument=instrument.id, answers=tuple(answers))
    result = score(case, replace(CASE_EDITION, instruments=(instrument,))).result
    assert isinstance(result, AssessmentResult)
    return instrument, case, result


@st.composite
def _visits(draw: st.DrawFn, names: list[str], as_of: date) -> tuple[StageVisit, ...]:
    """Stages one after the other; the last one may not be left yet, and some are not dated."""
    turns = sorted(draw(st.lists(_days().filter(lambda day: day <= as_of), min_size=1, max_size=7)))
    visits = []
    for place, entered in enumerate(turns):
        left = turns[place + 1] if place + 1 < len(turns) else draw(st.sampled_from((None, as_of)))
        undated = left is not None and draw(st.booleans()) and draw(st.booleans())
        visits.append(StageVisit(stage=draw(st.sampled_from(names)), entered=None if undated else entered, left=left))
    return tuple(visits)


@st.composite
def pathway_cases(draw: st.DrawFn) -> tuple[Edition, PathwayCase, PathwayResult]:
    """Dated events with stages, limits of time and safety stops, their titles of every kind."""
    edition = replace(
        CASE_EDITION,
        stages=tuple(stage.model_copy(update={"title": draw(labels)}) for stage in CASE_EDITION.stages),
        events=tuple(event.model_copy(update={"title": draw(labels)}) for event in CASE_EDITION.events),
    )
    as_of = max(draw(_days()), DAY_ONE)
    names = [event.id for event in edition.events]
    past = _days().filter(lambda day: day <= as_of) if as_of > DAY_ONE else st.just(DAY_ONE)
    events = tuple(CaseEvent(event=draw(st.sampled_from(names)), on=day) for day in sorted(draw(st.lists(past, min_size=1, max_size=12))))
    addresses = [f"stage:{stage.id}/timescales/{limit.id}" for stage in edition.stages for limit in stage.timescales]
    clocks = tuple(
        ClockResult(
            clock=draw(st.sampled_from(addresses)),
            since=DAY_ONE,
            due=due,
            done=draw(past) if state in ("met", "late") else None,
            state=state,
        )
        for due, state in sorted(draw(st.lists(st.tuples(_days(), STATES), max_size=8)))
    )
    stops = tuple(
        StopResult(stop="stage:start/safety_stops/stop-0", raised=day, answered=draw(st.sampled_from((None, day))), untold=("manager",))
        for day in draw(st.lists(past, max_size=3))
    )
    case = PathwayCase(as_of=as_of, events=events)
    visits = draw(_visits([stage.id for stage in edition.stages], as_of)) if as_of > DAY_ONE else ()
    return edition, case, PathwayResult(stages=visits, clocks=clocks, stops=stops)


@st.composite
def _goals(draw: st.DrawFn, strengths: list[str]) -> tuple[CaseGoal, ...]:
    made = []
    for number in range(draw(st.integers(0, 4))):
        stands_on = draw(st.lists(st.sampled_from(strengths), max_size=3, unique=True)) if strengths else []
        actions = tuple(
            CaseAction.model_construct(
                id=f"action-{place}", what=draw(labels), who=draw(labels), by=draw(_days()), done=draw(st.none() | _days())
            )
            for place in range(draw(st.integers(0, 3)))
        )
        closed = draw(st.none() | _days())
        made.append(
            CaseGoal.model_construct(
                id=f"goal-{number}", title=draw(labels), stands_on=tuple(stands_on), fails=(), actions=actions, opened=None, closed=closed
            )
        )
    return tuple(made)


@st.composite
def _lacks(draw: st.DrawFn, goals: tuple[CaseGoal, ...]) -> tuple[Lack, ...]:
    rules = ("limits/goals_at_most", "limits/strengths_at_least", "goals_must/towards", "signed_by")
    abouts: list[str | None] = [None, *(goal.id for goal in goals)]
    pairs = draw(st.lists(st.tuples(st.sampled_from(rules), st.sampled_from(abouts), labels), max_size=6))
    return tuple(Lack.model_construct(rule=f"plan:my-plan/{rule}", about=about, found=found) for rule, about, found in pairs)


@st.composite
def plan_cases(draw: st.DrawFn) -> tuple[PlanCase, PlanResult]:
    """A plan with any strengths and goals, and any faults."""
    names = [f"strength-{number}" for number in range(draw(st.integers(0, 6)))]
    strengths = tuple(Strength.model_construct(id=name, title=draw(labels)) for name in names)
    goals = draw(_goals(names))
    case = PlanCase.model_construct(
        plan=PLAN.id, as_of=draw(_days()), agreed=draw(st.none() | _days()), strengths=strengths, goals=goals, requests=()
    )
    agreed = draw(st.none() | STATES)
    return case, PlanResult(lacks=draw(_lacks(goals)), agreed_by=draw(_days()) if agreed else None, agreed=agreed)


@st.composite
def ledgers(draw: st.DrawFn) -> tuple[Fund, PlanCase, PlanResult]:
    """Requests to a fund with decisions that keep its balance."""
    fund = draw(funds())
    left = fund.caps.per_person
    rules = ("caps/per_request", "caps/per_person", "must/safe", "may_not_buy/cash", "approvals/level-0", "approvals/gone")
    requests, decisions = [], []
    for number in range(draw(st.integers(0, 6))):
        price = draw(st.decimals(0, 6000, places=2))
        outcome = draw(st.sampled_from(OUTCOMES if price <= left else OUTCOMES[1:]))
        left -= price if outcome == "agreed" else Decimal(0)
        requests.append(
            FundRequest.model_construct(id=f"r-{number}", on=DAY_ONE, goal="gone", what=draw(labels), price=price, buys="tools")
        )
        decisions.append(
            Decision(
                request=f"r-{number}",
                outcome=outcome,
                rule=f"fund:{fund.id}/{draw(st.sampled_from(rules))}",
                decide_by=draw(st.none() | _days()),
                waiting_for=("manager", "fund-holder") if outcome == "waiting" else (),
                in_time=draw(st.sampled_from((None, True, False))),
                left=left,
            )
        )
    case = PlanCase.model_construct(plan=PLAN.id, fund=fund.id, as_of=DAY_ONE, strengths=(), goals=(), requests=tuple(requests))
    return fund, case, PlanResult(decisions=tuple(decisions))


@st.composite
def number_lists(draw: st.DrawFn) -> tuple[NumberResult, ...]:
    """Numbers of any size, some with an interval around them."""
    numbers = []
    for place in range(draw(st.integers(1, 4))):
        low, value, high = sorted(draw(st.lists(st.decimals(-1_000_000, 1_000_000, places=1), min_size=3, max_size=3)))
        bare = draw(st.booleans())
        numbers.append(NumberResult(name=f"number-{place}", value=value, low=None if bare else low, high=None if bare else high))
    return tuple(numbers)


@st.composite
def balances(draw: st.DrawFn) -> tuple[tuple[BalanceResult, ...], dict[str, str]]:
    """Covariates with any differences before and after, and their titles."""
    rows = []
    for place in range(draw(st.integers(1, 6))):
        before, after = (draw(st.decimals(-20, 20, places=2)) for _ in range(2))
        rows.append(BalanceResult(covariate=f"covariate-{place}", before=before, after=after, alike=abs(after) < Decimal("0.1")))
    return tuple(rows), {row.covariate: draw(labels) for row in rows}
