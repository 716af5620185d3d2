"""Scores answers to an instrument: figures, bands, views that differ, alerts."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from statistics import median

from practice_models.examples.working import Run, Working
from practice_models.library import Edition
from practice_models.vocabulary.example import AssessmentCase, ItemAnswers
from practice_models.vocabulary.instrument import Alert, Instrument, Item, Reading, Section, View
from practice_models.vocabulary.results import AlertRaised, AssessmentResult, SectionResult

VIEWS: tuple[View, ...] = ("person", "practitioner", "agreed")
_Answers = dict[str, dict[View, int | None]]
"""Each item's value in each view that it takes; None for a blank."""


def score(case: AssessmentCase, edition: Edition) -> Run:
    """Score answers to an instrument by the edition's own rules.

    Args:
        case: The answers.
        edition: The edition that holds the instrument.

    Returns:
        The figure and band of each section that was asked, where the two views differ, and the alerts raised.

    Raises:
        CaseError: Where an item is unknown or stands twice, a value is off its scale, or an answer is missing.
    """
    work = Working(edition)
    instrument = work.find(("instrument",), "instrument", case.instrument, edition.instruments)
    answers = _read(case, instrument, work)
    work.stop_on_faults()
    home = f"instrument:{instrument.id}"
    asked = [section for section in instrument.sections if any(item.id in answers for item in section.items)]
    sections = tuple(_section(home, section, answers, place, work) for place, section in enumerate(asked))
    alerts = tuple(_alerts(home, instrument.alerts, answers, work))
    return work.finish(AssessmentResult(sections=sections, alerts=alerts, rules=work.rules))


def _read(case: AssessmentCase, instrument: Instrument, work: Working) -> _Answers:
    """The answers by item and view, with everything noted that is wrong with them."""
    items = {item.id: item for section in instrument.sections for item in section.items}
    answers: _Answers = {}
    for place, given in enumerate(case.answers):
        path = ("answers", place)
        if not work.known((*path, "item"), "item", given.item, items):
            continue
        if given.item in answers:
            work.fault((*path, "item"), "PG854", f"the item '{given.item}' is answered twice")
            continue
        answers[given.item] = dict(_views(given, items[given.item], instrument, path, work))
    for section in () if work.faults else instrument.sections:
        missing = [item.id for item in section.items if item.id not in answers]
        if missing and len(missing) < len(section.items):
            message = f"the area '{section.id}' was begun, but {' and '.join(missing)} has no line; where nothing was said, write blank"
            work.fault(("answers",), "PG853", message)
    return answers


def _views(
    given: ItemAnswers, item: Item, instrument: Instrument, path: tuple[str | int, ...], work: Working
) -> Iterator[tuple[View, int | None]]:
    scale = next(scale for scale in instrument.scales if scale.id == item.scale)
    allowed = [point.value for point in scale.points]
    for view in VIEWS:
        answer = getattr(given, view)
        if view not in item.views:
            if answer is not None:
                takes = ", ".join(item.views)
                work.fault((*path, view), "PG854", f"'{item.id}' takes no answer of the {view}; it takes {takes}")
        elif answer is None:
            work.fault(path, "PG853", f"'{item.id}' lacks the answer of the {view}; where there is none, write blank")
        elif answer != "blank" and answer not in allowed:
            values = ", ".join(map(str, allowed))
            work.fault((*path, view), "PG852", f"{answer} is not on the scale '{scale.id}' of '{item.id}'; allowed: {values}, or blank")
        else:
            yield view, None if answer == "blank" else answer


def _section(home: str, section: Section, answers: _Answers, place: int, work: Working) -> SectionResult:
    address, read = f"{home}/sections/{section.id}", section.read
    given = [answers[item.id].get(read.view) for item in section.items if read.view in item.views]
    values = [value for value in given if value is not None]
    enough = len(values) >= read.answered_at_least
    work.use(f"{address}/read", "figure" if enough else "no figure", "sections", place)
    figure = aggregate(read, values) if enough else None
    band = next((band.id for band in read.bands if figure is not None and figure <= _exact(band.up_to)), None)
    if band:
        work.use(f"{address}/bands/{band}", "fallen in", "sections", place, "band")
    differ = tuple(item.id for item in section.items if _apart(answers[item.id]) >= read.views_differ.by_at_least)
    compared = any(_compared(answers[item.id]) for item in section.items)
    if compared:
        rule = f"{address}/views_differ/{read.views_differ.id}"
        work.use(rule, "differ" if differ else "alike", "sections", place, "differ")
    return SectionResult(
        section=section.id,
        answered=len(values),
        figure=None if figure is None else rounded(figure),
        band=band,
        differ=differ,
    )


def _compared(views: dict[View, int | None]) -> bool:
    return views.get("person") is not None and views.get("practitioner") is not None


def _apart(views: dict[View, int | None]) -> int:
    """How many points person and practitioner are apart on an item; 0 where one of them gave no answer."""
    person, practitioner = views.get("person"), views.get("practitioner")
    return 0 if person is None or practitioner is None else abs(person - practitioner)


def aggregate(read: Reading, values: Iterable[int]) -> Fraction:
    """The one figure that a section's answers become, exact.

    Args:
        read: How the section is read.
        values: The answers that count, at least one.
    """
    numbers = [Fraction(value) for value in values]
    match read.aggregate:
        case "mean":
            return sum(numbers, Fraction()) / len(numbers)
        case "median":
            return Fraction(median(numbers))
        case "lowest":
            return min(numbers)
        case "highest":
            return max(numbers)
        case "sum":
            return sum(numbers, Fraction())


def rounded(figure: Fraction) -> Decimal:
    """A figure to two decimal places, halves to the even digit."""
    exact = Decimal(figure.numerator) / Decimal(figure.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_EVEN)


def _exact(bound: float) -> Fraction:
    """A bound as the author wrote it: 2.75, and not the nearest binary number."""
    return Fraction(repr(bound))


def _alerts(home: str, alerts: Iterable[Alert], answers: _Answers, work: Working) -> Iterator[AlertRaised]:
    raised = 0
    for alert in alerts:
        by = tuple(view for view in alert.views if _raises(alert, answers.get(alert.item, {}).get(view)))
        if by:
            work.use(f"{home}/alerts/{alert.id}", "raised", "alerts", raised)
            raised += 1
            yield AlertRaised(alert=alert.id, by=by)
        elif any(answers.get(alert.item, {}).get(view) is not None for view in alert.views):
            work.use(f"{home}/alerts/{alert.id}", "quiet")


def _raises(alert: Alert, value: int | None) -> bool:
    if value is None:
        return False
    return value <= alert.at_most if alert.at_most is not None else value >= (alert.at_least or 0)
