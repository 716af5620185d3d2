"""The tutorial does what it says: its files and its commands give a site with a fourth guide, and no Python."""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

from tests.docs.conftest import TUTORIAL
from tests.docs.walkthrough import RunCommand, steps_of, untested_blocks

TEXT = TUTORIAL.read_text(encoding="utf-8")


def words_of(page: Path) -> str:
    """The words of a page as a reader sees them."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page.read_text(encoding="utf-8"))).split())


def typed_files(folder: Path) -> list[Path]:
    made = {"site", ".cache"}
    return [path for path in folder.rglob("*") if path.is_file() and not made & set(path.relative_to(folder).parts)]


def test_the_practice_has_its_page_with_the_word_that_was_changed(tutorial: Path) -> None:
    page = words_of(tutorial / "site/keeping-in-touch/1.0.0/practices/try-another-way/index.html")
    assert "Try a way that works for them" in page
    assert "You are not in trouble." in page
    assert page.index("they fear for the person") < page.index("Send a short text"), "when to stop comes before what to do"
    assert "This edition is a draft" in page


def test_the_changed_title_is_everywhere(tutorial: Path) -> None:
    for name in ("stages/reach-out", "practices", "quick-reference"):
        page = words_of(tutorial / f"site/keeping-in-touch/1.0.0/{name}/index.html")
        assert "Try a way that works for them" in page, name
        assert "Try another way" not in page, name


def test_every_page_that_is_promised_is_there(tutorial: Path) -> None:
    promised = re.findall(r"^\| `/([^`]*)` \|", TEXT, re.MULTILINE)
    assert len(promised) >= 9
    for address in promised:
        assert (tutorial / "site" / address / "index.html").is_file(), address
    assert (tutorial / "site/pagefind/pagefind.js").is_file()
    assert "What do you need to do?" in words_of(tutorial / "site/index.html")
    assert "<svg" in (tutorial / "site/keeping-in-touch/1.0.0/pathway/index.html").read_text(encoding="utf-8")
    assert "Why people stop answering" in words_of(tutorial / "site/sources/index.html")


def test_the_files_that_it_counts_were_typed_and_no_others(tutorial: Path) -> None:
    files = typed_files(tutorial)
    counted = re.search(r"You wrote (\d+) short files", TEXT)
    assert counted
    assert len(files) == int(counted[1])
    assert {path.suffix for path in files} == {".yml", ".yaml", ".md"}
    assert all(len(path.read_text(encoding="utf-8").splitlines()) < 40 for path in files)


def test_nothing_that_looks_like_a_file_is_left_untested() -> None:
    assert untested_blocks(TUTORIAL) == []


def test_the_install_gives_the_command_that_it_names(tutorial: Path, environment: Mapping[str, str]) -> None:
    commands = [step for step in steps_of(TUTORIAL) if isinstance(step, RunCommand)]
    version = next(step for step in commands if step.command == "practice --version")
    assert commands.index(version) == 6
    version.do(tutorial, environment)
