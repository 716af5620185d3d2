"""The pages of principles, roles and fidelity: each a list of elements on one page."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from build_tools.pages.plans import PagePlan
from build_tools.pages.writer import Writer
from practice_models.library import Edition


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """One page for each of the lists that the edition has."""
    title = edition.publication.title
    if edition.principles:
        yield _plan(
            edition, "principles", "Principles", f"What guides the work where no page of {title} tells you what to do.", edition.principles
        )
    if edition.roles:
        yield _plan(edition, "roles", "Roles", f"Who does what in {title}, and what each needs to know.", edition.roles)
    if edition.fidelity_items:
        summary = f"What must hold for the work to be {title}, and the forms in which it may vary."
        yield _plan(edition, "fidelity", "What must hold, what may vary", summary, edition.fidelity_items)


def _plan(edition: Edition, kind: str, title: str, summary: str, words: tuple[Any, ...]) -> PagePlan:
    return PagePlan(
        uri=f"{kind}.md",
        title=title,
        kind=kind,
        summary=summary,
        context=partial(_context, edition),
        words=words,
        nav=("The model",),
    )


def _context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    at_work = {role.id: [stage for stage in edition.stages if role.id in stage.who] for role in edition.roles}
    return {"edition": edition, "stages_of_role": at_work}
