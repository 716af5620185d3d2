"""A plan in words: how it was agreed, its goals with what they stand on and what happens, and what it lacks."""

from collections.abc import Iterator, Sequence

from build_tools.pictures.days import day_text, short_day
from build_tools.pictures.markup import Markup, escape_text, tag, together
from build_tools.pictures.words import count_of, html_list, listed
from practice_models.vocabulary.example import CaseAction, CaseGoal, PlanCase
from practice_models.vocabulary.plan import Plan
from practice_models.vocabulary.results import Lack, PlanResult

LOOSE = "Loose: it stands on no strength"


def agreed_said(case: PlanCase, result: PlanResult) -> str:
    """How the agreeing of the plan stands: `Agreed on 1 March 2027, in time`."""
    last = f"last day {day_text(result.agreed_by)}" if result.agreed_by else ""
    if case.agreed is None:
        return f"Not agreed, though time is up: {last}" if result.agreed == "missed" else f"Not agreed yet{f': {last}' if last else ''}"
    how = {"met": ", in time", "late": f", too late: {last}"}.get(result.agreed or "", "")
    return f"Agreed on {day_text(case.agreed)}{how}"


def action_said(action: CaseAction, case: PlanCase) -> str:
    """Who does an action and how it stands: `Me: open, by 20 Mar`."""
    if action.done is not None:
        late = f", was due on {short_day(action.by)}" if action.done > action.by else ""
        return f"{action.who}: done on {short_day(action.done)}{late}"
    when = f"was due on {short_day(action.by)}" if action.by < case.as_of else f"by {short_day(action.by)}"
    return f"{action.who}: open, {when}"


def lacks_of(goal: CaseGoal | None, plan: Plan, result: PlanResult) -> tuple[str, ...]:
    """What a goal lacks, or, without a goal, what the plan as a whole lacks; a loose goal's lack of strengths is said by `LOOSE`.

    Args:
        goal: The goal, or None for the plan as a whole.
        plan: The rules.
        result: What the plan comes to.
    """
    about = goal.id if goal else None
    found = [lack for lack in result.lacks if lack.about == about]
    return tuple(
        _lack_said(lack, plan) for lack in found if not (goal and not goal.stands_on and lack.rule.endswith("/strengths_at_least"))
    )


def _lack_said(lack: Lack, plan: Plan) -> str:
    kind, _, name = lack.rule.partition("/")[2].partition("/")
    found = lack.found[:1].upper() + lack.found[1:]
    if kind == "limits":
        bound = "at least" if name.endswith("least") else "at most"
        return f"{found}; the rule is {bound} {getattr(plan.limits, name)}"
    if kind == "goals_must":
        return f"Does not pass: {next((test.title for test in plan.goals_must if test.id == name), name)}"
    return found


def describe_plan(case: PlanCase, plan: Plan, result: PlanResult) -> str:
    """What there is to see, in sentences."""
    strengths = {strength.id: strength.title for strength in case.strengths}
    told = [f"{count_of(len(case.strengths), 'strength')} on the left, {count_of(len(case.goals), 'goal')} on the right."]
    told.append(f"{agreed_said(case, result)}.")
    for goal in case.goals:
        ties = [strengths[name] for name in goal.stands_on]
        told.append(f"{goal.title} {f'stands on {listed(ties)}' if ties else 'is loose'}.")
    lacking = len(lacks_of(None, plan, result)) + sum(len(lacks_of(goal, plan, result)) for goal in case.goals)
    loose = " beside what is loose" if any(not goal.stands_on for goal in case.goals) else ""
    told.append(f"The rules find {count_of(lacking, 'fault') if lacking else 'no fault'}{loose}.")
    return " ".join(told)


def plan_in_words(case: PlanCase, plan: Plan, result: PlanResult) -> Markup:
    """The plan as a list of goals, with what stands around them."""
    used = {name for goal in case.goals for name in goal.stands_on}
    free = [strength.title for strength in case.strengths if strength.id not in used]
    around = [agreed_said(case, result), *lacks_of(None, plan, result)]
    if free:
        around.append(f"No goal stands on: {listed(free)}")
    goals = html_list((_goal_in_words(goal, case, plan, result) for goal in case.goals), first=1) if case.goals else Markup("")
    return together(html_list(escape_text(text) for text in around), goals)


def _goal_in_words(goal: CaseGoal, case: PlanCase, plan: Plan, result: PlanResult) -> Markup:
    titles = {strength.id: strength.title for strength in case.strengths}
    ties = [titles[name] for name in goal.stands_on]
    lines = [*closed_said(goal), f"Stands on: {listed(ties)}" if ties else LOOSE]
    lines += [f"{action.what} ({action_said(action, case)})" for action in goal.actions] or ["No actions"]
    lines += lacks_of(goal, plan, result)
    return together(tag("strong", escape_text(goal.title)), html_list(map(escape_text, lines)))


def closed_said(goal: CaseGoal) -> Sequence[str]:
    """That a goal is closed, where it is."""
    return tuple(_closed(goal))


def _closed(goal: CaseGoal) -> Iterator[str]:
    if goal.closed is not None:
        yield f"Closed on {day_text(goal.closed)}"
