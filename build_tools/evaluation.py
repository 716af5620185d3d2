"""What `practice evaluate` does: lists the handbook's calculations, or works one out with what is typed."""

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from build_tools.arguments import WrongUse, WrongValues, read_day
from practice_models.evaluation import (
    METHODS,
    MOST_MONTHS,
    RESULTS_MONTHS,
    Input,
    Method,
    MethodResult,
    Number,
    plan_follow_up,
)
from practice_models.evaluation.wording import name_in_words
from practice_models.problems import nearest
from practice_models.vocabulary.results import NumberResult

CALENDAR = "follow-up-calendar"
"""The one calculation that asks for days and not for numbers."""
_CALENDAR_SAYS = "When proven reoffending can be known: a year of follow-up, six months for courts, and an assumed wait for the result"
MATCHED = "matched-comparison"
"""The one calculation that asks for people, a row each."""
_MATCHED_SAYS = "People of a service beside others like them: pairs nearest in propensity score, how alike they are, how they fared"
_WIDEST = 10
_NUMBER = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,20})?")
_SHOWN = 30
_LAST_START = date(2999, 12, 31)
"""The last day to ask for: the calendar ends with the year 9999, and a follow-up must end before."""


def evaluate(words: Sequence[str], *, as_json: bool) -> None:
    """Print the methods or, where the words name one, what it gives.

    Args:
        words: Nothing, or a method's name and its inputs, such as `--events 7`.
        as_json: Whether to print JSON; `--json` among the words asks for it too.

    Raises:
        WrongUse: Where there is no such method.
        WrongValues: Where inputs are out of range or do not go together.
    """
    if not words:
        _list_methods(as_json=as_json)
        return
    name, *typed = words
    if name in OTHERS:
        OTHERS[name][1](typed, as_json)
        return
    if name not in METHODS:
        names = (*METHODS, *OTHERS)
        raise WrongUse(f"there is no method '{name}'{nearest(name, names, among=len(names))}")
    options = make_method_parser(name).parse_args(typed)
    values = {each: getattr(options, each) for each in METHODS[name].inputs if getattr(options, each) is not None}
    _check(name, values)
    found = METHODS[name].work_out(values)
    if as_json or options.json:
        _print_json(_exported(name, values, found))
    else:
        _print_result(METHODS[name], found)


def make_method_parser(name: str) -> argparse.ArgumentParser:
    """The inputs of a method as options, each with its unit and range."""
    method = METHODS[name]
    parser = _make_parser(name, method.says)
    for each, wanted in method.inputs.items():
        parser.add_argument(f"--{each}", dest=each, type=_read_number, required=wanted.needed, metavar="VALUE", help=_told(wanted))
    return parser


def _make_parser(name: str, says: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"practice evaluate {name}", description=f"{says}.".replace("%", "%%"), allow_abbrev=False)
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser


def _told(wanted: Input) -> str:
    """An input's meaning and range; argparse takes a percent sign for its own."""
    left_out = "; may be left out" if wanted.optional else ""
    default = left_out if wanted.default is None else f"; {wanted.default:,f} if left out"
    return f"{wanted.means} ({wanted.allowed}{default})".replace("%", "%%")


def _read_number(text: str) -> Decimal:
    """The number that a text spells: digits, and at most a sign and a decimal point."""
    if not _NUMBER.fullmatch(text):
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        raise argparse.ArgumentTypeError(f"'{shown}' is not a number; write it as 40 or 0.05")
    return Decimal(text)


def _check(name: str, values: Mapping[str, Decimal]) -> None:
    faults = METHODS[name].faults(values)
    if faults:
        raise WrongValues(fault.message.replace(f"'{fault.name}'", f"--{fault.name}", 1) for fault in faults)


def _list_methods(*, as_json: bool) -> None:
    if as_json:
        _print_json({name: _described(method) for name, method in METHODS.items()})
        return
    for name, method in METHODS.items():
        print(f"{name}: {method.says}")
    for name, (says, _) in OTHERS.items():
        print(f"{name}: {says}")


def _described(method: Method) -> dict[str, Any]:
    inputs = {name: {"means": wanted.means, "range": wanted.range, "needed": wanted.needed} for name, wanted in method.inputs.items()}
    return {"says": method.says, "inputs": inputs}


def _print_result(method: Method, found: MethodResult) -> None:
    for number in found.numbers:
        print(f"{name_in_words(number.name)}: {method.show(number)}")
    print(found.may_say)


