"""Evaluate this model: is it done as meant, does anything change, what a size can find and what may be said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from build_tools.pages.evidence import DIRECTIONS
from build_tools.pages.page import DataFile
from build_tools.pages.plans import PagePlan
from build_tools.pages.sheets import plan_sheet, sheet_files
from build_tools.pages.theory import LAYERS, TERMS
from build_tools.pages.worked import Short, short_of
from build_tools.pages.writer import Reference, Writer
from build_tools.sheets.from_edition import sheets_of
from practice_models.evaluation import METHODS, Number
from practice_models.library import Edition, Library
from practice_models.vocabulary.evaluation import Calculation, Evaluation, OwnSize, PilotSize
from practice_models.vocabulary.sheet import Sheet

_FIRST = ("null", "favourable", "critical")
"""The directions of findings that are told here, a result of no difference before the good news."""


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """One page where the edition says how it is evaluated."""
    for evaluation in edition.evaluations:
        yield PagePlan(
            uri="evaluate.md",
            title=evaluation.title,
            kind="evaluate",
            summary="For a service that uses this model: is it done as meant, does anything change, and what may be said of it.",
            context=partial(_context, edition, evaluation),
            words=(evaluation, *edition.outcomes, *edition.measures, *edition.fidelity_items),
            origin=edition.origins["evaluation", evaluation.id],
            nav=("The model",),
            nav_title="Evaluate this model",
        )
    for sheet in sheets_of(edition):
        yield plan_sheet(sheet, _uri_of(sheet), edition.origins["evaluation", edition.evaluations[0].id], ("The model", "To fill in"))


def _uri_of(sheet: Sheet) -> str:
    return f"evaluate/{sheet.id}.md"


def data_files(edition: Edition, library: Library, site_url: str) -> Iterator[DataFile]:
    """The files of the sheets that an edition gives to whoever evaluates it.

    Args:
        edition: The edition.
        library: Everything that is published, for links.
        site_url: Where the site will be published, or nothing.
    """
    for sheet in sheets_of(edition):
        yield from sheet_files(sheet, _uri_of(sheet), edition, library, site_url)


def _context(edition: Edition, evaluation: Evaluation, writer: Writer) -> Mapping[str, Any]:
    measures = {measure.id: measure for measure in edition.measures}
    links = {link.id: link for link in edition.logic_links}
    return {
        "edition": edition,
        "evaluation": evaluation,
        "layers": [(heading, writer.anchors(kind, [each.id for each in getattr(edition, plural)])) for kind, plural, heading in LAYERS],
        "weakest": [(writer.at(link.cause), writer.at(link.effect), link) for link in map(links.__getitem__, evaluation.weakest_links)],
        "terms": TERMS,
        "outcomes": [(outcome, [measures[name] for name in outcome.measures]) for outcome in edition.outcomes],
        "calculations": [_worked(edition, calculation, writer) for calculation in evaluation.calculations],
        "own_sizes": list(own_sizes(evaluation)),
        "found": list(_found(edition, writer)),
        "sheets": [Reference(sheet.title, writer.page(_uri_of(sheet)), writer.gist(sheet.purpose)) for sheet in sheets_of(edition)],
        "reading": [(writer.at(each.to), each.why) for each in evaluation.read],
    }


def _worked(edition: Edition, calculation: Calculation, writer: Writer) -> tuple[str, Short]:
    """The sentence that leads to a calculation, and its worked example."""
    example = next(each for each in edition.examples if each.id == calculation.example)
    return calculation.says, short_of(edition, example, writer)


@dataclass(frozen=True, slots=True)
class OwnSizeRow:
    """What a number of people can tell, as text."""

    people: int
    same_as: tuple[str, ...]
    """The numbers of the model's own record that are the same."""
    smallest_fall: str
    chance: str
    """How often, in a hundred studies, it would find the fall that is worth having."""
    events: int
    share: str
    """The shares that eight in ten of so many would fit."""


def own_sizes(evaluation: Evaluation) -> Iterator[OwnSizeRow]:
    """A row for each size that a service may find itself among; every number is worked out here."""
    if evaluation.own_size is not None:
        for people in evaluation.own_size.people:
            yield _row(people, evaluation.own_size, evaluation.pilot_sizes)


def _row(people: int, own: OwnSize, record: Iterable[PilotSize]) -> OwnSizeRow:
    groups = {"before": own.before, "people": Decimal(people)}
    events = people * 8 // 10
    share = _first("interval-of-a-proportion", {"events": Decimal(events), "people": Decimal(people)})
    found = _first("fall-detectable", groups)
    chance = _first("power", {**groups, "fall": own.fall})
    return OwnSizeRow(
        people=people,
        same_as=tuple(each.what for each in record if each.people == people),
        smallest_fall=f"{found.value} points" if found.value < own.before else "None, not even a fall to nought",
        chance=f"{chance.value} in 100",
        events=events,
        share=f"{share.low} to {share.high} in 100",
    )


def _first(method: str, given: Mapping[str, Decimal]) -> Number:
    """The first number that a method gives."""
    return METHODS[method].work_out(given).numbers[0]


def _found(edition: Edition, writer: Writer) -> Iterator[tuple[str, list[Reference]]]:
    """Findings by direction, and what is not known: the titles, each leading to where it is told."""
    headings = dict(DIRECTIONS)
    for name in _FIRST:
        findings = [each.id for each in edition.findings if each.direction == name]
        if findings:
            yield headings[name], writer.references("finding", findings)
    if edition.gaps:
        yield "What is not known", writer.references("gap", [each.id for each in edition.gaps])
