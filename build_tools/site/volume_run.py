"""One MkDocs run over one volume: same mkdocs.yml and theme as the whole site, only its own pages."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateError
from mkdocs.commands.build import build
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from build_tools.pages.page import Volume
from build_tools.project import PLUGIN, Project
from build_tools.site.digests import walk
from build_tools.site.failure import SiteError
from build_tools.site.navigation import navigation
from build_tools.site.plan import FRONT, REFERENCE, Tab
from build_tools.site.ready_html import ReadyHtml
from build_tools.site.volume_plugin import VolumePlugin

_UNWANTED = frozenset({PLUGIN, "search", "material/search"})
"""Plug-ins that have no part in any volume: the site is searched as a whole."""
_FOR_REFERENCE = frozenset({"mkdocstrings", "autorefs"})
_LINKS_UNCHECKED = dict.fromkeys(("omitted_files", "not_found", "absolute_links", "unrecognized_links", "anchors"), "ignore")
"""Links are checked on the finished site, across volumes."""


@dataclass(frozen=True, slots=True)
class RunPage:
    """A page of a run."""

    uri: str
    path: str
    """The file that it becomes, relative to the site."""
    digest: str
    ready: bool
    """Whether its output was known, so that the run wrote no file."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run wrote."""

    pages: tuple[RunPage, ...]
    warnings: tuple[str, ...]


def run_volume(project: Project, volume: Volume, tabs: tuple[Tab, ...], known: Mapping[str, str], out: Path) -> RunResult:
    """The pages of a volume, written to a folder at their place in the site.

    Args:
        project: The project.
        volume: What to write.
        tabs: The top-level places of the whole site.
        known: The digests of pages, by URI, whose output is known already and need not be written.
        out: An empty folder that stands for the site.

    Raises:
        SiteError: Where MkDocs, a plug-in or a template fails.
    """
    with _listening() as warnings:
        try:
            config = _configure(project, volume, tabs, out)
            plugin = VolumePlugin(volume, tabs[0].title if tabs else "Home", known, project.compiled)
            config.plugins["practice-volume"] = plugin
            build(config)
        except (MkDocsException, ValidationError, TemplateError) as error:
            raise SiteError(_explain(volume, error, warnings)) from error
    pages = tuple(RunPage(page.file.src_uri, page.file.dest_uri, page.digest, page.ready) for page in plugin.pages)
    return RunResult(pages, tuple(warnings))


_RELIED_ON = ("attr_list", "toc", "tables")


def _explain(volume: Volume, error: Exception, warnings: list[str]) -> str:
    place = f"{error.filename}:{error.lineno}: " if hasattr(error, "lineno") and hasattr(error, "filename") else ""
    return "\n".join([f"{place}the volume '{volume.name}' cannot be built: {error}", *warnings])


def _configure(project: Project, volume: Volume, tabs: tuple[Tab, ...], out: Path) -> MkDocsConfig:
    """The site's configuration, narrowed to one volume."""
    config = MkDocsConfig(config_file_path=str(project.config_file))
    with project.config_file.open("rb") as file:
        config.load_file(file)
    front = volume.name == FRONT
    patch: dict[str, Any] = {
        "plugins": list(_plugins(config["plugins"], volume, project)),
        "nav": navigation(volume, tabs, {page.uri for page in volume.pages} | (_hand_written(project) if front else set())),
        "docs_dir": str(project.docs if front else _empty(project)),
        "site_dir": str(out),
        "site_url": project.site_url or "",
        "use_directory_urls": True,
        "markdown_extensions": _extensions(config["markdown_extensions"]),
        "strict": False,
        "validation": _LINKS_UNCHECKED,
    }
    config.load_dict(patch if front else {**patch, "extra_templates": []})
    errors, _ = config.validate()
    if errors:
        raise SiteError("\n".join(f"{project.config_file.name}: {key}: {error}" for key, error in errors))
    _put_theme_in(config, project)
    if volume.name not in (FRONT, REFERENCE):
        config.markdown_extensions.append(ReadyHtml())  # type: ignore[arg-type]  # Markdown takes extensions as well as their names
    if not front:
        _hide_theme_files(config)
    if project.options.as_of:
        config.extra["guidance"] = {**(config.extra.get("guidance") or {}), "as_of": project.options.as_of.isoformat()}
    return config


def _plugins(listed: Any, volume: Volume, project: Project) -> Iterator[str | dict[str, Any]]:
    """The plug-ins that mkdocs.yml lists, without those that this volume does not need."""
    items = [{name: options} for name, options in listed.items()] if isinstance(listed, dict) else list(listed or ())
    names = {next(iter(item)) if isinstance(item, dict) else item for item in items}
    for item in items:
        name = next(iter(item)) if isinstance(item, dict) else item
        if name not in _UNWANTED and (name not in _FOR_REFERENCE or volume.name == REFERENCE):
            yield item
    if volume.name == REFERENCE and "mkdocstrings" not in names:
        yield {"mkdocstrings": {"handlers": {"python": {"paths": [str(project.root)]}}}}


def _extensions(listed: Any) -> list[Any]:
    """The Markdown extensions that mkdocs.yml lists, and those that generated pages rely on: headings have ids."""
    items = [{name: options} for name, options in listed.items()] if isinstance(listed, dict) else list(listed or ())
    names = {next(iter(item)) if isinstance(item, dict) else item for item in items}
    return [*items, *(name for name in _RELIED_ON if name not in names)]


def _hand_written(project: Project) -> set[str]:
    return {path.relative_to(project.docs).as_posix() for path in walk(project.docs) if path.suffix == ".md"}


def _empty(project: Project) -> Path:
    folder = project.cache / "empty"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _put_theme_in(config: MkDocsConfig, project: Project) -> None:
    """Let our theme's files stand before those of the theme that it overrides, and behind the project's own."""
    if project.theme.is_dir() and str(project.theme) not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(project.theme))


def _hide_theme_files(config: MkDocsConfig) -> None:
    """Spare a run the search for the theme's files among thousands of icons: only the front writes them."""
    get_env = config.theme.get_env

    def get_env_without_files() -> Environment:
        env = get_env()
        env.list_templates = lambda *_, **__: []  # type: ignore[method-assign]
        return env

    config.theme.get_env = get_env_without_files  # type: ignore[method-assign]


@contextmanager
def _listening() -> Iterator[list[str]]:
    """The warnings that MkDocs logs meanwhile; nothing of its log is shown."""
    logger = logging.getLogger("mkdocs")
    before = logger.handlers, logger.level, logger.propagate
    heard = _Listener()
    logger.handlers, logger.propagate = [heard], False
    logger.setLevel(logging.WARNING)
    try:
        yield heard.warnings
    finally:
        logger.handlers, logger.propagate = before[0], before[2]
        logger.setLevel(before[1])


class _Listener(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.warnings.append(record.getMessage())
