"""What an outcome costs, and how many it would take to pay for the service. Never a benefit out of an effect that was not found."""


def cost_per_outcome(cost: float, outcomes: int) -> float:
    """What the service spent for each outcome that was seen; it does not say that the service brought it about.

    Args:
        cost: All that was spent, staff time and training included, in one currency and one year's prices.
        outcomes: How many outcomes were seen, from 1.

    Raises:
        ValueError: Where the cost is negative or there was no outcome.
    """
    if cost < 0 or outcomes < 1:
        raise ValueError(f"no cost of an outcome for a cost of {cost} and {outcomes} outcomes; allowed: from 0, and from 1")
    return cost / outcomes


def break_even(cost: float, saved_by_each: float) -> float:
    """How many outcomes that would not have come anyway would pay for the service.

    Args:
        cost: All that was spent.
        saved_by_each: What one such outcome saves, to the same purse and in the same prices, above 0.

    Raises:
        ValueError: Where a number is out of its range.
    """
    if cost < 0 or saved_by_each <= 0:
        raise ValueError(f"no break-even for a cost of {cost} and {saved_by_each} saved by each; allowed: from 0, and above 0")
    return cost / saved_by_each
