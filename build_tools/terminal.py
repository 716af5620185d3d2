"""How the command line speaks: progress that moves on a terminal, plain lines in a log, and a server's messages."""

import logging
import os
import shutil
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Self, TextIO

from practice_models.problems import Problem

_BAR = 24


class TerminalProgress:
    """Shows a build's stages: one moving line on a terminal, one plain line a step elsewhere.

    Used as a context, it leaves a clean line behind however the build ends.

    Args:
        out: Where to show it; by default, the standard error of now.
        moving: Whether the line may move; by default, whether `out` is a terminal that can.
    """

    def __init__(self, out: TextIO | None = None, moving: bool | None = None) -> None:
        self._out = out or sys.stderr
        self._moving = can_move(self._out) if moving is None else moving
        self._width = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if not isinstance(error, BrokenPipeError):
            self._clear()

    def started(self, stage: str, total: int) -> None:
        """Show that a stage has begun."""
        if self._moving:
            self._show(f"{stage} …")
        else:
            self._line(stage)

    def advanced(self, stage: str, done: int, total: int, what: str) -> None:
        """Show how far a stage has come."""
        if self._moving:
            filled = round(_BAR * done / total) if total else 0
            self._show(f"{stage} [{'█' * filled}{'·' * (_BAR - filled)}] {done} of {total}  {what}")
        else:
            self._line(f"{stage}: {done} of {total}, {what}")

    def finished(self, stage: str) -> None:
        """Show that a stage has ended."""
        self._clear()

    def warned(self, message: str) -> None:
        """Show something that is not as it should be."""
        self._clear()
        self._line(f"warning: {message}")

    def _clear(self) -> None:
        if self._width:
            self._show("")
            self._out.write("\r")
            self._out.flush()

    def _show(self, text: str) -> None:
        """Put a text in the place of the moving line; one too long for the terminal would leave its end behind."""
        text = text[: shutil.get_terminal_size().columns - 1]
        self._out.write(f"\r{text.ljust(self._width)}")
        self._out.flush()
        self._width = len(text)

    def _line(self, text: str) -> None:
        self._out.write(f"{text}\n")
        self._out.flush()


def can_move(out: TextIO) -> bool:
    """Whether a line may move there: on a terminal that a person watches, and not in continuous integration."""
    return out.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")


def show_log(out: TextIO | None = None) -> None:
    """Show what a server tells of itself from now on: its address, every rebuild, what went wrong."""
    handler = logging.StreamHandler(out or sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


def show_problems(problems: Sequence[Problem], out: TextIO | None = None) -> None:
    """Show problems, one a line, and how many there are."""
    for problem in problems:
        print(problem, file=out or sys.stderr)
    files = len({problem.place.file for problem in problems})
    print(f"{count(len(problems), 'problem')} in {count(files, 'file')}", file=out or sys.stderr)


def count(number: int, word: str) -> str:
    """A number with its word, such as `1 page` or `2 pages`."""
    return f"{number} {word}{'s' * (number != 1)}"


def fall_silent() -> None:
    """Write nothing more: whoever read our output has gone away, and Python would complain of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())
