"""All publications with their editions, indexed; which edition is in force."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from practice_models.reading.documents import Origin
from practice_models.vocabulary.address import Address
from practice_models.vocabulary.base import Element, Word
from practice_models.vocabulary.calculator import Calculator
from practice_models.vocabulary.chapter import Chapter
from practice_models.vocabulary.design import Criterion, Design
from practice_models.vocabulary.evaluation import Evaluation
from practice_models.vocabulary.evidence import Description, Finding, Gap, Source, TaskGroup, Term
from practice_models.vocabulary.example import WorkedExample
from practice_models.vocabulary.instrument import Instrument
from practice_models.vocabulary.kinds import KINDS
from practice_models.vocabulary.pathway import Event, Role, Stage
from practice_models.vocabulary.plan import Fund, Plan
from practice_models.vocabulary.practice import Practice, Record
from practice_models.vocabulary.publication import EditionHead, Principle, Publication
from practice_models.vocabulary.questionnaire import Questionnaire
from practice_models.vocabulary.sheet import Sheet
from practice_models.vocabulary.theory import Activity, FidelityItem, Input, LogicLink, Measure, Mechanism, Outcome

Names = tuple[str, str]
"""A kind and an id, such as `("practice", "first-appointment")`."""

AnyElement = Element | LogicLink
"""What an edition holds: elements, and the links of its theory of change."""

EDITION_KINDS = tuple(kind for kind in KINDS.values() if kind.belongs_to == "edition" and kind.name != "edition")


@dataclass(frozen=True)
class Edition:
    """One edition of a publication, whole: its head and everything in its folder."""

    publication: Publication
    head: EditionHead
    principles: tuple[Principle, ...] = ()
    roles: tuple[Role, ...] = ()
    events: tuple[Event, ...] = ()
    stages: tuple[Stage, ...] = ()
    practices: tuple[Practice, ...] = ()
    records: tuple[Record, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    plans: tuple[Plan, ...] = ()
    funds: tuple[Fund, ...] = ()
    inputs: tuple[Input, ...] = ()
    activities: tuple[Activity, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    measures: tuple[Measure, ...] = ()
    logic_links: tuple[LogicLink, ...] = ()
    fidelity_items: tuple[FidelityItem, ...] = ()
    descriptions: tuple[Description, ...] = ()
    findings: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    designs: tuple[Design, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    calculators: tuple[Calculator, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    examples: tuple[WorkedExample, ...] = ()
    origins: Mapping[Names, Origin] = field(default_factory=dict, repr=False)
    """Where each element was written, by kind and id; the head's is under `("edition", version)`."""

    @cached_property
    def _index(self) -> dict[Names, Word]:
        return {(kind, word.id): word for kind, word in self.elements()}

    def __hash__(self) -> int:
        return hash(self.name)

    @property
    def name(self) -> str:
        """Publication and version, such as `interchange@3.0.0`."""
        return f"{self.publication.id}@{self.head.version}"

    @property
    def in_force(self) -> bool:
        """Whether this is the edition to follow today."""
        return self.head.status == "current"

    def elements(self) -> Iterator[tuple[str, AnyElement]]:
        """Every element with its kind, kind by kind and in the author's order."""
        for kind in EDITION_KINDS:
            for word in getattr(self, kind.plural):
                yield kind.name, word

    def find(self, kind: str, identifier: str) -> Word | None:
        """The element of a kind with an id, or None."""
        return self._index.get((kind, identifier))

    def practice(self, identifier: str) -> Practice:
        """The practice with an id that is known to exist."""
        return next(practice for practice in self.practices if practice.id == identifier)

    def stages_of(self, practice: Practice) -> tuple[Stage, ...]:
        """The stages in which a practice is used, in pathway order."""
        return tuple(stage for stage in self.stages if practice.id in stage.practices)


@dataclass(frozen=True)
class Library:
    """Every publication and edition of a project, with the sources, terms and tasks they share."""

    publications: tuple[Publication, ...]
    """In the order that they give themselves."""
    editions: tuple[Edition, ...]
    """By publication, oldest version first."""
    sources: tuple[Source, ...] = ()
    terms: tuple[Term, ...] = ()
    task_groups: tuple[TaskGroup, ...] = ()
    origins: Mapping[Names, Origin] = field(default_factory=dict, repr=False)
    """Where sources, terms, task groups and publications were written."""
    files: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Every definition file that was read, with the SHA-256 of its bytes."""

    def editions_of(self, publication: str) -> tuple[Edition, ...]:
        """The editions of a publication, oldest version first."""
        return tuple(edition for edition in self.editions if edition.publication.id == publication)

    def edition(self, publication: str, version: str) -> Edition | None:
        """An edition by publication and version, or None."""
        return next((each for each in self.editions_of(publication) if each.head.version == version), None)

    def in_force(self, publication: str) -> Edition | None:
        """The edition of a publication that is in force, or None."""
        return next((edition for edition in reversed(self.editions_of(publication)) if edition.in_force), None)

    def source(self, identifier: str) -> Source | None:
        """A source by its id, or None."""
        return next((source for source in self.sources if source.id == identifier), None)

    def edition_at(self, address: Address, here: Edition | None) -> Edition | None:
        """The edition that an address speaks of.

        Args:
            address: Any address.
            here: The edition in which the address was written, if any.
        """
        if address.publication is None:
            return here
        if address.version is None:
            return self.in_force(address.publication)
        return self.edition(address.publication, address.version)


def version_key(version: str) -> tuple[int, ...]:
    """A version as numbers, so that 2.10.0 comes after 2.9.0."""
    return tuple(int(part) for part in version.split("."))
