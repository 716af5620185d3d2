"""A decision as an upright flow: questions in order, the way on straight down, the other answer to a box at the side."""

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.pictures.framing import FIT_WIDTH, frame_picture
from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.lettering import BODY, NAME, STRONG, TextBlock, set_text
from build_tools.pictures.markup import Markup, escape_text, tag, together
from build_tools.pictures.picture import Picture
from build_tools.pictures.shapes import draw_arrow, draw_box, draw_circle, draw_link, draw_node, draw_octagon, draw_text
from build_tools.pictures.words import html_link, html_list

_EDGE = 2
_PADDING = 14
_BADGE = 16
_TEXT_LEFT = 2 * _PADDING + 2 * _BADGE - 2
_SPINE = _EDGE + _PADDING + _BADGE
_BRANCH = 88
_ASIDE = 122
_DROP = 16


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the answer that leads on, and what the other answer leads to."""

    title: str
    ask: str
    onward: str
    """The answer that leads to the next question, in one word."""
    sideways: str
    """The other answer, which leads to the box at the side."""
    aside_title: str
    """What to do on the other answer, in a few words."""
    aside: str
    """The same at more length."""
    in_full: str = ""
    """What the words add to it, for a text that would be long in a picture."""
    is_safety: bool = False
    """Whether the other answer is a safety stop."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A question set to the width of the drawing."""

    question: Question
    title: TextBlock
    ask: TextBlock
    aside_title: TextBlock
    aside: TextBlock

    @property
    def height(self) -> float:
        """The height of the question's box."""
        return max(self.title.height + self.ask.height + (4 if self.ask.lines else 0), 2 * _BADGE) + 2 * _PADDING - 2

    @property
    def aside_height(self) -> float:
        """The height of the box at the side."""
        return self.aside_title.height + self.aside.height + 22


def draw_flow(questions: Sequence[Question], *, key: str, title: str, end: str, end_href: str | None = None) -> Picture:
    """The questions as a flow from top to bottom.

    Args:
        questions: In the order of asking.
        key: What the picture's ids begin with.
        title: The picture's name.
        end: What it means that every answer led on.
        end_href: Where the end leads.
    """
    parts: list[Markup] = []
    y: float = _EDGE
    for position, question in enumerate(questions, start=1):
        y = _draw_question(parts, _set_question(question), position, y)
    y = _draw_end(parts, end, end_href, y)
    return frame_picture(
        parts, key=key, title=title, description=_describe(questions, end), words=_in_words(questions, end, end_href), height=y + _EDGE
    )


def _set_question(question: Question) -> _Block:
    width = FIT_WIDTH - _EDGE - _TEXT_LEFT - _PADDING
    beside = FIT_WIDTH - _EDGE - _ASIDE - 2 * 12
    return _Block(
        question,
        set_text(question.title, NAME, width),
        set_text(question.ask, BODY, width),
        set_text(question.aside_title, STRONG, beside - (28 if question.is_safety else 0)),
        set_text(question.aside, BODY, beside),
    )


def _draw_question(parts: list[Markup], block: _Block, position: int, y: float) -> float:
    """Add a question with the box beside it and the way on.

    Returns:
        Where the next box begins.
    """
    question = block.question
    box = Box(_EDGE, y, FIT_WIDTH - 2 * _EDGE, block.height)
    aside = Box(_ASIDE, box.bottom + _DROP, FIT_WIDTH - _EDGE - _ASIDE, block.aside_height)
    following = aside.bottom + _DROP + 4
    level = min(aside.middle.y, aside.y + 36)
    yes, no = set_text(question.onward, STRONG, 60), set_text(question.sideways, STRONG, 60)
    parts += [
        _draw_asked(block, box, position),
        draw_arrow((Point(_BRANCH, box.bottom), Point(_BRANCH, level), Point(aside.x, level))),
        draw_text(no, Point(_BRANCH - 8, level - no.height - 2), anchor="end"),
        _draw_aside(block, aside),
        draw_arrow((Point(_SPINE, box.bottom), Point(_SPINE, following))),
        draw_text(yes, Point(_SPINE + 10, following - yes.height - 6)),
    ]
    return following


def _draw_asked(block: _Block, box: Box, position: int) -> Markup:
    middle = Point(_SPINE, box.y + _PADDING + _BADGE)
    number = set_text(str(position), STRONG, 2 * _BADGE)
    top = box.y + _PADDING - 1
    return draw_node(
        draw_box(box),
        draw_circle(middle, _BADGE, "solid"),
        draw_text(number, Point(middle.x, middle.y - number.height / 2), "reverse", anchor="middle"),
        draw_text(block.title, Point(_TEXT_LEFT, top)),
        draw_text(block.ask, Point(_TEXT_LEFT, top + block.title.height + 4)),
    )


def _draw_aside(block: _Block, box: Box) -> Markup:
    safety = block.question.is_safety
    left, top = box.x + 12, box.y + 10
    parts = [draw_box(box, "safety" if safety else "aside")]
    if safety:
        parts.append(draw_octagon(Point(left + 10, top + block.aside_title.lettering.leading / 2), 10))
    parts.append(draw_text(block.aside_title, Point(left + (28 if safety else 0), top), "safety" if safety else ""))
    parts.append(draw_text(block.aside, Point(left, top + block.aside_title.height + 2)))
    return draw_node(*parts)


def _draw_end(parts: list[Markup], end: str, href: str | None, y: float) -> float:
    """Add what follows when every answer leads on.

    Returns:
        Where it ends.
    """
    label = set_text(end, NAME, FIT_WIDTH - 2 * _EDGE - 2 * _PADDING)
    box = Box(_EDGE, y, FIT_WIDTH - 2 * _EDGE, label.height + 2 * _PADDING - 2)
    text = draw_text(label, Point(box.x + _PADDING, box.y + _PADDING - 1), "name" if href else "")
    parts.append(draw_node(draw_link(href, draw_box(box, "accent"), text)))
    return box.bottom


def _describe(questions: Sequence[Question], end: str) -> str:
    """What there is to see, in sentences."""
    asked = [
        f"{position}. {_phrase(question.title)}. {question.sideways}: {_phrase(question.aside_title)}."
        for position, question in enumerate(questions, start=1)
    ]
    return f"Questions from top to bottom. {' '.join(asked)} Otherwise: {_phrase(end)}."


def _phrase(text: str) -> str:
    """A label without the mark that it ends in, to stand in a sentence."""
    return text.rstrip(".,:?")


def _in_words(questions: Sequence[Question], end: str, end_href: str | None) -> Markup:
    items = [
        together(
            tag("strong", escape_text(question.title)),
            Markup(". "),
            escape_text(question.ask),
            html_list(
                (
                    escape_text(f"{question.sideways}: {question.aside_title} {question.in_full or question.aside}"),
                    escape_text(f"{question.onward}: go on."),
                )
            ),
        )
        for question in questions
    ]
    return html_list([*items, html_link(end_href, end)], first=1)
