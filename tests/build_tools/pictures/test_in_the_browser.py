"""What a browser makes of the pictures: their names, their links, the size of their text, and the font's true widths."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Dialog, Page, sync_playwright

import build_tools
from build_tools.pictures import Picture, draw_pathway
from build_tools.pictures.lettering import Lettering, measure
from tests.build_tools.pictures.gallery import draw_gallery, link_of
from tests.build_tools.pictures.samples import STAGES
from tests.build_tools.pictures.strategies import HOSTILE

GALLERY = draw_gallery()
CSS = Path(build_tools.__file__).parent / "theme/assets/stylesheets/pictures.css"
FONT = Path(build_tools.__file__).parent / "theme" / "assets" / "fonts" / "atkinson-hyperlegible-next-latin-wght-normal.woff2"
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pictures</title><style>
@font-face {{ font-family: Ours; src: url("{font}"); font-weight: 200 800; }}
body {{ margin: 16px; font-family: Ours, sans-serif; }}
figure {{ margin: 0; }}
.frame {{ padding: 10px; border: 1px solid; overflow-x: auto; }}
{css}</style></head><body><main><h1>Pictures</h1>{figures}</main></body></html>"""
FIGURE = '<figure><div class="frame" role="region" tabindex="0" aria-label="Frame of {key}">{svg}</div>{words}</figure>'


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with every picture, 390 pixels wide."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": 390, "height": 800})
        _show(shown, GALLERY, tmp_path_factory.mktemp("pictures") / "index.html")
        yield shown
        browser.close()


def _show(page: Page, pictures: dict[str, Picture], path: Path) -> None:
    figures = "\n".join(FIGURE.format(key=key, svg=picture.svg, words=picture.words) for key, picture in pictures.items())
    path.write_text(PAGE.format(font=FONT.as_uri(), css=CSS.read_text(encoding="utf-8"), figures=figures), encoding="utf-8")
    page.goto(path.as_uri())
    page.evaluate("document.fonts.ready")


@pytest.mark.parametrize("key", GALLERY)
def test_each_picture_is_called_by_its_title(page: Page, key: str) -> None:
    picture = GALLERY[key]
    role = "group" if "<a " in picture.svg else "img"
    snapshot = page.locator(f"svg[aria-labelledby='{key}-title']").aria_snapshot()
    assert snapshot.lstrip("-' ").startswith(f'{role} "{picture.title}"')
    described = page.get_by_role(role, name=picture.title, exact=True)  # type: ignore[arg-type]
    assert described.evaluate("svg => svg.querySelector(':scope > desc').textContent") == picture.description


def test_links_in_a_picture_are_links_with_whole_names(page: Page) -> None:
    snapshot = page.locator("svg[aria-labelledby='pathway-title']").aria_snapshot()
    assert 'link "1 Get ready Know what is already known, and whose safety is at stake, before you meet. 2 safety stops"' in snapshot
    assert "/url: ../stages/get-ready/" in snapshot
    directions = page.locator("svg[aria-labelledby='directions-title']").aria_snapshot()
    assert "4: No difference in reoffending was found" in directions


def test_a_picture_without_links_shows_only_its_name_and_its_description(page: Page) -> None:
    assert page.locator("svg[aria-labelledby='bands-title']").aria_snapshot() == '- img "Bands of A place to live"'
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    bands = next(node for node in tree if node.get("name", {}).get("value") == GALLERY["bands"].title)
    assert bands["role"]["value"] == "image"
    assert bands["description"]["value"] == GALLERY["bands"].description


def test_the_keyboard_reaches_every_link_and_shows_where_it_is(page: Page) -> None:
    page.locator("[aria-label='Frame of pathway']").focus()
    seen = []
    for _ in STAGES:
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.getAttribute('href')"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 3
    assert seen == [f"../stages/{name}/" for name in ("get-ready", "start", "understand", "plan", "work-and-connect", "review", "end-well")]


@pytest.mark.parametrize("width", [390, 320, 1280])
def test_no_text_is_smaller_than_12_pixels_and_the_page_never_scrolls_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    sizes = page.evaluate("""[...document.querySelectorAll('svg')].map(svg => svg.getScreenCTM().a
        * Math.min(...[...svg.querySelectorAll('text')].map(text => parseFloat(getComputedStyle(text).fontSize))))""")
    page.set_viewport_size({"width": 390, "height": 800})
    assert len(sizes) == len(GALLERY)
    assert min(sizes) >= 11.99
    assert page.evaluate("document.querySelector('.frame').getBoundingClientRect().right <= innerWidth")


def test_a_picture_that_fits_does_not_scroll_on_a_phone(page: Page) -> None:
    scrolling = page.evaluate("""[...document.querySelectorAll('.frame')].filter(frame => frame.scrollWidth > frame.clientWidth + 1)
        .map(frame => frame.getAttribute('aria-label'))""")
    assert scrolling == ["Frame of theory"]


@pytest.mark.skipif(not FONT.exists(), reason="the theme carries no font yet")
def test_the_width_table_is_true_to_the_font(page: Page) -> None:
    measured = page.evaluate("""[...document.querySelectorAll('svg text')].map(text => [text.textContent,
        parseFloat(text.getAttribute('font-size')), text.getAttribute('font-weight') === '700', text.getComputedTextLength()])""")
    assert page.evaluate("document.fonts.check('15px Ours')")
    for text, size, bold, width in measured:
        expected = measure(text, Lettering(size, bold=bold))
        assert 0.93 * expected <= width <= expected, text


def test_marks_that_are_links_are_large_enough_to_press(page: Page) -> None:
    sides = page.evaluate("""[...document.querySelectorAll("svg[aria-labelledby='directions-title'] a")]
        .map(link => link.getBoundingClientRect()).map(box => Math.min(box.width, box.height))""")
    assert min(sides) >= 24


def test_axe_finds_nothing(page: Page) -> None:
    results = Axe().run(page)
    assert [violation["id"] for violation in results.response["violations"]] == []


def test_hostile_titles_run_nothing(page: Page, tmp_path: Path) -> None:
    stages = tuple(stage.model_copy(update={"title": text, "purpose": text}) for stage, text in zip(STAGES * 2, HOSTILE, strict=False))
    named = tuple(stage.model_copy(update={"id": f"stage-{number}"}) for number, stage in enumerate(stages))
    assert page.context.browser
    other = page.context.browser.new_page()
    dialogs: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    other.on("dialog", dismiss)
    _show(other, {"hostile": draw_pathway(named, key="hostile", link_of=link_of)}, tmp_path / "index.html")
    assert other.locator("script, img, main style").count() == 0
    assert other.locator("svg").count() == 1
    assert dialogs == []
    other.close()
