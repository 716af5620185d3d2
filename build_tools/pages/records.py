"""The list of records, and each record with its blank form."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from build_tools.pages.plans import PagePlan
from build_tools.pages.writer import Writer
from practice_models.library import Edition
from practice_models.vocabulary.practice import Record


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """The list, then one page for each record."""
    if not edition.records:
        return
    yield PagePlan(
        uri="records/index.md",
        title="Records",
        kind="records",
        summary="What is written down, who sees it and how long it is kept.",
        context=partial(_list_context, edition),
        nav=("Records and forms",),
        nav_title="All records",
    )
    for record in edition.records:
        yield PagePlan(
            uri=f"records/{record.id}.md",
            title=record.title,
            kind="record",
            summary="What it holds, who sees it, and a blank form to print.",
            context=partial(_context, edition, record),
            words=(record,),
            origin=edition.origins["record", record.id],
            nav=("Records and forms",),
        )


def _list_context(edition: Edition, writer: Writer) -> Mapping[str, Any]:
    return {"edition": edition}


def _context(edition: Edition, record: Record, writer: Writer) -> Mapping[str, Any]:
    practices = [practice for practice in edition.practices if record.id in practice.record]
    stages = [stage for stage in edition.stages if record.id in (*stage.records, *stage.records_if_needed)]
    return {"record": record, "practices": practices, "stages": stages}
