"""Limits of time: when a clock starts, when it is due, and whether what it waits for came in time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from practice_models.examples.calendars import WorkingCalendar, calendar_names, find_calendar
from practice_models.examples.working import Working
from practice_models.periods import add_duration
from practice_models.vocabulary.example import CaseEvent
from practice_models.vocabulary.pathway import Within
from practice_models.vocabulary.results import ClockState


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened, and its place among everything that happened."""

    place: int
    event: str
    on: date
    at: time | None = None

    @property
    def exact(self) -> datetime:
        """Day and time; midnight where no time is known."""
        return datetime.combine(self.on, self.at or time())


@dataclass(frozen=True, slots=True)
class Ticking:
    """One run of a clock."""

    since: Moment
    due: datetime
    done: Moment | None
    state: ClockState


@dataclass(frozen=True, slots=True)
class Clock:
    """A limit of time as it is laid on a case."""

    within: Within
    event: str
    """What stops it."""
    every: bool = False
    """Whether each starting event starts it, or the first alone."""
    repeats: bool = False
    """Whether it starts again each time that it is stopped."""
    once: str | None = None
    """What must have happened before it can start."""


def read_calendar(name: str, work: Working) -> WorkingCalendar:
    """The calendar of a case; an unknown one is noted, and counts as one without holidays."""
    found = find_calendar(name)
    if found is None:
        work.known(("calendar",), "calendar", name, calendar_names())
    return found or WorkingCalendar("")


def read_moments(events: Sequence[CaseEvent], as_of: date, known: Sequence[str], work: Working) -> tuple[Moment, ...]:
    """What happened, in order; everything is noted that is unknown, out of order or still to come."""
    moments: list[Moment] = []
    for place, given in enumerate(events):
        path = ("events", place)
        work.known((*path, "event"), "event", given.event, known)
        moment = Moment(place, given.event, given.on, time.fromisoformat(given.at) if given.at else None)
        if moments and moment.exact < moments[-1].exact and (moment.at or moment.on < moments[-1].on):
            before = moments[-1]
            message = f"'{given.event}' on {given.on} stands after '{before.event}' on {before.on}; put events in order of day"
            work.fault((*path, "on"), "PG854", message)
        if given.on > as_of:
            work.fault((*path, "on"), "PG854", f"'{given.event}' on {given.on} lies after the day of looking, {as_of}")
        moments.append(moment)
    return tuple(moments)


def due_of(within: Within, start: Moment, calendar: WorkingCalendar) -> datetime:
    """The last moment that is in time; the end of the day where no hours are counted."""
    if within.working_days is not None:
        return datetime.combine(calendar.add(start.on, within.working_days), time.max)
    duration = within.duration or ""
    due = add_duration(start.exact, duration)
    return due if "T" in duration else datetime.combine(due.date(), time.max)


def run_clock(clock: Clock, moments: Sequence[Moment], as_of: date, calendar: WorkingCalendar) -> Iterator[Ticking]:
    """Every run of a clock in a case.

    Args:
        clock: The limit.
        moments: What happened, in order.
        as_of: The day of looking.
        calendar: Which days are working days.
    """
    opened = next((moment.place for moment in moments if moment.event == clock.once), None if clock.once else -1)
    starts = [moment for moment in moments if moment.event == clock.within.since and opened is not None and moment.place > opened]
    for start in starts if clock.every else starts[:1]:
        since: Moment | None = start
        while since is not None:
            ticking = _tick(clock, since, moments, as_of, calendar)
            yield ticking
            since = ticking.done if clock.repeats else None


def _tick(clock: Clock, since: Moment, moments: Sequence[Moment], as_of: date, calendar: WorkingCalendar) -> Ticking:
    due = due_of(clock.within, since, calendar)
    done = next((moment for moment in moments if moment.event == clock.event and moment.place > since.place), None)
    if done is not None:
        return Ticking(since, due, done, "met" if done.exact <= due else "late")
    return Ticking(since, due, None, "missed" if due.date() < as_of else "running")
