"""The tutorial does what it says: its files and its commands give a site with a fourth guide, and no Python."""

import os
import sys
from pathlib import Path

import pytest

from tests.docs.walkthrough import RunCommand, run, steps_of

PAGE = Path(__file__).parent.parent.parent / "docs" / "tutorial" / "index.md"


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of somebody who did everything that the tutorial says."""
    folder = tmp_path_factory.mktemp("keeping-in-touch")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "CI": "true"}
    for step in steps_of(PAGE, "## 2. Make it a project"):
        if not isinstance(step, RunCommand):
            step.do(folder)
        elif step.command != "practice serve":  # it runs until it is stopped; tests/build_tools/site tries it
            done = run(step.command, folder, environment)
            assert done.returncode == (1 if any(": PG" in line for line in step.prints) else 0), done.stdout + done.stderr
            said = (done.stdout + done.stderr).splitlines()
            for line in step.prints:
                assert line in said
    return folder


def test_the_practice_has_its_page(followed: Path) -> None:
    page = (followed / "site/keeping-in-touch/1.0.0/practices/try-another-way/index.html").read_text(encoding="utf-8")
    assert "Try another way" in page
    assert "You are not in trouble." in page
    assert "Safety stop" in page


def test_what_was_never_typed_is_there_too(followed: Path) -> None:
    edition = followed / "site/keeping-in-touch/1.0.0"
    for name in ("safety", "quick-reference", "pathway", "stages/reach-out", "records/contact-log", "evidence", "roles"):
        assert (edition / name / "index.html").is_file(), name
    assert (followed / "site/sources/index.html").is_file()
    assert (followed / "site/keeping-in-touch/latest/safety/index.html").is_file()
    assert (followed / "site/pagefind/pagefind.js").is_file()


def test_the_reader_wrote_no_python_and_no_template(followed: Path) -> None:
    own = [path for path in followed.rglob("*") if path.is_file() and not {"site", ".cache"} & set(path.relative_to(followed).parts)]
    assert {path.suffix for path in own} == {".yml", ".yaml", ".md"}
