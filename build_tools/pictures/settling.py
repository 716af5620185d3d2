"""Things in a row that keep their order and their distances, each as near as can be to where it would like to stand."""

from collections.abc import Sequence


def settle(wanted: Sequence[float], distances: Sequence[float], weights: Sequence[float] | None = None) -> list[float]:
    """The places nearest to those wanted, by least squares.

    Args:
        wanted: Where each thing would like to stand, in the order that it keeps.
        distances: The least distance from each thing to the next; one fewer than the things.
        weights: How much each thing's wish counts; all alike if left out.

    Source:
        Pool adjacent violators: isotonic regression of the places wanted less the distances before them.
    """
    pools: list[tuple[float, float, int]] = []
    offsets = [sum(distances[:position]) for position in range(len(wanted))]
    for position, (place, offset) in enumerate(zip(wanted, offsets, strict=True)):
        pool = (place - offset, weights[position] if weights else 1.0, 1)
        while pools and pools[-1][0] >= pool[0]:
            mean, weight, many = pools.pop()
            both = weight + pool[1]
            pool = ((mean * weight + pool[0] * pool[1]) / both, both, many + pool[2])
        pools.append(pool)
    levels = [mean for mean, _, many in pools for _ in range(many)]
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]
