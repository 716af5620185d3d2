"""The page on how the calculations are checked has a row for each, and its sources are those of the tests."""

import re

import pytest

from practice_models.evaluation import METHODS
from tests.docs.conftest import DOCS

PAGE = (DOCS / "reference" / "calculations.md").read_text(encoding="utf-8")
TESTS = DOCS.parent / "tests" / "practice_models" / "evaluation"
SECTIONS = PAGE.split("\n## ")[1:]
_ROW = re.compile(r"^\| `([\w-]+)` \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
_SOURCE = re.compile(r"([A-Z][a-z]+)(?: and (?:others|[A-Z][a-z]+))? \(((?:1[89]|20)\d\d)\)")


def test_every_method_has_its_row_and_the_reverse() -> None:
    assert sorted(name for name, *_ in _ROW.findall(PAGE)) == sorted(METHODS)


@pytest.mark.parametrize("section", SECTIONS, ids=[section.splitlines()[0].split(" {")[0] for section in SECTIONS])
def test_its_sources_stand_in_the_tests_that_are_named(section: str) -> None:
    names = re.findall(r"`(test_\w+\.py)`", section)
    tests = "".join((TESTS / name).read_text(encoding="utf-8") for name in names).lower()
    assert names
    for surname, year in _SOURCE.findall(section):
        assert surname.lower() in tests, surname
        assert year in tests, (surname, year)


def test_every_module_of_tests_with_figures_is_named() -> None:
    named = set(re.findall(r"`(test_\w+\.py)`", PAGE))
    assert {path.name for path in TESTS.glob("test_*.py")} - named == {"test_methods.py", "test_quantiles.py", "test_rounding.py"}
