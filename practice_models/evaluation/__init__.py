"""The evaluation handbook's calculations, for Python, for worked examples and for the command line."""

from practice_models.evaluation.agreement import Agreement, estimate_kappa
from practice_models.evaluation.catalogue import METHODS
from practice_models.evaluation.changes import ChangeBeyondComparison, estimate_change_beyond_comparison, estimate_change_from_people
from practice_models.evaluation.clusters import (
    ClusterInflation,
    Likeness,
    design_effect,
    estimate_likeness,
    estimate_likeness_of_scores,
    measure_clusters,
)
from practice_models.evaluation.costs import (
    BreakEven,
    CostPerOutcome,
    CostPerOutcomeAverted,
    Sensitivity,
    Swing,
    estimate_cost_per_outcome,
    estimate_cost_per_outcome_averted,
    find_break_even,
    vary_one_at_a_time,
)
from practice_models.evaluation.estimates import Estimate
from practice_models.evaluation.fidelity import Fidelity, score_fidelity, score_fidelity_of_cases
from practice_models.evaluation.follow_up import MOST_MONTHS, RESULTS_MONTHS, FollowUpCalendar, plan_follow_up
from practice_models.evaluation.matching import Balance, MatchedComparison, compare_matched, standardised_difference
from practice_models.evaluation.methods import MOST_PLACES, Input, InputFault, Method, MethodResult, Number
from practice_models.evaluation.progression import Criterion, Judgement, Light, Verdict, judge_all, judge_criterion
from practice_models.evaluation.proportions import (
    Difference,
    Proportion,
    estimate_difference,
    estimate_proportion,
    newcombe_interval,
    wilson_interval,
)
from practice_models.evaluation.ratios import Ratio, estimate_odds_ratio, estimate_rate_ratio, estimate_risk_ratio
from practice_models.evaluation.regressions import EstimationMissingError
from practice_models.evaluation.rounding import rounded
from practice_models.evaluation.scales import Reliability, ReliableChange, estimate_alpha, judge_alpha, judge_change
from practice_models.evaluation.sizes import (
    Design,
    DetectableFall,
    Power,
    SampleSize,
    detectable_fall,
    detectable_rise,
    find_detectable_fall,
    find_power,
    people_per_group,
    plan_size,
    power_to_find,
)

__all__ = [
    "METHODS",
    "MOST_MONTHS",
    "MOST_PLACES",
    "RESULTS_MONTHS",
    "Agreement",
    "Balance",
    "BreakEven",
    "ChangeBeyondComparison",
    "ClusterInflation",
    "CostPerOutcome",
    "CostPerOutcomeAverted",
    "Criterion",
    "Design",
    "DetectableFall",
    "Difference",
    "Estimate",
    "EstimationMissingError",
    "Fidelity",
    "FollowUpCalendar",
    "Input",
    "InputFault",
    "Judgement",
    "Light",
    "Likeness",
    "MatchedComparison",
    "Method",
    "MethodResult",
    "Number",
    "Power",
    "Proportion",
    "Ratio",
    "Reliability",
    "ReliableChange",
    "SampleSize",
    "Sensitivity",
    "Swing",
    "Verdict",
    "compare_matched",
    "design_effect",
    "detectable_fall",
    "detectable_rise",
    "estimate_alpha",
    "estimate_change_beyond_comparison",
    "estimate_change_from_people",
    "estimate_cost_per_outcome",
    "estimate_cost_per_outcome_averted",
    "estimate_difference",
    "estimate_kappa",
    "estimate_likeness",
    "estimate_likeness_of_scores",
    "estimate_odds_ratio",
    "estimate_proportion",
    "estimate_rate_ratio",
    "estimate_risk_ratio",
    "find_break_even",
    "find_detectable_fall",
    "find_power",
    "judge_all",
    "judge_alpha",
    "judge_change",
    "judge_criterion",
    "measure_clusters",
    "newcombe_interval",
    "people_per_group",
    "plan_follow_up",
    "plan_size",
    "power_to_find",
    "rounded",
    "score_fidelity",
    "score_fidelity_of_cases",
    "standardised_difference",
    "vary_one_at_a_time",
    "wilson_interval",
]
