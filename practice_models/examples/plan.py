"""Holds a plan against its rules: what it lacks, whether it was agreed in time, its reviews, and its requests to a fund."""

from collections.abc import Iterator, Sequence
from datetime import date

from practice_models.examples.calendars import WorkingCalendar
from practice_models.examples.clocks import Clock, Moment, Ticking, read_calendar, read_moments, run_clock
from practice_models.examples.fund import decide
from practice_models.examples.working import Run, Working
from practice_models.library import Edition
from practice_models.vocabulary.example import CaseGoal, PlanCase
from practice_models.vocabulary.pathway import Within
from practice_models.vocabulary.plan import Plan, ReviewRule
from practice_models.vocabulary.results import Lack, PlanResult, ReviewResult

_AGREED, _HELD = "plan agreed", "review held"
"""What a case itself dates, beside its events; no event of an edition can be called so."""


def hold_plan(case: PlanCase, edition: Edition) -> Run:
    """Hold a plan and its requests to a fund against an edition's rules.

    Args:
        case: The plan, its strengths, goals, requests and reviews.
        edition: The edition that holds the rules.

    Returns:
        What the plan lacks, whether it was agreed in time, each request's decision with the rule that decided it and
        what is left, and every review called for.

    Raises:
        CaseError: Where something is unknown, out of order, or contradicts itself.
    """
    work = Working(edition)
    plan = work.find(("plan",), "plan", case.plan, edition.plans)
    fund = work.find(("fund",), "fund", case.fund, edition.funds) if case.fund else None
    calendar = read_calendar(case.calendar, work)
    moments = read_moments(case.events, case.as_of, [event.id for event in edition.events], work)
    _check_goals(case, plan, work)
    _check_days(case, work)
    decisions = decide(case, fund, calendar, work)
    work.stop_on_faults()
    lacks = tuple(_lacks(case, plan, work))
    agreed = _agreeing(case, plan, moments, calendar, work)
    reviews = tuple(_reviews(case, plan, moments, calendar, work))
    result = PlanResult(
        lacks=lacks,
        agreed_by=agreed.due.date() if agreed else None,
        agreed=agreed.state if agreed else None,
        decisions=decisions,
        reviews=reviews,
        rules=work.rules,
    )
    return work.finish(result)


def _check_goals(case: PlanCase, plan: Plan, work: Working) -> None:
    strengths, tests = [strength.id for strength in case.strengths], [test.id for test in plan.goals_must]
    for place, goal in enumerate(case.goals):
        path = ("goals", place)
        for spot, strength in enumerate(goal.stands_on):
            work.known((*path, "stands_on", spot), "strength", strength, strengths)
        for spot, test in enumerate(goal.fails):
            work.known((*path, "fails", spot), "test of a goal", test, tests)
        if goal.closed and goal.closed < (goal.opened or date.min):
            work.fault((*path, "closed"), "PG854", f"the goal '{goal.id}' closes on {goal.closed}, before it opens on {goal.opened}")
    for name in ("strengths", "goals", "requests"):
        ids = [each.id for each in getattr(case, name)]
        for place, identifier in enumerate(ids):
            if identifier in ids[:place]:
                work.fault((name, place, "id"), "PG854", f"the id '{identifier}' stands twice under '{name}'")


def _check_days(case: PlanCase, work: Working) -> None:
    """Note days that lie after the day of looking, and reviews out of order or before there was a plan."""
    days: list[tuple[tuple[str | int, ...], date | None]] = [(("agreed",), case.agreed)]
    for place, goal in enumerate(case.goals):
        days += [(("goals", place, "opened"), goal.opened), (("goals", place, "closed"), goal.closed)]
        days += [(("goals", place, "actions", spot, "done"), action.done) for spot, action in enumerate(goal.actions)]
    for place, review in enumerate(case.reviews):
        days.append((("reviews", place, "on"), review.on))
        before = case.reviews[place - 1].on if place else case.agreed
        if before is None or review.on < before:
            what = "there is no agreed plan to review" if before is None else f"it lies before {before}"
            work.fault(("reviews", place, "on"), "PG854", f"a review is held on {review.on}, but {what}")
    for path, day in days:
        if day is not None and day > case.as_of:
            work.fault(path, "PG854", f"{day} lies after the day of looking, {case.as_of}")


def _lacks(case: PlanCase, plan: Plan, work: Working) -> Iterator[Lack]:
    """What the plan lacks on the day of looking, rule by rule."""
    lacks = (*_limits(case, plan, work), *_failed_tests(case, plan, work), *_signatures(case, plan, work))
    for place, lack in enumerate(lacks):
        work.because["lacks", place] = lack.rule
    yield from lacks


