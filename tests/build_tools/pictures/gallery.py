"""One of each picture, drawn from the samples."""

from build_tools.pictures import (
    Picture,
    draw_approvals,
    draw_balance,
    draw_bands,
    draw_blank_profile,
    draw_case_timeline,
    draw_directions,
    draw_interval,
    draw_ledger,
    draw_pathway,
    draw_plan,
    draw_profile,
    draw_theory,
    draw_timeline,
)
from tests.build_tools.pictures.case_samples import (
    ANSWERS,
    ASKED,
    BALANCE,
    BALANCE_TITLES,
    CASE_EDITION,
    EVENTS,
    NUMBERS,
    PLAN,
    PLANNED,
    followed,
    held,
    scored,
)
from tests.build_tools.pictures.samples import EDITION, EDITIONS, FINDINGS, FUND, INSTRUMENT, ROLES, SCALE, STAGES


def link_of(kind: str, name: str) -> str:
    return f"../{kind}s/{name}/"


def draw_gallery() -> dict[str, Picture]:
    """Each picture by its key."""
    return {
        "pathway": draw_pathway(STAGES, key="pathway", link_of=link_of),
        "theory": draw_theory(EDITION, key="theory", link_of=link_of),
        "bands": draw_bands(INSTRUMENT.sections[0], SCALE, key="bands"),
        "profile": draw_blank_profile(INSTRUMENT, key="profile", link_of=link_of),
        "approvals": draw_approvals(FUND, key="approvals", title_of=lambda role: ROLES[role]),
        "timeline": draw_timeline(EDITIONS, key="timeline", url_of=lambda edition: f"{edition.head.version}/"),
        "directions": draw_directions(FINDINGS, key="directions", link_of=link_of),
        "answers": draw_profile(ASKED, ANSWERS, scored(), key="answers", link_of=link_of),
        "days": draw_case_timeline(CASE_EDITION, EVENTS, followed(), key="days", link_of=link_of),
        "ledger": draw_ledger(FUND, PLANNED, held(), key="ledger", title_of=lambda role: ROLES[role]),
        "interval": draw_interval(NUMBERS, key="interval"),
        "balance": draw_balance(BALANCE, BALANCE_TITLES, key="balance"),
        "plan": draw_plan(PLAN, PLANNED, held(), key="plan"),
    }
