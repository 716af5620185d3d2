"""Every address that the docs show as an example leads somewhere: in our own library, or in that of the tutorial."""

import re
from pathlib import Path

import pytest

from practice_models.checking.references import Directory
from practice_models.library import Edition
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.address import Address, parse_address
from tests.docs.conftest import DOCS

_LINK = re.compile(r"`\[[^\]]+\]\(([^)]+)\)`")
_BARE = re.compile(r"`((?:[a-z-]+(?:@[\d.]+)?/)?(?:practice|stage|term|role|record):[a-z][a-z0-9/_-]+)`")
_VOCABULARY = (DOCS / "reference" / "vocabulary.md").read_text(encoding="utf-8").partition("## Things")[0]
_PAGES = {"vocabulary": _VOCABULARY, **{path.stem: path.read_text(encoding="utf-8") for path in sorted((DOCS / "how-to").glob("*.md"))}}
SHOWN = sorted({(page, address) for page, text in _PAGES.items() for form in (_LINK, _BARE) for address in form.findall(text)})


@pytest.fixture(scope="module")
def places(tutorial: Path) -> list[tuple[Directory, Edition]]:
    """Each library with the edition in which its reader writes."""
    ours = read_folder(DOCS.parent / "practice_models" / "definitions", DOCS.parent).library
    theirs = read_folder(tutorial / "definitions", tutorial).library
    interchange = ours.in_force("interchange")
    assert interchange
    return [(Directory(ours), interchange), (Directory(theirs), theirs.editions[0])]


@pytest.mark.parametrize(("page", "shown"), SHOWN)
def test_an_address_leads_somewhere(page: str, shown: str, places: list[tuple[Directory, Edition]]) -> None:
    address = parse_address(shown)
    assert isinstance(address, Address), f"{page}.md: {shown}"
    if re.search(rf"\b(?:id|{address.kind}): {address.id}\b", _PAGES[page]):
        return  # the page that shows it has its reader write it
    assert None in [directory.why_nowhere(address, here) for directory, here in places], f"{page}.md: {shown}"


def test_there_are_examples_of_every_form() -> None:
    addresses = [found for _, shown in SHOWN if (found := parse_address(shown))]
    assert any(each.parts for each in addresses)
    assert any(each.publication and each.version for each in addresses)
    assert any(each.publication and not each.version for each in addresses)
