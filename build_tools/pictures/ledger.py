"""The fund's ledger for one person: each request with what became of it, the rule that decided it, and what is left."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from build_tools.pictures.days import day_text
from build_tools.pictures.framing import FIT_WIDTH, frame_note, frame_picture
from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.lettering import BODY, NAME, STRONG, TextBlock, set_text
from build_tools.pictures.markup import Markup, escape_text, join, tag, together
from build_tools.pictures.picture import Picture
from build_tools.pictures.shapes import draw_circle, draw_cross, draw_line, draw_node, draw_rect, draw_square, draw_text, draw_tick
from build_tools.pictures.words import count_of, html_table, listed, money
from practice_models.vocabulary.example import FundRequest, PlanCase
from practice_models.vocabulary.plan import Fund
from practice_models.vocabulary.results import Decision, PlanResult

Outcome = Literal["agreed", "refused", "waiting"]

_EDGE = 2
_WIDTH = FIT_WIDTH - 2 * _EDGE
_LEFT = 34
_TRACK = 16
_MARK = 9
_CAPS = {"per_request": "The most for one request", "per_person": "The most for one person"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A request with its decision, set to the width of the drawing."""

    decision: Decision
    what: TextBlock
    price: TextBlock
    said: TextBlock
    why: TextBlock
    left: TextBlock
    balance: tuple[Decimal, Decimal, Decimal]
    """What is left after it, what it took or would take, and what was taken before."""

    @property
    def height(self) -> float:
        """The height of the row."""
        return 12 + self.what.height + 4 + self.said.height + self.why.height + 10 + _TRACK + 4 + self.left.height + 14


def draw_ledger(
    fund: Fund,
    case: PlanCase,
    result: PlanResult,
    *,
    key: str,
    title_of: Callable[[str], str] = lambda role: role.replace("-", " "),
    title: str | None = None,
) -> Picture:
    """The requests of a case in order, each with its decision and the fund's balance after it.

    Args:
        fund: Its cap for one person is the whole of every bar.
        case: The requests.
        result: What becomes of them.
        key: What the picture's ids begin with.
        title_of: A role's title by its id.
        title: The picture's name; made from the fund's title if left out.
    """
    name = title or f"Requests and balance: {fund.title}"
    pairs = tuple(zip(case.requests, result.decisions, strict=True))
    if not pairs:
        return frame_note("Nothing was asked of the fund.", key=key, title=name)
    whole = set_text(f"Each bar is {money(fund.caps.per_person, fund.currency)}, the most for one person", BODY, _WIDTH)
    parts = [draw_text(whole, Point(_EDGE, 4))]
    y, before = 4 + whole.height, fund.caps.per_person
    y = _draw_key(parts, y + 6)
    for request, decision in pairs:
        row = _row(request, decision, before, fund, title_of)
        parts.append(_draw_row(row, fund, y))
        y, before = y + row.height, decision.left
    return frame_picture(
        parts, key=key, title=name, description=_describe(pairs, fund), words=_in_words(pairs, case, fund, title_of), height=y
    )


def _row(request: FundRequest, decision: Decision, before: Decimal, fund: Fund, title_of: Callable[[str], str]) -> _Row:
    price = set_text(money(request.price, fund.currency), NAME, _WIDTH)
    taken = request.price if decision.outcome != "refused" else Decimal(0)
    left = decision.left - (taken if decision.outcome == "waiting" else 0)
    width = _WIDTH - _LEFT
    return _Row(
        decision,
        set_text(request.what, NAME, max(_WIDTH - price.width - 20, 120)),
        price,
        set_text(_outcome(decision, title_of), STRONG, width),
        set_text(rule_title(fund, decision.rule), BODY, width),
        set_text(_left_said(decision, request, fund), STRONG, _WIDTH),
        (max(left, Decimal(0)), taken, max(fund.caps.per_person - before, Decimal(0))),
    )


def _outcome(decision: Decision, title_of: Callable[[str], str]) -> str:
    """What becomes of a request, in words."""
    if decision.outcome == "waiting":
        by = f", by {day_text(decision.decide_by)}" if decision.decide_by else ""
        return f"Waiting for {listed([title_of(role) for role in decision.waiting_for])}{by}"
    late = {True: ", in time", False: ", but too late"}.get(decision.in_time, "") if decision.in_time is not None else ""
    return f"{decision.outcome.capitalize()}{late}"


def rule_title(fund: Fund, rule: str) -> str:
    """The rule of a fund at an address in a few words, such as `Test: Is at a fair price`."""
    kind, _, name = rule.partition("/")[2].partition("/")
    if kind == "caps":
        cap = fund.caps.per_request if name == "per_request" else fund.caps.per_person
        return f"Rule: {_CAPS.get(name, name)}, {money(cap, fund.currency)}"
    if kind == "approvals":
        level = next((level for level in fund.approvals if level.id == name), None)
        return f"Rule: Who decides up to {money(level.up_to, fund.currency)}" if level else rule
    if kind == "may_not_buy":
        return f"Never bought: {next((each.title for each in fund.may_not_buy if each.id == name), name)}"
    return f"Test: {next((test.title for test in fund.must if test.id == name), name)}"


def _left_said(decision: Decision, request: FundRequest, fund: Fund) -> str:
    left = f"{money(decision.left, fund.currency)} left"
    if decision.outcome == "waiting" and decision.left >= request.price:
        return f"{left}; {money(decision.left - request.price, fund.currency)} if it is agreed"
    return left


