"""What is pinned for the site is pinned alike for the tests, with hashes and without the name of any host."""

import re
from pathlib import Path

REQUIREMENTS = Path(__file__).parent.parent.parent / "requirements"


def pins(name: str) -> dict[str, str]:
    """Each pinned package with its hashes."""
    text = re.sub(r"^ +#.*\n", "", (REQUIREMENTS / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {head: rest for head, _, rest in (entry.partition(" \\\n") for entry in re.split(r"\n(?=\S)", text.strip()))}


def test_the_tests_run_with_what_the_site_is_built_with() -> None:
    site, tests = pins("site.lock"), pins("test.lock")
    assert {name: tests.get(name) for name in site} == site


def test_every_pin_has_its_hashes_and_none_names_a_host() -> None:
    for name in ("site.lock", "test.lock"):
        assert all("--hash=sha256:" in hashes for hashes in pins(name).values())
        assert "://" not in (REQUIREMENTS / name).read_text(encoding="utf-8")


def test_the_site_can_match_and_regress() -> None:
    assert any(name.startswith("statsmodels==") for name in pins("site.lock"))
