"""A folder of definitions becomes a library: from the cache the same as from the files, and nothing leaves its folder."""

import shutil
from pathlib import Path

import pytest

from practice_models.reading.cache import ReadingCache
from practice_models.reading.documents import read_document
from practice_models.reading.folders import read_folder
from practice_models.reading.yaml_text import MOST_FAULTS
from tests.cases.story import SOUND, problems_of


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "library"))


def test_editions_come_oldest_first_and_one_is_in_force(library: Path) -> None:
    read = read_folder(library, library).library
    assert [edition.name for edition in read.editions] == ["listening@1.0.0", "listening@2.0.0"]
    in_force = read.in_force("listening")
    assert in_force is not None
    assert in_force.head.version == "2.0.0"


def test_versions_are_ordered_as_numbers(library: Path) -> None:
    shutil.copytree(library / "guides/listening/1.0.0", library / "guides/listening/10.0.0")
    head = library / "guides/listening/10.0.0/edition.yaml"
    head.write_text(head.read_text().replace("edition: 1.0.0", "edition: 10.0.0").replace("2025-01-10", "2027-01-10"))
    assert [edition.head.version for edition in read_folder(library, library).library.editions] == ["1.0.0", "2.0.0", "10.0.0"]


def test_the_cache_gives_the_same_library_and_sees_a_change(library: Path, tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path / "cache")
    first = read_folder(library, library, cache)
    again = read_folder(library, library, cache)
    assert again.library == first.library
    practice = library / "guides/listening/2.0.0/practices/listen-first.yaml"
    practice.write_text(practice.read_text().replace("title: Listen first", "title: Listen well"))
    changed = read_folder(library, library, cache)
    assert changed.library.editions[1].practice("listen-first").title == "Listen well"
    assert changed.library == read_folder(library, library).library


def test_a_damaged_cache_is_only_a_miss(library: Path, tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path / "cache")
    first = read_folder(library, library, cache)
    for kept in (tmp_path / "cache").rglob("*"):
        if kept.is_file():
            kept.write_bytes(b"\xff not json")
    assert read_folder(library, library, cache).library == first.library


def test_a_faulty_file_is_never_kept(library: Path, tmp_path: Path) -> None:
    cache = ReadingCache(tmp_path / "cache")
    (library / "glossary.yaml").write_text("terms: [{id: 1}]")
    first = read_folder(library, library, cache).problems
    assert first
    assert read_folder(library, library, cache).problems == first


def test_a_link_out_of_the_folder_is_refused(library: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("terms: []")
    (library / "linked.yaml").symlink_to(secret)
    (library / "guides/listening/2.0.0/outside").symlink_to(tmp_path)
    said = [str(problem) for problem in problems_of(library)]
    assert [line.split(": ")[1][:5] for line in said] == ["PG109", "PG109"]


@pytest.mark.parametrize("name", ["../evil", "a/b", "Evil", "a--b", "-a", "a.b", "con:", "é", "a" * 61])
def test_an_id_can_never_be_a_path(library: Path, name: str) -> None:
    practice = library / "guides/listening/2.0.0/practices/listen-first.yaml"
    practice.write_text(practice.read_text().replace("practice: listen-first", f'practice: "{name}"'))
    codes = {problem.code for problem in problems_of(library) if problem.place.file.endswith("listen-first.yaml")}
    assert codes & {"PG205", "PG206"}


def test_an_unread_head_does_not_hide_other_problems(library: Path) -> None:
    head = library / "guides/listening/2.0.0/edition.yaml"
    head.write_text(head.read_text().replace("status: current", "status: nonsense"))
    stages = library / "guides/listening/2.0.0/stages.yaml"
    stages.write_text(stages.read_text().replace("practices: [listen-first]", "practices: [listen-frist]"))
    assert {problem.code for problem in problems_of(library)} >= {"PG204", "PG302"}


MANY = {
    "aliases": "a: &a [x]\nb: [" + "*a, " * 20_000 + "]\n",
    "equal keys": "k: 1\n" * 20_000,
    "unknown keys": "".join(f"k{number}: 1\n" for number in range(20_000)),
    "unsound entries": "practices:\n" + "- {zid: a}\n" * 5_000,
}


@pytest.mark.parametrize("text", MANY.values(), ids=MANY)
def test_of_very_many_faults_in_one_file_the_first_are_told(text: str) -> None:
    faults = read_document("many.yaml", text.encode()).faults
    assert len(faults) == MOST_FAULTS
    assert faults[-1].message.endswith("(this file has more problems; put these right first)")


FILES = sorted(path.relative_to(SOUND).as_posix() for path in SOUND.rglob("*.yaml"))


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("slip", ["\nslip: one\nslip: two\n", '\nslip: "no end\n', "\n<<<<<<< ours\n", "\nslip: *one\n"])
def test_a_slip_of_the_pen_is_blamed_on_its_own_file_alone(library: Path, file: str, slip: str) -> None:
    path = library / file
    path.write_text(path.read_text() + slip)
    blamed = {problem.place.file for problem in problems_of(library)}
    assert file in blamed
    assert blamed <= {file, "guides/listening"}, blamed
