"""A table whose cells say which column they stand in, for a phone that shows it row by row."""

from markupsafe import Markup

from build_tools.pages.tables import label_cells, suit_body

HEAD = '<thead><tr><th scope="col">Test</th><th scope="col">Ask <abbr>Q</abbr></th><th scope="col"></th></tr></thead>'


def test_each_cell_carries_the_heading_of_its_column_as_plain_text() -> None:
    rows = Markup(HEAD + '<tbody><tr id="a"><th scope="row">One</th><td>Is it?</td><td>No</td></tr></tbody>')
    assert label_cells(rows).endswith('<th scope="row">One</th><td data-label="Ask Q">Is it?</td><td>No</td></tr></tbody>')
    assert label_cells(rows).startswith(HEAD)


def test_every_row_begins_at_the_first_column() -> None:
    rows = Markup(HEAD + "<tbody><tr><td>1</td></tr>\n<tr><td>2</td><td>3</td></tr></tbody>")
    assert label_cells(rows).count('<td data-label="Test">') == 2
    assert '<td data-label="Ask Q">3' in label_cells(rows)


def test_a_cell_beyond_the_last_heading_stays_as_it_is() -> None:
    rows = Markup(HEAD + "<tbody><tr><td>1</td><td>2</td><td>3</td><td>4</td></tr></tbody>")
    assert label_cells(rows).endswith('<td data-label="Ask Q">2</td><td>3</td><td>4</td></tr></tbody>')


def test_a_table_of_words_stands_row_by_row() -> None:
    classes, body = suit_body(
        ["", "What is <em>known</em>", "What isn't"], "<tr><td>Cost</td><td>A grant to the university</td><td>All else</td></tr>"
    )
    assert classes == "pg-data pg-data--rows"
    assert body == (
        '<tr><td>Cost</td><td data-label="What is known">A grant to the university</td><td data-label="What isn\'t">All else</td></tr>'
    )


def test_a_table_of_figures_stays_side_by_side() -> None:
    body = "<tr><td>People with each worker: as many as one can think of</td><td>6,309</td><td>22</td></tr>"
    assert suit_body(["People", "To start", "Workers"], body) == ("pg-data pg-narrow", body)


def test_a_table_of_two_columns_is_left_alone() -> None:
    body = "<tr><td>May be said</td><td>No significant difference in reoffending was found</td></tr>"
    assert suit_body(["Say", "Don't"], body) == ("pg-data", body)
