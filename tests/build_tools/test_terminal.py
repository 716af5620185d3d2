"""What a person at a terminal sees of a build, and what a log keeps of it."""

import io

import pytest

from build_tools.terminal import TerminalProgress, can_move, count, show_problems
from practice_models.problems import Place, Problem


class Terminal(io.StringIO):
    """A text that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)


def screen_of(text: str) -> list[str]:
    """The lines that a terminal shows in the end."""
    lines: list[str] = []
    for line in text.split("\n"):
        shown = ""
        for piece in line.split("\r"):
            shown = piece + shown[len(piece) :]
        lines.append(shown.rstrip())
    return lines


def build(progress: TerminalProgress) -> None:
    progress.started("Planning pages", 0)
    progress.finished("Planning pages")
    progress.started("Building volumes", 2)
    progress.advanced("Building volumes", 1, 2, "interchange@3.0.0")
    progress.advanced("Building volumes", 2, 2, "front")
    progress.finished("Building volumes")


def test_a_log_has_a_line_for_every_stage_and_step() -> None:
    out = io.StringIO()
    with TerminalProgress(out) as progress:
        build(progress)
    assert out.getvalue().splitlines() == [
        "Planning pages",
        "Building volumes",
        "Building volumes: 1 of 2, interchange@3.0.0",
        "Building volumes: 2 of 2, front",
    ]


def test_a_terminal_has_one_line_that_moves_and_is_clean_in_the_end() -> None:
    out = Terminal()
    with TerminalProgress(out) as progress:
        build(progress)
    assert "[████████████············] 1 of 2  interchange@3.0.0"[:41] in out.getvalue()
    assert "\n" not in out.getvalue()
    assert screen_of(out.getvalue()) == [""]


def test_no_line_is_as_wide_as_the_terminal() -> None:
    out = Terminal()
    with TerminalProgress(out) as progress:
        progress.advanced("Building volumes", 1, 2, "a-guide-with-a-very-long-name-indeed@10.11.12")
    assert max(map(len, out.getvalue().split("\r"))) == 59


def build_badly(out: Terminal) -> None:
    with TerminalProgress(out) as progress:
        progress.started("Building volumes", 2)
        progress.advanced("Building volumes", 1, 2, "front")
        raise ValueError("broken")


def test_what_goes_wrong_stands_on_a_line_of_its_own() -> None:
    out = Terminal()
    with pytest.raises(ValueError, match="broken"):
        build_badly(out)
    out.write("an error\n")
    assert screen_of(out.getvalue()) == ["an error", ""]


def test_a_warning_does_not_run_into_the_moving_line() -> None:
    out = Terminal()
    with TerminalProgress(out) as progress:
        progress.started("Building volumes", 2)
        progress.warned("a page is odd")
        progress.advanced("Building volumes", 1, 2, "front")
    assert screen_of(out.getvalue()) == ["warning: a page is odd", ""]


@pytest.mark.parametrize(("name", "value"), [("CI", "true"), ("TERM", "dumb")])
def test_nothing_moves_where_nobody_watches(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    assert can_move(Terminal())
    assert not can_move(io.StringIO())
    monkeypatch.setenv(name, value)
    assert not can_move(Terminal())


def test_problems_are_counted_by_file() -> None:
    out = io.StringIO()
    problems = [Problem(Place(file, line, 1), "PG101", "wrong") for file, line in (("a.yaml", 1), ("a.yaml", 2), ("b.yaml", 1))]
    show_problems(problems, out)
    assert out.getvalue().splitlines()[-2:] == ["b.yaml:1:1: PG101 wrong", "3 problems in 2 files"]
    assert (count(0, "page"), count(1, "page"), count(2, "page")) == ("0 pages", "1 page", "2 pages")
