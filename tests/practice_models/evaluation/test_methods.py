"""Every method by its name: its inputs are checked all at once, and whatever is in range gives numbers and a sentence."""

import re
import subprocess
import sys
from decimal import Decimal
from inspect import getdoc, isfunction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice_models import evaluation
from practice_models.evaluation import METHODS, MOST_PLACES, Input, Method, MethodResult, Number
from practice_models.vocabulary.results import CalculationResult, NumberResult

KNOWN: dict[str, list[tuple[dict[str, str], dict[str, str]]]] = {
    "people-needed": [
        ({"before": "40", "fall": "5"}, {"people-in-each-group": "1471", "people-in-all": "2942"}),
        ({"before": "40", "fall": "5", "power": "90"}, {"people-in-each-group": "1969"}),
        (
            {"before": "40", "fall": "10", "people-per-worker": "10", "likeness": "0.05", "lost": "10"},
            {"people-in-each-group": "574", "people-in-all": "1148"},
        ),
        (
            {"before": "40", "fall": "10", "comparators": "10"},
            {"people-in-the-service": "199", "people-to-compare-with": "1989", "people-in-all": "2188"},
        ),
    ],
    "people-to-start": [
        (
            {"before": "40", "fall": "10", "people-per-worker": "10", "likeness": "0.05", "lost": "10"},
            {"times-as-many": "1.45", "people-to-start-in-each-group": "574"},
        ),
        (
            {"before": "40", "fall": "10", "people-per-worker": "10", "likeness": "0.05", "lost": "20"},
            {"people-to-start-in-each-group": "646"},
        ),
    ],
    "people-in-unequal-groups": [
        ({"before": "40", "fall": "10", "comparators": "10"}, {"people-served": "199", "people-compared": "1989"})
    ],
    "fall-detectable": [
        ({"before": "40", "people": "80"}, {"smallest-fall-in-points": "20.1"}),
        (
            {"before": "40", "people": "145", "people-per-worker": "10", "likeness": "0.05", "lost": "20"},
            {"smallest-fall-in-points": "20.1"},
        ),
    ],
    "power": [
        ({"before": "40", "fall": "5", "people": "1471"}, {"chance-of-finding-it": "80.0"}),
        ({"before": "40", "fall": "5", "people": "80"}, {"chance-of-finding-it": "9.5"}),
    ],
    "design-effect": [({"people-per-worker": "10", "likeness": "0.05"}, {"times-as-many": "1.45", "what-100-people-are-worth": "69"})],
    "likeness-of-workers": [
        (
            {"events-1": "3", "people-1": "10", "events-2": "7", "people-2": "10", "events-3": "4", "people-3": "9"},
            {"likeness": "0.06 (-0.07 to 0.87)"},
        )
    ],
    "interval-of-a-proportion": [({"events": "7", "people": "9"}, {"percentage": "77.8 (45.3 to 93.7)"})],
    "progression": [
        (
            {"events": "64", "people": "80", "go-from": "80", "amend-from": "60"},
            {"percentage": "80.0 (70.0 to 87.3)", "light": "2 (1 to 2)"},
        ),
        ({"events": "34", "people": "35", "go-from": "95", "amend-from": "95"}, {"light": "2 (0 to 2)"}),
        ({"events": "8", "people": "10", "go-from": "95", "amend-from": "85", "safety": "1"}, {"light": "0 (0 to 1)"}),
    ],
    "fidelity-score": [({"kept": "80", "applied": "100", "cases": "10"}, {"percentage": "80.0 (67.3 to 88.6)"})],
    "difference-of-proportions": [
        ({"events-1": "56", "people-1": "70", "events-2": "48", "people-2": "80"}, {"difference-in-points": "20.0 (5.2 to 33.4)"}),
        ({"events-1": "30", "people-1": "80", "events-2": "33", "people-2": "80"}, {"difference-in-points": "-3.8 (-18.4 to 11.2)"}),
    ],
    "risk-ratio": [
        ({"events-1": "189", "people-1": "11034", "events-2": "104", "people-2": "11037"}, {"risk-ratio": "1.82 (1.43 to 2.31)"})
    ],
    "odds-ratio": [
        ({"events-1": "189", "people-1": "11034", "events-2": "104", "people-2": "11037"}, {"odds-ratio": "1.83 (1.44 to 2.33)"})
    ],
    "rate-ratio": [
        ({"events-1": "190", "years-1": "100", "events-2": "160", "years-2": "100"}, {"rate-ratio": "1.19 (0.96 to 1.47)"}),
        (
            {"events-1": "190", "years-1": "100", "events-2": "160", "years-2": "100", "dispersion": "4"},
            {"rate-ratio": "1.19 (0.78 to 1.81)"},
        ),
    ],
    "difference-in-differences": [
        (
            {
                "service-before-events": "400",
                "service-before-people": "1000",
                "service-after-events": "300",
                "service-after-people": "1000",
                "comparison-before-events": "420",
                "comparison-before-people": "1000",
                "comparison-after-events": "400",
                "comparison-after-people": "1000",
            },
            {"difference-in-points": "-8.0 (-14.0 to -2.0)", "change-in-the-service-in-points": "-10.0 (-14.1 to -5.8)"},
        )
    ],
    "agreement-of-two-raters": [
        (
            {"both-yes": "20", "only-first-yes": "5", "only-second-yes": "10", "both-no": "15"},
            {"kappa": "0.40 (0.15 to 0.65)", "agreement-in-percent": "70.0"},
        )
    ],
    "weighted-kappa": [
        (
            {
                **{f"count-1-{column}": value for column, value in enumerate(("11", "3", "1"), start=1)},
                **{f"count-2-{column}": value for column, value in enumerate(("2", "9", "4"), start=1)},
                **{f"count-3-{column}": value for column, value in enumerate(("0", "2", "8"), start=1)},
            },
            {"kappa": "0.63 (0.44 to 0.82)"},
        )
    ],
    "reliability-of-a-scale": [({"alpha": "0.85", "items": "7", "people": "89"}, {"alpha": "0.85 (0.80 to 0.89)"})],
    "reliable-change": [
        (
            {"before": "32.5", "after": "47.5", "spread": "7.5", "reliability": "0.8"},
            {"change": "15.00 (5.70 to 24.30)", "index": "3.16", "smallest-reliable-change": "9.30"},
        )
    ],
    "cost-per-outcome": [
        ({"cost": "12000", "outcomes": "8"}, {"cost-per-outcome": "1500.00"}),
        ({"cost": "50000", "outcomes": "20", "people": "80"}, {"cost-per-outcome": "2500.00 (1761.32 to 3718.86)"}),
    ],
    "cost-per-outcome-averted": [
        (
            {"cost": "50000", "events-1": "10", "people-1": "80", "events-2": "35", "people-2": "80"},
            {"fall-in-points": "31.2 (17.5 to 43.5)", "cost-per-outcome-averted": "2000.00 (1436.88 to 3562.71)"},
        ),
        (
            {"cost": "50000", "events-1": "30", "people-1": "80", "events-2": "35", "people-2": "80"},
            {"fall-in-points": "6.2 (-8.8 to 20.9)"},
        ),
    ],
    "break-even": [
        ({"cost": "60000", "saved": "8000"}, {"outcomes-needed": "8"}),
        ({"cost": "50000", "saved": "20000", "people": "80", "before": "40"}, {"outcomes-needed": "3", "change-in-points": "3.1"}),
    ],
    "sensitivity-of-break-even": [
        (
            {"cost": "50", "cost-low": "40", "cost-high": "60", "saved": "20", "saved-low": "5", "saved-high": "25"},
            {"outcomes-needed": "3", "at-the-lowest-cost": "2", "at-the-highest-cost": "3", "at-the-lowest-saved": "10"},
        )
    ],
}


