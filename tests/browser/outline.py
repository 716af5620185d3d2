"""What stands in a page's markup: headings, landmarks, names and what it refers to."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_LANDMARKS = ("header", "main", "footer", "nav", "article", "aside")
_REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass
class Outline:
    """A page's markup in outline."""

    title: str = ""
    language: str = ""
    description: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    landmarks: list[str] = field(default_factory=list)
    regions: list[tuple[str, str]] = field(default_factory=list)
    """Landmarks that there may be several of, each with its name."""
    ids: list[str] = field(default_factory=list)
    referred: list[str] = field(default_factory=list)
    """The ids that labels, descriptions and controls name."""
    in_place: list[str] = field(default_factory=list)
    """Styles, scripts and handlers that stand in the markup."""
    faults: list[str] = field(default_factory=list)
    """Links that open a window of their own, and images without an alternative."""

    @property
    def levels(self) -> list[int]:
        """The levels of the headings, in order."""
        return [level for level, _ in self.headings]


def outline_of(html: str) -> Outline:
    """The outline of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.outline


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.outline = Outline()
        self._open: str = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._note_names(tag, values)
        self._note_landmarks(tag, values)
        self._note_faults(tag, values)
        if tag in _HEADINGS or (tag == "title" and not self.outline.title):
            self._open, self._text = tag, []

    def handle_endtag(self, tag: str) -> None:
        if tag != self._open:
            return
        text = " ".join("".join(self._text).replace("¶", "").split())
        if tag == "title":
            self.outline.title = text
        else:
            self.outline.headings.append((int(tag[1]), text))
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text.append(data)

    def _note_names(self, tag: str, values: dict[str, str]) -> None:
        if "id" in values:
            self.outline.ids.append(values["id"])
        for name in _REFERENCES:
            self.outline.referred += values.get(name, "").split()
        if tag == "html":
            self.outline.language = values.get("lang", "")
        if tag == "meta" and values.get("name") == "description":
            self.outline.description = values.get("content", "")

    def _note_landmarks(self, tag: str, values: dict[str, str]) -> None:
        if tag in _LANDMARKS:
            self.outline.landmarks.append(tag)
        if tag in ("nav", "aside") or values.get("role") == "region":
            self.outline.regions.append((tag if tag in ("nav", "aside") else "region", values.get("aria-label", "")))

    def _note_faults(self, tag: str, values: dict[str, str]) -> None:
        handlers = [name for name in values if name.startswith("on") or name == "style"]
        self.outline.in_place += [f"{tag} {name}" for name in handlers]
        if tag == "style" or (tag == "script" and "src" not in values and values.get("type") != "application/json"):
            self.outline.in_place.append(tag)
        if values.get("target") == "_blank":
            self.outline.faults.append(f"{tag} {values.get('href')} opens a window")
        if tag == "img" and "alt" not in values:
            self.outline.faults.append(f"img {values.get('src')} has no alternative")
