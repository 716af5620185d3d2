"""The reference pages name everything that there is, and nothing else."""

import argparse
import re
from pathlib import Path

import pytest

from build_tools.cli import GOOD, PROBLEMS, STOPPED, WRONG
from build_tools.commands import make_parser
from build_tools.project import OPTIONS, THEME, read_project
from tests.docs.conftest import DOCS
from tests.docs.walkthrough import WriteFile, steps_of, untested_blocks

COMMANDS = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
SETTINGS_PAGE = DOCS / "reference" / "settings.md"
SETTINGS = SETTINGS_PAGE.read_text(encoding="utf-8")
SET_BY_THE_PROGRAM = {"as_of", "live_reload"}
_HEADING = re.compile(r"^## (.+?) \{ #([\w-]+) \}$", re.MULTILINE)


def sections(text: str) -> dict[str, str]:
    """Each second-level section of a page by its heading."""
    parts = _HEADING.split(text)
    return dict(zip(parts[1::3], parts[3::3], strict=True))


def shown(action: argparse.Action) -> str:
    """An option as its docs show it: `--site FOLDER`."""
    return " ".join(filter(None, (action.option_strings[-1], action.metavar if isinstance(action.metavar, str) else None)))


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    return {shown(action) for action in parser._actions if action.option_strings}


def commands() -> dict[str, argparse.ArgumentParser]:
    parser = make_parser()
    inner = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return {"practice": parser, **{f"practice {name}": command for name, command in inner.choices.items()}}


def test_every_command_has_its_section_and_the_reverse() -> None:
    assert [name for name in sections(COMMANDS) if name.startswith("practice")] == list(commands())


@pytest.mark.parametrize("name", commands())
def test_every_option_has_its_row_and_the_reverse(name: str) -> None:
    told = set(re.findall(r"^\| `(--[^`]+)` \|", sections(COMMANDS)[name], re.MULTILINE))
    assert told == options_of(commands()[name]) - ({"--help"} if name != "practice" else set())


def test_every_default_that_is_told_is_the_one_that_there_is() -> None:
    for name, parser in commands().items():
        for row in re.findall(r"^\| `(--\w[\w-]*)[^|]*\|[^|]*`([^`|]+)` by default", sections(COMMANDS)[name], re.MULTILINE):
            assert str(parser.get_default(row[0].removeprefix("--"))) == row[1]


def test_every_command_tells_what_it_does() -> None:
    for name, parser in commands().items():
        assert parser.description, name
        for action in parser._actions:
            assert action.help or isinstance(action, argparse._SubParsersAction), (name, action)


def test_every_exit_code_has_its_row() -> None:
    codes = re.findall(r"^\| (\d+) \|", sections(COMMANDS)["Exit codes"], re.MULTILINE)
    assert sorted(map(int, codes)) == [GOOD, PROBLEMS, WRONG, STOPPED]


def test_every_option_of_the_plugin_has_its_section_and_the_reverse() -> None:
    assert set(re.findall(r"^### `(\w+)`", sections(SETTINGS)["The plug-in"], re.MULTILINE)) == set(OPTIONS)


def test_every_part_of_the_foot_has_its_section_and_the_reverse() -> None:
    templates = "".join(path.read_text(encoding="utf-8") for path in sorted(THEME.rglob("*.html")))
    used = set(re.findall(r"\bguidance\.(\w+)", templates)) - SET_BY_THE_PROGRAM
    assert set(re.findall(r"^### `(\w+)`", sections(SETTINGS)["The foot of every page"], re.MULTILINE)) == used


def test_the_settings_that_are_shown_make_a_project(tmp_path: Path) -> None:
    for name in ("definitions", "docs"):
        (tmp_path / name).mkdir()
    steps = [step for step in steps_of(SETTINGS_PAGE) if isinstance(step, WriteFile)]
    assert len(steps) == 3
    for step in steps:
        step.do(tmp_path)
        project = read_project(tmp_path)
        assert project.definitions == tmp_path / "definitions"
    assert project.options.reference == ("practice_models",)
    assert untested_blocks(SETTINGS_PAGE) == []
