"""The sample pages, rendered once."""

import pytest

from tests.build_tools.theme.rendering import Rendered, render_pages
from tests.build_tools.theme.sample import GUIDANCE, NAV, PAGES


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rendered]:
    """Every sample page by its source URI."""
    return render_pages(tmp_path_factory.mktemp("theme"), PAGES, nav=NAV, extra={"guidance": GUIDANCE})


@pytest.fixture(scope="session")
def practice(rendered: dict[str, Rendered]) -> Rendered:
    """A practice of an edition in force."""
    return rendered["listening/2.0.0/practices/listen-first.md"]
