"""A theory of change as a graph in layers: what goes in, what is done, why it works, what comes of it."""

from collections.abc import Iterator, Mapping, Sequence

from build_tools.pictures.framing import WIDE_WIDTH, frame_note, frame_picture
from build_tools.pictures.geometry import Point
from build_tools.pictures.layers import Slot
from build_tools.pictures.markup import Markup, escape_text, tag, together
from build_tools.pictures.picture import LinkOf, Picture, link_nowhere
from build_tools.pictures.shapes import draw_box, draw_line, draw_link, draw_node, draw_text
from build_tools.pictures.theory_layout import PADDING, Group, Layout, group_places, lay_out_theory
from build_tools.pictures.theory_lines import draw_lines
from build_tools.pictures.words import count_of, html_link, html_list
from practice_models.library import Edition
from practice_models.plain_text import plain_text
from practice_models.vocabulary.theory import LogicLink, LogicNode


def draw_theory(edition: Edition, *, key: str, link_of: LinkOf = link_nowhere, title: str = "Theory of change") -> Picture:
    """The theory of change of an edition; each place in it is a link.

    Args:
        edition: Its inputs, activities, mechanisms, outcomes and logic links are drawn.
        key: What the picture's ids begin with.
        link_of: Where a place leads, called with its kind and id.
        title: The picture's name.
    """
    groups = group_places(edition)
    if not groups:
        return frame_note("This edition sets out no theory of change.", key=key, title=title)
    layout = lay_out_theory(groups, edition.logic_links)
    return frame_picture(
        _draw_groups(groups, layout, link_of),
        key=key,
        title=title,
        description=_describe(groups, layout),
        words=_in_words(groups, edition.logic_links, link_of),
        width=WIDE_WIDTH,
        height=layout.height,
    )


def _draw_groups(groups: Sequence[Group], layout: Layout, link_of: LinkOf) -> Iterator[Markup]:
    """Each heading, then its boxes, each with the lines that leave it."""
    lines = draw_lines(layout)
    for layer, (group, (title, subtitle)) in enumerate(zip(groups, layout.heads, strict=True)):
        left, right = layout.columns.left_of(Slot(layer, "")), layout.columns.right_of(Slot(layer, ""))
        yield draw_text(title, Point(left, 0))
        yield draw_text(subtitle, Point(left, title.height), "muted")
        yield draw_line((Point(left, layout.top), Point(right, layout.top)), "rule")
        for name in sorted(group.nodes, key=lambda name: layout.boxes[name].y):
            yield draw_node(*lines.get(name, ()), _draw_place(layout, name, link_of(*_halves(name))))


def _draw_place(layout: Layout, name: str, href: str | None) -> Markup:
    box, label = layout.boxes[name], layout.labels[name]
    text = draw_text(label, Point(box.x + PADDING, box.middle.y - label.height / 2), "name" if href else "")
    return draw_link(href, draw_box(box, "accent" if name.startswith("outcome:") else ""), text)


def _halves(address: str) -> tuple[str, str]:
    """The kind and the id of an address."""
    kind, _, name = address.partition(":")
    return kind, name


def _describe(groups: Sequence[Group], layout: Layout) -> str:
    """What there is to see, in sentences."""
    columns = ", ".join(f"{group.title.lower()} ({len(group.nodes)})" for group in groups)
    arrows = count_of(len(layout.graph.routes) + len(layout.graph.loops), "arrow")
    return f"Columns from left to right: {columns}. There are {arrows}; the reason for each stands in the same picture in words."


def _in_words(groups: Sequence[Group], links: Sequence[LogicLink], link_of: LinkOf) -> Markup:
    """Each place with what it leads to and why, heading by heading."""
    nodes = {name: node for group in groups for name, node in group.nodes.items()}
    return html_list(
        together(tag("strong", escape_text(group.title)), html_list(_place_in_words(name, nodes, links, link_of) for name in group.nodes))
        for group in groups
    )


def _place_in_words(name: str, nodes: Mapping[str, LogicNode], links: Sequence[LogicLink], link_of: LinkOf) -> Markup:
    def linked(address: str) -> Markup:
        return html_link(link_of(*_halves(address)), nodes[address].title)

    reasons = [
        together(linked(link.effect), Markup(", because: "), escape_text(plain_text(link.because)))
        for link in links
        if link.cause == name and link.effect in nodes
    ]
    return together(linked(name), Markup(" leads to"), html_list(reasons)) if reasons else linked(name)
