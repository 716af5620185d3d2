"""How a build shows itself to a person at a terminal, and in plain lines to a log."""

import sys
from typing import TextIO


class TerminalProgress:
    """Shows a build's stages: one moving line on a terminal, one plain line a stage elsewhere.

    Args:
        out: Where to show it.
        moving: Whether the line may move; by default, whether `out` is a terminal.
    """

    def __init__(self, out: TextIO = sys.stderr, moving: bool | None = None) -> None:
        self._out = out
        self._moving = out.isatty() if moving is None else moving
        self._width = 0

    def started(self, stage: str, total: int) -> None:
        """Show that a stage has begun."""
        if self._moving:
            self._show(f"{stage} …")

    def advanced(self, stage: str, done: int, total: int, what: str) -> None:
        """Show how far a stage has come."""
        if self._moving:
            filled = round(24 * done / total) if total else 0
            self._show(f"{stage} [{'█' * filled}{'·' * (24 - filled)}] {done} of {total}  {what}")
        else:
            self._line(f"{stage}: {done} of {total}, {what}")

    def finished(self, stage: str) -> None:
        """Show that a stage has ended."""
        if self._moving:
            self._show("")
        else:
            self._line(f"{stage}: done")

    def warned(self, message: str) -> None:
        """Show something that is not as it should be."""
        self._show("") if self._moving else None
        self._line(f"warning: {message}")

    def _show(self, text: str) -> None:
        self._out.write(f"\r{text.ljust(self._width)}" + ("" if text else "\r"))
        self._out.flush()
        self._width = len(text)

    def _line(self, text: str) -> None:
        self._out.write(f"{text}\n")
        self._out.flush()
