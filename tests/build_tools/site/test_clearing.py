import os
from pathlib import Path

import pytest

from build_tools.site.clearing import clear


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """An older site that shares one page with the cache and has a redirect."""
    folder, cache = tmp_path / "site", tmp_path / "cache"
    for place in (folder / "a", folder / "old", cache):
        place.mkdir(parents=True)
    (cache / "a.html").write_text("a")
    os.link(cache / "a.html", folder / "a" / "index.html")
    (folder / "old" / "index.html").write_text("moved to a")
    return folder


@pytest.fixture
def sources(tmp_path: Path) -> dict[str, Path]:
    return {"a/index.html": tmp_path / "cache" / "a.html"}


TEXTS = {"old/index.html": "moved to a"}


def found(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_what_is_the_same_stays(old: Path, sources: dict[str, Path]) -> None:
    assert clear(old, sources, TEXTS) == {"a/index.html", "old/index.html"}
    assert found(old) == ["a", "a/index.html", "old", "old/index.html"]


def test_a_page_that_only_looks_the_same_does_not_stay(old: Path, sources: dict[str, Path]) -> None:
    (old / "a" / "index.html").unlink()
    (old / "a" / "index.html").write_text("a")
    assert clear(old, sources, TEXTS) == {"old/index.html"}
    assert found(old) == ["a", "old", "old/index.html"]


def test_a_text_that_has_changed_does_not_stay(old: Path, sources: dict[str, Path]) -> None:
    assert clear(old, sources, {"old/index.html": "moved to b"}) == {"a/index.html"}


def test_what_the_new_site_has_not_is_removed_folders_and_hidden_files_too(old: Path, sources: dict[str, Path]) -> None:
    (old / "b" / "c").mkdir(parents=True)
    (old / "b" / "c" / "index.html").write_text("c")
    (old / ".stamp").write_text("")
    (old / "a" / "more.css").write_text("")
    clear(old, sources, TEXTS)
    assert found(old) == ["a", "a/index.html", "old", "old/index.html"]


def test_a_folder_where_a_page_should_be_is_removed(old: Path, sources: dict[str, Path]) -> None:
    (old / "a" / "index.html").unlink()
    (old / "a" / "index.html").mkdir()
    assert clear(old, sources, TEXTS) == {"old/index.html"}
    assert found(old) == ["a", "old", "old/index.html"]


def test_links_are_removed_and_never_followed(old: Path, sources: dict[str, Path], tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("moved to a")
    (old / "old" / "index.html").unlink()
    (old / "old").rmdir()
    (old / "old").symlink_to(elsewhere)
    (old / "a" / "link").symlink_to(elsewhere / "index.html")
    assert clear(old, sources, TEXTS) == {"a/index.html"}
    assert found(old) == ["a", "a/index.html"]
    assert (elsewhere / "index.html").read_text() == "moved to a"
