import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from build_tools.site import pipeline
from build_tools.site.engine import SiteError, build_site
from build_tools.site.stamp import is_current
from practice_models.problems import DefinitionError
from tests.build_tools.site import invented
from tests.build_tools.site.story import Heard, Here, Story, bytes_of

RUN = "tests.build_tools.site.invented_build"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """A project that was built once; tests copy it before they change it."""
    story = Story.begin(tmp_path_factory.mktemp("built") / "project")
    story.build()
    return story


@pytest.fixture
def story(built: Story, tmp_path: Path) -> Story:
    shutil.copytree(built.root, tmp_path / "project", symlinks=True, copy_function=shutil.copy2)
    return Story(tmp_path / "project")


def test_the_whole_site_is_there(built: Story) -> None:
    found = bytes_of(built.site)
    wanted = {
        "index.html",
        "404.html",
        "sitemap.xml",
        "help/index.html",
        "mark.png",
        "glossary/index.html",
        "guide-1/index.html",
        "guide-1/1.0.0/index.html",
        "guide-1/2.0.0/practice-003/index.html",
        "guide-1/latest/practice-001/index.html",
        "guide-1/1.0.0/practices/index.html",
    }
    assert wanted <= found.keys()
    assert any(path.startswith("assets/stylesheets/") for path in found)
    assert (built.site / "pagefind" / "pagefind.js").is_file()


def test_progress_hears_every_stage_and_volume(tmp_path: Path) -> None:
    heard = Heard()
    result = Story.begin(tmp_path / "project").build(progress=heard)
    assert heard.stages[0::2] == [
        "Planning pages",
        "Building volumes",
        "Putting the site together",
        "Indexing for search and checking links",
    ]
    assert heard.stages[1::2] == [f"{stage}: done" for stage in heard.stages[0::2]]
    assert [(done, total) for done, total, _ in heard.steps] == [(1, 3), (2, 3), (3, 3)]
    assert sorted(name for *_, name in heard.steps) == ["front", "guide-1@1.0.0", "guide-1@2.0.0"]
    assert (result.changed, result.pages) == (True, 12)


def test_nothing_is_planned_where_nothing_has_changed(story: Story) -> None:
    def plan_site(_: object) -> None:
        raise AssertionError("planned")

    before = bytes_of(story.site)
    assert not build_site(story.project, plan_site).changed  # type: ignore[arg-type]
    assert bytes_of(story.site) == before