def decimals(given_values: dict[str, str]) -> dict[str, Decimal]:
    return {name: Decimal(value) for name, value in given_values.items()}


def shown(result: MethodResult) -> dict[str, str]:
    return {each.name: str(each.value) if each.low is None else f"{each.value} ({each.low} to {each.high})" for each in result.numbers}


def test_every_method_has_a_known_case() -> None:
    assert list(KNOWN) == list(METHODS)


@pytest.mark.parametrize("name", METHODS)
def test_known_cases_come_out(name: str) -> None:
    for inputs, numbers in KNOWN[name]:
        assert numbers.items() <= shown(METHODS[name].work_out(decimals(inputs))).items()


def _values(wanted: Input) -> st.SearchStrategy[Decimal]:
    """Values in range: anything, and often small ones, which are nearest to what services have."""
    places = 0 if wanted.whole else MOST_PLACES
    step = Decimal(1).scaleb(-places)
    low, high = (wanted.low + step, wanted.high - step) if wanted.open_ends else (wanted.low, wanted.high)
    near = min(high, low + 200)
    return st.one_of(*(st.decimals(low, end, places=places, allow_nan=False) for end in (near, high)), st.sampled_from([low, high]))


@pytest.mark.parametrize("name", METHODS)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_is_in_range_gives_numbers_and_one_sentence_or_a_clash(name: str, data: st.DataObject) -> None:
    method = METHODS[name]
    always = {key: _values(wanted) for key, wanted in method.inputs.items() if not wanted.optional}
    perhaps = {key: _values(wanted) for key, wanted in method.inputs.items() if wanted.optional}
    given_values = data.draw(st.fixed_dictionaries(always, optional=perhaps))
    faults = method.faults(given_values)
    if faults:
        assert all(fault.clash and fault.name in method.inputs and f"'{fault.name}' is" in fault.message for fault in faults)
        return
    found = method.work_out(given_values)
    assert_is_sentence(found.may_say)
    for number in found.numbers:
        assert (number.low is None) == (number.high is None)
        assert number.low is None or number.high is None or number.low <= number.value <= number.high
    words = tuple(NumberResult(name=each.name, value=each.value, low=each.low, high=each.high) for each in found.numbers)
    assert CalculationResult(numbers=words)


