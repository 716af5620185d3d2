"""Follows a page of the docs as its reader would: writes its files, runs its commands, compares what they print."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```(?P<kind>\w+)(?P<options>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_OPTION = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True)
class WriteFile:
    """A file that the page tells its reader to write, or to change in one place."""

    path: str
    text: str
    replace: str = ""

    def do(self, folder: Path) -> None:
        path = folder / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.replace:
            before = path.read_text(encoding="utf-8")
            assert self.replace in before, f"{self.path} does not hold {self.replace!r}"
            path.write_text(before.replace(self.replace, self.text.strip()), encoding="utf-8")
        else:
            path.write_text(self.text, encoding="utf-8")


@dataclass(frozen=True)
class RunCommand:
    """A command that the page shows, with what it is said to print."""

    command: str
    prints: tuple[str, ...]


def steps_of(page: Path, after: str) -> Iterator[WriteFile | RunCommand]:
    """What a page asks its reader to do, in order.

    Args:
        page: A Markdown page.
        after: The heading after which to start.
    """
    text = page.read_text(encoding="utf-8")
    _, found, rest = text.partition(after)
    assert found, f"{page} has no heading {after!r}"
    for block in _BLOCK.finditer(rest):
        options = dict(_OPTION.findall(block["options"]))
        if block["kind"] == "console":
            yield from _commands(block["text"])
        elif "title" in options:
            yield WriteFile(options["title"], block["text"], options.get("replace", ""))


def _commands(text: str) -> Iterator[RunCommand]:
    command = ""
    prints: list[str] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            if command:
                yield RunCommand(command, tuple(prints))
            command, prints = line[2:], []
        else:
            prints.append(line)
    yield RunCommand(command, tuple(prints))


def run(command: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command of the page in a folder."""
    return subprocess.run(command.split(), cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False)
