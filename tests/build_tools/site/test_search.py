import json
import shutil
from pathlib import Path

import pytest

from build_tools.site import search
from build_tools.site.failure import SiteError
from tests.build_tools.site.story import Story, bytes_of


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story.begin(tmp_path / "project")


def test_pages_are_indexed_and_redirects_are_not(story: Story) -> None:
    result = story.build()
    entry = json.loads((story.site / "pagefind" / "pagefind-entry.json").read_text())
    assert sum(language["page_count"] for language in entry["languages"].values()) == result.pages + 1  # and the page for lost readers


def test_the_same_pages_keep_their_index(story: Story) -> None:
    story.build()
    before = bytes_of(story.site / "pagefind", leave_out=())
    (story.root / "docs" / "other.png").write_bytes(b"\x89PNG")
    story.build()
    assert (story.site / "other.png").exists()
    assert bytes_of(story.site / "pagefind", leave_out=()) == before


def test_a_changed_page_is_indexed_anew_and_old_indexes_go(story: Story) -> None:
    for number in range(4):
        story.add(story.root / "docs" / "help.md", f"Number {number}.").build()
    assert len(list((story.project.cache / "search").iterdir())) == 3


def test_a_changed_page_gives_the_parts_of_a_fresh_index(story: Story) -> None:
    help_page = story.root / "docs" / "help.md"
    story.add(help_page, "Ask the quartermaster.").build()
    before = _parts(story)
    story.add(help_page, "Ask the lighthouse keeper.").build()
    after = _parts(story)
    shutil.rmtree(story.project.cache)
    shutil.rmtree(story.site)
    story.build()
    assert after == _parts(story)
    assert before != after
    assert before.keys() & after.keys(), "parts of pages that did not change are the same"


def _parts(story: Story) -> dict[str, bytes]:
    index = story.site / "pagefind"
    return {str(part.relative_to(index)): part.read_bytes() for folder in ("fragment", "index") for part in (index / folder).iterdir()}


def test_a_failing_indexer_leaves_the_site_and_is_told(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    story.build()
    before = bytes_of(story.site)
    monkeypatch.setattr(search, "_command", lambda _: ["sh", "-c", "echo out of reach; exit 3"])
    with pytest.raises(SiteError, match="Pagefind could not index the site: out of reach"):
        story.add(story.root / "docs" / "help.md", "Ask.").build()
    assert bytes_of(story.site) == before
