"""Templates hold no script or style of their own, so that the policy of every page can forbid both."""

import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from jinja2 import Environment

from tests.build_tools.theme.colours import THEME

TEMPLATES = sorted(THEME.rglob("*.html"))
MATERIAL = Path(str(files("material"))) / "templates"

_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_SCRIPT_OR_STYLE = re.compile(r"<style|<script(?![^>]*\bsrc=)(?![^>]*application/json)")


class InlineCode(HTMLParser):
    """Gathers what a page must not hold: scripts, styles and handlers in the page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in names):
            self.found.append(self.get_starttag_text() or tag)
        self.found += [
            f"{tag} {name}" for name, value in attrs if name == "style" or name.startswith("on") or (value or "").startswith("javascript:")
        ]


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(THEME).as_posix() for path in paths]


@pytest.mark.parametrize("path", TEMPLATES, ids=names(TEMPLATES))
def test_a_template_holds_no_inline_code(path: Path) -> None:
    reader = InlineCode()
    reader.feed(_VALUE.sub("value", _JINJA.sub("", path.read_text(encoding="utf-8"))))
    assert reader.found == []


@pytest.mark.parametrize("path", TEMPLATES, ids=names(TEMPLATES))
def test_a_template_says_what_it_is_for_and_can_be_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("{#- ")
    Environment(autoescape=False).parse(text)  # it is only parsed


@pytest.mark.parametrize("path", TEMPLATES, ids=names(TEMPLATES))
def test_a_template_names_no_other_host(path: Path) -> None:
    assert re.findall(r"""["'](?:https?:)?//""", path.read_text(encoding="utf-8")) == []


def test_every_partial_of_material_that_writes_inline_code_has_one_of_ours_in_its_place() -> None:
    writing = {
        path.relative_to(MATERIAL)
        for path in MATERIAL.joinpath("partials").rglob("*.html")
        if _SCRIPT_OR_STYLE.search(path.read_text(encoding="utf-8"))
    }
    ours = {path.relative_to(THEME) for path in TEMPLATES}
    unused = {
        Path("partials/integrations/analytics.html"),
        Path("partials/integrations/analytics/google.html"),
    }  # main.html leaves the block empty
    assert writing - ours - unused == set()


def test_nothing_of_ours_overrides_a_file_that_material_no_longer_has() -> None:
    own = {"partials/pg", "assets"}
    gone = [name for name in names(TEMPLATES) if not name.startswith(tuple(own)) and not (MATERIAL / name).is_file()]
    assert gone == []


def test_no_form_is_named_so_that_material_starts_an_index_of_its_own() -> None:
    for path in TEMPLATES:
        assert not re.search(r"""<form[^>]*\bname=["']search["']""", path.read_text(encoding="utf-8")), path
