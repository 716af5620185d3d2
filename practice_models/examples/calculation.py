"""Works out a method of evaluation with an example's inputs."""

from practice_models.evaluation import METHODS
from practice_models.examples.working import Run, Working
from practice_models.library import Edition
from practice_models.vocabulary.example import CalculationCase
from practice_models.vocabulary.results import CalculationResult, NumberResult, RuleUsed


def calculate(case: CalculationCase, edition: Edition) -> Run:
    """Work out a method of evaluation.

    Args:
        case: The method and its inputs.
        edition: The edition that the example stands in; methods are the same in all of them.

    Returns:
        The method's numbers, each with its interval where it has one.

    Raises:
        CaseError: Where the method or an input is unknown, missing, given twice or out of range.
    """
    work = Working(edition)
    work.known(("method",), "method", case.method, METHODS)
    work.stop_on_faults()
    method = METHODS[case.method]
    values = {}
    for place, given in enumerate(case.inputs):
        path = ("inputs", place)
        if not work.known((*path, "name"), "input", given.name, method.inputs):
            continue
        if given.name in values:
            work.fault((*path, "name"), "PG854", f"the input '{given.name}' is given twice")
        why = method.inputs[given.name].why_not(given.value)
        if why:
            work.fault((*path, "value"), "PG852", f"'{given.name}' is {given.value}; {why}")
        values[given.name] = given.value
    missing = [name for name, wanted in method.inputs.items() if name not in values and wanted.default is None]
    if missing:
        work.fault(("inputs",), "PG853", f"the method '{case.method}' needs {' and '.join(missing)} as well")
    work.stop_on_faults()
    places = {given.name: place for place, given in enumerate(case.inputs)}
    for name, why in method.why_not(values):
        work.fault(("inputs", places[name], "value"), "PG854", f"'{name}' is {values[name]}; {why}")
    work.stop_on_faults()
    numbers = tuple(
        NumberResult(name=number.name, value=number.value, low=number.low, high=number.high) for number in method.work_out(values)
    )
    rules = (RuleUsed(rule=f"method:{case.method}", says=method.says),)
    return work.finish(CalculationResult(numbers=numbers, rules=rules))
