"""Lays what an example expects beside what was computed, and tells every difference with the rule behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from practice_models.examples.working import Result, Run
from practice_models.reading.yaml_text import Path
from practice_models.vocabulary.base import Word
from practice_models.vocabulary.results import (
    AlertRaised,
    BalanceResult,
    ClockResult,
    Decision,
    Lack,
    NumberResult,
    RecordResult,
    ReviewResult,
    RuleUsed,
    SectionResult,
    StageVisit,
    StopResult,
)

KEYS: Mapping[type[Word], tuple[str, ...]] = MappingProxyType(
    {
        SectionResult: ("section",),
        AlertRaised: ("alert",),
        StageVisit: ("stage",),
        ClockResult: ("clock", "since"),
        RecordResult: ("record", "stage"),
        StopResult: ("stop", "raised"),
        Lack: ("rule", "about"),
        Decision: ("request",),
        ReviewResult: ("review", "since"),
        NumberResult: ("name",),
        BalanceResult: ("covariate",),
        RuleUsed: ("rule",),
    }
)
"""What tells the entries of each list of a result apart; entries that are alike in it are told apart by their order."""

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where an example expects something else than was computed."""

    path: Path
    """Where in the expected result it stands."""
    message: str
    rule: bool = False
    """True where it is a rule that changed, and not its outcome."""


def name_of(word: Word, before: Sequence[Word]) -> Name:
    """What an entry of a list is called, so that it is found again in another list."""
    own = tuple(str(getattr(word, key)) for key in KEYS[type(word)])
    alike = sum(tuple(str(getattr(other, key)) for key in KEYS[type(word)]) == own for other in before)
    return (*own, *((f"number {alike + 1}",) if alike else ()))


def named(words: Sequence[Word]) -> dict[Name, tuple[int, Word]]:
    """The entries of a list by name, each with its position."""
    return {name_of(word, words[:place]): (place, word) for place, word in enumerate(words)}


def differences(expected: Result, run: Run, says: Mapping[str, str]) -> Iterator[Difference]:
    """Every difference between what is expected and what was computed.

    Args:
        expected: What the example says must come out.
        run: What came out.
        says: What each rule of the edition says, by its address.
    """
    outcome = list(_outcome_differences(expected, run, says))
    yield from outcome
    yield from _changed_rules(expected.rules, run.result.rules)
    if not outcome:
        yield from _other_rules(expected.rules, run.result.rules)


def _outcome_differences(expected: Result, run: Run, says: Mapping[str, str]) -> Iterator[Difference]:
    for field in type(run.result).model_fields:
        theirs, ours = getattr(expected, field), getattr(run.result, field)
        if field == "rules":
            continue
        if _holds_words(theirs) or _holds_words(ours):
            yield from _list_differences(field, theirs, ours, run, says)
        elif theirs != ours:
            yield Difference((field,), f"'{field}' is expected to be {show(theirs)}; computed: {show(ours)}{_by((field,), run, says)}")


def _holds_words(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(each, Word) for each in value)


def _list_differences(field: str, theirs: Sequence[Word], ours: Sequence[Word], run: Run, says: Mapping[str, str]) -> Iterator[Difference]:
    expected, computed = named(theirs), named(ours)
    for name, (place, _) in expected.items():
        if name not in computed:
            yield Difference((field, place), f"{called(field, name)} is expected, but did not come out")
    for name, (place, word) in computed.items():
        if name in expected:
            spot, wanted = expected[name]
            yield from _field_differences(field, name, (wanted, spot), (word, place), run, says)
        else:
            yield Difference((field,), f"{called(field, name)} came out, but is not expected{_by((field, place), run, says)}")


def _field_differences(
    field: str, name: Name, expected: tuple[Word, int], computed: tuple[Word, int], run: Run, says: Mapping[str, str]
) -> Iterator[Difference]:
    (theirs, spot), (ours, place) = expected, computed
    for key in type(ours).model_fields:
        wanted, found = getattr(theirs, key), getattr(ours, key)
        if wanted != found:
            message = f"{called(field, name)}: '{key}' is expected to be {show(wanted)}; computed: {show(found)}"
            yield Difference((field, spot, key), message + _by((field, place, key), run, says))


def called(field: str, name: Name) -> str:
    """An entry as messages name it: `section 'a-place-to-live'`."""
    return f"{field.removesuffix('s')} '{' '.join(part for part in name if part != 'None')}'"


def show(value: object) -> str:
    """A value as it would stand in the file."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return str(value)


def _by(path: Path, run: Run, says: Mapping[str, str]) -> str:
    rule = run.rule_behind(path)
    if rule is None:
        return ""
    return f", by {rule} ({says[rule]})" if rule in says else f", by {rule}"


def _changed_rules(theirs: Sequence[RuleUsed], ours: Sequence[RuleUsed]) -> Iterator[Difference]:
    """Rules that were at work and say something else than the example was written for."""
    computed = {rule.rule: rule.says for rule in ours}
    for place, rule in enumerate(theirs):
        if computed.get(rule.rule, rule.says) != rule.says:
            message = f"{rule.rule} says '{computed[rule.rule]}'; the example was written for '{rule.says}'"
            yield Difference(("rules", place, "says"), message, rule=True)


def _other_rules(theirs: Sequence[RuleUsed], ours: Sequence[RuleUsed]) -> Iterator[Difference]:
    """Rules that are listed and were not at work, and the reverse: they only follow from what came out, if that differs."""
    computed = {rule.rule for rule in ours}
    listed = {rule.rule for rule in theirs}
    for place, rule in enumerate(theirs):
        if rule.rule not in computed:
            yield Difference(("rules", place), f"the example rests on {rule.rule}, but that rule was not at work", rule=True)
    for used in ours:
        if used.rule not in listed:
            yield Difference(("rules",), f"the result rests on {used.rule} ('{used.says}'), which the example does not list", rule=True)
