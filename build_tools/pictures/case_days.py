"""The days of a case in order: what happened, the stages, the limits of time with their last days, and the safety stops."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from build_tools.pictures.days import day_text, short_day
from build_tools.pictures.words import count_of, listed
from practice_models.library import Edition
from practice_models.plain_text import first_sentence
from practice_models.stage_order import order_stages
from practice_models.vocabulary.address import Address, parse_address
from practice_models.vocabulary.base import Element, SafetyStop
from practice_models.vocabulary.example import PathwayCase
from practice_models.vocabulary.pathway import Timescale
from practice_models.vocabulary.results import ClockResult, ClockState, PathwayResult, StageVisit, StopResult

Kind = Literal["stage", "event", "clock", "stop", "today"]
StopState = Literal["answered", "unanswered"]


@dataclass(frozen=True, slots=True)
class CaseDay:
    """One thing that stands on a day of a case."""

    day: date
    kind: Kind
    title: str
    """What it is, in plain text."""
    said: str = ""
    """How it stands."""
    state: ClockState | StopState | None = None
    """For a limit of time and a safety stop."""
    element: tuple[str, str] | None = None
    """Kind and id of the guidance that it comes from, where that has a page of its own."""
    number: int | None = None
    """For a stage: its number on the pathway."""
    until: date | None = None
    """For a stage: the day on which it was left; None while the case is in it."""
    short: str = ""
    """For a limit of time: what shows that it is done, where the title takes too much room."""
    note: str = ""
    """For an event: a word on how."""


def case_days(edition: Edition, case: PathwayCase, result: PathwayResult) -> tuple[CaseDay, ...]:
    """Everything that stands on a day of a case, in order.

    On one day a stage comes before the events of that day, unless another stage was left on it: then the events stand
    between the two. Limits of time come after them, on their last day; the day of looking comes last.

    Args:
        edition: The edition whose pathway it is.
        case: What happened.
        result: What it comes to.
    """
    found: list[tuple[date, int, CaseDay]] = []
    left: set[date] = set()
    for visit in result.stages:
        each = _stage(visit, edition, case.as_of)
        found.append((each.day, 2 if each.day in left else 0, each))
        left |= {visit.left} if visit.left else set()
    found += [(each.day, 1, each) for each in _events(edition, case)]
    found += [(stop.raised, 3, _stop(stop, edition)) for stop in result.stops]
    found += [(clock.due, 4, _clock(clock, edition, case.as_of)) for clock in result.clocks]
    found.append((case.as_of, 5, CaseDay(case.as_of, "today", f"Day of looking: {day_text(case.as_of)}")))
    return tuple(each for _, _, each in sorted(found, key=lambda each: each[:2]))


def _events(edition: Edition, case: PathwayCase) -> Iterator[CaseDay]:
    for given in case.events:
        at = f" at {given.at}" if given.at else ""
        yield CaseDay(given.on, "event", f"{_title(edition, 'event', given.event)}{at}", note=given.note or "")


def _stage(visit: StageVisit, edition: Edition, as_of: date) -> CaseDay:
    day = visit.entered or visit.left or as_of
    numbers = {stage.id: number for number, stage in enumerate(order_stages(edition.stages), start=1)}
    said = f"until {day_text(visit.left)}" if visit.left else "not left yet"
    return CaseDay(
        day,
        "stage",
        _title(edition, "stage", visit.stage),
        said if visit.entered else "the day of coming in is not dated",
        element=("stage", visit.stage),
        number=numbers.get(visit.stage),
        until=visit.left,
    )


def _title(edition: Edition, kind: str, name: str) -> str:
    element = edition.find(kind, name)
    return element.title if isinstance(element, Element) else name


def _clock(clock: ClockResult, edition: Edition, as_of: date) -> CaseDay:
    limit = find_limit(edition, clock.clock)
    title = first_sentence(limit.what).rstrip(".") if limit else clock.clock
    short = _title(edition, "event", limit.event) if limit else title
    return CaseDay(clock.due, "clock", title, _clock_said(clock, as_of), clock.state, short=short)


def _clock_said(clock: ClockResult, as_of: date) -> str:
    """How a limit of time stands, in words."""
    if clock.done is None:
        days = (clock.due - as_of).days
        return (
            f"Missed: not done by {_near(as_of, clock.due)}" if clock.state == "missed" else f"Still to come, {count_of(days, 'day')} left"
        )
    days = abs((clock.due - clock.done).days)
    if clock.state == "met":
        return f"Met on {_near(clock.done, clock.due)}, {count_of(days, 'day')} early" if days else "Met on the last day"
    after = f"{count_of(days, 'day')} after" if days else "after the hour"
    return f"Late: done on {_near(clock.done, clock.due)}, {after}"


def _near(day: date, other: date) -> str:
    """A day beside another one: with its year only where that differs."""
    return short_day(day) if day.year == other.year else f"{short_day(day)} {day.year}"


def find_limit(edition: Edition, text: str) -> Timescale | None:
    """The limit of time with an address such as `stage:start/timescales/meet-first`, or None."""
    address = parse_address(text)
    stages = [stage for stage in edition.stages if address and stage.id == address.id]
    return next((limit for stage in stages for limit in stage.timescales if address and limit.id == address.parts[-1]), None)


def _stop(stop: StopResult, edition: Edition) -> CaseDay:
    address = parse_address(stop.stop)
    found = find_stop(edition, address) if address else None
    untold = listed([_title(edition, "role", role) for role in stop.untold])
    told = f"; not told: {untold}" if untold else ""
    said = f"Answered on {_near(stop.answered, stop.raised)}" if stop.answered else "Not answered"
    return CaseDay(
        stop.raised,
        "stop",
        first_sentence(found.when).rstrip(".") if found else stop.stop,
        f"{said}{told}",
        "answered" if stop.answered else "unanswered",
        element=(address.kind, address.id) if address else None,
    )


def find_stop(edition: Edition, address: Address) -> SafetyStop | None:
    """The safety stop with an address, in an element or in a section of an instrument, or None."""
    element = edition.find(address.kind, address.id)
    holders: Sequence[object] = [element, *getattr(element, "sections", ())]
    if address.parts[:1] == ("sections",):
        holders = [part for part in holders if getattr(part, "id", "") == address.parts[1]]
    stops: Iterator[SafetyStop] = (stop for holder in holders for stop in getattr(holder, "safety_stops", ()))
    return next((stop for stop in stops if address.parts and stop.id == address.parts[-1]), None)
