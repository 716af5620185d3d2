"""Methods by which a pilot is judged: intervals of its rates, progression criteria, fidelity."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from practice_models.evaluation.catalogue.inputs import at_most, count, figure, fraction, percentage, whole, yes_or_no
from practice_models.evaluation.fidelity import score_fidelity
from practice_models.evaluation.methods import Method, MethodResult, Number, Values
from practice_models.evaluation.progression import Criterion, Light, judge_criterion
from practice_models.evaluation.proportions import estimate_proportion


def _interval_of_a_proportion(values: Values) -> MethodResult:
    found = estimate_proportion(*whole(values, "events", "people"))
    return MethodResult((percentage("percentage", found.share),), found.may_say)


def _progression(values: Values) -> MethodResult:
    safety = values["safety"] == 1
    criterion = Criterion("the criterion", fraction(values, "go-from"), fraction(values, "amend-from"), safety)
    found = judge_criterion(criterion, *whole(values, "events", "people"))
    light, worst, best = (Decimal(int(each)) for each in (found.light, found.reached[0], found.reached[-1]))
    return MethodResult((percentage("percentage", found.share), Number("light", light, worst, best)), found.may_say)


def _progression_clashes(values: Values) -> Iterator[tuple[str, str]]:
    yield from at_most("events", "people", values)
    yield from at_most("amend-from", "go-from", values)


def _fidelity_score(values: Values) -> MethodResult:
    kept, applied, cases = whole(values, "kept", "applied", "cases")
    found = score_fidelity(kept, applied, cases, float(values["likeness"]))
    return MethodResult((percentage("percentage", found.share),), found.may_say)


def _fidelity_clashes(values: Values) -> Iterator[tuple[str, str]]:
    yield from at_most("kept", "applied", values)
    yield from at_most("cases", "applied", values)


PILOTING: Mapping[str, Method] = MappingProxyType(
    {
        "interval-of-a-proportion": Method(
            "Wilson score interval of a proportion, 95% confidence",
            {"events": count("how many of the people it happened to"), "people": count("how many people there are", 1)},
            _interval_of_a_proportion,
            lambda values: at_most("events", "people", values),
        ),
        "progression": Method(
            "A share against thresholds fixed before, with its Wilson interval, 95% confidence",
            {
                "events": count("how many of the people it is true of"),
                "people": count("how many people there are", 1),
                "go-from": figure("the lowest percentage that says go", "0", "100"),
                "amend-from": figure("the lowest percentage that says amend; below it, stop", "0", "100"),
                "safety": yes_or_no("whether it guards somebody's safety"),
            },
            _progression,
            _progression_clashes,
            labels={"light": tuple(str(light) for light in Light)},
        ),
        "fidelity-score": Method(
            "How much of the model was done, with a 95% Wilson interval on the effective number of items (Korn and Graubard)",
            {
                "kept": count("items that were kept, over all cases"),
                "applied": count("items that applied, over all cases", 1),
                "cases": count("cases looked at", 1),
                "likeness": figure("the likeness of items of one case (intraclass correlation)", "0", "1", "0.1"),
            },
            _fidelity_score,
            _fidelity_clashes,
        ),
    }
)
"""By name."""
