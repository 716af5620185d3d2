"""Accessible inline pictures made from the vocabulary's values."""

from build_tools.pictures.answered_profile import draw_profile
from build_tools.pictures.balance import draw_balance
from build_tools.pictures.bands import draw_bands
from build_tools.pictures.case_timeline import draw_case_timeline
from build_tools.pictures.evidence import draw_directions
from build_tools.pictures.fund import draw_approvals
from build_tools.pictures.interval import draw_interval
from build_tools.pictures.ledger import draw_ledger
from build_tools.pictures.pathway import draw_pathway
from build_tools.pictures.picture import LinkOf, Picture
from build_tools.pictures.plan import draw_plan
from build_tools.pictures.profile import draw_blank_profile
from build_tools.pictures.theory import draw_theory
from build_tools.pictures.timeline import draw_timeline

__all__ = [
    "LinkOf",
    "Picture",
    "draw_approvals",
    "draw_balance",
    "draw_bands",
    "draw_blank_profile",
    "draw_case_timeline",
    "draw_directions",
    "draw_interval",
    "draw_ledger",
    "draw_pathway",
    "draw_plan",
    "draw_profile",
    "draw_theory",
    "draw_timeline",
]
