"""Addresses: the one way to name an element or a piece of one, inside an edition or across publications."""

import re
from dataclasses import dataclass

_ADDRESS = re.compile(
    r"""^(?:(?P<publication>[a-z][a-z0-9-]*)(?:@(?P<version>\d+\.\d+\.\d+))?/)?
        (?P<kind>[a-z][a-z-]*):(?P<id>[a-z][a-z0-9-]*)
        (?P<parts>(?:/[a-z][a-z0-9_-]*)*)$""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """The name of an element or of a piece of one.

    `practice:first-appointment/steps/explain-the-ground-rules` names a step in the edition at hand;
    `interchange/practice:first-appointment` names a practice in the edition of Interchange that is in force;
    `interchange@2.0.0/stage:assess` names a stage in that edition for good.
    """

    kind: str
    """What it is: `practice`, `stage`, `term`, …"""
    id: str
    """The element's id."""
    parts: tuple[str, ...] = ()
    """Names of collections and pieces, in turn: `("steps", "explain-the-ground-rules")`."""
    publication: str | None = None
    """The publication's id, or None for the publication at hand."""
    version: str | None = None
    """An edition's version, or None for the edition at hand (with no publication) or in force (with one)."""

    @property
    def element(self) -> "Address":
        """The address of the whole element, without its parts."""
        return Address(self.kind, self.id, (), self.publication, self.version)

    @property
    def local(self) -> "Address":
        """The same address as it is written inside its own edition."""
        return Address(self.kind, self.id, self.parts)

    def __str__(self) -> str:
        edition = f"@{self.version}" if self.version else ""
        place = f"{self.publication}{edition}/" if self.publication else ""
        return f"{place}{self.kind}:{'/'.join((self.id, *self.parts))}"


def parse_address(text: str) -> Address | None:
    """The address that a text spells, or None where it spells none.

    Args:
        text: Such as `practice:first-appointment/steps/listen` or `enablers-of-change@1.0.0/stage:dialogue`.
    """
    found = _ADDRESS.match(text)
    if found is None:
        return None
    parts = tuple(part for part in found["parts"].split("/") if part)
    return Address(found["kind"], found["id"], parts, found["publication"], found["version"])
