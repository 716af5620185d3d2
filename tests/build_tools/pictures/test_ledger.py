"""The fund's ledger: each request with its price, its outcome, the rule that decided it, and what is left."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from build_tools.pictures.ledger import draw_ledger, rule_title
from practice_models.vocabulary.example import PlanCase
from practice_models.vocabulary.plan import Fund
from practice_models.vocabulary.results import PlanResult
from tests.build_tools.pictures import drawing
from tests.build_tools.pictures.case_samples import PLANNED, held
from tests.build_tools.pictures.case_strategies import ledgers
from tests.build_tools.pictures.samples import FUND, ROLES

PICTURE = draw_ledger(FUND, PLANNED, held(), key="ledger", title_of=lambda role: ROLES[role])
SHOWN = [words.text for words in drawing.words_in(drawing.read_drawing(PICTURE.svg))]


def test_each_request_shows_its_price_its_outcome_and_what_is_left() -> None:
    assert {"Safety boots", "£60", "Agreed, but too late", "£240 left", "£150.50", "Refused"} <= set(SHOWN)
    assert "£240 left; £177.60 if it is agreed" in SHOWN
    assert "Waiting for Practitioner’s manager, by 19 February 2027" in PICTURE.words


def test_each_outcome_has_a_mark_of_its_own() -> None:
    root = drawing.read_drawing(PICTURE.svg)
    marks = [
        element.get("class") for element in root.iter() if drawing.has_class(element, "finding") or drawing.has_class(element, "solid")
    ]
    assert marks == ["pg-pic-solid", *["pg-pic-finding pg-pic-critical"] * 2, "pg-pic-finding pg-pic-waiting"]


def test_the_bar_tells_what_is_left_of_the_most_for_one_person() -> None:
    root = drawing.read_drawing(PICTURE.svg)
    bars = [drawing.box_of(element) for element in root.iter() if element.get("class") == "pg-pic-bar pg-pic-current"]
    assert [round(bar.width / 396 * 300, 1) for bar in bars[1:]] == [240, 240, 240, 177.6]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("caps/per_request", "Rule: The most for one request, £150"),
        ("caps/per_person", "Rule: The most for one person, £300"),
        ("approvals/middle", "Rule: Who decides up to £100"),
        ("may_not_buy/cash", "Never bought: Cash"),
        ("must/safe", "Test: Adds no risk to anyone"),
        ("must/gone", "Test: gone"),
        ("approvals/gone", "fund:enabling-fund/approvals/gone"),
    ],
)
def test_a_rule_is_told_in_a_few_words(rule: str, said: str) -> None:
    assert rule_title(FUND, f"fund:enabling-fund/{rule}") == said


def test_the_words_are_a_table_with_the_goal_and_the_day() -> None:
    assert '<th scope="row">Safety boots</th><td>23 January 2027</td><td>Early shift at the bakery</td><td>£60</td>' in PICTURE.words
    assert "£240 of £300 is left in the end." in PICTURE.description


def test_nothing_asked_for_is_said() -> None:
    empty = PLANNED.model_copy(update={"requests": ()})
    assert "Nothing was asked of the fund." in draw_ledger(FUND, empty, PlanResult(), key="k").svg


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=ledgers())
def test_pieces_of_a_bar_stay_in_it_and_do_not_overlap(made: tuple[Fund, PlanCase, PlanResult]) -> None:
    root = drawing.read_drawing(draw_ledger(*made, key="k").svg)
    bars = [drawing.box_of(element) for element in root.iter() if drawing.has_class(element, "bar")]
    tracks = [bar for bar in bars if bar.width == 396]
    assert all(any(drawing.inside(bar, track) for track in tracks) for bar in bars[3:])
    pieces = [bar for bar in bars[3:] if bar.width < 396]
    assert [pair for pair in drawing.clashes(pieces) if pair[0].width > 0.2 and pair[1].width > 0.2] == []


def test_amounts_are_exact() -> None:
    dear = PLANNED.requests[0].model_copy(update={"price": Decimal("59.99")})
    case = PLANNED.model_copy(update={"requests": (dear,)})
    assert "£59.99" in draw_ledger(FUND, case, held().model_copy(update={"decisions": held().decisions[:1]}), key="k").svg
