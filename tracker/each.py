"""How several records are done in one go: each by itself, so that one refused holds no other up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tracker.access import REFUSING, words_of

R = TypeVar("R")


def attempt(act: Callable[[], R]) -> tuple[R | None, str]:
    """Do one of several; return what came of it, and the sentence of its refusal or nothing."""
    try:
        return act(), ""
    except REFUSING as refusal:
        return None, words_of(refusal)
