"""A profile filled in: marks at their answers, blanks in words, brackets where views differ, figures, bands and alerts."""

from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, given, settings

from build_tools.pictures.answered_profile import draw_profile
from build_tools.pictures.geometry import Point
from practice_models.examples import score
from practice_models.vocabulary.example import AssessmentCase
from practice_models.vocabulary.instrument import Instrument
from practice_models.vocabulary.results import AssessmentResult
from tests.build_tools.pictures import drawing
from tests.build_tools.pictures.case_samples import ANSWERS, ASKED, CASE_EDITION, scored
from tests.build_tools.pictures.case_strategies import assessments
from tests.build_tools.pictures.gallery import link_of

PICTURE = draw_profile(ASKED, ANSWERS, scored(), key="answers", link_of=link_of)
ROOT = drawing.read_drawing(PICTURE.svg)
SHOWN = [words.text for words in drawing.words_in(ROOT)]


def _marks(root: ET.Element, tag: str) -> list[Point]:
    """The middles of the marks of a view, the key's first."""
    middles = []
    for mark in (element for element in root.iter(f"{drawing.SVG}{tag}") if drawing.has_class(element, "mark")):
        if tag == "circle":
            middles.append(Point(float(mark.get("cx", "")), float(mark.get("cy", ""))))
        else:
            middles.append(drawing.box_of(mark).middle)
    return middles


def test_a_mark_stands_at_the_answer_it_is() -> None:
    by_value = {words.text: words.room.middle.x for words in drawing.words_in(ROOT) if words.text in {"1", "2", "3", "4"}}
    _, first, second, third, _, coming_in, bills = _marks(ROOT, "circle")
    assert [round(mark.x) for mark in (first, second, third, coming_in, bills)] == [round(by_value[figure]) for figure in "13224"]


def test_no_mark_stands_for_a_blank() -> None:
    assert len(_marks(ROOT, "rect")) == 1 + 4
    assert SHOWN.count("Practitioner: no answer") == 1
    assert SHOWN.count("Agreed: no answer") == 1
    assert SHOWN.count("No answer") == 2


def test_an_answer_that_does_not_count_is_shown_in_words() -> None:
    assert "I want to and need a hand" in SHOWN


def test_where_the_views_differ_stands_a_bracket_with_the_word() -> None:
    assert SHOWN.count("differ") == 1
    assert "the two views differ by 2" in PICTURE.words
    assert "The two views differ on A bed tonight." in PICTURE.description


def test_each_section_says_its_figure_and_band_or_that_there_is_none() -> None:
    assert "2.33, Steady" in SHOWN
    assert "No figure: 1 answered, 2 needed" in " ".join(SHOWN)
    assert len([element for element in ROOT.iter() if drawing.has_class(element, "cap")]) == 1


def test_the_mark_of_a_figure_stands_inside_its_band() -> None:
    strip = [drawing.box_of(element) for element in ROOT.iter() if drawing.has_class(element, "shade")][:3]
    (mark,) = (drawing.has_class(element, "cap") and element for element in ROOT.iter() if drawing.has_class(element, "cap"))
    assert isinstance(mark, ET.Element)
    x = float(mark.get("d", "").removeprefix("M").split(" ")[0])
    assert strip[1].x < x < strip[1].right


def test_an_alert_stands_with_its_item_and_is_counted() -> None:
    assert "Alert: Nowhere to sleep" in SHOWN
    assert SHOWN.index("A bed tonight") < SHOWN.index("Alert: Nowhere to sleep") < SHOWN.index("Safe where I sleep")
    assert "1 alert: Nowhere to sleep." in PICTURE.description


def test_sections_that_were_not_asked_are_not_drawn() -> None:
    assert "Family and close people" not in SHOWN
    assert [link.get("href") for link in ROOT.iter(f"{drawing.SVG}a")] == ["../sections/home/", "../sections/money/"]


def test_the_words_hold_every_answer_as_it_is_ticked() -> None:
    assert "<td>1: Not at all like me at the moment</td><td>3: Mostly like me</td><td>2: A little like me</td>" in PICTURE.words
    assert "I slept at a mate&#x27;s." in PICTURE.words
    assert PICTURE.words.count("<td>not asked</td>") == 4


def test_nothing_asked_is_said() -> None:
    assert "No section was asked." in draw_profile(ASKED, ANSWERS, AssessmentResult(sections=()), key="k").svg


def test_views_that_agree_and_no_alert_are_said() -> None:
    alike = tuple(given.model_copy(update={"person": given.practitioner or given.person}) for given in ANSWERS.answers)
    case = ANSWERS.model_copy(update={"answers": alike})
    result = score(case, CASE_EDITION).result
    assert isinstance(result, AssessmentResult)
    assert draw_profile(ASKED, case, result, key="k").description.endswith("The two views differ on no item. No alert is raised.")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=assessments())
def test_there_is_a_mark_for_each_answer_and_one_for_each_figure(made: tuple[Instrument, AssessmentCase, AssessmentResult]) -> None:
    root = drawing.read_drawing(draw_profile(*made, key="k").svg)
    given = [answer for each in made[1].answers for answer in (each.person, each.practitioner, each.agreed)]
    answered = sum(answer is not None and answer != "blank" for answer in given)
    marks = [element for element in root.iter() if drawing.has_class(element, "mark")]
    assert len(marks) == answered + 3
    figures = [section for section in made[2].sections if section.figure is not None]
    assert len([element for element in root.iter() if drawing.has_class(element, "cap")]) == len(figures)
    assert len([words for words in drawing.words_in(root) if words.text == "differ"]) >= sum(len(each.differ) for each in made[2].sections)
