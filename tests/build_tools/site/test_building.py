"""A volume built page by page from old output has the bytes of one that was built whole."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from build_tools.pages.page import NavItem, Page, Volume
from build_tools.project import Project
from build_tools.site.building import VolumeTask, build_volume
from build_tools.site.context import volume_context
from build_tools.site.plan import Tab, VolumePlan
from build_tools.site.store import VolumeStore
from tests.build_tools.site.story import Story, bytes_of

TABS = (Tab("Home", "index.md"), Tab("Guide", "guide/index.md", ("guide@1.0.0",), "All editions"))
SPYING = """{% extends "base.html" %}
{% block content %}{{ super() }}
<p>Own: {{ page.meta.secret }} {{ page.meta.description }} {{ page.meta.pg.minutes }}.</p>
{% for other in pages if other.page != page %}
<p>{{ other.page.title }} {{ other.page.meta }} {{ build_date_utc }} {{ other.page.update_date }}</p>
{% endfor %}
{% endblock %}
"""


def volume(*changed: int, title: str = "Page {}", extra: dict[int, dict[str, object]] | None = None) -> Volume:
    """Six pages of which some have changed words and data."""
    pages = tuple(
        Page(
            f"guide/1.0.0/p{number}.md",
            title.format(number),
            f"Words {'new' if number in changed else 'old'}, [on](p{(number + 1) % 6}.md) and [out](../../glossary.md).\n\n"
            "## Part {#part}\n\nx\n",
            {
                "description": f"About {number in changed}",
                "secret": number in changed,
                "pg": {"kind": "practice", "minutes": 3 + (number in changed)},
            }
            | (extra or {}).get(number, {}),
        )
        for number in range(6)
    )
    return Volume("guide@1.0.0", "guide/1.0.0", pages, tuple(NavItem(page.title, page.uri) for page in pages))


def build(project: Project, made: Volume) -> tuple[int, dict[str, bytes]]:
    """How many pages had to be written, and every file of the volume."""
    plan = VolumePlan(made.name, made.prefix, repr(made), partial(replace, made))
    built = build_volume(VolumeTask(project, plan, TABS, "around", ""))
    output = VolumeStore(project.cache).find(built.key)
    assert output is not None
    return built.rendered, bytes_of(output.folder)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    story = Story.begin(tmp_path / "project")
    (story.root / "theme").mkdir()
    (story.root / "theme" / "main.html").write_text(SPYING)
    story.change(story.root / "mkdocs.yml", "  name: material", "  name: material\n  custom_dir: theme")
    return story.project


def anew(project: Project, made: Volume) -> dict[str, bytes]:
    """The files of a volume that was built without any cache."""
    return build(replace(project, cache=project.root / "other cache"), made)[1]


@pytest.mark.parametrize("changed", [(3,), (0, 5), (0, 1, 2, 3, 4, 5)])
def test_only_changed_pages_are_written_and_the_bytes_are_the_same(project: Project, changed: tuple[int, ...]) -> None:
    assert build(project, volume())[0] == 6
    rendered, files = build(project, volume(*changed))
    assert rendered == len(changed)
    assert files == anew(project, volume(*changed))
    assert b"Words new" in files[f"guide/1.0.0/p{changed[0]}/index.html"]


def test_a_page_sees_its_own_data_and_of_others_only_what_cannot_change_alone(project: Project) -> None:
    _, files = build(project, volume(3))
    page = files["guide/1.0.0/p3/index.html"].decode()
    assert "Own: True About True 4." in page
    assert "<p>Page 2 {'pg': {'kind': Markup('practice')}}" in page.replace("&#39;", "'")


def test_no_clock_reaches_the_templates(project: Project) -> None:
    _, files = build(project, volume())
    assert b"}}  </p>" in files["guide/1.0.0/p3/index.html"]


@pytest.mark.parametrize(
    "other", [volume(title="Other {}"), volume(extra={2: {"icon": "material/star"}}), replace(volume(), nav=volume().nav[::-1])]
)
def test_what_shows_on_other_pages_writes_them_all(project: Project, other: Volume) -> None:
    build(project, volume())
    rendered, files = build(project, other)
    assert rendered == 6
    assert files == anew(project, other)


def test_a_page_that_comes_or_goes_writes_them_all(project: Project) -> None:
    build(project, volume())
    fewer = replace(volume(), pages=volume().pages[:-1], nav=volume().nav[:-1])
    assert build(project, fewer)[0] == 5
    assert "guide/1.0.0/p5/index.html" not in build(project, fewer)[1]


def test_the_same_pages_under_another_digest_need_no_run(project: Project) -> None:
    build(project, volume())
    plan = VolumePlan("guide@1.0.0", "guide/1.0.0", "a comment in a definition", partial(volume))
    assert build_volume(VolumeTask(project, plan, TABS, "around", "")).rendered == 0


def test_links_to_other_volumes_are_written_as_if_the_site_were_one(project: Project) -> None:
    _, files = build(project, volume())
    page = files["guide/1.0.0/p3/index.html"].decode()
    assert '<a href="../p4/">on</a>' in page
    assert '<a href="../../../glossary/">out</a>' in page


def test_a_page_may_stand_where_mkdocs_would_leave_files_out(project: Project) -> None:
    page = Page("guide/1.0.0/templates/.x/a.md", "A", "x\n", {"pg": {}})
    _, files = build(project, Volume("guide@1.0.0", "guide/1.0.0", (page,), ()))
    assert list(files) == ["guide/1.0.0/templates/.x/a/index.html"]


def test_the_context_is_the_same_where_only_words_differ() -> None:
    assert volume_context(volume(), TABS, "a") == volume_context(volume(1, 2), TABS, "a")
    assert volume_context(volume(), TABS, "a") != volume_context(volume(), TABS, "b")
    assert volume_context(volume(), TABS, "a") != volume_context(volume(), TABS[:1], "a")
