"""An instrument: its overview, a page per section, how answers are read, and a blank form."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from build_tools.pages.plans import PagePlan
from build_tools.pages.writer import Writer
from build_tools.pictures.bands import draw_bands
from build_tools.pictures.profile import draw_blank_profile
from practice_models.library import Edition
from practice_models.vocabulary.instrument import Alert, Instrument, Item, Scale, Section, View

_ANSWERED_BY: Mapping[View, str] = {"person": "by the person", "practitioner": "by the practitioner", "agreed": "by both together"}


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """The pages of every instrument of an edition."""
    for instrument in edition.instruments:
        yield from _plan_instrument(edition, instrument)


def _plan_instrument(edition: Edition, instrument: Instrument) -> Iterator[PagePlan]:
    folder, origin = f"instruments/{instrument.id}", edition.origins["instrument", instrument.id]
    nav = ("Assessment",) if len(edition.instruments) == 1 else ("Assessment", instrument.title)
    common: dict[str, Any] = {"context": partial(_context, instrument), "origin": origin, "nav": nav}
    summary = f"{len(instrument.sections)} areas, two views and one agreed picture: what it is for and what it cannot do."
    yield PagePlan(
        uri=f"{folder}/index.md",
        title=instrument.title,
        kind="instrument",
        summary=summary,
        words=(instrument,),
        nav_title="Overview",
        **common,
    )
    for position, section in enumerate(instrument.sections):
        yield PagePlan(
            uri=f"{folder}/{section.id}.md",
            title=section.title,
            kind="section",
            summary=f"How to open the conversation, the {len(section.items)} questions and how the answers are read.",
            context=partial(_section_context, instrument, section),
            words=(section,),
            origin=origin.at("sections", position),
            nav=nav,
        )
    yield PagePlan(
        uri=f"{folder}/reading.md",
        title="How answers are read",
        kind="reading",
        summary="Scales, bands, differing views and the answers that demand action.",
        nav_title="How answers are read",
        **common,
    )
    yield PagePlan(
        uri=f"{folder}/form.md",
        title=f"{instrument.title}: blank form",
        kind="instrument-form",
        summary="The whole form on paper, for both of you to fill.",
        nav_title="Blank form",
        **common,
    )


def _context(instrument: Instrument, writer: Writer) -> Mapping[str, Any]:
    def link_of(kind: str, identifier: str) -> str | None:
        return writer.link("instrument", instrument.id, "sections", identifier)

    return {
        "instrument": instrument,
        "scales": {scale.id: scale for scale in instrument.scales},
        "items": {item.id: item for section in instrument.sections for item in section.items},
        "section_of": {item.id: section for section in instrument.sections for item in section.items},
        "answers": partial(alert_answers, instrument),
        "answered_by": answered_by,
        "by_scale": partial(items_by_scale, instrument),
        "counted": lambda section: sum(section.read.view in item.views for item in section.items),
        "picture": draw_blank_profile(instrument, key="profile", link_of=link_of),
    }


def _section_context(instrument: Instrument, section: Section, writer: Writer) -> Mapping[str, Any]:
    counted = {item.scale for item in section.items if section.read.view in item.views}
    names = {item.id for item in section.items}
    return {
        "instrument": instrument,
        "section": section,
        "scales": {each.id: each for each in instrument.scales},
        "alerts": [alert for alert in instrument.alerts if alert.item in names],
        "answers": partial(alert_answers, instrument),
        "answered_by": answered_by,
        "picture": draw_bands(section, *(scale for scale in instrument.scales if scale.id in counted), key=f"bands-{section.id}"),
    }


def items_by_scale(instrument: Instrument, section: Section) -> list[tuple[Scale, list[Item]]]:
    """A section's items in the groups that a blank form needs: one for each scale, in the order of first use."""
    groups: dict[str, list[Item]] = {}
    for item in section.items:
        groups.setdefault(item.scale, []).append(item)
    scales = {scale.id: scale for scale in instrument.scales}
    return [(scales[name], items) for name, items in groups.items()]


def answered_by(views: Sequence[View]) -> str:
    """Whose answer counts, in words: `by the person or by both together`."""
    names = [_ANSWERED_BY[view] for view in views]
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def alert_answers(instrument: Instrument, alert: Alert) -> list[str]:
    """The answers that raise an alert, lowest first: `["0 Never"]`."""
    item = next(item for section in instrument.sections for item in section.items if item.id == alert.item)
    scale: Scale = next(scale for scale in instrument.scales if scale.id == item.scale)
    return [
        f"{point.value} {point.label}"
        for point in scale.points
        if (alert.at_most is not None and point.value <= alert.at_most) or (alert.at_least is not None and point.value >= alert.at_least)
    ]
