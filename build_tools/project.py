"""A project: where its parts stand and how its site is made, as its mkdocs.yml says.

MkDocs reads the same file for itself. This reading needs neither MkDocs nor any of its plug-ins, so that a build
with nothing to do can end before they are loaded.
"""

import importlib.util
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from build_tools.site.settings import Settings, read_settings
from practice_models.problems import DefinitionError, Place, Problem, nearest

CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml")
PLUGIN = "practice"
STAMP = ".practice.json"
"""The file at the top of a finished site that says what it holds."""
PACKAGE = Path(__file__).resolve().parent
"""Where this package lies."""
THEME = PACKAGE / "theme"
OPTIONS = ("definitions", "reference", "as_of")
"""What may stand under `plugins: - practice:`; the plug-in's typed options are the same."""

_PACKAGE = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*\Z")


@dataclass(frozen=True, slots=True)
class Options:
    """What an author sets under `plugins: - practice:` in mkdocs.yml."""

    definitions: str = "definitions"
    """The folder of definitions, relative to the project."""
    reference: tuple[str, ...] = ()
    """The Python packages whose docstrings become the reference."""
    as_of: date | None = None
    """The day by which reviews count as overdue; None leaves that to the reader's clock."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with definitions, hand-written pages and an mkdocs.yml."""

    root: Path
    """The project folder; paths in messages are relative to it."""
    config_file: Path
    """Its mkdocs.yml."""
    definitions: Path
    docs: Path
    site: Path
    """The folder of the finished site; it is replaced as a whole."""
    cache: Path
    """Where everything is kept that a later build can use again; it may be deleted at any time."""
    site_url: str | None = None
    """The address of the finished site, ending in a slash."""
    strict: bool = False
    """Whether a warning fails the build."""
    theme: Path = THEME
    """Our overrides of the theme that mkdocs.yml names."""
    own_theme: Path | None = None
    """The project's own overrides, its `custom_dir`; they stand before ours."""
    options: Options = field(default_factory=Options)
    inherited: tuple[Path, ...] = ()
    """Configuration files that mkdocs.yml builds on."""
    watched: tuple[Path, ...] = ()
    """Files and folders beside docs and definitions that pages are made from: hooks, `watch`."""
    reference_folders: tuple[Path, ...] = ()
    """Where the packages of the reference lie."""
    environment: tuple[tuple[str, str | None], ...] = ()
    """The environment variables that mkdocs.yml takes values from, with those values."""

    @property
    def themes(self) -> tuple[Path, ...]:
        """The folders of theme overrides, those that win first."""
        return tuple(dict.fromkeys(filter(None, (self.own_theme, self.theme))))

    @property
    def compiled(self) -> Path:
        """The folder of compiled templates."""
        return self.cache / "templates"

    @property
    def kept(self) -> Path:
        """The folder of what takes long to make: documents, comparisons."""
        return self.cache / "kept"

    def relative(self, path: Path) -> str:
        """A path as messages show it: relative to the project folder, with forward slashes."""
        return Path(os.path.relpath(path, self.root)).as_posix()


def read_project(root: Path, environment: Mapping[str, str] = MappingProxyType({})) -> Project:
    """The project that lies in a folder.

    Args:
        root: The project folder, which holds mkdocs.yml.
        environment: What `!ENV` in mkdocs.yml looks up.

    Raises:
        DefinitionError: With every problem of the configuration.
    """
    found = next((root / name for name in CONFIG_NAMES if (root / name).is_file()), None)
    if found is None:
        message = f"the folder {root} has no {CONFIG_NAMES[0]}, which makes it a project"
        raise DefinitionError([Problem(Place(CONFIG_NAMES[0]), "PG302", message)])
    return read_config_file(found, environment)


def read_config_file(config_file: Path, environment: Mapping[str, str] = MappingProxyType({})) -> Project:
    """The project that a configuration file describes.

    Args:
        config_file: An mkdocs.yml; its folder is the project folder.
        environment: What `!ENV` in it looks up.

    Raises:
        DefinitionError: With every problem of the configuration.
    """
    config_file = config_file.resolve()
    root = config_file.parent
    settings = read_settings(config_file, environment)
    options = _read_options(settings)
    project = Project(
        root=root,
        config_file=config_file,
        definitions=root / options.definitions,
        docs=root / settings.text("docs_dir", "docs"),
        site=(root / settings.text("site_dir", "site")).resolve(),
        cache=root / ".cache" / "practice",
        site_url=_with_slash(settings.text("site_url", "")),
        strict=settings.flag("strict"),
        own_theme=_own_theme(settings, root),
        options=options,
        inherited=settings.inherited,
        watched=tuple(root / each for each in _watched(settings)),
        reference_folders=tuple(filter(None, (_package_folder(name, root) for name in options.reference))),
        environment=settings.looked_up,
    )
    problems = [*settings.problems, *_check_folders(project, settings), *_check_reference(project, settings)]
    if problems:
        raise DefinitionError(problems)
    return project


