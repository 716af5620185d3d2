"""Sheets as files to take away: a document for a word processor and, for each table, a file for spreadsheets.

Nothing here asks where a sheet came from: one that an author wrote and one that was made from a guide's own parts give
files in the same way.
"""

from build_tools.sheets.csv_file import export_csv
from build_tools.sheets.imprint import Imprint, LinkOf, no_link
from build_tools.sheets.layout import choices_text, is_wide, lead_of, opens_wide, table_blocks
from practice_models.vocabulary.sheet import Sheet

__all__ = [
    "Imprint",
    "LinkOf",
    "choices_text",
    "export_csv",
    "export_docx",
    "is_wide",
    "lead_of",
    "no_link",
    "opens_wide",
    "table_blocks",
]


def export_docx(sheet: Sheet, imprint: Imprint, link_of: LinkOf = no_link) -> bytes:
    """A sheet as a Word document; the same sheet always gives the same bytes.

    Args:
        sheet: Any sheet.
        imprint: What its foot says of where it comes from.
        link_of: The whole web address that a link in its prose leads to, or None where it is to be plain words.
    """
    from build_tools.sheets.docx_file import make_document  # noqa: PLC0415 - a large library, loaded only where there is a sheet to write

    return make_document(sheet, imprint, link_of)
