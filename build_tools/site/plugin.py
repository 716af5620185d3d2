"""The MkDocs plug-in: `mkdocs build` and `mkdocs serve` give the whole site, made by the engine.

MkDocs' own run, the outer one, is left with nothing to do: it has no pages, and what it would write and clean lies
elsewhere, so that the last good site stands until the new one is complete.
"""

import logging
import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from build_tools.project import PACKAGE, STAMP, Project, read_config_file
from build_tools.site.config import PracticeConfig
from build_tools.site.engine import BuildResult, SiteError, SitePlan, build_site
from build_tools.site.preview import allow_reloading
from practice_models.problems import DefinitionError

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("practice")
_outer_log = logging.getLogger("mkdocs.commands.build")

_LAST = -100


class PracticePlugin(BasePlugin[PracticeConfig]):  # type: ignore[no-untyped-call]  # how MkDocs makes a class of it
    """Puts the engine in the place of MkDocs' own build."""

    def __init__(self) -> None:
        self._serving = False
        self._project: Project | None = None
        self._trouble: DefinitionError | None = None
        self._scratch = ""

    def read(self, config: MkDocsConfig) -> Project:
        """The project of a configuration, with what the command line of MkDocs has put in its place."""
        project = read_config_file(Path(config.config_file_path), os.environ)
        return replace(project, site=Path(config.site_dir).resolve(), strict=config.strict)

    def plan(self, project: Project) -> SitePlan:
        """The plan of the project's site."""
        from build_tools.site.guidance import plan_site  # noqa: PLC0415  not loaded where nothing has changed

        return plan_site(project)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether the site is for a preview; by being here, keep this object between rebuilds."""
        self._serving = command == "serve"

    @event_priority(_LAST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """The configuration of a run with nothing to do, which watches all that the site is made from."""
        project = self._read_or_keep(config)
        templates = PACKAGE / "pages" / "templates"
        watched = (project.definitions, templates, *project.themes, *project.watched)
        config.watch.extend(str(path) for path in watched if path.exists())
        self._scratch = tempfile.mkdtemp(prefix="practice-")
        _outer_log.setLevel(logging.WARNING)  # it would tell of folders that are not the site's
        config.site_dir = self._scratch
        config.nav = None
        config.extra_templates = []
        config.theme.static_templates = set()
        return config

    @event_priority(_LAST)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """No files at all."""
        return Files([])

    @event_priority(_LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Build the site with the engine; while it is being served, a failure leaves the last good one."""
        project = self._end_run(config)
        try:
            if self._trouble:
                raise self._trouble
            log.info(_tell(build_site(project, self.plan)))
        except (DefinitionError, SiteError) as error:
            if not self._serving or not (project.site / STAMP).is_file():
                raise PluginError(str(error)) from error
            log.error(f"{error}\nThe last good site is still shown.")  # noqa: TRY400  the problems say all

    def on_build_error(self, *, error: Exception) -> None:
        """Remove what the outer run has written."""
        _outer_log.setLevel(logging.NOTSET)
        shutil.rmtree(self._scratch, ignore_errors=True)

    def on_serve(self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: "Callable[..., None]") -> "LiveReloadServer":
        """The server, whose pages may reload."""
        application = server.get_app()
        if application is not None:
            server.set_app(allow_reloading(application))
        return server

    def _read_or_keep(self, config: MkDocsConfig) -> Project:
        """The project; while it is being served and its configuration is wrong, the project as it was."""
        self._trouble = None
        try:
            self._project = self.read(config)
        except DefinitionError as error:
            if not self._serving or self._project is None:
                raise PluginError(str(error)) from error
            self._trouble = error
        return self._project

    def _end_run(self, config: MkDocsConfig) -> Project:
        """Give the configuration its folder back, for commands that go on with the site, and clear up."""
        assert self._project is not None, "on_config comes first"  # noqa: S101
        config.site_dir = str(self._project.site)
        _outer_log.setLevel(logging.NOTSET)
        shutil.rmtree(self._scratch, ignore_errors=True)
        return self._project


def _tell(result: BuildResult) -> str:
    if not result.changed:
        return "nothing has changed; the site is as it was"
    written = sum(result.rendered.values())
    return f"{written} of {result.pages} pages written anew, in {len(result.rendered)} volumes"
