"""The ladder that leads to a design, and the page of criteria."""

import re
from dataclasses import replace

from build_tools.pages.editions import make_edition_volume, page_uris
from practice_models.library import Edition
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.design import Criterion, Design
from tests.cases.story import SOUND

_LIBRARY = read_folder(SOUND, SOUND).library
_EDITION = next(edition for edition in _LIBRARY.editions if edition.designs and edition.criteria)


def _page(edition: Edition, uri: str) -> str:
    volume = make_edition_volume(edition, _LIBRARY, page_uris(_LIBRARY))
    return next(page.body for page in volume.pages if page.uri.endswith(f"/{uri}"))


def _design(identifier: str, order: int, level: int | None = None) -> Design:
    known, asks = f"Do you know {identifier}?", f"What of {identifier}?"
    return _EDITION.designs[0].model_copy(update={"id": identifier, "order": order, "known": known, "asks": asks, "level": level})


def _criterion(identifier: str, go: int, amend: int, *, safety: bool) -> Criterion:
    return _EDITION.criteria[0].model_copy(update={"id": identifier, "go_from": go, "amend_from": amend, "safety": safety})


def test_the_questions_stand_in_order_and_only_the_last_leads_nowhere() -> None:
    page = _page(replace(_EDITION, designs=(_design("second", 20), _design("first", 10), _design("third", 30))), "designs.md")
    assert re.findall(r'pg-ladder__asks">Do you know (\w+)\?', page) == ["first", "second", "third"]
    assert page.count("Yes: go on") == 2
    assert re.findall(r'<a href="#design-(\w+)">', page) == ["first", "second", "third"]


def test_a_design_says_its_level_or_that_it_has_none() -> None:
    page = _page(replace(_EDITION, designs=(_design("talk", 10), _design("lots", 20, level=5))), "designs.md")
    assert "level 5 at best" in page
    assert "Not on the Maryland scale" in page


def test_a_criterion_shows_its_three_lights_and_safety_has_two() -> None:
    criteria = (_criterion("reach", 60, 40, safety=False), _criterion("harm", 95, 95, safety=True))
    page = " ".join(re.sub(r"<[^>]+>", " ", _page(replace(_EDITION, criteria=criteria), "criteria.md")).split())
    assert "from 60% from 40%, below 60% below 40%" in page
    assert "from 95% Never: safety has no middle below 95%" in page
    assert page.count("pause the pilot that week") == 1


def test_only_a_criterion_about_safety_is_said_to_be_one() -> None:
    page = re.sub(r"<[^>]+>", " ", _page(replace(_EDITION, criteria=(_criterion("reach", 60, 60, safety=False),)), "criteria.md"))
    assert "from 60% Never below 60%" in " ".join(page.split())
    assert "safety has no middle" not in page
