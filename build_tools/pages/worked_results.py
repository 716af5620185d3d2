"""What the page of a worked example shows of what goes in and what comes out, kind by kind."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_tools.pages.instrument import items_by_scale
from build_tools.pages.plan import money_text
from build_tools.pages.worked_numbers import calculation_gist, calculation_view, comparison_gist, comparison_view
from build_tools.pages.writer import Writer
from build_tools.pictures.days import day_text
from practice_models.examples import Rule, Run, telling
from practice_models.examples.rules import rules_by_address
from practice_models.library import Edition
from practice_models.vocabulary.example import AssessmentCase, ItemAnswers, PathwayCase, PlanCase
from practice_models.vocabulary.instrument import Alert, Band, Instrument, Item, Scale, Section, View
from practice_models.vocabulary.plan import Fund, FundTest, Purchase
from practice_models.vocabulary.results import (
    AssessmentResult,
    CalculationResult,
    ClockState,
    ComparisonResult,
    Decision,
    PathwayResult,
    PlanResult,
    SectionResult,
)

STATES: Mapping[ClockState, str] = {state: words.capitalize() for state, words in telling.STATES.items()}
OUTCOMES = {"agreed": "Agreed", "refused": "Refused", "waiting": "Waiting"}
RECORDS = {"there": "There", "late": "Too late", "lacking": "Lacking"}
_VIEW_NAMES: tuple[tuple[View, str], ...] = (("person", "Person"), ("practitioner", "Worker"), ("agreed", "Agreed"))
_CALENDARS = {
    "england-and-wales": "England and Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
    "monday-to-friday": "Monday to Friday, without holidays",
}
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Ruled:
    """A rule as it stands beside a step: its name, what it says in words, and where it stands."""

    title: str
    says: str
    url: str | None


def ruled(edition: Edition, address: str, writer: Writer) -> Ruled:
    """A rule by its address, for a reader."""
    rule = rules_by_address(edition)[address]
    return Ruled(writer.gist(rule.title), says_in_words(edition, rule), rule_url(rule, writer))


def rule_url(rule: Rule, writer: Writer) -> str | None:
    """Where a rule stands on the site, as seen from a page."""
    kind, identifier = rule.element
    return writer.link(kind, identifier, *rule.address.split("/")[1:])


def says_in_words(edition: Edition, rule: Rule) -> str:
    """What a rule says, with the titles of events and roles in place of their ids."""
    titles: dict[str, str] = {}
    if rule.group in ("Time limits", "Plan: reviews") or rule.address.endswith("/agreed_within"):
        titles = {event.id: f"“{event.title}”" for event in edition.events}
    elif rule.group == "Fund: who decides" or rule.address.endswith("/signed_by"):
        titles = {role.id: role.title.lower() for role in edition.roles}
    elif rule.group == "Alerts":
        roles = {role.id: role.title.lower() for role in edition.roles}
        items = {item.id: f"“{item.label}”" for each in edition.instruments for section in each.sections for item in section.items}
        bound, _, tell = rule.says.partition("; tell ")
        return f"{_named(bound, items)}; tell {_named(tell, roles)}"
    return _named(rule.says, titles)


def _named(text: str, titles: Mapping[str, str]) -> str:
    return _ID.sub(lambda found: titles.get(found.group(), found.group()), text)


# ── Answers to an instrument ──────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An item with the answers in each view."""

    item: Item
    answers: tuple[tuple[str, str], ...]
    """View and answer, such as `("Person", "3 Mostly true")`; a dash where the view is not taken."""
    values: tuple[str, ...]
    """The same as on the form: `3`, `blank` or a dash."""
    differs: bool
    words: str | None


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of an instrument, with what went in and what came out."""

    section: Section
    url: str | None
    rows: tuple[AnswerRow, ...]
    by_scale: tuple[tuple[Scale, tuple[AnswerRow, ...]], ...]
    """The same rows as on the blank form, a group for each scale."""
    result: SectionResult
    band: Band | None
    figure_rule: Ruled
    band_rule: Ruled | None
    differ_rule: Ruled
    alerts: tuple[tuple[Alert, tuple[View, ...], Ruled], ...]


def _assessment_view(edition: Edition, case: AssessmentCase, run: Run, writer: Writer) -> dict[str, Any]:
    result = run.result
    assert isinstance(result, AssessmentResult)  # noqa: S101 - as its kind says
    instrument = next(each for each in edition.instruments if each.id == case.instrument)
    answers = {given.item: given for given in case.answers}
    sections = {section.id: section for section in instrument.sections}
    views = [_section_view(edition, instrument, sections[each.section], each, answers, result, writer) for each in result.sections]
    return {"instrument": instrument, "sections": views, "result": result}


def _section_view(
    edition: Edition,
    instrument: Instrument,
    section: Section,
    result: SectionResult,
    answers: Mapping[str, ItemAnswers],
    whole: AssessmentResult,
    writer: Writer,
) -> SectionView:
    home = f"instrument:{instrument.id}/sections/{section.id}"
    names = {item.id for item in section.items}
    raised = {each.alert: each.by for each in whole.alerts}
    alerts = tuple(
        (alert, raised[alert.id], ruled(edition, f"instrument:{instrument.id}/alerts/{alert.id}", writer))
        for alert in instrument.alerts
        if alert.id in raised and alert.item in names
    )
    rows = tuple(_answer_row(item, answers[item.id], instrument, result) for item in section.items)
    by_item = {row.item.id: row for row in rows}
    return SectionView(
        section=section,
        url=writer.link("instrument", instrument.id, "sections", section.id),
        rows=rows,
        by_scale=tuple((scale, tuple(by_item[item.id] for item in items)) for scale, items in items_by_scale(instrument, section)),
        result=result,
        band=next((band for band in section.read.bands if band.id == result.band), None),
        figure_rule=ruled(edition, f"{home}/read", writer),
        band_rule=ruled(edition, f"{home}/bands/{result.band}", writer) if result.band else None,
        differ_rule=ruled(edition, f"{home}/views_differ/{section.read.views_differ.id}", writer),
        alerts=alerts,
    )


def _answer_row(item: Item, given: ItemAnswers, instrument: Instrument, result: SectionResult) -> AnswerRow:
    scale = next(scale for scale in instrument.scales if scale.id == item.scale)
    answers = tuple((name, _answer(getattr(given, view), scale) if view in item.views else "–") for view, name in _VIEW_NAMES)
    values = tuple(str(getattr(given, view)) if view in item.views else "–" for view, _ in _VIEW_NAMES)
    return AnswerRow(item, answers, values, item.id in result.differ, given.words)


def _answer(value: int | str | None, scale: Scale) -> str:
    """An answer in words: `3 Mostly true`, or `blank`."""
    return next((f"{point.value} {point.label}" for point in scale.points if point.value == value), "blank")


def _assessment_gist(edition: Edition, result: AssessmentResult) -> Iterator[str]:
    """Alerts first: a band that reads well must not be read before them."""
    alerts = {alert.id: alert.title for each in edition.instruments for alert in each.alerts}
    for raised in result.alerts:
        yield f"Alert: {alerts[raised.alert]}."
    titles = {section.id: section for each in edition.instruments for section in each.sections}
    for each in result.sections:
        section = titles[each.section]
        band = next((band.title for band in section.read.bands if band.id == each.band), "no figure, too few answers")
        figure = f"{each.figure}, " if each.figure is not None else ""
        differ = f"; the two views differ on {len(each.differ)} question{'s' * (len(each.differ) != 1)}" if each.differ else ""
        yield f"{section.title}: {figure}{band}{differ}."


# ── Dated events ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _pathway_view(edition: Edition, case: PathwayCase, run: Run, writer: Writer) -> dict[str, Any]:
    result = run.result
    assert isinstance(result, PathwayResult)  # noqa: S101 - as its kind says
    clocks = [(clock, ruled(edition, clock.clock, writer), STATES[clock.state]) for clock in result.clocks]
    stops = [(stop, *_stop_view(edition, stop.stop, writer), writer.references("role", stop.untold)) for stop in result.stops]
    events = {event.id: event for event in edition.events}
    return {
        "case": case,
        "calendar": _CALENDARS.get(case.calendar, case.calendar),
        "result": result,
        "clocks": clocks,
        "stops": stops,
        "events": events,
        "record_states": RECORDS,
        "day": day_text,
    }


def _stop_view(edition: Edition, address: str, writer: Writer) -> tuple[Any, str | None]:
    """A safety stop by its address, and where it stands."""
    element, *parts = address.split("/")
    kind, _, identifier = element.partition(":")
    word = edition.find(kind, identifier)
    stop = next(each for each in getattr(word, "safety_stops", ()) if each.id == parts[-1]) if len(parts) == 2 else _inner_stop(word, parts)
    return stop, writer.link(kind, identifier, *parts)


def _inner_stop(word: Any, parts: Sequence[str]) -> Any:
    section = next(each for each in word.sections if each.id == parts[1])
    return next(each for each in section.safety_stops if each.id == parts[-1])


def _pathway_gist(edition: Edition, result: PathwayResult) -> Iterator[str]:
    stages = {stage.id: stage.title for stage in edition.stages}
    if result.stages:
        yield f"Through {', '.join(dict.fromkeys(stages[visit.stage] for visit in result.stages))}."
    counts = {state: sum(clock.state == state for clock in result.clocks) for state in STATES}
    told = [f"{counts[state]} {name.lower()}" for state, name in STATES.items() if counts[state]]
    if told:
        yield f"Time limits: {', '.join(told)}."
    lacking = [record for record in result.records if record.state != "there"]
    if lacking:
        yield f"Records late or lacking: {len(lacking)}."
    if result.stops:
        open_stops = sum(stop.answered is None for stop in result.stops)
        yield f"Safety stops: {len(result.stops)}, {'all answered' if not open_stops else f'{open_stops} not answered'}."


# ── A plan and its fund ───────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request to the fund, with what became of it."""

    request: Any
    buys: Purchase
    lacks: tuple[FundTest, ...]
    decision: Decision
    outcome: str
    rule: Ruled
    refusal: str | None
    """What the person is told, where it was a test that it did not pass."""
    goal: str


