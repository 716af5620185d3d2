"""Builds sites for tests: the tiny project of this folder, and the project that this repository is."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from build_tools.project import Project, read_project
from build_tools.site.engine import build_site
from build_tools.site.guidance import plan_site
from tests.cases.story import SOUND

LISTENING = Path(__file__).parent / "listening"
REPOSITORY = Path(__file__).parent.parent.parent


def copy_listening(folder: Path) -> Path:
    """The tiny project in a folder of its own, with the sound library as its definitions."""
    shutil.copytree(LISTENING, folder, dirs_exist_ok=True)
    shutil.copytree(SOUND, folder / "definitions", dirs_exist_ok=True)
    return folder


def build_listening(folder: Path, as_of: date | None = None) -> Path:
    """The site of the tiny project.

    Args:
        folder: Where to put the project.
        as_of: The day by which reviews count as overdue; None leaves that to the reader's clock.
    """
    project = read_project(copy_listening(folder))
    return _build(replace(project, options=replace(project.options, as_of=as_of)))


def build_repository(folder: Path) -> Path:
    """The whole site of this repository, built anew: nothing comes from its cache and nothing is left in it."""
    return _build(replace(read_project(REPOSITORY), site=folder / "site", cache=folder / "cache"))


def _build(project: Project) -> Path:
    return build_site(project, plan_site).site
