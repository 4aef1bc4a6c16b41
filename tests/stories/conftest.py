"""A clock that stories move: they begin in the past, so that they never outrun the database's own clock."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from procrastinate.contrib.django import app

from lessons import transitions
from lessons.models import Lesson
from tracker.models import User


class Clock:
    """What time it is to the tracker; it goes on by itself, and by days where a story says so."""

    def __init__(self, begins: datetime.timedelta) -> None:
        self.behind = begins

    def wait(self, days: int) -> None:
        """Let days pass."""
        self.behind -= datetime.timedelta(days=days)
        assert self.behind >= datetime.timedelta(), "a story ends before today"


class AnyInstant(type):
    """Knows every instant as its own, whichever class made it."""

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, datetime.datetime)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Begin two hundred days ago, before anyone is there; all of Django's time is read through it."""
    found = Clock(datetime.timedelta(days=200))

    class Told(datetime.datetime, metaclass=AnyInstant):
        """What Django takes for `datetime`."""

        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime.datetime.now(tz) - found.behind

    monkeypatch.setattr("django.utils.timezone.datetime", Told)
    return found


# By the database's clock a story is in the past, where only illustrations are signed.
SIGNED: dict[str, Any] = {"illustrative": True}


def endorsed(lesson: Lesson, *signatories: User) -> Lesson:
    """Let signatories endorse a shared lesson."""
    for signatory in signatories:
        lesson = transitions.endorse(lesson, by=signatory, **SIGNED)
    return lesson


def run_job(name: str) -> None:
    """Do a job as a worker does it."""
    app.tasks[name].func(timestamp=0)
