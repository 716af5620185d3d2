"""What is typed on the command line, checked before anything is done with it."""

import argparse
import re
import socket
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from build_tools.project import CONFIG_NAMES, Project, check_place
from practice_models.problems import DefinitionError

_ADDRESS = re.compile(r"(?P<host>[^\s/]+):(?P<port>\d{1,5})\Z")
_PORTS = range(1, 65536)


class WrongUse(Exception):  # noqa: N818 - it is the user's slip that is named, as the exit codes name it
    """A command cannot do what it was asked to; nothing has been changed."""


class WrongValues(Exception):  # noqa: N818 - as above
    """Values that were typed are out of range or do not go together.

    Attributes:
        faults: Everything that is wrong with them, one message each.
    """

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


def read_day(text: str) -> date:
    """The day that a text spells, such as `2026-11-23`."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day; write it as 2026-11-23") from error


def read_folder_name(text: str) -> Path:
    """The folder that a text names; it need not exist, but it must not be a file."""
    path = Path(text)
    if path.exists() and not path.is_dir():
        raise argparse.ArgumentTypeError(f"'{text}' is a file; name a folder")
    return path


def read_address(text: str) -> str:
    """An address on this machine, such as `127.0.0.1:8000`."""
    found = _ADDRESS.match(text)
    if found is None or int(found["port"]) not in _PORTS:
        raise argparse.ArgumentTypeError(f"'{text}' is not an address; write it as 127.0.0.1:8000")
    return text


def read_try(words: Sequence[str]) -> Path | None:
    """The file that `try FILE` names, or None where nothing is to be tried.

    Raises:
        WrongUse: Where the words say something else.
    """
    if not words:
        return None
    if words[0] != "try" or len(words) != 2:
        raise WrongUse(f"'examples {' '.join(words)}' is not understood; write: practice examples try FILE")
    path = Path(words[1])
    if not path.is_file():
        raise WrongUse(f"there is no file '{path}'")
    return path


def check_project_folder(folder: Path) -> Path:
    """The folder, known to hold a project.

    Raises:
        WrongUse: Where it does not.
    """
    if not folder.exists():
        raise WrongUse(f"there is no folder '{folder}'")
    if not folder.is_dir():
        raise WrongUse(f"'{folder}' is a file; name the folder that it lies in")
    if not any((folder / name).is_file() for name in CONFIG_NAMES):
        raise WrongUse(f"there is no {CONFIG_NAMES[0]} in '{folder.resolve()}'; go to your project's folder, or name it with --project")
    return folder


def check_site_folder(project: Project) -> None:
    """Make sure that a site may be put where somebody asks for it: nothing is lost, and no source lies around it.

    Raises:
        WrongUse: Where something would be lost, or pages would be taken for sources.
    """
    try:
        check_place(project)
    except DefinitionError as error:
        raise WrongUse(error.problems[0].message) from error
    for source in (project.definitions, project.docs):
        if project.site.is_relative_to(source.resolve()):
            raise WrongUse(f"the site would lie inside '{project.relative(source)}', from which it is made; give it a folder of its own")


def check_address_is_free(address: str) -> None:
    """Make sure that a site can be shown at an address.

    Raises:
        WrongUse: Where another program is there already, or the address is not this machine's.
    """
    host, _, port = address.rpartition(":")
    try:
        family = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, int(port)), family=family).close()
    except OSError as error:
        raise WrongUse(f"nothing can be shown at {address}: {error.strerror or error}; name another with --address") from error
