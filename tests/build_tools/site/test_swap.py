from pathlib import Path

import pytest

from build_tools.site import swap
from build_tools.site.swap import begin, next_folder, recover, swap_in


def make(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text)
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param != "exchange":
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_the_next_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    site = make(tmp_path / "site", "old")
    make(next_folder(site), "new")
    swap_in(site, tmp_path / "spare")
    assert (site / "index.html").read_text() == "new"
    assert (tmp_path / "spare" / "index.html").read_text() == "old"
    assert names(tmp_path) == ["site", "spare"]


@pytest.mark.usefixtures("way")
def test_only_one_old_site_is_put_by(tmp_path: Path) -> None:
    site = make(tmp_path / "site", "old")
    make(next_folder(site), "new")
    make(tmp_path / "spare", "older")
    swap_in(site, tmp_path / "spare")
    assert (tmp_path / "spare" / "index.html").read_text() == "old"


@pytest.mark.usefixtures("way")
def test_an_old_site_that_cannot_be_put_by_is_removed(tmp_path: Path) -> None:
    site = make(tmp_path / "site", "old")
    make(next_folder(site), "new")
    swap_in(site, tmp_path / "no such folder" / "spare")
    assert (site / "index.html").read_text() == "new"
    assert names(tmp_path) == ["site"]


def test_the_next_site_begins_with_the_one_that_was_put_by(tmp_path: Path) -> None:
    make(tmp_path / "spare", "old")
    assert (begin(tmp_path / "site", tmp_path / "spare") / "index.html").read_text() == "old"
    assert names(tmp_path) == ["site.next"]


def test_without_one_that_was_put_by_the_next_site_begins_with_nothing(tmp_path: Path) -> None:
    assert not begin(tmp_path / "site", tmp_path / "spare").exists()


def test_a_first_site_is_moved_in(tmp_path: Path) -> None:
    site = tmp_path / "site"
    make(next_folder(site), "new")
    swap_in(site, tmp_path / "spare")
    assert names(tmp_path) == ["site"]


def test_the_system_exchanges_folders_in_one_step(tmp_path: Path) -> None:
    one, two = make(tmp_path / "one", "1"), make(tmp_path / "two", "2")
    assert swap._exchange(one, two)
    assert ((one / "index.html").read_text(), (two / "index.html").read_text()) == ("2", "1")


def test_an_exchange_with_nothing_fails(tmp_path: Path) -> None:
    assert not swap._exchange(tmp_path / "none", make(tmp_path / "two", "2"))


def test_a_site_that_was_set_aside_comes_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    make(tmp_path / "site.next-old", "old")
    make(next_folder(site), "half")
    recover(site)
    assert (site / "index.html").read_text() == "old"
    assert names(tmp_path) == ["site"]


def test_leftovers_beside_a_site_are_removed(tmp_path: Path) -> None:
    site = make(tmp_path / "site", "good")
    make(next_folder(site), "half")
    make(tmp_path / "site.next-old", "older")
    recover(site)
    assert (site / "index.html").read_text() == "good"
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("fails_at", [1, 2])
def test_an_interruption_between_two_renames_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int) -> None:
    site = make(tmp_path / "site", "old")
    make(next_folder(site), "new")
    rename, calls = Path.rename, []

    def interrupted(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == fails_at:
            raise KeyboardInterrupt
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(swap, "_exchange", lambda *_: False)
        patch.setattr(Path, "rename", interrupted)
        with pytest.raises(KeyboardInterrupt):
            swap_in(site, tmp_path / "spare")
    recover(site)
    assert (site / "index.html").read_text() == "old"
    assert names(tmp_path) == ["site"]
