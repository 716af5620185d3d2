"""The reference of the vocabulary: every word with its fields, as a page of Markdown made from the words themselves."""

import inspect
import re
import types
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from practice_models.vocabulary.base import (
    AddressText,
    Day,
    Element,
    Identifier,
    Line,
    Names,
    NamesPart,
    Part,
    Prose,
    Version,
    Word,
)
from practice_models.vocabulary.example import Answer, CalendarName, PersonRow, TimeOfDay
from practice_models.vocabulary.kinds import KINDS, Kind
from practice_models.vocabulary.pathway import Duration
from practice_models.vocabulary.plan import Money
from practice_models.vocabulary.results import CalculatedFigure, Figure, RuleAddress
from practice_models.vocabulary.sheet import CellText

_HEAD = """\
# Vocabulary

Every word that a definition can use, with its fields. This page is made from the vocabulary itself, so it is complete.

A definition file ends in `.yaml` and holds one of two things:

- **one thing**, opened by its kind and its id: `practice: first-appointment`;
- **lists of things** under their plural names: `roles:`, `events:`, `records:`. Each thing in a list has an `id`.

A key that is not on this page is refused. How to write well is told in the how-to pages; the
[problems](problems.md) say what may not be.

## Values { #values }

**One line**
:   Plain text on one line, taken letter for letter. Put it in quotes where it holds `: ` or ` #`, and, inside `{ }` or
    `[ ]`, where it holds a comma.

**Markdown**
:   Text with paragraphs, emphasis, lists, tables and links. No headings and no pictures.

**Id**
:   Lower-case words joined by hyphens, such as `first-appointment`. Permanent: the same id is the same thing in every
    edition.

**Address**
:   The name of a thing anywhere: `practice:first-appointment` in the same edition,
    `interchange/practice:first-appointment` in the edition of another guide that is in force,
    `interchange@2.0.0/stage:assessment` in one edition for good. A piece follows after a slash:
    `practice:first-appointment/steps/ask-what-is-going-well`.

**Day**
:   Written as `2026-11-23`.

**Duration**
:   Calendar time in ISO 8601: `P2W` is two weeks, `P3M` three months, `P5D` five days, `PT24H` 24 hours.

**Version**
:   Three numbers joined by full stops, such as `3.0.0`.
"""
_GROUPS = (
    (
        "project",
        "Beside the guides",
        "beside-the-guides",
        "These belong to the whole project. Their files stand in the definitions folder, next to `guides`.",
    ),
    ("publication", "A guide", "a-guide", "It stands in `guides/<guide>/guide.yaml`."),
    (
        "edition",
        "In an edition",
        "in-an-edition",
        "Their files stand anywhere in `guides/<guide>/<version>/`; the edition's own is `edition.yaml`.",
    ),
)
_COMMON = (
    ("Element", Element, "What most things have, beside fields of their own. Where a file opens with a thing, that line gives the id."),
    ("Piece", Part, "What a piece of a thing has, such as a step of a practice. Each has an address of its own."),
)
_COMMON_FIELDS = frozenset({"id", "title", "basis", "sources"})
_NAMED: tuple[tuple[Any, str], ...] = (
    (Line, "one line"),
    (CellText, "one line, or nothing"),
    (Prose, "Markdown"),
    (Identifier, "an id"),
    (AddressText, "an address"),
    (Version, "a version"),
    (Day, "a day"),
    (Duration, "a duration"),
    (Money, "an amount of money, such as `150` or `12.50`"),
    (Answer, "a value of the item's scale, or `blank`"),
    (TimeOfDay, 'a time of day in quotes, such as `"14:30"`'),
    (CalendarName, "the name of a calendar"),
    (Figure, "a number"),
    (CalculatedFigure, "a number"),
    (RuleAddress, "the address of a rule"),
    (PersonRow, "a row of numbers, such as `[34, 2, 1]`"),
)
_PLAIN: Mapping[Any, str] = {str: "text", bool: "`true` or `false`", int: "a whole number", float: "a number", Decimal: "a number"}
_NAMES = {kind.word: kind.name for kind in KINDS.values()} | {Element: "element", Part: "piece"}


def vocabulary_page() -> str:
    """The whole page as Markdown."""
    return "\n\n".join(text.strip() for text in (_HEAD, _index(), *_kinds(), *_common(), *_pieces())) + "\n"


def _index() -> str:
    """Links to everything that a file can hold."""
    return "## Things { #things }\n\n" + ", ".join(f"[{kind.name.replace('-', ' ')}](#{kind.name})" for kind in KINDS.values())


def _kinds() -> Iterator[str]:
    for place, title, anchor, where in _GROUPS:
        yield f"## {title} {{ #{anchor} }}\n\n{where}"
        for kind in KINDS.values():
            if kind.belongs_to == place:
                yield _section(kind.word, _opening(kind))


def _opening(kind: Kind) -> str:
    """How a file says that it holds this kind."""
    example = {"edition": "1.0.0", "guide": "the-folders-name"}.get(kind.name, "its-id")
    alone = f"`{kind.key}: {example}`"
    return f"Opens as {alone}." if kind.name in ("guide", "edition") else f"Opens as {alone}, or stands in a list under `{kind.plural}:`."


