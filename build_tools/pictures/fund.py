"""Who must agree to a request to a fund: a staircase of amounts, each step with its roles, and the caps across all of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from build_tools.pictures.framing import FIT_WIDTH, frame_picture
from build_tools.pictures.geometry import Box, Point
from build_tools.pictures.lettering import BODY, NAME, STRONG, TextBlock, set_text
from build_tools.pictures.markup import Markup, escape_text, join, tag, together
from build_tools.pictures.picture import Picture
from build_tools.pictures.shapes import draw_box, draw_line, draw_node, draw_rect, draw_text
from build_tools.pictures.words import count_of, html_list, html_table, listed, money
from practice_models.vocabulary.plan import Approval, Fund

_EDGE = 2
_PADDING = 14
_PILL = 30
_ROW_GAP = 8
_JOINT = 26.0
_TRACK = 12
_BETWEEN = 14
_HOW = {1: "decides", 2: "both must agree"}
_INSIDE = FIT_WIDTH - 2 * _EDGE - 2 * _PADDING


@dataclass(frozen=True, slots=True)
class _Step:
    """One level of approval, set to the width of the drawing."""

    above: Decimal
    up_to: Decimal
    amount: TextBlock
    roles: tuple[TextBlock, ...]
    time: TextBlock
    pills: tuple[Box, ...]
    """Where each role stands, from the top left of the first."""

    @property
    def height(self) -> float:
        """The height of its box."""
        return 2 * _PADDING + self.amount.height + 6 + self.pills[-1].bottom + 8 + self.time.height + 12 + _TRACK


def draw_approvals(fund: Fund, *, key: str, title_of: Callable[[str], str], title: str | None = None) -> Picture:
    """Who must agree up to which amount, and the most that may be spent.

    Args:
        fund: Its approvals and caps are drawn.
        key: What the picture's ids begin with.
        title_of: A role's title by its id.
        title: The picture's name; made from the fund's title if left out.
    """
    steps = tuple(_steps(fund, title_of))
    most = max(fund.caps.per_person, fund.caps.per_request, steps[-1].up_to, Decimal(1))
    parts: list[Markup] = []
    y: float = _EDGE
    for step in steps:
        parts.append(_draw_step(step, fund, most, Box(_EDGE, y, FIT_WIDTH - 2 * _EDGE, step.height)))
        y += step.height + _BETWEEN
    y = _draw_key(parts, fund, most, y)
    return frame_picture(
        parts,
        key=key,
        title=title or f"Who decides: {fund.title}",
        description=_describe(fund, title_of),
        words=_in_words(fund, title_of),
        height=y,
    )


def _steps(fund: Fund, title_of: Callable[[str], str]) -> Iterator[_Step]:
    for above, approval in _levels(fund):
        roles = tuple(set_text(title_of(role), STRONG, _INSIDE - 28 - _JOINT) for role in approval.by)
        amount = set_text(_span(above, approval.up_to, fund.currency), NAME, _INSIDE)
        yield _Step(above, approval.up_to, amount, roles, set_text(_time(approval), BODY, _INSIDE), tuple(_place_roles(roles)))


def _span(above: Decimal, up_to: Decimal, currency: str) -> str:
    """The amounts of a level in words."""
    return f"Over {money(above, currency)}, up to {money(up_to, currency)}" if above else f"Up to {money(up_to, currency)}"


def _time(approval: Approval) -> str:
    """How the roles decide, and how soon."""
    days = approval.within_working_days
    soon = f"within {count_of(days, 'working day')}" if days else "on the same day"
    return f"{_HOW.get(len(approval.by), 'all must agree')} {soon}"


def _place_roles(roles: Sequence[TextBlock]) -> Iterator[Box]:
    """Boxes for roles in lines, as many to a line as fit, with room for a plus sign between two."""
    x = y = 0.0
    tallest = 0.0
    for role in roles:
        width, height = role.width + 28, max(_PILL, role.height + 10)
        if x and x + width > _INSIDE:
            x, y, tallest = _JOINT, y + tallest + _ROW_GAP, 0.0
        yield Box(x, y, width, height)
        x += width + _JOINT
        tallest = max(tallest, height)


def _draw_step(step: _Step, fund: Fund, most: Decimal, box: Box) -> Markup:
    left, y = box.x + _PADDING, box.y + _PADDING
    parts = [draw_box(box), draw_text(step.amount, Point(left, y))]
    y += step.amount.height + 6
    for position, (role, pill) in enumerate(zip(step.roles, step.pills, strict=True)):
        place = Box(left + pill.x, y + pill.y, pill.width, pill.height)
        if position:
            parts.append(_draw_plus(Point(place.x - _JOINT / 2, place.y + _PILL / 2)))
        name = draw_text(role, Point(place.x + 14, place.middle.y - role.height / 2))
        parts.append(draw_node(draw_box(place, "accent", radius=_PILL / 2), name))
    y += step.pills[-1].bottom + 8
    parts.append(draw_text(step.time, Point(left, y)))
    return draw_node(*parts, _draw_track(step, fund, most, Box(left, y + step.time.height + 12, _INSIDE, _TRACK)))


def _draw_plus(middle: Point) -> Markup:
    x, y = middle
    return join([draw_line((Point(x - 5, y), Point(x + 5, y))), draw_line((Point(x, y - 5), Point(x, y + 5)))])


def _draw_track(step: _Step, fund: Fund, most: Decimal, track: Box) -> Markup:
    """The amounts of a level as a bar on a line that reaches from nothing to the largest amount; the caps as upright marks."""
    start, end = (track.x + float(amount / most) * track.width for amount in (step.above, step.up_to))
    bar = Box(start, track.y, max(3, end - start), track.height)
    return join(
        [
            draw_line((Point(track.x, track.middle.y), Point(track.right, track.middle.y)), "thin"),
            draw_rect(bar, "solid"),
            *(_draw_cap(Point(track.x + float(cap / most) * track.width, track.middle.y), double=double) for cap, double in _caps(fund)),
        ]
    )


def _caps(fund: Fund) -> tuple[tuple[Decimal, bool], ...]:
    """The caps, each with whether its mark is double."""
    return (fund.caps.per_request, False), (fund.caps.per_person, True)


def _draw_cap(foot: Point, *, double: bool) -> Markup:
    """The mark of a cap: one upright stroke for a request, two for a person."""
    strokes = [foot.x - 4, foot.x] if double else [foot.x]
    return join(draw_line((Point(x, foot.y - 10), Point(x, foot.y + 10)), "cap") for x in strokes)


def _draw_key(parts: list[Markup], fund: Fund, most: Decimal, y: float) -> float:
    """Add what the bars and the marks of the caps mean.

    Returns:
        Where it ends.
    """
    texts = (
        "is the most that one request may ask for",
        "is the most that one person may have in one order or licence",
    )
    left = _EDGE + _PADDING
    ends = f"from {money(Decimal(0), fund.currency)} to {money(most, fund.currency)}"
    amounts = set_text(f"The amounts of a level, on a line {ends}", BODY, _INSIDE - 24)
    parts.append(draw_rect(Box(left - 6, y + 6, 20, _TRACK), "solid"))
    parts.append(draw_text(amounts, Point(left + 24, y + 2)))
    y += amounts.height + 10
    for (cap, double), text in zip(_caps(fund), texts, strict=True):
        block = set_text(f"{money(cap, fund.currency)} {text}", STRONG, _INSIDE - 24)
        parts.append(_draw_cap(Point(left + 6, y + 12), double=double))
        parts.append(draw_text(block, Point(left + 24, y + 2)))
        y += block.height + 10
    return y


def _describe(fund: Fund, title_of: Callable[[str], str]) -> str:
    """What there is to see, in sentences."""
    steps = [
        f"{_span(above, approval.up_to, fund.currency)}: {listed([title_of(role) for role in approval.by])}"
        for above, approval in _levels(fund)
    ]
    return f"{'; '.join(steps)}. {' '.join(_cap_sentences(fund))}"


def _levels(fund: Fund) -> Iterator[tuple[Decimal, Approval]]:
    above = Decimal(0)
    for approval in fund.approvals:
        yield above, approval
        above = approval.up_to


def _cap_sentences(fund: Fund) -> tuple[str, str]:
    request, person = (money(cap, fund.currency) for cap, _ in _caps(fund))
    return f"One request may ask for at most {request}.", f"One person may have at most {person} in one order or licence."


def _in_words(fund: Fund, title_of: Callable[[str], str]) -> Markup:
    rows = [
        (
            escape_text(_span(above, approval.up_to, fund.currency)),
            escape_text(listed([title_of(role) for role in approval.by])),
            escape_text(_time(approval)),
        )
        for above, approval in _levels(fund)
    ]
    table = html_table(("Amount", "Who", "How and how soon"), rows)
    return together(table, tag("p", Markup("Caps")), html_list(escape_text(sentence) for sentence in _cap_sentences(fund)))
