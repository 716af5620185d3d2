"""The results of worked examples as data: the same from the build, the command line and Python."""

import json
from collections.abc import Iterable
from typing import Any

from practice_models.examples.running import ExampleRun


def export_results(runs: Iterable[ExampleRun]) -> str:
    """What worked examples come to, as JSON: a list of edition, example, kind and result, in the order given.

    Args:
        runs: Examples, run. The result of one that cannot be worked out is null.
    """
    return json.dumps([_exported(run) for run in runs], indent=2, ensure_ascii=False) + "\n"


def _exported(run: ExampleRun) -> dict[str, Any]:
    return {
        "edition": run.edition.name,
        "example": run.example.id,
        "kind": run.example.case_field,
        "result": run.run.result.model_dump(mode="json") if run.run else None,
        **({"may_say": run.run.may_say} if run.run and run.run.may_say else {}),
    }
