"""The answers of a worked example beside what they come to: section by section, item by item."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.pictures.views import VIEWS
from practice_models.vocabulary.example import AssessmentCase, ItemAnswers
from practice_models.vocabulary.instrument import Band, Instrument, Item, Scale, Section, View
from practice_models.vocabulary.results import AssessmentResult, SectionResult

NO_ANSWER = "no answer"


@dataclass(frozen=True, slots=True)
class AnsweredItem:
    """An item with its answers."""

    item: Item
    scale: Scale
    given: tuple[tuple[View, int | None], ...]
    """The value in each view that it takes, in the order of the views; None where there is no answer."""
    words: str | None
    """What the person said."""
    counts: bool
    """Whether its answers make the section's figure."""
    differs: bool
    """Whether person and practitioner see it differently by the section's rule."""
    alerts: tuple[str, ...]
    """The titles of the alerts that it raises."""

    def label(self, value: int | None) -> str:
        """An answer as it is ticked: `Half true`."""
        return next((point.label for point in self.scale.points if point.value == value), NO_ANSWER)


@dataclass(frozen=True, slots=True)
class AnsweredSection:
    """A section with its answers and what they come to."""

    section: Section
    result: SectionResult
    band: Band | None
    items: tuple[AnsweredItem, ...]

    @property
    def scales(self) -> tuple[Scale, ...]:
        """The scales of the items that count, each once."""
        return tuple({each.scale.id: each.scale for each in self.items if each.counts}.values())


def answered_sections(instrument: Instrument, case: AssessmentCase, result: AssessmentResult) -> Iterator[AnsweredSection]:
    """Each section that was asked, in the instrument's order.

    Args:
        instrument: The instrument.
        case: The answers.
        result: What they come to.
    """
    sections = {section.id: section for section in instrument.sections}
    answers = {given.item: given for given in case.answers}
    alerts = _alerts(instrument, result)
    for found in result.sections:
        section = sections[found.section]
        band = next((band for band in section.read.bands if band.id == found.band), None)
        items = tuple(_item(item, answers[item.id], section, found, instrument, alerts) for item in section.items)
        yield AnsweredSection(section, found, band, items)


def _alerts(instrument: Instrument, result: AssessmentResult) -> Mapping[str, tuple[str, ...]]:
    """The titles of the alerts raised, by item."""
    raised = {alert.alert for alert in result.alerts}
    found: dict[str, tuple[str, ...]] = {}
    for alert in instrument.alerts:
        if alert.id in raised:
            found[alert.item] = (*found.get(alert.item, ()), alert.title)
    return found


def _item(
    item: Item,
    given: ItemAnswers,
    section: Section,
    found: SectionResult,
    instrument: Instrument,
    alerts: Mapping[str, tuple[str, ...]],
) -> AnsweredItem:
    values: tuple[tuple[View, int | None], ...] = tuple((view, _value(given, view)) for view, _ in VIEWS if view in item.views)
    return AnsweredItem(
        item,
        next(scale for scale in instrument.scales if scale.id == item.scale),
        values,
        given.words,
        counts=section.read.view in item.views,
        differs=item.id in found.differ,
        alerts=alerts.get(item.id, ()),
    )


def _value(given: ItemAnswers, view: View) -> int | None:
    answer = getattr(given, view)
    return answer if isinstance(answer, int) else None
