"""A plan with its blank form, and a fund with its rules as a decision table."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from build_tools.pages.plans import PagePlan
from build_tools.pages.writer import Writer
from build_tools.pictures.fund import draw_approvals
from practice_models.library import Edition
from practice_models.periods import duration_text
from practice_models.vocabulary.plan import Fund, Plan

_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """The pages of every plan and every fund of an edition."""
    for plan in edition.plans:
        origin = edition.origins["plan", plan.id]
        nav = ("Plan and fund",) if edition.funds else ("Plan",)
        summary = "What makes a goal hold, how many there are, who signs and when you look again."
        yield PagePlan(
            uri=f"plans/{plan.id}/index.md",
            title=plan.title,
            kind="plan",
            summary=summary,
            context=partial(_plan_context, plan),
            words=(plan,),
            origin=origin,
            nav=nav,
        )
        form = f"{plan.title}: blank form"
        yield PagePlan(
            uri=f"plans/{plan.id}/form.md",
            title=form,
            kind="plan-form",
            summary="A blank plan to print and fill together.",
            context=partial(_plan_context, plan),
            origin=origin,
            nav=nav,
            nav_title="Blank plan",
        )
    for fund in edition.funds:
        origin = edition.origins["fund", fund.id]
        summary = "What it may and may not buy, who decides up to which amount, and how a refusal is told."
        yield PagePlan(
            uri=f"funds/{fund.id}.md",
            title=fund.title,
            kind="fund",
            summary=summary,
            context=partial(_fund_context, fund),
            words=(fund,),
            origin=origin,
            nav=("Plan and fund",),
        )


def money_text(amount: Decimal, currency: str) -> str:
    """An amount as a reader writes it: `£150` or `£38.50`.

    Args:
        amount: In the currency's main unit.
        currency: Its ISO 4217 code.
    """
    number = f"{amount:,.2f}".removesuffix(".00")
    return f"{_SYMBOLS.get(currency, currency + ' ')}{number}"


def _plan_context(plan: Plan, writer: Writer) -> Mapping[str, Any]:
    return {"plan": plan, "duration": duration_text}


def _fund_context(fund: Fund, writer: Writer) -> Mapping[str, Any]:
    return {
        "fund": fund,
        "money": partial(money_text, currency=fund.currency),
        "approvals": draw_approvals(fund, key="approvals", title_of=lambda role: writer.reference("role", role).title),
    }
