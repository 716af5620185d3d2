"""When a pilot can know its proven reoffending: the follow-up, the wait for courts, and the result."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from practice_models.evaluation.ranges import require
from practice_models.periods import add_duration, month_text

MOST_MONTHS = 240
"""The most months that a calendar takes for any of its spans."""
RESULTS_MONTHS = 9
"""How many months after the courts' time a result is expected where nobody says otherwise. It is an assumption: three until the
records are complete and drawn, and six to match, check and publish."""


@dataclass(frozen=True, slots=True)
class FollowUpCalendar:
    """The days by which something is known of everybody."""

    first_start: date
    last_start: date
    followed_up_to: date
    """The day on which the last person's follow-up ends."""
    waited_to: date
    """The last day on which a conviction or caution for an offence within the follow-up still counts."""
    earliest_analysis: date
    """The first day on which the data can be complete."""
    results_months: int
    """Months from the courts' last day to a result: an assumption."""
    results_about: date
    """When a result may be expected, if the assumption holds."""

    @property
    def may_say(self) -> str:
        """What may and what may not be said, in one sentence."""
        start, end = _month(self.first_start), _month(self.last_start)
        starts = f"in {start}" if start == end else f"from {start} to {end}"
        months = f"{self.results_months} month{'s' * (self.results_months != 1)}"
        return (
            f"People who start {starts} are followed up to {_month(self.followed_up_to)} and courts have until {_month(self.waited_to)}, "
            f"so if a result then takes {months}, which nobody promises, nothing said before about {_month(self.results_about)} "
            "may be called a result on proven reoffending."
        )


def plan_follow_up(
    first_start: date, last_start: date, follow_up_months: int = 12, waiting_months: int = 6, results_months: int = RESULTS_MONTHS
) -> FollowUpCalendar:
    """The calendar of proven reoffending for people who start within some time.

    Args:
        first_start: The day on which the first person starts: the index date, from which offences count.
        last_start: The day on which the last person starts, not before the first.
        follow_up_months: Months in which offences count, at least 1.
        waiting_months: Further months in which a conviction or caution counts, at least 0.
        results_months: Months from then to a result, at least 0; an assumption, for nobody promises it.

    Raises:
        ValueError: Where the days are out of order or a number of months is out of range.

    Source:
        Ministry of Justice, Guide to Proven Reoffending Statistics: a one-year follow-up and a further six months for the offence to
        be proven.
    """
    if last_start < first_start:
        raise ValueError(f"last_start is {last_start}; expected {first_start} or later, for the first start is then")
    require("follow_up_months", follow_up_months, 1, MOST_MONTHS)
    require("waiting_months", waiting_months, 0, MOST_MONTHS)
    require("results_months", results_months, 0, MOST_MONTHS)
    followed = _later(last_start, follow_up_months)
    waited = _later(last_start, follow_up_months + waiting_months)
    results = _later(last_start, follow_up_months + waiting_months + results_months)
    return FollowUpCalendar(first_start, last_start, followed, waited, waited + timedelta(days=1), results_months, results)


def _later(day: date, months: int) -> date:
    """The same day of the month some months later, or the month's last day where it is shorter."""
    return add_duration(datetime.combine(day, time()), f"P{months}M").date()


def _month(day: date) -> str:
    return month_text(day.isoformat()[:7])
