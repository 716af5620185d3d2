"""The links and ids of a volume's finished pages, kept so that checking the whole site reads no page twice."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from build_tools.site.page_links import PageLinks


@dataclass(frozen=True)
class VolumeLinks:
    """What a volume's HTML files link to, target by target, and what can be linked to on each."""

    paths: tuple[str, ...] = ()
    """The HTML files, relative to the site."""
    ids: tuple[tuple[str, ...], ...] = ()
    """The ids on each, in the same order."""
    targets: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Each file of the site, with or without `#id`, that is linked to, and the positions in `paths` of those that do."""

    @classmethod
    def of(cls, pages: Mapping[str, PageLinks]) -> "VolumeLinks":
        """The links of some pages, by path."""
        paths = tuple(sorted(pages))
        targets: dict[str, list[int]] = {}
        for place, path in enumerate(paths):
            for target in pages[path].targets:
                targets.setdefault(target, []).append(place)
        return cls(paths, tuple(pages[path].ids for path in paths), {target: tuple(places) for target, places in sorted(targets.items())})

    @cached_property
    def by_page(self) -> Mapping[str, PageLinks]:
        """The links of each page, by path."""
        found: list[list[str]] = [[] for _ in self.paths]
        for target, places in self.targets.items():
            for place in places:
                found[place].append(target)
        return {path: PageLinks(ids, tuple(targets)) for path, ids, targets in zip(self.paths, self.ids, found, strict=True)}


def links_text(links: VolumeLinks) -> str:
    """A volume's links as JSON."""
    return json.dumps([links.paths, links.ids, links.targets], ensure_ascii=False)


def links_from(text: str) -> VolumeLinks:
    """A volume's links from their JSON.

    Args:
        text: What `links_text` gave.
    """
    paths, ids, targets = json.loads(text)
    return VolumeLinks(tuple(paths), tuple(map(tuple, ids)), {target: tuple(places) for target, places in targets.items()})
