"""Every write is all or nothing, on a locked row, however many try at once."""

from __future__ import annotations

import datetime
import threading
from collections import Counter
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections
from django.utils import timezone

from lessons import transitions
from lessons.models import Endorsement, Lesson
from reviews import transitions as reviews_transitions
from reviews.editing import add_evidence, edit_finding
from reviews.models import Finding, Review
from tests import factories
from tracker import sharing
from tracker.access import Refusal


@pytest.mark.usefixtures("as_owner")
def test_a_broken_second_write_takes_the_first_one_back(rita) -> None:
    """The review is made before its finding; a finding that can't be made leaves no review."""
    observation = factories.make_observation(rita)
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE reviews_finding ADD CONSTRAINT no_findings_today CHECK (false) NOT VALID"
        )
    with pytest.raises(ValidationError, match="no_findings_today"):
        reviews_transitions.start_review(observation, by=rita, system=factories.make_system(rita))
    assert not Review.objects.exists()


def test_a_broken_constraint_arrives_as_its_own_sentence(rita) -> None:
    finding = factories.make_finding(rita)
    with pytest.raises(ValidationError, match="Say why the severity is critical or high"):
        edit_finding(finding, by=rita, severity="critical")
    finding.refresh_from_db()
    assert finding.severity == "medium"


def test_evidence_is_a_file_or_a_link(rita) -> None:
    review = factories.make_review(rita)
    with pytest.raises(ValidationError, match="Give a file or a link, one of the two"):
        add_evidence(review, by=rita, title="Neither")


def test_a_verb_returns_a_fresh_record_and_leaves_the_caller_s_alone(rita) -> None:
    review = factories.make_review(rita)
    submitted = reviews_transitions.submit_review(review, by=rita)
    assert (review.status, submitted.status) == ("draft", "submitted")


def at_once(attempt: Callable[[], object], threads: int = 8) -> Counter[str]:
    """Run an attempt in many threads on connections of their own; count how they ended."""
    barrier, ends = threading.Barrier(threads), []

    def run() -> None:
        barrier.wait()
        try:
            attempt()
            ends.append("done")
        except (Refusal, ValidationError) as refusal:
            ends.append(type(refusal).__name__)
        finally:
            connections.close_all()

    workers = [threading.Thread(target=run) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return Counter(ends)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_eight_leads_accepting_one_review_accept_it_once(rita, leo) -> None:
    finding = factories.make_finding(rita)
    reviews_transitions.submit_review(finding.review, by=rita)
    ends = at_once(lambda: reviews_transitions.accept_review(finding.review, by=leo))
    assert ends == {"done": 1, "WrongState": 7}
    assert Finding.objects.get().status == "confirmed"


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_eight_signatures_at_once_leave_one(rita, leo, sam) -> None:
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    ends = at_once(lambda: transitions.endorse(lesson, by=sam))
    assert ends == {"done": 1, "WrongState": 7}
    assert Endorsement.objects.count() == 1


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_cycles_planned_at_once_get_numbers_of_their_own(leo) -> None:
    assert at_once(lambda: factories.make_cycle(leo)) == {"done": 8}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_two_last_signatures_at_once_endorse_the_lesson(rita, leo, sam, mona) -> None:
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    signers = iter([sam, mona])
    ends = at_once(lambda: transitions.endorse(lesson, by=next(signers)), threads=2)
    assert ends == {"done": 2}
    assert Lesson.objects.get().status == "endorsed"


def test_nothing_was_seen_on_a_day_still_to_come(rita) -> None:
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    assert factories.make_observation(rita, occurred_on=tomorrow), "it is tomorrow in the east"
    with pytest.raises(ValidationError, match="still to come"):
        factories.make_observation(rita, occurred_on=tomorrow + datetime.timedelta(days=1))
