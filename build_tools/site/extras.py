"""Extras of this package that not everybody installs, and what to say where one is missing."""

from collections.abc import Iterator
from contextlib import contextmanager

from build_tools.site.failure import SiteError
from practice_models.examples import EstimationMissingError


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
