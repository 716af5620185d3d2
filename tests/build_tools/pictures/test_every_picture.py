"""What holds of every picture: well-formed, named, free of style and script, its text inside its boxes, nothing on top of anything."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import build_tools.pictures
from build_tools.pictures import (
    Picture,
    draw_approvals,
    draw_balance,
    draw_bands,
    draw_blank_profile,
    draw_case_timeline,
    draw_directions,
    draw_interval,
    draw_ledger,
    draw_pathway,
    draw_plan,
    draw_profile,
    draw_theory,
    draw_timeline,
)
from build_tools.pictures.framing import FIT_WIDTH, frame_note
from tests.build_tools.pictures import case_strategies, drawing, strategies
from tests.build_tools.pictures.case_samples import PLAN
from tests.build_tools.pictures.gallery import draw_gallery

GALLERY = draw_gallery()
CSS = Path(build_tools.pictures.__file__).parent.parent.joinpath("theme/assets/stylesheets/pictures.css").read_text(encoding="utf-8")
TAGS = {"svg", "title", "desc", "g", "a", "rect", "path", "circle", "text"}
WORD_TAGS = {"a", "li", "ol", "p", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"}


def _href(kind: str, name: str) -> str:
    return f"#{kind}-{name}"


@st.composite
def _bands(draw: st.DrawFn) -> Picture:
    scale = draw(strategies.scales())
    return draw_bands(draw(strategies.sections(scale)), scale, key="k")


pictures: st.SearchStrategy[Picture] = st.one_of(
    strategies.pathways().map(lambda stages: draw_pathway(stages, key="k", link_of=_href)),
    strategies.theories().map(lambda edition: draw_theory(edition, key="k", link_of=_href)),
    _bands(),
    strategies.instruments().map(lambda instrument: draw_blank_profile(instrument, key="k")),
    st.tuples(strategies.funds(), strategies.labels).map(lambda pair: draw_approvals(pair[0], key="k", title_of=lambda role: pair[1])),
    strategies.publications().map(lambda editions: draw_timeline(editions, key="k", url_of=lambda edition: "#")),
    strategies.finding_lists().map(lambda findings: draw_directions(findings, key="k", link_of=_href)),
    case_strategies.assessments().map(lambda case: draw_profile(*case, key="k", link_of=_href)),
    case_strategies.pathway_cases().map(lambda case: draw_case_timeline(*case, key="k", link_of=_href)),
    case_strategies.ledgers().map(lambda case: draw_ledger(*case, key="k")),
    st.tuples(case_strategies.number_lists(), strategies.labels).map(
        lambda pair: draw_interval(pair[0], key="k", name_of=lambda name: pair[1])
    ),
    case_strategies.balances().map(lambda pair: draw_balance(*pair, key="k")),
    case_strategies.plan_cases().map(lambda case: draw_plan(PLAN, *case, key="k")),
)
any_picture = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


class _Tags(HTMLParser):
    """The tags and attributes that an HTML parser finds, and whether each tag was closed."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def check_markup(picture: Picture) -> None:
    root = drawing.read_drawing(picture.svg)
    assert {element.tag.removeprefix(drawing.SVG) for element in root.iter()} <= TAGS
    assert "style" not in {name for element in root.iter() for name in element.attrib}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    for html, allowed in ((picture.svg, TAGS), (picture.words, WORD_TAGS)):
        parser = _Tags()
        parser.feed(html)
        assert parser.found <= allowed
        assert parser.open == []
        assert "\n\n" not in html
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    assert {root.get("aria-labelledby"), root.get("aria-describedby")} == set(ids)
    links = list(root.iter(f"{drawing.SVG}a"))
    assert root.get("role") == ("group" if links else "img")
    assert all("".join(link.itertext()).strip() for link in links)


def check_places(picture: Picture) -> None:
    root = drawing.read_drawing(picture.svg)
    lines = drawing.words_in(root)
    page = drawing.paper(root)
    assert [words for words in lines if not drawing.inside(words.room, page, slack=1)] == []
    assert [box for box in drawing.boxes_in(root) if not drawing.inside(box, page)] == []
    assert [(words, box) for words, box in drawing.words_with_box(root) if not drawing.inside(words.room, box)] == []
    assert drawing.clashes(drawing.boxes_in(root)) == []
    assert [pair for pair in combinations(lines, 2) if drawing.overlap(pair[0].room, pair[1].room, slack=0.5)] == []


def check_sizes(picture: Picture) -> None:
    root = drawing.read_drawing(picture.svg)
    smallest = min(words.size for words in drawing.words_in(root))
    if has_room := float(root.get("width", "")) == FIT_WIDTH:
        assert smallest * 320 / FIT_WIDTH >= 12
    assert root.get("class", "").removesuffix(" pg-pic--tall") == f"pg-pic pg-pic--{'fit' if has_room else 'wide'}"
    assert smallest >= 14


CHECKS: tuple[Callable[[Picture], None], ...] = (check_markup, check_places, check_sizes)


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("key", GALLERY)
def test_each_sample_is_sound(key: str, check: Callable[[Picture], None]) -> None:
    check(GALLERY[key])


@pytest.mark.parametrize("check", CHECKS)
def test_whatever_is_drawn_is_sound(check: Callable[[Picture], None]) -> None:
    @any_picture
    @given(picture=pictures)
    def holds(picture: Picture) -> None:
        check(picture)

    holds()


def test_two_drawings_of_the_same_are_equal() -> None:
    assert draw_gallery() == GALLERY


def test_ids_begin_with_the_key() -> None:
    for key, picture in GALLERY.items():
        assert set(re.findall(r' id="([^"]*)"', picture.svg)) == {f"{key}-title", f"{key}-desc"}


def test_every_class_that_a_picture_uses_is_in_the_style_sheet() -> None:
    used = {name for picture in GALLERY.values() for names in re.findall(r' class="([^"]*)"', picture.svg) for name in names.split()}
    styled = set(re.findall(r"\.(pg-pic[a-z0-9-]*)", CSS))
    plain = {"pg-pic-back", "pg-pic-skip", "pg-pic-agreed", "pg-pic-superseded", "pg-pic-withdrawn", "pg-pic-null", "pg-pic-shade-1"}
    assert used - styled <= plain
    assert "pg-pic-link" in used & styled


@pytest.mark.parametrize("key", ["", "1a", "a b", 'a"', "é"])
def test_a_key_that_is_no_name_for_an_id_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="picture's key"):
        draw_pathway((), key=key)


@pytest.mark.parametrize("draw", [draw_pathway, draw_directions, draw_timeline])
def test_nothing_to_draw_is_said_in_a_picture(draw: Callable[..., Any]) -> None:
    picture = draw((), key="empty")
    check_markup(picture)
    check_places(picture)
    assert "no" in picture.description


@pytest.mark.parametrize("text", strategies.HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    picture = frame_note(text, key="k", title=text)
    check_markup(picture)
    check_places(picture)
    shown = "".join(words.text for words in drawing.words_in(drawing.read_drawing(picture.svg)))
    readable = re.sub("[\x00-\x1f\ufffe]", "\ufffd", text)
    assert shown.replace(" ", "") == readable.replace(" ", "")
