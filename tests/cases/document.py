"""Writes the reference of problems from the cases, so that every message in the docs is one that was really given.

Run `python -m tests.cases.document` after changing a case.
"""

from pathlib import Path

from practice_models.problems import CODES
from tests.cases.story import Case, all_cases

PAGE = Path(__file__).parent.parent.parent / "docs" / "reference" / "problems.md"
_HEAD = """\
# Problems and how to put them right

When definitions are read and checked, every problem of every file is shown at once. Each has a code, the file, line
and column, what was found and what was allowed. This page has a section for each code: why it is a problem, an
example that gives it with the exact message, and the same lines put right.

The examples come from the project's own tests, so the messages are those that you will see.

| Codes | What they are about |
| --- | --- |
| PG1xx | The file as text: is it YAML, and safe to read? |
| PG2xx | The shape of one element: its keys and values. |
| PG3xx | Names and links: does everything lead somewhere? |
| PG4xx | Sources: can a reader look up what is claimed? |
| PG5xx | The pathway: can every stage and practice be reached? |
| PG60x | Rules: do scales, bands, alerts and caps make sense? |
| PG65x | Questionnaires: can they be asked, and can software take them? |
| PG7xx | Editions: dates, folders, and what an edition in force must have. |
| PG80x | Plain English. |
| PG85x | Worked examples: can they be worked out, does the expected come out, is every rule shown? |
| PG9xx | The finished site: pages and links. |
"""


def problems_page() -> str:
    """The whole page as Markdown."""
    return _HEAD + "".join(_section(case) for case in all_cases())


def _section(case: Case) -> str:
    bad = _shortened(case.bad)
    good = f'\nPut right:\n\n```{_language(case)} title="{case.file}"\n{case.sound.rstrip()}\n```\n' if case.sound else ""
    says = "\n".join(case.says)
    return (
        f"\n## {case.code}: {CODES[case.code].rstrip('.')} {{#{case.code.lower()}}}\n\n{case.why}\n\n"
        f'```{_language(case)} title="{case.file}"\n{bad}\n```\n\n```text\n{says}\n```\n{good}'
    )


def _language(case: Case) -> str:
    return "markdown" if case.file.endswith(".md") else "yaml"


def _shortened(text: str) -> str:
    if not text.strip():
        return "# (these lines are missing)"
    return text.rstrip()


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(problems_page(), encoding="utf-8")
