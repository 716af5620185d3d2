"""A preview as somebody at a terminal has it: an address, a page, a changed word, a slip, and Ctrl-C."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.docs.preview import Preview

PRACTICE = "definitions/guides/keeping-in-touch/1.0.0/practices/try-another-way.yaml"
PAGE = "keeping-in-touch/1.0.0/practices/try-another-way/"


@pytest.fixture(params=["practice serve", "mkdocs serve"])
def preview(request: pytest.FixtureRequest, project: Path, environment: Mapping[str, str]) -> Iterator[Preview]:
    started = Preview(request.param, project, environment)
    yield started
    started.stop()


def change(project: Path, old: str, new: str) -> None:
    path = project / PRACTICE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_change_is_shown_and_a_slip_keeps_the_last_good_page(preview: Preview, project: Path) -> None:
    assert "Try a way that works for them" in preview.get(PAGE)
    change(project, "title: Try a way that works for them", "title: Knock on another door")
    preview.hear_of_a_change()
    assert "Knock on another door" in preview.get(PAGE)

    change(project, "who: [practitioner]", "who: [nobody]")
    preview.hear_of_a_change()
    assert f"{PRACTICE}:5:7: PG302 'who' names the role 'nobody'" in preview.said
    assert "Knock on another door" in preview.get(PAGE)

    change(project, "who: [nobody]", "who: [practitioner]")
    preview.hear_of_a_change()
    assert preview.stop() == 0
