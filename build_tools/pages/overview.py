"""An edition's front page, its safety page and its one-sheet quick reference."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from build_tools.pages.measures import has_own_page
from build_tools.pages.plans import PagePlan
from build_tools.pages.writer import Reference, Writer, period_text
from build_tools.pictures.pathway import draw_pathway
from practice_models.library import Edition
from practice_models.vocabulary.base import Element, SafetyStop, Word


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """The overview always; safety and the quick reference where there is something to show."""
    origin = edition.origins["edition", edition.head.version]
    title = edition.publication.title
    yield PagePlan(
        uri="index.md",
        title=f"{title} {edition.head.version}",
        kind="overview",
        summary=edition.publication.summary,
        context=partial(_overview_context, edition),
        words=tuple(word for _, word in edition.elements()),
        origin=origin,
        nav_title="Overview",
    )
    if any(safety_stops(edition)):
        yield PagePlan(
            uri="safety.md",
            title="Safety stops",
            kind="safety",
            summary=f"Every point in {title} where you leave the page and act, in one place.",
            context=partial(_safety_context, edition),
            words=tuple(stop for _, _, stop in safety_stops(edition)),
            origin=origin,
        )
    if edition.stages:
        yield PagePlan(
            uri="quick-reference.md",
            title="Quick reference",
            kind="quick-reference",
            summary=f"{title} on one sheet of paper.",
            context=partial(_quick_context, edition),
            origin=origin,
            hide=("toc", "here"),
        )


def safety_stops(edition: Edition) -> Iterator[tuple[str, Word, SafetyStop]]:
    """Every safety stop with the kind of element it stands in and the element (or section) itself."""
    for stage in edition.stages:
        yield from (("stage", stage, stop) for stop in stage.safety_stops)
    for practice in edition.practices:
        yield from (("practice", practice, stop) for stop in practice.safety_stops)
    for instrument in edition.instruments:
        for section in instrument.sections:
            yield from (("instrument", section, stop) for stop in section.safety_stops)


def _overview_context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    picture = draw_pathway(edition.stages, key="pathway", link_of=writer.link) if edition.stages else None
    return {
        "edition": edition,
        "picture": picture,
        "period": period_text(edition.head.describes),
        "rooms": list(_rooms(edition, writer)),
        "at": writer.at,
    }


def _rooms(edition: Edition, writer: Writer) -> Iterator[Reference]:
    """What is in the edition, as cards: only what it has."""
    rooms = (
        (edition.chapters, "chapters/index.md", "Chapters", f"{len(edition.chapters)} questions, one a page"),
        (edition.designs, "designs.md", "Which design?", "A question at a time, to what you can find out"),
        (edition.criteria, "criteria.md", "Criteria to adapt", "When a pilot goes on, changes or stops"),
        (has_own_page(edition), "measures.md", "Measures", f"{len(edition.measures)} things to count, out of whom, and how each misleads"),
        (edition.calculators, "calculators/index.md", "Calculators", "Put your own numbers in, and see what may be said"),
        (edition.sheets, "sheets/index.md", "Templates", f"{len(edition.sheets)} sheets to print, or to take away and fill in"),
        (
            edition.questionnaires,
            "questionnaires/index.md",
            "Questionnaires",
            f"{len(edition.questionnaires)} forms to print or to put on a tablet",
        ),
        (edition.practices, "practices/index.md", "Practices", f"{len(edition.practices)} tasks, one page each"),
        (any(safety_stops(edition)), "safety.md", "Safety stops", "Every point where you stop and act"),
        (edition.stages, "quick-reference.md", "Quick reference", "One sheet to print"),
        (
            edition.examples,
            "examples/index.md",
            "Worked examples",
            f"{len(edition.examples)} made-up cases, worked through",
        ),
        (edition.principles, "principles.md", "Principles", "Which way to lean when no page fits"),
        (edition.roles, "roles.md", "Roles", "Who does what"),
        (edition.records, "records/index.md", "Records and forms", "What is written, with blank forms"),
        (
            edition.instruments,
            f"instruments/{edition.instruments[0].id}/index.md" if edition.instruments else "",
            "Assessment",
            "The areas, the questions and how answers are read",
        ),
        (
            edition.plans,
            f"plans/{edition.plans[0].id}/index.md" if edition.plans else "",
            "Plan",
            "What makes a goal hold, and a blank plan",
        ),
        (edition.funds, f"funds/{edition.funds[0].id}.md" if edition.funds else "", "Fund", "What it buys and who decides"),
        (edition.outcomes, "theory-of-change.md", "Theory of change", "Why it should work, and how one would know"),
        (edition.fidelity_items, "fidelity.md", "What must hold", "Core functions and the forms that may vary"),
        (edition.descriptions, "description.md", "Description", "The model in the twelve TIDieR items"),
        (edition.findings or edition.gaps, "evidence.md", "Evidence", "What is known, what is not, and who says so"),
        (edition.evaluations, "evaluate.md", "Evaluate this model", "Is it done as meant, does anything change, and what may be said"),
    )
    for present, uri, title, text in rooms:
        if present:
            yield Reference(title, writer.page(uri), text)


def _safety_context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    groups: dict[str, list[tuple[Any, SafetyStop, str | None]]] = {"stage": [], "practice": [], "instrument": []}
    for kind, word, stop in safety_stops(edition):
        if kind == "instrument":
            owner = next(each for each in edition.instruments if word in each.sections)
            url = writer.link("instrument", owner.id, "sections", word.id, "safety_stops", stop.id)  # type: ignore[attr-defined]
        else:
            url = writer.link(kind, word.id, "safety_stops", stop.id)  # type: ignore[attr-defined]
        groups[kind].append((word, stop, url))
    basis = {stop.id: getattr(word, "basis", None) for _, word, stop in safety_stops(edition) if isinstance(word, Element)}
    return {"groups": groups, "edition": edition, "basis_of": basis}


def _quick_context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    """One sheet has room for each practice once: at the stage where it is first used."""
    shown: set[str] = set()
    stages = []
    for stage in edition.stages:
        stages.append((stage, writer.references("practice", [name for name in stage.practices if name not in shown])))
        shown.update(stage.practices)
    return {"edition": edition, "stages": stages}
