from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from build_tools.project import OPTIONS, THEME, Options, check_place, read_config_file, read_project
from build_tools.site.config import PracticeConfig
from practice_models.problems import DefinitionError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("definitions", "docs"):
        (tmp_path / name).mkdir()
    return tmp_path


def write(folder: Path, text: str, name: str = "mkdocs.yml") -> Path:
    (folder / name).write_text(text)
    return folder


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(DefinitionError) as raised:
        read_project(folder)
    return [str(problem) for problem in raised.value.problems]


def test_a_bare_plugin_takes_every_default(folder: Path) -> None:
    project = read_project(write(folder, "site_name: S\nplugins: [search, practice]\n"))
    assert project.options == Options()
    assert (project.definitions, project.docs, project.site) == (folder / "definitions", folder / "docs", folder / "site")
    assert project.cache == folder / ".cache" / "practice"
    assert project.site_url is None


def test_every_option_is_read(folder: Path) -> None:
    (folder / "texts").mkdir()
    (folder / "own").mkdir()
    text = """site_url: https://example.org/x
strict: true
docs_dir: texts
site_dir: out/site
theme: {name: material, custom_dir: own}
hooks: [hook.py]
watch: [notes]
plugins:
  - practice:
      definitions: texts
      reference: [own, practice_models.checking]
      as_of: 2026-11-23
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
"""
    project = read_project(write(folder, text))
    assert project.options == Options("texts", ("own", "practice_models.checking"), date(2026, 11, 23))
    assert (project.site_url, project.strict, project.site) == ("https://example.org/x/", True, folder / "out" / "site")
    assert project.watched == (folder / "hook.py", folder / "notes")
    assert project.themes == (folder / "own", THEME)
    assert [path.name for path in project.reference_folders] == ["own", "checking"]


def test_plugins_may_be_a_mapping(folder: Path) -> None:
    assert read_project(write(folder, "plugins:\n  search: {}\n  practice: {definitions: docs}\n")).options.definitions == "docs"


def test_settings_are_inherited(folder: Path) -> None:
    write(folder, "site_url: https://base.org\nplugins:\n  - practice: {definitions: docs}\n", "base.yml")
    project = read_project(write(folder, "INHERIT: base.yml\nsite_name: S\n"))
    assert (project.site_url, project.options.definitions, project.inherited) == ("https://base.org/", "docs", (folder / "base.yml",))


def test_the_environment_gives_values(folder: Path) -> None:
    write(folder, "site_url: !ENV [SITE, 'https://default.org']\nsite_name: !ENV NAME\nplugins: [practice]\n")
    assert read_project(folder).site_url == "https://default.org/"
    project = read_project(folder, {"SITE": "https://set.org/", "OTHER": "x"})
    assert project.site_url == "https://set.org/"
    assert project.environment == (("NAME", None), ("SITE", "https://set.org/"))


