"""The front page of a guide says what to follow, and says so plainly where there is nothing to follow."""

import re
from dataclasses import replace

import pytest

from build_tools.pages.editions import page_uris
from build_tools.pages.front import make_front_volume
from practice_models.library import Library
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.chapter import Chapter, ChapterSection
from practice_models.vocabulary.publication import Status
from tests.cases.story import SOUND

_LIBRARY = read_folder(SOUND, SOUND).library


def _standing(**statuses: Status) -> Library:
    """The sound library with editions of its guide that stand otherwise, by version such as `v2_0_0`."""
    editions = tuple(
        replace(edition, head=edition.head.model_copy(update={"status": statuses[name]}))
        if edition.publication.id == "listening" and (name := "v" + edition.head.version.replace(".", "_")) in statuses
        else edition
        for edition in _LIBRARY.editions
    )
    return replace(_LIBRARY, editions=editions)


def _page(library: Library, uri: str) -> str:
    return next(page.body for page in make_front_volume(library, page_uris(library)).pages if page.uri == uri)


def _words(body: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_a_guide_in_force_leads_to_its_edition() -> None:
    body = _page(_LIBRARY, "listening/index.md")
    assert "Open the edition in force: 2.0.0" in body
    assert "No edition is in force" not in body


def test_a_guide_with_a_draft_alone_says_that_nothing_is_in_force_and_leads_to_the_draft() -> None:
    body = _page(_standing(v2_0_0="draft"), "listening/index.md")
    assert "No edition is in force There is nothing here to work from yet. Edition 2.0.0 is a draft" in _words(body)
    assert re.search(r'<a href="[^"]*2\.0\.0[^"]*">Edition 2\.0\.0</a>', body)
    assert "Open the edition in force" not in body


@pytest.mark.parametrize("status", ["superseded", "withdrawn"])
def test_a_guide_of_the_past_says_that_it_is_kept_for_the_record(status: Status) -> None:
    words = _words(_page(_standing(v2_0_0=status), "listening/index.md"))
    assert "There is nothing here to work from. What there is, is kept for the record." in words
    assert "is a draft" not in words


def test_the_home_page_tells_which_guides_have_nothing_in_force() -> None:
    assert "No edition in force" not in _page(_LIBRARY, "index.md")
    assert "No edition in force" in _page(_standing(v2_0_0="draft"), "index.md")


def test_a_handbook_in_force_leads_straight_to_its_chapters() -> None:
    chapter = Chapter(
        id="a-share",
        title="A share",
        basis="illustrative",
        part="Count",
        order=1,
        question="Seven of nine picked up. Is that good?",
        answer="It is too few to tell.",
        sections=(ChapterSection(id="few", title="Few", text="Nine are few."),),
        do_next=("Count on.",),
    )
    edition = _LIBRARY.in_force("listening")
    assert edition is not None
    origins = {**edition.origins, ("chapter", chapter.id): edition.origins["edition", edition.head.version]}
    with_chapter = replace(edition, chapters=(chapter,), origins=origins)
    library = replace(_LIBRARY, editions=tuple(with_chapter if each is edition else each for each in _LIBRARY.editions))
    body = _page(library, "listening/index.md")
    assert re.search(r'href="[^"]*2\.0\.0/chapters/[^"]*"><span class="pg-card__title">Chapters</span>', body)
