"""The pictures of a worked example: what comes out, drawn."""

from collections.abc import Mapping

from build_tools.pictures import Picture, draw_balance, draw_case_timeline, draw_interval, draw_ledger, draw_plan, draw_profile
from build_tools.pictures.picture import LinkOf, link_nowhere
from practice_models.evaluation import METHODS, Method
from practice_models.examples.comparison import DIFFERENCES
from practice_models.examples.working import Result
from practice_models.library import Edition
from practice_models.vocabulary.example import AssessmentCase, CalculationCase, Case, ComparisonCase, PathwayCase, PlanCase
from practice_models.vocabulary.results import AssessmentResult, CalculationResult, ComparisonResult, PathwayResult, PlanResult


def draw_result(edition: Edition, case: Case, result: Result, link_of: LinkOf = link_nowhere) -> Mapping[str, Picture]:
    """The pictures of a case, by the place they have on its page: `picture`, `ledger` for requests, `interval` for a comparison.

    Args:
        edition: The edition whose rules were applied.
        case: What went in.
        result: What came out.
        link_of: Where elements lead.
    """
    match case, result:
        case AssessmentCase(), AssessmentResult():
            instrument = next(each for each in edition.instruments if each.id == case.instrument)
            return {"picture": draw_profile(instrument, case, result, key="result", link_of=link_of)}
        case PathwayCase(), PathwayResult():
            return {"picture": draw_case_timeline(edition, case, result, key="result", link_of=link_of)}
        case PlanCase(), PlanResult():
            return _draw_plan(edition, case, result)
        case CalculationCase(), CalculationResult():
            return _draw_calculation(METHODS[case.method], result)
        case ComparisonCase(), ComparisonResult():
            titles = {each.id: each.title for each in case.covariates}
            numbers = [number for number in result.numbers if number.name in DIFFERENCES]
            drawn = draw_interval(numbers, key="differences", title="The difference before matching and after")
            return {"picture": draw_balance(result.balance, titles, key="result"), "interval": drawn}
        case _:
            return {}


def _draw_calculation(method: Method, result: CalculationResult) -> Mapping[str, Picture]:
    """The numbers with their intervals; nothing where no number has one, for then a picture shows no more than the table."""
    names = method.pictured or tuple(number.name for number in result.numbers if number.name not in method.labels)
    numbers = [number for number in result.numbers if number.name in names]
    return {"picture": draw_interval(numbers, key="result")} if any(number.low is not None for number in numbers) else {}


def _draw_plan(edition: Edition, case: PlanCase, result: PlanResult) -> Mapping[str, Picture]:
    plan = next(each for each in edition.plans if each.id == case.plan)
    pictures = {"picture": draw_plan(plan, case, result, key="result")}
    fund = next((each for each in edition.funds if each.id == case.fund), None)
    if fund is not None and case.requests:
        titles = {role.id: role.title for role in edition.roles}
        pictures["ledger"] = draw_ledger(fund, case, result, key="ledger", title_of=lambda role: titles.get(role, role))
    return pictures
