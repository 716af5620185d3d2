"""`practice evaluate`: lists, explains and works out methods anywhere; right exit codes, all problems at once, never a traceback."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.cli import GOOD, PROBLEMS, WRONG
from build_tools.evaluation import OTHERS
from practice_models.evaluation import METHODS, plan_follow_up
from tests.build_tools.test_cli import Ended, run
from tests.practice_models.evaluation.test_methods import KNOWN, decimals

__all__ = ["run"]

Run = Callable[..., Ended]
INTERVAL = ("evaluate", "interval-of-a-proportion")


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No project is needed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")


def test_the_methods_are_listed_one_a_line(run: Run) -> None:
    ended = run("evaluate")
    assert (ended.code, ended.err) == (GOOD, "")
    assert ended.out.splitlines() == [
        *(f"{name}: {method.says}" for name, method in METHODS.items()),
        *(f"{name}: {says}" for name, (says, _) in OTHERS.items()),
    ]
    assert list(OTHERS) == ["matched-comparison", "follow-up-calendar"]
    assert list(json.loads(run("evaluate", "--json").out)) == list(METHODS)


def test_a_method_is_worked_out(run: Run) -> None:
    ended = run(*INTERVAL, "--events", "7", "--people=9")
    assert (ended.code, ended.err) == (GOOD, "")
    assert ended.out.splitlines() == [
        "percentage: 77.8 (95% interval 45.3 to 93.7)",
        "Write the count, because anything from 45 to 94% fits 7 of 9, and you may not even say whether it is more or fewer than half.",
    ]


def test_a_large_number_has_commas(run: Run) -> None:
    assert run("evaluate", "people-needed", "--before", "40", "--fall", "5").out.splitlines()[0] == "people in each group: 1,471"


@pytest.mark.parametrize("name", METHODS)
def test_the_command_agrees_with_python(run: Run, name: str) -> None:
    for inputs, _ in KNOWN[name]:
        typed = [word for each, value in inputs.items() for word in (f"--{each}", value)]
        found = METHODS[name].work_out(decimals(inputs))
        ended = run("evaluate", name, *typed, "--json")
        assert (ended.code, ended) == (run("evaluate", "--json", name, *typed).code, run("evaluate", "--json", name, *typed))
        told = json.loads(ended.out)
        assert told["method"] == name
        assert {each: Decimal(value) for each, value in told["inputs"].items()} == METHODS[name].complete(decimals(inputs))
        assert [(each["name"], each["value"], each["low"]) for each in told["numbers"]] == [
            (each.name, str(each.value), None if each.low is None else str(each.low)) for each in found.numbers
        ]
        assert told["may_say"] == found.may_say


@pytest.mark.parametrize("name", METHODS)
def test_help_shows_each_input_with_unit_range_and_default(run: Run, name: str) -> None:
    ended = run("evaluate", name, "--help")
    assert ended.code == GOOD
    text = " ".join(ended.out.split())
    for each, wanted in METHODS[name].inputs.items():
        default = "; may be left out" if wanted.optional else "" if wanted.default is None else f"; {wanted.default:,f} if left out"
        assert f"--{each} VALUE {wanted.means} (" in text
        assert f"{wanted.range}{default})" in text


def test_usage_tells_what_must_be_given_from_what_may_be(run: Run) -> None:
    usage = " ".join(run("evaluate", "fidelity-score", "--help").out.split("\n\n")[0].split())
    assert "--kept VALUE --applied VALUE --cases VALUE [--likeness VALUE]" in usage


def test_help_of_the_command_says_how_to_get_on(run: Run) -> None:
    ended = run("evaluate", "--help")
    assert ended.code == GOOD
    assert "NAME --help shows them" in ended.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("guess",), "there is no method 'guess'; allowed: "),
        (("risk-ration",), "did you mean 'risk-ratio'?"),
        (("interval-of-a-proportion",), "the following arguments are required: --events, --people"),
        (("interval-of-a-proportion", "--events", "7"), "the following arguments are required: --people"),
        (("interval-of-a-proportion", "--events", "seven", "--people", "9"), "'seven' is not a number; write it as 40 or 0.05"),
        (("interval-of-a-proportion", "--events", "nan", "--people", "9"), "'nan' is not a number"),
        (("interval-of-a-proportion", "--events", "1e9", "--people", "9"), "'1e9' is not a number"),
        (("interval-of-a-proportion", "--events", "7" * 5000, "--people", "9"), "is not a number"),
        (("interval-of-a-proportion", "--events", "1.2.3", "--people", "9"), "'1.2.3' is not a number"),
        (("interval-of-a-proportion", "--events", "7", "--people", "9", "--event", "7"), "unrecognized arguments: --event 7"),
        (("interval-of-a-proportion", "--events"), "expected one argument"),
        (("interval-of-a-proportion", "--events", "7", "--people", "9", "more"), "unrecognized arguments: more"),
        (("--jsn",), "unrecognized arguments: --jsn"),
    ],
)
def test_wrong_use_ends_with_2(run: Run, arguments: tuple[str, ...], message: str) -> None:
    ended = run("evaluate", *arguments)
    assert (ended.code, ended.out) == (WRONG, "")
    assert message in ended.err


def test_values_out_of_range_are_told_all_at_once(run: Run) -> None:
    ended = run("evaluate", "people-needed", "--before", "140", "--fall", "-5", "--power", "100", "--significance", "5")
    assert (ended.code, ended.out) == (PROBLEMS, "")
    assert ended.err.splitlines() == [
        "--before is 140; expected more than 0 and less than 100",
        "--fall is -5; expected more than 0 and less than 100",
        "--power is 100; expected more than 0 and less than 100",
    ]


def test_values_that_do_not_go_together_are_told_all_at_once(run: Run) -> None:
    ended = run("evaluate", "progression", "--events", "5", "--people", "4", "--go-from", "60", "--amend-from", "61")
    assert (ended.code, ended.err.count("\n")) == (PROBLEMS, 2)


CALENDAR = ("evaluate", "follow-up-calendar", "--first-start", "2027-01-04", "--last-start", "2027-03-31")


def test_the_calendar_of_proven_reoffending_takes_days(run: Run) -> None:
    ended = run(*CALENDAR)
    assert (ended.code, ended.err) == (GOOD, "")
    assert ended.out.splitlines() == [
        "last follow up ends: 2028-03-31",
        "last day for courts: 2028-09-30",
        "earliest analysis: 2028-10-01",
        "result about: 2029-06-30",
        plan_follow_up(date(2027, 1, 4), date(2027, 3, 31)).may_say,
    ]
    told = json.loads(run(*CALENDAR, "--json").out)
    assert told["days"]["result-about"] == "2029-06-30"
    assert told["assumed"] == {"results-months": 9}
    assert told["may_say"] == ended.out.splitlines()[-1]


def test_the_wait_for_a_result_is_an_option_that_help_and_result_tell_of(run: Run) -> None:
    text = " ".join(run("evaluate", "follow-up-calendar", "--help").out.split())
    assert "--results-months MONTHS how many months it takes from the courts' last day to a result" in text
    assert "(a whole number from 0 to 240; 9 if left out)" in text
    assert "if a result then takes 9 months, which nobody promises" in run(*CALENDAR).out
    ended = run(*CALENDAR, "--results-months", "1")
    assert "result about: 2028-10-31" in ended.out
    assert "if a result then takes 1 month, which nobody promises" in ended.out


@pytest.mark.parametrize("typed", ["2.5", "four", "1e9", ""])
def test_a_wait_that_is_no_whole_number_is_wrong_use(run: Run, typed: str) -> None:
    ended = run(*CALENDAR, "--results-months", typed)
    assert (ended.code, ended.out) == (WRONG, "")
    assert "argument --results-months" in ended.err


def test_what_is_wrong_with_a_calendar_is_told_all_at_once(run: Run) -> None:
    ended = run(*CALENDAR[:5], "2026-01-01", "--results-months", "241")
    assert (ended.code, ended.out) == (PROBLEMS, "")
    assert ended.err.splitlines() == [
        "--last-start is 2026-01-01; expected 2027-01-04 or later, for the first start is then",
        "--results-months is 241; expected from 0 to 240",
    ]


def test_days_that_do_not_go_together_are_told(run: Run) -> None:
    ended = run(*CALENDAR[:3], "2027-05-01", *CALENDAR[4:])
    assert (ended.code, ended.out) == (PROBLEMS, "")
    assert ended.err == "--last-start is 2027-03-31; expected 2027-05-01 or later, for the first start is then\n"
    ended = run(*CALENDAR[:3], "May", *CALENDAR[4:])
    assert (ended.code, ended.out) == (WRONG, "")
    assert "'May' is not a day; write it as 2026-11-23" in ended.err


def test_a_calendar_that_would_run_over_its_end_is_refused(run: Run) -> None:
    ended = run(*CALENDAR[:5], "9999-12-31")
    assert (ended.code, ended.out) == (PROBLEMS, "")
    assert ended.err == "--last-start is 9999-12-31; expected 2999-12-31 or earlier\n"


def test_a_number_too_fine_to_work_with_is_refused(run: Run) -> None:
    ended = run("evaluate", "people-needed", "--before", "50", "--fall", "0.00000000000000000001")
    assert (ended.code, ended.out) == (PROBLEMS, "")
    assert ended.err == "--fall is 0.00000000000000000001; expected at most 6 decimal places\n"


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(sorted(METHODS)),
    st.lists(st.one_of(st.text(max_size=8), st.sampled_from(["--events", "--json", "7", "-1", "--"])), max_size=6),
)
def test_whatever_is_typed_there_is_never_a_traceback(run: Run, name: str, words: list[str]) -> None:
    assert run("evaluate", name, *words).code in (GOOD, PROBLEMS, WRONG)


PEOPLE = "in-service,age,breaches,outcome\n" + "".join(
    f"{served},{25 + 3 * number % 31},{(number + served) % 4},{number % 3 == 0:d}\n" for number in range(24) for served in (number % 2,)
)


def test_people_in_a_file_are_matched(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    ended = run("evaluate", "matched-comparison", "--people", "people.csv", "--caliper", "2")
    assert ended.code == GOOD, ended.err
    lines = ended.out.splitlines()
    assert lines[0].startswith("pairs: ")
    assert lines[1].startswith("age: ")
    told = json.loads(run("evaluate", "matched-comparison", "--people", "people.csv", "--caliper", "2", "--json").out)
    assert told["may_say"] == lines[-1]
    assert f"difference after matching in points: {told['numbers'][-1]['value']} " in lines[-2]


def test_a_column_may_be_called_anything(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(PEOPLE.replace(",age,", ",Age (in years),"), encoding="utf-8")
    words = ("evaluate", "matched-comparison", "--people", "people.csv", "--caliper", "2")
    assert run(*words).out.splitlines()[1].startswith("Age (in years): ")
    assert json.loads(run(*words, "--json").out)["balance"][0]["covariate"] == "Age (in years)"


def test_a_file_of_people_that_is_wrong_is_told_at_its_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(PEOPLE.replace("1,28,2", "1,twenty-eight,2"), encoding="utf-8")
    ended = run("evaluate", "matched-comparison", "--people", "people.csv")
    assert (ended.code, ended.out) == (PROBLEMS, "")
    assert "people.csv:3:3: PG852 'age' is 'twenty-eight'; expected a number such as 34 or 0.5" in ended.err


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ((), WRONG, "the following arguments are required: --people"),
        (("--people", "none.csv"), WRONG, "none.csv: No such file or directory"),
        (("--people", "none.csv", "--caliper", "0"), PROBLEMS, "--caliper is 0; expected more than 0 and at most 10"),
        (("--people", "none.csv", "--caliper", "wide"), WRONG, "'wide' is not a number"),
    ],
)
def test_matching_asks_for_a_file_and_a_distance(run: Run, words: tuple[str, ...], code: int, message: str) -> None:
    ended = run("evaluate", "matched-comparison", *words)
    assert ended.code == code
    assert message in ended.err