def _common() -> Iterator[str]:
    yield "## What many have { #what-many-have }"
    for title, word, about in _COMMON:
        yield f"### {title} {{ #{_NAMES[word]} }}\n\n{about}\n\n{''.join(_fields(word, word.model_fields))}"


def _pieces() -> Iterator[str]:
    yield "## Pieces { #pieces }\n\nWhat stands inside the words above, in order of name."
    inner = {word for kind in KINDS.values() for word in _inside(kind.word)} - {kind.word for kind in KINDS.values()}
    for word in sorted(inner, key=_name):
        yield _section(word, "")


def _inside(word: type[Word]) -> Iterator[type[Word]]:
    """The words that a word is made of, and those that they are made of."""
    for hint in _hints(word).values():
        for inner in _words_in(hint):
            yield inner
            yield from _inside(inner)


def _words_in(hint: Any) -> Iterator[type[Word]]:
    if isinstance(hint, type) and issubclass(hint, Word):
        yield hint
    for part in get_args(hint):
        yield from _words_in(part)


def _hints(word: type[Word]) -> dict[str, Any]:
    """The annotation of each field of a word, with what is written beside the bare type."""
    return {name: hint for name, hint in get_type_hints(word, include_extras=True).items() if name in word.model_fields}


def _section(word: type[Word], opening: str) -> str:
    name = _name(word)
    title = name.replace("-", " ").capitalize()
    about = " ".join(inspect.cleandoc(word.__doc__ or "").split("\n\n")[0].split())
    shared = next((base for _, base, _ in _COMMON if issubclass(word, base)), None)
    own = [field for field in word.model_fields if not (shared and field in _COMMON_FIELDS and field in shared.model_fields)]
    also = f"It also has what every [{_NAMES[shared]}](#{_NAMES[shared]}) has.\n\n" if shared else ""
    key = next((kind.id_field for kind in KINDS.values() if kind.word is word), None)
    fields = "".join(_fields(word, (field for field in own if field != key)))
    return f"### {title} {{ #{name} }}\n\n{' '.join(filter(None, (about, opening)))}\n\n{also}{fields}"


def _name(word: type[Word]) -> str:
    """A word's name in anchors: a kind's own, or that of its class, `safety-stop`."""
    return _NAMES.get(word) or re.sub(r"(?<!^)(?=[A-Z])", "-", word.__name__).lower()


def _fields(word: type[Word], names: Iterable[str]) -> Iterator[str]:
    hints = _hints(word)
    for name in names:
        field = word.model_fields[name]
        need = "**Required**" if field.is_required() else "Optional"
        yield f"`{name}`\n:   {need}, {_type(hints[name], field)}. {field.description}{_default(field)}\n\n"


def _default(field: FieldInfo) -> str:
    value = field.get_default()
    if field.is_required() or value is None or value == ():
        return ""
    shown = ", ".join(value) if isinstance(value, tuple) else str(value).lower() if isinstance(value, bool) else value
    return f" Left out, it is `{shown}`."


def _type(hint: Any, field: FieldInfo | None = None) -> str:
    """What a value must be, in plain words."""
    named = next((words for alias, words in _NAMED if hint == alias), None) or _named_thing(hint)
    if named:
        return named
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _type(next(part for part in get_args(hint) if part is not type(None)), field)
    if origin is tuple:
        return _list(get_args(hint)[0], field)
    if origin is Literal:
        return _choices([f"`{choice}`" for choice in get_args(hint)])
    return _plain(hint, field)


def _named_thing(hint: Any) -> str | None:
    """What is named by its id, where a value names something."""
    for mark in getattr(hint, "__metadata__", ()):
        if isinstance(mark, Names):
            return f"the id of {_linked(mark.kind)}"
        if isinstance(mark, NamesPart):
            return f"the id of one of the `{mark.collection.rpartition('.')[2]}`"
    return None


def _plain(hint: Any, field: FieldInfo | None) -> str:
    """A word inside a word, or a bare value with its range."""
    marks = getattr(hint, "__metadata__", ())
    bare = get_args(hint)[0] if marks else hint
    if issubclass(bare, Word):
        return _linked(_name(bare))
    written = (inner for mark in marks for inner in getattr(mark, "metadata", ()))
    return _PLAIN[bare] + _range([*written, *(field.metadata if field else ())])


def _list(inner: Any, field: FieldInfo | None) -> str:
    least = next((mark.min_length for mark in field.metadata if hasattr(mark, "min_length")), 0) if field else 0
    return f"a list; each {_type(inner)}" + (f"; at least {least}" if least else "")


def _range(marks: Iterable[Any]) -> str:
    bounds = {name: getattr(mark, name) for mark in marks for name in ("ge", "le") if hasattr(mark, name)}
    return f" from {bounds['ge']:,} to {bounds['le']:,}" if len(bounds) == 2 else ""


def _choices(names: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _linked(name: str) -> str:
    return f"{'an' if name[0] in 'aeiou' else 'a'} [{name.replace('-', ' ')}](#{name})"
