"""A finding that stands again stands as acceptance leaves one, and follows its updates."""

from __future__ import annotations

import datetime

from lessons.models import Lesson
from lessons.transitions import endorse
from lessons.verbs import VERBS
from reviews import transitions
from reviews.models import Finding
from tests import factories
from tracker.sharing import share

SOME_DAY = datetime.date(2100, 1, 1)


def restore(finding, by):
    """Restore through the table, as every surface does."""
    verb = next(verb for verb in VERBS[Finding] if verb.name == "restore")
    return verb.run(finding, by=by)


def test_a_finding_restored_after_acceptance_is_shared_and_confirms_what_it_rests_on(
    rita, leo, mira
) -> None:
    seen = factories.make_observation(rita)
    finding = factories.make_finding(rita, observations=[seen])
    transitions.dismiss_finding(finding, by=leo, reason="Not so.")
    transitions.submit_review(finding.review, by=rita)
    transitions.accept_review(finding.review, by=leo)
    seen.refresh_from_db()
    assert (restore(finding, leo).status, seen.status) == ("confirmed", "new")
    seen.refresh_from_db()
    assert seen.status == "confirmed"
    assert Finding.objects.visible_to(mira).filter(pk=finding.pk).exists()


def test_a_finding_restored_before_acceptance_is_a_draft_of_its_owner(rita, leo, mira) -> None:
    finding = factories.make_finding(rita)
    transitions.dismiss_finding(finding, by=leo, reason="Not so.")
    assert restore(finding, leo).status == "draft"
    assert not Finding.objects.visible_to(mira).exists()


def test_a_waiver_taken_back_leaves_the_finding_as_its_updates_say(rita, leo, sam, mona) -> None:
    finding = factories.make_confirmed_finding(rita, leo)
    lesson: Lesson = share(factories.make_lesson(rita, findings=[finding]), by=leo)
    for signatory in (sam, mona):
        lesson = endorse(lesson, by=signatory)
    transitions.waive_finding(finding, by=leo, reason="Later.", until=SOME_DAY)
    factories.make_shipped_update(rita, leo, lesson)
    assert restore(finding, leo).status == "addressed"


def test_acceptance_leaves_dismissed_findings_alone(rita, leo) -> None:
    finding = factories.make_finding(rita)
    transitions.dismiss_finding(finding, by=leo, reason="Not so.")
    transitions.submit_review(finding.review, by=rita)
    transitions.accept_review(finding.review, by=leo)
    finding.refresh_from_db()
    assert (finding.status, finding.label) == ("dismissed", "amber_strict")
