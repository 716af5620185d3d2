"""Days in words, whatever language the machine speaks."""

from datetime import date

from practice_models.periods import MONTHS

_JOINED = "\N{NO-BREAK SPACE}"


def day_text(day: date) -> str:
    """A day in full: `3 February 2027`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """A day without its year, never broken: `3 Feb`."""
    return f"{day.day}{_JOINED}{MONTHS[day.month - 1][:3]}"
