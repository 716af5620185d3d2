"""Follows a case along the pathway: stages, limits of time, records, safety stops."""

from collections.abc import Iterator, Sequence
from datetime import date

from practice_models.checking.references import find_part
from practice_models.examples.calendars import WorkingCalendar
from practice_models.examples.clocks import Clock, Moment, read_calendar, read_moments, run_clock
from practice_models.examples.working import Run, Working
from practice_models.library import Edition
from practice_models.periods import counts_hours
from practice_models.problems import nearest
from practice_models.vocabulary.address import parse_address
from practice_models.vocabulary.base import SafetyStop
from practice_models.vocabulary.example import CaseRecord, CaseStop, PathwayCase
from practice_models.vocabulary.pathway import Stage
from practice_models.vocabulary.results import ClockResult, PathwayResult, RecordResult, StageVisit, StopResult


def follow(case: PathwayCase, edition: Edition) -> Run:
    """Follow the dated events of a case along an edition's pathway.

    Args:
        case: What happened, what was written down and which safety stops came up.
        edition: The edition whose pathway it is.

    Returns:
        The stages entered and left, every limit of time met or missed, records there or lacking, stops answered or not.

    Raises:
        CaseError: Where something is unknown, out of order, or cannot follow what came before.
    """
    work = Working(edition)
    calendar = read_calendar(case.calendar, work)
    moments = read_moments(case.events, case.as_of, [event.id for event in edition.events], work)
    visits = tuple(_visits(edition.stages, moments, work))
    _check_written(case.records, case.as_of, edition, work)
    _check_hours(edition, moments, work)
    stops = tuple(_stops(case.stops, case.as_of, edition, work))
    work.stop_on_faults()
    clocks = tuple(_clocks(edition, moments, case.as_of, _ended(edition, visits, moments), calendar, work))
    result = PathwayResult(
        stages=visits,
        clocks=clocks,
        records=tuple(_records(edition, visits, case.records)),
        stops=stops,
        rules=work.rules,
    )
    return work.finish(result)


def _visits(stages: Sequence[Stage], moments: Sequence[Moment], work: Working) -> Iterator[StageVisit]:
    """The stages that the events lead through, one at a time; a stage that nothing dates is passed through unseen."""
    here: Stage | None = None
    last: Stage | None = None
    entered, seen = date.min, set[str]()
    for moment in moments:
        ahead = _ahead(here or last, stages)
        new = next((stage for stage in ahead if moment.event in _ways_in(stage)), None)
        passed = next((stage for stage in ahead if not _ways_in(stage) and stage.left_by == moment.event), None)
        leaves = here is not None and moment.event == here.left_by
        if new is None:
            _check_place(moment, stages, here or last, seen, work)
        if here is not None and (new or leaves or passed):
            yield StageVisit(stage=here.id, entered=entered, left=moment.on if new or leaves else None)
            here, last = None, here
        if passed is not None and not leaves and (new is None or new.id in passed.next):
            yield StageVisit(stage=passed.id, left=moment.on)
            last = passed
            new = next((stage for stage in _ahead(passed, stages) if moment.event in _ways_in(stage)), None)
        if new is not None:
            here, entered = new, moment.on
            seen.add(new.id)
    if here is not None:
        yield StageVisit(stage=here.id, entered=entered)


def _ways_in(stage: Stage) -> tuple[str, ...]:
    return (*((stage.entered_by,) if stage.entered_by else ()), *stage.also_entered_by)


def _ahead(last: Stage | None, stages: Sequence[Stage]) -> list[Stage]:
    """The stages that a case can come into next, nearest first; those that nothing dates lead on to what follows them."""
    by_id = {stage.id: stage for stage in stages}
    ahead = [by_id[name] for name in last.next] if last else [stage for stage in stages if stage.begins]
    if last:
        ahead += [stage for stage in stages if stage.from_any_stage and stage not in (*ahead, last)]
    for stage in ahead:
        if not _ways_in(stage):
            ahead.extend(by_id[name] for name in stage.next if by_id[name] not in (*ahead, last))
    return ahead


def _check_place(moment: Moment, stages: Sequence[Stage], last: Stage | None, seen: set[str], work: Working) -> None:
    """Note an event that would bring the case into a stage which it cannot have reached."""
    leads = [stage.id for stage in stages if moment.event in _ways_in(stage)]
    if not leads or seen.intersection(leads):
        return
    place = f"it was last in '{last.id}', which leads to {' or '.join(last.next) or 'nothing'}" if last else "it has not begun"
    message = f"'{moment.event}' would bring the case into '{leads[0]}', but {place}"
    work.fault(("events", moment.place, "event"), "PG854", message)


