"""Every picture has a name, says the same in words beside it, and takes its colours from the scheme."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.site_pages import Site, SitePage

_COLOURS = r"""
(picture) => [...picture.querySelectorAll("text, rect, path, circle")].map((shape) => {
  const style = getComputedStyle(shape);
  return `${shape.localName} ${shape.getAttribute("class")}: ${style.fill} ${style.stroke}`;
}).filter((line) => !/: (none|rgba\(0, 0, 0, 0\)) (none|rgba\(0, 0, 0, 0\))$/.test(line))
"""
_FAINT = """
(picture) => {
  const light = (colour) => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [less, more] = [light(one), light(other)].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  const holds = (outer, inner) =>
    outer.left <= inner.left + 1 && outer.right >= inner.right - 1 && outer.top <= inner.top + 1 && outer.bottom >= inner.bottom - 1;
  const filled = (shape) => getComputedStyle(shape).fill.startsWith("rgb(") && !shape.closest("defs, mask, pattern");
  const shapes = [...picture.querySelectorAll("rect, path, circle, polygon")].filter(filled);
  const paper = getComputedStyle(picture.closest(".pg-figure__frame")).backgroundColor;
  const ground = (text) => {
    const under = shapes.filter((shape) => shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING);
    const nearest = under.filter((shape) => holds(shape.getBoundingClientRect(), text.getBoundingClientRect())).at(-1);
    return nearest ? getComputedStyle(nearest).fill : paper;
  };
  return [...picture.querySelectorAll("text")]
    .map((text) => [text.textContent, contrast(getComputedStyle(text).fill, ground(text)).toFixed(2)])
    .filter(([, found]) => found < 4.5)
    .map(([words, found]) => `"${words}" ${found}`);
}
"""
_NAMES = r"""
(links) => links
  .map((link) => link.getAttribute("aria-label") || [...link.querySelectorAll("text")].map((text) => text.textContent).join(" "))
  .map((name) => name.replace(/^\d+:? /, "").replace(/\s+/g, " ").trim())
"""
"""What the links of a picture say; a number before a name is that of an ordered list in words."""
_SCROLLING = "(frames) => frames.filter((frame) => frame.scrollWidth > frame.clientWidth).map((frame) => frame.getAttribute('aria-label'))"
_SMALL_TEXTS = """
(texts) => texts
  .map((text) => [text.textContent, parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a])
  .filter(([, size]) => size < 11.95)
  .map(([words, size]) => `"${words}" ${size.toFixed(1)}`)
"""


def with_pictures(site: Site) -> list[SitePage]:
    """One page of every kind that shows pictures."""
    return [page for page in site.kinds if 'class="pg-pic ' in page.html]


def pictures_of(page: Page) -> Iterator[Locator]:
    """The figures of a page that hold a picture."""
    yield from page.locator("figure:has(svg.pg-pic)").all()


@pytest.fixture
def page(open_page: OpenPage, whole: Site) -> Page:
    """A window on the whole site."""
    return open_page(whole)


def test_every_kind_of_picture_has_a_name_in_what_is_read_out(page: Page, whole: Site) -> None:
    assert len(with_pictures(whole)) > 4
    for each in with_pictures(whole):
        page.goto(whole.address + each.url)
        for figure in pictures_of(page):
            title = " ".join(str(figure.locator("svg > title").text_content()).split())
            snapshot = figure.aria_snapshot().replace("''", "'")
            assert title
            assert f'img "{title}' in snapshot or f'group "{title}' in snapshot, f"{each.url}\n{snapshot}"


def test_every_kind_of_picture_is_described(page: Page, whole: Site) -> None:
    for each in with_pictures(whole):
        page.goto(whole.address + each.url)
        for figure in pictures_of(page):
            expect(figure.locator("svg.pg-pic")).to_have_accessible_description(re.compile(r"\w+ \w+ \w+"))


def test_what_a_picture_shows_stands_beside_it_in_words(page: Page, whole: Site) -> None:
    for each in with_pictures(whole):
        page.goto(whole.address + each.url)
        for figure in pictures_of(page):
            words = figure.locator(".pg-figure__data")
            words.locator("summary").press("Enter")
            said = " ".join(words.inner_text().split())
            names = figure.locator("svg a").evaluate_all(_NAMES)
            missing = {name: left for name in names if (left := words_of(name) - words_of(said))}
            assert len(said) > len("The same in words") + 20, each.url
            assert not missing, f"{each.url}: {missing} not in {said}"


def words_of(text: str) -> set[str]:
    """The words of a text, whatever stands between them."""
    return set(re.findall(r"\w+", text.casefold()))


def test_every_link_of_a_picture_is_also_a_link_of_its_words(page: Page, whole: Site) -> None:
    for each in with_pictures(whole):
        page.goto(whole.address + each.url)
        for figure in pictures_of(page):
            led = {link.get_attribute("href") for link in figure.locator("svg a").all()}
            assert led <= {link.get_attribute("href") for link in figure.locator(".pg-figure__data a").all()}, each.url


def test_pictures_take_the_colours_of_the_scheme(page: Page, whole: Site) -> None:
    for each in with_pictures(whole):
        page.goto(whole.address + each.url)
        for figure in pictures_of(page):
            picture = figure.locator("svg.pg-pic")
            page.emulate_media(color_scheme="light")
            light = picture.evaluate(_COLOURS)
            page.emulate_media(color_scheme="dark")
            same = set(light) & set(picture.evaluate(_COLOURS))
            assert light
            assert not same, f"{each.url}: {same}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_text_of_pictures_stands_out_from_its_ground(page: Page, whole: Site, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    faint = []
    for each in with_pictures(whole):
        page.goto(whole.address + each.url)
        faint += [f"{each.url}: {line}" for figure in pictures_of(page) for line in figure.locator("svg.pg-pic").evaluate(_FAINT)]
    assert not faint, "\n".join(faint)


def test_on_a_phone_no_text_of_a_picture_is_below_12_pixels(open_page: OpenPage, whole: Site) -> None:
    page = open_page(whole, width=390)
    small = []
    for each in with_pictures(whole):
        page.goto(whole.address + each.url)
        small += [f"{each.url}: {line}" for line in page.locator("svg.pg-pic text").evaluate_all(_SMALL_TEXTS)]
    assert not small, "\n".join(small)


@pytest.mark.parametrize("width", [1100, 1280])
def test_on_a_desktop_every_picture_fits_its_frame(open_page: OpenPage, whole: Site, width: int) -> None:
    page = open_page(whole, width=width)
    wide = []
    for each in (each for each in whole.pages if 'class="pg-pic ' in each.html and not each.url.startswith("reference/")):
        page.goto(whole.address + each.url)
        wide += [f"{each.url}: {name}" for name in page.locator(".pg-figure__frame").evaluate_all(_SCROLLING)]
    assert not wide, "\n".join(wide)
