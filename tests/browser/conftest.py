"""What the browser tests share: each site built once for all processes, a server for it, and one browser a process."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from build_tools.site.lock import hold_lock
from build_tools.site.progress import Silence
from tests.browser.chromium import find_chromium
from tests.browser.serving import serve
from tests.browser.site_pages import Site
from tests.browser.watching import Watch
from tests.sites.building import build_listening, build_repository

REVIEWED_BY = date(2027, 11, 23)
"""The day by which the edition in force of the tiny site is to be reviewed."""
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--force-color-profile=srgb",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
"""Nothing of the browser itself leaves this machine, whatever a page asks for."""

PATIENCE = 15_000
"""How long to wait for what should happen at once, in milliseconds: machines that test are busy."""

OpenPage = Callable[..., Page]
"""Opens a page of a site in a window of its own: `open_page(site, url, width=390, color_scheme="dark", …)`."""


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this test run that all of its processes see."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def _built_once(folder: Path, build: Callable[[Path], Path]) -> Path:
    """The site that the first process built; the others wait for it."""
    with hold_lock(folder.with_suffix(".lock"), Silence()):
        if not (folder / "site").exists():
            return build(folder)
    return folder / "site"


@pytest.fixture(scope="session")
def listening(shared_folder: Path) -> Iterator[Site]:
    """The tiny site."""
    folder = _built_once(shared_folder / "listening", build_listening)
    with serve(folder) as address:
        yield Site(folder, address)


@pytest.fixture(scope="session")
def listening_after_review(shared_folder: Path) -> Iterator[Site]:
    """The tiny site as it is built for a day after its review date."""
    after = date.fromordinal(REVIEWED_BY.toordinal() + 1)
    folder = _built_once(shared_folder / "listening-after-review", lambda folder: build_listening(folder, as_of=after))
    with serve(folder) as address:
        yield Site(folder, address)


@pytest.fixture(scope="session")
def whole(shared_folder: Path) -> Iterator[Site]:
    """The whole site of this repository."""
    folder = _built_once(shared_folder / "whole", build_repository)
    with serve(folder) as address:
        yield Site(folder, address)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a process."""
    chromium = find_chromium()
    if chromium is None:
        pytest.fail("there is no Chromium; run: python -m tests.browser.chromium")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens pages, each in a window and with a memory of its own; whatever a test does, they must behave."""
    watches: list[Watch] = []
    with ExitStack() as stack:

        def open_one(site: Site, url: str = "", *, width: int = 1280, height: int = 900, **options: Any) -> Page:
            context = browser.new_context(
                viewport={"width": width, "height": height}, locale="en-GB", timezone_id="Europe/London", **options
            )
            stack.callback(context.close)
            watches.append(Watch(site.address))
            watches[-1].begin(context)
            page = context.new_page()
            page.goto(site.address + url)
            return page

        yield open_one
    faults = [fault for watch in watches for fault in watch.faults]
    assert not faults, "\n".join(faults)
