"""Clusters: how alike people with one worker are, and what that costs an evaluation."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from statistics import fmean

from practice_models.evaluation.estimates import Estimate
from practice_models.evaluation.quantiles import f_quantile, two_sided
from practice_models.evaluation.ranges import require, require_part
from practice_models.evaluation.wording import number


@dataclass(frozen=True, slots=True)
class ClusterInflation:
    """What clusters cost."""

    people_per_worker: float
    likeness: float
    effect: float
    """The factor by which the variance, and so the number of people, grows."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        if self.effect <= 1:
            return "Nothing is lost to clusters here, but only if people with the same worker are truly no more alike than others."
        worth = number(100 / self.effect, 0)
        return (
            f"Because people with the same worker are alike, 100 people tell as much as {worth} would, and with few workers "
            "even this is too hopeful."
        )


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the outcomes of people with one worker are: the intra-cluster correlation."""

    workers: int
    people: int
    likeness: Estimate
    """At most 1; 0 where people with one worker are no more alike than others. It may come out below 0 by chance."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        low, high = number(max(0.0, self.likeness.low)), number(max(0.0, self.likeness.high))
        if self.likeness.high <= 0:
            return f"These {self.workers:,} workers' people are no more alike than others, but another office's may be."
        return (
            f"With {self.workers:,} workers, any likeness from {low} to {high} fits, so plan with both ends "
            "and do not quote the middle figure alone."
        )


def design_effect(people_per_worker: float, likeness: float, variation: float = 0) -> float:
    """How many times as many people it takes because those with the same worker are alike.

    Args:
        people_per_worker: People per worker, or other cluster, at least 1.
        likeness: Intra-cluster correlation, from 0 to 1.
        variation: Coefficient of variation of the clusters' sizes, at least 0; 0 where all are of one size.

    Returns:
        The factor, at least 1: 1.45 for 10 people a worker and a likeness of 0.05.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        Kish (1965), Survey Sampling; Eldridge, Ashby and Kerry (2006), International Journal of Epidemiology 35, 1292-1300, for
        clusters of unequal size.
    """
    require("people_per_worker", people_per_worker, 1)
    require("likeness", likeness, 0, 1)
    require("variation", variation, 0)
    return 1 + ((1 + variation * variation) * people_per_worker - 1) * likeness


def measure_clusters(people_per_worker: float, likeness: float, variation: float = 0) -> ClusterInflation:
    """What clusters cost, and what may be said of it.

    Args:
        people_per_worker: People per worker, or other cluster, at least 1.
        likeness: Intra-cluster correlation, from 0 to 1.
        variation: Coefficient of variation of the clusters' sizes, at least 0.

    Raises:
        ValueError: Where a number is out of its range.

    Source:
        As `design_effect`.
    """
    return ClusterInflation(people_per_worker, likeness, design_effect(people_per_worker, likeness, variation))


def estimate_likeness(workers: Sequence[tuple[int, int]], confidence: float = 0.95) -> Likeness:
    """How alike people with one worker are, from each worker's own count.

    Args:
        workers: For each worker, how many people it happened to and how many people there are; at least 2 workers, and among the
            people of one of them at least one to whom it happened and one to whom it did not.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where a number is out of its range, or nobody differs from others of the same worker.

    Source:
        Ridout, Demétrio and Firth (1999), Biometrics 55, for the analysis of variance with counts; the rest as in
        `estimate_likeness_of_scores`.
    """
    require("number of workers", len(workers), 2)
    for events, people in workers:
        require_part("events", events, "people", people)
    means = [events / people for events, people in workers]
    spread = fsum(events * (1 - events / people) for events, people in workers)
    return _analyse([people for _, people in workers], means, spread, confidence)


def estimate_likeness_of_scores(workers: Sequence[Sequence[float]], confidence: float = 0.95) -> Likeness:
    """How alike people with one worker are, from each person's own score.

    Args:
        workers: For each worker, the scores of the people; at least 2 workers, and one of them with people who differ.
        confidence: Such as 0.95, between 0 and 1.

    Raises:
        ValueError: Where there are too few workers, one has nobody, or nobody differs from others of the same worker.

    Source:
        Donner (1986) for the analysis of variance estimator; Shrout and Fleiss (1979),
        Psychological Bulletin 86, 420-428, for the interval, which is exact for scores on a normal curve and workers with equally
        many people, and near for others.
    """
    require("number of workers", len(workers), 2)
    require("people of a worker", min(map(len, workers)), 1)
    means = [fmean(scores) for scores in workers]
    differing = [(scores, own) for scores, own in zip(workers, means, strict=True) if min(scores) < max(scores)]
    spread = fsum((score - own) ** 2 for scores, own in differing for score in scores)
    return _analyse([len(scores) for scores in workers], means, spread, confidence)


def _analyse(sizes: Sequence[int], means: Sequence[float], spread: float, confidence: float) -> Likeness:
    """The analysis of variance of workers: how many people each has, their means, and the squares within workers added up."""
    two_sided(confidence)
    if spread == 0:
        raise ValueError("everybody is as others of the same worker are; expected a worker whose people differ")
    count, total = len(sizes), sum(sizes)
    mean = fsum(size * own for size, own in zip(sizes, means, strict=True)) / total
    between = fsum(size * (own - mean) ** 2 for size, own in zip(sizes, means, strict=True)) / (count - 1)
    usual = (total - sum(size * size for size in sizes) / total) / (count - 1)
    ratio = between / (spread / (total - count))
    least, most = (f_quantile(end, count - 1, total - count) for end in ((1 - confidence) / 2, (1 + confidence) / 2))
    low, high = _correlation(ratio / most, usual), _correlation(ratio / least, usual)
    return Likeness(count, total, Estimate(_correlation(ratio, usual), low, high, confidence))


def _correlation(ratio: float, size: float) -> float:
    """The intra-cluster correlation that a ratio of variances stands for."""
    return (ratio - 1) / (ratio + size - 1)
