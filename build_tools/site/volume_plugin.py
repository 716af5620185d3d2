"""What turns a MkDocs run into the build of one volume at its place in the site."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemBytecodeCache
from markupsafe import escape
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page

from build_tools.pages.page import Volume
from build_tools.site.escaping import strip_tags
from build_tools.site.navigation import page_titles
from build_tools.site.plan import FRONT
from build_tools.site.volume_pages import NOTHING, VolumePage

if TYPE_CHECKING:
    from mkdocs.utils.templates import TemplateContext

_FIRST = 100
_LAST = -100
_LEFT_OUT = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
_CLOCK = ("build_date_utc",)
"""What MkDocs hands to templates that differs from run to run."""


class VolumePlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # how MkDocs makes a class of it
    """Gives a run the volume's pages and keeps everything else of the site out of it.

    Args:
        volume: What is built.
        home: The title of the home page, for volumes that do not hold it.
        known: The digest of each page whose output can be used again.
        compiled: The folder of compiled templates.
    """

    def __init__(self, volume: Volume, home: str, known: Mapping[str, str], compiled: Path) -> None:
        self._volume = volume
        self._home = home
        self._known = known
        self._compiled = compiled
        self.pages: list[VolumePage] = []
        """The pages of the run, once its files are known."""

    @event_priority(_FIRST)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The volume's files: its pages and, for the front, the hand-written ones and those of docs and theme."""
        kept = {file.src_uri: file for file in files} if self._volume.name == FRONT else {}
        for page in self._volume.pages:
            kept[page.uri] = File.generated(config, page.uri, content="", inclusion=InclusionLevel.INCLUDED)
        made = {page.uri: page for page in self._volume.pages}
        titles = dict(page_titles(self._volume.nav))
        self.pages = [
            VolumePage(file, config, made.get(uri), titles.get(uri), self._known.get(uri))
            for uri, file in kept.items()
            if file.is_documentation_page() and file.inclusion not in _LEFT_OUT
        ]
        return Files(kept.values())

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """The navigation with a home: the home page itself, or a link to it."""
        if nav.homepage is None:
            nav.homepage = Link(escape(self._home), "./")  # type: ignore[assignment]
        return nav

    @event_priority(_LAST)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """The templates' environment, with filters that keep text escaped and with compiled templates kept on disk.

        Pages that are no documents belong to the front, but the sitemap to the whole site. They are dropped only here:
        dropped earlier, their templates would be copied to the site as files of the theme.
        """
        kept = config.theme.static_templates - {"sitemap.xml"}
        config.theme.static_templates = kept if self._volume.name == FRONT else set()
        self._compiled.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(self._compiled))
        env.loader = ChoiceLoader([DictLoader({NOTHING: ""}), *([env.loader] if env.loader else [])])
        env.filters["striptags"] = strip_tags
        return env

    def on_template_context(self, context: "TemplateContext", *, template_name: str, config: MkDocsConfig) -> "TemplateContext":
        """The context of a page that is no document, without the clock."""
        return _without_clock(context)

    def on_page_context(self, context: "TemplateContext", *, page: Page, config: MkDocsConfig, nav: Navigation) -> "TemplateContext":
        """The context of a page, without the clock."""
        return _without_clock(context)


def _without_clock(context: "TemplateContext") -> "TemplateContext":
    for name in _CLOCK:
        context.pop(name, None)  # type: ignore[misc]
    return context
