"""Pages of questionnaires: what stands on them, what can be taken away, and that nothing in one acts."""

import re
from dataclasses import replace

import pytest

from build_tools.pages.editions import make_edition_volume, page_uris
from build_tools.pages.page import Page
from build_tools.pages.questionnaires import plan_pages
from practice_models.library import Library
from practice_models.questionnaires import questions_of
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.base import SafetyStop, Word
from tests.build_tools.exports.samples import DEFINITIONS, HOSTILE
from tests.build_tools.pages.test_worked import _Seen
from tests.cases.story import SOUND

_LIBRARY = read_folder(SOUND, SOUND).library
LETTER_FOR_LETTER = '<script>alert(1)</script>" onmouseover="alert(1) {{ 7 * 7 }} ## x {: onclick=alert(1) } [a](javascript:alert(1))'


def pages_of(library: Library, guide: str, version: str) -> dict[str, Page]:
    edition = library.edition(guide, version)
    assert edition is not None
    prefix = f"{guide}/{version}/"
    return {page.uri.removeprefix(prefix): page for page in make_edition_volume(edition, library, page_uris(library)).pages}


PAGES = pages_of(_LIBRARY, "listening", "2.0.0")


def words(page: Page) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.body).split())


def test_the_list_leads_to_each() -> None:
    assert 'href="after-a-talk/"' in PAGES["questionnaires/index.md"].body


def test_each_question_says_what_it_is_for_and_has_an_address() -> None:
    page = PAGES["questionnaires/after-a-talk.md"]
    assert "1. Did you feel heard? It is what listening is for." in words(page)
    assert "Whole number, from 0 to 300. An answer is needed." in words(page)
    for anchor in ("sections/the-talk/questions/heard", "scales/how-much/points/wholly", "sections/about-it/questions/helped/choices/tea"):
        assert f'id="{anchor}"' in page.body or f"{{#{anchor}}}" in page.body


@pytest.mark.parametrize(
    ("questions", "says"),
    [(5, "what each of the 3 questions is for"), (1, "what the one question is for"), (-1, "what is read out")],
)
def test_the_summary_counts_its_questions(questions: int, says: str) -> None:
    edition = _LIBRARY.edition("listening", "2.0.0")
    assert edition is not None
    whole = edition.questionnaires[0]
    every = [question for _, question in questions_of(whole)]
    kept = every[-1:] if questions < 0 else every[:1] + every[2:questions]
    section = whole.sections[0].model_copy(update={"questions": tuple(kept), "only_if": None})
    plans = plan_pages(replace(edition, questionnaires=(whole.model_copy(update={"sections": (section,)}),)))
    assert f"Who answers, when, {says}, and files to take away." in [planned.summary for planned in plans]


def test_the_blank_form_counts_its_questions_and_says_which_to_pass_over() -> None:
    text = words(PAGES["questionnaires/after-a-talk/form.md"])
    assert "2. What was missing? Only if the answer to question 1 was: Not at all or I would rather not say. Leave out names." in text
    assert "Only if the answer to question 1 was: Wholly." in text
    assert "3. How many minutes did it take? (an answer is needed) A whole number from 0 to 300." in text
    assert "Thank you." in text


def test_on_paper_a_note_says_when_it_holds_and_what_ends_the_questions_stands_first() -> None:
    edition = _LIBRARY.edition("listening", "2.0.0")
    assert edition is not None
    whole = edition.questionnaires[0]
    heard, missing, *rest = whole.sections[0].questions
    note = missing.model_copy(update={"id": "act-now", "type": "note", "label": "Ring now.", "hint": None, "personal": None, "why": None})
    section = whole.sections[0].model_copy(update={"questions": (heard, note, *rest)})
    stop = SafetyStop(id="in-danger", when="Somebody is in danger.", then="Put the form away.")
    changed = whole.model_copy(update={"sections": (section, *whole.sections[1:]), "safety_stops": (stop,)})
    other = replace(edition, questionnaires=(changed,))
    library = replace(_LIBRARY, editions=tuple(other if each is edition else each for each in _LIBRARY.editions))
    text = words(pages_of(library, "listening", "2.0.0")["questionnaires/after-a-talk/form.md"])
    assert "Only if the answer to question 1 was: Not at all or I would rather not say. Ring now." in text
    assert text.index("Put the form away.") < text.index("1. Did you feel heard?")


