"""A plan: strengths on the left, goals on the right, and lines from each goal to the strengths that it stands on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from build_tools.pictures.framing import FIT_WIDTH, frame_note, frame_picture
from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.lettering import BODY, NAME, STRONG, Lettering, TextBlock, set_text
from build_tools.pictures.markup import Markup, join, number
from build_tools.pictures.picture import Picture
from build_tools.pictures.plan_words import LOOSE, action_said, agreed_said, closed_said, describe_plan, lacks_of, plan_in_words
from build_tools.pictures.settling import settle
from build_tools.pictures.shapes import draw_box, draw_circle, draw_line, draw_node, draw_path, draw_polygon, draw_square, draw_text
from practice_models.vocabulary.example import CaseGoal, PlanCase, Strength
from practice_models.vocabulary.plan import Plan
from practice_models.vocabulary.results import PlanResult

Sign = Literal["done", "open", "lack", "loose", "none"]
"""What stands before a line of a goal."""

_EDGE = 2
_STRENGTHS = 122
_GOALS = 160
_PADDING = 10
_BETWEEN = 16
_INDENT = 24
_SIGN = 7.5
_FREE = "no goal stands on it yet"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a goal, with the sign before it and what is said about it below."""

    sign: Sign
    text: TextBlock
    more: TextBlock

    @property
    def height(self) -> float:
        """The height of the line."""
        return self.text.height + self.more.height


