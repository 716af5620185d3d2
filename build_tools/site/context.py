"""What every page of a volume depends on beside its own text and data: where that is the same, old output can be used."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from build_tools.pages.page import Volume
from build_tools.site.digests import digest_of
from build_tools.site.plan import Tab

_SEEN_BY_OTHERS = ("icon", "status", "subtitle")
_SEEN_IN_DETAILS = ("kind", "kind_title")


def seen_by_others(meta: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a page's data that the templates of other pages may look at, such as its icon in the navigation.

    A page that did not change is not written again, so nothing else of it may show elsewhere.
    """
    seen = {name: meta[name] for name in _SEEN_BY_OTHERS if name in meta}
    details = meta.get("pg")
    if isinstance(details, Mapping):
        seen["pg"] = {name: details[name] for name in _SEEN_IN_DETAILS if name in details}
    return seen


def volume_context(volume: Volume, tabs: Iterable[Tab], around: str) -> str:
    """A digest of all that the pages of a volume share.

    Args:
        volume: The volume.
        tabs: The top-level places of the whole site.
        around: The digest of configuration, theme and program.
    """
    others = [[page.uri, page.title, seen_by_others(page.meta)] for page in volume.pages]
    return digest_of(around, volume.name, volume.prefix, [asdict(item) for item in volume.nav], others, [asdict(tab) for tab in tabs])
