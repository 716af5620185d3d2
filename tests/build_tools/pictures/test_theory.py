"""A theory of change: layers, few crossings, lines through no box, and the reasons in words."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.pictures.crossings import count_crossings, order_layers
from build_tools.pictures.framing import WIDE_WIDTH
from build_tools.pictures.geometry import Box
from build_tools.pictures.layers import LayeredGraph, layer_graph
from build_tools.pictures.settling import settle
from build_tools.pictures.theory import draw_theory
from practice_models.library import Edition
from tests.build_tools.pictures import drawing
from tests.build_tools.pictures.gallery import link_of
from tests.build_tools.pictures.samples import EDITION, link
from tests.build_tools.pictures.strategies import theories

names = st.sampled_from("abcdefgh")
graphs = st.builds(layer_graph, st.just(["abc", "def", "gh"]), st.lists(st.tuples(names, names), max_size=20))


@settings(max_examples=150, deadline=None)
@given(edition=theories())
def test_no_line_runs_through_a_box(edition: Edition) -> None:
    assert drawing.pierced(drawing.read_drawing(draw_theory(edition, key="k").svg)) == []


@given(graph=graphs)
def test_each_link_goes_one_layer_at_a_time(graph: LayeredGraph) -> None:
    for route in graph.routes:
        layers = [slot.layer for slot in route.slots]
        assert layers == list(range(layers[0], layers[0] + len(layers)))
        assert {route.slots[0].name, route.slots[-1].name} == set(route.link)
        assert all(slot.link == route.link for slot in route.slots[1:-1])


@given(graph=graphs)
def test_ordering_adds_no_crossing_and_loses_no_slot(graph: LayeredGraph) -> None:
    order = order_layers(graph)
    assert [sorted(layer, key=str) for layer in order] == [sorted(layer, key=str) for layer in graph.layers]
    assert count_crossings(order, graph.routes) <= count_crossings(graph.layers, graph.routes)


def test_crossings_that_need_not_be_are_gone() -> None:
    graph = layer_graph(["abc", "def"], [("a", "f"), ("b", "e"), ("c", "d")])
    assert count_crossings(graph.layers, graph.routes) == 3
    assert count_crossings(order_layers(graph), graph.routes) == 0


def test_a_link_inside_a_column_is_a_loop_beside_it() -> None:
    graph = layer_graph(["ab", "c"], [("a", "b"), ("a", "c"), ("b", "a"), ("a", "a"), ("a", "stranger")])
    assert graph.loops == (("a", "b"), ("b", "a"))
    assert [[slot.name for slot in layer] for layer in graph.layers] == [["a", "b"], ["c"]]


def test_a_link_to_an_earlier_column_is_drawn_backwards() -> None:
    graph = layer_graph(["a", "b"], [("a", "b"), ("b", "a")])
    assert [(route.link, route.reversed) for route in graph.routes] == [(("a", "b"), False), (("b", "a"), True)]


@settings(max_examples=50, deadline=None)
@given(edition=theories())
def test_a_theory_fits_the_article_on_a_desktop(edition: Edition) -> None:
    root = drawing.read_drawing(draw_theory(edition, key="k").svg)
    room = Box(0, 0, WIDE_WIDTH, drawing.paper(root).height)
    assert drawing.paper(root).width == WIDE_WIDTH
    assert all(drawing.inside(box, room) for box in drawing.boxes_in(root))
    assert all(0 <= point.x <= WIDE_WIDTH for line in drawing.lines_in(root) for point in line)


@given(
    wanted=st.lists(st.floats(-1000, 1000), min_size=1, max_size=12),
    distance=st.floats(1, 50),
)
def test_things_that_settle_keep_order_and_distance(wanted: list[float], distance: float) -> None:
    places = settle(wanted, [distance] * (len(wanted) - 1))
    assert all(after - before >= distance - 1e-6 for before, after in pairwise(places))
    assert abs(sum(places) - sum(wanted)) < 1e-6 * max(1, sum(map(abs, wanted)))


def test_what_can_stand_where_it_wants_does() -> None:
    assert settle([1, 5, 9], [2, 2]) == [1, 5, 9]


def test_each_place_is_drawn_once_and_each_link_has_a_head() -> None:
    root = drawing.read_drawing(draw_theory(EDITION, key="theory", link_of=link_of).svg)
    places = [*EDITION.inputs, *EDITION.activities, *EDITION.mechanisms, *EDITION.outcomes]
    assert len(drawing.boxes_in(root)) == len(places)
    assert sum(drawing.has_class(element, "arrow") for element in root.iter()) == len(EDITION.logic_links)


def test_the_words_give_the_reason_for_each_link_as_plain_text() -> None:
    words = draw_theory(EDITION, key="theory", link_of=link_of).words
    assert words.count("because: People act on what they own.") == len(EDITION.logic_links)
    start = "Belongs somewhere outside the service</a> leads to<ul><li>"
    assert f'{start}<a href="../outcomes/ties/">Has people and places to turn to</a>, because' in words


def test_a_link_to_a_stranger_is_left_out() -> None:
    edition = Edition(
        publication=EDITION.publication,
        head=EDITION.head,
        inputs=EDITION.inputs[:1],
        logic_links=(link(1, "input:trained-staff", "outcome:nowhere"),),
    )
    picture = draw_theory(edition, key="k")
    assert "pg-pic-arrow" not in picture.svg
    assert "because" not in picture.words


def test_an_edition_without_a_theory_says_so() -> None:
    picture = draw_theory(Edition(publication=EDITION.publication, head=EDITION.head), key="k")
    assert re.search("no theory of change", picture.svg)