def _exported(name: str, values: Mapping[str, Decimal], found: MethodResult) -> dict[str, Any]:
    """A result as JSON-shaped data, its numbers as in a worked example's result."""
    return {
        "method": name,
        "inputs": {each: str(value) for each, value in METHODS[name].complete(values).items()},
        "numbers": [_number(number) for number in found.numbers],
        "may_say": found.may_say,
    }


def _number(number: Number) -> dict[str, Any]:
    return NumberResult(name=number.name, value=number.value, low=number.low, high=number.high).model_dump(mode="json")


def _print_json(data: Mapping[str, Any]) -> None:
    print(json.dumps(data, indent=2, ensure_ascii=False))


def _tell_matched(typed: Sequence[str], as_json: bool) -> None:
    from build_tools.matching import export_comparison, match_people, tell_comparison  # noqa: PLC0415 - not needed by any other

    parser = _make_parser(MATCHED, _MATCHED_SAYS)
    columns = "in-service and outcome, each 1 or 0, and whatever people are matched on, in numbers; person is passed over"
    help_ = f"comma-separated values with a row of names and a row for each person: {columns}"
    parser.add_argument("--people", type=Path, required=True, metavar="FILE", help=help_)
    help_ = "how far apart a pair may be, in standard deviations of the propensity scores (more than 0 and at most 10; 0.2 if left out)"
    parser.add_argument("--caliper", type=_read_number, default=Decimal("0.2"), metavar="VALUE", help=help_)
    options = parser.parse_args(typed)
    if not 0 < options.caliper <= _WIDEST:
        raise WrongValues([f"--caliper is {options.caliper:f}; expected more than 0 and at most {_WIDEST}"])
    found = match_people(options.people, options.people.as_posix(), float(options.caliper))
    if as_json or options.json:
        _print_json({"method": MATCHED, **export_comparison(found)})
    else:
        _print_lines(tell_comparison(found))


def _tell_calendar(typed: Sequence[str], as_json: bool) -> None:
    options = _make_calendar_parser().parse_args(typed)
    faults = tuple(_calendar_faults(options))
    if faults:
        raise WrongValues(faults)
    found = plan_follow_up(options.first_start, options.last_start, results_months=options.results_months)
    days = {
        "last-follow-up-ends": found.followed_up_to,
        "last-day-for-courts": found.waited_to,
        "earliest-analysis": found.earliest_analysis,
        "result-about": found.results_about,
    }
    if as_json or options.json:
        assumed = {"results-months": found.results_months}
        _print_json(
            {"method": CALENDAR, "assumed": assumed, "days": {name: str(day) for name, day in days.items()}, "may_say": found.may_say}
        )
        return
    _print_lines(f"{name_in_words(name)}: {day}" for name, day in days.items())
    print(found.may_say)


def _calendar_faults(options: argparse.Namespace) -> Iterator[str]:
    if options.last_start < options.first_start:
        yield f"--last-start is {options.last_start}; expected {options.first_start} or later, for the first start is then"
    if options.last_start > _LAST_START:
        yield f"--last-start is {options.last_start}; expected {_LAST_START} or earlier"
    if not 0 <= options.results_months <= MOST_MONTHS:
        yield f"--results-months is {options.results_months}; expected from 0 to {MOST_MONTHS}"


def _make_calendar_parser() -> argparse.ArgumentParser:
    parser = _make_parser(CALENDAR, _CALENDAR_SAYS)
    for name, who in (("--first-start", "first"), ("--last-start", "last")):
        parser.add_argument(
            name, type=read_day, required=True, metavar="DAY", help=f"the day on which the {who} person starts, as 2027-01-04"
        )
    parser.add_argument(
        "--results-months",
        type=_read_months,
        default=RESULTS_MONTHS,
        metavar="MONTHS",
        help="how many months it takes from the courts' last day to a result, which nobody promises "
        f"(a whole number from 0 to {MOST_MONTHS}; {RESULTS_MONTHS} if left out)",
    )
    return parser


def _read_months(text: str) -> int:
    """A whole number of months."""
    number = _read_number(text)
    if number != number.to_integral_value():
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number of months")
    return int(number)


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


OTHERS: Mapping[str, tuple[str, Callable[[Sequence[str], bool], None]]] = {
    MATCHED: (_MATCHED_SAYS, _tell_matched),
    CALENDAR: (_CALENDAR_SAYS, _tell_calendar),
}
"""What asks for something else than numbers: what it is, and what tells it."""
