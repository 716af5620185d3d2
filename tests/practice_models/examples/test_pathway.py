"""Dated events become stages, limits of time, records and answered stops; what cannot be is told at its place."""

import pytest

from practice_models.examples import CaseError, follow
from practice_models.vocabulary.example import PathwayCase
from practice_models.vocabulary.results import PathwayResult
from tests.practice_models.examples.invented import edition
from tests.practice_models.examples.sound import read


def _follow(events: str, more: str = "", as_of: str = "2027-06-30") -> PathwayResult:
    result = follow(read(PathwayCase, f"as_of: {as_of}\nevents: [{events}]\n{more}"), edition()).result
    assert isinstance(result, PathwayResult)
    return result


def _faults(events: str, more: str = "", as_of: str = "2027-06-30") -> list[tuple[tuple[str | int, ...], str, str]]:
    with pytest.raises(CaseError) as caught:
        _follow(events, more, as_of)
    return [(fault.path, fault.code, fault.message) for fault in caught.value.faults]


def _stages(events: str) -> list[tuple[str, str, str]]:
    return [(visit.stage, str(visit.entered), str(visit.left)) for visit in _follow(events).stages]


def _clocks(events: str, as_of: str = "2027-06-30") -> list[tuple[str, str, str, str]]:
    result = _follow(events, as_of=as_of)
    return [(clock.clock.rpartition("/")[2], str(clock.since), str(clock.due), clock.state) for clock in result.clocks]


def test_a_stage_is_left_where_the_next_is_entered() -> None:
    events = (
        "{event: opened, on: 2027-03-01}, {event: met, on: 2027-03-03}, {event: visited, on: 2027-03-10}, {event: closing, on: 2027-05-03}"
    )
    assert _stages(events) == [
        ("begin", "2027-03-01", "2027-03-03"),
        ("go-on", "2027-03-10", "2027-05-03"),
        ("end", "2027-05-03", "None"),
    ]


def test_a_stage_without_a_dated_way_in_is_seen_when_it_is_left() -> None:
    events = (
        "{event: opened, on: 2027-03-01}, {event: met, on: 2027-03-03}, {event: crossed, on: 2027-03-08}, {event: visited, on: 2027-03-10}"
    )
    assert _stages(events) == [
        ("begin", "2027-03-01", "2027-03-03"),
        ("between", "None", "2027-03-08"),
        ("go-on", "2027-03-10", "None"),
    ]


def test_a_review_leads_away_and_back() -> None:
    events = _TO_GO_ON + ", {event: called, on: 2027-03-20}, {event: reviewed, on: 2027-03-24}"
    assert _stages(events)[1:] == [
        ("go-on", "2027-03-01", "2027-03-20"),
        ("look", "2027-03-20", "2027-03-24"),
        ("go-on", "2027-03-24", "None"),
    ]


def test_a_repeated_event_does_not_bring_a_case_back() -> None:
    events = (
        "{event: opened, on: 2027-03-01}, {event: met, on: 2027-03-03}, {event: visited, on: 2027-03-10}, {event: visited, on: 2027-03-11}"
    )
    assert _stages(events)[-1] == ("go-on", "2027-03-10", "None")


@pytest.mark.parametrize(
    ("events", "place"),
    [
        ("{event: called, on: 2027-03-03}", "it has not begun"),
        ("{event: opened, on: 2027-03-01}, {event: called, on: 2027-03-03}", "it was last in 'begin', which leads to between"),
    ],
)
def test_an_event_that_skips_a_stage_is_told(events: str, place: str) -> None:
    assert [message for _, _, message in _faults(events)] == [f"'called' would bring the case into 'look', but {place}"]


def test_a_stage_that_is_open_to_all_is_reached_from_anywhere() -> None:
    events = "{event: opened, on: 2027-03-01}, {event: cut-off, on: 2027-03-03}"
    assert _stages(events) == [("begin", "2027-03-01", "2027-03-03"), ("end", "2027-03-03", "None")]


def test_an_event_that_stops_clocks_ends_what_was_still_running() -> None:
    events = _TO_GO_ON + ", {event: cut-off, on: 2027-04-01}"
    assert [clock[0] for clock in _clocks(events)] == ["meet"]
    later = _TO_GO_ON + ", {event: cut-off, on: 2027-04-02}"
    assert _clocks(later)[-1] == ("review", "2027-03-01", "2027-04-01", "missed")


def test_a_stage_that_nothing_dates_is_passed_through_unseen() -> None:
    events = "{event: opened, on: 2027-03-01}, {event: visited, on: 2027-03-03}"
    assert _stages(events) == [("begin", "2027-03-01", "2027-03-03"), ("go-on", "2027-03-03", "None")]


@pytest.mark.parametrize(
    ("met", "state"),
    [("2027-03-30", "met"), ("2027-03-31", "met"), ("2027-04-01", "late")],
)
def test_working_days_pass_over_easter(met: str, state: str) -> None:
    events = f"{{event: opened, on: 2027-03-22}}, {{event: met, on: {met}}}"
    assert _clocks(events) == [("meet", "2027-03-22", "2027-03-31", state)]


@pytest.mark.parametrize(("as_of", "state"), [("2027-03-08", "running"), ("2027-03-09", "missed")])
def test_what_is_not_done_is_running_until_its_last_day_is_over(as_of: str, state: str) -> None:
    assert _clocks("{event: opened, on: 2027-03-01}", as_of) == [("meet", "2027-03-01", "2027-03-08", state)]


_TO_GO_ON = "{event: opened, on: 2027-03-01}, {event: met, on: 2027-03-01}, {event: visited, on: 2027-03-01}"


