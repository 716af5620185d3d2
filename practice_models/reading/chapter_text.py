"""A chapter's Markdown as YAML, line for line, so that it is read, checked and located like any other definition.

The head between two lines of `---` is YAML already. Each heading below it opens an entry of `sections`; the blank line after
it opens its text; every other line is a line of that text.
"""

import re
from collections.abc import Iterator

from practice_models.reading.yaml_text import Data, Fault, TextError

_FENCE = "---"
_HEADING = re.compile(r"## +(?P<title>\S(?:.*\S)?) *\{#(?P<id>[a-z][a-z0-9-]*)\} *\Z")
_CODE = re.compile(r"(?:```|~~~)")
_BREAK = re.compile("[\r\u0085\u2028\u2029]")
"""What ends a line for YAML and not for Markdown."""


def is_chapter(file: str) -> bool:
    """Whether a definition file is a chapter: Markdown in a folder called `chapters`."""
    return file.endswith(".md") and "chapters" in file.split("/")[:-1]


def chapter_as_yaml(raw: bytes) -> bytes:
    """The same file as YAML, with everything on the line where it stands.

    Args:
        raw: The whole file.

    Raises:
        TextError: Where there is no head, a heading lacks its id, text stands before the first heading, or a line is broken
            by a sign that only YAML takes for the end of one.
    """
    lines = raw.decode("utf-8-sig", errors="surrogateescape").replace("\r\n", "\n").split("\n")
    _check_breaks(lines)
    if lines[0].rstrip() != _FENCE or _FENCE not in [line.rstrip() for line in lines[1:]]:
        raise TextError(Fault(1, 1, "PG101", "a chapter begins with a head between two lines of '---'"))
    end = next(place for place, line in enumerate(lines) if place and line.rstrip() == _FENCE)
    text = ["", *lines[1:end], "sections:", *_sections(lines[end + 1 :], end + 2)]
    return "\n".join(text).encode("utf-8", errors="surrogateescape")


def _check_breaks(lines: list[str]) -> None:
    found = [(number, broken) for number, line in enumerate(lines, start=1) if (broken := _BREAK.search(line))]
    if found:
        raise TextError(*(Fault(number, broken.start() + 1, "PG101", _about(broken.group())) for number, broken in found))


def _about(sign: str) -> str:
    return f"the sign U+{ord(sign):04X} would end the line here; take it out, or press Enter in its place"


def _sections(lines: list[str], first: int) -> Iterator[str]:
    """The body's lines as entries of a list.

    Args:
        lines: What stands below the head.
        first: The line of the file on which it begins.
    """
    opened = waiting = in_code = False
    for number, line in enumerate(lines, start=first):
        in_code ^= bool(_CODE.match(line))
        if line.startswith("## ") and not in_code:
            yield f"  - title: {_quoted(line, number)}"
            opened = waiting = True
        elif waiting:
            if line.strip():
                raise TextError(Fault(number, 1, "PG101", "leave the line below a heading blank"))
            yield "    text: |2-"
            waiting = False
        elif opened:
            yield f"      {line}" if line.strip() else ""
        elif line.strip():
            raise TextError(Fault(number, 1, "PG101", "the text of a chapter begins with a heading, such as '## Why it matters {#why}'"))
        else:
            yield ""


def _quoted(line: str, number: int) -> str:
    if not _HEADING.match(line):
        raise TextError(Fault(number, 1, "PG101", f"the heading '{line[:60]}' lacks its id; write it as '## Why it matters {{#why}}'"))
    return '"' + line[3:].strip().replace("\\", "\\\\").replace('"', '\\"') + '"'


def split_headings(data: Data) -> Data:
    """A chapter's data with the id of each section taken out of its heading."""
    if not isinstance(data, dict) or not isinstance(data.get("sections"), tuple):
        return data
    sections = data["sections"]
    assert isinstance(sections, tuple)  # noqa: S101 - as the line above says
    return {**data, "sections": tuple(map(_split_heading, sections))}


def _split_heading(section: Data) -> Data:
    found = _HEADING.match(f"## {section['title']}") if isinstance(section, dict) else None
    if not isinstance(section, dict) or found is None:
        return section
    return {"id": found["id"], **section, "title": found["title"]}