def _ended(edition: Edition, visits: Sequence[StageVisit], moments: Sequence[Moment]) -> Moment | None:
    """What ended the case, if anything did: an event that stops clocks, or the one by which it left its last stage."""
    stopping = {event.id for event in edition.events if event.stops_clocks}
    ends = {stage.id: stage.left_by for stage in edition.stages if stage.ends and not stage.next}
    if visits and visits[-1].left is not None and visits[-1].stage in ends:
        stopping.add(ends[visits[-1].stage] or "")
    return next((moment for moment in moments if moment.event in stopping), None)


def _clocks(
    edition: Edition, moments: Sequence[Moment], as_of: date, ended: Moment | None, calendar: WorkingCalendar, work: Working
) -> Iterator[ClockResult]:
    found = []
    for stage in edition.stages:
        for limit in stage.timescales:
            address = f"stage:{stage.id}/timescales/{limit.id}"
            clock = Clock(limit.within, limit.event, limit.recurs, limit.repeats, limit.once)
            for ticking in run_clock(clock, moments, as_of, calendar):
                over = ended is not None and ticking.since.place < ended.place and ticking.due.date() >= ended.on
                if ticking.done is not None or not over:
                    found.append((ticking, address))
    found.sort(key=lambda each: (each[0].due, each[0].since.place, each[1]))
    for place, (ticking, address) in enumerate(found):
        work.use(address, ticking.state, "clocks", place)
        yield ClockResult(
            clock=address,
            since=ticking.since.on,
            due=ticking.due.date(),
            done=ticking.done.on if ticking.done else None,
            state=ticking.state,
        )


def _check_hours(edition: Edition, moments: Sequence[Moment], work: Working) -> None:
    """Note events without a time of day where a limit is counted in hours."""
    for stage in edition.stages:
        for limit in stage.timescales:
            if limit.within.duration and counts_hours(limit.within.duration):
                for moment in moments:
                    if moment.event in (limit.within.since, limit.event) and moment.at is None:
                        message = f"'{moment.event}' needs a time of day, for '{limit.id}' is counted in hours"
                        work.fault(("events", moment.place), "PG853", message)


def _check_written(records: Sequence[CaseRecord], as_of: date, edition: Edition, work: Working) -> None:
    for place, given in enumerate(records):
        work.known(("records", place, "record"), "record", given.record, [record.id for record in edition.records])
        if given.on > as_of:
            work.fault(("records", place, "on"), "PG854", f"'{given.record}' on {given.on} lies after the day of looking, {as_of}")


def _records(edition: Edition, visits: Sequence[StageVisit], written: Sequence[CaseRecord]) -> Iterator[RecordResult]:
    """What had to be written by the end of each stage that was left; what an earlier visit left does not count for a later one."""
    stages = {stage.id: stage for stage in edition.stages}
    since: dict[str, date] = {}
    for visit in visits:
        if visit.left is None:
            continue
        for name in stages[visit.stage].records:
            days = [record.on for record in written if record.record == name and record.on > since.get(visit.stage, date.min)]
            state = "lacking" if not days else "there" if min(days) <= visit.left else "late"
            yield RecordResult(record=name, stage=visit.stage, state=state)  # type: ignore[arg-type]
        since[visit.stage] = visit.left


def _stops(stops: Sequence[CaseStop], as_of: date, edition: Edition, work: Working) -> Iterator[StopResult]:
    for place, given in enumerate(stops):
        path = ("stops", place)
        stop = _find_stop(given.stop, edition)
        if stop is None:
            known = [
                f"{kind}:{word.id}/safety_stops/{each.id}"
                for kind, word in edition.elements()
                for each in getattr(word, "safety_stops", ())
            ]
            work.fault((*path, "stop"), "PG851", f"there is no safety stop '{given.stop}'{nearest(given.stop, known, among=4)}")
            continue
        for role in given.told:
            work.known((*path, "told"), "role", role, [each.id for each in edition.roles])
        if given.answered is not None and given.answered < given.on:
            work.fault((*path, "answered"), "PG854", f"it was answered on {given.answered}, before it came up on {given.on}")
        if max(given.on, given.answered or given.on) > as_of:
            work.fault((*path, "on"), "PG854", f"it lies after the day of looking, {as_of}")
        untold = tuple(role for role in stop.tell if role not in given.told)
        yield StopResult(stop=given.stop, raised=given.on, answered=given.answered, untold=untold)


def _find_stop(text: str, edition: Edition) -> SafetyStop | None:
    address = parse_address(text)
    word = edition.find(address.kind, address.id) if address and address.publication is None else None
    found = find_part(word, address.parts) if word and address and address.parts else None
    return found if isinstance(found, SafetyStop) else None
