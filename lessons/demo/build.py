"""How the demonstration comes into a database: once, as a whole, or not at all."""

from __future__ import annotations

from django.db import connection, transaction
from django.utils import timezone

from lessons.demo.cast import make_cast, usernames
from lessons.demo.chapters import (
    adoption,
    again,
    answers,
    api,
    bing,
    chatgpt,
    checks,
    coding,
    cycles,
    effects,
    frontier,
    gate,
    images,
    present,
    recurring,
    threats,
)
from lessons.demo.password import set_passwords
from lessons.demo.stage import Stage, current_vocabulary
from lessons.demo.systems import make_systems
from lessons.models import Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from reviews.models import Finding, Observation, Review, ReviewCycle
from tracker.models import AISystem, User


def is_built() -> bool:
    """Say whether the demonstration is here: its accounts are, and they come with all the rest."""
    found: bool = User.objects.filter(username__in=usernames()).exists()
    return found


def count_records() -> int:
    """Return how many records of all nouns there are, for the line on the screen."""
    nouns = (AISystem, ReviewCycle, Observation, Review, Finding, Lesson, SystemUpdate)
    return sum(noun.objects.count() for noun in (*nouns, ResearchDirection, PracticeVersion))


def build(password: str) -> bool:
    """Build the demonstration in one transaction, unless it is here; say whether it was built.

    A run that dies half-way leaves nothing behind. What people wrote since is never touched,
    because nothing is written twice: a person may rename or move on any record.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('lessons.demo'))")
        if is_built():
            return False
        oai, msft = make_cast()
        set_passwords(password)
        tell(
            Stage(
                oai=oai,
                msft=msft,
                systems=make_systems(oai, msft),
                vocabulary=current_vocabulary(),
                today=timezone.localdate(),
            )
        )
    return True


def tell(stage: Stage) -> None:
    """Tell every chapter, inside the cycles they were reviewed in."""
    held = cycles.plan_past(stage)
    api.tell(stage, held["api"])
    images.tell(stage, held["dalle"])
    bing.tell(stage, held["bing"])
    answers.tell(stage)
    frontier.tell(stage, held["gpt-4"])
    chatgpt.tell(stage, held["gpt-4"])
    cycles.close_past(stage, held)
    running = cycles.plan_present(stage)
    coding.tell(stage, running)
    threats.tell(stage, running)
    gate.tell(stage)
    present.tell(stage, running)
    adoption.tell(stage)
    recurring.tell(stage)
    again.tell(stage)
    effects.tell(stage)
    checks.tell(stage)
