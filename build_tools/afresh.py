"""Forgetting what earlier builds have kept, so that the next one makes everything anew."""

import shutil

from build_tools.project import STAMP, Project
from build_tools.site.lock import hold_lock
from build_tools.site.progress import Progress
from build_tools.site.stamp import stamp_site

_NOTHING = "made from something else"
"""What no site is made from: a site with this stamp is never current."""


def forget_builds(project: Project, progress: Progress) -> None:
    """Empty a project's cache and count its site as out of date; the site itself stays whole.

    Args:
        project: The project.
        progress: Hears where another build has to be waited for.
    """
    with hold_lock(project.cache, progress):
        for folder in project.cache.iterdir():
            if folder.is_dir():
                shutil.rmtree(folder)
        if (project.site / STAMP).is_file():
            stamp_site(project.site, _NOTHING)