def test_the_files_to_take_away_lie_where_the_page_says() -> None:
    edition = _LIBRARY.edition("listening", "2.0.0")
    assert edition is not None
    volume = make_edition_volume(edition, _LIBRARY, page_uris(_LIBRARY))
    files = {each.path for each in volume.data if "questionnaires" in each.path}
    linked = re.findall(r'href="([\w-]+\.(?:xlsx|csv))"', PAGES["questionnaires/after-a-talk.md"].body)
    assert files == {f"listening/2.0.0/questionnaires/after-a-talk/{name}" for name in linked}
    assert len(files) == 2


def test_an_edition_without_questionnaires_has_no_page_of_them() -> None:
    assert not [uri for uri in pages_of(_LIBRARY, "listening", "1.0.0") if uri.startswith("questionnaires")]


def test_a_chapter_gives_its_questionnaires_away() -> None:
    library = read_folder(DEFINITIONS, DEFINITIONS.parent).library
    edition = library.edition("evaluation-handbook", "2.0.0")
    assert edition is not None
    pages = pages_of(library, "evaluation-handbook", "2.0.0")
    for questionnaire in edition.questionnaires:
        assert f'href="../../questionnaires/{questionnaire.id}/"' in pages[f"chapters/{questionnaire.chapter}.md"].body
    assert "To ask" not in pages["chapters/publish.md"].body


def _hostile(word: Word, text: str) -> Word:
    """A word with a text wherever its author writes one line freely."""
    changed: dict[str, object] = {}
    for name in type(word).model_fields:
        value = getattr(word, name)
        if name in ("title", "label", "hint", "why", "kept_until", "when", "answered_by", "asked_by", "purpose", "limits") and value:
            changed[name] = text
        elif isinstance(value, tuple) and value and isinstance(value[0], Word):
            changed[name] = tuple(_hostile(each, text) for each in value)
    return word.model_copy(update=changed)


@pytest.mark.parametrize("text", [LETTER_FOR_LETTER, *(each for each in HOSTILE if "<" in each)])
def test_nothing_in_a_questionnaire_acts(text: str) -> None:
    editions = tuple(replace(each, questionnaires=tuple(_hostile(q, text) for q in each.questionnaires)) for each in _LIBRARY.editions)  # type: ignore[misc]
    pages = pages_of(replace(_LIBRARY, editions=editions), "listening", "2.0.0")
    shown = [page for uri, page in pages.items() if uri.startswith("questionnaires")]
    assert len(shown) == 3
    for page in shown:
        seen = _Seen(page.body)
        assert "script" not in seen.tags, page.uri
        assert seen.bad == [], page.uri
        assert not re.search(r"\b49\b", page.body)


@pytest.mark.parametrize("name", ["start-of-service", "six-months-on", "leaving"])
def test_people_hear_first_what_is_passed_on_and_can_refuse_every_answer(name: str) -> None:
    library = read_folder(DEFINITIONS, DEFINITIONS.parent).library
    questionnaire = next(each for edition in library.editions for each in edition.questionnaires if each.id == name)
    questions = list(questions_of(questionnaire))
    first_asked = next(position for position, (section, _) in enumerate(questions) if section.only_if)
    assert any("pass" in question.label for _, question in questions[:first_asked] if question.type == "note")
    for section, question in questions:
        if section.only_if and question.type in ("one", "several", "scale") and question.id != "ending":
            assert "rather-not" in {choice.id for choice in question.choices}, question.id


def test_every_questionnaire_of_ours_says_when_to_stop() -> None:
    library = read_folder(DEFINITIONS, DEFINITIONS.parent).library
    assert [each.id for edition in library.editions for each in edition.questionnaires if not each.safety_stops] == []
