"""Which lessons a finding may be that came back: what the job after a confirmation proposes.

Why a pair is proposed follows from records that all who are asked may read: a shared finding is
compared with shared lessons by what every partner sees, with one's own lessons by what one sees.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef

from lessons.models import Check, Lesson
from lessons.recurrence_transitions import propose_by_check, propose_recurrences
from lessons.similarity import View, similar_to, subject_of, view_of
from lessons.similarity.eyes import all_eyes, anyone_at_any_partner
from lessons.states import CheckState
from reviews.models import Finding
from tracker.access import organization_of
from tracker.models import Organization, User
from tracker.working.health import last_done

if TYPE_CHECKING:
    from tracker.access import Reader

# Higher than what is shown while writing: a person has to answer it.
ALIKE = 0.1
PROPOSED_AT_MOST = 3
# A tag and a system in common make no recurrence; where there are few records, two words don't either.
WORDS_IN_COMMON = 3
# The job's name, and how long before it was last done it looks again: what was confirmed then may have
# been shared, or worded anew, since.
JOB = "lessons.propose_recurrences"
LOOKED_AT_FOR = datetime.timedelta(days=7)


def propose_recent() -> int:
    """Compare what was confirmed since the job was last done with the lessons in force, and a week before.

    Where no worker ran for long, that is all there is. A second run adds nothing.
    """
    done = last_done(JOB)
    return propose_since(done - LOOKED_AT_FOR if done else None)


def propose_since(instant: datetime.datetime | None = None) -> int:
    """Compare what was confirmed since an instant, or ever; return how many pairs are new."""
    return sum(propose_as(eyes, established(eyes, instant)) for eyes in all_eyes())


def propose_failed() -> int:
    """Ask of each learned lesson with a check that failed whether it came back; again, it asks nobody."""
    failed = Check.objects.of_learned().in_state(CheckState.FAILED)
    results = [one.results.order_by("-ran_at", "-id").first() for one in failed]
    return sum(propose_by_check(one) is not None for one in results)


def established(eyes: User, since: datetime.datetime | None) -> list[Finding]:
    """Return the findings that hold, as far as a reader sees them."""
    rows = Finding.objects.visible_to(eyes).that_hold().filter(is_positive=False)
    if since is not None:
        rows = rows.filter(review__accepted_at__gte=since)
    return list(rows.select_related("review").order_by("pk"))


def propose_as(eyes: User, findings: list[Finding]) -> int:
    """Propose what some findings resemble as one reader sees it; return how many pairs are new."""
    if not findings:
        return 0
    view = view_of(eyes)
    return sum(len(propose_recurrences(one, resembled(one, view))) for one in findings)


def resembled(finding: Finding, view: View) -> list[Lesson]:
    """Return the lessons that a finding resembles most, whether or not somebody was asked before."""
    rows = lessons_before(finding, view.reader)
    subject = subject_of(finding, view.reader)
    found = similar_to(subject, rows, view, at_least=ALIKE, limit=PROPOSED_AT_MOST)
    return [one.record for one in found if len(one.words) >= WORDS_IN_COMMON]


def lessons_before(finding: Finding, eyes: Reader) -> Any:
    """Return the lessons that stood when a finding was established, and that it is not behind.

    Of a finding that every partner sees, one partner's eyes look only at what not all of them see.
    """
    drawn = Lesson.findings.through.objects.filter(lesson=OuterRef("pk"), finding=finding)
    rows = Lesson.objects.in_force().filter(endorsed_at__date__lt=finding.review.held_on)
    everyone = anyone_at_any_partner()
    owns_nothing = not Organization.objects.filter(pk=organization_of(eyes).pk).exists()
    if not owns_nothing and Finding.objects.visible_to(everyone).filter(pk=finding.pk).exists():
        rows = rows.exclude(pk__in=Lesson.objects.visible_to(everyone).values("pk"))
    return rows.exclude(Exists(drawn))
