"""The calendar of a proven-reoffending study: when follow-up ends, when courts have caught up, when anything can be known."""

from dataclasses import dataclass
from datetime import date, datetime

from practice_models.periods import add_duration

FOLLOW_UP = "P12M"
"""A reoffence counts when it is committed within a year of the index event."""
WAITING = "P6M"
"""And when a conviction or caution for it follows within that year or six months more."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The days on which a cohort's result depends."""

    first_start: date
    last_start: date
    followed_until: date
    """The day on which the last person's year is over."""
    courts_until: date
    """The day on which the last conviction or caution can still count. Matching and analysis begin after it."""


def follow_up_calendar(first_start: date, last_start: date) -> FollowUp:
    """When the proven reoffending of a cohort can be known.

    Args:
        first_start: The day on which the first person starts.
        last_start: The day on which the last person starts, no earlier.

    Raises:
        ValueError: Where the days are not in order.

    Source:
        Ministry of Justice, proven reoffending statistics: one year of follow-up and six months for courts to decide.
    """
    if last_start < first_start:
        raise ValueError(f"the last start, {last_start}, lies before the first, {first_start}")
    followed = add_duration(datetime.combine(last_start, datetime.min.time()), FOLLOW_UP)
    courts = add_duration(followed, WAITING)
    return FollowUp(first_start, last_start, followed.date(), courts.date())
