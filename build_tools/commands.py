"""The commands of the command line: the options of each, and what it calls."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.arguments import (
    WrongUse,
    check_address_is_free,
    check_project_folder,
    check_site_folder,
    read_address,
    read_day,
    read_folder_name,
    read_try,
)
from build_tools.terminal import TerminalProgress, count, show_log

if TYPE_CHECKING:
    from build_tools.project import Project
    from build_tools.site.engine import BuildResult
    from build_tools.site.plan import SitePlan
    from practice_models.library import Library

ADDRESS = "127.0.0.1:8000"
"""Where a site is shown unless somebody says otherwise."""


def run_command(arguments: Sequence[str] | None) -> bool:
    """Run one command to its end.

    Args:
        arguments: What stands after `practice`; the process's own arguments by default.

    Returns:
        Whether there was a command to run; where there was none, what there is has been shown.
    """
    parser = make_parser()
    options = parser.parse_args(arguments)
    if options.run is None:
        parser.print_help(sys.stderr)
        return False
    options.run(options)
    return True


def make_parser() -> argparse.ArgumentParser:
    """Every command with its options; each has its place in `docs/reference/commands.md`."""
    purpose = "Versioned practice guides from structured definitions."
    parser = argparse.ArgumentParser(prog="practice", description=purpose, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"practice {version('practice-guides')}", help="show the version and end")
    parser.set_defaults(run=None)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")

    def add(name: str, run: Callable[[argparse.Namespace], None], about: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=about, description=f"{about[:1].upper()}{about[1:]}.", allow_abbrev=False)
        command.set_defaults(run=run)
        return command

    check = add("check", _check, "read and check every definition; build nothing")
    build = add("build", _build, "check, then build the whole site")
    build.add_argument("--site", type=read_folder_name, metavar="FOLDER", help="build into another folder")
    build.add_argument("--as-of", type=read_day, metavar="DATE", help="the day by which reviews count as overdue")
    build.add_argument("--fresh", action="store_true", help="build everything again, whatever is in the cache")
    serve = add("serve", _serve, "build the site, show it, and build again on every change")
    where = f"where to show it ({ADDRESS})"
    serve.add_argument("--address", type=read_address, default=ADDRESS, metavar="HOST:PORT", help=where)
    examples = add("examples", _examples, "list and run the worked examples, or work out a case of your own")
    examples.add_argument("--accept", action="store_true", help="write what came out into the examples' files")
    examples.add_argument("--edition", metavar="GUIDE[@VERSION]", help="only this guide's examples, or only this edition's")
    examples.add_argument("--json", action="store_true", help="print results as JSON")
    examples.add_argument("words", nargs="*", metavar="try FILE", help="work out the case in a file of your own")
    evaluate = add("evaluate", _evaluate, "list the handbook's calculations, or work out one of them")
    evaluate.add_argument("--json", action="store_true", help="print the methods, or the result, as JSON")
    what = "a method and its inputs; NAME --help shows them"
    evaluate.add_argument("words", nargs=argparse.REMAINDER, metavar="NAME [--INPUT VALUE ...]", help=what)
    for command in (check, build, serve, examples):
        command.add_argument("--project", type=Path, default=Path(), metavar="FOLDER", help="the project's folder (this one)")
    schema = add("schema", _schema, "write the JSON Schemas of the vocabulary, for editors")
    schema.add_argument("--into", type=read_folder_name, default=Path("schemas"), metavar="FOLDER", help="the folder (schemas)")
    add("vocabulary", _vocabulary, "print every word that a definition can use, as a page of Markdown")
    return parser


def _project(options: argparse.Namespace) -> "Project":
    from build_tools.project import read_project  # noqa: PLC0415 - commands load only what they use

    return read_project(check_project_folder(options.project), os.environ)


def _check(options: argparse.Namespace) -> None:
    from build_tools.site.guidance import read_checked_library  # noqa: PLC0415

    project = _project(options)
    with TerminalProgress() as progress:
        progress.started("Reading and checking definitions", 0)
        library = read_checked_library(project)
    print(f"{count(len(library.editions), 'edition')}, no problems")


def _examples(options: argparse.Namespace) -> None:
    from build_tools.examples import accept_examples, list_examples, try_file  # noqa: PLC0415

    words = read_try(options.words)
    if words is not None and options.accept:
        raise WrongUse("--accept goes with the worked examples, not with 'try'")
    library = _sound_library(options)
    if words is not None:
        try_file(words, library, options.edition, as_json=options.json)
    elif options.accept:
        accept_examples(_project(options), library, options.edition)
    else:
        list_examples(_project(options), library, options.edition, as_json=options.json)


def _evaluate(options: argparse.Namespace) -> None:
    from build_tools.evaluation import evaluate  # noqa: PLC0415

    evaluate(options.words, as_json=options.json)


def _sound_library(options: argparse.Namespace) -> "Library":
    from build_tools.site.guidance import read_sound_library  # noqa: PLC0415

    return read_sound_library(_project(options))


def _build(options: argparse.Namespace) -> None:
    project = _project(options)
    if options.as_of is not None:
        project = replace(project, options=replace(project.options, as_of=options.as_of))
    if options.site is not None:
        project = replace(project, site=options.site.resolve())
        check_site_folder(project)
    _tell(_make(project, fresh=options.fresh))


def _make(project: "Project", *, fresh: bool = False) -> "BuildResult":
    """The project's site, built where anything has changed, with progress shown."""
    from build_tools.afresh import forget_builds  # noqa: PLC0415
    from build_tools.site.engine import build_site  # noqa: PLC0415

    with TerminalProgress() as progress:
        if fresh:
            forget_builds(project, progress)
        return build_site(project, _plan_site, progress=progress)


def _tell(result: "BuildResult") -> None:
    here = Path.cwd()
    shown = result.site.relative_to(here) if result.site.is_relative_to(here) else result.site
    written = f"{count(result.pages, 'page')}, {sum(result.rendered.values())} written anew"
    print(f"{shown}: {written if result.changed else 'nothing has changed'}")


def _plan_site(project: "Project") -> "SitePlan":
    """The plan of the site; what makes it is loaded only where there is something to do."""
    from build_tools.site.guidance import plan_site  # noqa: PLC0415

    return plan_site(project)


def _serve(options: argparse.Namespace) -> None:
    from build_tools.site.serving import serve_site  # noqa: PLC0415

    project = _project(options)
    check_address_is_free(options.address)
    _tell(_make(project))
    sys.stdout.flush()
    show_log()
    serve_site(project, options.address)


def _schema(options: argparse.Namespace) -> None:
    from practice_models.vocabulary.schema import write_schemas  # noqa: PLC0415

    print(f"{len(write_schemas(options.into))} schemas in {options.into}")


def _vocabulary(_: argparse.Namespace) -> None:
    from practice_models.vocabulary.reference import vocabulary_page  # noqa: PLC0415

    sys.stdout.write(vocabulary_page())
