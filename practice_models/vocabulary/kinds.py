"""The closed list of kinds: how each is spelt in a file and in an address, and which word it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from practice_models.vocabulary.base import Word
from practice_models.vocabulary.calculator import Calculator
from practice_models.vocabulary.chapter import Chapter
from practice_models.vocabulary.design import Criterion, Design
from practice_models.vocabulary.evaluation import Evaluation
from practice_models.vocabulary.evidence import Description, Finding, Gap, Source, TaskGroup, Term
from practice_models.vocabulary.example import WorkedExample
from practice_models.vocabulary.instrument import Instrument
from practice_models.vocabulary.pathway import Event, Role, Stage
from practice_models.vocabulary.plan import Fund, Plan
from practice_models.vocabulary.practice import Practice, Record
from practice_models.vocabulary.publication import EditionHead, Principle, Publication
from practice_models.vocabulary.questionnaire import Questionnaire
from practice_models.vocabulary.sheet import Sheet
from practice_models.vocabulary.theory import Activity, FidelityItem, Input, LogicLink, Measure, Mechanism, Outcome


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that a definition file can hold."""

    name: str
    """As it stands in an address: `practice`, `fidelity-item`."""
    plural: str
    """The key of a list of them in a file, and the name of the edition's collection: `fidelity_items`."""
    word: type[Word]
    """The word of the vocabulary that it holds."""
    belongs_to: Literal["project", "publication", "edition"]
    """Where its files stand: beside the guides, in a guide's folder, or in an edition's folder."""

    id_field: str = "id"
    """The field that its opening key fills."""

    @property
    def key(self) -> str:
        """The key that opens a file which holds just one, followed by its id: `fidelity_item: listening`."""
        return self.name.replace("-", "_")


_KINDS = (
    Kind("source", "sources", Source, "project"),
    Kind("term", "terms", Term, "project"),
    Kind("task-group", "task_groups", TaskGroup, "project"),
    Kind("guide", "guides", Publication, "publication"),
    Kind("edition", "editions", EditionHead, "edition", id_field="version"),
    Kind("principle", "principles", Principle, "edition"),
    Kind("role", "roles", Role, "edition"),
    Kind("event", "events", Event, "edition"),
    Kind("stage", "stages", Stage, "edition"),
    Kind("practice", "practices", Practice, "edition"),
    Kind("record", "records", Record, "edition"),
    Kind("instrument", "instruments", Instrument, "edition"),
    Kind("plan", "plans", Plan, "edition"),
    Kind("fund", "funds", Fund, "edition"),
    Kind("input", "inputs", Input, "edition"),
    Kind("activity", "activities", Activity, "edition"),
    Kind("mechanism", "mechanisms", Mechanism, "edition"),
    Kind("outcome", "outcomes", Outcome, "edition"),
    Kind("measure", "measures", Measure, "edition"),
    Kind("logic-link", "logic_links", LogicLink, "edition"),
    Kind("fidelity-item", "fidelity_items", FidelityItem, "edition"),
    Kind("description", "descriptions", Description, "edition"),
    Kind("finding", "findings", Finding, "edition"),
    Kind("gap", "gaps", Gap, "edition"),
    Kind("evaluation", "evaluations", Evaluation, "edition"),
    Kind("chapter", "chapters", Chapter, "edition"),
    Kind("design", "designs", Design, "edition"),
    Kind("criterion", "criteria", Criterion, "edition"),
    Kind("calculator", "calculators", Calculator, "edition"),
    Kind("sheet", "sheets", Sheet, "edition"),
    Kind("questionnaire", "questionnaires", Questionnaire, "edition"),
    Kind("example", "examples", WorkedExample, "edition"),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _KINDS})
"""Every kind, by its name in an address."""