def _read_options(settings: Settings) -> Options:
    """The plug-in's options; what is wrong with them is noted in the settings."""
    if not settings.has_item("plugins", PLUGIN):
        settings.blame(("plugins",), "PG202", f"the plug-in '{PLUGIN}' is missing among the plugins; add '- {PLUGIN}'")
        return Options()
    here = ("plugins", PLUGIN)
    for name in settings.names(here):
        if name not in OPTIONS:
            settings.blame((*here, name), "PG201", f"the option '{name}' is unknown{nearest(name, OPTIONS)}", on_key=True)
    default = Options()
    return Options(
        definitions=settings.text((*here, "definitions"), default.definitions),
        reference=tuple(settings.texts((*here, "reference"))),
        as_of=_read_day(settings, (*here, "as_of")),
    )


def _read_day(settings: Settings, path: tuple[str, ...]) -> date | None:
    text = settings.text(path, "")
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        settings.blame(path, "PG205", f"'{text}' is not a day; write it as 2026-11-23")
        return None


def _with_slash(url: str) -> str | None:
    return f"{url.rstrip('/')}/" if url else None


def _own_theme(settings: Settings, root: Path) -> Path | None:
    custom = settings.text(("theme", "custom_dir"), "") if settings.names(("theme",)) else ""
    return root / custom if custom else None


def _watched(settings: Settings) -> Iterator[str]:
    yield from settings.texts("hooks")
    yield from settings.texts("watch")


def _package_folder(name: str, root: Path) -> Path | None:
    """The folder of a package, in the project first; nothing of the package is run."""
    if not _PACKAGE.match(name):
        return None
    top, *inner = name.split(".")
    if (root / top).is_dir():
        return root.joinpath(top, *inner)
    found = importlib.util.find_spec(top)
    places = list(found.submodule_search_locations or ()) if found else []
    return Path(places[0], *inner) if places else None


def _check_folders(project: Project, settings: Settings) -> Iterator[Problem]:
    """Report folders that are missing, and a site that would replace what it is made from."""
    here = ("plugins", PLUGIN, "definitions")
    for path, folder, what in ((here, project.definitions, "definitions"), (("docs_dir",), project.docs, "hand-written pages")):
        if not folder.is_dir():
            yield settings.problem(path, "PG302", f"there is no folder '{project.relative(folder)}' for the {what}")
    replaced = _replaced(project)
    if replaced is not None:
        yield settings.problem(("site_dir",), "PG207", f"{replaced}; give it a folder of its own")


def _replaced(project: Project) -> str | None:
    """What the site would replace of that from which it is made, or None."""
    sources = (project.root, project.definitions, project.docs, *project.themes, *project.reference_folders)
    found = next((source for source in sources if source.resolve().is_relative_to(project.site)), None)
    return f"the site would replace '{project.relative(found)}', from which it is made" if found is not None else None


def check_place(project: Project) -> None:
    """Make sure that the folder of the site may be replaced, wherever its name came from.

    Raises:
        DefinitionError: Where it holds sources of the site, or something that is no site.
    """
    fault = _replaced(project)
    if fault is None and project.site.exists() and not _may_go(project.site):
        fault = f"the folder '{project.relative(project.site)}' holds something that is no site, which would be lost"
    if fault is not None:
        raise DefinitionError([Problem(Place(project.config_file.name), "PG207", f"{fault}; give the site a folder of its own")])


def _may_go(folder: Path) -> bool:
    """Whether a folder is empty but for hidden files, or holds a site, whoever made it."""
    if any((folder / name).is_file() for name in ("index.html", STAMP)):
        return True
    return folder.is_dir() and all(path.name.startswith(".") for path in folder.iterdir())


def _check_reference(project: Project, settings: Settings) -> Iterator[Problem]:
    """Report reference packages whose names cannot be packages or lead nowhere."""
    for place, name in enumerate(project.options.reference):
        path = ("plugins", PLUGIN, "reference", place)
        if not _PACKAGE.match(name):
            yield settings.problem(path, "PG205", f"'{name}' is no name of a package; write it as Python imports it")
            continue
        folder = _package_folder(name, project.root)
        if folder is None or not folder.is_dir():
            yield settings.problem(path, "PG302", f"there is no package '{name}' in the project or among the installed ones")
