"""The page on which a service finds out how to evaluate a model: what stands on it, and where its numbers come from."""

import re
from dataclasses import replace

from build_tools.pages.editions import make_edition_volume, page_uris
from build_tools.pages.evaluation import own_sizes
from build_tools.pages.page import Page, Volume
from practice_models.library import Edition, Library
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.evaluation import Evaluation
from tests.cases.story import SOUND

LIBRARY = read_folder(SOUND, SOUND).library
PAGE = "evaluate.md"


def edition_of(library: Library) -> Edition:
    """The edition in force."""
    edition = library.in_force("listening")
    assert edition is not None
    return edition


EDITION = edition_of(LIBRARY)
EVALUATION = EDITION.evaluations[0]


def volume_with(library: Library = LIBRARY) -> Volume:
    """The volume of the edition in force."""
    return make_edition_volume(edition_of(library), library, page_uris(library))


def pages_with(edition: Edition = EDITION) -> dict[str, Page]:
    """The pages of an edition that stands in the place of the one in force, by their URI in its folder."""
    library = replace(LIBRARY, editions=tuple(edition if each.name == edition.name else each for each in LIBRARY.editions))
    return {page.uri.removeprefix("listening/2.0.0/"): page for page in volume_with(library).pages}


def evaluated(**changes: object) -> str:
    """The page's body where the evaluation says something else."""
    return pages_with(replace(EDITION, evaluations=(EVALUATION.model_copy(update=changes),)))[PAGE].body


BODY = pages_with()[PAGE].body


