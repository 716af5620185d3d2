"""Pages of worked examples: what stands on them, where the short form stands, and that nothing in an example acts."""

import re
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest

from build_tools.pages.editions import make_edition_volume, page_uris
from build_tools.pages.page import Page
from build_tools.pages.worked_pictures import draw_result
from build_tools.pages.worked_results import VIEWS
from practice_models.evaluation import METHODS
from practice_models.examples import calculate
from practice_models.library import Library
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.base import Word
from practice_models.vocabulary.example import CalculationCase, NamedNumber
from tests.cases.story import SOUND

_LIBRARY = read_folder(SOUND, SOUND).library
HOSTILE = '<script>alert(1)</script>" onmouseover="alert(1) {{ 7 * 7 }} {% raw %} ## x {: onclick=alert(1) } [a](javascript:alert(1))'


def pages_of(library: Library) -> dict[str, Page]:
    """The pages of the edition in force by their URI in its folder."""
    edition = library.in_force("listening")
    assert edition is not None
    volume = make_edition_volume(edition, library, page_uris(library))
    return {page.uri.removeprefix("listening/2.0.0/"): page for page in volume.pages}


PAGES = pages_of(_LIBRARY)


def _words(uri: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", PAGES[uri].body).split())


def test_each_example_has_a_page_with_what_went_in_and_what_comes_out() -> None:
    text = _words("examples/an-unsafe-sofa.md")
    for words in ("Sleeps at a stranger", "What was answered", "What comes out", "2.00 Building", "The two views differ", "Act today."):
        assert words in text


def test_a_calculation_shows_what_went_in_what_comes_out_and_what_may_be_said() -> None:
    text = _words("examples/seven-came-back.md")
    for words in ("How many of the people it happened to 7", "77.8 (95% interval 45.3 to 93.7)", "What may be said: Write the count"):
        assert words in text


def test_a_comparison_shows_the_groups_how_alike_the_pairs_are_and_how_they_fared() -> None:
    body, text = PAGES["examples/twelve-who-came.md"].body, _words("examples/twelve-who-came.md")
    for words in (
        "12 people of the service and 24 others",
        "Age, in years 39.83",
        "were paired, each with one other person",
        "before matching",
    ):
        assert words in text
    assert body.count("<svg") == 2
    assert '<a href="people.csv" download>' in body


def test_the_people_of_a_comparison_lie_beside_its_page() -> None:
    edition = _LIBRARY.in_force("listening")
    assert edition is not None
    files = {file.path: file.content for file in make_edition_volume(edition, _LIBRARY, page_uris(_LIBRARY)).data}
    lines = files["listening/2.0.0/examples/twelve-who-came/people.csv"].decode("utf-8-sig").splitlines()
    assert lines[:2] == ["person,in-service,age,breaches,outcome", "1,1,49,1,1"]
    assert len(lines) == 37


@pytest.mark.parametrize(("method", "drawn"), [("interval-of-a-proportion", True), ("power", False), ("break-even", False)])
def test_a_calculation_is_drawn_only_where_a_number_has_an_interval(method: str, *, drawn: bool) -> None:
    edition = _LIBRARY.in_force("listening")
    assert edition is not None
    given = {"events": 7, "people": 9, "before": 40, "fall": 5, "cost": 700, "saved": 7}
    inputs = tuple(NamedNumber(name=name, value=Decimal(given[name])) for name in METHODS[method].inputs if name in given)
    case = CalculationCase(method=method, inputs=inputs)
    assert bool(draw_result(edition, case, calculate(case, edition).result)) is drawn


def test_only_what_rests_on_the_rules_of_an_edition_says_so() -> None:
    assert "from this edition’s own rules each time" in _words("examples/an-unsafe-sofa.md")
    assert "own rules" not in _words("examples/seven-came-back.md")


def test_what_a_calculation_takes_for_granted_is_shown_as_such() -> None:
    edition = _LIBRARY.in_force("listening")
    assert edition is not None
    inputs = (NamedNumber(name="before", value=Decimal(40)), NamedNumber(name="fall", value=Decimal(5)))
    case = CalculationCase(method="people-needed", inputs=inputs)
    view = VIEWS["calculation"](edition, case, calculate(case, edition), None)  # type: ignore[arg-type]
    assert [str(value) for _, value in view["inputs"]] == ["40", "5"]
    assert view["taken"] == [
        "people to compare with, for each one in the service (1)",
        "people that each worker has, on average (1)",
        "how alike people with one worker are (intraclass correlation) (0)",
        "the percentage lost before the analysis (0)",
        "the chance of finding it if it is there, in percent (80)",
        "the chance of finding what is not there, in percent (5)",
    ]


def test_each_step_stands_beside_its_rule_and_leads_to_it() -> None:
    body = PAGES["examples/a-year-of-fares.md"].body
    for link in ("../../funds/fund/#caps/per_request", "../../funds/fund/#may_not_buy/alcohol", "../../plans/plan/#reviews/regular"):
        assert f'href="{link}"' in body
    assert "It serves no goal." in body


def test_the_short_form_stands_on_the_pages_of_what_it_shows_where_it_is_embedded_and_nowhere_else() -> None:
    where = sorted(uri for uri, page in PAGES.items() if "pg-worked" in page.body)
    assert where == [
        "calculators/a-share.md",
        "calculators/smallest-fall.md",
        "chapters/does-it-help.md",
        "evaluate.md",
        "funds/fund.md",
        "instruments/profile/home.md",
        "plans/plan/index.md",
        "stages/agree.md",
        "stages/meet.md",
    ]


def test_the_rules_page_tells_which_example_shows_which_branch() -> None:
    text = _words("rules.md")
    assert "20 of 20 rules are shown." in text
    assert "They differ: An unsafe sofa They do not: A safe sofa" in text


class _Seen(HTMLParser):
    """The tags, handlers and addresses of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.bad: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.bad += [name for name, value in attrs if name.startswith("on") or "javascript:" in (value or "").lower()]


def _hostile(word: Any) -> Any:
    """A word with hostile text wherever its author writes freely."""
    changed: dict[str, Any] = {}
    for name in type(word).model_fields:
        value = getattr(word, name)
        if isinstance(value, Word):
            changed[name] = _hostile(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Word):
            changed[name] = tuple(map(_hostile, value))
        elif name in ("title", "summary", "about", "name", "happens", "who", "words", "why", "what", "note"):
            changed[name] = HOSTILE if value is not None else None
        elif name in ("good_practice", "discuss"):
            changed[name] = (HOSTILE,)
    return word.model_copy(update=changed)


@pytest.fixture(scope="module")
def hostile_pages() -> dict[str, Page]:
    """The pages of an edition whose examples are hostile from end to end."""
    editions = tuple(
        replace(edition, examples=tuple(example.model_copy(update=_only_texts(example)) for example in edition.examples))
        for edition in _LIBRARY.editions
    )
    return pages_of(replace(_LIBRARY, editions=editions))


def _only_texts(example: Word) -> dict[str, Any]:
    """The hostile fields of an example: its case stays as it is where names decide something."""
    hostile = _hostile(example)
    kept = ("shows", "assessment", "pathway", "calculation")
    return {name: getattr(hostile, name) for name in type(example).model_fields if name not in kept}


def test_nothing_in_an_example_acts(hostile_pages: dict[str, Page]) -> None:
    shown = [page for page in hostile_pages.values() if "alert(1)" in page.body]
    assert len(shown) >= 8
    for page in shown:
        seen = _Seen(page.body)
        assert "script" not in seen.tags, page.uri
        assert seen.bad == [], page.uri
        assert "49" not in re.findall(r"\b49\b", page.body)