@dataclass(frozen=True, slots=True)
class _Goal:
    """A goal in its box."""

    goal: CaseGoal
    title: TextBlock
    lines: tuple[_Line, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class _Strength:
    """A strength in its box."""

    strength: Strength
    title: TextBlock
    more: TextBlock
    box: Box


def draw_plan(plan: Plan, case: PlanCase, result: PlanResult, *, key: str, title: str | None = None) -> Picture:
    """A plan with its goals, what they stand on, what happens, and what is lacking.

    Args:
        plan: The rules that it is held against.
        case: The strengths and goals.
        result: What it comes to.
        key: What the picture's ids begin with.
        title: The picture's name; made from the plan's title if left out.
    """
    name = title or f"The plan: {plan.title}"
    if not case.goals and not case.strengths:
        return frame_note("There are no strengths and no goals yet.", key=key, title=name)
    parts: list[Markup] = []
    y = _draw_head(parts, plan, case, result)
    goals = tuple(_place_goals(plan, case, result, y))
    strengths = tuple(_place_strengths(case, goals, y))
    places = {each.strength.id: each.box for each in strengths}
    parts += [_draw_strength(each) for each in strengths]
    parts += [_draw_goal(each, places) for each in goals]
    bottom = max([*(each.box.bottom for each in goals), *(each.box.bottom for each in strengths)])
    return frame_picture(
        parts,
        key=key,
        title=name,
        description=describe_plan(case, plan, result),
        words=plan_in_words(case, plan, result),
        height=bottom + 6,
    )


def _draw_head(parts: list[Markup], plan: Plan, case: PlanCase, result: PlanResult) -> float:
    """Add how the plan was agreed, what it lacks as a whole, and the names of the two sides.

    Returns:
        Where they end.
    """
    y: float = 4
    agreed = set_text(agreed_said(case, result), BODY, FIT_WIDTH - 2 * _EDGE)
    parts.append(draw_text(agreed, Point(_EDGE, y)))
    y += agreed.height + 4
    for lack in lacks_of(None, plan, result):
        said = set_text(lack, STRONG, FIT_WIDTH - 2 * _EDGE - _INDENT)
        parts.append(_draw_sign("lack", Point(_EDGE + 9, y + STRONG.leading / 2)))
        parts.append(draw_text(said, Point(_EDGE + _INDENT, y)))
        y += said.height + 4
    y += 8
    for name, x in (("Strengths", _EDGE), ("Goals", _GOALS)):
        parts.append(draw_text(set_text(name, NAME, FIT_WIDTH), Point(x, y)))
    return y + NAME.leading + 8


def _place_goals(plan: Plan, case: PlanCase, result: PlanResult, y: float) -> Iterator[_Goal]:
    width = FIT_WIDTH - _EDGE - _GOALS
    for goal in case.goals:
        title = set_text(goal.title, NAME, width - 2 * _PADDING)
        lines = tuple(_goal_lines(goal, plan, case, result, width - 2 * _PADDING - _INDENT))
        height = 2 * _PADDING + title.height + sum(line.height + 6 for line in lines)
        yield _Goal(goal, title, lines, Box(_GOALS, y, width, height))
        y += height + _BETWEEN


def _goal_lines(goal: CaseGoal, plan: Plan, case: PlanCase, result: PlanResult, width: float) -> Iterator[_Line]:
    nothing = set_text("", BODY, width)

    def line(sign: Sign, text: str, lettering: Lettering, more: str = "") -> _Line:
        return _Line(sign, set_text(text, lettering, width), set_text(more, BODY, width) if more else nothing)

    yield from (line("none", text, BODY) for text in closed_said(goal))
    if not goal.stands_on:
        yield line("loose", LOOSE, STRONG)
    for action in goal.actions:
        yield line("open" if action.done is None else "done", action.what, BODY, action_said(action, case))
    yield from (line("lack", text, STRONG) for text in lacks_of(goal, plan, result))


def _place_strengths(case: PlanCase, goals: Sequence[_Goal], y: float) -> Iterator[_Strength]:
    """The strengths in the order of the goals that stand on them, each as near to them as can be; those left over come last."""
    last = goals[-1].box.bottom if goals else y
    wanted = {strength.id: _wanted(strength, goals, last) for strength in case.strengths}
    ordered = sorted(case.strengths, key=lambda strength: wanted[strength.id])
    width = _STRENGTHS - 2 * _PADDING
    used = {name for each in goals for name in each.goal.stands_on}
    blocks = [
        (set_text(strength.title, STRONG, width), set_text("" if strength.id in used else _FREE, BODY, width)) for strength in ordered
    ]
    heights = [title.height + more.height + 2 * _PADDING for title, more in blocks]
    distances = [(one + other) / 2 + _BETWEEN - 4 for one, other in pairwise(heights)]
    middles = settle([wanted[strength.id] for strength in ordered], distances)
    moved = max((y - (middle - height / 2) for middle, height in zip(middles[:1], heights, strict=False)), default=0)
    for strength, (title, more), height, middle in zip(ordered, blocks, heights, middles, strict=True):
        yield _Strength(strength, title, more, Box(_EDGE, middle - height / 2 + max(moved, 0), _STRENGTHS, height))


def _wanted(strength: Strength, goals: Sequence[_Goal], last: float) -> float:
    """How far down a strength would like to stand: beside the goals that stand on it."""
    middles = [each.box.middle.y for each in goals if strength.id in each.goal.stands_on]
    return sum(middles) / len(middles) if middles else last


def _draw_strength(each: _Strength) -> Markup:
    at = Point(each.box.x + _PADDING, each.box.y + _PADDING)
    return draw_node(
        draw_box(each.box, "aside" if each.more.lines else "accent"),
        draw_text(each.title, at),
        draw_text(each.more, Point(at.x, at.y + each.title.height), "muted"),
    )


def _draw_goal(each: _Goal, places: Mapping[str, Box]) -> Markup:
    """A goal in its box: with lines to its strengths, or, where it is loose, with a dashed edge and an empty ring on it."""
    box, loose = each.box, not each.goal.stands_on
    x, y = box.x + _PADDING, box.y + _PADDING
    parts = [draw_box(box, "aside" if loose else ""), *_draw_ties(each, places), draw_text(each.title, Point(x, y))]
    if loose:
        parts.append(draw_circle(Point(box.x, box.y + _PADDING + NAME.leading / 2), 5, "finding"))
    y += each.title.height
    for line in each.lines:
        y += 6
        parts.append(_draw_sign(line.sign, Point(x + 9, y + line.text.lettering.leading / 2)))
        left = x if line.sign == "none" else x + _INDENT
        parts.append(draw_text(line.text, Point(left, y)))
        parts.append(draw_text(line.more, Point(left, y + line.text.height), "muted"))
        y += line.height
    return draw_node(*parts)


def _draw_ties(each: _Goal, places: Mapping[str, Box]) -> Iterator[Markup]:
    """A line with a dot at both ends to each strength that the goal stands on."""
    ties = sorted(dict.fromkeys(each.goal.stands_on), key=lambda name: places[name].y)
    for position, name in enumerate(ties, start=1):
        start = Point(each.box.x, each.box.y + each.box.height * position / (len(ties) + 1))
        end = Point(places[name].right, _port(each, places[name]))
        middle = number((start.x + end.x) / 2)
        path = f"M{number(start.x)} {number(start.y)}C{middle} {number(start.y)} {middle} {number(end.y)} {number(end.x)} {number(end.y)}"
        yield draw_path(path, "halo")
        yield draw_path(path, "rule")
        yield from (draw_circle(place, 4, "dot") for place in (start, end))


def _port(each: _Goal, strength: Box) -> float:
    """Where a line joins a strength: towards the goal that it comes from."""
    room = strength.height / 2 - 12
    return strength.middle.y + max(-room, min(room, (each.box.middle.y - strength.middle.y) / 6))


def _draw_sign(sign: Sign, middle: Point) -> Markup:
    """The sign before a line: a box with a tick, an empty box, a triangle with a stroke and a dot, or a broken ring."""
    x, y = middle
    match sign:
        case "done":
            tick = draw_line((Point(x - 4, y), Point(x - 1, y + 3.5), Point(x + 4.5, y - 4)), "rule", radius=0)
            return join([draw_square(middle, _SIGN, "mark"), tick])
        case "open":
            return draw_square(middle, _SIGN, "mark")
        case "lack":
            triangle = draw_polygon((Point(x, y - 8), Point(x + 9, y + 7.5), Point(x - 9, y + 7.5)), "finding")
            return join([triangle, draw_line((Point(x, y - 2), Point(x, y + 2)), "rule"), draw_circle(Point(x, y + 4.8), 1, "dot")])
        case "loose":
            return draw_circle(middle, _SIGN, "finding", "waiting")
        case "none":
            return Markup("")
