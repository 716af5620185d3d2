"""What a file that was taken away still says of where it comes from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from practice_models.vocabulary.address import Address

LinkOf = Callable[[Address], str | None]
"""The whole web address of a place on the site, or None where it has none."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where a sheet comes from, for its foot and its properties."""

    guide: str
    """The title of the publication."""
    edition: str
    """Its version, such as `2.0.0`."""
    standing: str
    """How the edition stood when the file was made, in a word or two: `in force`, `draft`."""
    released: date
    """The day on which the edition was released; the file is dated by it."""
    address: str
    """The permanent address of the sheet's page."""

    @property
    def words(self) -> str:
        """The foot's words, without the page number."""
        return f"{self.guide} {self.edition}, {self.standing} when this file was made. {self.address}"


def no_link(address: Address) -> None:
    """Where nothing is to be linked."""
