"""The options that stand under `plugins: - practice:` in mkdocs.yml, typed for MkDocs."""

from datetime import date

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from build_tools.project import Options

_DEFAULT = Options()


class PracticeConfig(Config):  # type: ignore[no-untyped-call]  # how MkDocs makes a class of it
    """What an author sets for the plug-in. `build_tools.project` reads the same, with the place of each in the file."""

    definitions = c.Type(str, default=_DEFAULT.definitions)
    """The folder of definitions, relative to the project."""
    reference = c.ListOfItems(c.Type(str), default=list(_DEFAULT.reference))
    """The Python packages whose docstrings become the reference."""
    as_of = c.Optional(c.Type((str, date)))
    """The day by which reviews count as overdue; without one the reader's clock decides."""
