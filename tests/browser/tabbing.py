"""Walks through a page with the Tab key and tells what it reaches, and whether a reader can see where."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from playwright.sync_api import Page

_NUMBER_STOPS = """
(within) => {
  const stops = "a[href], button:not([disabled]), input:not([disabled]), select, summary, [tabindex='0']";
  const usable = (element) => element.checkVisibility({visibilityProperty: true}) && !element.closest("[inert]");
  window.stops = [...document.querySelector(within).querySelectorAll(stops)].filter(usable);
  return window.stops.length;
}
"""
_WHERE = """
() => {
  const element = document.activeElement;
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const x = box.left + Math.min(box.width / 2, 12);
  const y = box.height > innerHeight / 2 ? Math.max(box.top + 12, innerHeight / 2) : box.top + Math.min(box.height / 2, 12);
  const seen = document.elementFromPoint(x, y);
  const words = (element.getAttribute("aria-label") || element.textContent || element.id).trim().replace(/\\s+/g, " ");
  return {
    number: window.stops.indexOf(element),
    name: `${element.localName}.${[...element.classList].join(".")} "${words.slice(0, 40)}"`,
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    uncovered: Boolean(seen) && (element.contains(seen) || seen.contains(element)),
  };
}
"""
_NAMES_MISSED = (
    "(reached) => window.stops.filter((_, number) => !reached.includes(number)).map((element) => element.outerHTML.slice(0, 120))"
)


@dataclass(frozen=True)
class Stop:
    """Where the focus came to rest."""

    number: int
    """Its place among what can be reached, in the order of the page; -1 for anything else."""
    name: str
    ringed: bool
    """Whether it has a ring of two pixels or more."""
    uncovered: bool
    """Whether it is in the window, and nothing lies over it."""


def stops_within(page: Page, within: str = "body") -> list[Stop]:
    """Every stop of the Tab key in a part of a page, from wherever the focus is until it leaves that part."""
    return list(_walk(page, page.evaluate(_NUMBER_STOPS, within)))


def _walk(page: Page, count: int) -> Iterator[Stop]:
    begun = False
    for _ in range(count + 5):
        page.keyboard.press("Tab")
        stop = Stop(**page.evaluate(_WHERE))
        if begun and stop.number < 0:
            return
        if stop.number >= 0:
            begun = True
            yield stop
            if stop.number == count - 1:
                return


def faults_of(page: Page, stops: list[Stop]) -> list[str]:
    """What is wrong with a walk: stops missed, out of order, unseen or covered."""
    numbers = [stop.number for stop in stops]
    missed = [f"not reached: {html}" for html in page.evaluate(_NAMES_MISSED, numbers)]
    turned = [f"out of order: {stop.name}" for before, stop in pairwise(stops) if stop.number <= before.number]
    unseen = [f"no ring: {stop.name}" for stop in stops if not stop.ringed]
    covered = [f"covered or out of the window: {stop.name}" for stop in stops if not stop.uncovered]
    return [*missed, *turned, *unseen, *covered]
