"""Worked examples: cases that are worked out with an edition's own rules, on every build and at a reader's wish.

`score`, `follow`, `hold_plan`, `calculate` and `compare` work a case out; `run_library` runs every example that authors wrote.
"""

from practice_models.evaluation import EstimationMissingError
from practice_models.examples.assessment import score
from practice_models.examples.calculation import calculate, method_of
from practice_models.examples.checking import check_edition_examples, check_examples
from practice_models.examples.comparison import compare
from practice_models.examples.coverage import RuleCoverage, check_coverage, cover
from practice_models.examples.exporting import export_results
from practice_models.examples.pathway import follow
from practice_models.examples.plan import hold_plan
from practice_models.examples.rules import Rule, rules_of
from practice_models.examples.running import ExampleRun, run_case, run_edition, run_example, run_library
from practice_models.examples.working import CaseError, CaseFault, RuleUse, Run

__all__ = [
    "CaseError",
    "CaseFault",
    "EstimationMissingError",
    "ExampleRun",
    "Rule",
    "RuleCoverage",
    "RuleUse",
    "Run",
    "calculate",
    "check_coverage",
    "check_edition_examples",
    "check_examples",
    "compare",
    "cover",
    "export_results",
    "follow",
    "hold_plan",
    "method_of",
    "rules_of",
    "run_case",
    "run_edition",
    "run_example",
    "run_library",
    "score",
]
