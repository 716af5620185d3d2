"""The site from its plan, in one sentence."""

from concurrent.futures import Executor

from build_tools.project import Project
from build_tools.site.assembly import assemble
from build_tools.site.failure import SiteError
from build_tools.site.link_check import LinkedVolume, check_links
from build_tools.site.plan import PlanSite
from build_tools.site.progress import Progress
from build_tools.site.search import Index, indexing
from build_tools.site.stamp import remember_inputs, stamp_site
from build_tools.site.store import VolumeStore
from build_tools.site.swap import begin, recover, swap_in
from build_tools.site.volumes import SiteVolumes, build_volumes
from practice_models.keeping import prune
from practice_models.problems import DefinitionError

PLANNING = "Planning pages"
ASSEMBLING = "Putting the site together"
INDEXING = "Indexing for search and checking links"

SPARE = "spare"
"""The folder of the cache that holds the site before this one: most of the next site is in its place there already."""


def make_site(project: Project, plan_site: PlanSite, inputs: str, progress: Progress, executor: Executor | None) -> SiteVolumes:
    """The site of a project, made and put in place; where anything is wrong, the old site stays.

    Args:
        project: The project.
        plan_site: Gives the plan of the site.
        inputs: The digest of everything that the site is made from.
        progress: Hears of each stage.
        executor: Where to build volumes; None for processes of our own.

    Returns:
        The volumes that it was made of.

    Raises:
        DefinitionError: With the problems of the definitions or of the finished pages.
        SiteError: Where a tool fails.
    """
    spare = project.cache / SPARE
    try:
        progress.started(PLANNING, 0)
        plan = plan_site(project)
        progress.finished(PLANNING)
        volumes = build_volumes(project, plan, progress, executor)
        _heed_warnings(project, volumes, progress)
        progress.started(ASSEMBLING, 0)
        folder = begin(project.site, spare)
        paths = assemble(project, volumes.outputs, folder)
        progress.finished(ASSEMBLING)
        progress.started(INDEXING, 0)
        with indexing(folder, volumes.outputs, project.cache) as index:
            _check(project, paths, index, volumes)
        progress.finished(INDEXING)
        stamp_site(folder, volumes.outputs)
        swap_in(project.site, spare)
        remember_inputs(project, inputs)
    finally:
        recover(project.site)
    VolumeStore(project.cache).prune({output.key for output in volumes.outputs})
    prune(project.kept)
    return volumes


def _heed_warnings(project: Project, volumes: SiteVolumes, progress: Progress) -> None:
    """Pass on what MkDocs warned of; a strict project is not built with warnings."""
    warnings = [f"{output.name}: {warning}" for output in volumes.outputs for warning in output.warnings]
    for warning in warnings:
        progress.warned(warning)
    if warnings and project.strict:
        raise SiteError("\n".join(["warnings count as errors here, for the project is strict:", *warnings]))


def _check(project: Project, paths: tuple[str, ...], index: Index, volumes: SiteVolumes) -> None:
    store = VolumeStore(project.cache)
    linked = [LinkedVolume(output, store.links(output)) for output in volumes.outputs]
    problems = list(check_links(project, paths, index, linked))
    if problems:
        raise DefinitionError(problems)
