"""A plan: goals tied to the strengths that they stand on, loose ones visibly so, with actions and what is lacking."""

from hypothesis import HealthCheck, given, settings

from build_tools.pictures.plan import draw_plan
from practice_models.vocabulary.example import PlanCase
from practice_models.vocabulary.results import ClockState, Lack, PlanResult
from tests.build_tools.pictures import drawing
from tests.build_tools.pictures.case_samples import PLAN, PLANNED, day, held
from tests.build_tools.pictures.case_strategies import plan_cases

PICTURE = draw_plan(PLAN, PLANNED, held(), key="plan")
ROOT = drawing.read_drawing(PICTURE.svg)
SHOWN = [words.text for words in drawing.words_in(ROOT)]


def test_a_line_leads_from_each_goal_to_each_strength_it_stands_on() -> None:
    ties = [element for element in ROOT.iter() if element.get("class") == "pg-pic-line pg-pic-halo"]
    assert len(ties) == 3


def test_a_loose_goal_is_drawn_loose_and_says_so() -> None:
    assert "Loose: it stands on" in SHOWN
    assert "No trouble at weekends is loose." in PICTURE.description
    dashed = [element for element in ROOT.iter() if element.get("class") == "pg-pic-box pg-pic-aside"]
    assert len(dashed) == 2


def test_a_strength_that_no_goal_stands_on_says_so() -> None:
    assert "no goal stands" in SHOWN
    assert "No goal stands on: The boxing gym" in PICTURE.words


def test_actions_say_who_and_whether_they_are_done() -> None:
    assert "Me: done on 22\u00a0Jan" in SHOWN
    assert "Book the course (Practitioner: open, was due on 12\u00a0Feb)" in PICTURE.words
    assert "Ask for the key (Me: open, by 24\u00a0Mar)" in PICTURE.words


def test_what_is_lacking_stands_with_its_goal_or_above_them_all() -> None:
    assert "No signature of practitioner" in SHOWN
    assert "<li>No actions; the rule is at least 1</li><li>Does not pass: Something to move towards</li>" in PICTURE.words
    assert "Loose: it stands on no strength" in PICTURE.words
    assert "No strengths" not in PICTURE.words
    too_many = Lack(rule="plan:my-plan/limits/goals_at_most", found="4 goals at one time")
    assert "4 goals at one time; the rule is at most 3" in draw_plan(PLAN, PLANNED, PlanResult(lacks=(too_many,)), key="k").words


def test_the_agreeing_is_told_in_each_of_its_states() -> None:
    open_yet = PLANNED.model_copy(update={"agreed": None})
    cases: tuple[tuple[ClockState | None, PlanCase], ...] = (
        ("met", PLANNED),
        ("late", PLANNED),
        ("missed", open_yet),
        ("running", open_yet),
        (None, PLANNED),
    )
    told = {
        state: draw_plan(PLAN, case, PlanResult(agreed=state, agreed_by=day(30) if state else None), key="k").description.split(". ")[1]
        for state, case in cases
    }
    assert told == {
        "met": "Agreed on 18 January 2027, in time",
        "late": "Agreed on 18 January 2027, too late: last day 13 January 2027",
        "missed": "Not agreed, though time is up: last day 13 January 2027",
        "running": "Not agreed yet: last day 13 January 2027",
        None: "Agreed on 18 January 2027",
    }


def test_a_closed_goal_says_when() -> None:
    closed = PLANNED.goals[0].model_copy(update={"closed": day(80)})
    picture = draw_plan(PLAN, PLANNED.model_copy(update={"goals": (closed,)}), PlanResult(), key="k")
    assert "Closed on 4 March 2027" in picture.words
    assert "Closed on 4 March 2027" in picture.svg


def test_an_empty_plan_says_so() -> None:
    empty = PLANNED.model_copy(update={"goals": (), "strengths": (), "requests": ()})
    assert "There are no strengths and no goals yet." in draw_plan(PLAN, empty, PlanResult(), key="k").svg


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=plan_cases())
def test_lines_end_at_boxes_and_run_through_none(made: tuple[PlanCase, PlanResult]) -> None:
    root = drawing.read_drawing(draw_plan(PLAN, *made, key="k").svg)
    ties = sum(len(goal.stands_on) for goal in made[0].goals)
    assert len([element for element in root.iter() if element.get("class") == "pg-pic-line pg-pic-halo"]) == ties
    boxes = drawing.boxes_in(root)
    assert len(boxes) == len(made[0].goals) + len(made[0].strengths)
    curves = [element.get("d", "") for element in root.iter() if element.get("class") == "pg-pic-line pg-pic-halo"]
    points = [point for curve in curves for point in drawing.points_of(curve)]
    assert not [box for point in points for box in boxes if box.x + 1 < point.x < box.right - 1 and box.y < point.y < box.bottom]
