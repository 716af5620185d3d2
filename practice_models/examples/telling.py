"""A result in plain words, line by line, with the rule beside each step: what the command line prints."""

from collections.abc import Iterator, Mapping

from practice_models.evaluation.methods import show_number
from practice_models.examples.calculation import method_of
from practice_models.examples.rules import rule_texts
from practice_models.examples.working import Run
from practice_models.library import Edition
from practice_models.vocabulary.results import (
    AssessmentResult,
    CalculationResult,
    ClockState,
    ComparisonResult,
    Decision,
    PathwayResult,
    PlanResult,
)

STATES: dict[ClockState, str] = {"met": "in time", "late": "too late", "missed": "not done", "running": "still to come"}
"""How a limit of time stands, in words."""


def tell(run: Run, edition: Edition) -> Iterator[str]:
    """What a case comes to, one line a step.

    Args:
        run: A case, worked out.
        edition: The edition whose rules were applied.
    """
    says = rule_texts(edition)
    match run.result:
        case AssessmentResult():
            yield from _assessment(run.result, run, says)
        case PathwayResult():
            yield from _pathway(run.result, says)
        case PlanResult():
            yield from _plan(run.result, says)
        case CalculationResult():
            yield from _calculation(run.result, run.may_say)
        case ComparisonResult():
            yield from _comparison(run.result, run.may_say)


def _assessment(result: AssessmentResult, run: Run, says: Mapping[str, str]) -> Iterator[str]:
    for place, section in enumerate(result.sections):
        rule = run.rule_behind(("sections", place, "band")) or ""
        if section.figure is None:
            yield f"{section.section}: no figure, {section.answered} answered ({says.get(rule, '')})"
        else:
            yield f"{section.section}: {section.figure}, {section.band} ({says.get(rule, '')})"
        if section.differ:
            yield f"  the two views differ on: {', '.join(section.differ)}"
    for alert in result.alerts:
        yield f"ALERT {alert.alert}, raised by: {', '.join(alert.by)}"


def _pathway(result: PathwayResult, says: Mapping[str, str]) -> Iterator[str]:
    for visit in result.stages:
        yield f"{visit.stage}: {visit.entered or 'day of entry not dated'} to {visit.left or 'now'}"
    for clock in result.clocks:
        done = f"done {clock.done}, " if clock.done else ""
        yield f"{clock.clock}: due {clock.due}, {done}{STATES[clock.state]} ({says[clock.clock]})"
    for record in result.records:
        yield f"{record.record}, by the end of {record.stage}: {record.state}"
    for stop in result.stops:
        told = f"; not told: {', '.join(stop.untold)}" if stop.untold else ""
        yield f"STOP {stop.stop} {stop.raised}: {f'answered {stop.answered}' if stop.answered else 'NOT ANSWERED'}{told}"


def _plan(result: PlanResult, says: Mapping[str, str]) -> Iterator[str]:
    if result.agreed:
        yield f"agreeing the plan: due {result.agreed_by}, {STATES[result.agreed]}"
    for lack in result.lacks:
        yield f"the plan lacks: {f'{lack.about}: ' if lack.about else ''}{lack.found} ({says[lack.rule]})"
    for decision in result.decisions:
        yield f"{decision.request}: {_decided(decision)}; {decision.left} left, by {decision.rule} ({says[decision.rule]})"
    for review in result.reviews:
        held = f"held {review.held}, " if review.held else ""
        yield f"{review.review}: due {review.due}, {held}{STATES[review.state]}"


def _decided(decision: Decision) -> str:
    if decision.outcome == "waiting":
        return f"waiting for {' and '.join(decision.waiting_for)} by {decision.decide_by}"
    late = ", too late" if decision.in_time is False else ""
    return f"{decision.outcome}{late}"


def _calculation(result: CalculationResult, may_say: str) -> Iterator[str]:
    method = method_of(result)
    for number in result.numbers:
        yield f"{number.name}: {method.show(number)}"
    yield may_say


def _comparison(result: ComparisonResult, may_say: str) -> Iterator[str]:
    yield f"pairs: {result.pairs}; without anybody like them: {result.unmatched}"
    for each in result.balance:
        yield f"{each.covariate}: {each.before} before, {each.after} after, {'alike' if each.alike else 'NOT ALIKE'}"
    for number in result.numbers:
        yield f"{number.name}: {show_number(number)}"
    yield may_say
