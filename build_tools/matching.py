"""What `practice evaluate matched-comparison` does: pairs the people of a file with others like them, and tells how they fared."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from build_tools.site.extras import told_what_is_missing
from practice_models.evaluation import MatchedComparison, compare_matched
from practice_models.evaluation.methods import show_number
from practice_models.evaluation.rounding import rounded
from practice_models.evaluation.wording import name_in_words
from practice_models.examples.comparison import numbers_of
from practice_models.problems import DefinitionError, Place, Problem, nearest
from practice_models.reading.shape import show

SERVICE, OUTCOME, PERSON = "in-service", "outcome", "person"
"""The columns that a file must have, and one that is passed over; every other column is something to match on."""
_MOST = 10_000_000
"""The most bytes of a file."""
_TOLD = 50
"""So many wrong values are told: those after them are mostly the same slip."""


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """People as a file has them."""

    covariates: dict[str, list[float]]
    in_service: list[bool]
    outcomes: list[int]


def read_people(path: Path, shown: str) -> PeopleTable:
    """The people of a file of comma-separated values: a row of names, then a row for each person.

    Args:
        path: The file. Its columns are `in-service` and `outcome`, each 1 or 0, and what to match on, in numbers.
        shown: The path as messages show it.

    Raises:
        DefinitionError: With everything that is wrong with the file.
        OSError: Where it cannot be read.
    """
    raw = path.read_bytes()
    if len(raw) > _MOST:
        raise DefinitionError([Problem(Place(shown), "PG103", f"the file has {len(raw):,} bytes; expected at most {_MOST:,}")])
    try:
        text = raw.decode("utf-8-sig")
        head, *rows = list(csv.reader(io.StringIO(text, newline=""), strict=True)) or [[]]
    except UnicodeDecodeError as error:
        raise DefinitionError([Problem(Place(shown), "PG102", f"the file is no UTF-8 text: {error.reason}")]) from error
    except csv.Error as error:
        raise DefinitionError([Problem(Place(shown), "PG108", f"the file is no table of comma-separated values: {error}")]) from error
    problems = list(_check_head(head, shown)) or list(islice(_check_rows(head, rows, shown), _TOLD))
    if problems:
        raise DefinitionError(problems)
    columns = {name: [row[place] for row in rows if row] for place, name in enumerate(head)}
    return PeopleTable(
        covariates={name: list(map(float, values)) for name, values in columns.items() if name not in (SERVICE, OUTCOME, PERSON)},
        in_service=[value == "1" for value in columns[SERVICE]],
        outcomes=[int(value) for value in columns[OUTCOME]],
    )


def _check_head(head: Sequence[str], shown: str) -> Iterator[Problem]:
    for name in (SERVICE, OUTCOME):
        if name not in head:
            yield Problem(Place(shown), "PG853", f"there is no column '{name}'{nearest(name, head)}")
    for place, name in enumerate(head):
        if not name or name in head[:place]:
            what = f"a second column '{name}'" if name else "a column without a name"
            yield Problem(Place(shown, 1, _column(head, place)), "PG854", f"there is {what}; each must have a name of its own")
    if not set(head) - {SERVICE, OUTCOME, PERSON}:
        yield Problem(Place(shown), "PG853", "there is no column to match on beside those of service and outcome")


def _check_rows(head: Sequence[str], rows: Sequence[Sequence[str]], shown: str) -> Iterator[Problem]:
    for line, row in enumerate(rows, start=2):
        if row and len(row) != len(head):
            yield Problem(Place(shown, line), "PG853", f"the row has {len(row)} values; expected {len(head)}, as many as there are columns")
            continue
        for place, value in enumerate(row):
            wanted = "1 or 0" if head[place] in (SERVICE, OUTCOME) else "a number such as 34 or 0.5"
            if head[place] != PERSON and not _is_right(head[place], value):
                yield Problem(Place(shown, line, _column(row, place)), "PG852", f"'{head[place]}' is {show(value)}; expected {wanted}")


def _is_right(name: str, value: str) -> bool:
    if name in (SERVICE, OUTCOME):
        return value in ("0", "1")
    digits = value.removeprefix("-")
    return len(digits) <= 20 and digits.replace(".", "", 1).isdecimal() and digits.isascii()


def _column(row: Sequence[str], place: int) -> int:
    """Where a cell begins in its line, where none before it stands in quotes."""
    return sum(len(cell) + 1 for cell in row[:place]) + 1


def match_people(path: Path, shown: str, caliper: float) -> MatchedComparison:
    """The people of a file, matched.

    Raises:
        DefinitionError: With everything that is wrong with the file, or why its groups cannot be matched.
        OSError: Where it cannot be read.
        SiteError: Where the extra `estimation` is not installed.
    """
    people = read_people(path, shown)
    try:
        with told_what_is_missing():
            return compare_matched(people.covariates, people.in_service, people.outcomes, caliper)
    except ValueError as error:
        raise DefinitionError([Problem(Place(shown), "PG854", f"these groups cannot be matched: {error}")]) from error


def tell_comparison(found: MatchedComparison) -> Iterator[str]:
    """What came out, line by line."""
    yield f"pairs: {len(found.pairs)}; of the service without anybody like them: {found.unmatched}"
    for each in found.balance:
        verdict = "alike" if each.alike else "NOT ALIKE"
        yield f"{each.covariate}: {rounded(each.before)} standard deviations apart before, {rounded(each.after)} after: {verdict}"
    for number in numbers_of(found):
        yield f"{name_in_words(number.name)}: {show_number(number)}"
    yield found.may_say


def export_comparison(found: MatchedComparison) -> dict[str, Any]:
    """What came out as JSON-shaped data, as in a worked example's result; columns may be called anything."""
    return {
        "pairs": len(found.pairs),
        "unmatched": found.unmatched,
        "balance": [
            {"covariate": each.covariate, "before": str(rounded(each.before)), "after": str(rounded(each.after)), "alike": each.alike}
            for each in found.balance
        ],
        "numbers": [number.model_dump(mode="json") for number in numbers_of(found)],
        "may_say": found.may_say,
    }
