"""Prose becomes safe HTML: links find their pages, terms get tooltips, and nothing foreign survives."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.pages.prose import ProseRenderer, TermIndex
from practice_models.vocabulary.address import Address
from practice_models.vocabulary.evidence import Term


def term(name: str, title: str, *also: str, meaning: str = "What it means.") -> Term:
    return Term(id=name, title=title, also=also, basis="interpretation", meaning=meaning)


TERMS = TermIndex.of(
    [term("desistance", "Desistance"), term("crc", "Community rehabilitation company", "CRC"), term("order", "Community order")]
)


def link_of(address: Address) -> str | None:
    return None if address.id == "nowhere" else f"../{address.id}/"


def renderer(terms: TermIndex | None = None) -> ProseRenderer:
    return ProseRenderer(link_of, terms or TermIndex.of([]))


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<iframe src="https://example.org"></iframe>',
        "[a](javascript:alert(1))",
        "[a][r]\n\n[r]: javascript:alert(1)",
        "[a](https://example.org){: onmouseover=alert(1)}",
        "![a](x){ onerror=alert(1) }",
        "<details ontoggle=alert(1) open>x</details>",
        "</title><script>alert(1)</script>",
        "<style>body{display:none}</style>",
        '<form action="https://example.org"><button>Go</button></form>',
        "<svg><script>alert(1)</script></svg>",
        "<math><mtext></mtext><script>alert(1)</script></math>",
        '<base href="https://example.org/">',
        '<meta http-equiv="refresh" content="0;url=https://example.org">',
        "<https://example.org/<script>>",
        "[a](data:text/html,<script>alert(1)</script>)",
        "[a](vbscript:msgbox)",
        '<a href="JaVaScRiPt:alert(1)">a</a>',
        '<p style="position:fixed">x</p>',
        "&#60;script&#62;alert(1)&#60;/script&#62;",
    ],
)
def test_nothing_that_acts_survives(attack: str) -> None:
    for html in (renderer().block(attack), renderer().inline(attack), renderer(TERMS).block(f"Desistance {attack}")):
        tags = re.findall(r"<\s*/?\s*([a-zA-Z]+)([^>]*)>", html)
        assert {name.lower() for name, _ in tags} <= {"p", "a", "code", "em", "strong", "br", "ul", "li"}
        for _, attributes in tags:
            assert not re.search(r"\bon\w+\s*=|style\s*=|(?:java|vb)script:|data:text", attributes, re.IGNORECASE)


@given(text=st.text(alphabet="<>&\"'`[]()!{}:/ abjsonrit=*_#-\n", max_size=80))
def test_no_text_whatever_brings_a_tag_that_is_not_prose(text: str) -> None:
    html = renderer(TERMS).block(text)
    assert not re.search(
        r"<(?!/?(?:a|abbr|b|blockquote|br|code|del|em|hr|i|kbd|li|ol|p|pre|s|strong|sub|sup|table|tbody|td|th|thead|tr|ul)\b)", html
    )
    assert not re.search(r"href=\"(?!\.\./|https?:|mailto:|tel:)[a-z]+:", html)


def test_an_address_leads_to_its_page() -> None:
    assert renderer().inline("Follow [this](practice:respond) now.") == 'Follow <a href="../respond/">this</a> now.'


def test_a_link_to_another_site_gives_nothing_away() -> None:
    assert 'rel="noopener noreferrer"' in renderer().inline("[a](https://example.org)")


def test_a_link_that_leads_nowhere_loses_its_target() -> None:
    assert renderer().inline("[a](practice:nowhere)") == "<a>a</a>"


def test_a_term_is_marked_the_first_time_only() -> None:
    prose = renderer(TERMS)
    first, second = prose.inline("Desistance takes time."), prose.inline("So desistance it is.")
    assert first.count("pg-term") == 1
    assert "data-tip" not in second


def test_terms_are_found_in_any_of_their_forms_and_as_whole_words() -> None:
    html = renderer(TERMS).inline("A CRC ran the community orders and one community order; not crc, not CRCs.")
    assert re.findall(r">([^<]+)</a>", html) == ["CRC", "community order"]


def test_a_term_inside_a_link_is_left_alone() -> None:
    assert renderer(TERMS).inline("[desistance](practice:x)").count("<a") == 1


def test_a_tooltip_is_plain_and_escaped_text() -> None:
    terms = TermIndex.of([term("x", "Thing", meaning='Holds "quotes", <b>tags</b> and [a link](term:y).')])
    html = renderer(terms).inline("A thing.")
    assert 'data-tip="Holds &#34;quotes&#34;, &lt;b&gt;tags&lt;/b&gt; and a link."' in html


def test_template_marks_are_only_text() -> None:
    assert renderer().inline("{{ 7*7 }} {% raw %} [[toc]] ::: os") == "{{ 7*7 }} {% raw %} [[toc]] ::: os"


def test_plain_text_comes_out_the_same_with_and_without_the_parser() -> None:
    assert renderer().block("It is plain; it's short.") == renderer().block("It is plain; it's short.\n")


def test_a_table_stands_in_a_frame_that_scrolls_and_is_named_by_its_headings() -> None:
    html = renderer().block("| Must & be | Go |\n| --- | --- |\n| One | 2 |\n")
    assert '<div class="pg-table" role="region" tabindex="0" aria-label="Table: Must &amp; be, Go"><table class="pg-data">' in html
    assert html.count("</table></div>") == 1


def test_a_table_of_words_carries_its_headings_in_its_cells_for_a_phone() -> None:
    html = renderer().block('| | Write | Don\'t write |\n| --- | --- | --- |\n| Cost | *What* was paid for it | A "price" |\n')
    assert '<table class="pg-data pg-data--rows">' in html
    assert '<td>Cost</td>\n<td data-label="Write"><em>What</em> was paid for it</td>\n<td data-label="Don\'t write">' in html


def test_a_blank_corner_of_a_table_is_no_heading() -> None:
    html = renderer().block("| | Go |\n| --- | --- |\n| One | 2 |\n")
    assert 'aria-label="Table: Go"' in html
    assert "<td></td>\n<th>Go</th>" in html


def test_no_two_tables_of_a_page_have_one_name() -> None:
    page = renderer()
    first, other, again = (
        page.block(f"| Level | {heading} |\n| --- | --- |\n| 1 | 2 |\n") for heading in ("Design", "What there is", "Design")
    )
    assert 'aria-label="Table: Level, Design"' in first
    assert 'aria-label="Table: Level, What there is"' in other
    assert 'aria-label="Table: Level, Design (2)"' in again


def test_the_name_of_a_table_cannot_leave_its_attribute() -> None:
    html = str(renderer().block('| a" onmouseover="alert(1) <b>x</b> | y |\n| --- | --- |\n| 1 | 2 |\n'))
    assert 'aria-label="Table: a&#34; onmouseover=&#34;alert(1) x, y"' in html
    assert not re.search(r'<div[^>]*"\s+onmouseover', html)
