"""Makes the README's picture: the home page beside a practice page. `python -m tests.docs.screenshot`, after a change of the look."""

import base64
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import find_chromium
from tests.browser.serving import serve
from tests.sites.building import build_repository

PICTURE = Path(__file__).parent.parent.parent / "docs" / "assets" / "screenshot.png"
PAGES = (("", "body"), ("interchange/3.0.0/practices/visit-at-home/", ".pg-safety--brief"))
"""What is shown, from left to right: a page, and what of it stands at the top."""
_WIDTH, _HEIGHT = 700, 820
_TO_THE_TOP = "(element) => window.scrollTo(0, element.getBoundingClientRect().top - 80)"
_FRAME = """
<style>
  body {{ margin: 0; padding: 20px; display: flex; gap: 20px; background: #d5dfdd; width: max-content }}
  img {{ display: block; border-radius: 8px }}
</style>{}
"""


def take(site: Path, picture: Path) -> None:
    """Write the picture of a built site."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    with serve(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        shots = [_shoot(browser, address + url, top) for url, top in PAGES]
        page = browser.new_page(viewport={"width": 2 * _WIDTH + 60, "height": _HEIGHT + 40})
        page.set_content(_FRAME.format("".join(f'<img alt="" src="data:image/png;base64,{shot}">' for shot in shots)))
        page.screenshot(path=picture)
        browser.close()


def _shoot(browser: Browser, url: str, top: str) -> str:
    page = browser.new_page(viewport={"width": _WIDTH, "height": _HEIGHT}, color_scheme="light", reduced_motion="reduce")
    page.goto(url)
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(500)
    page.locator(top).evaluate(_TO_THE_TOP)
    page.wait_for_timeout(500)
    return base64.b64encode(page.screenshot()).decode()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        take(build_repository(Path(folder)), PICTURE)
    print(f"{PICTURE}: {PICTURE.stat().st_size // 1000} KB")
