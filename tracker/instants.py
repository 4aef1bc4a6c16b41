"""How an instant is written: always with its zone, read and shown alike."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format

EXAMPLE = "2026-11-22 18:00 UTC"


def parse_instant(text: str) -> datetime.datetime:
    """Return the instant that a text names, in UTC: day, time and zone, `2026-11-22 18:00 UTC`.

    The zone is `UTC`, an offset (`+01:00`) or a name (`Europe/Berlin`); ISO 8601 with an offset is
    read too. Without a zone, or where a clock was set back or forward over it, it is refused.
    """
    moment, _space, zone = " ".join(text.split()).rpartition(" ")
    if zone in ("UTC", "Z"):
        return local(moment, ZoneInfo("UTC"))
    if zone in available_timezones():
        return local(moment, ZoneInfo(zone))
    # An offset may stand apart, though ISO 8601 writes it close by.
    whole = f"{moment}{zone}" if zone[:1] in ("+", "-") else text.strip()
    try:
        instant = datetime.datetime.fromisoformat(whole)
    except ValueError as error:
        raise unreadable() from error
    if instant.tzinfo is None:
        raise unreadable()
    return instant.astimezone(datetime.UTC)


def local(text: str, zone: ZoneInfo) -> datetime.datetime:
    """Return the instant of a local time; one that a clock skips or shows twice is refused."""
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError as error:
        raise unreadable() from error
    if moment.tzinfo is not None:
        raise unreadable()
    early, late = (moment.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if early.utcoffset() != late.utcoffset():
        raise ValidationError("Clocks change at this hour there; give the time in UTC.")
    return early.astimezone(datetime.UTC)


def unreadable() -> ValidationError:
    """Return the refusal of what is no instant."""
    return ValidationError(f"Give day, time and zone, like {EXAMPLE}.")


def check_to_come(field: str, instant: datetime.datetime | None) -> None:
    """Refuse an instant from which something is to hold when it is past; none is now."""
    if instant is not None and instant <= timezone.now():
        raise ValidationError({field: "This instant is past; choose one to come."})


def say_instant(instant: datetime.datetime) -> str:
    """Return an instant as people read it: `22 Nov 2026, 18:00 UTC`."""
    moment = instant.astimezone(datetime.UTC)
    return f"{date_format(moment)}, {moment:%H:%M} UTC"


def day_of(instant: datetime.datetime) -> datetime.date:
    """Return the day of an instant, as the rules of the database count it."""
    return instant.astimezone(datetime.UTC).date()


def is_after_the_day(entered_at: datetime.datetime, day: datetime.date | None) -> bool:
    """Say whether something was entered on a later day than the one on which it happened."""
    return day is not None and day_of(entered_at) > day
