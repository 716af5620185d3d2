"""The command line as people use it and misuse it: what it prints, where, with which exit code, and never a traceback."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import pytest

from build_tools.cli import GOOD, PROBLEMS, STOPPED, WRONG, main
from practice_models.vocabulary.reference import vocabulary_page
from practice_models.vocabulary.schema import make_schemas
from tests.sites.building import copy_listening

EDITION = "definitions/guides/listening/2.0.0"
PRACTICE = f"{EDITION}/practices/listen-first.yaml"
COMMANDS = ("check", "build", "serve")
PRACTICE_COMMAND = (sys.executable, "-m", "tests.build_tools.run_cli")
ENVIRONMENT = {**{name: value for name, value in os.environ.items() if name != "CI"}, "PYTHONPATH": str(Path(__file__).parents[2])}


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny project; the command line stands in its folder."""
    folder = copy_listening(tmp_path / "project")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("CI", raising=False)
    return folder


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process."""

    def run_one(*arguments: str | Path) -> Ended:
        capfd.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        ended = Ended(code, *capfd.readouterr())
        assert "Traceback" not in ended.err
        return ended

    return run_one


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny project with its site; it is to be copied, not to be changed."""
    folder = copy_listening(tmp_path_factory.mktemp("built") / "project")
    assert main(["build", "--project", str(folder)]) == GOOD
    return folder


@pytest.fixture
def built_project(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(built, tmp_path / "built"))
    monkeypatch.chdir(folder)
    return folder


def start(*arguments: str | Path, folder: Path, stdout: int | None = None) -> subprocess.Popen[str]:
    """A command in a process group of its own."""
    command = [*PRACTICE_COMMAND, *map(str, arguments)]
    out = subprocess.PIPE if stdout is None else stdout
    return subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, text=True, stdout=out, stderr=subprocess.PIPE, start_new_session=True)


def break_practice(folder: Path) -> None:
    path = folder / PRACTICE
    path.write_text(path.read_text(encoding="utf-8").replace("who: [", "who: [nobody, "), encoding="utf-8")