def _limits(case: PlanCase, plan: Plan, work: Working) -> Iterator[Lack]:
    home, limits = f"plan:{plan.id}/limits", plan.limits
    goals = [goal for goal in case.goals if _is_open(goal, case.as_of)]
    most = max((sum(_is_open(goal, day) for goal in case.goals) for day in _turns(case)), default=len(goals))
    yield from _limit(f"{home}/goals_at_least", len(goals) >= limits.goals_at_least, _count(len(goals), "goal"), None, work)
    found = f"{_count(most, 'goal')} at one time"
    yield from _limit(f"{home}/goals_at_most", most <= limits.goals_at_most, found, None, work)
    for goal in goals:
        actions, waiting = len(goal.actions), sum(action.done is None for action in goal.actions)
        yield from _limit(f"{home}/actions_at_least", actions >= limits.actions_at_least, _count(actions, "action"), goal.id, work)
        found = f"{_count(waiting, 'action')} open at one time"
        yield from _limit(f"{home}/actions_at_most", waiting <= limits.actions_at_most, found, goal.id, work)
        strengths = len(goal.stands_on)
        found = _count(strengths, "strength")
        yield from _limit(f"{home}/strengths_at_least", strengths >= limits.strengths_at_least, found, goal.id, work)


def _limit(rule: str, kept: bool, found: str, about: str | None, work: Working) -> Iterator[Lack]:
    work.use(rule, "kept" if kept else "broken")
    if not kept:
        yield Lack(rule=rule, about=about, found=found)


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'s' * (number != 1)}"


def _turns(case: PlanCase) -> list[date]:
    """The days on which the number of open goals can change."""
    days = {day for goal in case.goals for day in (goal.opened, goal.closed) if day is not None}
    return sorted(days | {case.agreed or case.as_of, case.as_of})


def _is_open(goal: CaseGoal, day: date) -> bool:
    return (goal.opened or date.min) <= day < (goal.closed or date.max)


def _failed_tests(case: PlanCase, plan: Plan, work: Working) -> Iterator[Lack]:
    goals = [goal for goal in case.goals if _is_open(goal, case.as_of)]
    for test in plan.goals_must:
        rule = f"plan:{plan.id}/goals_must/{test.id}"
        for goal in goals:
            yield from _limit(rule, test.id not in goal.fails, "the goal does not pass", goal.id, work)


def _signatures(case: PlanCase, plan: Plan, work: Working) -> Iterator[Lack]:
    for place, role in enumerate(case.signed_by):
        work.known(("signed_by", place), "role that signs", role, plan.signed_by)
    work.stop_on_faults()
    missing = [role for role in plan.signed_by if role not in case.signed_by]
    yield from _limit(f"plan:{plan.id}/signed_by", not missing, f"no signature of {' and '.join(missing)}", None, work)


def _agreeing(case: PlanCase, plan: Plan, moments: Sequence[Moment], calendar: WorkingCalendar, work: Working) -> Ticking | None:
    """Whether the plan was agreed in time; None where no limit ran."""
    if plan.agreed_within is None:
        return None
    agreed = [Moment(len(moments), _AGREED, case.agreed)] if case.agreed else []
    ticking = next(run_clock(Clock(plan.agreed_within, _AGREED), (*moments, *agreed), case.as_of, calendar), None)
    if ticking is not None:
        work.use(f"plan:{plan.id}/agreed_within", ticking.state, "agreed")
        work.because["agreed_by",] = f"plan:{plan.id}/agreed_within"
    return ticking


def _reviews(case: PlanCase, plan: Plan, moments: Sequence[Moment], calendar: WorkingCalendar, work: Working) -> Iterator[ReviewResult]:
    """Every call for a review since the plan was agreed."""
    if case.agreed is None:
        return
    stopping = {event.id for event in work.edition.events if event.stops_clocks}
    over = next((moment.on for moment in moments if moment.event in stopping), None)
    happened = [(moment.on, 0, moment.event) for moment in moments if moment.on >= case.agreed]
    happened += [(case.agreed, -1, _AGREED), *((review.on, 1, _HELD) for review in case.reviews)]
    line = [Moment(place, event, on) for place, (on, _, event) in enumerate(sorted(happened))]
    found = [
        (ticking, f"plan:{plan.id}/reviews/{rule.id}")
        for rule in plan.reviews
        for ticking in run_clock(_review_clock(rule), line, case.as_of, calendar)
        if ticking.done is not None or over is None or ticking.due.date() < over
    ]
    found.sort(key=lambda each: (each[0].due, each[1]))
    for place, (ticking, address) in enumerate(found):
        work.use(address, ticking.state, "reviews", place)
        yield ReviewResult(
            review=address,
            since=ticking.since.on,
            due=ticking.due.date(),
            held=ticking.done.on if ticking.done else None,
            state=ticking.state,
        )


def _review_clock(rule: ReviewRule) -> Clock:
    if rule.every is not None:
        return Clock(Within.model_construct(duration=rule.every, working_days=None, since=_AGREED), _HELD, repeats=True)
    return Clock(Within.model_construct(working_days=rule.within_working_days, duration=None, since=rule.on or ""), _HELD, every=True)
