"""Showing a site on this machine while it is being written."""

from mkdocs.commands.serve import serve

from build_tools.project import Project


def serve_site(project: Project, address: str) -> None:
    """Show the site until somebody stops it; build it again on every change.

    Args:
        project: The project.
        address: Where to show it: `127.0.0.1:8000`.
    """
    serve(config_file=str(project.config_file), dev_addr=address)