def snapshot(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


# Used rightly


def test_a_sound_project_has_no_problems(project: Path, run: Run) -> None:
    assert run("check") == Ended(GOOD, "2 editions, no problems\n", "Reading and checking definitions\n")
    assert not (project / "site").exists()


def test_a_project_may_lie_elsewhere(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("check", "--project", "project").out == "2 editions, no problems\n"


def test_a_build_tells_how_much_it_wrote_and_the_next_that_nothing_changed(built_project: Path, run: Run) -> None:
    assert run("build") == Ended(GOOD, "site: nothing has changed\n", "")
    path = built_project / PRACTICE
    path.write_text(path.read_text(encoding="utf-8").replace("summary: ", "summary: Now "), encoding="utf-8")
    code, out, err = run("build")
    assert code == GOOD
    assert out.startswith("site: ")
    assert out.endswith(" written anew\n")
    assert err.splitlines()[0] == "Planning pages"


def test_fresh_writes_every_page_again(built_project: Path, run: Run) -> None:
    before = {name for name in snapshot(built_project / "site") if name.endswith(".html")}
    (built_project / ".cache/practice/volumes/stranger").mkdir()
    code, out, _ = run("build", "--fresh")
    pages, written = (int(part.split()[0]) for part in out.removeprefix("site: ").split(", "))
    assert (code, pages) == (GOOD, written)
    assert {name for name in snapshot(built_project / "site") if name.endswith(".html")} == before
    assert not (built_project / ".cache/practice/volumes/stranger").exists()


def test_fresh_leaves_the_last_good_site_where_something_is_wrong(built_project: Path, run: Run) -> None:
    before = snapshot(built_project / "site")
    break_practice(built_project)
    assert run("build", "--fresh").code == PROBLEMS
    assert snapshot(built_project / "site") == before


def test_a_site_can_be_built_for_a_day_into_another_folder(built_project: Path, run: Run, tmp_path: Path) -> None:
    code, out, _ = run("build", "--as-of", "2035-01-31", "--site", tmp_path / "other")
    assert code == GOOD
    assert out.startswith(f"{tmp_path / 'other'}: ")
    then, now = (overdue_notice(folder / "listening/2.0.0/index.html") for folder in (tmp_path / "other", built_project / "site"))
    assert "hidden" not in then
    assert "hidden" in now, "without a day, the reader's clock decides"


def overdue_notice(page: Path) -> str:
    found = re.search(r'<aside class="pg-banner pg-banner--overdue"[^>]*>', page.read_text(encoding="utf-8"))
    assert found
    return found[0]


def test_schemas_are_written(project: Path, run: Run) -> None:
    number = len(dict(make_schemas()))
    assert run("schema") == Ended(GOOD, f"{number} schemas in schemas\n", "")
    assert run("schema", "--into", "new/folder").out == f"{number} schemas in new/folder\n"
    assert len(list((project / "new/folder").iterdir())) == number


def test_the_vocabulary_is_printed(run: Run) -> None:
    assert run("vocabulary") == Ended(GOOD, vocabulary_page(), "")


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version") == Ended(GOOD, f"practice {version('practice-guides')}\n", "")


@pytest.mark.parametrize("command", [(), *((name,) for name in (*COMMANDS, "schema", "vocabulary"))], ids=" ".join)
def test_help_goes_to_the_standard_output(run: Run, command: tuple[str, ...]) -> None:
    code, out, err = run(*command, "--help")
    assert (code, err) == (GOOD, "")
    assert out.startswith(" ".join(("usage: practice", *command)))


# Definitions with problems


@pytest.mark.parametrize("command", COMMANDS)
def test_problems_are_shown_with_their_number(project: Path, run: Run, command: str) -> None:
    break_practice(project)
    code, out, err = run(command, *(("--address", free_address()) if command == "serve" else ()))
    assert (code, out) == (PROBLEMS, "")
    assert f"{PRACTICE}:" in err
    assert "PG302 'who' names the role 'nobody', which does not exist" in err
    assert err.endswith("1 problem in 1 file\n")
    assert not (project / "site").exists()


def test_problems_leave_the_last_good_site(built_project: Path, run: Run) -> None:
    before = snapshot(built_project / "site")
    break_practice(built_project)
    assert run("build").code == PROBLEMS
    assert snapshot(built_project / "site") == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("site_name: [", "mkdocs.yml:2:1: PG101 "),
        ("site_name: S\nplugins: [search]\n", "mkdocs.yml:2:10: PG202 the plug-in 'practice' is missing"),
        ("site_name: S\nplugins:\n  - practice: {definitions: no}\n", "mkdocs.yml:3:29: PG302 there is no folder 'no' for the definitions"),
    ],
)
def test_a_wrong_setting_is_a_problem_with_its_place(project: Path, run: Run, text: str, told: str) -> None:
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    code, out, err = run("build")
    assert (code, out) == (PROBLEMS, "")
    assert told in err


def test_a_tool_that_fails_says_so(project: Path, run: Run) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nhooks: [nowhere.py]\n")
    code, out, err = run("build")
    assert (code, out) == (PROBLEMS, "")
    assert "nowhere.py" in err


# Used wrongly


