"""The command line of MkDocs at the root of a project, as any user of MkDocs would use it."""

import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.build_tools.site.story import Story, bytes_of

COMMAND = [sys.executable, "-m", "tests.build_tools.site.invented_mkdocs"]
ROOT = Path(__file__).parents[3]
PATIENCE = 40


def mkdocs(story: Story, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=story.root,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Story:
    story = Story.begin(tmp_path_factory.mktemp("built") / "project")
    story.build()
    return story


@pytest.fixture
def story(built: Story, tmp_path: Path) -> Story:
    return Story(shutil.copytree(built.root, tmp_path / "project"))


def test_mkdocs_build_gives_the_same_site_as_the_engine(story: Story) -> None:
    before = bytes_of(story.site)
    shutil.rmtree(story.site)
    run = mkdocs(story, "build")
    assert run.returncode == 0
    assert "12 pages" in run.stderr
    assert bytes_of(story.site) == before


def test_mkdocs_build_has_nothing_to_do_after_the_engine(story: Story) -> None:
    assert "practice: nothing has changed; the site is as it was" in mkdocs(story, "build").stderr


def test_mkdocs_build_into_another_folder(story: Story) -> None:
    before = bytes_of(story.site)
    run = mkdocs(story, "build", "--site-dir", "other/place")
    assert run.returncode == 0
    assert bytes_of(story.root / "other" / "place") == before
    assert bytes_of(story.site) == before


def test_a_failing_mkdocs_build_leaves_the_site_and_tells_all(story: Story) -> None:
    before = bytes_of(story.site)
    story.change(story.definition("1/1.0.0/practice-001"), "title:", "titel:")
    run = mkdocs(story, "build")
    assert run.returncode == 1
    assert "definitions/guides/guide-1/1.0.0/practice-001.yaml:1:1: PG108 the file does not say what it holds" in run.stderr
    assert "Traceback" not in run.stderr
    assert bytes_of(story.site) == before


def test_wrong_options_are_told_in_our_words(story: Story) -> None:
    story.change(story.root / "mkdocs.yml", "  - practice", "  - practice: {as_of: soon, x: 1}")
    run = mkdocs(story, "build")
    assert run.returncode == 1
    assert "mkdocs.yml:8:23: PG205 'soon' is not a day; write it as 2026-11-23" in run.stderr
    assert "mkdocs.yml:8:29: PG201 the option 'x' is unknown; allowed: as_of, definitions, reference" in run.stderr


def test_other_plugins_may_be_listed(story: Story) -> None:
    before = bytes_of(story.site)
    story.change(story.root / "mkdocs.yml", "  - practice", "  - search\n  - practice\n  - mkdocstrings")
    run = mkdocs(story, "build")
    assert run.returncode == 0
    assert bytes_of(story.site) == before


def test_the_reference_is_written_from_docstrings(story: Story) -> None:
    package = story.root / "own_package"
    package.mkdir()
    (package / "__init__.py").write_text(
        '"""What it is for.\n\nSee [the other][own_package.other]."""\n\n\ndef other() -> None:\n    """Another thing."""\n'
    )
    story.change(story.root / "mkdocs.yml", "  - practice", "  - practice: {reference: [own_package]}")
    story.build()
    page = story.page("reference/own_package")
    assert "What it is for." in page
    assert 'href="#own_package.other"' in page
    story.change(package / "__init__.py", "What it is for.", "What it does.")
    assert story.build().rendered == {"reference": 1}
    assert "What it does." in story.page("reference/own_package")
    assert "mkdocstrings" not in story.page("help")


@contextmanager
def serving(story: Story) -> Iterator[tuple[Callable[[str], str], Path, "subprocess.Popen[str]"]]:
    """A function that gets a page of a preview, the preview's log, and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = story.root.parent / "serve.log"
    with log.open("w") as file:
        process = subprocess.Popen(
            [*COMMAND, "serve", "--dev-addr", address],
            cwd=story.root,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
            stderr=file,
            text=True,
        )

    def get(path: str) -> str:
        with urllib.request.urlopen(f"http://{address}/guidance/{path}", timeout=PATIENCE) as response:
            return str(response.read().decode())

    try:
        wait_for(lambda: "Serving on" in log.read_text())
        yield get, log, process
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0


def wait_for(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_mkdocs_serve_shows_every_change_and_the_last_good_site(story: Story) -> None:
    before = bytes_of(story.site)
    definition = story.definition("1/1.0.0/practice-002")
    with serving(story) as (get, log, _):
        assert "Practice 2" in get("guide-1/1.0.0/practice-002/")
        assert "import" in get("pagefind/pagefind.js")
        with pytest.raises(urllib.error.HTTPError) as missing:
            get("nowhere/")
        assert "404 - Not found" in missing.value.read().decode()

        story.change(definition, "Practice 2", "Changed")
        wait_for(lambda: "Changed" in get("guide-1/1.0.0/practice-002/"))

        story.change(definition, "title:", "titel:")
        wait_for(lambda: "practice-002.yaml:1:1: PG108" in log.read_text())
        assert "Changed" in get("guide-1/1.0.0/practice-002/")
        assert "The last good site is still shown." in log.read_text()

        story.change(definition, 'titel: "Changed', 'title: "Mended')
        wait_for(lambda: "Mended" in get("guide-1/1.0.0/practice-002/"))

        config = story.root / "mkdocs.yml"
        story.change(config, "  - practice", "  - practice: {x: 1}")
        wait_for(lambda: "PG201 the option 'x' is unknown" in log.read_text())
        assert "Mended" in get("guide-1/1.0.0/practice-002/")
        story.change(config, "  - practice: {x: 1}", "  - practice").change(config, "Invented guidance", "Renamed guidance")
        wait_for(lambda: "Renamed guidance" in get("guide-1/1.0.0/practice-002/"))

        story.add(story.root / "docs" / "help.md", "By hand.")
        wait_for(lambda: "By hand." in get("help/"))
    assert bytes_of(story.site) == before
    assert "Traceback" not in log.read_text()
