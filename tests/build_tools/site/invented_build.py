"""`python -m tests.build_tools.site.invented_build FOLDER`: builds an invented project as a command would; tells whether it had to."""

import sys
from dataclasses import replace
from pathlib import Path

from build_tools.project import read_project
from build_tools.site.engine import build_site
from tests.build_tools.site import invented

if __name__ == "__main__":
    project = replace(read_project(Path(sys.argv[1])), theme=Path("/no theme of our own"))
    try:
        print(build_site(project, invented.plan_site).changed)
    except KeyboardInterrupt:
        sys.exit(130)