def test_a_folder_without_a_configuration_is_no_project(tmp_path: Path) -> None:
    assert problems_of(tmp_path) == [f"mkdocs.yml:1:1: PG302 the folder {tmp_path} has no mkdocs.yml, which makes it a project"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("plugins: [practice\n", "mkdocs.yml:2:1: PG101 did not find expected ',' or ']'"),
        ("- a\n", "mkdocs.yml:1:1: PG203 the file holds no settings; expected a mapping such as 'site_name: …'"),
        ("plugins: [search]\n", "mkdocs.yml:1:10: PG202 the plug-in 'practice' is missing among the plugins; add '- practice'"),
        ("site_name: S\n", "mkdocs.yml:1:1: PG202 the plug-in 'practice' is missing among the plugins; add '- practice'"),
        (
            "plugins:\n  - practice:\n      definition: docs\n",
            "mkdocs.yml:3:7: PG201 the option 'definition' is unknown; allowed: as_of, definitions, reference; did you mean 'definitions'?",
        ),
        (
            "plugins:\n  - practice:\n      definitions: nowhere\n",
            "mkdocs.yml:3:20: PG302 there is no folder 'nowhere' for the definitions",
        ),
        ("plugins:\n  - practice:\n      definitions: [a]\n", "mkdocs.yml:3:20: PG203 'definitions' is a list; expected text"),
        ("plugins:\n  - practice:\n      reference: docs\n", "mkdocs.yml:3:18: PG203 'reference' is 'docs'; expected a list"),
        (
            "plugins:\n  - practice:\n      reference: [practice_models, a-b]\n",
            "mkdocs.yml:3:36: PG205 'a-b' is no name of a package; write it as Python imports it",
        ),
        (
            "plugins:\n  - practice:\n      reference: [no_such_package]\n",
            "mkdocs.yml:3:19: PG302 there is no package 'no_such_package' in the project or among the installed ones",
        ),
        ("plugins:\n  - practice: {as_of: soon}\n", "mkdocs.yml:2:23: PG205 'soon' is not a day; write it as 2026-11-23"),
        ("docs_dir: texts\nplugins: [practice]\n", "mkdocs.yml:1:11: PG302 there is no folder 'texts' for the hand-written pages"),
        (
            "site_dir: docs\nplugins: [practice]\n",
            "mkdocs.yml:1:11: PG207 the site would replace 'docs', from which it is made; give it a folder of its own",
        ),
        (
            "site_dir: .\nplugins: [practice]\n",
            "mkdocs.yml:1:11: PG207 the site would replace '.', from which it is made; give it a folder of its own",
        ),
    ],
)
def test_wrong_configuration_is_told_with_its_place(folder: Path, text: str, problem: str) -> None:
    assert problems_of(write(folder, text)) == [problem]


@pytest.mark.parametrize(
    ("site", "fault"),
    [
        (".", "the site would replace '.', from which it is made"),
        ("..", "the site would replace '.', from which it is made"),
        ("docs", "the site would replace 'docs', from which it is made"),
        ("own", "the site would replace 'own', from which it is made"),
        ("notes", "the folder 'notes' holds something that is no site, which would be lost"),
        ("notes/letter", "the folder 'notes/letter' holds something that is no site, which would be lost"),
    ],
)
def test_the_site_may_not_replace_what_is_none(folder: Path, site: str, fault: str) -> None:
    for name in ("own", "notes"):
        (folder / name).mkdir()
    (folder / "notes" / "letter").write_text("Dear")
    project = read_project(write(folder, "theme: {name: material, custom_dir: own}\nplugins: [practice]\n"))
    with pytest.raises(DefinitionError) as raised:
        check_place(replace(project, site=(folder / site).resolve()))
    assert str(raised.value) == f"mkdocs.yml:1:1: PG207 {fault}; give the site a folder of its own"


@pytest.mark.parametrize("holds", [None, ".git", "index.html"])
def test_the_site_may_replace_a_site_and_an_empty_folder(folder: Path, holds: str | None) -> None:
    (folder / "site").mkdir()
    if holds:
        (folder / "site" / holds).write_text("")
    check_place(read_project(write(folder, "plugins: [practice]\n")))


def test_all_problems_come_at_once(folder: Path) -> None:
    write(folder, "docs_dir: texts\nplugins:\n  - practice: {as_of: soon, reference: [a-b], x: 1}\n")
    assert [problem.split()[1] for problem in problems_of(folder)] == ["PG302", "PG205", "PG205", "PG201"]


def test_bytes_that_are_no_text_are_told(folder: Path) -> None:
    (folder / "mkdocs.yml").write_bytes(b"site_name: \xff\n")
    assert problems_of(folder) == ["mkdocs.yml:1:1: PG102 the file is not UTF-8 text; save it as UTF-8"]


def test_a_file_that_is_inherited_but_missing_is_told(folder: Path) -> None:
    with pytest.raises(DefinitionError, match=r"base.yml:1:1: PG302 there is no file .*base\.yml"):
        read_config_file(write(folder, "INHERIT: base.yml\nplugins: [practice]\n") / "mkdocs.yml")


def test_mkdocs_knows_the_same_options() -> None:
    defaults = PracticeConfig()
    assert sorted(name for name, _ in PracticeConfig._schema) == sorted(OPTIONS)
    assert (defaults.definitions, tuple(defaults.reference), defaults.as_of) == (Options().definitions, (), None)
