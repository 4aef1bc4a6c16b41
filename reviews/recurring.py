"""On which days a series meets: an RFC 5545 rule, read as days in the series' own time zone."""

from __future__ import annotations

import datetime
import re
import zoneinfo
from itertools import islice

from dateutil.rrule import rrule, rrulestr
from django.core.exceptions import ValidationError
from django.utils import timezone

# A cycle takes days at least. And a rule that never meets is searched for until the year 9999:
# of days, that would hold up whoever asks.
FREQUENCIES = ("WEEKLY", "MONTHLY", "YEARLY")
PARTS = re.compile(
    r"(?:(?:FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|WKST)=[A-Z0-9,+-]+;?)+"
)
LONGEST = 200


def clean_rule(rule: str) -> str:
    """Return a rule as it is kept, without the name in front; refuse one that is not understood."""
    cleaned = rule.strip().upper().removeprefix("RRULE:").rstrip(";")
    if len(cleaned) > LONGEST or not PARTS.fullmatch(cleaned):
        raise ValidationError(
            {
                "rule": "Write an RFC 5545 rule, such as FREQ=MONTHLY;BYDAY=1MO for each first Monday."
            }
        )
    parts = dict(part.split("=", 1) for part in cleaned.split(";"))
    if parts.get("FREQ") not in FREQUENCIES:
        raise ValidationError({"rule": f"FREQ is one of {', '.join(FREQUENCIES)}."})
    if "T" in parts.get("UNTIL", ""):
        raise ValidationError(
            {"rule": "A series meets on days: end UNTIL with one, as in 20271231."}
        )
    return cleaned


def check_meets(rule: str, begins_on: datetime.date) -> None:
    """Refuse a rule that can't be read, or that never meets."""
    try:
        met = next(iter(read(rule, begins_on)), None)
    except (ValueError, OverflowError) as error:
        raise ValidationError({"rule": f"This rule can't be read: {error}."}) from error
    if met is None:
        raise ValidationError({"rule": "This rule never meets; choose days that exist."})


def check_zone(name: str) -> None:
    """Refuse a time zone that nobody knows."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError({"time_zone": "Choose a zone of the IANA list: Europe/Berlin, UTC."})


def read(rule: str, begins_on: datetime.date) -> rrule:
    """Return the days of a rule, the first one on the day it begins or after."""
    start = datetime.datetime.combine(begins_on, datetime.time())
    found = rrulestr(rule, dtstart=start)
    assert isinstance(found, rrule), "a rule alone makes no set"
    return found


def at(day: datetime.date) -> datetime.datetime:
    """Return a day as the rules count it."""
    return datetime.datetime.combine(day, datetime.time())


def first_on_or_after(
    rule: str, begins_on: datetime.date, day: datetime.date
) -> datetime.date | None:
    """Return the first day of a rule that is not before a day; None once it is over."""
    met = read(rule, begins_on).after(at(day), inc=True)
    return met.date() if met else None


def last_on_or_before(
    rule: str, begins_on: datetime.date, day: datetime.date
) -> datetime.date | None:
    """Return the last day of a rule that is not after a day; None where it begins later."""
    met = read(rule, begins_on).before(at(day), inc=True)
    return met.date() if met else None


def coming(
    rule: str, begins_on: datetime.date, day: datetime.date, count: int
) -> list[datetime.date]:
    """Return the next days of a rule from a day on."""
    met = read(rule, begins_on).xafter(at(day), inc=True)
    return [one.date() for one in islice(met, count)]


def today_in(zone: str) -> datetime.date:
    """Return the day that it is in a time zone."""
    return timezone.localdate(timezone=zoneinfo.ZoneInfo(zone))
