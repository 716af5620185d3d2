"""Sheets to write down: the sound library's, a small one with changes, and one with whatever text."""

from datetime import date
from functools import cache
from typing import Any

from build_tools.sheets import Imprint
from practice_models.vocabulary.sheet import Sheet
from tests.practice_models.examples.sound import edition

IMPRINT = Imprint("Listening", "2.0.0", "in force", date(2026, 11, 23), "https://guides.example/listening/2.0.0/sheets/first-talk/")


@cache
def sound_sheet(identifier: str = "first-talk") -> Sheet:
    """A sheet of the sound library."""
    return next(sheet for sheet in edition().sheets if sheet.id == identifier)


def small_sheet(**changed: Any) -> Sheet:
    """A sheet with one field, made in Python and not by an author, with whatever is changed."""
    block = {"id": "one", "title": "One", "fields": ({"id": "what", "label": "What", "lines": 1},)}
    whole = {
        "id": "small",
        "title": "Small",
        "basis": "illustrative",
        "purpose": "To try.",
        "filled_by": "You.",
        "when": "Now.",
        "blocks": (block,),
    }
    return Sheet.model_validate({**whole, **changed})


def table_sheet(*rows: tuple[str, ...], example: bool = False) -> Sheet:
    """A sheet with one table of as many columns as its rows have, or of two."""
    columns = tuple({"id": f"c{place}", "label": f"Column {place}"} for place in range(max([len(row) for row in rows], default=2)))
    given = tuple({"id": f"r{place}", "cells": row, "example": example} for place, row in enumerate(rows))
    table = {"columns": columns, "rows": given, "blank_rows": 2}
    return small_sheet(blocks=({"id": "table", "title": "Table", "table": table},))
