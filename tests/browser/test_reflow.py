"""On a narrow phone nothing runs out of the window, and whatever can be pressed is large enough for a thumb."""

from typing import Any

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.site_pages import Site

RUNS_OUT = """
() => {
  const width = document.documentElement.clientWidth;
  const cuts = (element) => getComputedStyle(element).overflowX !== "visible";
  const keeps = (element) => element && !element.matches("main, body") && (cuts(element) || keeps(element.parentElement));
  const texts = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const room = (node) => {
    const range = document.createRange();
    range.selectNode(node);
    return range.getBoundingClientRect();
  };
  const name = (element) => `${element.localName}.${[...element.classList].join(".")} "${element.textContent.trim().slice(0, 30)}"`;
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.checkVisibility({visibilityProperty: true}))
    .flatMap((element) => [
      ...(keeps(element.parentElement) ? [] : [[element, element.getBoundingClientRect()]]),
      ...(keeps(element) ? [] : texts(element).map((node) => [element, room(node)])),
    ])
    .filter(([, box]) => box.width > 1 && box.height > 1 && (box.right > width + 1 || box.left < -1) && box.bottom > 0)
    .map(([element, box]) => `${name(element)}: ${Math.round(box.left)} to ${Math.round(box.right)} of ${width}`);
}
"""
"""What leaves the window at a side: elements and their texts, unless something around them scrolls or cuts off on purpose."""
WITH_A_LONG_WORD = """
(word) => {
  const ours = "svg, script, style, button, label, code, .pg-about, .pg-badge, .pg-state, .pg-status, .pg-toggle, .pg-hidden, .pg-label";
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  for (const text of found) if (/[a-z]{3}/i.test(text.data) && !text.parentElement.closest(ours)) text.data += ` ${word}`;
}
"""
"""Puts a word behind every text that an author may have written."""
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
SMALL_TARGETS = """
(least) => {
  const pressed = "a[href], button, summary, select, input, label[for], [role=button], [role=switch]";
  const inLine = (element) => element.localName === "a" && !element.ownerSVGElement && getComputedStyle(element).display === "inline";
  const seen = (element) => element.checkVisibility({visibilityProperty: true});
  const names = (element) => element.localName === "label" && element.control && seen(element.control);
  return [...document.querySelectorAll(pressed)]
    .filter((element) => seen(element) && !inLine(element) && !names(element))
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && box.height > 1 && Math.min(box.width, box.height) < least - 0.5)
    .map(([element, box]) => `${element.localName}.${[...element.classList].join(".")} ${element.textContent.trim().slice(0, 30)}: ` +
      `${Math.round(box.width)} by ${Math.round(box.height)}`);
}
"""
"""What is smaller than a target may be; links in a line of text and labels beside their control are no targets of their own."""
LEAST = 24
"""The least width and height of a target, in CSS pixels (WCAG 2.2, 2.5.8)."""


def on_every_kind(open_page: OpenPage, site: Site, width: int, script: str, argument: Any = None) -> dict[str, list[str]]:
    """What a script finds on one page of every kind: each fault with the addresses of the pages that have it."""
    page = open_page(site, width=width)
    found: dict[str, list[str]] = {}
    for each in site.kinds:
        page.goto(site.address + each.url)
        for fault in dict.fromkeys(page.evaluate(script, argument)):
            found.setdefault(fault, []).append(each.url)
    return found


def report(found: dict[str, list[str]]) -> str:
    """The faults as lines, each with the first pages that have it."""
    return "\n".join(f"{fault}, on {len(urls)}: {' '.join(urls[:3])}" for fault, urls in found.items())


def test_at_320_pixels_no_kind_of_page_runs_out_of_the_window(open_page: OpenPage, whole: Site) -> None:
    found = on_every_kind(open_page, whole, 320, RUNS_OUT)
    assert not found, report(found)


def test_at_320_pixels_no_word_is_too_long_for_the_window(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, width=320)
    found: dict[str, list[str]] = {}
    for each in listening.kinds:
        page.goto(listening.address + each.url)
        page.evaluate(WITH_A_LONG_WORD, LONG_WORD)
        for fault in page.evaluate(RUNS_OUT):
            found.setdefault(fault, []).append(each.url)
    assert not found, report(found)


@pytest.mark.parametrize("width", [1280, 390])
def test_controls_are_at_least_24_pixels_wide_and_high(open_page: OpenPage, whole: Site, width: int) -> None:
    found = on_every_kind(open_page, whole, width, SMALL_TARGETS, LEAST)
    assert not found, report(found)


def test_search_on_a_narrow_phone_stays_in_the_window_with_large_controls(open_page: OpenPage, listening: Site) -> None:
    page = open_page(listening, width=320, height=640)
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("searchbox").last.fill("listen")
    page.locator(".pg-search__result").first.wait_for()
    assert page.locator(".pg-search").evaluate("(panel) => panel.scrollWidth <= panel.clientWidth")
    small = page.evaluate(SMALL_TARGETS, LEAST)
    assert not small, "\n".join(small)


def test_a_wide_picture_scrolls_in_its_frame_by_keyboard(open_page: OpenPage, whole: Site) -> None:
    page = open_page(whole, whole.first("pg-pic--wide").url, width=390)
    frame = page.locator(".pg-figure__frame:has(.pg-pic--wide)").first
    frame.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("(frame) => frame.scrollLeft > 20", arg=frame.element_handle())


def test_on_a_phone_a_table_of_many_columns_stands_row_by_row(open_page: OpenPage, whole: Site) -> None:
    page = open_page(whole, whole.first('id="must/').url, width=390)
    tables = page.locator(".pg-table:has(.pg-data--rows)")
    assert tables.evaluate_all("(all) => all.filter((each) => each.scrollWidth > each.clientWidth).length") == 0
    label = "(cell) => getComputedStyle(cell, '::before').content"
    assert page.locator("td", has_text="?").first.evaluate(label) == '"Ask"'
