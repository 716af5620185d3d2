"""Every colour that carries a meaning can be read on every ground that it stands on, in light and in dark."""

from itertools import product

import pytest

from tests.build_tools.theme.colours import STYLESHEETS, colours_of, contrast

READ = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3); held for large text too."""
SEEN = 3.0
"""The least contrast of lines, icons and focus rings (WCAG 2.2, 1.4.11)."""

PLAIN = ("paper", "paper-soft", "paper-deep", "accent-soft")
MEANINGS = ("safety", "say", "record", "evidence", "warning")
TEXT = [
    *product(("ink", "ink-soft", "accent", "accent-strong"), (*PLAIN, *(f"{name}-soft" for name in MEANINGS))),
    *product(MEANINGS, ("paper", "paper-soft")),
    *((name, f"{name}-soft") for name in MEANINGS),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-safety", "safety"),
    ("paper", "evidence"),
    ("paper", "ink"),
    ("ink", "mark"),
    *product(("on-head", "on-head-soft"), ("head", "head-deep")),
    ("head-deep", "focus-halo"),
]
LINES = [
    *product(("line-strong",), PLAIN),
    ("head-line", "head"),
    ("focus-halo", "focus"),
    ("focus-halo", "head"),
]
SCHEMES = {"light": colours_of("tokens.css")[0], "dark": colours_of("dark.css")[0]}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, READ), (LINES, SEEN)], ids=["text", "lines"])
def test_colours_can_be_told_apart(scheme: str, pairs: list[tuple[str, str]], least: float) -> None:
    colours = SCHEMES[scheme]
    ratios = {f"{one} on {other}": contrast(colours[f"--pg-{one}"], colours[f"--pg-{other}"]) for one, other in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_focus_ring_shows_on_any_ground(scheme: str) -> None:
    colours = SCHEMES[scheme]
    grounds = [name for name in colours if name.removeprefix("--pg-") in {*PLAIN, "head", "head-deep", "accent", "safety"}]
    rings = (colours["--pg-focus"], colours["--pg-focus-halo"])
    hidden = {ground for ground in grounds if max(contrast(ring, colours[ground]) for ring in rings) < SEEN}
    assert hidden == set()


def test_the_dark_colours_are_the_same_for_those_who_choose_them_and_those_whose_device_does() -> None:
    chosen, of_the_device = colours_of("dark.css")
    assert chosen == of_the_device


def test_each_scheme_gives_every_colour() -> None:
    assert SCHEMES["light"].keys() == SCHEMES["dark"].keys()


def test_colours_stand_in_the_two_lists_alone() -> None:
    elsewhere = {path.name for path in STYLESHEETS.glob("*.css") if path.name not in {"tokens.css", "dark.css"} and colours_of(path.name)}
    assert elsewhere == set()
