"""How a build tells what it is doing; who shows it, and how, is the caller's."""

from typing import Protocol


class Progress(Protocol):
    """Hears how a build goes."""

    def started(self, stage: str, total: int) -> None:
        """A stage has begun.

        Args:
            stage: What is being done, in plain words: `Building volumes`.
            total: How many steps it has; 0 where that is not known.
        """

    def advanced(self, stage: str, done: int, total: int, what: str) -> None:
        """A step of a stage is done.

        Args:
            stage: The stage.
            done: How many steps are done.
            total: How many there are.
            what: What this step was: the name of a volume.
        """

    def finished(self, stage: str) -> None:
        """A stage has ended well."""

    def warned(self, message: str) -> None:
        """Something is not as it should be, but the site can be built."""


class Silence:
    """A progress that nobody watches."""

    def started(self, stage: str, total: int) -> None:
        """Nothing comes of it."""

    def advanced(self, stage: str, done: int, total: int, what: str) -> None:
        """Nothing comes of it."""

    def finished(self, stage: str) -> None:
        """Nothing comes of it."""

    def warned(self, message: str) -> None:
        """Nothing comes of it."""
