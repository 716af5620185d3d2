"""What takes long is made once; whatever is damaged, missing or made from something else is made anew."""

import os
from pathlib import Path

from practice_models.keeping import Keep, keeping, kept, prune


class Maker:
    """Makes bytes, and counts how often."""

    def __init__(self, content: bytes = b"made") -> None:
        self.content = content
        self.made = 0

    def __call__(self) -> bytes:
        self.made += 1
        return self.content


def test_the_same_is_made_once(tmp_path: Path) -> None:
    make = Maker()
    for _ in range(3):
        assert Keep(tmp_path / "kept", "program 1").get(["document", {"title": "A"}], make) == b"made"
    assert make.made == 1


def test_something_else_is_made_anew(tmp_path: Path) -> None:
    make = Maker()
    Keep(tmp_path, "program 1").get(["document", "A"], make)
    Keep(tmp_path, "program 1").get(["document", "B"], make)
    Keep(tmp_path, "program 2").get(["document", "A"], make)
    assert make.made == 3


def test_what_is_damaged_is_made_anew(tmp_path: Path) -> None:
    make = Maker(b"whole")
    keep = Keep(tmp_path, "")
    keep.get("x", make)
    (path,) = tmp_path.iterdir()
    for damage in (b"", path.read_bytes()[:-1], b"\0" + path.read_bytes()):
        path.write_bytes(damage)
        assert keep.get("x", make) == b"whole"
    assert make.made == 4


def test_without_a_place_nothing_is_kept() -> None:
    make = Maker()
    assert [kept("x", make), kept("x", make)] == [b"made", b"made"]
    assert make.made == 2


def test_a_place_holds_only_while_something_is_done(tmp_path: Path) -> None:
    make = Maker()
    with keeping(Keep(tmp_path, "")):
        kept("x", make)
        kept("x", make)
    kept("x", make)
    assert make.made == 2


def test_what_was_used_longest_ago_goes(tmp_path: Path) -> None:
    keep = Keep(tmp_path, "")
    for name in ("a", "b", "c"):
        keep.get(name, Maker(name.encode()))
    for age, path in enumerate(sorted(tmp_path.iterdir())):
        os.utime(path, (1000 - age, 1000 - age))
    oldest = min(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime)
    prune(tmp_path, most=2)
    assert len(list(tmp_path.iterdir())) == 2
    assert not oldest.exists()
    prune(tmp_path / "none")
