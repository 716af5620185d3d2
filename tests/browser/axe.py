"""What axe-core finds on a page, as lines to read."""

from collections.abc import Sequence
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""WCAG 2.2 at levels A and AA, and what is good practice beside it."""
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that can find something else in another colour scheme."""

_RUN = """
async ([include, kind, values]) => {
  const context = include.length ? {include} : document;
  const found = await axe.run(context, {runOnly: {type: kind, values}, resultTypes: ["violations"]});
  return found.violations;
}
"""


def find_violations(page: Page, *within: str, rules: Sequence[str] = ()) -> list[str]:
    """Each violation on a page, with the element and what to mend.

    Args:
        page: The page, in the state to be looked at.
        within: Selectors of the parts to look at; the whole page without any.
        rules: The rules to hold it to; those of `TAGS` without any.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(_RUN, [list(within), "rule" if rules else "tag", rules or TAGS])
    return [f"{page.url} {rule['id']}: {' '.join(map(str, node['target']))}: {_message(node)}" for rule in found for node in rule["nodes"]]


def _message(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)
