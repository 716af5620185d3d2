"""The figures that a section of an instrument can have, and the band of figures that each name stands for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.pictures.words import figure
from practice_models.vocabulary.instrument import Item, Scale, Section


@dataclass(frozen=True, slots=True)
class FigureRange:
    """From the lowest figure to the highest one."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """How far up the range a figure stands: 0 at its foot, 1 at its top."""
        span = self.high - self.low
        return (min(max(value, self.low), self.high) - self.low) / span if span else 0


def counted_items(section: Section) -> tuple[Item, ...]:
    """The items whose answers make the section's figure: those that take the view that it is read from."""
    return tuple(item for item in section.items if section.read.view in item.views)


def figure_range(section: Section, scales: Sequence[Scale]) -> FigureRange:
    """The range of a section's figure.

    Args:
        section: Its aggregate decides: a sum reaches as far as its items together, anything else as far as one answer.
        scales: Those that its counted items are answered on. Where some are missing, its bands tell how far up it reaches.
    """
    counted = counted_items(section)
    low = min((scale.points[0].value for scale in scales), default=section.read.bands[0].up_to - 1)
    high = max((scale.points[-1].value for scale in scales), default=low)
    if not scales or not {item.scale for item in counted} <= {scale.id for scale in scales}:
        high = max(high, section.read.bands[-1].up_to)
    many = (section.read.answered_at_least, len(counted)) if section.read.aggregate == "sum" else (1,)
    lowest, highest = min(low * count for count in many), max(high * count for count in many)
    return FigureRange(lowest, highest if highest > lowest else lowest + 1)


@dataclass(frozen=True, slots=True)
class BandRange:
    """A band with the figures that it holds."""

    title: str
    above: float
    up_to: float
    is_lowest: bool

    @property
    def text(self) -> str:
        """Its figures in words."""
        start = f"from {figure(self.above)}" if self.is_lowest else f"above {figure(self.above)},"
        return f"{start} up to {figure(self.up_to)}"


def band_ranges(section: Section, whole: FigureRange) -> Iterator[BandRange]:
    """The bands of a section, lowest first, each within the section's range."""
    above = whole.low
    for position, band in enumerate(section.read.bands):
        up_to = min(max(band.up_to, above), whole.high)
        yield BandRange(band.title, above, up_to, is_lowest=position == 0)
        above = up_to
