"""A Java is found where there is one, installed where that is easy, and missed without a fuss."""

from pathlib import Path

import pytest

from tests.build_tools.exports import java
from tests.build_tools.exports.java import find_java, main, ways_to_install


def make_java(folder: Path, code: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "java"
    program.write_text(f"#!/bin/sh\nexit {code}\n")
    program.chmod(0o755)
    return program


def test_the_one_of_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    named = make_java(tmp_path / "home" / "bin", 0)
    make_java(tmp_path / "path", 0)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    assert find_java() == named


def test_a_command_that_only_says_what_to_install_is_no_java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    make_java(tmp_path, 1)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_java() is None


@pytest.mark.parametrize(("as_root", "with_apt", "ways"), [(True, True, ["apt-get"]), (False, True, []), (True, False, [])])
def test_it_is_installed_by_root_of_a_debian_like_system_only(as_root: bool, with_apt: bool, ways: list[str]) -> None:
    assert [name for name, _ in ways_to_install(as_root=as_root, with_apt=with_apt)] == ways


def test_a_machine_without_java_is_told_so_and_nothing_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(java, "find_java", lambda: None)
    monkeypatch.setattr(java, "run_command", lambda _command: False)
    assert main() == 0
    assert "there is no Java here" in capsys.readouterr().out
