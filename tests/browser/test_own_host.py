"""No page asks another host for anything, none breaks its own policy, none reports an error."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.conftest import OpenPage
from tests.browser.serving import serve
from tests.browser.site_pages import Site
from tests.browser.watching import Watch

_BAD = """<!doctype html>
<meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'">
<title>Bad</title>
<p style="color: red">Styled in place</p>
<script>document.title = "scripted in place"</script>
<script src="missing.js"></script>
<img src="http://elsewhere.example/pixel.png" alt="">
"""


def test_no_kind_of_page_asks_elsewhere_breaks_its_policy_or_reports_an_error(open_page: OpenPage, whole: Site) -> None:
    page = open_page(whole)
    watch = Watch(whole.address)
    watch.begin(page.context)
    for each in whole.kinds:
        page.goto(whole.address + each.url)
    page.wait_for_load_state("networkidle")
    assert watch.asked
    assert not watch.faults, "\n".join(watch.faults)


def test_every_page_states_the_policy(whole: Site) -> None:
    without = [page.url for page in whole.pages if "default-src 'none'; script-src 'self'" not in page.html.partition("</head>")[0]]
    loose = [page.url for page in whole.pages if "'unsafe-" in page.html.partition("</head>")[0].replace("'wasm-unsafe-eval'", "")]
    assert (without, loose) == ([], [])


def test_a_page_that_does_all_of_this_is_seen(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(_BAD, encoding="utf-8")
    context = browser.new_context()
    with serve(tmp_path) as address:
        watch = Watch(address)
        watch.begin(context)
        context.new_page().goto(address, wait_until="networkidle")
        context.close()
    faults = "\n".join(watch.faults)
    assert "asked another host for http://elsewhere.example/pixel.png" in faults
    assert "404 for" in faults
    assert "policy: style-src-attr stopped" in faults
    assert "policy: script-src-elem stopped" in faults
