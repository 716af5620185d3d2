"""The command line: arguments, progress and exit codes. What the commands do is done elsewhere.

Exit codes: 0 all is well, 1 problems in definitions or pages, 2 wrong use.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.site.failure import SiteError
from practice_models.problems import DefinitionError, Problem

if TYPE_CHECKING:
    from build_tools.project import Project
    from build_tools.site.plan import SitePlan


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: What stands after `practice`; the process's own arguments by default.

    Returns:
        The exit code.
    """
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except DefinitionError as error:
        _show(error.problems)
        return 1
    except SiteError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; the last good site is as it was", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="practice", description="Versioned practice guides from structured definitions.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="read and check every definition; build nothing")
    check.set_defaults(command=_check)
    build = commands.add_parser("build", help="check, then build the whole site")
    build.set_defaults(command=_build)
    build.add_argument("--site", type=Path, metavar="FOLDER", help="build into another folder")
    build.add_argument("--fresh", action="store_true", help="build everything again, whatever is in the cache")
    serve = commands.add_parser("serve", help="show the site and build again on every change")
    serve.set_defaults(command=_serve)
    serve.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="where to show it (127.0.0.1:8000)")
    schema = commands.add_parser("schema", help="write the JSON Schemas of the vocabulary for editors")
    schema.set_defaults(command=_schema)
    schema.add_argument("--into", type=Path, default=Path("schemas"), metavar="FOLDER", help="the folder (schemas)")
    for command in (check, build, serve):
        command.add_argument("--project", type=Path, default=Path(), metavar="FOLDER", help="the project's folder (this one)")
        command.add_argument("--as-of", type=_day, metavar="DATE", help="the day by which reviews count as overdue")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day; write it as 2026-11-23") from error


def _schema(options: argparse.Namespace) -> int:
    from practice_models.vocabulary.schema import write_schemas  # noqa: PLC0415 - commands load only what they use

    print(f"{len(write_schemas(options.into))} schemas in {options.into}")
    return 0


def _show(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)
    files = len({problem.place.file for problem in problems})
    print(f"{_count(len(problems), 'problem')} in {_count(files, 'file')}", file=sys.stderr)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"


def _check(options: argparse.Namespace) -> int:
    from build_tools.site.guidance import read_checked_library  # noqa: PLC0415

    library = read_checked_library(_project(options))
    print(f"{_count(len(library.editions), 'edition')}, no problems")
    return 0


def _project(options: argparse.Namespace) -> "Project":
    from build_tools.project import read_project  # noqa: PLC0415

    project = read_project(options.project, os.environ)
    if options.as_of is not None:
        project = replace(project, options=replace(project.options, as_of=options.as_of))
    return project


def _build(options: argparse.Namespace) -> int:
    from build_tools.site.engine import build_site  # noqa: PLC0415
    from build_tools.terminal import TerminalProgress  # noqa: PLC0415

    project = _project(options)
    if options.site is not None:
        project = replace(project, site=options.site.resolve())
    if options.fresh:
        shutil.rmtree(project.cache, ignore_errors=True)
        project.site.joinpath(".practice.json").unlink(missing_ok=True)
    result = build_site(project, _plan_site, progress=TerminalProgress())
    shown = project.relative(result.site)
    print(
        f"{shown}: {_count(result.pages, 'page')}, {sum(result.rendered.values())} written anew"
        if result.changed
        else f"{shown}: nothing has changed"
    )
    return 0


def _plan_site(project: "Project") -> "SitePlan":
    """The plan of the site; what makes it is loaded only where there is something to do."""
    from build_tools.site.guidance import plan_site  # noqa: PLC0415

    return plan_site(project)


def _serve(options: argparse.Namespace) -> int:
    from build_tools.site.serving import serve_site  # noqa: PLC0415

    serve_site(_project(options), options.address)
    return 0
