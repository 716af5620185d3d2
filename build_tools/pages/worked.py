"""Worked examples: the page that lists them, a page for each, the table of the rules they show, and their short form elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from build_tools.exports.tables import write_table
from build_tools.pages.page import DataFile
from build_tools.pages.places import Spot, spot_in_edition
from build_tools.pages.plans import PagePlan
from build_tools.pages.worked_numbers import PEOPLE
from build_tools.pages.worked_pictures import draw_result
from build_tools.pages.worked_results import VIEWS, gist_of, rule_url, says_in_words
from build_tools.pages.writer import Reference, Writer
from build_tools.pictures.picture import LinkOf
from practice_models.examples import ExampleRun, RuleCoverage, cover, export_results, rules_of, run_edition
from practice_models.examples.comparison import people_table
from practice_models.library import Edition
from practice_models.vocabulary.address import parse_address
from practice_models.vocabulary.example import AssessmentCase, ComparisonCase, WorkedExample

RESULTS = "examples/results.json"
"""Where the results of an edition's examples lie for programs, in the edition's folder."""
KINDS = {
    "assessment": "From answers to a profile",
    "pathway": "A case in time",
    "plan": "A plan and its requests",
    "calculation": "A calculation",
    "comparison": "People beside others like them",
}
"""What each kind of example is about, for readers."""


OUTCOMES = {
    "met": "In time",
    "late": "Too late",
    "missed": "Not done",
    "figure": "A figure",
    "no figure": "No figure",
    "fallen in": "Reached",
    "differ": "They differ",
    "alike": "They do not",
    "raised": "Raised",
    "kept": "Kept",
    "broken": "Not kept",
    "refused": "Refused by it",
    "asked": "Asked for",
    "decided": "Decided",
}
"""What a rule did in an example, for readers."""


def runs_of(edition: Edition) -> Mapping[str, ExampleRun]:
    """An edition's worked examples, run, by id."""
    return {run.example.id: run for run in run_edition(edition)}


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """The list of examples, a page for each, and the table of the rules they show."""
    if not edition.examples:
        return
    nav = ("Worked examples",)
    yield PagePlan(
        uri="examples/index.md",
        title="Worked examples",
        kind="examples",
        summary=f"Made-up cases, worked through with the rules of {edition.publication.title} each time this site is built.",
        context=partial(_list_context, edition),
        words=edition.examples,
        nav=nav,
        nav_title="All examples",
    )
    for example in edition.examples:
        yield PagePlan(
            uri=f"examples/{example.id}.md",
            title=example.title,
            kind="example",
            summary=example.summary,
            context=partial(_context, edition, example),
            words=(example,),
            origin=edition.origins["example", example.id],
            nav=nav,
        )
    if any(rules_of(edition)):
        yield PagePlan(
            uri="rules.md",
            title="Rules that the examples show",
            kind="rules",
            summary="Every rule that decides something, and the examples in which you can see it at work.",
            context=partial(_rules_context, edition),
            nav=nav,
            nav_title="Rules shown",
        )


def data_files(edition: Edition, prefix: str) -> Iterator[DataFile]:
    """The results of an edition's examples for programs, where it has examples, and the made-up people of each comparison.

    Args:
        edition: The edition.
        prefix: The folder of the site that it fills.
    """
    if edition.examples:
        yield DataFile(f"{prefix}/{RESULTS}", export_results(run_edition(edition)).encode())
    for example in edition.examples:
        if isinstance(example.case, ComparisonCase):
            yield DataFile(f"{prefix}/examples/{example.id}/{PEOPLE}", write_table(people_table(example.case)))


def _list_context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    groups = [
        (title, [example for example in edition.examples if example.case_field == kind])
        for kind, title in KINDS.items()
        if any(example.case_field == kind for example in edition.examples)
    ]
    covered = _covered(edition)
    shown = sum(not each.missing for each in covered)
    return {"edition": edition, "groups": groups, "shown": shown, "rules": len(covered), "link": partial(_link, writer)}


def _link(writer: Writer, example: WorkedExample) -> str:
    return writer.page(f"examples/{example.id}.md")


def _context(edition: Edition, example: WorkedExample, writer: Writer) -> Mapping[str, Any]:
    run = runs_of(edition)[example.id].run
    assert run is not None  # noqa: S101 - a library whose examples cannot be worked out is never built
    return {
        "edition": edition,
        "example": example,
        "kind_title": KINDS[example.case_field],
        "shows": list({reference.title: reference for reference in map(writer.at, reversed(example.shows))}.values())[::-1],
        "picture": None,
        "ledger": None,
        "interval": None,
        **draw_result(edition, example.case, run.result, _linker(example, writer)),
        **VIEWS[example.case_field](edition, example.case, run, writer),
    }


def _linker(example: WorkedExample, writer: Writer) -> LinkOf:
    """Where the elements of a picture lead; a section is a part of the instrument that was used."""

    def link_of(kind: str, name: str) -> str | None:
        if kind == "section" and isinstance(example.case, AssessmentCase):
            return writer.link("instrument", example.case.instrument, "sections", name)
        return writer.link(kind, name)

    return link_of


def _covered(edition: Edition) -> tuple[RuleCoverage, ...]:
    return cover(edition, run_edition(edition))


def _rules_context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    covered = _covered(edition)
    groups: dict[str, list[RuleCoverage]] = {}
    for each in covered:
        groups.setdefault(each.rule.group, []).append(each)
    return {
        "groups": list(groups.items()),
        "outcome_names": OUTCOMES,
        "says": partial(says_in_words, edition),
        "url": partial(rule_url, writer=writer),
        "titles": {example.id: Reference(example.title, _link(writer, example)) for example in edition.examples},
        "shown": sum(not each.missing for each in covered),
        "rules": len(covered),
        "edition": edition,
    }


@dataclass(frozen=True, slots=True)
class Short:
    """A worked example in the few lines that stand on the page of what it shows."""

    example: WorkedExample
    url: str
    gist: tuple[str, ...]
    """What came out, a line each."""


def shorts_on(edition: Edition, uri: str, writer: Writer) -> list[Short]:
    """The examples that stand on a page of an edition, in the author's order.

    Args:
        edition: The edition.
        uri: The page's URI in the edition's folder.
        writer: Writes that page.
    """
    return [
        short_of(edition, example, writer) for example in edition.examples if uri in {_home(address, edition) for address in example.shows}
    ]


def short_of(edition: Edition, example: WorkedExample, writer: Writer) -> Short:
    """The short form of an example, as it stands on a page.

    Args:
        edition: The edition that holds it.
        example: The example.
        writer: Writes the page.
    """
    return Short(example, _link(writer, example), tuple(gist_of(edition, runs_of(edition)[example.id].run)))


def _home(address: str, edition: Edition) -> str | None:
    """The page of an edition on which what an address names is told."""
    parsed = parse_address(address)
    spot: Spot | None = spot_in_edition(parsed, edition) if parsed and parsed.publication is None else None
    return spot.uri if spot else None
