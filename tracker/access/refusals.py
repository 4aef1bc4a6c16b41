"""The two refusals that every surface turns into a response."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError


class Refusal(Exception):
    """A rule said no; the message is a sentence to the person who asked."""


class Denied(Refusal):
    """This person may not do this (403)."""


class WrongState(Refusal):
    """Nobody may do this while the record is in this state (409)."""


# What a verb refuses with: a rule said no, or what was given is not right.
REFUSING = (Refusal, ValidationError)


def words_of(refusal: Refusal | ValidationError) -> str:
    """Return a refusal as one text, where several records are gone through one by one."""
    return " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)


@dataclass(frozen=True)
class Verdict:
    """The answer of a check: truthy when allowed, otherwise with the reason to show.

    `by_state` says that the reader may, only not while the record is as it is.
    """

    allowed: bool
    reason: str = ""
    by_state: bool = False

    def __bool__(self) -> bool:
        return self.allowed


def judge(check: Callable[..., None], *args: Any) -> Verdict:
    """Return what a check says instead of raising it, for a button or a menu."""
    try:
        check(*args)
    except Refusal as refusal:
        return Verdict(False, str(refusal), by_state=isinstance(refusal, WrongState))
    return Verdict(True)
