"""YAML text becomes plain data: nothing runs, nothing explodes, and no meaning changes in silence."""

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from practice_models.reading.yaml_text import MAX_DEPTH, Data, Fault, TextError, locate, parse_yaml, resolve_scalar


def read(raw: bytes) -> tuple[Data, tuple[Fault, ...]]:
    """What bytes give: data, or faults."""
    try:
        return parse_yaml(raw), ()
    except TextError as error:
        return None, error.faults


def faults_of(raw: bytes) -> list[str]:
    return [fault.code for fault in read(raw)[1]]


@pytest.mark.parametrize(
    "word", ["no", "yes", "on", "off", "y", "n", "1:30", "2026-11-23", "0x1F", "0o17", ".inf", ".nan", "1_000", "=", "<<"]
)
def test_what_yaml_1_1_would_turn_into_something_else_stays_text(word: str) -> None:
    assert parse_yaml(f"value: {word}".encode()) == {"value": word}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("012", 12),
        ("3.10", 3.1),
        ("1e3", 1000.0),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_plain_scalars_have_the_types_of_yaml_1_2(written: str, value: object) -> None:
    assert parse_yaml(f"value: {written}".encode()) == {"value": value}


@pytest.mark.parametrize("written", ["'12'", '"true"', "'null'", "|\n  12", ">-\n  no"])
def test_what_is_quoted_stays_text(written: str) -> None:
    data = parse_yaml(f"value: {written}".encode())
    assert isinstance(data, dict)
    assert isinstance(data["value"], str)


BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (letter, letter, b",".join([b"*%c" % (letter - 1)] * 9)) for letter in range(98, 107)
)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"# big\n" * 1_700_000, "PG103"),
        (b"[" * 900_000, "PG104"),
        (b"- " * 450_000 + b"x", "PG104"),
        (b"? " * 450_000 + b"x", "PG104"),
        (b"a: " + b"{b: " * 1000 + b"1" + b"}" * 1000, "PG104"),
        (b"\n".join(b" " * depth + b"a:" for depth in range(1000)), "PG104"),
        (BOMB, "PG105"),
        (b"a: &a [*a]", "PG105"),
        (b"a: {<<: {b: 1}}", "PG105"),
        (b"a: !!python/object/apply:os.system ['true']", "PG107"),
        (b"a: !!str 5", "PG107"),
        (b"a: !include other.yaml", "PG107"),
        (b"a: 1\n---\nb: 2\n", "PG107"),
        (b"a: 1\na: 2\n", "PG106"),
        (b"a: {b: 1, b: 2}", "PG106"),
        (b"? [a, b]\n: 1\n", "PG203"),
        (b"a: 'b", "PG101"),
        (b"a:\n\tb: 1", "PG101"),
        (b"a: \x00", "PG101"),
        (b"a: \xff", "PG102"),
        (b"", "PG108"),
        (b"# only a comment\n", "PG108"),
    ],
)
def test_hostile_or_broken_text_is_refused_quickly(raw: bytes, code: str) -> None:
    start = time.process_time()
    assert code in faults_of(raw)
    assert time.process_time() - start < 1


def test_nesting_up_to_the_limit_is_read() -> None:
    assert parse_yaml(b"a: " + b"[" * (MAX_DEPTH - 1) + b"]" * (MAX_DEPTH - 1))


def test_all_faults_of_a_text_come_at_once() -> None:
    assert faults_of(b"a: 1\na: 2\nb: {c: 1, c: 2}\n") == ["PG106", "PG106"]


def test_every_node_can_be_located() -> None:
    raw = b"stages:\n  - id: meet\n    who: [one, two]\n"
    assert locate(raw, ("stages", 0, "who", 1)) == (3, 16)
    assert locate(raw, ("stages", 0, "who"), key=True) == (3, 5)
    assert locate(raw, ("stages", 0, "missing")) == (2, 5)
    assert locate(raw, ()) == (1, 1)


plain = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)
trees = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | plain,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(plain.filter(lambda key: key != "<<"), inner, max_size=4),
    max_leaves=12,
)


def frozen(tree: object) -> object:
    if isinstance(tree, list):
        return tuple(frozen(item) for item in tree)
    if isinstance(tree, dict):
        return {key: frozen(value) for key, value in tree.items()}
    return tree


@given(tree=st.dictionaries(plain.filter(bool), trees, min_size=1, max_size=4))
def test_what_yaml_writes_is_read_back_unchanged(tree: dict[str, object]) -> None:
    keys_that_read_as_text = all(isinstance(resolve_scalar(key), str) for key in tree)
    raw = yaml.safe_dump(tree, allow_unicode=True, default_style='"' if not keys_that_read_as_text else None).encode()
    if b"!" in raw or b"&" in raw:
        raw = yaml.dump(tree, Dumper=_NoAlias, allow_unicode=True).encode()
    data, faults = read(raw)
    assert {fault.code for fault in faults} <= {"PG101", "PG106", "PG107"}
    assert faults or _spelt(data) == _spelt(frozen(tree))


class _NoAlias(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def _spelt(tree: object) -> object:
    """A tree with its scalars as text: whether quotes were needed is the writer's affair."""
    if isinstance(tree, tuple):
        return tuple(_spelt(item) for item in tree)
    if isinstance(tree, dict):
        return {str(key): _spelt(value) for key, value in tree.items()}
    return str(tree)


@given(raw=st.binary(max_size=200))
def test_no_bytes_whatever_raise_anything_but_faults(raw: bytes) -> None:
    _, faults = read(raw)
    assert all(fault.line >= 1 and fault.column >= 1 for fault in faults)
