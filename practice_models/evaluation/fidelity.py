"""Fidelity: how much of what defines a model was done, when several things were looked at in each case."""

from collections.abc import Sequence
from dataclasses import dataclass

from practice_models.evaluation.clusters import design_effect
from practice_models.evaluation.estimates import Estimate
from practice_models.evaluation.proportions import wilson_interval
from practice_models.evaluation.ranges import require, require_part
from practice_models.evaluation.wording import percent, percent_span


@dataclass(frozen=True, slots=True)
class Fidelity:
    """How much of the model was done."""

    kept: int
    """Items that were kept, over all cases."""
    applied: int
    """Items that applied, over all cases."""
    cases: int
    share: Estimate
    """Between 0 and 1; the interval allows for items of one case being alike."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        span = percent_span(self.share.low, self.share.high)
        return (
            f"In the cases looked at, {percent(self.share.value)}% of the model was done ({span} for all cases if these were drawn by "
            "chance), which says nothing of how well it was done."
        )


def score_fidelity(kept: int, applied: int, cases: int, likeness: float = 0.1, confidence: float = 0.95) -> Fidelity:
    """A fidelity score from totals, with a correlation that is assumed.

    Args:
        kept: Items that were kept, over all cases, from 0 to `applied`.
        applied: Items that applied, over all cases, at least 1.
        cases: Cases looked at, from 1 to `applied`.
        likeness: How alike the items of one case are, from 0 to 1.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Korn and Graubard (1998), Survey Methodology, for the effective number of items, put into the Wilson interval.
    """
    require_part("kept", kept, "applied", applied)
    require("cases", cases, 1, applied)
    return _score(kept, applied, cases, design_effect(applied / cases, likeness), confidence)


def score_fidelity_of_cases(cases: Sequence[tuple[int, int]], confidence: float = 0.95) -> Fidelity:
    """A fidelity score from the checklist of each case: how alike the items of one case are is taken from the cases themselves.

    Args:
        cases: For each case, how many items were kept and how many applied; at least 2 cases, and in each at least 1 item.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Cochran (1977), Sampling Techniques, 3rd edition, on proportions in clusters, for the variance; Rao and Scott (1992),
        Biometrics 48, 577-585, for what the items are worth; the interval as in `score_fidelity`. Where everything or nothing was
        kept, the cases count and not the items.
    """
    require("number of cases", len(cases), 2)
    for kept, applied in cases:
        require_part("kept", kept, "applied", applied)
    kept, applied = (sum(each) for each in zip(*cases, strict=True))
    share, count = kept / applied, len(cases)
    if share in (0, 1):
        return _score(kept, applied, count, applied / count, confidence)
    spread = sum((own - share * of) ** 2 for own, of in cases) * count / (count - 1)
    effect = spread / (applied * share * (1 - share))
    return _score(kept, applied, count, max(1.0, effect), confidence)


def _score(kept: int, applied: int, cases: int, effect: float, confidence: float) -> Fidelity:
    share, worth = kept / applied, max(1.0, applied / effect)
    low, high = wilson_interval(min(share * worth, worth), worth, confidence)
    return Fidelity(kept, applied, cases, Estimate(share, low, high, confidence))
