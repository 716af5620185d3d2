"""Every rule of an edition that decides something, with its address, what it says, and what it takes to see it at work."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from practice_models.library import Edition
from practice_models.periods import duration_text
from practice_models.reading.yaml_text import Path
from practice_models.vocabulary.instrument import Alert, Instrument, Section
from practice_models.vocabulary.pathway import Stage, Within
from practice_models.vocabulary.plan import Fund, Plan

Needs = tuple[tuple[str, ...], ...]
"""What must be seen for a rule to count as shown: each entry is one branch, and any of its outcomes will do."""

CLOCK: Needs = (("met", "late", "missed"),)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that decides something in a case."""

    address: str
    """Its address in its edition: `fund:enabling-fund/caps/per_request`."""
    group: str
    """What it belongs to, as a reader would say: `Bands`, `Fund: tests`."""
    title: str
    """Its name for readers, in plain text."""
    says: str
    """The rule itself on one line, numbers included: a change of the rule changes it."""
    path: Path
    """Where it stands in its element."""
    needs: Needs
    """The branches that examples must show."""

    @property
    def element(self) -> tuple[str, str]:
        """Kind and id of the element that holds it."""
        kind, _, rest = self.address.partition(":")
        return kind, rest.partition("/")[0]

    @property
    def home(self) -> str:
        """The address of the piece of guidance on whose page it stands."""
        name, *parts = self.address.split("/")
        return "/".join((name, *parts[:2])) if parts[:1] == ["sections"] else name


@lru_cache(maxsize=64)
def rules_by_address(edition: Edition) -> Mapping[str, Rule]:
    """The rules of an edition by their addresses, in the edition's order."""
    return {rule.address: rule for rule in rules_of(edition)}


def rule_texts(edition: Edition) -> Mapping[str, str]:
    """What each rule of an edition says, by its address."""
    return {address: rule.says for address, rule in rules_by_address(edition).items()}


def rules_of(edition: Edition) -> Iterator[Rule]:
    """Every rule of an edition: of its stages, instruments, plans and funds, in that order."""
    for stage in edition.stages:
        yield from _stage_rules(stage)
    for instrument in edition.instruments:
        for position, section in enumerate(instrument.sections):
            yield from _section_rules(instrument, section, position)
        yield from (_alert_rule(instrument, alert, position) for position, alert in enumerate(instrument.alerts))
    for plan in edition.plans:
        yield from _plan_rules(plan)
    for fund in edition.funds:
        yield from _fund_rules(fund)


def within_text(within: Within) -> str:
    """A limit of time on one line: `5 working days after allocation`."""
    if within.working_days is None:
        return f"{duration_text(within.duration or '')} after {within.since}"
    return f"{_days(within.working_days)} after {within.since}" if within.working_days else f"the same day as {within.since}"


def _days(count: int) -> str:
    return f"{count} working day{'s' * (count != 1)}"


def _stage_rules(stage: Stage) -> Iterator[Rule]:
    for position, clock in enumerate(stage.timescales):
        again = (", for each of them" if clock.recurs else "") + (", and again each time it is met" if clock.repeats else "")
        once = f", once there has been {clock.once}" if clock.once else ""
        says = f"{clock.event} within {within_text(clock.within)}{again}{once}"
        address = f"stage:{stage.id}/timescales/{clock.id}"
        yield Rule(address, "Time limits", clock.what, says, ("timescales", position), CLOCK)


def _section_rules(instrument: Instrument, section: Section, position: int) -> Iterator[Rule]:
    home, path, read = f"instrument:{instrument.id}/sections/{section.id}", ("sections", position, "read"), section.read
    items = sum(read.view in item.views for item in section.items)
    says = f"the {read.aggregate} of the {read.view} answers, {read.answered_at_least} of {items} at least"
    yield Rule(f"{home}/read", "Figures", f"{section.title}: the figure", says, path, (("figure", "no figure"),))
    above = None
    for place, band in enumerate(read.bands):
        says = f"up to {band.up_to:g}" if above is None else f"above {above:g}, up to {band.up_to:g}"
        yield Rule(f"{home}/bands/{band.id}", "Bands", f"{section.title}: {band.title}", says, (*path, "bands", place), (("fallen in",),))
        above = band.up_to
    differ = read.views_differ
    says = f"{differ.by_at_least} point{'s' * (differ.by_at_least != 1)} apart or more on one item"
    address = f"{home}/views_differ/{differ.id}"
    yield Rule(address, "Views that differ", section.title, says, (*path, "views_differ"), (("differ",), ("alike",)))


