"""A plan is held against its limits and tests, and requests are decided by the fund's rules in their order."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice_models.examples import CaseError, hold_plan
from practice_models.vocabulary.example import PlanCase
from practice_models.vocabulary.results import Decision, PlanResult
from tests.practice_models.examples.sound import edition, read

_HEAD = """\
plan: plan
fund: fund
as_of: 2027-06-30
agreed: 2027-03-01
signed_by: [practitioner]
strengths: [{id: cooks, title: Cooks}]
"""
_GOAL = "{id: kitchen, title: Kitchen, stands_on: [cooks], actions: [{id: ring, what: Ring, who: Ali, by: 2027-03-08}]}"


def _hold(goals: str = _GOAL, more: str = "", head: str = _HEAD) -> PlanResult:
    result = hold_plan(read(PlanCase, f"{head}goals: [{goals}]\n{more}"), edition()).result
    assert isinstance(result, PlanResult)
    return result


def _lacks(goals: str, head: str = _HEAD) -> list[tuple[str, str | None, str]]:
    return [(lack.rule.rpartition("/")[2], lack.about, lack.found) for lack in _hold(goals, head=head).lacks]


def _decide(*requests: str) -> list[Decision]:
    lines = "".join(f"  - {{id: r{place}, on: 2027-03-02, goal: kitchen, what: It, {request}}}\n" for place, request in enumerate(requests))
    return list(_hold(more=f"requests:\n{lines}" if requests else "").decisions)


def _faults(goals: str = _GOAL, more: str = "", head: str = _HEAD) -> list[tuple[tuple[str | int, ...], str, str]]:
    with pytest.raises(CaseError) as caught:
        _hold(goals, more, head)
    return [(fault.path, fault.code, fault.message) for fault in caught.value.faults]


def test_a_plan_that_keeps_every_rule_lacks_nothing() -> None:
    assert _lacks(_GOAL) == []


def test_a_plan_without_a_goal_lacks_one() -> None:
    assert _lacks("") == [("goals_at_least", None, "no goals")]


def test_a_goal_tied_to_nothing_is_told_by_its_name() -> None:
    goal = "{id: pool, title: Pool, actions: [{id: ring, what: Ring, who: Ali, by: 2027-03-08}]}"
    assert _lacks(goal) == [("strengths_at_least", "pool", "no strengths")]


def test_a_goal_without_an_action_and_one_that_fails_a_test_are_told() -> None:
    assert _lacks("{id: pool, title: Pool, stands_on: [cooks], fails: [towards]}") == [
        ("actions_at_least", "pool", "no actions"),
        ("towards", "pool", "the goal does not pass"),
    ]


def test_too_many_goals_at_one_time_are_told_even_when_they_are_fewer_today() -> None:
    goals = ", ".join(_GOAL.replace("kitchen", name).replace("{id", "{closed: 2027-04-01, id", 1) for name in ("a", "b", "c"))
    assert _lacks(f"{goals}, {_GOAL}") == [("goals_at_most", None, "4 goals at one time")]


def test_a_goal_that_opens_as_another_closes_is_not_too_many() -> None:
    goals = ", ".join(_GOAL.replace("kitchen", name).replace("{id", "{closed: 2027-04-01, id", 1) for name in ("a", "b", "c"))
    later = _GOAL.replace("{id", "{opened: 2027-04-01, id", 1)
    assert _lacks(f"{goals}, {later}") == []


def test_done_actions_make_room_for_others() -> None:
    actions = ", ".join(f"{{id: a{n}, what: Ring, who: Ali, by: 2027-03-08, done: 2027-03-08}}" for n in range(4))
    opened = ", ".join(f"{{id: b{n}, what: Ring, who: Ali, by: 2027-03-08}}" for n in range(4))
    goal = "{id: kitchen, title: Kitchen, stands_on: [cooks], actions: [%s]}"
    assert _lacks(goal % actions) == []
    assert _lacks(goal % opened) == [("actions_at_most", "kitchen", "4 actions open at one time")]


def test_a_missing_signature_is_told_by_its_role() -> None:
    assert _lacks(_GOAL, _HEAD.replace("[practitioner]", "[]")) == [("signed_by", None, "no signature of practitioner")]


def test_the_first_rule_in_the_way_decides() -> None:
    decisions = _decide(
        "price: 500, buys: alcohol, lacks: [goal]",
        "price: 500, buys: travel, lacks: [goal]",
        "price: 100.01, buys: travel",
        "price: 100, buys: travel, agreed_by: [practitioner, manager], decided: 2027-03-03",
        "price: 50, buys: travel, agreed_by: [practitioner], decided: 2027-03-03",
        "price: 50.01, buys: travel, agreed_by: [practitioner]",
    )
    assert [f"{each.outcome} by {each.rule.removeprefix('fund:fund/')}, {each.left} left" for each in decisions] == [
        "refused by may_not_buy/alcohol, 300 left",
        "refused by must/goal, 300 left",
        "refused by caps/per_request, 300 left",
        "agreed by approvals/large, 200 left",
        "agreed by approvals/small, 150 left",
        "waiting by approvals/large, 150 left",
    ]
    assert decisions[-1].waiting_for == ("manager",)


def test_a_cap_for_one_person_is_what_earlier_requests_have_left() -> None:
    agreed = "price: 100, buys: travel, agreed_by: [practitioner, manager], decided: 2027-03-03"
    decisions = _decide(agreed, agreed, "price: 100.01, buys: travel", agreed, "price: 0.01, buys: travel")
    found = [f"{each.outcome}, {each.left:g} left" for each in decisions]
    assert found == ["agreed, 200 left", "agreed, 100 left", "refused, 100 left", "agreed, 0 left", "refused, 0 left"]
    assert decisions[-1].rule == "fund:fund/caps/per_person"


def test_a_no_of_one_who_decides_is_a_no() -> None:
    decision = _decide("price: 100, buys: travel, agreed_by: [practitioner], declined_by: [manager], decided: 2027-03-05")[0]
    assert (decision.outcome, decision.rule, decision.in_time) == ("refused", "fund:fund/approvals/large", True)
    assert decision.left == 300


def test_a_decision_is_late_after_its_last_working_day() -> None:
    yes = "price: 100, buys: travel, agreed_by: [practitioner, manager], decided: 2027-03-%s"
    assert [_decide(yes % day)[0].in_time for day in ("05", "08")] == [True, False]


@given(st.lists(st.decimals(Decimal("0.01"), Decimal(200), places=2), max_size=12))
def test_nobody_ever_gets_more_than_the_caps(prices: list[Decimal]) -> None:
    votes = {True: "agreed_by: [practitioner], ", False: "agreed_by: [practitioner, manager], "}
    decisions = _decide(
        *(f"price: {price}, buys: travel, {votes[price <= 50] if price <= 100 else ''}decided: 2027-03-03" for price in prices)
    )
    spent = sum((price for price, each in zip(prices, decisions, strict=True) if each.outcome == "agreed"), Decimal())
    assert spent <= 300
    assert all(each.left == 300 - spent for each in decisions[-1:])
    assert all(price <= 100 for price, each in zip(prices, decisions, strict=True) if each.outcome == "agreed")


def test_reviews_are_called_from_the_day_the_plan_is_agreed_and_from_each_review() -> None:
    result = _hold(more="reviews: [{on: 2027-04-12}]", head=_HEAD.replace("2027-06-30", "2027-05-24"))
    assert [(str(each.due), each.state) for each in result.reviews] == [("2027-04-12", "met"), ("2027-05-24", "running")]


def test_everything_wrong_is_told_at_once() -> None:
    faults = _faults(
        "{id: kitchen, title: Kitchen, stands_on: [cook], fails: [toward], opened: 2027-05-01, closed: 2027-04-01}",
        """\
