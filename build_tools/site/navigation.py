"""The navigation of one volume: the whole site's tabs, with the volume's own pages opened under its tab."""

from collections.abc import Iterable, Iterator, Set
from typing import Any

from markupsafe import escape

from build_tools.pages.page import NavItem, Volume
from build_tools.pages.places import url_of
from build_tools.site.plan import Tab

Entry = dict[str, Any]
"""A place as MkDocs writes it: a title with a source URI, an address, or a list of places."""


def navigation(volume: Volume, tabs: Iterable[Tab], uris: Set[str]) -> list[Entry]:
    """The navigation of a volume as MkDocs takes it, titles escaped.

    A top-level group or page of the volume that has a tab's title stands in that tab's place. The rest of the volume
    opens under the tab that names the volume. All other tabs are plain links.

    Args:
        volume: The volume, with its own navigation.
        tabs: The top-level places of the whole site.
        uris: The source URIs of the volume's pages, hand-written ones included.
    """
    tabs = tuple(tabs)
    own = {item.title: item for item in volume.nav if any(item.title == tab.title for tab in tabs)}
    rest = [item for item in volume.nav if item.title not in own]
    return [_place(tab, own.get(tab.title), rest if volume.name in tab.volumes else [], uris) for tab in tabs]


def page_titles(items: Iterable[NavItem]) -> Iterator[tuple[str, str]]:
    """Each page's source URI with its name in a navigation."""
    for item in items:
        if item.uri:
            yield item.uri, item.title
        yield from page_titles(item.children)


def _place(tab: Tab, own: NavItem | None, rest: list[NavItem], uris: Set[str]) -> Entry:
    target = tab.uri if tab.uri in uris else url_of(tab.uri) or "./"
    if own is not None:
        return _entry(own)
    if not rest:
        return {escape(tab.title): target}
    entry = [{escape(tab.entry): target}] if tab.entry else []
    return {escape(tab.title): [*entry, *map(_entry, rest)]}


def _entry(item: NavItem) -> Entry:
    title = escape(item.title)
    if not item.children:
        return {title: item.uri or ""}
    first = [{title: item.uri}] if item.uri else []
    return {title: [*first, *map(_entry, item.children)]}
