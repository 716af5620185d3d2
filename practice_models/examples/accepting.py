"""Writes what was computed into an example's file, in place: the author's comments, order and layout stay.

Only what differs is touched. A value is replaced where it stands; an entry that did not come out is taken out, line and
all; a new one is put in after its neighbours, written as they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from practice_models.examples.expectations import Name, named
from practice_models.examples.working import Result
from practice_models.reading.yaml_text import Path, find_node
from practice_models.vocabulary.base import Word

_INDENT = 2


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a text, and what stands there instead."""

    start: int
    end: int
    text: str
    last: bool = False
    """Whether it comes after all else that is put in at the same place: a new key after new entries of the list before it."""


def accept(text: str, path: Path, expected: Result | None, computed: Result) -> str:
    """A definition file's text with an example's expected result brought up to date.

    Args:
        text: The whole file.
        path: Where in the file the case stands, which holds `expect`.
        expected: What the file expects now, or None where it expects nothing yet.
        computed: What came out.
    """
    text = text if text.endswith("\n") else f"{text}\n"
    case = find_node(text, path)
    held = _value(case, "expect")
    if expected is None or held is None:
        return _add_expect(text, case, computed)
    edits = sorted(_edit_word(text, held, expected, computed), key=lambda edit: (edit.start, edit.end, edit.last))
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _add_expect(text: str, case: yaml.Node, computed: Result) -> str:
    """The text with a new `expect` at the end of a case."""
    indent = case.value[0][0].start_mark.column
    lines = [f"{' ' * indent}expect:", *(f"{' ' * (indent + _INDENT)}{line}" for line in _block(computed))]
    end = _end_of_content(text, case)
    return text[:end] + "\n" + "\n".join(lines) + text[end:]


def _end_of_content(text: str, node: yaml.Node) -> int:
    """Where the last line of a block ends, without the blank lines and comments that follow it."""
    last = node
    while isinstance(last, (yaml.MappingNode, yaml.SequenceNode)) and not last.flow_style and last.value:
        last = last.value[-1][1] if isinstance(last, yaml.MappingNode) else last.value[-1]
    end = len(text[: last.end_mark.index].rstrip())
    stop = text.find("\n", end)
    return len(text) if stop < 0 else stop


def _block(result: Word) -> Iterator[str]:
    """A result as the lines of a block: one line an entry of a list."""
    for field in type(result).model_fields:
        value = getattr(result, field)
        if isinstance(value, tuple) and value:
            yield f"{field}:"
            yield from (f"  - {line}" for word in value for line in [_flow(word)])
        elif (not isinstance(value, tuple) and value is not None) or type(result).model_fields[field].is_required():
            yield f"{field}: {_scalar(value)}"


def _flow(word: Word) -> str:
    """A word as one flow mapping, without what it need not say."""
    shown = {
        name: getattr(word, name)
        for name, field in type(word).model_fields.items()
        if field.is_required() or getattr(word, name) != field.get_default()
    }
    return "{" + ", ".join(f"{name}: {_scalar(value)}" for name, value in shown.items()) + "}"


def _scalar(value: object) -> str:
    """A value as YAML inside a flow collection."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_scalar, value))}]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    plain = not isinstance(value, str) or (_is_plain(text) and not any(mark in text for mark in ",[]{}:#?'\""))
    if plain or (":" in text and " " not in text and not any(mark in text for mark in ",[]{}#'\"") and not text.endswith(":")):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_plain(text: str) -> bool:
    """Whether a text stays text without quotes."""
    return bool(text) and (text[0].isalpha() and text not in ("null", "true", "false", "~"))


def _value(node: yaml.Node, key: str) -> Any:
    return next((value for name, value in node.value if name.value == key), None)


def _edit_word(text: str, node: yaml.CollectionNode, theirs: Word, ours: Word) -> Iterator[Edit]:
    """The edits that turn one mapping into another."""
    for field in type(ours).model_fields:
        wanted, found, held = getattr(theirs, field), getattr(ours, field), _value(node, field)
        if wanted == found:
            continue
        lists = any(isinstance(value, tuple) and any(isinstance(each, Word) for each in value) for value in (wanted, found))
        if held is None:
            yield from _add_key(text, node, field, found, lists=lists)
        elif not lists:
            yield Edit(held.start_mark.index, held.end_mark.index, _scalar(found))
        elif held.flow_style and wanted:
            yield Edit(held.start_mark.index, held.end_mark.index, f"[{', '.join(map(_flow, found))}]")
        elif not found:
            yield Edit(text.rindex(":", 0, held.start_mark.index) + 1, _end_of_content(text, held), " []")
        elif not wanted:
            indent = " " * (node.start_mark.column + _INDENT)
            lines = "".join(f"\n{indent}- {_flow(word)}" for word in found)
            yield Edit(text.rindex(":", 0, held.start_mark.index) + 1, held.end_mark.index, lines)
        else:
            yield from _edit_list(text, held, wanted, found)


def _add_key(text: str, node: yaml.CollectionNode, field: str, value: Any, *, lists: bool) -> Iterator[Edit]:
    """A key that a mapping does not have yet."""
    if node.flow_style:
        end = node.end_mark.index - 1
        yield Edit(end, end, f"{', ' if node.value else ''}{field}: {_scalar(value)}")
        return
    indent, end = " " * node.value[0][0].start_mark.column, _end_of_content(text, node)
    if lists:
        lines = "".join(f"\n{indent}  - {_flow(word)}" for word in value)
        yield Edit(end, end, f"\n{indent}{field}:{lines}", last=True)
    else:
        yield Edit(end, end, f"\n{indent}{field}: {_scalar(value)}", last=True)


def _edit_list(text: str, node: yaml.CollectionNode, theirs: Sequence[Word], ours: Sequence[Word]) -> Iterator[Edit]:
    """The edits that turn one list of words into another; entries are known by their names."""
    expected, computed = named(theirs), named(ours)
    for name, (place, word) in expected.items():
        item = node.value[place]
        if name in computed:
            yield from _edit_word(text, item, word, computed[name][1])
        else:
            start, end = _lines_of(text, item)
            yield Edit(start, end, "")
    order = list(computed)
    for name in order:
        if name not in expected:
            yield _insertion(text, node, name, order, expected, computed[name][1])


def _insertion(
    text: str, node: yaml.CollectionNode, name: Name, order: list[Name], expected: dict[Name, tuple[int, Word]], word: Word
) -> Edit:
    """A new entry after the nearest neighbour before it that is there already, or before the first one."""
    indent = " " * (node.start_mark.column)
    before = [other for other in order[: order.index(name)] if other in expected]
    if before:
        item = node.value[expected[before[-1]][0]]
        end = _lines_of(text, item)[1] - 1
        return Edit(end, end, f"\n{indent}- {_flow(word)}")
    start, _ = _lines_of(text, node.value[0])
    return Edit(start, start, f"{indent}- {_flow(word)}\n")


def _lines_of(text: str, item: yaml.Node) -> tuple[int, int]:
    """The whole lines that an entry of a block list fills, its end-of-line comment included."""
    start = text.rfind("\n", 0, item.start_mark.index) + 1
    end = text.find("\n", max(_end_of_content(text, item) - 1, item.start_mark.index))
    return start, len(text) if end < 0 else end + 1
