"""Go, amend or stop by limits fixed first; the interval says how sure that is, and safety stops at once."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from practice_models.evaluation import Criterion, Light, judge_all, judge_criterion, wilson_interval

REACH = Criterion("reach", go_from=0.6, amend_from=0.4)
SIGNED = Criterion("signed plans", go_from=0.8, amend_from=0.6)
HARM = Criterion("harm reviews on time", go_from=0.95, amend_from=0.85, safety=True)


@pytest.mark.parametrize(
    ("criterion", "events", "people", "light"),
    [
        (REACH, 60, 100, Light.GO),
        (REACH, 59, 100, Light.AMEND),
        (REACH, 40, 100, Light.AMEND),
        (REACH, 39, 100, Light.STOP),
        (SIGNED, 64, 80, Light.GO),
        (HARM, 84, 100, Light.STOP),
    ],
)
def test_a_share_at_a_limit_has_the_better_light(criterion: Criterion, events: int, people: int, light: Light) -> None:
    assert judge_criterion(criterion, events, people).light is light


@pytest.mark.parametrize(("go", "amend"), [(50, 30), (80, 50)], ids=["recruitment", "retention"])
def test_limits_are_read_as_a_published_trial_reads_them(go: int, amend: int) -> None:
    """TAPS-2, Trials 21 (2020), doi 10.1186/s13063-020-4212-8, table 2: green from 50%, yellow from 30%, red below; and 80% and 50%."""
    criterion = Criterion("any", go / 100, amend / 100)
    lights = [judge_criterion(criterion, events, 100).light for events in (go, go - 1, amend, amend - 1)]
    assert lights == [Light.GO, Light.AMEND, Light.AMEND, Light.STOP]


def test_a_limit_is_kept_to_the_last_place() -> None:
    """57 of 190 is 0.3, though not in every last place."""
    for go, events, people in ((0.3, 57, 190), (0.573, 573, 1000), (0.7, 7, 10)):
        assert judge_criterion(Criterion("any", go, 0.1), events, people).light is Light.GO


def test_the_interval_says_which_lights_it_reaches() -> None:
    assert judge_criterion(SIGNED, 28, 35).reached == (Light.AMEND, Light.GO)
    assert judge_criterion(SIGNED, 7, 9).reached == (Light.STOP, Light.AMEND, Light.GO)
    assert judge_criterion(SIGNED, 790, 800).reached == (Light.GO,)


@given(st.integers(1, 300), st.floats(0.01, 0.99), st.floats(0, 0.99), st.data())
def test_the_lights_reached_are_next_to_each_other_and_hold_the_one_seen(people: int, go: float, part: float, data: st.DataObject) -> None:
    criterion, events = Criterion("any", go, go * part), data.draw(st.integers(0, people))
    found = judge_criterion(criterion, events, people)
    assert found.light in found.reached
    assert list(found.reached) == list(range(found.reached[0], found.reached[-1] + 1))
    assert (found.share.low, found.share.high) == wilson_interval(events, people)
    better = judge_criterion(criterion, min(events + 1, people), people)
    assert better.light >= found.light
    assert not found.hard_stop


@given(st.integers(1, 300), st.integers(1, 99), st.integers(1, 99), st.data())
def test_the_light_is_the_one_that_numpy_sorts_a_share_to(people: int, one: int, other: int, data: st.DataObject) -> None:
    events, limits = data.draw(st.integers(0, people)), sorted((one / 100, other / 100))
    assume(min(abs(events / people - limit) for limit in limits) > 1e-9)
    found = judge_criterion(Criterion("any", go_from=limits[1], amend_from=limits[0]), events, people)
    assert found.light == np.digitize(events / people, limits)


def test_the_worst_criterion_decides() -> None:
    verdict = judge_all([judge_criterion(REACH, 90, 100), judge_criterion(SIGNED, 62, 100)])
    assert (verdict.light, verdict.settled, verdict.hard_stops) == (Light.AMEND, False, ())
    assert verdict.may_say == (
        "Together the criteria say amend, which signed plans decided, and at least one interval reaches another light, "
        "and the report must say so."
    )
    assert "every interval agrees" in judge_all([judge_criterion(REACH, 900, 1000)]).may_say


def test_safety_stops_at_once_whatever_else_went_well() -> None:
    harm = judge_criterion(HARM, 8, 10)
    verdict = judge_all([judge_criterion(REACH, 99, 100), harm])
    assert harm.hard_stop
    assert (verdict.light, verdict.hard_stops) == (Light.STOP, (harm,))
    assert verdict.may_say == "Stop, because of safety (harm reviews on time): no other result may be set against this."
    assert "stop, whatever else went well" in harm.may_say
    assert not judge_criterion(HARM, 9, 10).hard_stop


def test_what_may_be_said_names_the_lights() -> None:
    assert judge_criterion(SIGNED, 64, 80).may_say == (
        "At 80% (70 to 87%) the numbers say go, but the interval reaches amend and go, so do not let them decide alone."
    )
    assert judge_criterion(SIGNED, 790, 800).may_say.endswith("the numbers say go, and the whole interval agrees.")
    assert "reaches stop, amend and go" in judge_criterion(SIGNED, 7, 9).may_say


def test_where_nothing_is_between_go_and_stop_no_light_is_amend() -> None:
    found = judge_criterion(Criterion("harm reviews on time", go_from=0.95, amend_from=0.95), 34, 35)
    assert (found.light, found.reached) == (Light.GO, (Light.STOP, Light.GO))
    assert judge_criterion(found.criterion, 93, 100).light is Light.STOP


@pytest.mark.parametrize(
    ("go_from", "amend_from", "message"),
    [
        (1.1, 0.5, "go_from is 1.1; expected from 0 to 1"),
        (0.5, 0.6, "amend_from is 0.6; expected from 0 to 0.5"),
        (0.5, -0.1, "amend_from is -0.1; expected from 0 to 0.5"),
    ],
)
def test_limits_out_of_order_are_refused(go_from: float, amend_from: float, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Criterion("any", go_from, amend_from)


def test_counts_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="events is 3; expected from 0 to 2"):
        judge_criterion(REACH, 3, 2)
    with pytest.raises(ValueError, match="judgements are none; expected at least one"):
        judge_all([])
