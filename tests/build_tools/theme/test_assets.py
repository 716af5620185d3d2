"""The theme carries everything that it uses, uses everything that it carries, and asks no other host for anything."""

import re
from pathlib import Path

import pytest

from tests.build_tools.theme.colours import STYLESHEETS, THEME

ASSETS = THEME / "assets"
SHEETS = sorted(STYLESHEETS.glob("*.css"))
TEXTS = sorted(path for path in ASSETS.rglob("*") if path.suffix in {".css", ".js", ".svg"})

_ADDRESS = re.compile(r"""(?:https?:)?//[a-z0-9-]+\.[a-z]""", re.IGNORECASE)
_NAMESPACE = "http://www.w3.org/2000/svg"
_URL = re.compile(r"""url\("([^"]+)"\)""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ICON = re.compile(r'--pg-icon-([a-z-]+):\s*url\("\.\./icons/([a-z-]+)\.svg"\)')


def css() -> str:
    """All stylesheets, one after the other, without comments."""
    return _COMMENT.sub("", "\n".join(path.read_text(encoding="utf-8") for path in SHEETS))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ASSETS).as_posix())
def test_no_asset_names_another_host(path: Path) -> None:
    assert _ADDRESS.findall(path.read_text(encoding="utf-8").replace(_NAMESPACE, "")) == []


def test_what_stylesheets_point_to_is_there() -> None:
    named = {url for path in SHEETS for url in _URL.findall(path.read_text(encoding="utf-8"))}
    assert {url for url in named if not (STYLESHEETS / url).is_file()} == set()
    assert named


def test_stylesheets_import_none() -> None:
    assert "@import" not in css()


def test_every_icon_has_a_name_and_every_name_is_used() -> None:
    icons = dict(_ICON.findall((STYLESHEETS / "tokens.css").read_text(encoding="utf-8")))
    assert all(name == file for name, file in icons.items())
    assert set(icons) == {path.stem for path in (ASSETS / "icons").glob("*.svg")} - {"favicon"}
    assert {name for name in icons if f"var(--pg-icon-{name})" not in css()} == set()


@pytest.mark.parametrize("path", sorted((ASSETS / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_icons_are_small_drawings_and_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f'<svg xmlns="{_NAMESPACE}" viewBox="0 0 24 24"')
    assert set(re.findall(r"<([a-z]+)", text)) <= {"svg", "path", "circle", "rect"}
    assert len(text) < 1000


def test_every_custom_property_that_is_used_is_given() -> None:
    given = set(re.findall(r"(--pg-[a-z0-9-]+)\s*:", css()))
    scripted = {"--pg-tip-shift"}
    assert set(re.findall(r"var\((--pg-[a-z0-9-]+)", css())) - given - scripted == set()


def test_pages_link_every_stylesheet_and_script() -> None:
    templates = "\n".join(path.read_text(encoding="utf-8") for path in THEME.rglob("*.html"))
    assert {path.stem for path in SHEETS if f'"{path.stem}"' not in templates and f"/{path.name}'" not in templates} == set()
    scripts = {path.name: path.read_text(encoding="utf-8") for path in (ASSETS / "javascripts").glob("*.js")}
    imported = "\n".join(line for text in scripts.values() for line in text.splitlines() if line.startswith("import "))
    assert {name for name in scripts if f"/{name}'" not in templates and f'"./{name}"' not in imported} == set()


def test_the_fonts_are_carried_with_their_licence() -> None:
    fonts = {path.name for path in (ASSETS / "fonts").glob("*.woff2")}
    assert {name.split("-wght-")[0] for name in fonts} == {
        "atkinson-hyperlegible-next-latin",
        "atkinson-hyperlegible-next-latin-ext",
        "atkinson-hyperlegible-mono-latin",
    }
    assert all((ASSETS / "fonts" / name).read_bytes().startswith(b"wOF2") for name in fonts)
    licence = (ASSETS / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert all(f"The Atkinson Hyperlegible {family} Project Authors" in licence for family in ("Next", "Mono"))


def test_text_is_shown_in_the_own_family_at_once_or_swapped() -> None:
    fonts = (STYLESHEETS / "fonts.css").read_text(encoding="utf-8")
    assert fonts.count("@font-face") == fonts.count("font-display: swap") == len(list((ASSETS / "fonts").glob("*.woff2")))


def test_scripts_write_no_markup_and_run_no_text() -> None:
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in (ASSETS / "javascripts").glob("*.js"))
    for wrong in (
        r"\.innerHTML\s*\+?=",
        r"insertAdjacentHTML",
        r"document\.write",
        r"\beval\(",
        r"new Function",
        r"\.cssText",
        r'setAttribute\("style',
    ):
        assert re.findall(wrong, scripts) == [], wrong


def test_what_moves_can_be_stilled() -> None:
    assert "prefers-reduced-motion: reduce" in css()
    assert re.findall(r"@keyframes|scroll-behavior:\s*smooth", css()) == []
