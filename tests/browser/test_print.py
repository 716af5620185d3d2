"""On paper there is the page and nothing else; the quick reference takes one sheet, and forms can be written on."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.paper import count_sheets
from tests.browser.site_pages import Site

_FRAME = "header.pg-header, nav, footer, dialog, button, input, [role=search], .pg-skip, .headerlink"
_SHOWN = """
(elements) => elements
  .filter((element) => element.checkVisibility({visibilityProperty: true}))
  .map((element) => element.outerHTML.slice(0, 100))
"""
_SMALLER_THAN_16_POINTS = """
(elements) => elements
  .filter((element) => element.checkVisibility({visibilityProperty: true}) && element.innerText.trim())
  .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 21.3)
  .map((element) => element.outerHTML.slice(0, 100))
"""
_LINES = """
(lines) => {
  const style = getComputedStyle(lines);
  return {height: lines.clientHeight, drawn: style.backgroundImage !== "none", kept: style.printColorAdjust};
}
"""


def on_paper(page: Page) -> Page:
    """The page as it is laid out for printing."""
    page.emulate_media(media="print")
    return page


def test_every_quick_reference_prints_on_exactly_one_sheet(open_page: OpenPage, whole: Site) -> None:
    page = open_page(whole)
    references = [each for each in whole.pages if each.kind == "quick-reference"]
    assert references
    sheets = {}
    for each in references:
        page.goto(whole.address + each.url)
        sheets[each.url] = count_sheets(page)
    assert {url: count for url, count in sheets.items() if count != 1} == {}


def test_the_tiny_quick_reference_prints_on_exactly_one_sheet(open_page: OpenPage, listening: Site) -> None:
    for edition in ("1.0.0", "2.0.0"):
        assert count_sheets(open_page(listening, f"listening/{edition}/quick-reference/")) == 1


def test_a_long_page_takes_more_sheets_so_that_the_count_counts(open_page: OpenPage, whole: Site) -> None:
    assert count_sheets(open_page(whole, "glossary/")) > 2


def test_nothing_but_the_page_is_printed(open_page: OpenPage, whole: Site) -> None:
    page = on_paper(open_page(whole))
    printed = []
    for each in whole.kinds:
        page.goto(whole.address + each.url)
        printed += [f"{each.url}: {line}" for line in page.locator(_FRAME).evaluate_all(_SHOWN)]
        expect(page.locator("h1")).to_be_visible()
    assert not printed, "\n".join(printed)


def test_paper_tells_which_edition_it_came_from(open_page: OpenPage, listening: Site) -> None:
    page = on_paper(open_page(listening, "listening/2.0.0/practices/listen-first/"))
    imprint = page.locator(".pg-imprint")
    for words in ("Listening 2.0.0", "23 November 2026", "23 November 2027", "listening/2.0.0/practices/listen-first/"):
        expect(imprint).to_contain_text(words)
    expect(imprint).to_be_visible()


def test_a_superseded_page_says_so_on_paper(open_page: OpenPage, listening: Site) -> None:
    page = on_paper(open_page(listening, "listening/1.0.0/practices/say-hello/"))
    expect(page.locator(".pg-banner--superseded")).to_be_visible()


@pytest.mark.parametrize("kind", ["instrument-form", "plan-form", "questionnaire-form", "sheet"])
def test_a_form_has_lines_to_write_on_even_where_the_printer_leaves_out_backgrounds(open_page: OpenPage, whole: Site, kind: str) -> None:
    forms = [each for each in whole.kinds if each.kind == kind]
    assert forms
    page = on_paper(open_page(whole, forms[0].url))
    lines = page.locator(".pg-form__lines").all()
    assert lines
    for each in lines:
        found = each.evaluate(_LINES)
        assert found["height"] >= 20
        assert found["drawn"]
        assert found["kept"] == "exact"


def test_every_field_of_a_form_has_as_many_lines_as_it_asks_for(open_page: OpenPage, whole: Site) -> None:
    page = open_page(whole)
    for each in (each for each in whole.kinds if "pg-form__lines" in each.html):
        page.goto(whole.address + each.url)
        for lines in page.locator(".pg-form__lines").all():
            drawn = lines.evaluate("(lines) => Number(getComputedStyle(lines).getPropertyValue('--pg-lines'))")
            assert drawn == int(lines.get_attribute("data-lines") or "1"), each.url


def test_no_letters_on_an_easy_read_sheet_of_paper_are_small(open_page: OpenPage, whole: Site) -> None:
    page = on_paper(open_page(whole, whole.first("pg-sheet--easy").url))
    small = page.locator("article :is(h1, h2, p, th, td, li), .pg-imprint").evaluate_all(_SMALLER_THAN_16_POINTS)
    assert small == []


def test_a_sheet_that_begins_with_a_wide_table_has_no_empty_paper_before_it(open_page: OpenPage, whole: Site) -> None:
    page = open_page(whole, whole.first("pg-sheet--opens").url)
    sizes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+(\d+)", page.pdf(prefer_css_page_size=True))
    assert set(sizes) == {b"841"}


def test_where_a_form_came_from_never_has_a_sheet_to_itself(open_page: OpenPage, whole: Site) -> None:
    forms = [each for each in whole.kinds if each.kind in ("sheet", "questionnaire-form", "instrument-form", "plan-form")]
    for each in forms:
        page = on_paper(open_page(whole, each.url))
        assert page.locator("article").evaluate("(article) => getComputedStyle(article).display") == "contents", each.url
        assert page.locator(".pg-imprint").evaluate("(imprint) => getComputedStyle(imprint).breakBefore") == "avoid", each.url


def test_what_is_to_be_done_about_an_answer_stands_on_the_sheet_of_its_question(open_page: OpenPage, whole: Site) -> None:
    page = on_paper(open_page(whole, "evaluation-handbook/2.0.0/questionnaires/six-months-on/form/"))
    breaks = page.locator(".pg-form__field--note").evaluate_all("(notes) => notes.map((note) => getComputedStyle(note).breakBefore)")
    assert set(breaks) == {"avoid"}


def test_boxes_to_tick_have_borders_on_paper(open_page: OpenPage, whole: Site) -> None:
    form = next(each for each in whole.kinds if each.kind == "instrument-form")
    page = on_paper(open_page(whole, form.url))
    widths = page.locator(".pg-form__box").evaluate_all("(boxes) => boxes.map((box) => parseFloat(getComputedStyle(box).borderTopWidth))")
    assert widths
    assert min(widths) > 0


def test_the_steps_and_stops_of_a_practice_are_printed_whole(open_page: OpenPage, listening: Site) -> None:
    page = on_paper(open_page(listening, "listening/2.0.0/practices/listen-first/"))
    for words in ("Ask one open question.", "What would you like me to know?", "You learn that someone is in danger.", "Stop and act."):
        expect(page.locator("article").get_by_text(words).last).to_be_visible()


def test_a_sheet_turned_on_its_side_is_not_cut_off_at_the_width_of_the_others(open_page: OpenPage, whole: Site) -> None:
    page = on_paper(open_page(whole, whole.first("pg-pic--wide").url))
    around = "(picture) => { const found = []; while ((picture = picture.parentElement)) found.push(picture); return found; }"
    cut = f"(picture) => ({around})(picture).filter((each) => getComputedStyle(each).overflowX !== 'visible').map((each) => each.className)"
    assert page.locator(".pg-pic--wide").evaluate(cut) == []


def test_a_picture_is_not_printed_a_second_time_in_words(open_page: OpenPage, whole: Site) -> None:
    page = on_paper(open_page(whole, whole.first("pg-pic--wide").url))
    page.locator(".pg-figure__data").evaluate("(words) => words.open = true")
    expect(page.locator(".pg-figure__data")).to_be_hidden()
