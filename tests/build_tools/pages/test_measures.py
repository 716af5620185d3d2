"""The page of measures, for an edition that has no theory of change to show them with."""

import re
from dataclasses import replace

import pytest

from build_tools.pages.editions import make_edition_volume, page_uris
from practice_models.library import Edition
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.theory import Measure
from tests.cases.story import SOUND

_LIBRARY = read_folder(SOUND, SOUND).library
_EDITION = next(edition for edition in _LIBRARY.editions if edition.measures and edition.chapters)
_HANDBOOK = replace(_EDITION, outcomes=(), logic_links=(), evaluations=())


def _measure(identifier: str, **changes: object) -> Measure:
    return _EDITION.measures[0].model_copy(update={"id": identifier, "title": identifier.capitalize(), **changes})


def _with(*measures: Measure) -> Edition:
    return replace(_HANDBOOK, measures=measures)


def _pages(edition: Edition) -> dict[str, str]:
    volume = make_edition_volume(edition, _LIBRARY, page_uris(_LIBRARY))
    return {page.uri.split("/", 2)[2]: page.body for page in volume.pages}


def test_measures_have_a_page_of_their_own_only_where_no_theory_of_change_shows_them() -> None:
    assert 'id="measure-attendance"' in _pages(_EDITION)["theory-of-change.md"]
    assert "measures.md" not in _pages(_EDITION)
    assert "{#measure-attendance}" in _pages(_HANDBOOK)["measures.md"]
    assert "measures.md" not in _pages(replace(_HANDBOOK, measures=()))


def test_a_measure_says_what_is_counted_its_unit_when_and_how_it_misleads() -> None:
    page = " ".join(re.sub(r"<[^>]+>", " ", _pages(_with(_measure("calls", unit="calls, of all")))["measures.md"]).split())
    assert "Count. Unit Calls, of all When Monthly. How it misleads It is not trust." in page


def test_measures_stand_under_their_chapter_in_the_order_of_the_author() -> None:
    chapter = _EDITION.chapters[0]
    page = _pages(_with(_measure("one", chapter=chapter.id), _measure("two"), _measure("three", chapter=chapter.id)))["measures.md"]
    assert re.findall(r"\{#(\S+)\}", page) == [f"chapter-{chapter.id}", "measure-one", "measure-three", "no-chapter", "measure-two"]
    assert f">{chapter.question}</a>" in page
    assert re.findall(r'<li><a href="#measure-(\w+)">', page) == ["one", "three", "two"]


def test_a_measure_leads_to_what_gathers_it_works_it_out_and_uses_it() -> None:
    criterion = _EDITION.criteria[0].model_copy(update={"measure": "calls"})
    gathered = "questionnaire:after-a-talk/sections/the-talk"
    measure = _measure("calls", collected_with=(gathered, "sheet:first-talk"), worked_out_with=("calculator:a-share",))
    page = _pages(replace(_with(measure), criteria=(criterion,)))["measures.md"]
    assert re.search(r'href="\.\./questionnaires/after-a-talk/#sections/the-talk">[^<]+ \([^<]+\)</a>', page)
    assert 'href="../sheets/' in page
    assert 'href="../calculators/' in page
    assert f'href="../criteria/#criterion-{criterion.id}"' in page


def test_a_chapter_ends_with_what_it_gives_to_count() -> None:
    chapter = _EDITION.chapters[0]
    page = _pages(_with(_measure("calls", chapter=chapter.id), _measure("visits")))[f"chapters/{chapter.id}.md"]
    assert 'href="../../measures/#measure-calls"' in page
    assert "#measure-visits" not in page


def test_a_worked_example_stands_with_the_measure_that_it_shows() -> None:
    first, *others = _EDITION.examples
    example = first.model_copy(update={"shows": ("measure:calls",)})
    page = _pages(replace(_with(_measure("visits"), _measure("calls")), examples=(example, *others)))["measures.md"]
    assert page.index("{#measure-calls}") < page.index(f"../examples/{example.id}/")


@pytest.mark.parametrize("field", ["collected_with", "worked_out_with"])
def test_a_theory_of_change_shows_the_same_links(field: str) -> None:
    measure = _measure("attendance", **{field: ("questionnaire:after-a-talk",)})
    assert 'href="../questionnaires/after-a-talk/"' in _pages(replace(_EDITION, measures=(measure,)))["theory-of-change.md"]
