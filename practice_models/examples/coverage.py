"""Which rules of an edition its worked examples show at work, and which they leave out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from practice_models.examples.rules import Rule, rules_of
from practice_models.examples.running import ExampleRun
from practice_models.library import Edition
from practice_models.reading.documents import Report
from practice_models.vocabulary.address import parse_address


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch of a rule, and the examples that show it."""

    by_outcome: tuple[tuple[str, tuple[str, ...]], ...]
    """What counts as this branch, any of them will do; each with the ids of the examples that show it, in the author's order."""

    @property
    def outcomes(self) -> tuple[str, ...]:
        """What counts as this branch."""
        return tuple(outcome for outcome, _ in self.by_outcome)

    @property
    def shown_by(self) -> tuple[str, ...]:
        """Ids of the examples that show it, each once."""
        return tuple(dict.fromkeys(name for _, names in self.by_outcome for name in names))


@dataclass(frozen=True, slots=True)
class RuleCoverage:
    """A rule, and how far examples show it."""

    rule: Rule
    branches: tuple[Branch, ...]

    @property
    def missing(self) -> tuple[Branch, ...]:
        """The branches that no example shows."""
        return tuple(branch for branch in self.branches if not branch.shown_by)


def cover(edition: Edition, runs: Sequence[ExampleRun]) -> tuple[RuleCoverage, ...]:
    """How far an edition's examples show each of its rules, in the edition's order."""
    shown: dict[tuple[str, str], dict[str, None]] = {}
    for run in runs:
        for use in run.run.uses if run.run else ():
            shown.setdefault((use.rule, use.how), {})[run.example.id] = None
    order = {example.id: place for place, example in enumerate(edition.examples)}
    return tuple(RuleCoverage(rule, tuple(_branch(rule, outcomes, shown, order) for outcomes in rule.needs)) for rule in rules_of(edition))


def _branch(rule: Rule, outcomes: tuple[str, ...], shown: dict[tuple[str, str], dict[str, None]], order: dict[str, int]) -> Branch:
    return Branch(tuple((outcome, tuple(sorted(shown.get((rule.address, outcome), ()), key=order.__getitem__))) for outcome in outcomes))


def check_coverage(edition: Edition, runs: Sequence[ExampleRun]) -> Iterator[Report]:
    """Yield PG857 for each rule that no example of an edition in force shows, and PG858 for each page without one.

    Args:
        edition: The edition; one that is not in force is passed over.
        runs: Its examples, run.
    """
    if not edition.in_force or edition.publication.kind != "practice-guide":
        return
    for covered in cover(edition, runs):
        for branch in covered.missing:
            rule = covered.rule
            message = f"no worked example shows the rule {rule.address} at work ({rule.says}); wanted: one where it is {_either(branch)}"
            yield Report(edition.origins[rule.element].at(*rule.path), "PG857", message)
    yield from _check_homes(edition)


def _either(branch: Branch) -> str:
    return " or ".join(f"'{outcome}'" for outcome in branch.outcomes)


def _check_homes(edition: Edition) -> Iterator[Report]:
    shown = {page for example in edition.examples for page in map(home_of, example.shows) if page}
    wanted = [(f"stage:{stage.id}", "stage", stage.id, ()) for stage in edition.stages]
    for instrument in edition.instruments:
        for position, section in enumerate(instrument.sections):
            wanted.append((f"instrument:{instrument.id}/sections/{section.id}", "instrument", instrument.id, ("sections", position)))  # type: ignore[arg-type]
    wanted += [(f"plan:{plan.id}", "plan", plan.id, ()) for plan in edition.plans]
    wanted += [(f"fund:{fund.id}", "fund", fund.id, ()) for fund in edition.funds]
    for address, kind, identifier, path in wanted:
        if address not in shown:
            message = f"no worked example stands on the page of {address}; name it under 'shows' in one that fits"
            yield Report(edition.origins[kind, identifier].at(*path), "PG858", message)


def home_of(address: str) -> str | None:
    """The address of the page on which an example stands that shows something, or None where it is no address.

    Args:
        address: Such as `instrument:profile/sections/home/bands/steady`, whose home is the section.
    """
    parsed = parse_address(address)
    if parsed is None:
        return None
    parts = parsed.parts[:2] if parsed.parts[:1] == ("sections",) else ()
    return "/".join((f"{parsed.kind}:{parsed.id}", *parts))
