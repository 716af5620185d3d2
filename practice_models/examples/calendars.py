"""Working days: Monday to Friday without the public holidays of a named calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

ENGLAND_AND_WALES = "england-and-wales"
_NAMED = {
    ENGLAND_AND_WALES: ("GB", "ENG"),
    "scotland": ("GB", "SCT"),
    "northern-ireland": ("GB", "NIR"),
}
PLAIN = "monday-to-friday"
"""The calendar without holidays."""


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days are working days."""

    country: str
    """ISO 3166-1 code, or nothing for a calendar without holidays."""
    subdivision: str | None = None

    def is_working_day(self, day: date) -> bool:
        """Whether people work on a day."""
        return day.weekday() < 5 and day not in _holidays(self.country, self.subdivision, day.year)

    def add(self, day: date, working_days: int) -> date:
        """The day that lies a number of whole working days after another; with 0 it is the same day."""
        while working_days > 0:
            day += timedelta(days=1)
            working_days -= self.is_working_day(day)
        return day

    def holidays(self, first: date, last: date) -> Iterator[date]:
        """The holidays in a span of days, both ends included, that fall on a Monday to Friday."""
        for offset in range((last - first).days + 1):
            day = first + timedelta(days=offset)
            if day.weekday() < 5 and not self.is_working_day(day):
                yield day


@lru_cache(maxsize=256)
def find_calendar(name: str) -> WorkingCalendar | None:
    """The calendar with a name, or None where there is none.

    Args:
        name: One of `calendar_names`, or a country by its ISO 3166 code, with a part of it if need be: `IE`, `DE-BY`.
    """
    if name == PLAIN:
        return WorkingCalendar("")
    if name in _NAMED:
        return WorkingCalendar(*_NAMED[name])
    country, _, part = name.partition("-")
    parts = _supported().get(country)
    if parts is None or (part and part not in parts):
        return None
    return WorkingCalendar(country, part or None)


def calendar_names() -> tuple[str, ...]:
    """The names of calendars that are not just a country's code."""
    return (*_NAMED, PLAIN)


@cache
def _supported() -> dict[str, list[str]]:
    from holidays import list_supported_countries  # noqa: PLC0415 - a large library, loaded only where days are counted

    return list_supported_countries()


@cache
def _holidays(country: str, subdivision: str | None, year: int) -> frozenset[date]:
    if not country:
        return frozenset()
    from holidays import country_holidays  # noqa: PLC0415 - as above

    return frozenset(country_holidays(country, subdiv=subdivision, years=year))
