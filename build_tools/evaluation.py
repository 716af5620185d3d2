"""What `practice evaluate` does: works a method out with numbers from the command line."""

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from build_tools.arguments import WrongUse
from practice_models.evaluation import METHODS, Input, Method, Number


def add_methods(parser: ArgumentParser) -> None:
    """Give the command a part for each method, with an option for each input."""
    methods = parser.add_subparsers(metavar="METHOD", title="methods", dest="method")
    for name, method in METHODS.items():
        part = methods.add_parser(name, help=method.says, description=f"{method.says}. {method.may_say}", allow_abbrev=False)
        for given, wanted in method.inputs.items():
            part.add_argument(f"--{given}", type=_number, required=wanted.default is None, metavar="NUMBER", help=_help(wanted))
        part.add_argument("--json", action="store_true", help="print the numbers as JSON")


def _help(wanted: Input) -> str:
    span = f"more than {wanted.low:,} and less than {wanted.high:,}" if wanted.open_ends else f"{wanted.low:,} to {wanted.high:,}"
    return f"{wanted.means}: {'a whole number, ' if wanted.whole else ''}{span}"


def _number(text: str) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise ArgumentTypeError(f"'{text}' is not a number") from error
    if not value.is_finite():
        raise ArgumentTypeError(f"'{text}' is not a number")
    return value


def evaluate(options: Namespace) -> None:
    """Print what a method gives, and what may be said of it; or what methods there are.

    Raises:
        WrongUse: With every number that is out of range, or does not go with another.
    """
    if options.method is None:
        for name, method in METHODS.items():
            print(f"{name}: {method.says}")
        return
    method = METHODS[options.method]
    values = {name: getattr(options, name.replace("-", "_")) for name in method.inputs}
    values = {name: value for name, value in values.items() if value is not None}
    wrong = list(_wrong(method, values))
    if wrong:
        raise WrongUse("; ".join(wrong))
    numbers = method.work_out(values)
    if options.json:
        print(json.dumps({"method": options.method, "numbers": [_exported(number) for number in numbers]}, indent=2))
        return
    for number in numbers:
        print(f"{number.name.replace('-', ' ')}: {method.show(number.name, number.value, number.low, number.high)}")
    print(method.may_say)


def _wrong(method: Method, values: dict[str, Decimal]) -> Iterator[str]:
    alone = [f"--{name} is {value}; {why}" for name, value in values.items() if (why := method.inputs[name].why_not(value))]
    yield from alone or (f"--{name} is {values[name]}; {why}" for name, why in method.why_not(values))


def _exported(number: Number) -> dict[str, str | None]:
    return {
        "name": number.name,
        "value": str(number.value),
        "low": None if number.low is None else str(number.low),
        "high": None if number.high is None else str(number.high),
    }
