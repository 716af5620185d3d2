"""Sheets that nobody writes: a guide's own core functions, measures and theory, ready to be filled in by a service that uses it."""

from collections.abc import Iterator

from practice_models.library import Edition
from practice_models.plain_text import first_sentence, plain_text
from practice_models.vocabulary.address import parse_address
from practice_models.vocabulary.sheet import CheckItem, Sheet, SheetBlock, SheetChecklist, SheetColumn, SheetField, SheetRow, SheetTable
from practice_models.vocabulary.theory import LogicLink, Measure

_CELL, _LINE, _PROSE = 600, 300, 20_000
"""The most characters that a cell, a line and a piece of prose may have."""


def sheets_of(edition: Edition) -> tuple[Sheet, ...]:
    """The sheets that an edition gives to whoever evaluates it: only of what it has, and none where it tells of the past."""
    return tuple(_sheets(edition)) if edition.evaluations and edition.head.describes.until is None else ()


def _sheets(edition: Edition) -> Iterator[Sheet]:
    if edition.fidelity_items:
        yield make_fidelity_sheet(edition)
    if edition.measures:
        yield make_measures_sheet(edition)
    if edition.logic_links:
        yield make_theory_sheet(edition)


def make_fidelity_sheet(edition: Edition) -> Sheet:
    """A checklist of what must hold, one case a sheet."""
    items = tuple(
        CheckItem(id=item.id, basis=item.basis, statement=item.title, look_for=_with_sign(item.check, item.warning_sign))
        for item in edition.fidelity_items
    )
    return Sheet(
        id="fidelity-checklist",
        title=_title_of("Fidelity checklist", edition),
        basis="interpretation",
        purpose="To see in one case whether the work was done as this guide means it. It helps the next case, and ranks nobody.",
        filled_by="Somebody from outside the team who loses nothing by the answer, one sheet a case.",
        when="Each month, for cases drawn by a rule that nobody can bend. A miss on safety is acted on at once.",
        keep="By number, where the team's workers cannot be compared. Never in a personnel file.",
        blocks=(
            _case(),
            SheetBlock(
                id="holds",
                title="What must hold",
                about="Tick what you saw, and write down what shows it. Add nothing up: nine good answers do not make up for one danger.",
                checklist=SheetChecklist(items=items, answers=("Yes", "Partly", "No", "Can't tell")),
            ),
            SheetBlock(
                id="done",
                title="What was done about it",
                fields=(
                    SheetField(id="safety", label="A miss on safety: who was told, at what time, and what they did", lines=3),
                    SheetField(id="next-case", label="What would help with the next case", lines=3),
                ),
            ),
        ),
    )


def make_measures_sheet(edition: Edition) -> Sheet:
    """A data dictionary of the measures, with room for who does what here."""
    roles = {role.id: role.title for role in edition.roles}
    columns = (
        SheetColumn(id="name", label="Measure"),
        SheetColumn(id="how", label="What is counted or asked", width="wide"),
        SheetColumn(id="when", label="When, and by whom"),
        SheetColumn(id="caution", label="What it cannot show", width="wide"),
        SheetColumn(id="here", label="Who does it here, from which record", help="A name and a file. Cross out what nobody will use."),
    )
    rows = tuple(_row(each, _measure_cells(each, roles)) for each in edition.measures)
    return Sheet(
        id="data-dictionary",
        title=_title_of("Data dictionary", edition),
        basis="interpretation",
        purpose="To say of each number what it means, so that two people count the same thing, and who counts it here.",
        filled_by="Whoever evaluates, with the person who enters the data. The data protection officer reads it.",
        when="Before the first item is collected, and again when a meaning changes.",
        keep="Beside the data, for as long as there are any. It holds no data itself.",
        blocks=(_table("measures", "The measures", columns, rows),),
    )


def make_theory_sheet(edition: Edition) -> Sheet:
    """The links of the theory of change, with room for what one would see if they failed here."""
    columns = (
        SheetColumn(id="link", label="The link"),
        SheetColumn(id="because", label="Why one would expect it", width="wide"),
        SheetColumn(id="rival", label="What else could explain it", width="wide"),
        SheetColumn(id="failed", label="What we would see if it failed here", width="wide"),
        SheetColumn(id="held", label="Did it hold?", choices=("Yes", "Partly", "No", "Can't tell"), width="narrow"),
    )
    rows = tuple(_row(link, _link_cells(edition, link)) for link in edition.logic_links)
    return Sheet(
        id="theory-of-change",
        title=_title_of("Theory of change, link by link", edition),
        basis="interpretation",
        purpose="To hold the theory to what you see. A chain breaks at its weakest link, so begin with the links that you doubt.",
        filled_by="The team and its doubters together, with people who were in the service.",
        when="The middle columns before the first person starts. The last one at each look back.",
        blocks=(_table("links", "The links", columns, rows),),
    )


def _title_of(what: str, edition: Edition) -> str:
    return _cut(f"{what}: {edition.publication.title}", _LINE)


def _table(name: str, title: str, columns: tuple[SheetColumn, ...], rows: tuple[SheetRow, ...]) -> SheetBlock:
    """A table with room for what the guide does not have."""
    return SheetBlock(id=name, title=title, table=SheetTable(columns=columns, rows=rows, blank_rows=4, lines=2))


def _row(word: Measure | LogicLink, cells: tuple[str, ...]) -> SheetRow:
    """A measure or a link as a row that its cells hold."""
    return SheetRow(id=word.id, basis=word.basis, cells=tuple(map(_cell, cells)))


def _case() -> SheetBlock:
    return SheetBlock(
        id="case",
        title="The case",
        fields=(
            SheetField(id="number", label="Its number, and the month", help="No names of anybody.", lines=1),
            SheetField(id="reader", label="Read by", help="A role and another office.", lines=1),
        ),
    )


def _with_sign(check: str, sign: str | None) -> str:
    both = f"{check}\n\nFirst sign that it slips: {sign}"
    return both if sign and len(both) <= _PROSE else check


def _measure_cells(measure: Measure, roles: dict[str, str]) -> tuple[str, ...]:
    by = ", ".join(roles[role] for role in measure.who if role in roles)
    when = f"{measure.when} By: {by}" if by else measure.when
    return (measure.title, f"{measure.how} Unit: {measure.unit}.", when, first_sentence(measure.caution))


def _link_cells(edition: Edition, link: LogicLink) -> tuple[str, ...]:
    return (f"{_title(edition, link.cause)}, so: {_title(edition, link.effect)}", link.because)


def _title(edition: Edition, address: str) -> str:
    parsed = parse_address(address)
    word = edition.find(parsed.kind, parsed.id) if parsed else None
    return str(getattr(word, "title", address))


def _cell(text: str) -> str:
    """Prose as one line that fits a cell."""
    return _cut(plain_text(text), _CELL)


def _cut(line: str, most: int) -> str:
    return line if len(line) <= most else f"{line[: most - 2].rstrip()} …"