requests:
  - {id: one, on: 2027-02-01, goal: kichen, what: It, price: 5, buys: travle, lacks: [gaol]}
  - {id: one, on: 2027-03-02, goal: kitchen, what: It, price: 5, buys: travel, agreed_by: [manager]}
  - {id: two, on: 2027-03-01, goal: kitchen, what: It, price: 5, buys: travel, agreed_by: [practitioner]}
  - id: three
    on: 2027-03-03
    goal: kitchen
    what: It
    price: 5
    buys: travel
    agreed_by: [practitioner]
    declined_by: [practitioner]
    decided: 2027-07-01
reviews: [{on: 2027-02-01}]
""",
    )
    assert [(path, code) for path, code, _ in faults] == [
        (("goals", 0, "stands_on", 0), "PG851"),
        (("goals", 0, "fails", 0), "PG851"),
        (("goals", 0, "closed"), "PG854"),
        (("requests", 1, "id"), "PG854"),
        (("reviews", 0, "on"), "PG854"),
        (("requests", 0, "goal"), "PG851"),
        (("requests", 0, "buys"), "PG851"),
        (("requests", 0, "lacks", 0), "PG851"),
        (("requests", 0, "on"), "PG854"),
        (("requests", 1, "agreed_by", 0), "PG851"),
        (("requests", 2, "on"), "PG854"),
        (("requests", 2), "PG853"),
        (("requests", 3, "decided"), "PG854"),
        (("requests", 3, "declined_by"), "PG854"),
    ]


def test_a_request_before_the_plan_exists_is_told() -> None:
    head = _HEAD.replace("agreed: 2027-03-01\n", "")
    faults = _faults(more="requests: [{id: one, on: 2027-03-02, goal: kitchen, what: It, price: 5, buys: travel}]", head=head)
    message = "the request is made on 2027-03-02, but the plan is not agreed yet; a request must serve a goal in it"
    assert faults == [(("requests", 0, "on"), "PG854", message)]


def test_requests_without_a_fund_are_told() -> None:
    head = _HEAD.replace("fund: fund\n", "")
    faults = _faults(more="requests: [{id: one, on: 2027-03-02, goal: kitchen, what: It, price: 5, buys: travel}]", head=head)
    assert faults == [(("requests",), "PG853", "there are requests, but the case names no fund that could decide them")]
