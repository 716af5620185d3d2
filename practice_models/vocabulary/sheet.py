"""Sheets: the templates that a service takes away, fills in and keeps."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from practice_models.vocabulary.base import ChapterId, Element, Line, Part, Prose, SafetyStop, Word

CellText = Annotated[str, StringConstraints(pattern=r"^(\S(.*\S)?)?$", max_length=600)]
"""What stands in a cell: one line of plain text, or nothing where the cell is to be filled."""

MOST_LINES = 12
"""The most lines that one field leaves to write on: what needs more needs a page of its own."""
MOST_ROW_LINES = 6
"""The most lines that each row of a table leaves to write on: what needs more is a field."""
MOST_COLUMNS = 60
"""The most columns, or answers of a checklist: a table in a Word document has no room for more than 63."""


class SheetField(Part):
    """One thing to fill in: lines to write on, or choices to tick."""

    label: Line = Field(description="The label, such as `The decision that this is for`.")
    help: Prose | None = Field(default=None, description="What a good answer looks like.")
    lines: Annotated[int, Field(ge=1, le=MOST_LINES)] | None = Field(
        default=None, description="How many lines there are to write on, from 1 to 12; left out where there are `choices`."
    )
    choices: tuple[Line, ...] = Field(default=(), description="What can be ticked; at least two, and none twice.")
    several: bool = Field(default=False, description="Whether more than one of the choices may be ticked.")

    @model_validator(mode="after")
    def _lines_or_choices(self) -> Self:
        if (self.lines is None) == (not self.choices):
            raise ValueError("give exactly one of lines and choices")
        _check_choices(self.choices)
        if self.several and not self.choices:
            raise ValueError("several goes with choices")
        return self


class SheetColumn(Part):
    """One column of a table."""

    label: Line = Field(description="The heading, in as few words as can be.")
    help: Prose | None = Field(default=None, description="What a good entry looks like.")
    choices: tuple[Line, ...] = Field(default=(), description="The only entries that there are, if it is a choice; none twice.")
    width: Literal["narrow", "normal", "wide"] = Field(default="normal", description="How much of the paper it takes.")

    @model_validator(mode="after")
    def _choices_differ(self) -> Self:
        _check_choices(self.choices)
        return self


class SheetRow(Part):
    """A row of a table that is there from the start."""

    cells: tuple[CellText, ...] = Field(
        min_length=1, description='What stands in it, column by column; `""` is a cell to fill, and so are those after the last one given.'
    )
    example: bool = Field(
        default=False, description="Whether the row only shows how. It is printed as an example and left out of the file for spreadsheets."
    )


class SheetTable(Word):
    """A table to fill: columns, rows that are given, and blank ones."""

    columns: tuple[SheetColumn, ...] = Field(min_length=2, max_length=MOST_COLUMNS, description="The columns, from left to right.")
    rows: tuple[SheetRow, ...] = Field(default=(), description="The rows that are given, from top to bottom.")
    blank_rows: Annotated[int, Field(ge=0, le=40)] = Field(default=0, description="How many blank rows follow.")
    lines: Annotated[int, Field(ge=1, le=MOST_ROW_LINES)] = Field(
        default=1, description="How many lines of handwriting each row has room for, from 1 to 6."
    )

    @model_validator(mode="after")
    def _rows_fit(self) -> Self:
        for row in self.rows:
            if len(row.cells) > len(self.columns):
                raise ValueError(f"the row '{row.id}' has {len(row.cells)} cells, but there are {len(self.columns)} columns")
        if not self.blank_rows and all(row.example for row in self.rows):
            raise ValueError("there is no row to fill; give rows or blank_rows")
        return self


class CheckItem(Part):
    """One thing to check."""

    statement: Line = Field(description="What holds, or the question, so that every answer of the checklist fits it.")
    look_for: Prose | None = Field(default=None, description="Where one looks, and what one would see.")


class SheetChecklist(Word):
    """Things to check, each with an answer to tick and room for a note."""

    items: tuple[CheckItem, ...] = Field(min_length=1, description="What is checked, in order.")
    heading: Line = Field(default="What to check", description="The heading of the statements, such as `What we ask you`.")
    answers: tuple[Line, ...] = Field(
        default=("Yes", "Partly", "No"),
        min_length=2,
        max_length=MOST_COLUMNS,
        description="The answers, one of which is ticked; at least two, and none twice.",
    )
    note: Line | None = Field(
        default="What shows it", description="The heading of the room for a note; `null` where there is no room for one."
    )

    @model_validator(mode="after")
    def _answers_differ(self) -> Self:
        _check_choices(self.answers)
        return self


class SheetBlock(Part):
    """A stretch of a sheet under a heading: exactly one of text, fields, a table and a checklist."""

    title: Line = Field(description="The heading.")
    about: Prose | None = Field(default=None, description="How to fill it in, or why it is asked.")
    text: Prose | None = Field(default=None, description="Words that stand on the sheet as they are.")
    fields: tuple[SheetField, ...] = Field(default=(), description="Things to fill in, in order.")
    table: SheetTable | None = Field(default=None, description="A table to fill.")
    checklist: SheetChecklist | None = Field(default=None, description="Things to check.")
    own_paper: bool = Field(
        default=False,
        description="Whether it begins a new sheet of paper, such as a part that is taken home or locked away.",
    )

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if sum(map(bool, (self.text, self.fields, self.table, self.checklist))) != 1:
            raise ValueError("give exactly one of text, fields, table and checklist")
        return self


class Sheet(Element):
    """A template that a service takes away: a page to print, a document to fill in and, for its tables, files for spreadsheets."""

    purpose: Prose = Field(description="What it is for, in a sentence or two.")
    filled_by: Prose = Field(description="Who fills it in, and with whom.")
    when: Prose = Field(description="When it is filled in, and when it is looked at again.")
    keep: Prose | None = Field(default=None, description="Where the filled sheet is kept, who sees it and until when.")
    chapter: ChapterId | None = Field(default=None, description="The chapter that it belongs to, which then offers it.")
    easy_read: bool = Field(
        default=False,
        description=(
            "Whether it is written for people who find reading hard: large type, and only short sentences in its blocks. What it says to "
            "whoever hands it over then stands on its page alone."
        ),
    )
    safety_stops: tuple[SafetyStop, ...] = Field(default=(), description="What stops whoever fills it in, or asks with it, at once.")
    blocks: tuple[SheetBlock, ...] = Field(min_length=1, description="What stands on it, from top to bottom.")


def _check_choices(choices: tuple[str, ...]) -> None:
    """Refuse a single choice, and one that stands twice."""
    if len(choices) == 1:
        raise ValueError(f"'{choices[0]}' is the only choice; give at least two")
    twice = next((choice for place, choice in enumerate(choices) if choice in choices[:place]), None)
    if twice:
        raise ValueError(f"'{twice}' stands twice")
