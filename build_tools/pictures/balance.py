"""How alike two groups are before and after matching: a love plot, one line for each thing that they were matched on.

Source:
    Love, T. (2002), whose plot it is; Austin (2009), Statistics in Medicine 28, 3083-3107, for a tenth as the limit.
"""

from collections.abc import Iterator, Mapping, Sequence

from build_tools.pictures.framing import FIT_WIDTH, frame_picture
from build_tools.pictures.geometry import Point
from build_tools.pictures.lettering import BODY, STRONG, set_text
from build_tools.pictures.markup import Markup, escape_text
from build_tools.pictures.number_axis import NumberAxis, axis_over, draw_figure_lines, draw_number_axis, number_text
from build_tools.pictures.picture import Picture
from build_tools.pictures.shapes import draw_circle, draw_diamond, draw_line, draw_node, draw_text
from build_tools.pictures.words import html_table
from practice_models.vocabulary.results import BalanceResult

_EDGE = 2
_LIMIT = 0.1
_MARK = 7


def draw_balance(
    balance: Sequence[BalanceResult],
    titles: Mapping[str, str],
    *,
    key: str,
    title: str = "How alike the groups are before and after matching",
) -> Picture:
    """A love plot: for each covariate a ring before matching and a diamond after, with the limits of being alike.

    Args:
        balance: The covariates, in order.
        titles: What readers call each of them.
        key: What the picture's ids begin with.
        title: The picture's name.
    """
    axis = axis_over([-_LIMIT, _LIMIT, *(value for each in balance for value in (each.before, each.after))])
    parts: list[Markup] = []
    y = _draw_legend(parts, 4)
    for each in balance:
        y = _draw_covariate(parts, each, titles[each.covariate], axis, y)
    y = draw_number_axis(parts, axis, y)
    said = [f"{titles[each.covariate]}: {_said(each)}." for each in balance]
    rows = [
        tuple(map(escape_text, (titles[each.covariate], number_text(each.before), number_text(each.after), "yes" if each.alike else "no")))
        for each in balance
    ]
    words = html_table(("Matched on", "Before", "After", "Alike: less than 0.1 apart"), rows)
    return frame_picture(parts, key=key, title=title, description=" ".join(said), words=words, height=y + 4)


def _draw_legend(parts: list[Markup], y: float) -> float:
    """What the marks mean, and what the figures are.

    Returns:
        Where it ends.
    """
    for mark, text in ((_ring, "before matching"), (_diamond, "after matching")):
        block = set_text(text, BODY, FIT_WIDTH - 40)
        parts.append(draw_node(mark(Point(_EDGE + _MARK + 1, y + block.height / 2)), draw_text(block, Point(_EDGE + 24, y))))
        y += block.height + 2
    block = set_text("Difference in standard deviations. Alike: between the two broken lines.", BODY, FIT_WIDTH - 2 * _EDGE)
    parts.append(draw_text(block, Point(_EDGE, y), "muted"))
    return y + block.height + 12


def _draw_covariate(parts: list[Markup], each: BalanceResult, title: str, axis: NumberAxis, y: float) -> float:
    """Add a covariate with its two marks.

    Returns:
        Where it ends.
    """
    name, said = set_text(title, STRONG, FIT_WIDTH - 2 * _EDGE), set_text(_said(each), BODY, FIT_WIDTH - 2 * _EDGE)
    drawn = [draw_text(name, Point(_EDGE, y)), draw_text(said, Point(_EDGE, y + name.height), "muted")]
    y += name.height + said.height + 16
    before, after = Point(axis.across(each.before), y), Point(axis.across(each.after), y)
    drawn += [*draw_figure_lines(axis, y, 12), *_limits(axis, y), draw_line((before, after), "thin"), _ring(before), _diamond(after)]
    parts.append(draw_node(*drawn))
    return y + 24


def _limits(axis: NumberAxis, y: float) -> Iterator[Markup]:
    """The two broken lines between which groups count as alike."""
    for x in map(axis.across, (-_LIMIT, _LIMIT)):
        yield draw_line((Point(x, y - 14), Point(x, y + 14)), "back")


def _ring(middle: Point) -> Markup:
    return draw_circle(middle, _MARK - 1, "mark", "given")


def _diamond(middle: Point) -> Markup:
    return draw_diamond(middle, _MARK + 1, "dot")


def _said(each: BalanceResult) -> str:
    verdict = "alike" if each.alike else "not alike"
    return f"{number_text(each.before)} before, {number_text(each.after)} after: {verdict}"
