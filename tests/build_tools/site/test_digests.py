import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from build_tools.pages.page import Page
from build_tools.project import Project
from build_tools.site.digests import digest_context, digest_inputs, digest_page, digest_tree, walk
from tests.build_tools.site.story import Story


@pytest.fixture
def story(tmp_path: Path) -> Story:
    story = Story.begin(tmp_path / "project", guides=1, editions=1, practices=1)
    (story.root / "theme" / "assets").mkdir(parents=True)
    (story.root / "theme" / "main.html").write_text("{% extends 'base.html' %}")
    (story.root / "theme" / "assets" / "own.css").write_text("a {}")
    return story


def project_of(story: Story) -> Project:
    return replace(story.project, theme=story.root / "theme", watched=(story.root / "notes",))


@pytest.mark.parametrize(
    ("path", "concerns_pages"),
    [
        ("definitions/glossary.yaml", False),
        ("docs/help.md", False),
        ("docs/new.png", False),
        ("mkdocs.yml", True),
        ("theme/main.html", True),
        ("theme/assets/own.css", False),
        ("notes", True),
    ],
)
def test_every_input_counts(story: Story, path: str, concerns_pages: bool) -> None:
    before = project_of(story)
    inputs, context = digest_inputs(before), digest_context(before)
    place = story.root / path
    place.write_text((place.read_text() if place.exists() else "") + "\n# changed\n")
    assert digest_inputs(project_of(story)) != inputs
    assert (digest_context(project_of(story)) != context) == concerns_pages


def test_what_the_caller_sets_counts(story: Story) -> None:
    project = project_of(story)
    others = [
        replace(project, site_url="https://other.example.org/"),
        replace(project, options=replace(project.options, as_of=date(2026, 11, 23))),
        replace(project, environment=(("SITE", "x"),)),
    ]
    assert len({digest_inputs(each) for each in (project, *others)}) == 4
    assert len({digest_context(each) for each in (project, *others)}) == 4


def test_neither_place_nor_time_counts(story: Story, tmp_path: Path) -> None:
    other = Story(shutil.copytree(story.root, tmp_path / "elsewhere", copy_function=shutil.copyfile))
    assert digest_inputs(project_of(other)) == digest_inputs(project_of(story))


def test_a_rename_counts(story: Story) -> None:
    before = digest_tree(story.root / "docs")
    (story.root / "docs" / "help.md").rename(story.root / "docs" / "helper.md")
    assert digest_tree(story.root / "docs") != before


def test_hidden_files_and_compiled_python_do_not_count(story: Story) -> None:
    before = digest_tree(story.root / "docs")
    (story.root / "docs" / ".swp").write_text("x")
    (story.root / "docs" / "__pycache__").mkdir()
    (story.root / "docs" / "__pycache__" / "x.pyc").write_text("x")
    assert digest_tree(story.root / "docs") == before
    assert [path.name for path in walk(story.root / "docs", hidden=True)] == [".swp", "help.md", "mark.png"]


def test_a_folder_that_is_missing_has_a_digest(tmp_path: Path) -> None:
    assert digest_tree(tmp_path / "none") == digest_tree(tmp_path / "none either")


@pytest.mark.parametrize(
    "other", [Page("b.md", "T", "x"), Page("a.md", "U", "x"), Page("a.md", "T", "y"), Page("a.md", "T", "x", {"pg": 1})]
)
def test_a_page_is_known_by_all_that_it_says(other: Page) -> None:
    assert digest_page(Page("a.md", "T", "x")) != digest_page(other)


def test_the_order_of_data_does_not_matter() -> None:
    assert digest_page(Page("a.md", "T", "x", {"a": 1, "b": 2})) == digest_page(Page("a.md", "T", "x", {"b": 2, "a": 1}))
