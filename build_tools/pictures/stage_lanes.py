"""The lanes for the ways between stages that jump."""

from collections.abc import Sequence
from dataclasses import dataclass

from practice_models.vocabulary.pathway import Stage


@dataclass(frozen=True, slots=True)
class Bus:
    """A line beside the stages that gathers every way into one stage from one side."""

    target: int
    """The place of the stage that it leads to."""
    sources: tuple[int, ...]
    """The places of the stages that it comes from, in order."""
    lane: int
    """How far out it runs; 0 is next to the boxes."""

    @property
    def farthest(self) -> int:
        """The source that is farthest from the target."""
        return max(self.sources, key=lambda source: abs(source - self.target))

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last place that it passes."""
        places = (self.target, *self.sources)
        return min(places), max(places)


def find_buses(ordered: Sequence[Stage], *, back: bool) -> tuple[Bus, ...]:
    """The lines for ways back to an earlier stage, or for ways that skip at least one stage.

    Args:
        ordered: The stages as they stand under each other.
        back: True for ways back, False for ways that skip.
    """
    place = {stage.id: position for position, stage in enumerate(ordered)}
    sources: dict[int, list[int]] = {}
    for position, stage in enumerate(ordered):
        for target in sorted({place[name] for name in stage.next if name in place}):
            if (target < position) if back else (target > position + 1):
                sources.setdefault(target, []).append(position)
    loose = [Bus(target, tuple(found), 0) for target, found in sources.items()]
    return _in_lanes(loose)


def _in_lanes(loose: list[Bus]) -> tuple[Bus, ...]:
    """The lines in lanes: no two in one lane touch, and short ones run inside."""
    lanes: list[list[tuple[int, int]]] = []
    placed = []
    for bus in sorted(loose, key=lambda each: (each.span[1] - each.span[0], each.span, each.target)):
        low, high = bus.span
        free = (number for number, taken in enumerate(lanes) if all(high < start or end < low for start, end in taken))
        lane = next(free, len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append(bus.span)
        placed.append(Bus(bus.target, bus.sources, lane))
    return tuple(placed)