def assert_is_sentence(text: str) -> None:
    """One sentence, of no more words than a definition's may have."""
    assert re.fullmatch(r"[A-Z].*\.", text), text
    assert ". " not in text, text
    assert len(text.split()) <= 40, text
    assert not re.search(r"\d-\d|nan|inf\b|None", text), text


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_inputs_are_told_with_unit_and_range(method: Method) -> None:
    assert len(method.says) <= 140
    assert not method.says.endswith(".")
    for name, wanted in method.inputs.items():
        assert re.fullmatch(r"[a-z][a-z0-9-]*", name)
        assert wanted.means[0].islower() or wanted.means[0].isdigit()
        assert wanted.default is None or wanted.why_not(wanted.default) == ""


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_inputs_that_may_be_left_out_come_last(method: Method) -> None:
    needed = [wanted.needed for wanted in method.inputs.values()]
    assert all(first or not second for first, second in pairwise(needed))


def test_everything_that_is_out_of_range_is_told_at_once() -> None:
    method = METHODS["people-needed"]
    told = "'before' is 100; expected more than 0 and less than 100; 'power' is 0; expected more than 0 and less than 100"
    with pytest.raises(ValueError, match=re.escape(told)):
        method.work_out(decimals({"before": "100", "fall": "5", "power": "0"}))
    with pytest.raises(ValueError, match=re.escape("there is no input 'colour'; 'fall' is missing")):
        method.work_out(decimals({"before": "40", "colour": "5"}))


