"""The project of somebody who did everything that the tutorial says; how-to pages go on from there."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from build_tools.site.lock import hold_lock
from build_tools.site.progress import Silence
from tests.docs.walkthrough import follow

DOCS = Path(__file__).parent.parent.parent / "docs"
TUTORIAL = DOCS / "tutorial" / "index.md"


@pytest.fixture(scope="session")
def environment() -> Mapping[str, str]:
    """The environment of a reader who has installed the project."""
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "CI": "true"}


@pytest.fixture(scope="session")
def tutorial(tmp_path_factory: pytest.TempPathFactory, environment: Mapping[str, str]) -> Path:
    """The tutorial's project, finished; it is made once for all processes of a test run, and not to be changed."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "tutorial" / "harbour-guidance"
    with hold_lock(folder.parent / "lock", Silence()):
        if not (folder.parent / "done").exists():
            folder.mkdir()
            follow(TUTORIAL, folder, environment, after="## 2. Make it a project")
            (folder.parent / "done").touch()
    return folder


@pytest.fixture
def project(tutorial: Path, tmp_path: Path) -> Path:
    """A copy of the tutorial's project to go on with; the project itself lies beside it as readers have it."""
    (tmp_path / "practice-guides").symlink_to(DOCS.parent)
    return Path(shutil.copytree(tutorial, tmp_path / "harbour-guidance"))
