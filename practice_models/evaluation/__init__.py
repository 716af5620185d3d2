"""The evaluation handbook's calculations, for Python, for the command line and for worked examples.

Textbook closed forms on the standard library. Every function says what goes in, in which unit, what comes out and where the
formula stands.
"""

from practice_models.evaluation.agreement import cronbach_alpha, reliable_change, weighted_kappa
from practice_models.evaluation.catalogue import METHODS
from practice_models.evaluation.costs import break_even, cost_per_outcome
from practice_models.evaluation.follow_up import FollowUp, follow_up_calendar
from practice_models.evaluation.groups import design_effect, people_in_unequal_groups, people_to_start, power_of
from practice_models.evaluation.methods import Input, Method, Number
from practice_models.evaluation.progression import Progression, traffic_light
from practice_models.evaluation.proportions import detectable_fall, newcombe_interval, people_per_group, wilson_interval
from practice_models.evaluation.ratios import odds_ratio, rate_ratio, risk_ratio

__all__ = [
    "METHODS",
    "FollowUp",
    "Input",
    "Method",
    "Number",
    "Progression",
    "break_even",
    "cost_per_outcome",
    "cronbach_alpha",
    "design_effect",
    "detectable_fall",
    "follow_up_calendar",
    "newcombe_interval",
    "odds_ratio",
    "people_in_unequal_groups",
    "people_per_group",
    "people_to_start",
    "power_of",
    "rate_ratio",
    "reliable_change",
    "risk_ratio",
    "traffic_light",
    "weighted_kappa",
    "wilson_interval",
]
