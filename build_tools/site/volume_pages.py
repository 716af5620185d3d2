"""The pages of one volume as MkDocs handles them: written, hand-written, or ready since an earlier build."""

import hashlib
import posixpath
from collections.abc import MutableMapping
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from build_tools.pages import page as values
from build_tools.site.context import seen_by_others
from build_tools.site.digests import digest_page
from build_tools.site.escaping import escape_data, heading_line

NOTHING = "practice-nothing.html"
"""An empty template: MkDocs writes no file for a page that comes out empty."""


class VolumePage(Page):
    """A page of a volume.

    Args:
        file: The file that MkDocs knows it by.
        config: The configuration of the run.
        made: The page as a value; None for a hand-written one.
        title: Its name in the navigation, where it stands there.
        known: Its digest in the output that can be used again, if it has any there.
    """

    def __init__(self, file: File, config: MkDocsConfig, made: values.Page | None, title: str | None, known: str | None) -> None:
        self._data: MutableMapping[str, Any] = {}
        self._seen: MutableMapping[str, Any] = {}
        self._is_rendered = False
        name = title or (made.title if made else None)
        super().__init__(escape(name) if name is not None else None, file, config)
        self.update_date = ""
        self.made = made
        self.digest = digest_page(made) if made else hashlib.sha256(file.content_bytes).hexdigest()
        self.ready = self.digest == known

    @property
    def meta(self) -> MutableMapping[str, Any]:
        """The page's data: all of it while the page itself is made, and what others may see of it at other times."""
        return self._seen if self._is_rendered and not self.active else self._data

    @meta.setter
    def meta(self, value: MutableMapping[str, Any]) -> None:
        self._data = value

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the page's Markdown and data; of a page that is ready, only what others see of it."""
        if self.made:
            self.markdown = f"{heading_line(self.made.title)}\n\n{self.made.body}"
            self.meta = escape_data({**self.made.meta, "title": self.made.title})
            self._seen = seen_by_others(self.meta)
        elif not self.ready:
            super().read_source(config)
            self.meta = {"pg": {"kind": "doc"}, **escape_data(self.meta)}
        if self.ready:
            self.markdown, self.meta = "", {"template": NOTHING}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Turn the Markdown into HTML; of a page that is ready there is nothing to turn."""
        if self.ready:
            self.content, self.toc = "", TableOfContents([])
        else:
            super().render(config, SiteFiles(files))
        self._is_rendered = True


class SiteFiles(Files):
    """The files of a volume, and every other file that a link may name, as if the whole site were one run.

    MkDocs turns a link to a source file into an address only where it knows the file. Which addresses exist is
    checked on the finished site.
    """

    def get_file_from_path(self, path: str) -> File | None:
        """The file at a source path, or one with the address that such a file would have."""
        found = super().get_file_from_path(path)
        if found is None and posixpath.splitext(path)[1]:
            return File(path, None, "", use_directory_urls=True)
        return found
