"""Chapters: what stands in their text beside prose."""

from dataclasses import replace

from build_tools.pages.editions import make_edition_volume, page_uris
from build_tools.pages.page import Page
from practice_models.checking.chapters import check_theories_shown
from practice_models.library import Library
from practice_models.reading.folders import read_folder
from tests.cases.story import SOUND

_LIBRARY = read_folder(SOUND, SOUND).library
_EDITION = next(edition for edition in _LIBRARY.editions if edition.chapters)


def _with_text(text: str) -> Library:
    chapter = _EDITION.chapters[0]
    section = chapter.sections[0].model_copy(update={"text": f"{chapter.sections[0].text}\n\n{text}"})
    changed = replace(_EDITION, chapters=(chapter.model_copy(update={"sections": (section,)}),))
    return replace(_LIBRARY, editions=tuple(changed if each is _EDITION else each for each in _LIBRARY.editions))


def _page(library: Library) -> Page:
    edition = next(edition for edition in library.editions if edition.chapters)
    volume = make_edition_volume(edition, library, page_uris(library))
    return next(page for page in volume.pages if page.uri.endswith("chapters/does-it-help.md"))


def test_a_guides_theory_of_change_can_stand_in_a_chapter() -> None:
    page = _page(_with_text("```theory\nlistening\n```"))
    assert 'aria-label="Picture: Theory of change of Listening"' in page.body
    assert 'href="../../theory-of-change/#outcome-attends"' in page.body
    assert page.meta["hide"] == ["toc"], "the picture needs the room"
    assert _page(_LIBRARY).meta["hide"] == []


def test_a_theory_that_there_is_not_is_told_with_the_nearest() -> None:
    (told,) = check_theories_shown(_with_text("```theory\nlistning\n```"))
    assert told.message.startswith("the text shows the theory of change of 'listning', which there is not; allowed: listening, ")
    assert told.message.endswith("did you mean 'listening'?")
    assert list(check_theories_shown(_with_text("```theory\nlistening@2.0.0\n```"))) == []