def test_a_build_with_nothing_to_do_loads_neither_mkdocs_nor_pages(story: Story) -> None:
    code = (
        "import sys; from pathlib import Path; from dataclasses import replace; from build_tools.project import read_project;"
        "from build_tools.commands import run_command; from build_tools.site.engine import build_site;"
        "project = replace(read_project(Path(sys.argv[1])), theme=Path('/no theme of our own'));"
        "assert not build_site(project, None).changed;"
        "heavy = ('mkdocs', 'jinja2', 'pydantic', 'build_tools.pages', 'practice_models.evaluation');"
        "print([name for name in heavy if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code, str(story.root)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_missing_file_of_the_site_is_brought_back(story: Story) -> None:
    before = bytes_of(story.site)
    (story.site / "help" / "index.html").unlink()
    assert story.build().rendered == {}
    assert bytes_of(story.site) == before


def test_a_page_edited_in_the_site_does_not_spoil_the_cache(story: Story) -> None:
    before = bytes_of(story.site)
    with (story.site / "guide-1" / "1.0.0" / "practice-001" / "index.html").open("a") as page:
        page.write("edited by hand")
    story.build()
    assert bytes_of(story.site) == before


def test_one_word_renders_one_page_and_gives_the_bytes_of_a_full_build(story: Story, tmp_path: Path) -> None:
    story.add(story.definition("1/1.0.0/practice-002"), "  One more word.")
    assert story.build().rendered == {"guide-1@1.0.0": 1, "front": 0}
    assert "One more word." in story.page("guide-1/1.0.0/practice-002")
    anew = Story(shutil.copytree(story.root, tmp_path / "anew", ignore=shutil.ignore_patterns(".cache", "site")))
    anew.build()
    assert bytes_of(anew.site) == bytes_of(story.site)


def test_a_site_put_together_from_the_one_before_last_has_the_bytes_of_a_full_build(story: Story, tmp_path: Path) -> None:
    help_page = story.root / "docs" / "help.md"
    other = story.root / "docs" / "other.md"
    other.write_text("# Other\n")
    story.add(help_page, "One.").build()
    other.unlink()
    story.definition("1/1.0.0/practice-003").unlink()
    story.add(help_page, "Two.").build()
    (story.project.cache / "spare" / "stray.html").write_text("left by somebody")
    story.add(help_page, "Three.").build()
    fresh = tmp_path / "fresh"
    shutil.copytree(story.root, fresh, ignore=shutil.ignore_patterns("site", ".cache"))
    Story(fresh).build()
    assert bytes_of(story.site) == bytes_of(fresh / "site")


def test_unchanged_files_keep_their_time(story: Story) -> None:
    places = [story.site / "guide-1/1.0.0/practice-001/index.html", story.site / "guide-1/2.0.0/index.html", story.site / "404.html"]
    before = [path.stat().st_mtime_ns for path in places]
    story.add(story.definition("1/1.0.0/practice-002"), "  One more word.").build()
    assert [path.stat().st_mtime_ns for path in places] == before


def test_a_new_title_shows_on_every_page_of_its_volume(story: Story) -> None:
    story.change(story.definition("1/1.0.0/practice-002"), "Practice 2", "Listen first")
    assert story.build().rendered == {"guide-1@1.0.0": 4, "front": 0}
    assert "Listen first" in story.page("guide-1/1.0.0/practice-003")


def test_a_removed_page_is_gone_with_its_redirect(story: Story) -> None:
    story.definition("1/2.0.0/practice-003").unlink()
    story.build()
    assert not (story.site / "guide-1/2.0.0/practice-003").exists()
    assert not (story.site / "guide-1/latest/practice-003").exists()


def test_a_changed_hand_written_page_renders_alone(story: Story) -> None:
    story.add(story.root / "docs" / "help.md", "Ask.")
    assert story.build().rendered == {"front": 1}
    assert "Ask." in story.page("help")


def test_a_setting_renders_everything(story: Story) -> None:
    story.change(story.root / "mkdocs.yml", "Invented guidance", "Other guidance")
    assert story.build().rendered == {"guide-1@1.0.0": 4, "guide-1@2.0.0": 4, "front": 4}
    assert "Other guidance" in story.page("guide-1/1.0.0")


def test_going_back_builds_nothing(story: Story) -> None:
    before = bytes_of(story.site)
    story.change(story.definition("1/1.0.0/practice-002"), "Practice 2", "Listen first").build()
    story.change(story.definition("1/1.0.0/practice-002"), "Listen first", "Practice 2")
    assert story.build().rendered == {}
    assert bytes_of(story.site) == before


def test_two_cold_builds_in_different_folders_give_the_same_bytes(built: Story, tmp_path: Path) -> None:
    other = Story(shutil.copytree(built.root, tmp_path / "a" / "longer" / "way", ignore=shutil.ignore_patterns(".cache", "site")))
    build_site(other.project, invented.plan_site)
    assert bytes_of(other.site) == bytes_of(built.site)


def test_a_site_without_a_cache_is_built_anew(story: Story) -> None:
    before = bytes_of(story.site)
    shutil.rmtree(story.root / ".cache")
    assert sum(story.build().rendered.values()) == 12
    assert bytes_of(story.site) == before


def test_hidden_files_of_the_site_stay(story: Story) -> None:
    (story.site / ".git").mkdir()
    (story.site / ".git" / "HEAD").write_text("ref")
    (story.site / ".nojekyll").write_text("")
    story.add(story.root / "docs" / "help.md", "Ask.").build()
    assert (story.site / ".git" / "HEAD").read_text() == "ref"
    assert (story.site / ".nojekyll").exists()


def test_bad_definitions_leave_the_site(story: Story) -> None:
    before = bytes_of(story.site)
    for name in ("1/1.0.0/practice-001", "1/2.0.0/practice-002"):
        story.change(story.definition(name), "title:", "titel:")
    with pytest.raises(DefinitionError) as raised:
        story.build()
    assert str(raised.value) == (
        "definitions/guides/guide-1/1.0.0/practice-001.yaml:1:1: PG108 the file does not say what it holds\n"
        "definitions/guides/guide-1/2.0.0/practice-002.yaml:1:1: PG108 the file does not say what it holds"
    )
    assert bytes_of(story.site) == before
    assert [path.name for path in story.root.iterdir() if path.name.startswith("site")] == ["site"]


@pytest.mark.parametrize("stage", ["build_volumes", "assemble", "check_links", "stamp_site", "swap_in"])
def test_a_failure_at_any_stage_leaves_the_site(story: Story, stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = bytes_of(story.site)
    story.add(story.definition("1/1.0.0/practice-002"), "  One more word.")

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, stage, fail)
        with pytest.raises(KeyboardInterrupt):
            story.build()
    assert bytes_of(story.site) == before
    assert [path.name for path in story.root.iterdir() if path.name.startswith("site")] == ["site"]
    story.build()
    assert "One more word." in story.page("guide-1/1.0.0/practice-002")


def test_a_template_that_fails_is_told_with_its_page(story: Story) -> None:
    theme = story.root / "theme"
    theme.mkdir()
    (theme / "main.html").write_text("{% extends 'base.html' %}{% block content %}{{ page.nothing.at_all }}{% endblock %}")
    story.change(story.root / "mkdocs.yml", "  name: material", "  name: material\n  custom_dir: theme")
    with pytest.raises(SiteError, match=r"the volume 'guide-1@1\.0\.0' cannot be built: .*has no attribute 'nothing'"):
        story.build()


def test_warnings_are_passed_on_and_fail_a_strict_project(story: Story) -> None:
    hook = story.root / "hook.py"
    hook.write_text("import logging\ndef on_nav(nav, **_):\n    logging.getLogger('mkdocs.hook').warning('mind the gap')\n    return nav\n")
    story.change(story.root / "mkdocs.yml", "plugins:", "hooks: [hook.py]\nplugins:")
    heard = Heard()
    story.build(progress=heard)
    assert heard.warnings == ["guide-1@1.0.0: mind the gap", "guide-1@2.0.0: mind the gap", "front: mind the gap"]
    story.change(story.root / "mkdocs.yml", "plugins:", "strict: true\nplugins:")
    with pytest.raises(SiteError, match="front: mind the gap"):
        story.build()


@pytest.mark.parametrize("delay", [0.3, 0.45, 0.6, 0.75, 0.9])
def test_a_killed_build_leaves_a_whole_site_and_the_next_one_clears_up(story: Story, delay: float) -> None:
    for path in sorted((story.root / "definitions").rglob("practice-*.yaml")):
        story.add(path, f"  Killed after {delay} seconds.")
    before = bytes_of(story.site)
    run = subprocess.Popen([sys.executable, "-m", RUN, str(story.root)], start_new_session=True)
    time.sleep(delay)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    after = bytes_of(story.site)
    new = all(
        f"Killed after {delay}".encode() in after[f"guide-1/{version}.0.0/practice-{number:03}/index.html"]
        for version in (1, 2)
        for number in (1, 2, 3)
    )
    assert after == before or new
    story.build()
    assert "Killed after" in story.page("guide-1/1.0.0/practice-001")
    assert not [path for path in story.root.rglob("*") if path.name.startswith(("draft-", "site.next"))]


def test_workers_end_with_a_build_that_is_killed(tmp_path: Path) -> None:
    story = Story.begin(tmp_path / "project", editions=4, practices=30)
    run = subprocess.Popen([sys.executable, "-m", RUN, str(story.root)], start_new_session=True)
    deadline = time.monotonic() + 10
    while not (workers := _children(run.pid)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert workers
    run.kill()
    run.wait()
    while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)


def _children(process: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except FileNotFoundError:
        return []


@pytest.mark.parametrize("moment", [0, 0.1, 0.3, 0.6])
def test_an_interrupted_build_ends_at_once(tmp_path: Path, moment: float) -> None:
    story = Story.begin(tmp_path / "project", editions=4, practices=30)
    run = subprocess.Popen([sys.executable, "-m", RUN, str(story.root)], start_new_session=True, stderr=subprocess.PIPE, text=True)
    while not _children(run.pid):
        time.sleep(0.02)
    time.sleep(moment)
    start = time.monotonic()
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate(timeout=10)
    assert time.monotonic() - start < 5
    assert run.returncode == 130
    assert errors == ""
    assert not story.site.exists()


def test_two_builds_at_once_do_not_hurt_each_other(story: Story) -> None:
    story.add(story.definition("1/1.0.0/practice-002"), "  One more word.")
    runs = [subprocess.Popen([sys.executable, "-m", RUN, str(story.root)], stdout=subprocess.PIPE, text=True) for _ in range(3)]
    told = sorted(run.communicate()[0].strip() for run in runs)
    assert [run.returncode for run in runs] == [0, 0, 0]
    assert told == ["False", "False", "True"]
    assert "One more word." in story.page("guide-1/1.0.0/practice-002")


def test_processes_build_the_same_site(built: Story, tmp_path: Path) -> None:
    other = Story(shutil.copytree(built.root, tmp_path / "other", ignore=shutil.ignore_patterns(".cache", "site")))
    run = subprocess.run([sys.executable, "-m", RUN, str(other.root)], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "True"
    assert bytes_of(other.site) == bytes_of(built.site)


def test_problems_come_whole_out_of_other_processes(story: Story) -> None:
    for version in (1, 2):
        story.change(story.definition(f"1/{version}.0.0/practice-001"), "title:", "titel:")
    with pytest.raises(DefinitionError) as raised:
        build_site(story.project, invented.plan_site)
    assert [problem.code for problem in raised.value.problems] == ["PG108", "PG108"]


def test_an_injected_executor_gets_only_what_is_stale(story: Story) -> None:
    story.add(story.definition("1/1.0.0/practice-002"), "  One more word.")
    here = Here()
    story.build(executor=here)
    assert [task.plan.name for (task,) in here.tasks] == ["guide-1@1.0.0", "front"]


def test_the_stamp_says_what_the_site_holds(built: Story) -> None:
    assert not is_current(built.project, "other inputs")