def test_without_a_command_it_shows_what_there_is(run: Run) -> None:
    code, out, err = run()
    assert (code, out) == (WRONG, "")
    assert err.startswith("usage: practice")
    for name in (*COMMANDS, "schema", "vocabulary"):
        assert f"\n    {name}" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("biuld",), "invalid choice: 'biuld' (choose from"),
        (("check", "--bad"), "unrecognized arguments: --bad"),
        (("build", "--fre"), "unrecognized arguments: --fre"),
        (("check", "extra"), "unrecognized arguments: extra"),
        (("build", "--as-of", "soon"), "'soon' is not a day; write it as 2026-11-23"),
        (("build", "--as-of", "2026-02-30"), "'2026-02-30' is not a day"),
        (("build", "--as-of"), "expected one argument"),
        (("build", "--site", "mkdocs.yml"), "'mkdocs.yml' is a file; name a folder"),
        (("schema", "--into", "mkdocs.yml"), "'mkdocs.yml' is a file; name a folder"),
        (("serve", "--address", "8000"), "'8000' is not an address; write it as 127.0.0.1:8000"),
        (("serve", "--address", "127.0.0.1:http"), "'127.0.0.1:http' is not an address"),
        (("serve", "--address", "127.0.0.1:65536"), "'127.0.0.1:65536' is not an address"),
        (("serve", "--address", "127.0.0.1:0"), "'127.0.0.1:0' is not an address"),
        (("serve", "--address", "http://127.0.0.1:8000"), "is not an address"),
    ],
    ids=" ".join,
)
def test_a_wrong_argument_is_told_and_nothing_is_done(project: Path, run: Run, arguments: tuple[str, ...], told: str) -> None:
    before = snapshot(project)
    code, out, err = run(*arguments)
    assert (code, out) == (WRONG, "")
    assert told in err
    assert snapshot(project) == before


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("nowhere", "practice: there is no folder 'nowhere'\n"),
        ("mkdocs.yml", "practice: 'mkdocs.yml' is a file; name the folder that it lies in\n"),
        ("docs", "/docs'; go to your project's folder, or name it with --project\n"),
    ],
)
def test_a_folder_that_is_no_project_is_told(project: Path, run: Run, command: str, folder: str, told: str) -> None:
    code, out, err = run(command, "--project", folder)
    assert (code, out) == (WRONG, "")
    assert err.endswith(told)


@pytest.mark.parametrize(
    ("site", "told"),
    [
        (".", "the site would replace '.'"),
        ("..", "the site would replace '.'"),
        ("definitions", "the site would replace 'definitions'"),
        ("docs", "the site would replace 'docs'"),
        ("definitions/site", "the site would lie inside 'definitions'"),
        ("docs/site", "the site would lie inside 'docs'"),
        ("notes", "holds something that is no site, which would be lost"),
    ],
)
def test_no_folder_is_lost_to_a_site(project: Path, run: Run, site: str, told: str) -> None:
    (project / "notes").mkdir()
    (project / "notes" / "kept.txt").write_text("years of work")
    before = snapshot(project)
    code, out, err = run("build", "--site", site)
    assert (code, out) == (WRONG, "")
    assert told in err
    assert snapshot(project) == before


