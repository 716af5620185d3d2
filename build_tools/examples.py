"""What `practice examples` does: lists and runs worked examples, accepts results, works out a reader's own case."""

import json
from collections.abc import Sequence
from pathlib import Path

from build_tools.arguments import WrongUse
from build_tools.project import Project
from build_tools.site.extras import told_what_is_missing
from build_tools.terminal import count
from practice_models.examples import ExampleRun, run_library
from practice_models.examples.accepting import accept
from practice_models.examples.coverage import cover
from practice_models.examples.exporting import export_results
from practice_models.examples.own_case import try_case
from practice_models.examples.telling import tell
from practice_models.library import Library
from practice_models.problems import DefinitionError


def list_examples(project: Project, library: Library, selection: str | None, *, as_json: bool) -> None:
    """Print every worked example with how it came out, and a summary.

    Raises:
        DefinitionError: With everything that is wrong with an example, once all have been listed.
        WrongUse: Where the selection names no edition.
    """
    runs = _selected(library, selection)
    if as_json:
        print(export_results(runs), end="")
    else:
        _print_list(runs)
    problems = {report.placed(project.root) for run in runs for report in run.reports}
    if problems:
        raise DefinitionError(problems)


def _print_list(runs: Sequence[ExampleRun]) -> None:
    for edition in dict.fromkeys(run.edition for run in runs):
        own = [run for run in runs if run.edition is edition]
        covered = cover(edition, own)
        whole = sum(not each.missing for each in covered)
        print(f"{edition.name}: {count(len(own), 'example')}, {whole} of {count(len(covered), 'rule')} shown")
        for run in own:
            print(f"  {'FAILS' if run.reports else 'good '}  {run.example.case_field:<11} {run.example.id}: {run.example.title}")
    print(f"{count(len(runs), 'example')} run, {sum(bool(run.reports) for run in runs)} failed")


def accept_examples(project: Project, library: Library, selection: str | None) -> None:
    """Write what came out into the files of the examples that expect something else.

    Raises:
        DefinitionError: Where an example cannot be worked out at all; the others are accepted all the same.
        WrongUse: Where the selection names no edition.
    """
    runs = _selected(library, selection)
    written = 0
    for run in runs:
        if run.run is None or not run.reports:
            continue
        origin = run.edition.origins["example", run.example.id]
        path = project.root / origin.file
        text = path.read_text(encoding="utf-8")
        case = (*origin.path, run.example.case_field)
        path.write_text(accept(text, case, run.example.case.expect, run.run.result), encoding="utf-8")
        print(f"{origin.file}: {run.example.id}")
        written += 1
    print(f"{count(written, 'example')} accepted; read what came out before you keep it")
    problems = {report.placed(project.root) for run in runs if run.run is None for report in run.reports}
    if problems:
        raise DefinitionError(problems)


def try_file(path: Path, library: Library, name: str | None, *, as_json: bool) -> None:
    """Print what a reader's own case comes to.

    Raises:
        DefinitionError: With everything that is wrong with the case.
    """
    with told_what_is_missing():
        edition, run = try_case(path, path.as_posix(), library, name)
    if as_json:
        print(json.dumps({"edition": edition.name, "result": run.result.model_dump(mode="json")}, indent=2, ensure_ascii=False))
        return
    print(f"By {edition.publication.title} {edition.head.version}:")
    for line in tell(run, edition):
        print(line)


def _selected(library: Library, selection: str | None) -> tuple[ExampleRun, ...]:
    with told_what_is_missing():
        runs = run_library(library)
    if selection is None:
        return runs
    guide, at, version = selection.partition("@")
    editions = [each for each in library.editions if each.publication.id == guide and (not at or each.head.version == version)]
    if not editions:
        raise WrongUse(f"there is no edition '{selection}'; there are {', '.join(edition.name for edition in library.editions)}")
    return tuple(run for run in runs if run.edition in editions)
