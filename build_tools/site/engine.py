"""The engine of the site: `practice build`, `mkdocs build` and `mkdocs serve` all end here.

The seam
--------
The engine knows nothing of definitions. Who calls it gives it a function from a project to the plan of its site::

    def plan_site(project: Project) -> SitePlan: ...

    SitePlan(tabs=(Tab("Guides", "interchange/index.md", volumes=("interchange@3.0.0",)), …),
             volumes=(VolumePlan("interchange@3.0.0", "interchange/3.0.0", digest, make), …))

- `plan_site` is called once a build, and not at all where nothing has changed since the site was stamped.
  It raises `DefinitionError` for definitions that are not sound.
- `VolumePlan.digest` names everything that the volume's pages are made from: definitions, templates, the editions that
  its chooser shows. The engine adds configuration, theme, program and packages by itself. A digest that changes too
  often costs little, for pages are compared one by one before MkDocs sees them.
- `VolumePlan.make` writes the pages. It is called only where the digest is new, and may be called in another process:
  it is a module's function or a `functools.partial` of one.
"""

from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path

from build_tools.project import Project, check_place
from build_tools.site.collector import collector_off
from build_tools.site.digests import digest_inputs
from build_tools.site.failure import SiteError
from build_tools.site.lock import hold_lock
from build_tools.site.plan import FRONT, REFERENCE, PlanSite, SitePlan, Tab, VolumePlan
from build_tools.site.progress import Progress, Silence
from build_tools.site.stamp import is_current
from build_tools.site.swap import recover

__all__ = [
    "FRONT",
    "REFERENCE",
    "BuildResult",
    "PlanSite",
    "Progress",
    "Silence",
    "SiteError",
    "SitePlan",
    "Tab",
    "VolumePlan",
    "build_site",
]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """How a build ended well."""

    site: Path
    """The folder of the finished site."""
    changed: bool = False
    """Whether it had to be made again."""
    pages: int = 0
    """How many pages it has; 0 where nothing was looked at."""
    rendered: Mapping[str, int] = field(default_factory=dict)
    """How many pages had to be written for each volume that was not in the cache."""


def build_site(project: Project, plan_site: PlanSite, *, progress: Progress | None = None, executor: Executor | None = None) -> BuildResult:
    """The site of a project, built where anything has changed, and otherwise as it stands.

    Args:
        project: The project.
        plan_site: Gives the plan of its site; see the top of this module.
        progress: Hears how the build goes.
        executor: Where volumes are built; None for processes of our own.

    Raises:
        DefinitionError: With every problem of the definitions or of the finished pages.
        SiteError: Where a tool fails.
    """
    progress = progress or Silence()
    check_place(project)
    with hold_lock(project.cache, progress), collector_off():
        recover(project.site)
        inputs = digest_inputs(project)
        if is_current(project, inputs):
            return BuildResult(project.site)
        from build_tools.site.pipeline import make_site  # noqa: PLC0415  a build with nothing to do ends before this is loaded

        volumes = make_site(project, plan_site, inputs, progress, executor)
    pages = sum(len(output.pages) for output in volumes.outputs)
    return BuildResult(project.site, changed=True, pages=pages, rendered=volumes.rendered)
