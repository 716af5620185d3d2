"""The days of a case: in order, from top to bottom, with their stages, limits of time and safety stops."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from build_tools.pictures.case_days import case_days
from build_tools.pictures.case_timeline import draw_case_timeline
from practice_models.library import Edition
from practice_models.vocabulary.example import PathwayCase
from practice_models.vocabulary.results import ClockResult, PathwayResult, StageVisit, StopResult
from tests.build_tools.pictures import drawing
from tests.build_tools.pictures.case_samples import CASE_EDITION, EVENTS, day, followed
from tests.build_tools.pictures.case_strategies import pathway_cases
from tests.build_tools.pictures.gallery import link_of

PICTURE = draw_case_timeline(CASE_EDITION, EVENTS, followed(), key="days", link_of=link_of)
ROOT = drawing.read_drawing(PICTURE.svg)
SHOWN = [words.text for words in drawing.words_in(ROOT)]


def test_everything_stands_in_the_order_of_its_days() -> None:
    days = case_days(CASE_EDITION, EVENTS, followed())
    assert [(each.kind, each.title) for each in days] == [
        ("stage", "Start"),
        ("event", "Case allocated"),
        ("event", "First appointment held"),
        ("stop", "You learn of a threat to a child or a partner"),
        ("clock", "Meet for the first time"),
        ("clock", "Agree the plan"),
        ("stop", "You learn of a threat to a child or a partner"),
        ("clock", "Visit the home"),
        ("event", "Plan agreed"),
        ("stage", "Work and connect"),
        ("today", "Day of looking: 22 February 2027"),
        ("clock", "Review the plan"),
    ]


def test_each_limit_says_how_it_stands_and_has_a_mark_of_its_own() -> None:
    assert {
        "Met on 18\u00a0Dec, 1 day early",
        "Late: done on 18\u00a0Jan 2027, 21 days after",
        "Missed: not done by 22\u00a0Feb",
        "Still to come, 49 days left",
    } <= set(SHOWN)
    marks = [element.get("class", "") for element in ROOT.iter() if drawing.has_class(element, "finding")]
    assert marks.count("pg-pic-finding pg-pic-critical") == 2
    assert marks.count("pg-pic-finding pg-pic-waiting") == 1
    assert "4 limits of time: 1 met, 1 late, 1 missed, 1 still to come." in PICTURE.description


def test_a_year_is_named_where_it_begins() -> None:
    assert SHOWN.count("2026") == SHOWN.count("2027") == 1


def test_safety_stops_say_whether_they_were_answered_and_who_was_not_told() -> None:
    assert "Answered on 18\u00a0Dec" in SHOWN
    assert "Not answered" in SHOWN
    assert "2 safety stops, 1 of them not answered." in PICTURE.description
    told = StopResult(stop="stage:start/safety_stops/stop-0", raised=day(1), untold=("manager", "fund-holder"))
    picture = draw_case_timeline(CASE_EDITION, EVENTS, PathwayResult(stages=(), stops=(told,)), key="k")
    assert "Not answered; not told: Practitioner’s manager and Fund holder" in picture.words


def test_a_safety_stop_without_an_answer_has_a_ring_around_it() -> None:
    rings = [element for element in ROOT.iter(f"{drawing.SVG}circle") if element.get("r") == "16"]
    assert PICTURE.svg.count("pg-pic-sign-stroke") == 2
    assert len(rings) == 1


def test_many_days_are_left_out_visibly() -> None:
    assert [words for words in SHOWN if words.endswith("days later")] == ["15 days later", "35 days later", "49 days later"]


def test_stages_and_safety_stops_are_links() -> None:
    assert [link.get("href") for link in ROOT.iter(f"{drawing.SVG}a")] == ["../stages/start/"] * 3 + ["../stages/working/"]


def test_a_stage_lasts_until_the_next_one() -> None:
    first, second = (drawing.box_of(element) for element in ROOT.iter() if drawing.has_class(element, "span"))
    assert 0 < second.y - first.bottom < 30


def test_a_stage_whose_first_day_is_not_dated_says_so() -> None:
    result = PathwayResult(stages=(StageVisit(stage="start", left=day(3)), StageVisit(stage="working", entered=day(3))))
    assert "the day of coming in is not dated" in draw_case_timeline(CASE_EDITION, EVENTS, result, key="k").words


@pytest.mark.parametrize("address", ["stage:gone/timescales/meet", "nonsense"])
def test_an_address_that_leads_nowhere_is_shown_as_it_is(address: str) -> None:
    result = PathwayResult(
        stages=(),
        clocks=(ClockResult(clock=address, since=day(0), due=day(1), state="missed"),),
        stops=(StopResult(stop=address, raised=day(1)),),
    )
    assert draw_case_timeline(CASE_EDITION, EVENTS, result, key="k").words.count(address) == 2


def test_the_words_name_each_day_in_full() -> None:
    assert '<th scope="row">28 December 2026</th><td>Last day</td><td>Agree the plan</td>' in PICTURE.words


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=pathway_cases())
def test_time_only_runs_down(made: tuple[Edition, PathwayCase, PathwayResult]) -> None:
    days = case_days(*made)
    assert all(above.day <= below.day for above, below in pairwise(days))
    assert len(days) == 1 + len(made[1].events) + len(made[2].stages) + len(made[2].clocks) + len(made[2].stops)
    root = drawing.read_drawing(draw_case_timeline(*made, key="k").svg)
    spans = [drawing.box_of(element) for element in root.iter() if drawing.has_class(element, "span")]
    assert all(above.y < below.y for above, below in pairwise(spans))
