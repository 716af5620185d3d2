"""YAML text to plain data, safely: YAML 1.2 core types, no tags, no aliases, no surprises.

The data holds no places. Where a problem must be shown, `locate` reads the text once more and finds the
line and column of any node by its path, so the good case pays nothing for them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import yaml

MAX_BYTES = 1_000_000
"""A definition file may be this long, in bytes; ours are a hundredth of it."""
MAX_DEPTH = 40
"""Mappings and lists may stand this deep in each other."""
MOST_FAULTS = 50
"""So many faults of one file are told at once; the others once these are put right."""

Step = str | int
Path = tuple[Step, ...]
"""The way from the top of a file to a node: keys and list positions, in turn."""
Data = bool | int | float | str | tuple["Data", ...] | dict[str, "Data"] | None

_INT = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_CORE = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    spelling: value for word, value in (("true", True), ("false", False)) for spelling in (word, word.capitalize(), word.upper())
}
_NUMBER_START = frozenset("0123456789+-.")
_LOOKS_DEEP = re.compile(r"\n(?:[ ]{41}|[ ]*(?:[-?][ ]+){8})")
_LOOKS_NAMED = re.compile(r"(?<![^\s,\[{])[&*!]\S")
_NO_BRACKETS = re.compile(r"[^\[\]{}]+")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # which of the two there is, only the machine knows
    """A loader that asks for no tags: what a plain value is, is decided here."""

    def resolve(self, *_: Any) -> str:
        """The same tag for every value."""
        return "tag:yaml.org,2002:str"

    def descend_resolver(self, *_: Any) -> None:
        """Nothing depends on where a value stands."""

    def ascend_resolver(self) -> None:
        """As above."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a text: a problem that does not know its file yet."""

    line: int
    column: int
    code: str
    message: str


class TextError(Exception):
    """The text cannot be turned into data.

    Attributes:
        faults: What is wrong, in the order of the text.
    """

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*(fault.message for fault in faults))
        self.faults = faults


