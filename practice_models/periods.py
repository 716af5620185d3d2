"""Months and spans of time: in words, and added to a day."""

import calendar
import re
from datetime import datetime, timedelta

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
"""Their names, whatever language the machine speaks."""
_PARTS = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_UNITS = ("year", "month", "week", "day", "hour", "minute")


def month_text(text: str) -> str:
    """A month in words, or a year as it is: `2027-02` is `February 2027`.

    Args:
        text: The beginning of a day as ISO 8601 writes it: `2027-02` or `2027`.
    """
    year, _, month = text.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def duration_text(duration: str) -> str:
    """An ISO 8601 duration in words: `P6W` is `6 weeks`.

    Args:
        duration: Such as `P6W`, `P1Y6M` or `PT24H`.
    """
    numbers = zip(_numbers(duration), _UNITS, strict=True)
    return " and ".join(f"{number} {unit}{'s' * (number != 1)}" for number, unit in numbers if number is not None)


def add_duration(moment: datetime, duration: str) -> datetime:
    """The moment that lies a duration after another; the 31st plus a month is the last day of the next month.

    Args:
        moment: Where to start.
        duration: In calendar time, such as `P6W`.
    """
    years, months, weeks, days, hours, minutes = (number or 0 for number in _numbers(duration))
    month = moment.month - 1 + months + 12 * years
    year, month = moment.year + month // 12, month % 12 + 1
    day = min(moment.day, calendar.monthrange(year, month)[1])
    return moment.replace(year=year, month=month, day=day) + timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)


def counts_hours(duration: str) -> bool:
    """Whether a duration is counted in hours or minutes, so that the time of day matters."""
    return "T" in duration


def _numbers(duration: str) -> tuple[int | None, ...]:
    found = _PARTS.fullmatch(duration)
    return tuple(int(number) if number else None for number in found.groups()) if found else (None,) * 6
