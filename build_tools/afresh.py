"""Forgetting what earlier builds have kept, so that the next one makes everything anew."""

import shutil

from build_tools.project import Project
from build_tools.site.lock import hold_lock
from build_tools.site.progress import Progress


def forget_builds(project: Project, progress: Progress) -> None:
    """Empty a project's cache, with the memory of what its site was made from; the site itself stays whole.

    Args:
        project: The project.
        progress: Hears where another build has to be waited for.
    """
    with hold_lock(project.cache, progress):
        for folder in project.cache.iterdir():
            if folder.is_dir():
                shutil.rmtree(folder)
