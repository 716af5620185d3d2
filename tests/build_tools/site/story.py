"""A story of one project: write it, build it, look, change it, build again."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from build_tools.project import Project, read_project
from build_tools.site.engine import BuildResult, SiteError, build_site
from build_tools.site.plan import PlanSite
from tests.build_tools.site import invented

Result = TypeVar("Result")


class Here(Executor):
    """An executor that does everything at once, in this process."""

    def __init__(self) -> None:
        self.tasks: list[Any] = []

    def submit(self, function: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        self.tasks.append(args)
        future: Future[Result] = Future()
        try:
            future.set_result(function(*args, **kwargs))
        except (SiteError, KeyboardInterrupt) as error:
            future.set_exception(error)
        return future


class Heard:
    """A progress that keeps what it hears."""

    def __init__(self) -> None:
        self.stages: list[str] = []
        self.steps: list[tuple[int, int, str]] = []
        self.warnings: list[str] = []

    def started(self, stage: str, total: int) -> None:
        self.stages.append(stage)

    def advanced(self, stage: str, done: int, total: int, what: str) -> None:
        self.steps.append((done, total, what))

    def finished(self, stage: str) -> None:
        self.stages.append(f"{stage}: done")

    def warned(self, message: str) -> None:
        self.warnings.append(message)


@dataclass(frozen=True)
class Story:
    """An invented project and its site."""

    root: Path

    @classmethod
    def begin(cls, root: Path, guides: int = 1, editions: int = 2, practices: int = 3) -> "Story":
        return cls(invented.write_project(root, guides, editions, practices))

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def project(self) -> Project:
        return replace(read_project(self.root, os.environ), theme=Path("/no theme of our own"))

    def build(
        self, plan_site: PlanSite = invented.plan_site, executor: Executor | None = None, progress: Heard | None = None
    ) -> BuildResult:
        return build_site(self.project, plan_site, executor=executor or Here(), progress=progress)

    def definition(self, name: str) -> Path:
        """A definition by guide, version and id: `1/1.0.0/practice-001`."""
        return self.root / "definitions" / "guides" / f"guide-{name}.yaml"

    def change(self, path: Path, old: str, new: str) -> "Story":
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))
        return self

    def add(self, path: Path, line: str) -> "Story":
        path.write_text(path.read_text() + line + "\n")
        return self

    def page(self, url: str) -> str:
        return (self.site / url / "index.html").read_text()


def bytes_of(folder: Path, leave_out: Iterable[str] = ("pagefind",)) -> dict[str, bytes]:
    """Every file under a folder with its bytes; the search index is never the same twice."""
    left = tuple(leave_out)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in left
    }
