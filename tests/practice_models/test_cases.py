"""Every problem code has a case that gives exactly its message, and the docs show it."""

from pathlib import Path

import pytest

from practice_models.problems import CODES
from tests.cases.document import PAGE, problems_page
from tests.cases.story import SOUND, Case, all_cases, break_sound_library, problems_of


def test_the_sound_library_has_no_problem() -> None:
    assert problems_of(SOUND) == []


@pytest.mark.parametrize("case", [case for case in all_cases() if not case.on_site], ids=lambda case: case.code)
def test_a_case_gives_exactly_its_messages(case: Case, tmp_path: Path) -> None:
    said = [str(problem) for problem in problems_of(break_sound_library(case, tmp_path))]
    assert said == list(case.says)
    assert any(f": {case.code} " in line for line in said)


def test_every_code_has_a_case() -> None:
    assert {case.code for case in all_cases()} == set(CODES)


def test_the_docs_show_the_messages_that_are_given() -> None:
    assert PAGE.read_text(encoding="utf-8") == problems_page()
