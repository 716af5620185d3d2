"""Problems as data: where, which code, what was found and what was allowed."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

CODES: Mapping[str, str] = MappingProxyType(
    {
        "PG101": "The file is not well-formed YAML.",
        "PG102": "The file cannot be read as UTF-8 text.",
        "PG103": "The file is larger than a definition may be.",
        "PG104": "The file is nested deeper than a definition may be.",
        "PG105": "The file uses an anchor, an alias or a merge key.",
        "PG106": "A key stands twice in one mapping.",
        "PG107": "The file uses a YAML tag, or holds more than one document.",
        "PG108": "The file does not say what it holds.",
        "PG109": "The file or folder stands where nothing of its kind is read.",
        "PG201": "The key is unknown here.",
        "PG202": "A key is missing.",
        "PG203": "The value has the wrong type.",
        "PG204": "The value is none of those allowed.",
        "PG205": "The text does not have the form that is asked for.",
        "PG206": "The value is too small, too large, too short or too long.",
        "PG207": "The values do not go together.",
        "PG301": "An id stands twice.",
        "PG302": "A name leads to nothing.",
        "PG303": "A link in prose leads to nothing.",
        "PG304": "A link has a scheme that is not allowed.",
        "PG305": "Prose holds a picture.",
        "PG306": "Prose holds a heading.",
        "PG401": "Something published names no source.",
        "PG402": "A source is cited nowhere.",
        "PG501": "A stage cannot be reached.",
        "PG502": "A stage cannot be left.",
        "PG503": "The pathway does not begin in exactly one stage.",
        "PG504": "A practice belongs to no stage and no section.",
        "PG505": "An element is used nowhere.",
        "PG601": "Bands overlap.",
        "PG602": "Bands leave a gap.",
        "PG603": "The cap on one request is above the cap for one person.",
        "PG604": "Levels of approval overlap or leave a gap.",
        "PG605": "A rule can never apply, or always does.",
        "PG606": "The points of a scale are not in rising order.",
        "PG607": "The theory of change runs in a circle or backwards.",
        "PG608": "An outcome stands apart from the theory of change.",
        "PG609": "The limits of a progression criterion contradict each other.",
        "PG651": "What a question has does not fit how it is answered.",
        "PG652": "The limits of a question contradict each other.",
        "PG653": "A condition looks at a question that is not asked before.",
        "PG654": "A condition waits for an answer that its question does not have.",
        "PG655": "Software for forms cannot take the name.",
        "PG656": "A question does not say whether its answer is personal data, or what it is for.",
        "PG701": "Dates are out of order.",
        "PG702": "More than one edition is in force.",
        "PG703": "The folder's name is not the one that the file gives.",
        "PG704": "A folder lacks the file that says what it is.",
        "PG705": "An edition in force is not complete.",
        "PG706": "An edition in force does not say how it is evaluated.",
        "PG707": "What an evaluation works out is no calculation.",
        "PG801": "A sentence is too long.",
        "PG802": "A sentence of an easy-read sheet is too long.",
        "PG851": "A case names something that its edition does not have.",
        "PG852": "A value in a case is off its scale or out of range.",
        "PG853": "A case lacks something without which it cannot be worked out.",
        "PG854": "A case contradicts itself, or its edition.",
        "PG855": "What was computed is not what the example expects.",
        "PG856": "A rule that the example rests on has changed.",
        "PG857": "No worked example shows a rule of an edition in force.",
        "PG858": "A page of an edition in force has no worked example.",
        "PG859": "A chapter gives a share or percentage that nobody can check.",
        "PG901": "A link on a finished page leads to nothing on the site.",
        "PG902": "A link on a finished page leads to a place that its page does not have.",
        "PG903": "Two things claim one address of the site.",
    }
)
"""The closed list of problem codes with their meanings; each has a section in the problems reference."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file; line and column count from 1, and 0 means the file as a whole."""

    file: str
    """Path relative to the project folder, with forward slashes."""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{max(self.line, 1)}:{max(self.column, 1)}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that an author has to put right."""

    place: Place
    code: str
    """One of `CODES`."""
    message: str
    """What was found, what was allowed and, where one is near, the name that was meant."""

    def __str__(self) -> str:
        return f"{self.place}: {self.code} {self.message}"


class DefinitionError(Exception):
    """A stage ended with problems: all of them, in file order.

    Attributes:
        problems: The problems, sorted by place.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def nearest(name: str, allowed: Iterable[str], among: int = 8) -> str:
    """The end of a message: what was allowed and, where one is near, what was probably meant.

    Args:
        name: The name that was found.
        allowed: The names that would have done.
        among: How many of the allowed names to list at most.

    Returns:
        Such as `; allowed: assess, plan, start; did you mean 'start'?`.
    """
    names = sorted(set(allowed))
    if not names:
        return "; there is none to name"
    guess = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    listed = ", ".join(names[:among]) + (f" and {len(names) - among} more" if len(names) > among else "")
    return f"; allowed: {listed}" + (f"; did you mean '{guess[0]}'?" if guess else "")
