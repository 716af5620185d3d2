"""Pictures of editions over time and of findings by direction."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from build_tools.pictures.evidence import draw_directions
from build_tools.pictures.timeline import draw_timeline
from practice_models.library import Edition
from practice_models.vocabulary.evidence import Finding
from tests.build_tools.pictures import drawing
from tests.build_tools.pictures.gallery import link_of
from tests.build_tools.pictures.samples import EDITIONS, FINDINGS
from tests.build_tools.pictures.strategies import finding_lists, publications


def test_each_edition_has_its_standing_and_its_period_in_letters() -> None:
    shown = [words.text for words in drawing.words_in(drawing.read_drawing(draw_timeline(EDITIONS, key="timeline").svg))]
    assert {
        "Superseded: 2015 to October 2018",
        "Superseded: November 2018 to June 2021",
        "In force: November 2026 onwards",
        "Draft: December 2026 onwards",
        "Withdrawn: March 2019 to August 2019",
    } <= set(shown)


def test_each_standing_has_a_look_of_its_own() -> None:
    root = drawing.read_drawing(draw_timeline(EDITIONS, key="timeline").svg)
    bars = [element.get("class") for element in root.iter() if drawing.has_class(element, "bar")]
    assert bars == [f"pg-pic-bar pg-pic-{status}" for status in ("superseded", "superseded", "current", "draft", "withdrawn")]


def test_a_bar_begins_where_the_one_before_ends() -> None:
    root = drawing.read_drawing(draw_timeline(EDITIONS[:2], key="timeline").svg)
    first, second = (drawing.box_of(element) for element in root.iter() if drawing.has_class(element, "bar"))
    assert first.right == pytest.approx(second.x, abs=0.02)


@settings(deadline=None)
@given(editions=publications())
def test_every_bar_stays_on_the_page(editions: tuple[Edition, ...]) -> None:
    root = drawing.read_drawing(draw_timeline(editions, key="k").svg)
    page = drawing.paper(root)
    bars = [drawing.box_of(element) for element in root.iter(f"{drawing.SVG}rect") if drawing.has_class(element, "bar")]
    assert [bar for bar in bars if not drawing.inside(bar, page)] == []


def test_editions_are_links_and_the_words_are_a_table() -> None:
    picture = draw_timeline(EDITIONS, key="timeline", url_of=lambda edition: f"{edition.head.version}/")
    assert picture.svg.count("<a ") == len(EDITIONS)
    assert '<th scope="row"><a href="1.0.0/">1.0.0 Four steps, three strands</a></th><td>Superseded</td>' in picture.words
    assert picture.title == "Editions of Interchange"


def test_findings_are_counted_by_direction_none_left_out() -> None:
    picture = draw_directions(FINDINGS[:2], key="directions")
    assert picture.description.startswith(
        "Speaks for it: 1 finding; No difference was found: 1 finding; Speaks against it, or warns: 0 findings; "
        "Context, neither way: 0 findings."
    )


def test_a_mark_is_a_link_called_by_its_number_and_title() -> None:
    root = drawing.read_drawing(draw_directions(FINDINGS, key="directions", link_of=link_of).svg)
    names = [element.get("aria-label") for element in root.iter(f"{drawing.SVG}a")]
    assert names[0] == "1: People felt listened to"
    assert names[3] == "4: No difference in reoffending was found"
    assert [int(name.partition(":")[0]) for name in names if name] == list(range(1, 9))


@settings(deadline=None)
@given(findings=finding_lists())
def test_marks_do_not_touch(findings: tuple[Finding, ...]) -> None:
    root = drawing.read_drawing(draw_directions(findings, key="k", link_of=link_of).svg)
    numbers = [words for words in drawing.words_in(root) if words.text.isdigit()]
    assert len(numbers) == len(findings)
    middles = [words.room.middle for words in numbers]
    assert all(abs(one.x - other.x) > 40 or abs(one.y - other.y) > 40 for one, other in pairwise(middles))


def test_numbers_in_words_are_those_in_the_picture() -> None:
    words = draw_directions(FINDINGS, key="directions").words
    assert '<ol start="4"><li>No difference in reoffending was found</li></ol>' in words
