"""A table whose cells say which column they stand in, for a phone that shows it row by row."""

from markupsafe import Markup

from build_tools.pages.tables import label_cells

HEAD = '<thead><tr><th scope="col">Test</th><th scope="col">Ask <abbr>Q</abbr></th><th scope="col"></th></tr></thead>'


def test_each_cell_carries_the_heading_of_its_column_as_plain_text() -> None:
    rows = Markup(HEAD + '<tbody><tr id="a"><th scope="row">One</th><td>Is it?</td><td>No</td></tr></tbody>')
    assert label_cells(rows).endswith('<th scope="row">One</th><td data-label="Ask Q">Is it?</td><td>No</td></tr></tbody>')
    assert label_cells(rows).startswith(HEAD)


def test_every_row_begins_at_the_first_column() -> None:
    rows = Markup(HEAD + "<tbody><tr><td>1</td></tr>\n<tr><td>2</td><td>3</td></tr></tbody>")
    assert label_cells(rows).count('<td data-label="Test">') == 2
    assert '<td data-label="Ask Q">3' in label_cells(rows)
