"""An address is written as it is read, and nothing else is an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice_models.vocabulary.address import Address, parse_address

names = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)


@given(names, names, st.lists(names, max_size=3), st.none() | names, st.booleans())
def test_an_address_is_read_as_it_was_written(kind: str, name: str, parts: list[str], publication: str | None, pinned: bool) -> None:
    kind = "".join(letter for letter in kind if not letter.isdigit()).strip("-").replace("--", "-") or "practice"
    version = "3.0.0" if pinned and publication else None
    address = Address(kind, name, tuple(parts), publication, version)
    assert parse_address(str(address)) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "practice",
        "practice:",
        ":x",
        "practice:A",
        "practice:a b",
        "x@1/practice:a",
        "../practice:a",
        "practice:a/../b",
        "https://example.org",
    ],
)
def test_what_is_no_address_is_none(text: str) -> None:
    assert parse_address(text) is None
