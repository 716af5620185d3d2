"""The plug-in with the plan of the invented project and the theme that mkdocs.yml names, as the plug-in's entry point in tests."""

from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from build_tools.project import Project
from build_tools.site.engine import SitePlan
from build_tools.site.plugin import PracticePlugin
from tests.build_tools.site import invented


class InventedPlugin(PracticePlugin):  # type: ignore[no-untyped-call]  # how MkDocs makes a class of it
    """The plug-in over an invented project."""

    def read(self, config: MkDocsConfig) -> Project:
        return replace(super().read(config), theme=Path("/no theme of our own"))

    def plan(self, project: Project) -> SitePlan:
        return invented.plan_site(project)
