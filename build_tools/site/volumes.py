"""All volumes of a site: those whose inputs are as they were come from the cache, the others are built side by side."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from build_tools.project import Project
from build_tools.site.building import Built, VolumeTask, build_volume
from build_tools.site.digests import digest_context, digest_modules, digest_of, digest_tree
from build_tools.site.failure import SiteError
from build_tools.site.output import VolumeOutput
from build_tools.site.plan import FRONT, REFERENCE, SitePlan
from build_tools.site.progress import Progress
from build_tools.site.store import VolumeStore
from build_tools.site.workers import workers_on
from practice_models.problems import DefinitionError, Problem

STAGE = "Building volumes"

_AT_ONCE = 2
"""So many stale volumes are built in this process; for more it is worth starting others."""


@dataclass(frozen=True, slots=True)
class SiteVolumes:
    """The volumes of a site, built."""

    outputs: tuple[VolumeOutput, ...]
    """In the plan's order."""
    rendered: dict[str, int]
    """How many pages had to be written for each volume that was not in the cache."""


def build_volumes(project: Project, plan: SitePlan, progress: Progress, executor: Executor | None) -> SiteVolumes:
    """Every volume of a site, from the cache or newly built.

    Args:
        project: The project.
        plan: What the site will be.
        progress: Hears of each volume.
        executor: Where to build; None for processes of our own.

    Raises:
        DefinitionError: Where a volume's pages cannot be written.
        SiteError: Where MkDocs, a plug-in or a template fails.
    """
    store = VolumeStore(project.cache)
    store.clean()
    tasks = tuple(_tasks(project, plan))
    outputs = {task.plan.name: store.pointed(*task.label) for task in tasks}
    stale = [task for task in tasks if outputs[task.plan.name] is None]
    stale.sort(key=lambda task: task.plan.name != REFERENCE)  # its pages take longest: it must not be left to the end
    progress.started(STAGE, len(stale))
    rendered = {}
    for done, (task, built) in enumerate(_build(stale, executor), start=1):
        outputs[task.plan.name] = store.find(built.key)
        rendered[task.plan.name] = built.rendered
        progress.advanced(STAGE, done, len(stale), task.plan.name)
    progress.finished(STAGE)
    return SiteVolumes(tuple(output for output in outputs.values() if output is not None), rendered)


def _tasks(project: Project, plan: SitePlan) -> Iterator[VolumeTask]:
    around = digest_context(project)
    asides = {
        FRONT: digest_of(digest_tree(project.docs), [digest_tree(folder) for folder in project.themes]),
        REFERENCE: digest_of([digest_modules(folder) for folder in project.reference_folders]),
    }
    for volume in plan.volumes:
        yield VolumeTask(project, volume, plan.tabs, around, asides.get(volume.name, ""))


def _build(stale: list[VolumeTask], executor: Executor | None) -> Iterator[tuple[VolumeTask, Built]]:
    """Build stale volumes, each where it is built soonest."""
    if executor is not None:
        yield from _build_elsewhere(executor, stale)
    elif len(stale) <= _AT_ONCE:
        yield from _build_with(_build_here, stale)
    else:
        with workers_on(build_volume, stale) as submit:
            yield from _build_with(submit, stale)


def _build_elsewhere(executor: Executor, stale: list[VolumeTask]) -> Iterator[tuple[VolumeTask, Built]]:
    """Build stale volumes where the caller wants them built; what is not needed any more is taken back."""
    asked: list[Future[Built]] = []

    def submit(task: VolumeTask) -> Future[Built]:
        asked.append(executor.submit(build_volume, task))
        return asked[-1]

    try:
        yield from _build_with(submit, stale)
    finally:
        for future in asked:
            future.cancel()


def _build_here(task: VolumeTask) -> Future[Built]:
    done: Future[Built] = Future()
    try:
        done.set_result(build_volume(task))
    except SiteError as error:
        done.set_exception(error)
    return done


def _build_with(submit: Callable[[VolumeTask], Future[Built]], stale: list[VolumeTask]) -> Iterator[tuple[VolumeTask, Built]]:
    """Build stale volumes; where several fail, all that is wrong is told at once."""
    futures = {submit(task): task for task in stale}
    problems: list[Problem] = []
    failures: set[str] = set()
    for future in as_completed(futures):
        try:
            built = future.result()
        except SiteError as error:
            failures.add(str(error))
        except BrokenProcessPool:
            failures.add("a process that was building volumes has died")
        else:
            problems.extend(built.problems)
            yield futures[future], built
    if problems:
        raise DefinitionError(problems)
    if failures:
        raise SiteError("\n".join(sorted(failures)))
