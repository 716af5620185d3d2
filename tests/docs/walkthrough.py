"""Follows a page of the docs as its reader would: writes its files, runs its commands, compares what they print."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.docs.preview import Preview

_BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<kind>\w+)(?P<options>[^\n]*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r'\btitle="([^"]*)"')
_TYPED = ("yaml", "markdown", "css")
_KEY = re.compile(r"^[a-z_]+(?=:)", re.MULTILINE)
CHANGE, ADD, STOP = "change", "add", "Ctrl-C"


@dataclass(frozen=True)
class WriteFile:
    """A file that the page tells its reader to write, or to change: its title says so after ` · `."""

    path: str
    text: str
    how: str = ""
    """Nothing for a whole file; `change these lines`, by their keys; `add at the end`."""

    def do(self, folder: Path) -> None:
        path = folder / self.path
        if self.how.startswith(ADD):
            path.write_text(path.read_text(encoding="utf-8") + self.text, encoding="utf-8")
        elif self.how.startswith(CHANGE):
            path.write_text(_changed(path.read_text(encoding="utf-8"), self.text), encoding="utf-8")
        else:
            assert not self.how, f"a reader would not know what '{self.how}' asks for"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.text, encoding="utf-8")


@dataclass(frozen=True)
class RunCommand:
    """A command that the page shows, with what it is said to print."""

    command: str
    prints: tuple[str, ...]

    @property
    def serves(self) -> bool:
        """Whether it runs until it is stopped."""
        return self.command.split()[:2] in (["practice", "serve"], ["mkdocs", "serve"])

    def do(self, folder: Path, environment: Mapping[str, str]) -> None:
        done = subprocess.run(
            ["bash", "-c", self.command], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
        said = (done.stdout + done.stderr).splitlines()
        ends_badly = any(": PG" in line for line in self.prints)
        assert done.returncode == (1 if ends_badly else 0), (self.command, said)
        missing = [line for line in self.prints if line not in said]
        assert not missing, (self.command, said)


@dataclass(frozen=True)
class StopServer:
    """The page tells its reader to press Ctrl-C."""


Step = WriteFile | RunCommand | StopServer


def steps_of(page: Path, after: str = "") -> Iterator[Step]:
    """What a page asks its reader to do, in order.

    Args:
        page: A Markdown page.
        after: The heading after which to start.
    """
    _, found, rest = page.read_text(encoding="utf-8").partition(after) if after else ("", "all", page.read_text(encoding="utf-8"))
    assert found, f"{page} has no heading {after!r}"
    end = 0
    for block in _BLOCK.finditer(rest):
        if STOP in rest[end : block.start()]:
            yield StopServer()
        end = block.end()
        title = _TITLE.search(block["options"])
        if block["kind"] == "console":
            yield from _commands(block["text"])
        elif title:
            path, _, how = title[1].partition(" · ")
            yield WriteFile(path, block["text"], how)


def untested_blocks(page: Path) -> list[str]:
    """The blocks of a page that look like files but say no name, so that nobody can tell whether they work."""
    blocks = _BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [block["text"] for block in blocks if block["kind"] in _TYPED and not _TITLE.search(block["options"])]


def follow(page: Path, folder: Path, environment: Mapping[str, str], after: str = "") -> None:
    """Do everything that a page asks for. A server runs until the page stops it, and must hear of each change.

    Args:
        page: A Markdown page.
        folder: Where its reader works.
        environment: The environment of its commands.
        after: The heading after which to start.
    """
    preview: Preview | None = None
    try:
        for step in steps_of(page, after):
            if isinstance(step, WriteFile):
                step.do(folder)
                if preview:
                    preview.hear_of_a_change()
            elif isinstance(step, StopServer):
                assert preview, "there is no server to stop"
                assert preview.stop() == 0, preview.said
                preview = None
            else:
                assert not preview, f"'{step.command}' comes while the server has the terminal"
                if step.serves:
                    preview = Preview(step.command, folder, environment)
                else:
                    step.do(folder, environment)
    finally:
        if preview:
            preview.stop()


def _changed(text: str, lines: str) -> str:
    """A file with some of its top-level keys changed, or added where it has none of the name."""
    for key, part in _parts(lines):
        before = dict(_parts(text)).get(key)
        text = text.replace(before, part) if before else f"{text}{part}"
    return text


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Each top-level key of a YAML text with its lines."""
    starts = [found.start() for found in _KEY.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end]
        yield part.partition(":")[0], part


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
