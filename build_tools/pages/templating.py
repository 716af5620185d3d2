"""The templates of pages; compiled ones can be kept on disk."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined

from build_tools.pages.tables import label_cells


@cache
def page_templates(compiled: Path | None) -> Environment:
    """The templates of pages; every value put into them is escaped unless it is known to be safe.

    Args:
        compiled: The folder where compiled templates are kept; None for nowhere.
    """
    environment = Environment(
        loader=PackageLoader("build_tools.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        comment_start_string="{##",  # `{#` opens the id of a heading
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["label_cells"] = label_cells
    if compiled:
        compiled.mkdir(parents=True, exist_ok=True)
        environment.bytecode_cache = FileSystemBytecodeCache(str(compiled))
    return environment
