"""The command line: runs a command, and tells in words and in an exit code how it ended.

Exit codes: 0 all is well, 1 problems in definitions, pages or values, 2 the command was used wrongly or could not do its work,
130 it was stopped. What the commands do is done elsewhere, and loaded only once somebody listens for Ctrl-C.
"""

import gc
import sys
from collections.abc import Sequence

GOOD, PROBLEMS, WRONG, STOPPED = 0, 1, 2, 130
"""The exit codes."""


def run() -> int:
    """The whole process of a command, to its exit code."""
    code = main()
    gc.freeze()  # what the process leaves need not be searched for garbage: that would take longer than a build with nothing to do
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: What stands after `practice`; the process's own arguments by default.

    Returns:
        The exit code.
    """
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        from build_tools.terminal import fall_silent  # noqa: PLC0415 - see the top

        fall_silent()
        return WRONG
    except KeyboardInterrupt:
        print("stopped; the last good site is in place", file=sys.stderr)
        return STOPPED
    return code


def _run(arguments: Sequence[str] | None) -> int:
    from build_tools.arguments import WrongUse, WrongValues  # noqa: PLC0415 - see the top
    from build_tools.commands import run_command  # noqa: PLC0415
    from build_tools.site.failure import SiteError  # noqa: PLC0415
    from build_tools.terminal import show_problems  # noqa: PLC0415
    from practice_models.problems import DefinitionError  # noqa: PLC0415

    try:
        return GOOD if run_command(arguments) else WRONG
    except DefinitionError as error:
        show_problems(error.problems)
        return PROBLEMS
    except (SiteError, WrongValues) as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    except WrongUse as error:
        print(f"practice: {error}", file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        raise
    except OSError as error:
        what = f"{str(error.filename).rstrip('/')}: {error.strerror}" if error.filename else error
        print(f"practice: {what}", file=sys.stderr)
        return WRONG
