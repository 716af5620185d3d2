"""Content controls: the places of a document that are filled in, each with the id of what it asks for."""

import hashlib
from collections.abc import Sequence
from functools import cache
from itertools import count

from docx.oxml import ns
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

_MOST = 64
"""The most characters that Word keeps of a tag or a title."""
_EMPTY, _TICKED = "☐", "☒"
_TICK_FACE = "MS Gothic"
TICK = "Sheet tick"
"""Our own style of boxes to tick."""
_ROOM = "\u00a0" * 6
"""What an unfilled control holds, so that it can be seen and hit."""


@cache
def qn(name: str) -> str:
    """A prefixed name such as `w:tag` in full, looked up once: a document asks for the same few thousands of times."""
    return ns.qn(name)


def style_id(name: str) -> str:
    """The id of a style of a document by its name: the library's rule, whose own search takes longer than all else."""
    return name.replace(" ", "")


def make_element(name: str, attributes: dict[str, str] | None = None, *children: BaseOxmlElement) -> BaseOxmlElement:
    """An element of a document, such as `w:tag`.

    Args:
        name: With its prefix.
        attributes: Their names with their prefixes, such as `w:val`.
        children: What stands in it.
    """
    element: BaseOxmlElement = OxmlElement(name)
    for key, value in (attributes or {}).items():
        element.set(qn(key), value)
    element.extend(children)
    return element


def make_run(text: str, style: str | None = None, face: str | None = None) -> BaseOxmlElement:
    """A run of text, in which a line feed begins a new line.

    Args:
        text: The text.
        style: The id of a style of characters.
        face: The name of a typeface.
    """
    look = [make_element("w:rStyle", {"w:val": style})] if style else []
    look += [make_element("w:rFonts", {f"w:{use}": face for use in ("ascii", "hAnsi", "eastAsia", "cs")})] if face else []
    run = make_element("w:r", None, *([make_element("w:rPr", None, *look)] if look else []))
    for position, line in enumerate(text.split("\n")):
        if position:
            run.append(make_element("w:br"))
        if line:
            words = make_element("w:t", {"xml:space": "preserve"})
            words.text = line
            run.append(words)
    return run


class Controls:
    """Makes the content controls of one document, each with a number of its own."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def text(self, name: str, title: str, lines: int = 1) -> BaseOxmlElement:
        """A place to write.

        Args:
            name: The path of ids that leads to what it asks for: `aims/decision`.
            title: What a screen reader says of it.
            lines: How many lines it shows as long as nothing is written.
        """
        return self._control(name, title, make_element("w:text", {"w:multiLine": "1"}), _ROOM + "\n" * (lines - 1))

    def choice(self, name: str, title: str, choices: Sequence[str]) -> BaseOxmlElement:
        """A place to choose one of several entries from a list."""
        items = [make_element("w:listItem", {"w:displayText": choice, "w:value": choice}) for choice in choices]
        return self._control(name, title, make_element("w:dropDownList", None, *items), _ROOM)

    def tick(self, name: str, title: str) -> BaseOxmlElement:
        """A box to tick."""
        states = (("w14:checked", None), ("w14:checkedState", _TICKED), ("w14:uncheckedState", _EMPTY))
        box = make_element("w14:checkbox", None, *(_state(state, sign) for state, sign in states))
        content = make_element("w:sdtContent", None, make_run(_EMPTY, style=style_id(TICK), face=_TICK_FACE))
        return make_element("w:sdt", None, self._properties(name, title, box), content)

    def _control(self, name: str, title: str, sort: BaseOxmlElement, shown: str) -> BaseOxmlElement:
        content = make_element("w:sdtContent", None, make_run(shown, style="PlaceholderText"))
        return make_element("w:sdt", None, self._properties(name, title, make_element("w:showingPlcHdr"), sort), content)

    def _properties(self, name: str, title: str, *more: BaseOxmlElement) -> BaseOxmlElement:
        return make_element(
            "w:sdtPr",
            None,
            make_element("w:alias", {"w:val": _cut(title)}),
            make_element("w:tag", {"w:val": control_tag(name)}),
            make_element("w:id", {"w:val": str(next(self._numbers))}),
            *more,
        )


def control_tag(name: str) -> str:
    """The tag of a control: its path of ids, or as much of it as there is room for and a digest of the whole."""
    return name if len(name) <= _MOST else f"{name[: _MOST - 9]}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _cut(title: str) -> str:
    return title if len(title) <= _MOST else f"{title[: _MOST - 2].rstrip()} …"


def _state(name: str, sign: str | None) -> BaseOxmlElement:
    if sign is None:
        return make_element(name, {"w14:val": "0"})
    return make_element(name, {"w14:val": f"{ord(sign):04X}", "w14:font": _TICK_FACE})
