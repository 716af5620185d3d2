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