def _plan_view(edition: Edition, case: PlanCase, run: Run, writer: Writer) -> dict[str, Any]:
    result = run.result
    assert isinstance(result, PlanResult)  # noqa: S101 - as its kind says
    plan = next(each for each in edition.plans if each.id == case.plan)
    fund = next((each for each in edition.funds if each.id == case.fund), None)
    decisions = {decision.request: decision for decision in result.decisions}
    requests = [_request_view(edition, case, fund, request, decisions[request.id], writer) for request in case.requests if fund is not None]
    return {
        "case": case,
        "result": result,
        "plan": plan,
        "fund": fund,
        "strengths": {strength.id: strength.title for strength in case.strengths},
        "goals": {goal.id: goal.title for goal in case.goals},
        "lacks": [(lack, ruled(edition, lack.rule, writer)) for lack in result.lacks],
        "requests": requests,
        "reviews": [(review, ruled(edition, review.review, writer), STATES[review.state]) for review in result.reviews],
        "states": STATES,
        "money": lambda amount: money_text(amount, fund.currency if fund else "GBP"),
        "day": day_text,
        "events": {event.id: event for event in edition.events},
        "failed": lambda goal: [test for test in plan.goals_must if test.id in goal.fails],
    }


def _request_view(edition: Edition, case: PlanCase, fund: Fund, request: Any, decision: Decision, writer: Writer) -> RequestView:
    buys = next(kind for kind in (*fund.may_buy, *fund.may_not_buy) if kind.id == request.buys)
    tests = {test.id: test for test in fund.must}
    decided_by = decision.rule.rsplit("/", 1)[-1]
    sums = next((test for test in fund.must if test.worked_out_from == "caps"), None)
    test = tests.get(decided_by) if "/must/" in decision.rule else sums if "/caps/" in decision.rule else None
    return RequestView(
        request=request,
        buys=buys,
        lacks=tuple(tests[name] for name in request.lacks),
        decision=decision,
        outcome=OUTCOMES[decision.outcome],
        rule=ruled(edition, decision.rule, writer),
        refusal=test.refusal if test else buys.why if "/may_not_buy/" in decision.rule else None,
        goal=next(goal.title for goal in case.goals if goal.id == request.goal),
    )


