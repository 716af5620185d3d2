"""Every how-to page does what it says, in the project that the tutorial leaves behind."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from tests.docs.conftest import DOCS
from tests.docs.test_tutorial import words_of
from tests.docs.walkthrough import RunCommand, follow, steps_of, untested_blocks

PAGES = sorted((DOCS / "how-to").glob("*.md"))
EDITION = "site/keeping-in-touch/1.0.0"
MAKES: dict[str, dict[str, str]] = {
    "add-sources-and-terms": {
        "site/glossary/index.html": "Safeguarding",
        "site/sources/index.html": "Who answers, and when: a year of calls",
        f"{EDITION}/practices/try-another-way/index.html": "table 3",
    },
    "make-a-questionnaire": {
        f"{EDITION}/questionnaires/after-a-call/index.html": "To ring at times that suit.",
        f"{EDITION}/questionnaires/after-a-call/form/index.html": "Only if the answer to question 1 was: No",
        f"{EDITION}/questionnaires/after-a-call/after-a-call.csv": "only if good_time is bad",
    },
    "make-a-template": {
        f"{EDITION}/sheets/call-review/index.html": "One thing that you did not expect",
        f"{EDITION}/sheets/how-to-ring-me/index.html": "When is a good time?",
    },
    "publish": {"site/sitemap.xml": "https://guidance.harbour.example/", "archive/index.html": "", "ready-to-publish/index.html": ""},
    "release-an-edition": {
        "site/keeping-in-touch/1.1.0/practices/text-first/index.html": "Text first, then ring",
        "site/whats-new/index.html": "an unknown number frightens them",
    },
    "say-how-a-model-is-evaluated": {f"{EDITION}/evaluate/index.html": "54.8 to 93.0"},
    "set-up-the-home-page": {"site/index.html": "I fear for somebody"},
    "write-a-chapter": {
        "site/how-we-know/1.0.0/chapters/counting-calls/index.html": "95% interval 45.3 to 93.7",
        "site/how-we-know/1.0.0/designs/index.html": "Do you know how many calls are answered?",
        "site/how-we-know/1.0.0/criteria/index.html": "Never: safety has no middle",
        "site/how-we-know/1.0.0/calculators/a-share/index.html": "Seven calls of nine",
    },
    "write-rules": {
        f"{EDITION}/instruments/contact-profile/phone/index.html": "Does your phone work most of the time?",
        f"{EDITION}/instruments/contact-profile/reading/index.html": "No phone that works",
        f"{EDITION}/plans/contact-plan/index.html": "In the person's words",
        f"{EDITION}/funds/phone-fund/index.html": "Let us look for who could pay for this.",
    },
}
"""What some pages promise: a file of the site, and words on it."""


@pytest.mark.parametrize("page", [page for page in PAGES if page.stem != "use-these-guides-in-your-service"], ids=lambda page: page.stem)
def test_a_page_does_what_it_says(page: Path, project: Path, environment: Mapping[str, str]) -> None:
    follow(page, project, environment)
    RunCommand("practice check", ()).do(project, environment)
    for name, words in MAKES.get(page.stem, {}).items():
        assert words in words_of(project / name), name


def test_these_guides_can_be_used_in_another_service(project: Path, environment: Mapping[str, str]) -> None:
    folder = project.parent / "other-service"
    folder.mkdir()
    follow(DOCS / "how-to" / "use-these-guides-in-your-service.md", folder, environment)
    home = (folder / "site/index.html").read_text(encoding="utf-8")
    assert "Harbour, our way" in home
    assert 'href="assets/colours.css"' in home
    assert "no official publication of HM Prison" in home
    guide = (folder / "site/harbour/index.html").read_text(encoding="utf-8")
    assert "../interchange/3.0.0/practices/first-appointment/" in guide or "../interchange/latest/practices/first-appointment/" in guide
    definition = next((folder / "definitions").rglob("first-appointment.yaml"))
    schema = definition.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")[2]
    assert (definition.parent / schema).resolve() == folder / "schemas" / "practice.schema.json"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_nothing_that_looks_like_a_file_is_left_untested(page: Path) -> None:
    comments = [block for block in untested_blocks(page) if all(line.startswith("#") for line in block.splitlines())]
    assert untested_blocks(page) == comments


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_can_be_done_or_is_told_in_words(page: Path) -> None:
    assert list(steps_of(page)), "a how-to page shows what to write or to run"


def test_every_page_stands_in_the_navigation() -> None:
    config = yaml.compose((DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8"))
    scalars = [node.value for node in _scalars(config)]
    for page in sorted(DOCS.rglob("*.md")):
        assert page.relative_to(DOCS).as_posix() in scalars


def _scalars(node: yaml.Node | None) -> list[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        return [node]
    if isinstance(node, yaml.SequenceNode):
        return [found for child in node.value for found in _scalars(child)]
    if isinstance(node, yaml.MappingNode):
        return [found for pair in node.value for child in pair for found in _scalars(child)]
    return []
