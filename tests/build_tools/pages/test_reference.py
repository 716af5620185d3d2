"""A package that only passes names on gets a page that leads to them; a module gets a page of its docstrings."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from build_tools.pages.reference import make_reference_volume

MODULES: Mapping[str, str] = {
    "__init__": (
        '"""Sums, for everybody."""\n\nfrom sums.adding import MOST, Sum, add\nfrom sums.parts import take\n\n'
        '__all__ = ["MOST", "Sum", "add"]\n'
    ),
    "adding": (
        '"""Adding up."""\n\nMOST: int = 9\n"""The most that is added.\n\nNo more."""\n\n\n'
        'class Sum:\n    """What comes out."""\n\n\ndef add() -> Sum:\n    """Add up.\n\n    All of it.\n    """\n'
    ),
    "parts/__init__": '"""Parts."""\n\n\ndef take() -> None:\n    """Take a part."""\n',
    "_inner": '"""Nobody\'s business."""\n',
    "silent": "LOUD = 1\n",
}


@pytest.fixture
def bodies(tmp_path: Path) -> Mapping[str, str]:
    for name, text in MODULES.items():
        path = tmp_path / f"{name}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    volume = make_reference_volume([("sums", str(tmp_path))])
    return {page.title: page.body for page in volume.pages}


def test_only_public_modules_that_say_what_they_are_have_a_page(bodies: Mapping[str, str]) -> None:
    assert sorted(bodies) == ["sums", "sums.adding", "sums.parts"]


def test_a_package_that_passes_names_on_leads_to_them_module_by_module(bodies: Mapping[str, str]) -> None:
    assert bodies["sums"].splitlines() == [
        "Sums, for everybody.",
        "",
        "## `sums.adding`",
        "",
        "Adding up.",
        "",
        "- [`MOST`][sums.adding.MOST]: The most that is added.",
        "- [`Sum`][sums.adding.Sum]: What comes out.",
        "- [`add`][sums.adding.add]: Add up.",
    ]


def test_a_package_that_defines_something_is_told_as_a_module_is(bodies: Mapping[str, str]) -> None:
    assert bodies["sums.parts"].startswith("::: sums.parts\n")
    assert bodies["sums.adding"].startswith("::: sums.adding\n")
