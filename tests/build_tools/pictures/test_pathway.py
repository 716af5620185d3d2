"""A pathway: the usual way straight down, ways back on the left, ways around on the right, ends and safety stops marked."""

from hypothesis import given, settings

from build_tools.pictures.pathway import draw_pathway
from build_tools.pictures.stage_lanes import find_buses
from practice_models.stage_order import order_stages
from practice_models.vocabulary.pathway import Stage
from tests.build_tools.pictures import drawing
from tests.build_tools.pictures.gallery import link_of
from tests.build_tools.pictures.samples import STAGES, stage
from tests.build_tools.pictures.strategies import pathways

USUAL = ["get-ready", "start", "understand", "plan", "work-and-connect", "review", "end-well"]


def test_stages_in_any_order_stand_in_the_order_of_the_case() -> None:
    assert [each.id for each in order_stages(STAGES)] == USUAL
    assert [each.id for each in order_stages(STAGES[::-1])] == USUAL


def test_a_side_way_stands_between_what_it_joins() -> None:
    stages = (
        stage("a", "A", following=("b", "aside"), begins=True),
        stage("aside", "Aside", following=("c",)),
        stage("b", "B", following=("c",)),
        stage("c", "C", ends=True),
    )
    assert [each.id for each in order_stages(stages)] == ["a", "b", "aside", "c"]


@given(stages=pathways())
def test_no_stage_is_lost(stages: tuple[Stage, ...]) -> None:
    assert sorted(each.id for each in order_stages(stages)) == sorted(each.id for each in stages)


@given(stages=pathways())
def test_lines_in_one_lane_do_not_touch(stages: tuple[Stage, ...]) -> None:
    for back in (True, False):
        taken: dict[int, set[int]] = {}
        for bus in find_buses(order_stages(stages), back=back):
            passed = set(range(bus.span[0], bus.span[1] + 1))
            assert not taken.setdefault(bus.lane, set()) & passed
            taken[bus.lane] |= passed


@settings(max_examples=150, deadline=None)
@given(stages=pathways())
def test_no_line_runs_through_a_box(stages: tuple[Stage, ...]) -> None:
    assert drawing.pierced(drawing.read_drawing(draw_pathway(stages, key="k").svg)) == []


def test_ways_back_are_dashed_and_ways_around_are_not() -> None:
    root = drawing.read_drawing(draw_pathway(STAGES, key="pathway").svg)
    lines = [element.get("class") for element in root.iter(f"{drawing.SVG}path") if drawing.has_class(element, "line")]
    assert lines.count("pg-pic-line pg-pic-back") == 3
    assert lines.count("pg-pic-line pg-pic-skip") == 1


def test_a_stage_is_a_link_that_says_its_title_and_its_safety_stops() -> None:
    root = drawing.read_drawing(draw_pathway(STAGES, key="pathway", link_of=link_of).svg)
    links = {element.get("href"): " ".join("".join(element.itertext()).split()) for element in root.iter(f"{drawing.SVG}a")}
    assert list(links) == [f"../stages/{name}/" for name in USUAL]
    assert links["../stages/plan/"] == "4 Plan Agree a few goals that the person wants and the sentence allows. 1 safety stop"


def test_each_end_is_marked() -> None:
    shown = [words.text for words in drawing.words_in(drawing.read_drawing(draw_pathway(STAGES, key="pathway").svg))]
    assert shown.count("May end here") == 1
    assert shown.count("End") == 1
    assert shown.count("Begin here") == 1


def test_the_purpose_can_be_left_out() -> None:
    picture = draw_pathway(STAGES, key="pathway", purpose=False)
    assert "Agree a few goals" not in picture.svg
    assert "Agree a few goals" in picture.words


def test_the_description_names_loops_ends_and_safety_stops() -> None:
    description = draw_pathway(STAGES, key="pathway").description
    assert "7 stages from top to bottom: Get ready, Start, " in description
    assert "Review can lead back to Work and connect, Understand the person, the strengths and the risks or Plan." in description
    assert "It may end in Review or End well." in description
    assert "Safety stops stand in Get ready, Start, " in description


def test_the_words_say_where_each_stage_leads() -> None:
    words = draw_pathway(STAGES, key="pathway", link_of=link_of).words
    assert '<a href="../stages/start/">Start</a>' in words
    assert "<li>It may end here.</li>" in words
    assert "<li>It ends here.</li>" in words
    assert "<li>1 safety stop:<ul><li>You learn of a threat to a child or a partner.</li></ul></li>" in words
