"""Changes one number of one rule at a time, and sees which worked examples notice. `python -m …mutating` prints the scores."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from practice_models.checking.rules import check_rules
from practice_models.examples import Rule, rules_of, run_example
from practice_models.library import Edition
from practice_models.reading.folders import read_folder
from practice_models.vocabulary.base import Word
from practice_models.vocabulary.kinds import KINDS

ROOT = Path(__file__).parent.parent.parent.parent
_STEPS: dict[str, tuple[float, ...]] = {
    "up_to": (-0.25, 0.25),
    "by_at_least": (-1, 1),
    "at_most": (-1, 1),
    "at_least": (-1, 1),
    "answered_at_least": (-1, 1),
    "working_days": (-1, 1),
    "within_working_days": (-1, 1),
}
"""By how much each number of a rule is changed."""


@dataclass(frozen=True)
class Mutant:
    """An edition in which one thing of one rule is changed."""

    rule: Rule
    what: str
    edition: Edition

    @property
    def changed(self) -> frozenset[str]:
        """The addresses of the rules that say something else than before, gone ones included."""
        return self._changed

    _changed: frozenset[str]


@dataclass(frozen=True)
class Noticed:
    """Which examples notice a mutant."""

    mutant: Mutant
    failing: frozenset[str]
    by_outcome: frozenset[str]
    """Those of them in which something else comes out, whatever the rule says."""
    depending: frozenset[str]
    """Those that use one of the changed rules."""
    messages: tuple[str, ...]


def editions_in_force() -> tuple[Edition, ...]:
    """The repository's own editions in force that have rules: a handbook has none."""
    library = read_folder(ROOT / "practice_models" / "definitions", ROOT).library
    return tuple(edition for edition in library.editions if edition.in_force and any(rules_of(edition)))


def mutants(edition: Edition) -> Iterator[Mutant]:
    """Every mutant of an edition: each number of each rule a step up and down, and each rule without a number taken out."""
    before = {rule.address: rule.says for rule in rules_of(edition)}
    for rule in rules_of(edition):
        kind, identifier = rule.element
        word = edition.find(kind, identifier)
        assert word is not None
        for what, changed in _changed_words(word, rule):
            mutant = _with(edition, kind, word, changed)
            if any(check_rules(mutant)):
                continue  # a rule that makes no sense is refused before any example is run
            after = {each.address: each.says for each in rules_of(mutant)}
            addresses = frozenset(address for address, says in before.items() if after.get(address) != says)
            yield Mutant(rule, what, mutant, addresses)


def _with(edition: Edition, kind: str, old: Word, new: Word) -> Edition:
    plural = KINDS[kind].plural
    changed: dict[str, Any] = {plural: tuple(new if each is old else each for each in getattr(edition, plural))}
    return replace(edition, **changed)


def _changed_words(word: Word, rule: Rule) -> Iterator[tuple[str, Word]]:
    """The word that holds a rule, once for each way of changing the rule."""
    target = _at(word, rule.path)
    if isinstance(target, (int, Decimal)):
        yield from (
            (f"{rule.path[-1]} {step:+}", _set(word, rule.path, type(target)(target + step))) for step in (-1, 1) if target + step >= 0
        )
        return
    if isinstance(target, tuple):
        yield "without the last", _set(word, rule.path, target[:-1])
        return
    found = False
    for path in (rule.path, (*rule.path, "within")):
        holder = _at(word, path)
        for field, value in _numbers(holder):
            found = True
            yield f"{field} becomes {value}", _set(word, (*path, field), value)
    if not found:
        siblings = _at(word, rule.path[:-1])
        yield "taken out", _set(word, rule.path[:-1], tuple(each for each in siblings if each is not target))


def _numbers(holder: Any) -> Iterator[tuple[str, Any]]:
    if not isinstance(holder, Word):
        return
    for field, steps in _STEPS.items():
        number = getattr(holder, field, None)
        if not isinstance(number, (int, float, Decimal)) or isinstance(number, bool):
            continue
        for step in steps:
            changed = _stepped(number, step)
            if changed >= 0 or field in ("at_most", "at_least"):
                yield field, changed
    for field in ("duration", "every"):
        duration = getattr(holder, field, None)
        if duration:
            yield field, duration[0] + str(int(duration[1:-1]) + 1) + duration[-1]


def _stepped(number: float | Decimal, step: float) -> float | Decimal:
    """A number a step away: a whole one stays whole, and a sum of money moves by ten."""
    if isinstance(number, Decimal):
        return number + Decimal(40) * Decimal(str(step))
    return number + int(step) if isinstance(number, int) else number + step


def _at(word: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        word = word[step] if isinstance(step, int) else getattr(word, step, None)
    return word


def _set(word: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """A word with another value at a path."""
    if not path:
        return value
    step, *rest = path
    if isinstance(step, int):
        return tuple(_set(each, tuple(rest), value) if place == step else each for place, each in enumerate(word))
    return word.model_copy(update={step: _set(getattr(word, step), tuple(rest), value)})


def notice(mutant: Mutant, uses: dict[str, frozenset[str]]) -> Noticed:
    """Run an edition's examples against a mutant of it.

    Args:
        mutant: The mutant.
        uses: The rules that each example uses in the edition as it is, by the example's id.
    """
    runs = [run_example(example, mutant.edition) for example in mutant.edition.examples]
    reports = [report for run in runs for report in run.reports]
    return Noticed(
        mutant,
        frozenset(run.example.id for run in runs if run.reports),
        frozenset(run.example.id for run in runs if any(report.code != "PG856" for report in run.reports)),
        frozenset(name for name, rules in uses.items() if rules & mutant.changed),
        tuple(report.message for report in reports),
    )


def uses_of(edition: Edition) -> dict[str, frozenset[str]]:
    """The rules that each example of an edition uses."""
    runs = [run_example(example, edition) for example in edition.examples]
    return {run.example.id: frozenset(use.rule for use in run.run.uses) for run in runs if run.run}


def main() -> None:
    """Print how many mutants of each edition in force are noticed."""
    for edition in editions_in_force():
        uses = uses_of(edition)
        found = [notice(mutant, uses) for mutant in mutants(edition)]
        killed, outcome = sum(bool(each.failing) for each in found), sum(bool(each.by_outcome) for each in found)
        score = f"{killed / len(found):.1%}, by what comes out alone {outcome / len(found):.1%}"
        print(f"{edition.name}: {len(found)} changes of a rule, noticed by an example: {score}")


if __name__ == "__main__":
    main()
