"""Sheets, which readers know as templates: the page that lists them, a page for each, and the files to take away."""

from collections.abc import Iterator, Mapping
from dataclasses import astuple
from functools import partial
from itertools import groupby
from typing import Any

from build_tools.pages.furniture import STANDING
from build_tools.pages.page import DataFile
from build_tools.pages.places import edition_prefix, spot_of, url_of
from build_tools.pages.plans import PagePlan
from build_tools.pages.writer import Reference, Writer
from build_tools.sheets import Imprint, LinkOf, choices_text, export_csv, export_docx, is_wide, lead_of, opens_wide, table_blocks
from build_tools.sheets.layout import checklist_headings
from practice_models.keeping import kept
from practice_models.library import Edition, Library
from practice_models.reading.documents import Origin
from practice_models.vocabulary.address import Address
from practice_models.vocabulary.chapter import Chapter
from practice_models.vocabulary.sheet import Sheet, SheetBlock

_NAV = ("Templates",)


def plan_pages(edition: Edition) -> Iterator[PagePlan]:
    """The list of sheets, and a page for each, in the order of their chapters."""
    if not edition.sheets:
        return
    sheets = _in_order(edition)
    yield PagePlan(
        uri="sheets/index.md",
        title="Templates",
        kind="sheets",
        summary=f"What {edition.publication.title} gives you to fill in: to print, or to take away.",
        context=partial(_list_context, edition, sheets),
        words=tuple(sheets),
        nav=_NAV,
        nav_title="All templates",
    )
    for sheet in sheets:
        yield plan_sheet(sheet, uri_of(sheet), edition.origins["sheet", sheet.id], _NAV)


def uri_of(sheet: Sheet) -> str:
    """The page of a sheet that an author wrote, in its edition's folder."""
    return f"sheets/{sheet.id}.md"


def plan_sheet(sheet: Sheet, uri: str, origin: Origin | None, nav: tuple[str, ...]) -> PagePlan:
    """The page of any sheet, whether an author wrote it or it was made from other parts of an edition.

    Args:
        sheet: The sheet.
        uri: Where its page stands in the edition's folder; its files stand beside it, see `sheet_files`.
        origin: Where it was written, or where what it was made from was.
        nav: The groups of the navigation that it stands in.
    """
    summary = "A template to print and fill in, or to take away as a document."
    return PagePlan(
        uri=uri,
        title=sheet.title,
        kind="sheet",
        summary=summary,
        context=partial(sheet_context, sheet),
        words=(sheet,),
        origin=origin,
        nav=nav,
    )


def sheet_context(sheet: Sheet, writer: Writer) -> Mapping[str, Any]:
    """What the template of a sheet's page needs."""
    return {
        "sheet": sheet,
        "document": document_name(sheet),
        "tables": [(block, table_name(sheet, block)) for block in table_blocks(sheet)],
        "is_wide": is_wide,
        "opens_wide": opens_wide(sheet),
        "headings": checklist_headings,
        "choices": choices_text,
        "lead": lead_of,
    }


def sheet_reference(sheet: Sheet, writer: Writer) -> Reference:
    """The card of a sheet that an author wrote."""
    return Reference(sheet.title, writer.link("sheet", sheet.id), writer.gist(sheet.purpose))


def document_name(sheet: Sheet) -> str:
    """The name of a sheet's document, as it lies in the folder of whoever took it away."""
    return f"{sheet.id}.docx"


def table_name(sheet: Sheet, block: SheetBlock) -> str:
    """The name of the file that holds a sheet's table."""
    return f"{sheet.id}-{block.id}.csv"


def data_files(edition: Edition, library: Library, site_url: str) -> Iterator[DataFile]:
    """The files of every sheet that an edition's authors wrote.

    Args:
        edition: The edition.
        library: Everything that is published, for links.
        site_url: Where the site will be published; without it, documents have no links and name their page by its path.
    """
    for sheet in _in_order(edition):
        yield from sheet_files(sheet, uri_of(sheet), edition, library, site_url)


def sheet_files(sheet: Sheet, uri: str, edition: Edition, library: Library, site_url: str) -> Iterator[DataFile]:
    """The files of any sheet, beside its page.

    Args:
        sheet: The sheet.
        uri: Where its page stands in the edition's folder.
        edition: The edition that gives it.
        library: Everything that is published, for links.
        site_url: Where the site will be published, or nothing.
    """
    start = site_url and f"{site_url.rstrip('/')}/"
    folder = url_of(f"{edition_prefix(edition)}/{uri}")
    imprint = _imprint(edition, f"{start}{folder}")
    made_from = ["document", sheet.model_dump(mode="json"), *map(str, astuple(imprint)), edition.name, start]
    document = kept(made_from, lambda: export_docx(sheet, imprint, _linker(library, edition, start)))
    yield DataFile(f"{folder}{document_name(sheet)}", document)
    for block in table_blocks(sheet):
        yield DataFile(f"{folder}{table_name(sheet, block)}", export_csv(block))


def _imprint(edition: Edition, address: str) -> Imprint:
    head = edition.head
    return Imprint(edition.publication.title, head.version, STANDING[head.status].lower(), head.released, address)


def _linker(library: Library, edition: Edition, start: str) -> LinkOf:
    """Where the links of a document lead: to the published site, wherever the document lies."""

    def link_of(address: Address) -> str | None:
        spot = spot_of(address, library, edition) if start else None
        return f"{start}{url_of(spot.uri)}" + (f"#{spot.anchor}" if spot.anchor else "") if spot else None

    return link_of


def _in_order(edition: Edition) -> list[Sheet]:
    """An edition's sheets by their chapters, those without one last."""
    places = {chapter.id: (chapter.order, chapter.id) for chapter in edition.chapters}
    last = (max((order for order, _ in places.values()), default=0) + 1, "")
    return sorted(edition.sheets, key=lambda sheet: (places.get(sheet.chapter or "", last), sheet.id))


def _list_context(edition: Edition, sheets: list[Sheet], writer: Writer) -> Mapping[str, Any]:
    groups = [
        (_chapter(edition, name), [sheet_reference(sheet, writer) for sheet in each])
        for name, each in groupby(sheets, key=lambda sheet: sheet.chapter)
    ]
    return {"groups": groups}


def _chapter(edition: Edition, identifier: str | None) -> Chapter | None:
    return next((chapter for chapter in edition.chapters if chapter.id == identifier), None)
