"""What pages an edition has, before any is written: cheap to list, so that editions can be compared page by page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from build_tools.pages.writer import Writer
from practice_models.reading.documents import Origin
from practice_models.vocabulary.base import Word

Context = Callable[[Writer], Mapping[str, Any]]
"""What a page's template needs, worked out only when the page is written."""


@dataclass(frozen=True)
class PagePlan:
    """A page that will be written."""

    uri: str
    """Source URI within the edition's folder, or within the site for pages of the front."""
    title: str
    kind: str
    """The kind of page, which is also its template's name."""
    summary: str
    """One plain sentence on what the page gives its reader."""
    context: Context
    words: tuple[Word, ...] = ()
    """The elements that the page shows, for the count of what its statements rest on."""
    origin: Origin | None = None
    nav: tuple[str, ...] = ()
    """The groups of the navigation that it stands in, outermost first."""
    nav_title: str = ""
    """Its name in the navigation, where that is not its title."""
    hide: tuple[str, ...] = field(default=())
    """What the theme leaves out: `navigation`, `toc` for the contents at the side, `here` for those above the text."""


PlanPages = Callable[[Any], Iterator[PagePlan]]
