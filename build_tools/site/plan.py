"""The seam: what a site is planned to be, before any page of it is written. The engine's only input beside the project."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from build_tools.pages.page import Volume
    from build_tools.project import Project

FRONT = "front"
"""The name of the volume that also holds the hand-written pages, the theme's files and the page for lost readers."""
REFERENCE = "reference"
"""The name of the volume whose pages are written from docstrings."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A top-level place of the whole site's navigation, shown on every page."""

    title: str
    uri: str
    """The page that it leads to, as a source URI: `interchange/index.md`."""
    volumes: tuple[str, ...] = ()
    """The volumes whose own navigation opens under it."""
    entry: str = ""
    """The name of the page that it leads to among what opens under it; without one, a volume's first page leads."""


@dataclass(frozen=True, slots=True)
class VolumePlan:
    """A volume that the site will have."""

    name: str
    """`front`, `reference` or an edition such as `interchange@3.0.0`."""
    prefix: str
    """The folder of the site that it fills: "", `reference` or `interchange/3.0.0`."""
    digest: str
    """A digest of everything that the volume's pages are made from. It may change too often, never too seldom."""
    make: "Callable[[], Volume]"
    """Writes the volume's pages. Called only where the digest is new, perhaps in another process: it can be pickled."""


@dataclass(frozen=True, slots=True)
class SitePlan:
    """The whole site as it will be."""

    tabs: tuple[Tab, ...]
    volumes: tuple[VolumePlan, ...]
    """The largest first, where that is known: they are built in this order."""


PlanSite: TypeAlias = "Callable[[Project], SitePlan]"
"""How the engine asks for the plan: once a build, and not at all where nothing has changed."""