def _alert_rule(instrument: Instrument, alert: Alert, position: int) -> Rule:
    bound = f"{alert.at_most} or less" if alert.at_most is not None else f"{alert.at_least} or more"
    says = f"{bound} on {alert.item} by {' or '.join(alert.views)}; tell {', then '.join(alert.tell)}"
    return Rule(f"instrument:{instrument.id}/alerts/{alert.id}", "Alerts", alert.title, says, ("alerts", position), (("raised",),))


_LIMITS = {
    "goals_at_least": "Fewest goals",
    "goals_at_most": "Most goals open at one time",
    "actions_at_least": "Fewest actions for a goal",
    "actions_at_most": "Most actions open at one time under a goal",
    "strengths_at_least": "Fewest strengths that a goal stands on",
}


def _plan_rules(plan: Plan) -> Iterator[Rule]:
    home, either = f"plan:{plan.id}", (("kept", "broken"),)
    for name, title in _LIMITS.items():
        most = "at most" if name.endswith("most") else "at least"
        says = f"{most} {getattr(plan.limits, name)}"
        yield Rule(f"{home}/limits/{name}", "Plan: limits", title, says, ("limits", name), either)
    for position, test in enumerate(plan.goals_must):
        yield Rule(f"{home}/goals_must/{test.id}", "Plan: tests of a goal", test.title, test.ask, ("goals_must", position), either)
    signers = " and ".join(plan.signed_by)
    yield Rule(f"{home}/signed_by", "Plan: limits", "Who signs", signers, ("signed_by",), either)
    if plan.agreed_within:
        says = within_text(plan.agreed_within)
        yield Rule(f"{home}/agreed_within", "Plan: limits", "Time for agreeing it", says, ("agreed_within",), CLOCK)
    for position, review in enumerate(plan.reviews):
        says = f"every {duration_text(review.every)}" if review.every else f"{_days(review.within_working_days or 0)} after {review.on}"
        yield Rule(f"{home}/reviews/{review.id}", "Plan: reviews", review.title, says, ("reviews", position), CLOCK)


def _fund_rules(fund: Fund) -> Iterator[Rule]:
    home, refused = f"fund:{fund.id}", (("refused",),)
    for position, kind in enumerate(fund.may_not_buy):
        yield Rule(f"{home}/may_not_buy/{kind.id}", "Fund: what it never buys", kind.title, "never", ("may_not_buy", position), refused)
    for position, kind in enumerate(fund.may_buy):
        yield Rule(f"{home}/may_buy/{kind.id}", "Fund: what it may buy", kind.title, "may be bought", ("may_buy", position), (("asked",),))
    for position, test in enumerate(fund.must):
        says = "worked out from the sums" if test.worked_out_from else test.ask
        yield Rule(f"{home}/must/{test.id}", "Fund: tests", test.title, says, ("must", position), refused)
    for name, title in (("per_request", "The most for one request"), ("per_person", "The most for one person")):
        says = f"{fund.currency} {getattr(fund.caps, name)}"
        yield Rule(f"{home}/caps/{name}", "Fund: sums", title, says, ("caps", name), refused)
    above = None
    for position, level in enumerate(fund.approvals):
        start = "" if above is None else f"above {above}, "
        says = f"{start}up to {fund.currency} {level.up_to}: {' and '.join(level.by)} within {_days(level.within_working_days)}"
        title = f"Who decides {start}up to {level.up_to}"
        yield Rule(f"{home}/approvals/{level.id}", "Fund: who decides", title, says, ("approvals", position), (("decided",),))
        above = level.up_to