def _draw_key(parts: list[Markup], y: float) -> float:
    """Add what the pieces of a bar mean.

    Returns:
        Where it ends.
    """
    x: float = _EDGE
    for piece, name in (("left", "left"), ("asked", "this request"), ("spent", "spent before")):
        block = set_text(name, BODY, 140)
        parts.append(_draw_piece(piece, Box(x, y + 3, 22, _TRACK - 2)))
        parts.append(draw_text(block, Point(x + 30, y)))
        x += block.width + 48
    return y + BODY.leading + 12


def _draw_piece(piece: str, box: Box, *, sure: bool = True) -> Markup:
    """A piece of a bar: filled what is left, with a slanted line what this request takes, empty what was spent before."""
    if piece != "asked":
        return draw_rect(box, "bar", "current" if piece == "left" else "")
    slants = (box.x + 6 * step for step in range(1, int(box.width // 6) + 2))
    strokes = (draw_line(_slant(x, box), "rule", "thin") for x in slants)
    return join([draw_rect(box, "bar", "" if sure else "draft"), *strokes])


def _slant(x: float, box: Box) -> tuple[Point, Point]:
    """A slanted stroke from the foot of a box, cut off at its sides."""
    low, high = x - 6, x
    up = min(1.0, (box.right - low) / 6) if high > box.right else 1.0
    return Point(max(low, box.x), box.bottom), Point(low + 6 * up, box.bottom - box.height * up)


def _draw_row(row: _Row, fund: Fund, y: float) -> Markup:
    parts = [draw_line((Point(_EDGE, y), Point(FIT_WIDTH - _EDGE, y)), "faint")]
    y += 12
    parts.append(draw_text(row.what, Point(_EDGE, y)))
    parts.append(draw_text(row.price, Point(FIT_WIDTH - _EDGE, y), anchor="end"))
    y += row.what.height + 4
    parts.append(_draw_outcome(row.decision.outcome, Point(_EDGE + 12, y + STRONG.leading / 2)))
    parts.append(draw_text(row.said, Point(_LEFT, y)))
    parts.append(draw_text(row.why, Point(_LEFT, y + row.said.height), "muted"))
    y += row.said.height + row.why.height + 10
    parts += _draw_bar(row, fund.caps.per_person, Box(_EDGE, y, _WIDTH, _TRACK))
    parts.append(draw_text(row.left, Point(_EDGE, y + _TRACK + 4)))
    return draw_node(*parts)


def _draw_bar(row: _Row, most: Decimal, track: Box) -> Iterator[Markup]:
    """The whole sum for one person: what is left, what this request takes, and what was spent before."""
    left, asked, spent = (track.width * min(1.0, float(part / most)) if most else 0.0 for part in row.balance)
    right = track.right - spent
    middle = min(track.x + left, right)
    start = max(middle, right - asked)
    yield draw_rect(track, "bar")
    if middle > track.x:
        yield _draw_piece("left", Box(track.x, track.y, start - track.x if asked else middle - track.x, track.height))
    if asked and right > start:
        yield _draw_piece("asked", Box(start, track.y, right - start, track.height), sure=row.decision.outcome == "agreed")


def _draw_outcome(outcome: Outcome, middle: Point) -> Markup:
    """The mark of an outcome: a disc with a tick, a square with a cross, a dashed ring with dots."""
    match outcome:
        case "agreed":
            return join([draw_circle(middle, _MARK + 1, "solid"), draw_tick(middle, "reverse")])
        case "refused":
            return join([draw_square(middle, _MARK, "finding", "critical"), draw_cross(middle)])
        case "waiting":
            dots = [draw_circle(Point(middle.x + step, middle.y), 1.5, "dot") for step in (-4.5, 0, 4.5)]
            return join([draw_circle(middle, _MARK + 1, "finding", "waiting"), *dots])


def _describe(pairs: Sequence[tuple[FundRequest, Decision]], fund: Fund) -> str:
    """What there is to see, in sentences."""
    each = [f"{request.what}, {money(request.price, fund.currency)}, {decision.outcome}" for request, decision in pairs]
    most, left = (money(sum_, fund.currency) for sum_ in (fund.caps.per_person, pairs[-1][1].left))
    return f"{count_of(len(pairs), 'request')} in the order of asking: {'; '.join(each)}. {left} of {most} is left in the end."


def _in_words(pairs: Sequence[tuple[FundRequest, Decision]], case: PlanCase, fund: Fund, title_of: Callable[[str], str]) -> Markup:
    goals = {goal.id: goal.title for goal in case.goals}
    rows = [
        (
            escape_text(request.what),
            escape_text(day_text(request.on)),
            escape_text(goals.get(request.goal, request.goal)),
            escape_text(money(request.price, fund.currency)),
            escape_text(_outcome(decision, title_of)),
            escape_text(rule_title(fund, decision.rule)),
            escape_text(_left_said(decision, request, fund)),
        )
        for request, decision in pairs
    ]
    head = ("Request", "Asked on", "For the goal", "Price", "Decision", "Why", "Balance")
    cap = tag("p", escape_text(f"One person may have at most {money(fund.caps.per_person, fund.currency)}."))
    return together(html_table(head, rows), cap)
