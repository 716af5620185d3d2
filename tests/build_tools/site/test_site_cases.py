"""Every problem of the finished site has a case that gives exactly its message."""

from pathlib import Path

import pytest

from build_tools.project import read_project
from build_tools.site.engine import build_site
from build_tools.site.guidance import plan_site
from practice_models.problems import DefinitionError
from tests.cases.story import Case, all_cases
from tests.sites.building import copy_listening


@pytest.mark.parametrize("case", [case for case in all_cases() if case.on_site], ids=lambda case: case.code)
def test_a_case_gives_exactly_its_messages(case: Case, tmp_path: Path) -> None:
    project = read_project(copy_listening(tmp_path))
    page = tmp_path / case.file
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(case.bad, encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        build_site(project, plan_site)
    assert str(caught.value).splitlines() == list(case.says)
    assert not (tmp_path / "site").exists()


INDEX = "definitions/guides/listening/2.0.0/"


@pytest.mark.parametrize(
    ("file", "sound", "bad", "place"),
    [
        ("sheets.yaml", "id: about-the-talk", "id: index", "47:9: PG903 the pages 'Templates' and 'About the talk'"),
        ("questionnaires/after-a-talk.yaml", ": after-a-talk", ": index", "1:1: PG903 the pages 'Questionnaires' and 'After a talk'"),
        ("instrument.yaml", "id: home", "id: reading", "14:9: PG903 the pages 'Home' and 'How answers are read'"),
    ],
)
def test_no_definition_takes_the_place_of_another_page(tmp_path: Path, file: str, sound: str, bad: str, place: str) -> None:
    project = read_project(copy_listening(tmp_path))
    for path in (project.root / INDEX / file, project.root / INDEX / "examples.yaml"):
        text = path.read_text(encoding="utf-8").replace(sound, bad)
        path.write_text(
            text.replace("sections/home", "sections/reading").replace("section: home", "section: reading") if "instrument" in file else text
        )
    with pytest.raises(DefinitionError) as caught:
        build_site(project, plan_site)
    assert str(caught.value).startswith(f"{INDEX}{file}:{place} would both stand at ")
    assert not (tmp_path / "site").exists()