def test_an_address_that_is_taken_is_told(project: Path, run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        code, out, err = run("serve", "--address", address)
    assert (code, out) == (WRONG, "")
    assert err.startswith(f"practice: nothing can be shown at {address}: Address already in use")


def free_address() -> str:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"127.0.0.1:{server.getsockname()[1]}"


# Files and folders that cannot be read or written


@pytest.fixture
def bound() -> list[str]:
    """What to put before a command so that it heeds permissions: root does not, unless it is told to."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root heeds no permissions, and there is no setpriv to make it")
    capabilities = "-dac_override,-dac_read_search,-fowner"
    return ["setpriv", f"--bounding-set={capabilities}", f"--inh-caps={capabilities}"]


@pytest.fixture
def locked() -> Iterator[Callable[[Path, int], None]]:
    """Takes permissions away, and gives them back so that the folder can be removed."""
    changed: list[tuple[Path, int]] = []

    def lock(path: Path, mode: int) -> None:
        changed.append((path, path.stat().st_mode))
        path.chmod(mode)

    yield lock
    for path, mode in reversed(changed):
        path.chmod(mode)


def run_bound(bound: list[str], folder: Path, *arguments: str) -> Ended:
    command = [*bound, *PRACTICE_COMMAND, *arguments]
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=120)
    assert "Traceback" not in done.stderr
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("name", ["mkdocs.yml", PRACTICE, "definitions", EDITION])
def test_what_cannot_be_read_is_named(project: Path, bound: list[str], locked: Callable[[Path, int], None], name: str) -> None:
    locked(project / name, 0)
    code, out, err = run_bound(bound, project, "check")
    assert (code, out) == (WRONG, "")
    assert f"{project / name}: Permission denied\n" in err


def test_a_folder_that_cannot_take_the_site_is_named(built_project: Path, bound: list[str], locked: Callable[[Path, int], None]) -> None:
    (built_project / "read-only").mkdir()
    locked(built_project / "read-only", 0o555)
    code, out, err = run_bound(bound, built_project, "build", "--site", "read-only/site")
    assert (code, out) == (WRONG, "")
    assert err.splitlines()[-1].startswith(f"practice: {built_project / 'read-only'}/site")
    assert err.endswith(": Permission denied\n")


def test_a_folder_that_cannot_take_schemas_is_named(project: Path, bound: list[str], locked: Callable[[Path, int], None]) -> None:
    (project / "read-only").mkdir()
    locked(project / "read-only", 0o555)
    told = Ended(WRONG, "", "practice: read-only/schemas: Permission denied\n")
    assert run_bound(bound, project, "schema", "--into", "read-only/schemas") == told


# Stopped, piped, twice at once


def test_ctrl_c_leaves_nothing_behind_and_says_so(project: Path) -> None:
    process = start("build", folder=project)
    assert process.stderr
    assert process.stderr.readline() == "Planning pages\n"
    assert process.stderr.readline() == "Building volumes\n"
    os.killpg(process.pid, signal.SIGINT)
    began = time.monotonic()
    out, err = process.communicate(timeout=30)
    assert time.monotonic() - began < 5
    assert (process.returncode, out) == (STOPPED, "")
    assert err.endswith("stopped; the last good site is in place\n")
    assert "Traceback" not in err
    assert not [path.name for path in project.iterdir() if path.name.startswith("site")]
    assert main(["build", "--project", str(project)]) == GOOD


def test_the_second_build_waits_for_the_first(project: Path) -> None:
    first = start("build", folder=project)
    assert first.stderr
    assert first.stderr.readline() == "Planning pages\n"
    second = start("build", folder=project)
    told = [process.communicate(timeout=120) for process in (first, second)]
    assert [process.returncode for process in (first, second)] == [GOOD, GOOD]
    assert told[0][0].endswith(" written anew\n")
    assert told[1] == ("site: nothing has changed\n", "Waiting for another build\n")


@pytest.mark.parametrize("command", ["vocabulary", "check"])
def test_a_reader_that_goes_away_is_no_accident(built_project: Path, command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = start(command, folder=built_project, stdout=writing)
    os.close(writing)
    _, err = process.communicate(timeout=60)
    assert process.returncode == WRONG
    assert err in ("", "Reading and checking definitions\n")


def test_a_log_gets_plain_lines(built_project: Path) -> None:
    (built_project / "docs" / "note.md").write_text("# A note\n", encoding="utf-8")
    out, err = start("build", folder=built_project).communicate(timeout=120)
    assert out.startswith("site: ")
    assert "\r" not in err
    assert "\x1b" not in err
    assert err.splitlines() == [
        "Planning pages",
        "Building volumes",
        "Building volumes: 1 of 1, front",
        "Putting the site together",
        "Indexing for search and checking links",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminals of this kind")
def test_a_terminal_gets_one_moving_line_and_is_left_clean(project: Path) -> None:
    import pty  # noqa: PLC0415 - not everywhere

    master, slave = pty.openpty()
    environment = {**ENVIRONMENT, "TERM": "xterm", "COLUMNS": "50"}
    process = subprocess.Popen([*PRACTICE_COMMAND, "build"], cwd=project, env=environment, stdout=subprocess.PIPE, stderr=slave, text=True)
    os.close(slave)
    shown = read_all(master)
    out, _ = process.communicate(timeout=120)
    assert process.returncode == GOOD
    assert out.startswith("site: ")
    assert "\n" not in shown
    assert "Building volumes [" in shown
    assert all(len(line) < 50 for line in shown.split("\r"))
    assert shown.split("\r")[-2].strip() == ""
    assert shown.endswith("\r")


def read_all(master: int) -> str:
    parts: list[bytes] = []
    try:
        while part := os.read(master, 4096):
            parts.append(part)
    except OSError:  # how a terminal says that its last user has gone
        pass
    finally:
        os.close(master)
    return b"".join(parts).decode()
