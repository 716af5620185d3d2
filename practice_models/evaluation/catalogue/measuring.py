"""Methods by which an instrument is judged: agreement, reliability, one person's change."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from practice_models.evaluation.agreement import estimate_kappa
from practice_models.evaluation.catalogue.inputs import count, estimate, figure, numbers, whole, yes_or_no
from practice_models.evaluation.methods import Method, MethodResult, Number, Values
from practice_models.evaluation.rounding import points, rounded
from practice_models.evaluation.scales import judge_alpha, judge_change

ANSWERS = 3
"""How many answers the scale of `weighted-kappa` has."""

_YES_NO = ("both-yes", "only-first-yes", "only-second-yes", "both-no")
_GRADED = tuple(tuple(f"count-{first}-{second}" for second in range(1, ANSWERS + 1)) for first in range(1, ANSWERS + 1))


def _agreement(values: Values) -> MethodResult:
    both, first, second, neither = whole(values, *_YES_NO)
    found = estimate_kappa([[both, first], [second, neither]])
    return MethodResult((estimate("kappa", found.kappa), Number("agreement-in-percent", points(found.observed))), found.may_say)


def _agreement_clashes(values: Values) -> Iterator[tuple[str, str]]:
    both, first, second, neither = whole(values, *_YES_NO)
    if not first and not second and not (both and neither):
        yield "both-yes", "expected both answers to be in use, for else agreement by chance is full already"
    elif both + first + second + neither < 2:
        yield "both-yes", "expected at least 2 cases in all"


def _weighted_kappa(values: Values) -> MethodResult:
    found = estimate_kappa([whole(values, *row) for row in _GRADED], "quadratic" if values["quadratic"] == 1 else "linear")
    return MethodResult((estimate("kappa", found.kappa),), found.may_say)


def _graded_clashes(values: Values) -> Iterator[tuple[str, str]]:
    table = [whole(values, *row) for row in _GRADED]
    if sum(map(sum, table)) < 2:
        yield "count-1-1", "expected at least 2 cases in all"
    elif any(table[place][place] == sum(map(sum, table)) for place in range(ANSWERS)):
        yield "count-1-1", "expected more than one answer to be in use, for else agreement by chance is full already"


def _reliability(values: Values) -> MethodResult:
    found = judge_alpha(float(values["alpha"]), *whole(values, "items", "people"))
    return MethodResult((estimate("alpha", found.alpha),), found.may_say)


def _reliable_change(values: Values) -> MethodResult:
    found = judge_change(*numbers(values, "before", "after", "spread", "reliability"))
    index, smallest = Number("index", rounded(found.index)), Number("smallest-reliable-change", rounded(found.smallest))
    return MethodResult((estimate("change", found.change), index, smallest), found.may_say)


MEASURING: Mapping[str, Method] = MappingProxyType(
    {
        "agreement-of-two-raters": Method(
            "Agreement beyond chance of two raters who say yes or no: Cohen's kappa, 95% interval by Fleiss, Cohen and Everitt",
            {
                "both-yes": count("cases to which both raters say yes"),
                "only-first-yes": count("cases to which only the first rater says yes"),
                "only-second-yes": count("cases to which only the second rater says yes"),
                "both-no": count("cases to which both raters say no"),
            },
            _agreement,
            _agreement_clashes,
        ),
        "weighted-kappa": Method(
            "Agreement beyond chance on a scale of three answers: weighted kappa, 95% interval by Fleiss, Cohen and Everitt",
            {
                **{
                    name: count(f"cases to which the first rater gives answer {first} and the second answer {second}")
                    for first, row in enumerate(_GRADED, start=1)
                    for second, name in enumerate(row, start=1)
                },
                "quadratic": yes_or_no("whether two steps apart count as four times as bad as one, and not as twice"),
            },
            _weighted_kappa,
            _graded_clashes,
        ),
        "reliability-of-a-scale": Method(
            "Cronbach's alpha with Feldt's interval, 95% confidence",
            {
                "alpha": figure("the alpha that was found", "-1", "1"),
                "items": count("how many items the scale has", 2, Decimal(1000)),
                "people": count("how many people answered", 2, Decimal(100_000)),
            },
            _reliability,
        ),
        "reliable-change": Method(
            "Whether one person's change is more than the scale's error: Jacobson and Truax's index, 95% confidence",
            {
                "before": figure("the first score, in points of the scale", "-10000", "10000"),
                "after": figure("the second score, in points of the scale", "-10000", "10000"),
                "spread": figure("standard deviation of first scores among people like this one, in points", "0.01", "10000"),
                "reliability": figure("the scale's reliability", "0", "0.999"),
            },
            _reliable_change,
        ),
    }
)
"""By name."""