def test_hours_are_counted_from_the_time_of_day() -> None:
    alarm = ', {event: alarmed, on: 2027-03-02, at: "09:30"}, {event: answered, on: 2027-03-03, at: "%s"}'
    for time, state in (("09:30", "met"), ("09:31", "late")):
        assert _clocks(_TO_GO_ON + alarm % time)[0] == ("answer", "2027-03-02", "2027-03-03", state)


def test_a_limit_in_hours_needs_a_time_of_day() -> None:
    faults = _faults(_TO_GO_ON + ", {event: alarmed, on: 2027-03-02}")
    assert faults == [(("events", 3), "PG853", "'alarmed' needs a time of day, for 'answer' is counted in hours")]


def test_a_recurring_clock_starts_at_every_such_event() -> None:
    alarms = ', {event: alarmed, on: 2027-03-02, at: "09:30"}, {event: alarmed, on: 2027-03-05, at: "09:30"}'
    answers = ', {event: answered, on: 2027-03-05, at: "10:00"}'
    states = [(clock[1], clock[3]) for clock in _clocks(_TO_GO_ON + alarms + answers) if clock[0] == "answer"]
    assert states == [("2027-03-02", "late"), ("2027-03-05", "met")]


def test_a_repeating_clock_starts_again_from_the_day_it_is_met() -> None:
    events = _TO_GO_ON + ", {event: reviewed, on: 2027-03-31}, {event: reviewed, on: 2027-04-30}"
    assert [clock[1:] for clock in _clocks(events, "2027-05-31") if clock[0] == "review"] == [
        ("2027-03-01", "2027-04-01", "met"),
        ("2027-03-31", "2027-04-30", "met"),
        ("2027-04-30", "2027-05-30", "missed"),
    ]


def test_a_clock_that_waits_for_something_else_does_not_start_before_it() -> None:
    assert "calm" not in [clock[0] for clock in _clocks(_TO_GO_ON)]
    events = _TO_GO_ON + ", {event: met, on: 2027-03-08}, {event: reviewed, on: 2027-03-11}"
    assert [clock for clock in _clocks(events) if clock[0] == "calm"] == [("calm", "2027-03-08", "2027-03-11", "met")]


def test_an_event_that_leaves_an_unseen_stage_and_enters_the_next_shows_both() -> None:
    begun = "{event: opened, on: 2027-03-01}, {event: met, on: 2027-03-03}"
    events = f"{begun}, {{event: crossed, on: 2027-03-08}}, {{event: reviewed, on: 2027-03-08}}"
    assert _stages(events)[1:] == [("between", "None", "2027-03-08"), ("go-on", "2027-03-08", "None")]


def test_clocks_stop_when_the_case_ends() -> None:
    events = _TO_GO_ON + ", {event: closing, on: 2027-03-10}, {event: closed, on: 2027-03-15}"
    assert [clock[0] for clock in _clocks(events)] == ["meet"]


def test_records_are_there_late_or_lacking() -> None:
    for day, state in (("2027-03-03", "there"), ("2027-03-04", "late")):
        result = _follow("{event: opened, on: 2027-03-01}, {event: met, on: 2027-03-03}", f"records: [{{record: note, on: {day}}}]")
        assert [(record.record, record.state) for record in result.records] == [("note", state)]
    assert _follow("{event: opened, on: 2027-03-01}, {event: met, on: 2027-03-03}").records[0].state == "lacking"


def test_a_record_of_an_earlier_visit_does_not_serve_for_a_later_one() -> None:
    events = _TO_GO_ON + ", {event: called, on: 2027-03-20}, {event: reviewed, on: 2027-03-24}, {event: closing, on: 2027-04-30}"
    result = _follow(events, "records: [{record: note, on: 2027-03-01}]")
    assert [record.state for record in result.records if record.stage == "go-on"] == ["there", "lacking"]


def test_a_stop_tells_who_was_not_told() -> None:
    stop = "stops: [{stop: stage:begin/safety_stops/danger, on: 2027-03-02, answered: 2027-03-02, told: [%s]}]"
    for told, untold in (("", ("manager",)), ("manager", ())):
        result = _follow("{event: opened, on: 2027-03-01}", stop % told)
        assert result.stops[0].untold == untold


def test_everything_wrong_is_told_at_once() -> None:
    faults = _faults(
        "{event: opend, on: 2027-03-03}, {event: met, on: 2027-03-01}, {event: closed, on: 2027-07-01}",
        "calendar: england\nrecords: [{record: notes, on: 2027-03-01}]\nstops: [{stop: stage:begin/safety_stops/dangr, on: 2027-03-01}]",
    )
    assert [(path, code) for path, code, _ in faults] == [
        (("calendar",), "PG851"),
        (("events", 0, "event"), "PG851"),
        (("events", 1, "on"), "PG854"),
        (("events", 2, "on"), "PG854"),
        (("records", 0, "record"), "PG851"),
        (("stops", 0, "stop"), "PG851"),
    ]
    assert faults[1][2].endswith("did you mean 'opened'?")
    assert faults[2][2] == "'met' on 2027-03-01 stands after 'opend' on 2027-03-03; put events in order of day"


def test_each_result_names_the_rule_behind_it() -> None:
    run = follow(read(PathwayCase, "as_of: 2027-06-30\nevents: [{event: opened, on: 2027-03-01}]"), edition())
    assert run.rule_behind(("clocks", 0, "due")) == "stage:begin/timescales/meet"
    assert run.rule_behind(("stages", 0)) is None
    assert [(rule.rule, rule.says) for rule in run.result.rules] == [
        ("stage:begin/timescales/meet", "met within 5 working days after opened")
    ]
