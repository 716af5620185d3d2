"""Rules that decide something make sense: scales, bands, alerts, caps and approvals."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from practice_models.library import Edition
from practice_models.reading.documents import Origin, Report
from practice_models.vocabulary.design import Criterion
from practice_models.vocabulary.instrument import Instrument, Reading, Scale, ScalePoint, Section
from practice_models.vocabulary.plan import Fund
from practice_models.vocabulary.questionnaire import AnswerPoint, AnswerScale


def check_rules(edition: Edition) -> Iterator[Report]:
    """Yield PG601 to PG606 and PG609 for rules that overlap, leave gaps, can never apply or contradict each other."""
    for instrument in edition.instruments:
        origin = edition.origins["instrument", instrument.id]
        for position, scale in enumerate(instrument.scales):
            yield from check_scale(scale, origin.at("scales", position))
        for position, section in enumerate(instrument.sections):
            yield from _check_section(instrument, section, origin.at("sections", position))
        yield from _check_alerts(instrument, origin)
    for fund in edition.funds:
        yield from _check_fund(fund, edition.origins["fund", fund.id])
    for criterion in edition.criteria:
        yield from _check_criterion(criterion, edition.origins["criterion", criterion.id])


def _check_criterion(criterion: Criterion, origin: Origin) -> Iterator[Report]:
    go, amend = criterion.go_from, criterion.amend_from
    if amend > go:
        yield Report(origin.at("amend_from"), "PG609", f"'amend_from' is {amend}, above 'go_from' which is {go}")
    elif criterion.safety and amend < go:
        message = f"'amend_from' is {amend}, below 'go_from' which is {go}, but a criterion about safety has no middle"
        yield Report(origin.at("amend_from"), "PG609", message)


def check_scale(scale: Scale | AnswerScale, origin: Origin) -> Iterator[Report]:
    """Yield PG606 for points of a scale that are not in rising order."""
    points: Sequence[ScalePoint | AnswerPoint] = scale.points
    for position, (before, after) in enumerate(pairwise(points), start=1):
        if after.value <= before.value:
            message = f"the point '{after.id}' has the value {after.value}, not above the {before.value} of '{before.id}' before it"
            yield Report(origin.at("points", position, "value"), "PG606", message)


def _check_section(instrument: Instrument, section: Section, origin: Origin) -> Iterator[Report]:
    read = section.read
    counted = [item for item in section.items if read.view in item.views]
    if read.answered_at_least > len(counted):
        fewest, items = read.answered_at_least, len(counted)
        message = f"'answered_at_least' is {fewest}, but {items} items take the view '{read.view}', so there would never be a figure"
        yield Report(origin.at("read", "answered_at_least"), "PG605", message)
    used = [scale for scale in instrument.scales if any(item.scale == scale.id for item in counted)]
    if not used:
        return
    low, high = _range(used, read, len(counted))
    yield from _check_bands(read, origin.at("read", "bands"), low, high)
    widest = max(scale.points[-1].value - scale.points[0].value for scale in used)
    if read.views_differ.by_at_least > widest:
        message = f"'by_at_least' is {read.views_differ.by_at_least}, but answers can be at most {widest} points apart"
        yield Report(origin.at("read", "views_differ", "by_at_least"), "PG605", message)


def _range(scales: list[Scale], read: Reading, items: int) -> tuple[float, float]:
    """The lowest and highest figure that a section can have."""
    low = min(scale.points[0].value for scale in scales)
    high = max(scale.points[-1].value for scale in scales)
    if read.aggregate == "sum":
        return min(low * items, low * read.answered_at_least), max(high * items, high * read.answered_at_least)
    return low, high


def _check_bands(read: Reading, origin: Origin, low: float, high: float) -> Iterator[Report]:
    overlaps = False
    for position, (before, after) in enumerate(zip(read.bands, read.bands[1:], strict=False), start=1):
        if after.up_to <= before.up_to:
            overlaps = True
            message = f"the band '{after.id}' ends at {after.up_to:g}, inside '{before.id}' which ends at {before.up_to:g}"
            yield Report(origin.at(position, "up_to"), "PG601", message)
    first, last = read.bands[0], read.bands[-1]
    if first.up_to < low:
        yield Report(
            origin.at(0, "up_to"),
            "PG605",
            f"the band '{first.id}' ends at {first.up_to:g}, but the lowest figure is {low:g}, so nothing falls in it",
        )
    if last.up_to < high:
        message = f"the bands end at {last.up_to:g}, but figures go up to {high:g}; the last band must reach it"
        yield Report(origin.at(len(read.bands) - 1, "up_to"), "PG602", message)
    elif not overlaps and len(read.bands) > 1 and read.bands[-2].up_to >= high:
        message = f"the band '{last.id}' starts above {read.bands[-2].up_to:g}, but figures go up to {high:g} only, so nothing falls in it"
        yield Report(origin.at(len(read.bands) - 1, "up_to"), "PG605", message)


def _check_alerts(instrument: Instrument, origin: Origin) -> Iterator[Report]:
    scales = {scale.id: scale for scale in instrument.scales}
    items = {item.id: item for section in instrument.sections for item in section.items}
    for position, alert in enumerate(instrument.alerts):
        item = items.get(alert.item)
        scale = scales.get(item.scale) if item else None
        if item is None or scale is None:
            continue
        here = origin.at("alerts", position)
        values = [point.value for point in scale.points]
        raised = [
            value
            for value in values
            if (alert.at_most is not None and value <= alert.at_most) or (alert.at_least is not None and value >= alert.at_least)
        ]
        if len(raised) in (0, len(values)):
            how = "no answer raises" if not raised else "every answer raises"
            yield Report(here, "PG605", f"{how} the alert '{alert.id}'; the answers to '{item.id}' go from {values[0]} to {values[-1]}")
        for view in alert.views:
            if view not in item.views:
                message = f"the alert '{alert.id}' looks at the view '{view}', but '{item.id}' takes only {', '.join(item.views)}"
                yield Report(here.at("views"), "PG605", message)


def _check_fund(fund: Fund, origin: Origin) -> Iterator[Report]:
    if fund.caps.per_request > fund.caps.per_person:
        message = f"one request may ask for {fund.caps.per_request}, but one person may have only {fund.caps.per_person} in all"
        yield Report(origin.at("caps", "per_request"), "PG603", message)
    for position, (before, after) in enumerate(zip(fund.approvals, fund.approvals[1:], strict=False), start=1):
        if after.up_to <= before.up_to:
            message = f"the level '{after.id}' ends at {after.up_to}, inside '{before.id}' which ends at {before.up_to}"
            yield Report(origin.at("approvals", position, "up_to"), "PG604", message)
    last = fund.approvals[-1]
    if last.up_to < fund.caps.per_request:
        message = f"the levels of approval end at {last.up_to}, but a request may ask for {fund.caps.per_request}; nobody could decide it"
        yield Report(origin.at("approvals", len(fund.approvals) - 1, "up_to"), "PG604", message)
