"""The front page of an edition tells its readers what it is for, and those of a handbook where to begin."""

from dataclasses import replace

from build_tools.pages.editions import make_edition_volume, page_uris
from practice_models.library import Edition
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.publication import Period
from tests.cases.story import SOUND

_LIBRARY = read_folder(SOUND, SOUND).library
_HANDBOOK = next(edition for edition in _LIBRARY.editions if edition.chapters)
_READER = f"Managers. Begin with [this](chapter:{_HANDBOOK.chapters[0].id})."


def _overview(edition: Edition, period: Period) -> str:
    told = replace(edition, head=edition.head.model_copy(update={"audience": (_READER,), "describes": period}))
    library = replace(_LIBRARY, editions=tuple(told if each is edition else each for each in _LIBRARY.editions))
    volume = make_edition_volume(told, library, page_uris(library))
    return next(page.body for page in volume.pages if page.uri == f"{told.publication.id}/{told.head.version}/index.md")


def test_a_handbook_says_where_to_begin_before_what_is_in_it() -> None:
    body = _overview(_HANDBOOK, Period(since="2026"))
    assert body.index("## Where to begin {#audience}") < body.index("## What is in it {#contents}")
    assert f'<li>Managers. Begin with <a href="chapters/{_HANDBOOK.chapters[0].id}/">this</a>.</li>' in body


def test_a_record_of_the_past_says_only_who_it_is_for() -> None:
    body = _overview(_HANDBOOK, Period(since="2016", until="2020"))
    assert "Where to begin" not in body
    assert body.index("## What is in it {#contents}") < body.index("## Who it is for {#audience}")


def test_what_moved_is_told_in_words() -> None:
    listening = _LIBRARY.in_force("listening")
    assert listening is not None
    body = _overview(listening, Period(since="2026"))
    assert "<strong>Practice: say hello</strong> is now" in body
    assert "practice:say-hello" not in body