def _plan_gist(edition: Edition, result: PlanResult) -> Iterator[str]:
    count = len(result.lacks)
    yield f"The plan lacks {count} thing{'s' * (count != 1)}." if count else "The plan keeps every rule."
    for outcome, name in OUTCOMES.items():
        found = sum(decision.outcome == outcome for decision in result.decisions)
        if found:
            yield f"Requests {name.lower()}: {found}."
    late = [review for review in result.reviews if review.state in ("late", "missed")]
    if late:
        yield f"Reviews late or not held: {len(late)}."


VIEWS: Mapping[str, Callable[[Edition, Any, Run, Writer], dict[str, Any]]] = {
    "assessment": _assessment_view,
    "pathway": _pathway_view,
    "plan": _plan_view,
    "calculation": calculation_view,
    "comparison": comparison_view,
}
"""What each kind of example gives its template; all have the same signature."""


def gist_of(edition: Edition, run: Run | None) -> Iterator[str]:
    """What came out of an example, in a line or a few of plain text."""
    if run is None:
        return
    match run.result:
        case AssessmentResult() as result:
            yield from _assessment_gist(edition, result)
        case PathwayResult() as result:
            yield from _pathway_gist(edition, result)
        case PlanResult() as result:
            yield from _plan_gist(edition, result)
        case CalculationResult() as result:
            yield from calculation_gist(result, run.may_say)
        case ComparisonResult() as result:
            yield from comparison_gist(result, run.may_say)
