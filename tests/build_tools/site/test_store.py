import hashlib
from pathlib import Path

import pytest

from build_tools.pages.page import Redirect
from build_tools.site.linking import place_file, place_tree
from build_tools.site.output import OutputPage, VolumeOutput, describe, output_text, read_output
from build_tools.site.page_links import PageLinks
from build_tools.site.store import VolumeStore
from build_tools.site.volume_links import VolumeLinks
from practice_models.reading.documents import Origin

LINKS = VolumeLinks.of({"a/index.html": PageLinks(("x",), ("b.html",))})


@pytest.fixture
def store(tmp_path: Path) -> VolumeStore:
    return VolumeStore(tmp_path / "cache")


def keep(store: VolumeStore, key: str, text: str = "<p>") -> VolumeOutput:
    with store.draft() as draft:
        path = draft / "a" / "index.html"
        path.parent.mkdir()
        path.write_text(text)
        pages = (
            OutputPage("a.md", "a/index.html", "d", Origin("a.yaml", ("steps", 0))),
            OutputPage("b.md", "b/index.html", "e", by_hand=True),
        )
        files = (describe(path, draft, hashlib.sha256(text.encode()).hexdigest()),)
        return store.keep(VolumeOutput("v", "a", key, draft, pages, files, (Redirect("old/", "a/"),), ("mind",)), LINKS)


def test_what_is_kept_is_found_again(store: VolumeStore) -> None:
    output = keep(store, "k1")
    assert store.find("k1") == output
    assert (output.folder / "a/index.html").read_text() == "<p>"
    assert store.links(output) == LINKS
    assert output.digests() == {"a.md": "d", "b.md": "e"}


@pytest.mark.parametrize("damage", ["record.json", "files/a/index.html"])
def test_what_is_damaged_is_not_found(store: VolumeStore, damage: str) -> None:
    output = keep(store, "k1")
    (output.folder.parent / damage).write_text("{}")
    assert store.find("k1") is None
    keep(store, "k1")
    assert store.find("k1") is not None


def test_what_is_missing_is_not_found(store: VolumeStore) -> None:
    assert store.find("k1") is None
    assert store.find(None) is None
    assert store.pointed("label") is None


def test_a_label_points_to_the_newest(store: VolumeStore) -> None:
    keep(store, "k1")
    keep(store, "k2")
    store.point("k1", "context", "v")
    store.point("k2", "context", "v")
    found = store.pointed("context", "v")
    assert found is not None
    assert found.key == "k2"


def test_a_draft_that_is_not_kept_leaves_nothing(store: VolumeStore) -> None:
    with store.draft() as draft:
        (draft / "half").write_text("x")
    assert not draft.parent.exists()


def test_what_dead_builds_left_is_removed(store: VolumeStore, tmp_path: Path) -> None:
    keep(store, "k1")
    left = tmp_path / "cache" / "volumes" / "draft-x" / "files"
    left.mkdir(parents=True)
    store.clean()
    assert not left.parent.exists()
    assert store.find("k1") is not None


def test_the_cache_is_bounded_and_keeps_what_is_used(store: VolumeStore) -> None:
    for key in ("k1", "k2", "k3", "k4"):
        keep(store, key, "x" * 100)
        store.point(key, key)
    assert store.find("k2") is not None  # used last
    store.prune({"k1"}, bound=250)
    assert [key for key in ("k1", "k2", "k3", "k4") if store.find(key)] == ["k1", "k2", "k4"]
    assert store.pointed("k3") is None
    store.prune(set(), bound=0)
    assert [key for key in ("k1", "k2", "k4") if store.find(key)] == []


def test_a_record_comes_back_as_it_was(store: VolumeStore) -> None:
    output = keep(store, "k1")
    assert read_output(output_text(output), output.folder) == output
    with pytest.raises(ValueError, match="no record of a volume"):
        read_output('{"name": "v"}', output.folder)


def test_a_file_is_copied_where_a_link_cannot_reach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr("build_tools.site.linking.os.link", fail)
    (tmp_path / "one" / "in").mkdir(parents=True)
    one = tmp_path / "one" / "in" / "f"
    one.write_text("x")
    place_tree(tmp_path / "one", tmp_path / "two")
    two = tmp_path / "two" / "in" / "f"
    assert two.read_text() == "x"
    assert (two.stat().st_ino != one.stat().st_ino, two.stat().st_mtime_ns == one.stat().st_mtime_ns) == (True, True)


def test_a_placed_file_takes_the_place_of_another(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("1")
    two.write_text("2")
    place_file(one, two)
    assert (two.read_text(), two.stat().st_ino) == ("1", one.stat().st_ino)
