"""A Chromium is found where there is one, installed where there is none, and missed with a clear message."""

import sys
from pathlib import Path

import pytest

from tests.browser import chromium
from tests.browser.chromium import find_chromium, main, ways_to_install
from tests.installing import Command, install


class Machine:
    """A machine that is only played: what was run on it, and what is then found."""

    def __init__(self, *, ends_well: bool, finds: list[Path | None]) -> None:
        self.ran: list[str] = []
        self._ends_well = ends_well
        self._finds = finds

    def run(self, command: Command) -> bool:
        self.ran.append(command[0])
        return self._ends_well

    def find(self) -> Path | None:
        return self._finds.pop(0)


def test_the_environment_names_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", sys.executable)
    assert find_chromium() == Path(sys.executable)


def test_a_named_browser_that_does_not_start_is_not_replaced_by_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "missing"))
    assert find_chromium() is None
    assert main() == 1
    assert "CHROMIUM is" in capsys.readouterr().err


def test_a_command_that_only_says_what_to_install_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, code in (("chromium", 1), ("google-chrome", 0)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {code}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_chromium() == tmp_path / "google-chrome"


def test_root_of_a_debian_like_system_tries_its_packages_first() -> None:
    names = [name for name, _ in ways_to_install(as_root=True, with_apt=True)]
    assert names == ["apt-get", "Playwright"]
    commands = [" ".join(command) for _, commands in ways_to_install(as_root=True, with_apt=True, python="python") for command in commands]
    assert commands[0].startswith("apt-get update")
    assert commands[1].endswith("install -qq --yes --no-install-recommends chromium")
    assert commands[2] == "python -m playwright install --with-deps chromium"


@pytest.mark.parametrize(("as_root", "with_apt"), [(False, True), (True, False), (False, False)])
def test_anybody_else_gets_the_one_of_playwright(as_root: bool, with_apt: bool) -> None:
    ways = list(ways_to_install(as_root=as_root, with_apt=with_apt, python="python"))
    assert ways == [("Playwright", (("python", "-m", "playwright", "install", "chromium"),))]


def test_the_second_way_is_tried_where_the_first_gives_nothing_that_starts(capsys: pytest.CaptureFixture[str]) -> None:
    machine = Machine(ends_well=True, finds=[None, Path("/found")])
    ways = iter([("first", (("one",), ("two",))), ("second", (("three",),))])
    assert install("Chromium", ways, machine.run, machine.find) == Path("/found")
    assert machine.ran == ["one", "two", "three"]
    assert "first did not give one that starts" in capsys.readouterr().out


def test_a_failing_command_ends_its_way() -> None:
    machine = Machine(ends_well=False, finds=[Path("/found")])
    assert install("Chromium", iter([("only", (("one",), ("two",)))]), machine.run, machine.find) is None
    assert machine.ran == ["one"]


def test_a_machine_on_which_nothing_can_be_installed_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "find_chromium", lambda: None)
    monkeypatch.setattr(chromium, "run_command", lambda _command: False)
    assert main() == 1
    assert "CHROMIUM=/path make test" in capsys.readouterr().err
