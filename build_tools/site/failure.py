"""What keeps a site from being built though its definitions are sound."""

from collections.abc import Iterator
from contextlib import contextmanager

from practice_models.evaluation.regressions import EstimationMissingError


class SiteError(Exception):
    """A tool that the site needs has failed or is missing: MkDocs, a plug-in, a template, the search indexer, an extra."""


@contextmanager
def told_what_is_missing() -> Iterator[None]:
    """Say which extra a worked example needs where it is not installed.

    Raises:
        SiteError: With what to install.
    """
    try:
        yield
    except EstimationMissingError as error:
        raise SiteError(f"a worked example cannot be run: {error}") from error