def cut_short(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """The first faults of a file, the last of which says so where there are more."""
    if len(faults) <= MOST_FAULTS:
        return tuple(faults)
    last = faults[MOST_FAULTS - 1]
    return *faults[: MOST_FAULTS - 1], replace(last, message=f"{last.message} (this file has more problems; put these right first)")


def parse_yaml(raw: bytes) -> Data:
    """The data that a definition file's bytes spell.

    Args:
        raw: The whole file.

    Returns:
        Mappings as dictionaries with text keys, lists as tuples, plain scalars by the YAML 1.2 core schema:
        `no`, `1:30` and `2026-11-23` stay text.

    Raises:
        TextError: With codes PG101 to PG107; nothing was built from the text.
    """
    text = _decode(raw)
    _refuse_surprises(text)
    node = _compose(text)
    faults: list[Fault] = []
    data = _convert(node, faults)
    if faults:
        raise TextError(*cut_short(faults))
    return data


def locate(raw: bytes, path: Path, *, key: bool = False) -> tuple[int, int]:
    """The line and column, from 1, of the node at a path, or of its nearest existing parent.

    Args:
        raw: The whole file, known to parse.
        path: Keys and list positions from the top.
        key: True for the place of the last step's key instead of its value.
    """
    node = _composed(raw)
    mark = node.start_mark
    for position, step in enumerate(path):
        found = _child(node, step)
        if found is None:
            break
        key_node, node = found
        mark = key_node.start_mark if key and position == len(path) - 1 and key_node else node.start_mark
    return mark.line + 1, mark.column + 1


def find_words(raw: bytes, words: str, after: tuple[int, int]) -> tuple[int, int]:
    """The line and column, from 1, where words first stand at or below a line; that place itself where they do not.

    Args:
        raw: The whole file, in UTF-8.
        words: What to look for, letter for letter.
        after: Line and column of the value that holds them.
    """
    lines = raw.decode("utf-8-sig", "replace").splitlines(keepends=True)
    rest = "".join(lines[after[0] - 1 :])
    before, found, _ = rest.partition(words)
    if not found:
        return after
    return after[0] + before.count("\n"), len(before) - before.rfind("\n")


def find_node(text: str, path: Path) -> yaml.Node:
    """The node at a path in a text that is known to parse and to hold it, for those who edit a file in place.

    Args:
        text: The whole file, without a byte order mark.
        path: Keys and list positions from the top.
    """
    node = _compose(text)
    for step in path:
        found = _child(node, step)
        if found is None:
            raise KeyError(step)
        node = found[1]
    return node


def resolve_scalar(text: str) -> bool | int | float | str | None:
    """The value of a plain scalar by the YAML 1.2 core schema, decimal numbers only.

    Source:
        YAML 1.2.2, section 10.3.2, tag resolution; hexadecimal, octal and infinities stay text here.
    """
    if text in _CORE:
        return _CORE[text]
    if text[0] in _NUMBER_START:
        if _INT.match(text) and len(text) <= 18:
            return int(text)
        if _FLOAT.match(text) and len(text) <= 40:
            return float(text)
    return text


def _decode(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise TextError(Fault(1, 1, "PG103", f"the file is larger than a definition may be; allowed: at most {MAX_BYTES:,} bytes"))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        message = f"byte {raw[error.start]:#04x} is not UTF-8 text; save the file as UTF-8"
        raise TextError(Fault(line, column, "PG102", message)) from error


def _refuse_surprises(text: str) -> None:
    """Refuse depth, tags, anchors and aliases on the event stream, which needs no stack, wherever there may be any."""
    if not _LOOKS_DEEP.search(f"\n{text}") and not _LOOKS_NAMED.search(text) and _bracket_depth(text) < MAX_DEPTH // 2:
        return
    faults: list[Fault] = []
    depth = 0
    for event in _events(text):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.NodeEvent):
            faults.extend(_surprises(event))
            depth += isinstance(event, yaml.CollectionStartEvent)
        if depth > MAX_DEPTH:
            message = f"the value is nested {depth} deep; allowed: at most {MAX_DEPTH}"
            raise TextError(*faults, _fault(event.start_mark, "PG104", message))
        if len(faults) > MOST_FAULTS:
            break
    if faults:
        raise TextError(*cut_short(faults))


def _bracket_depth(text: str) -> int:
    """How deep brackets stand in each other, quotes aside: never less than the flow collections do."""
    depth = deepest = 0
    for bracket in _NO_BRACKETS.sub("", text):
        depth = depth + 1 if bracket in "[{" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _surprises(event: yaml.NodeEvent) -> Iterator[Fault]:
    if isinstance(event, yaml.AliasEvent):
        yield _fault(event.start_mark, "PG105", f"the alias '*{event.anchor}' is not allowed; write the value out in both places")
    elif event.anchor is not None:
        yield _fault(event.start_mark, "PG105", f"the anchor '&{event.anchor}' is not allowed; write the value out where it is needed")
    tag = getattr(event, "tag", None)
    if tag is not None:
        yield _fault(event.start_mark, "PG107", f"the tag '{tag}' is not allowed; write the plain value without a tag")


def _events(text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise TextError(_syntax_fault(error)) from error


@lru_cache(maxsize=1)
def _composed(raw: bytes) -> yaml.Node:
    """The nodes of the file in which something was located last: most often there is more to locate in it."""
    return _compose(_decode(raw))


def _compose(text: str) -> yaml.Node:
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
    except yaml.composer.ComposerError as error:
        raise TextError(_composer_fault(error)) from error
    except yaml.YAMLError as error:
        raise TextError(_syntax_fault(error)) from error
    finally:
        loader.dispose()
    if node is None:
        raise TextError(Fault(1, 1, "PG108", "the file is empty; it must open with what it holds, such as 'practice: first-appointment'"))
    return node


def _convert(node: yaml.Node, faults: list[Fault]) -> Data:
    if type(node) is yaml.ScalarNode:
        return node.value if node.style else resolve_scalar(node.value)
    if isinstance(node, yaml.SequenceNode):
        return tuple([_convert(child, faults) for child in node.value])
    data: dict[str, Data] = {}
    for key_node, value_node in node.value:
        key = key_node.value
        if type(key_node) is not yaml.ScalarNode:
            faults.append(_fault(key_node.start_mark, "PG203", "a key must be a word; found a list or a mapping"))
        elif key == "<<" and not key_node.style:
            faults.append(_fault(key_node.start_mark, "PG105", "'<<' merges another mapping; write its keys out here"))
        elif key in data:
            faults.append(_fault(key_node.start_mark, "PG106", f"the key '{key}' stands twice in one mapping; keep one"))
        else:
            data[key] = _convert(value_node, faults)
    return data


def _child(node: yaml.Node, step: Step) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return (None, node.value[step]) if step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    return None


def _fault(mark: Any, code: str, message: str) -> Fault:
    return Fault(mark.line + 1, mark.column + 1, code, message)


def _composer_fault(error: yaml.composer.ComposerError) -> Fault:
    mark = error.problem_mark or error.context_mark
    if "document" in str(error.problem or "") + str(error.context or ""):
        return _fault(mark, "PG107", "a second document starts here; a definition file holds one")
    return _fault(mark, "PG105", f"{error.problem}; anchors and aliases are not allowed, so write the value out")


def _syntax_fault(error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "the text cannot be read"
    context = getattr(error, "context", None)
    message = f"{what}{f' {context}' if context else ''}; check the indentation, quotes and colons here"
    return Fault(mark.line + 1, mark.column + 1, "PG101", message) if mark else Fault(1, 1, "PG101", message)
