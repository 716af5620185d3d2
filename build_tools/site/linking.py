"""Files put in a second place: by a hard link, which costs nothing, or by a copy where links do not reach."""

import os
import shutil
from pathlib import Path


def place_file(source: Path, target: Path) -> None:
    """Make a file stand in a second place, whose folder exists; what stood there is replaced.

    The two share their bytes: neither may be changed in place.
    """
    try:
        os.link(source, target)
    except FileExistsError:
        target.unlink()
        place_file(source, target)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(source, target)


def place_tree(source: Path, target: Path) -> None:
    """Make every file under a folder stand at the same place under another folder."""
    for here, _, names in os.walk(source):
        there = target / Path(here).relative_to(source)
        there.mkdir(parents=True, exist_ok=True)
        for name in names:
            place_file(Path(here, name), there / name)
