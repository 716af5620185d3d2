"""The content of pictures in words: counts, lists of names, and HTML lists and tables."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from build_tools.pictures.markup import Markup, escape_text, tag

_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}


def count_of(many: int, name: str) -> str:
    """A number with what it counts: `1 safety stop`, `7 stages`."""
    return f"{many} {name}{'' if many == 1 else 's'}"


def listed(names: Sequence[str], joined: str = "and") -> str:
    """Names as in a sentence: `a, b and c`."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joined} {names[-1]}"


def money(amount: Decimal, currency: str) -> str:
    """An amount in its currency: `£50`, `£12.50`, `SEK 1,000`."""
    whole = amount == amount.to_integral_value()
    return f"{_SYMBOLS.get(currency, currency + ' ')}{amount:,.{0 if whole else 2}f}"


def figure(value: float) -> str:
    """A figure on a scale, with a true minus sign: `2`, `2.5`."""
    return f"{value:.6g}".replace("-", "\N{MINUS SIGN}") if value else "0"


def html_link(href: str | None, text: str) -> Markup:
    """The text as a link, or as text where it leads nowhere."""
    return escape_text(text) if href is None else tag("a", escape_text(text), href=href)


def html_list(items: Iterable[Markup], *, first: int | None = None) -> Markup:
    """Items as a list.

    Args:
        items: What stands in it.
        first: The number of the first item; a list without numbers if left out.
    """
    lines = [tag("li", item) for item in items]
    return tag("ul", *lines) if first is None else tag("ol", *lines, start=None if first == 1 else str(first))


def html_table(head: Sequence[str], rows: Iterable[Sequence[Markup]]) -> Markup:
    """Rows as a table whose first column names the row."""
    top = tag("thead", tag("tr", *(tag("th", escape_text(name), scope="col") for name in head)))
    lines = [tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell) for cell in row[1:])) for row in rows]
    return tag("table", top, tag("tbody", *lines))
