"""Decides requests to a fund by its rules, one after the other, and keeps the balance."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from practice_models.examples.calendars import WorkingCalendar
from practice_models.examples.working import Working
from practice_models.vocabulary.example import FundRequest, PlanCase
from practice_models.vocabulary.plan import Approval, Fund
from practice_models.vocabulary.results import Decision


def decide(case: PlanCase, fund: Fund | None, calendar: WorkingCalendar, work: Working) -> tuple[Decision, ...]:
    """The decision on each request of a case, in the order of asking.

    The fund's rules are tried in the order of its page: what it never buys, then each test in turn, the sums where the
    tests name them or else after the tests, and at last who must agree. The first that stands in the way decides.

    Args:
        case: The plan and its requests.
        fund: The fund's rules, or None where the case names no fund.
        calendar: Which days are working days.
        work: Where faults and uses are noted.
    """
    if not case.requests:
        return ()
    if fund is None:
        work.fault(("requests",), "PG853", "there are requests, but the case names no fund that could decide them")
        return ()
    before = len(work.faults)
    for place, request in enumerate(case.requests):
        _check_request(case, request, place, fund, work)
    if len(work.faults) > before:
        return ()
    left = fund.caps.per_person
    work.use(f"fund:{fund.id}/caps/per_person", "counted")
    decisions = []
    for place, request in enumerate(case.requests):
        decision = _decide(request, place, fund, left, calendar, work)
        left = decision.left
        decisions.append(decision)
    return tuple(decisions)


def _check_request(case: PlanCase, request: FundRequest, place: int, fund: Fund, work: Working) -> None:
    """Note whatever a request says that cannot be."""
    path = ("requests", place)
    work.known((*path, "goal"), "goal", request.goal, [goal.id for goal in case.goals])
    work.known((*path, "buys"), "kind of purchase", request.buys, [kind.id for kind in (*fund.may_buy, *fund.may_not_buy)])
    judged = [test.id for test in fund.must if test.worked_out_from is None]
    for spot, test in enumerate(request.lacks):
        if test in {each.id for each in fund.must} - set(judged):
            work.fault((*path, "lacks", spot), "PG854", f"'{test}' is worked out from the sums; take it out")
        else:
            work.known((*path, "lacks", spot), "test of a request", test, judged)
    if case.agreed is None or request.on < case.agreed:
        when = f"agreed on {case.agreed}" if case.agreed else "not agreed yet"
        work.fault(
            (*path, "on"), "PG854", f"the request is made on {request.on}, but the plan is {when}; a request must serve a goal in it"
        )
    if place and request.on < case.requests[place - 1].on:
        work.fault((*path, "on"), "PG854", f"the request is made on {request.on}, before the one above it; put requests in order of day")
    for name, day in (("on", request.on), ("decided", request.decided)):
        if day is not None and day > case.as_of:
            work.fault((*path, name), "PG854", f"{day} lies after the day of looking, {case.as_of}")
    if request.decided is not None and request.decided < request.on:
        work.fault((*path, "decided"), "PG854", f"it is decided on {request.decided}, before it is made on {request.on}")
    _check_votes(request, path, fund, work)


def _check_votes(request: FundRequest, path: tuple[str | int, ...], fund: Fund, work: Working) -> None:
    level = _level(fund, request.price)
    for name in ("agreed_by", "declined_by"):
        for spot, role in enumerate(getattr(request, name)):
            if level is not None:
                work.known((*path, name, spot), f"role that decides on {request.price}", role, level.by)
    both = sorted(set(request.agreed_by) & set(request.declined_by))
    if both:
        work.fault((*path, "declined_by"), "PG854", f"{' and '.join(both)} cannot have said both yes and no")
    settled = bool(request.declined_by) or (level is not None and set(level.by) <= set(request.agreed_by))
    if settled and request.decided is None:
        work.fault(path, "PG853", f"the request '{request.id}' is settled, but lacks the day: 'decided'")


def _level(fund: Fund, price: Decimal) -> Approval | None:
    return next((level for level in fund.approvals if price <= level.up_to), None)


def _decide(request: FundRequest, place: int, fund: Fund, left: Decimal, calendar: WorkingCalendar, work: Working) -> Decision:
    home, spot = f"fund:{fund.id}", ("decisions", place)
    obstacle = _obstacle(request, fund, left, work)
    if obstacle is not None:
        work.use(obstacle, "refused", *spot)
        return Decision(request=request.id, outcome="refused", rule=obstacle, left=left)
    level = _level(fund, request.price) or fund.approvals[-1]
    rule = f"{home}/approvals/{level.id}"
    decide_by = calendar.add(request.on, level.within_working_days)
    waiting = () if request.declined_by else tuple(role for role in level.by if role not in request.agreed_by)
    outcome: Literal["agreed", "refused", "waiting"] = "refused" if request.declined_by else "waiting" if waiting else "agreed"
    work.use(rule, "waiting" if waiting else "decided", *spot)
    return Decision(
        request=request.id,
        outcome=outcome,
        rule=rule,
        level=level.id,
        decide_by=decide_by,
        waiting_for=waiting,
        in_time=_in_time(request.decided, decide_by) if not waiting else None,
        left=left - request.price if outcome == "agreed" else left,
    )


def _in_time(decided: date | None, decide_by: date) -> bool | None:
    return None if decided is None else decided <= decide_by


def _obstacle(request: FundRequest, fund: Fund, left: Decimal, work: Working) -> str | None:
    """The address of the first rule that stands in a request's way, or None."""
    home = f"fund:{fund.id}"
    for name in request.lacks:
        work.use(f"{home}/must/{name}", "not passed")
    if any(request.buys == kind.id for kind in fund.may_not_buy):
        return f"{home}/may_not_buy/{request.buys}"
    work.use(f"{home}/may_buy/{request.buys}", "asked")
    sums_done = False
    for test in fund.must:
        rule = f"{home}/must/{test.id}"
        if test.worked_out_from == "caps":
            sums_done = True
            over = _over_the_caps(request, fund, left, work)
            if over is not None:
                work.use(rule, "refused")
                return over
        elif test.id in request.lacks:
            return rule
        work.use(rule, "passed")
    return None if sums_done else _over_the_caps(request, fund, left, work)


def _over_the_caps(request: FundRequest, fund: Fund, left: Decimal, work: Working) -> str | None:
    """The cap that a request goes over, or None; `left` is what the person may still have."""
    checks: Sequence[tuple[str, Decimal]] = (("per_request", fund.caps.per_request), ("per_person", left))
    for name, most in checks:
        rule = f"fund:{fund.id}/caps/{name}"
        if request.price > most:
            return rule
        work.use(rule, "kept")
    return None