def words(body: str) -> str:
    """A page's text without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def section(name: str, body: str = BODY) -> str:
    """The part of the page under a heading, by the heading's anchor."""
    return re.split(r"^## .*\{#", body.split(f"{{#{name}}}", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def test_the_chain_is_told_in_words_with_the_links_to_doubt_first_and_the_picture_is_linked() -> None:
    told = words(section("theory"))
    assert "What is done Listening What it sets off in people Trust What changes Attends" in told
    assert "Trust, so: attends . People come to whom they trust." in told
    assert 'href="../theory-of-change/"' in section("theory")
    assert "<svg" not in BODY.split("{#calculations}")[0]


def test_each_outcome_has_its_measures_in_a_table_that_stands_row_by_row_on_a_phone() -> None:
    told = section("outcomes")
    assert 'aria-label="Measures: Attends"' in told
    assert "pg-data--rows" in told
    for label in ("How it is counted", "When, and by whom", "What it cannot show"):
        assert f'data-label="{label}"' in told
    assert "Unit: per cent" in words(told)
    assert "It is not trust." in words(told)


def test_fidelity_is_a_checklist_of_what_to_look_at() -> None:
    told = section("fidelity")
    assert "pg-list--tick" in told
    assert "Ask the person." in words(told)


def test_an_edition_about_the_past_asks_nobody_to_look_now() -> None:
    head = EDITION.head.model_copy(update={"describes": EDITION.head.describes.model_copy(update={"until": "2025"})})
    told = section("fidelity", pages_with(replace(EDITION, head=head))[PAGE].body)
    assert "pg-list--tick" not in told
    assert "nobody can look any more" in words(told)


def test_sizes_say_how_exact_they_are_who_says_so_and_where_there_is_none() -> None:
    told = words(section("sizes"))
    assert "The pilot Published About 12 2 A count of those who stayed." in told
    assert "chapter 3" in told
    assert "This edition Interpretation Not given Not given Nobody has tried it." in told


def test_a_calculation_stands_with_its_numbers_and_what_may_be_said_of_them() -> None:
    told = words(section("calculations"))
    assert "What would twelve find?" in told
    assert "Smallest fall in points: 51.6." in told
    assert "finding none would not show that the service fails" in told


def test_own_sizes_are_worked_out_and_name_the_sizes_of_the_record() -> None:
    five, twelve, eighty = own_sizes(EVALUATION)
    assert five.smallest_fall == "None, not even a fall to nought"
    assert twelve.same_as == ("The pilot",)
    assert (eighty.smallest_fall, eighty.chance, eighty.events, eighty.share) == ("20.1 points", "9.5 in 100", 64, "70.0 to 87.3 in 100")
    assert "64 of 80 fits 70.0 to 87.3 in 100" in words(section("calculations"))


def test_without_sizes_of_its_own_the_page_has_no_table_of_them() -> None:
    body = evaluated(own_size=None)
    assert "Find your own size" not in body
    assert "Twelve against twelve" in body


def test_a_record_with_nothing_to_work_out_has_no_such_section() -> None:
    assert "{#calculations}" not in evaluated(own_size=None, calculations=())


def test_what_can_be_said_stands_beside_what_cannot_and_no_difference_before_the_good_news() -> None:
    finding = EDITION.findings[0]
    null = finding.model_copy(update={"id": "none", "title": "No difference", "direction": "null"})
    told = words(section("evidence", pages_with(replace(EDITION, findings=(finding, null)))[PAGE].body))
    assert told.index("People liked it. It cannot say That it helps.") < told.index("No difference") < told.index("What speaks for it")
    assert told.index("What speaks for it") < told.index("What is not known Effect")


def test_it_leads_to_what_to_read_and_ends_with_what_to_do() -> None:
    assert 'href="../practices/listen-first/"' in section("read")
    assert "Count who is listened to." in words(section("do-next"))


def test_readers_come_to_it_from_the_navigation_the_overview_the_theory_the_checks_and_the_evidence() -> None:
    pages = pages_with()
    for uri, link in {
        "index.md": "evaluate/",
        "theory-of-change.md": "../evaluate/",
        "fidelity.md": "../evaluate/",
        "evidence.md": "../evaluate/",
    }.items():
        assert f'href="{link}"' in pages[uri].body, uri
    model = next(item for item in volume_with().nav if item.title == "The model")
    assert [child.title for child in model.children][-3:] == ["Evidence", "Evaluate this model", "To fill in"]


def test_an_edition_without_an_evaluation_has_neither_the_page_nor_links_to_it() -> None:
    pages = pages_with(replace(EDITION, evaluations=()))
    assert PAGE not in pages
    assert [uri for uri, page in pages.items() if "evaluate/" in page.body] == []


def test_the_page_counts_what_its_statements_rest_on() -> None:
    basis = pages_with()[PAGE].meta["pg"]["basis"]
    assert basis == {"published": 1, "interpretation": 3, "illustrative": 1}


def test_hostile_text_in_an_evaluation_stays_text() -> None:
    hostile = "<script>alert(1)</script> {{ 7 * 7 }} [a](javascript:alert(1))"
    sizes = (EVALUATION.pilot_sizes[0].model_copy(update={"what": hostile, "note": hostile}),)
    read = (EVALUATION.read[0].model_copy(update={"why": hostile}),)
    changed: Evaluation = EVALUATION.model_copy(
        update={
            "in_short": hostile,
            "pilot_sizes": sizes,
            "can_say": (hostile,),
            "cannot_say": (hostile,),
            "read": read,
            "first_steps": (hostile,),
        }
    )
    body = pages_with(replace(EDITION, evaluations=(changed,)))[PAGE].body
    assert "alert(1)" in body
    assert "<script" not in body
    assert 'href="javascript' not in body
    assert "49" not in re.findall(r"\b49\b", body)


def test_sheets_made_from_the_edition_can_be_taken_away() -> None:
    pages, files = pages_with(), {file.path for file in volume_with().data}
    for sheet in ("fidelity-checklist", "data-dictionary", "theory-of-change"):
        assert f'href="{sheet}/"' in pages[PAGE].body
        assert f"evaluate/{sheet}.md" in pages
        assert any(path.endswith(f"evaluate/{sheet}/{sheet}.docx") for path in files)
    assert any(path.endswith("evaluate/data-dictionary/data-dictionary-measures.csv") for path in files)