@pytest.mark.parametrize(
    ("name", "inputs", "messages"),
    [
        ("interval-of-a-proportion", {"events": "10", "people": "9"}, ["'events' is 10; expected no more than 'people', which is 9"]),
        ("interval-of-a-proportion", {"events": "1.5", "people": "9"}, ["'events' is 1.5; expected a whole number"]),
        ("interval-of-a-proportion", {"events": "1", "people": "0"}, ["'people' is 0; expected from 1 to 1,000,000"]),
        ("people-needed", {"before": "40", "fall": "40"}, ["'fall' is 40; expected less than 'before', which is 40"]),
        (
            "people-needed",
            {"before": "40", "fall": "5", "people-per-worker": "10"},
            ["'people-per-worker' is 10; expected 'likeness' with it"],
        ),
        (
            "fall-detectable",
            {"before": "40", "people": "2", "likeness": "0.05", "lost": "50"},
            [
                "'likeness' is 0.05; expected 'people-per-worker' with it",
                "'people' is 2; expected at least 4, so that 2 are left after clusters and losses",
            ],
        ),
        (
            "power",
            {"before": "40", "fall": "50", "people": "2", "lost": "50"},
            [
                "'fall' is 50; expected less than 'before', which is 40",
                "'people' is 2; expected at least 4, so that 2 are left after clusters and losses",
            ],
        ),
        (
            "progression",
            {"events": "5", "people": "4", "go-from": "60", "amend-from": "61"},
            [
                "'events' is 5; expected no more than 'people', which is 4",
                "'amend-from' is 61; expected no more than 'go-from', which is 60",
            ],
        ),
        (
            "odds-ratio",
            {"events-1": "9", "people-1": "9", "events-2": "4", "people-2": "9"},
            ["'events-1' is 9; expected less than 'people-1', which is 9"],
        ),
        (
            "agreement-of-two-raters",
            {"both-yes": "9", "only-first-yes": "0", "only-second-yes": "0", "both-no": "0"},
            ["'both-yes' is 9; expected both answers to be in use, for else agreement by chance is full already"],
        ),
        (
            "agreement-of-two-raters",
            {"both-yes": "0", "only-first-yes": "1", "only-second-yes": "0", "both-no": "0"},
            ["'both-yes' is 0; expected at least 2 cases in all"],
        ),
        (
            "weighted-kappa",
            {f"count-{row}-{column}": "5" if row == column == 2 else "0" for row in (1, 2, 3) for column in (1, 2, 3)},
            ["'count-1-1' is 0; expected more than one answer to be in use, for else agreement by chance is full already"],
        ),
        (
            "weighted-kappa",
            {f"count-{row}-{column}": "0" for row in (1, 2, 3) for column in (1, 2, 3)},
            ["'count-1-1' is 0; expected at least 2 cases in all"],
        ),
        (
            "fidelity-score",
            {"kept": "11", "applied": "10", "cases": "12"},
            ["'kept' is 11; expected no more than 'applied', which is 10", "'cases' is 12; expected no more than 'applied', which is 10"],
        ),
        (
            "likeness-of-workers",
            {"events-1": "3", "people-1": "2", "events-2": "1", "people-2": "4", "events-3": "1", "people-5": "6"},
            [
                "'events-1' is 3; expected no more than 'people-1', which is 2",
                "'events-3' is 1; expected 'people-3' with it",
                "'people-5' is 6; expected 'events-5' with it",
            ],
        ),
        (
            "likeness-of-workers",
            {"events-1": "2", "people-1": "2", "events-2": "0", "people-2": "4"},
            ["'events-1' is 2; expected a worker with people to whom it happened and people to whom it did not"],
        ),
        (
            "cost-per-outcome",
            {"cost": "9", "outcomes": "3", "people": "2"},
            ["'outcomes' is 3; expected no more than 'people', which is 2"],
        ),
        ("break-even", {"cost": "9", "saved": "3", "before": "40"}, ["'before' is 40; expected 'people' with it"]),
        (
            "sensitivity-of-break-even",
            {"cost": "50", "cost-low": "60", "cost-high": "40", "saved": "20", "saved-low": "30", "saved-high": "10"},
            [
                "'cost-low' is 60; expected no more than 'cost', which is 50",
                "'cost-high' is 40; expected no less than 'cost', which is 50",
                "'saved-low' is 30; expected no more than 'saved', which is 20",
                "'saved-high' is 10; expected no less than 'saved', which is 20",
            ],
        ),
    ],
)
def test_what_does_not_go_together_is_told(name: str, inputs: dict[str, str], messages: list[str]) -> None:
    assert [fault.message for fault in METHODS[name].faults(decimals(inputs))] == messages


@pytest.mark.parametrize("name", [name for name in evaluation.__all__ if isfunction(getattr(evaluation, name))])
def test_every_function_names_its_source_and_its_errors(name: str) -> None:
    told = getdoc(getattr(evaluation, name)) or ""
    assert [part for part in ("Args:", "Raises:", "Source:") if part not in told] == []


def test_what_is_allowed_is_told_in_words() -> None:
    assert METHODS["break-even"].inputs["cost"].range == "from 0 to 1,000,000,000"
    assert METHODS["interval-of-a-proportion"].inputs["people"].allowed == "a whole number from 1 to 1,000,000"
    assert METHODS["people-needed"].inputs["before"].allowed == "more than 0 and less than 100"


def test_numbers_that_stand_for_words_are_shown_as_words() -> None:
    assert METHODS["progression"].show(Number("light", Decimal(2), Decimal(1), Decimal(2))) == "go; the interval reaches from amend to go"
    assert METHODS["progression"].show(Number("light", Decimal(0), Decimal(0), Decimal(0))) == "stop; the whole interval agrees"
    assert METHODS["break-even"].show(Number("outcomes-needed", Decimal(1500))) == "1,500"


def test_what_needs_the_extra_is_loaded_only_when_used() -> None:
    loaded = (
        "import sys; import practice_models.evaluation; print([name for name in ('numpy', 'scipy', 'statsmodels') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout == "[]\n"
