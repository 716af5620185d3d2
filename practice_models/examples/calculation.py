"""Works out a method of evaluation with an example's inputs."""

from decimal import Decimal

from practice_models.evaluation import METHODS, Method
from practice_models.examples.working import Run, Working
from practice_models.library import Edition
from practice_models.vocabulary.example import CalculationCase
from practice_models.vocabulary.results import CalculationResult, NumberResult, RuleUsed

_RULE = "method:"
"""What the address of a method begins with, where it is the rule of a result."""


def method_of(result: CalculationResult) -> Method:
    """The method that gave a result."""
    return METHODS[result.rules[0].rule.removeprefix(_RULE)]


def calculate(case: CalculationCase, edition: Edition) -> Run:
    """Work out a method of evaluation.

    Args:
        case: The method and its inputs.
        edition: The edition that the example stands in; methods are the same in all of them.

    Returns:
        The method's numbers, each with its interval where it has one, and what may be said of them.

    Raises:
        CaseError: Where the method or an input is unknown, missing, given twice, out of range or at odds with another.
    """
    work = Working(edition)
    work.known(("method",), "method", case.method, METHODS)
    work.stop_on_faults()
    method = METHODS[case.method]
    values: dict[str, Decimal] = {}
    places: dict[str, int] = {}
    for place, given in enumerate(case.inputs):
        path = ("inputs", place)
        if not work.known((*path, "name"), "input", given.name, method.inputs):
            continue
        if given.name in values:
            work.fault((*path, "name"), "PG854", f"the input '{given.name}' is given twice")
        values.setdefault(given.name, given.value)
        places.setdefault(given.name, place)
    for fault in method.faults(values):
        at = ("inputs", places[fault.name], "value") if fault.name in places else ("inputs",)
        work.fault(at, "PG854" if fault.clash else "PG852", fault.message)
    missing = method.missing(values)
    if missing:
        work.fault(("inputs",), "PG853", f"the method '{case.method}' needs {' and '.join(missing)} as well")
    work.stop_on_faults()
    found = method.work_out(values)
    numbers = tuple(NumberResult(name=number.name, value=number.value, low=number.low, high=number.high) for number in found.numbers)
    rules = (RuleUsed(rule=f"{_RULE}{case.method}", says=method.says),)
    return work.finish(CalculationResult(numbers=numbers, rules=rules), found.may_say)
