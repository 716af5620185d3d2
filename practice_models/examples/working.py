"""What every kind of worked example is worked out with: faults, the rules that were used, and why each result is as it is."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from practice_models.examples.rules import rules_by_address
from practice_models.library import Edition
from practice_models.problems import nearest
from practice_models.reading.yaml_text import Path
from practice_models.vocabulary.base import Element
from practice_models.vocabulary.results import (
    AssessmentResult,
    CalculationResult,
    ComparisonResult,
    PathwayResult,
    PlanResult,
    RuleUsed,
)

Result = AssessmentResult | PathwayResult | PlanResult | CalculationResult | ComparisonResult
"""What a case comes to."""

Named = TypeVar("Named", bound=Element)

FaultCode = Literal["PG851", "PG852", "PG853", "PG854"]


@dataclass(frozen=True, slots=True)
class CaseFault:
    """Something in a case that cannot be: told at its path inside the case."""

    path: Path
    code: FaultCode
    message: str


class CaseError(Exception):
    """A case cannot be worked out.

    Attributes:
        faults: Everything that is wrong with it, in the order of the case.
    """

    def __init__(self, faults: Iterable[CaseFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{fault.code} {fault.message}" for fault in self.faults))


@dataclass(frozen=True, slots=True)
class RuleUse:
    """A rule at work in a case."""

    rule: str
    """Its address."""
    how: str
    """What it did: `raised`, `met`, `refused`, …"""


@dataclass(frozen=True, slots=True)
class Run:
    """A case, worked out."""

    result: Result
    """What it comes to, with the rules that it rests on."""
    uses: tuple[RuleUse, ...]
    """Every rule that was at work, and what it did, in order and each once."""
    because: Mapping[Path, str]
    """The address of the rule behind each part of the result, by the part's path."""
    may_say: str = ""
    """What may and what may not be said of what was calculated or compared, in one sentence; nothing for other kinds."""

    def rule_behind(self, path: Path) -> str | None:
        """The address of the rule that gave a part of the result, or None where no one rule did."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.because:
                return self.because[path[:end]]
        return None


@dataclass
class Working:
    """The sheet of paper on which one case is worked out.

    Args:
        edition: The edition whose rules are applied.
    """

    edition: Edition
    faults: list[CaseFault] = field(default_factory=list)
    because: dict[Path, str] = field(default_factory=dict)
    _uses: dict[RuleUse, None] = field(default_factory=dict)

    def fault(self, path: Path, code: FaultCode, message: str) -> None:
        """Note something that cannot be."""
        self.faults.append(CaseFault(path, code, message))

    def known(self, path: Path, what: str, name: str, allowed: Collection[str]) -> bool:
        """Whether a name is among those allowed; where it is not, that is noted."""
        if name in allowed:
            return True
        self.fault(path, "PG851", f"there is no {what} '{name}'{nearest(name, allowed)}")
        return False

    def find(self, path: Path, what: str, name: str, among: Sequence[Named]) -> Named:
        """The element with a name.

        Raises:
            CaseError: Where there is none.
        """
        found = next((each for each in among if each.id == name), None)
        if found is None:
            self.known(path, what, name, [each.id for each in among])
            raise CaseError(self.faults)
        return found

    def use(self, rule: str, how: str, *path: str | int) -> None:
        """Note that a rule was at work and, where a path is given, that it gave that part of the result."""
        self._uses[RuleUse(rule, how)] = None
        if path:
            self.because[path] = rule

    def stop_on_faults(self) -> None:
        """Go no further where something cannot be.

        Raises:
            CaseError: With every fault that was noted.
        """
        if self.faults:
            raise CaseError(self.faults)

    @property
    def rules(self) -> tuple[RuleUsed, ...]:
        """The rules that were at work with what they say, in the edition's order."""
        used = {use.rule for use in self._uses}
        rules = rules_by_address(self.edition)
        return tuple(RuleUsed(rule=address, says=rule.says) for address, rule in rules.items() if address in used)

    def finish(self, result: Result, may_say: str = "") -> Run:
        """The case, worked out."""
        self.stop_on_faults()
        return Run(result, tuple(self._uses), dict(self.because), may_say)
