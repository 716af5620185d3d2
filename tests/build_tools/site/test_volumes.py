from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from build_tools.site.engine import FRONT, SiteError, SitePlan, VolumePlan
from practice_models.problems import DefinitionError, Place, Problem
from tests.build_tools.site import invented
from tests.build_tools.site.story import Here, Story


def fail(name: str) -> None:
    raise DefinitionError([Problem(Place(f"{name}.yaml", 2, 1), "PG108", f"{name} is wrong")])


def fail_as_tool(name: str) -> None:
    raise SiteError(f"{name} broke")


def plan_of(*volumes: VolumePlan) -> SitePlan:
    return SitePlan((), volumes)


def test_problems_of_all_volumes_come_at_once(tmp_path: Path) -> None:
    plans = [VolumePlan(name, name, name, lambda name=name: fail(name)) for name in ("b", "a")]  # type: ignore[misc,arg-type]
    with pytest.raises(DefinitionError) as raised:
        Story.begin(tmp_path / "project").build(lambda _: plan_of(*plans))
    assert str(raised.value) == "a.yaml:2:1: PG108 a is wrong\nb.yaml:2:1: PG108 b is wrong"


def test_failures_of_all_volumes_come_at_once(tmp_path: Path) -> None:
    plans = [VolumePlan(name, name, name, lambda name=name: fail_as_tool(name)) for name in ("b", "a")]  # type: ignore[misc,arg-type]
    with pytest.raises(SiteError, match=r"^a broke\nb broke$"):
        Story.begin(tmp_path / "project").build(lambda _: plan_of(*plans))


def test_a_process_that_dies_is_told(tmp_path: Path) -> None:
    class Dying(Here):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(BrokenProcessPool("gone"))
            return future

    with pytest.raises(SiteError, match="a process that was building volumes has died"):
        Story.begin(tmp_path / "project").build(executor=Dying())


def test_a_volume_that_changes_its_digest_alone_is_made_but_not_built(tmp_path: Path) -> None:
    story = Story.begin(tmp_path / "project")
    story.build()
    story.change(story.definition("1/1.0.0/practice-001"), "title:", "# a comment\ntitle:")
    assert story.build().rendered == {"guide-1@1.0.0": 0, "front": 0}


def test_a_changed_page_of_the_front_does_not_touch_editions(tmp_path: Path) -> None:
    story = Story.begin(tmp_path / "project")
    story.build()
    story.change(story.root / "definitions" / "glossary.yaml", "Plan: what", "Plan: all that")
    assert story.build().rendered == {FRONT: 1}


def test_the_plan_is_given_the_project(tmp_path: Path) -> None:
    story = Story.begin(tmp_path / "project")
    seen = []

    def plan_site(project: Any) -> SitePlan:
        seen.append(project)
        return invented.plan_site(project)

    story.build(plan_site)
    assert seen == [story.project]
