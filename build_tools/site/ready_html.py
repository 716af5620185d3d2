"""Takes the HTML of generated pages as it is: Markdown need not parse what is HTML already.

A generated page is headings with HTML between them. Python-Markdown finds the end of each block of HTML with a parser, twice
over with MkDocs' own look for anchors, and that is most of the time a page takes. The result is the same without.
"""

import re
from collections.abc import Iterator

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_BEFORE_RAW_HTML = 28
"""Its place among preprocessors: after line ends are settled (30), before MkDocs (21) and Markdown (20) look for HTML."""
_HEADING = re.compile(r"#{1,6} ")
_BLOCK = re.compile(r"<(?P<name>[a-z][a-z0-9]*)[\s>]")


class ReadyHtml(Extension):
    """Sets the HTML between headings aside before anything looks into it; for pages that hold nothing else."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Markdown's name for it
        """Register with a converter."""
        md.preprocessors.register(_SetAside(md), "practice-ready-html", _BEFORE_RAW_HTML)


class _SetAside(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """The lines, each stretch of HTML in them replaced by a mark that Markdown fills in again at the end."""
        return list(self._set_aside(lines))

    def _set_aside(self, lines: list[str]) -> Iterator[str]:
        html: list[str] = []
        for line in lines:
            if _HEADING.match(line):
                yield from self._kept(html)
                html = []
                yield line
            else:
                html.append(line)
        yield from self._kept(html)

    def _kept(self, lines: list[str]) -> Iterator[str]:
        """A stretch between two headings: set aside where it is blocks of HTML, and nothing else."""
        text = "\n".join(line for line in lines if line.strip()) if not any("<pre" in line for line in lines) else "\n".join(lines).strip()
        found = _BLOCK.match(text)
        if found is None or not text.endswith(">") or found["name"] not in self.md.block_level_elements:
            yield from lines
            return
        yield from ("", self.md.htmlStash.store(text), "", "")
