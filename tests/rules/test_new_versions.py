"""A new version asks for a review of the move to it, and whether what was learned still holds."""

from __future__ import annotations

import datetime
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lessons.check_transitions import let_lesson_carry
from lessons.models import Reverification
from lessons.reverification_transitions import (
    ask_of_new_versions,
    no_longer_holds,
    still_holds,
)
from lessons.states import ReverificationStatus
from reviews.access import check_can_answer_migration
from reviews.models import MigrationProposal
from reviews.transitions import accept_migration, dismiss_migration, propose_migrations
from tests import factories
from tests.queries import count_queries
from tracker.access import Denied, WrongState
from tracker.editing import add_system_version
from tracker.models import AISystem
from tracker.sharing import share


@pytest.fixture
def system(rita, leo) -> AISystem:
    system = share(factories.make_system(rita, name="Chat", operator=rita.organization), by=leo)
    factories.make_review(rita, system=system)
    return system


@pytest.fixture
def lesson(rita, leo, sam, mona, system):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona, seen_in=[system])
    return lesson


def test_a_new_version_proposes_one_review(rita, system) -> None:
    version = add_system_version(system, by=rita, label="2")
    assert propose_migrations() == 1
    assert propose_migrations() == 0
    proposal = MigrationProposal.objects.get()
    assert (proposal.system, proposal.version, proposal.status) == (system, version, "proposed")


def test_a_version_of_the_past_or_of_what_nobody_looked_at_proposes_none(rita, system) -> None:
    long_ago = timezone.localdate() - datetime.timedelta(days=90)
    add_system_version(system, by=rita, label="Old", released_on=long_ago)
    add_system_version(factories.make_system(rita), by=rita, label="1")
    assert propose_migrations() == 0


@pytest.fixture
def proposal(rita, system) -> MigrationProposal:
    add_system_version(system, by=rita, label="2")
    propose_migrations()
    return MigrationProposal.objects.get()


def test_one_click_starts_the_review(leo, proposal) -> None:
    review = accept_migration(proposal, by=leo)
    assert (review.system, review.version, review.status) == (
        proposal.system, proposal.version, "draft",
    )  # fmt: skip
    proposal.refresh_from_db()
    assert (proposal.review, proposal.answered_by) == (review, leo)
    with pytest.raises(WrongState, match=r"The review that .* asks for was started already"):
        accept_migration(proposal, by=leo)
    with pytest.raises(WrongState, match="Only what is proposed can be answered"):
        dismiss_migration(proposal, by=leo, reason="Too late.")


def test_it_is_dismissed_with_a_reason(leo, proposal) -> None:
    with pytest.raises(ValidationError, match="Say why the new version needs no review"):
        dismiss_migration(proposal, by=leo, reason=" ")
    assert dismiss_migration(proposal, by=leo, reason="A bug fix only").status == "dismissed"


@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        ("leo", None), ("rita", "steward"), ("milo", "steward"),
        ("olga", "Only a reviewer or a lead"), ("sam", "Only a reviewer or a lead"),
        ("cleo", "Only a reviewer or a lead"),
    ],
)  # fmt: skip
def test_who_answers_a_proposal(request, proposal, who, refusal) -> None:
    user = request.getfixturevalue(who)
    if refusal is None:
        check_can_answer_migration(user, proposal)
    else:
        with pytest.raises(Denied, match=refusal):
            check_can_answer_migration(user, proposal)


def test_the_steward_answers_and_finds_it_at_home(
    client, rita, leo, mira, system, proposal
) -> None:
    AISystem.objects.filter(pk=system.pk).update(steward=rita)
    proposal.refresh_from_db()
    check_can_answer_migration(rita, proposal)
    assert list(MigrationProposal.objects.visible_to(rita).awaiting(rita)) == [proposal]
    client.force_login(rita)
    assert b"has no review yet" in client.get("/").content
    assert proposal.reference.encode() in client.get(system.get_absolute_url()).content
    assert not MigrationProposal.objects.visible_to(mira).exists()


def test_lessons_about_the_system_are_marked_once(rita, system, lesson) -> None:
    version = add_system_version(system, by=rita, label="2")
    assert ask_of_new_versions() == 1
    assert ask_of_new_versions() == 0
    asked = Reverification.objects.get()
    assert (asked.lesson, asked.version, asked.status) == (lesson, version, "asked")
    with pytest.raises(IntegrityError, match="asked_once_a_version"), transaction.atomic():
        Reverification.objects.create(
            reference="X-1", lesson=lesson, system=system, version=version
        )


def test_what_was_learned_later_or_is_not_in_force_is_not_asked(
    rita, leo, sam, mona, system
) -> None:
    factories.make_lesson(rita, seen_in=[system])
    add_system_version(system, by=rita, label="2")
    factories.make_endorsed_lesson(rita, leo, sam, mona, seen_in=[system])
    assert ask_of_new_versions() == 0


@pytest.fixture
def asked(rita, system, lesson) -> Reverification:
    add_system_version(system, by=rita, label="2")
    ask_of_new_versions()
    return Reverification.objects.get()


def test_a_person_says_that_it_still_holds(rita, asked) -> None:
    asked = still_holds(asked, by=rita, words="Replayed; no drift.")
    assert (asked.status, asked.answered_by) == (ReverificationStatus.HOLDS, rita)
    with pytest.raises(WrongState, match="Only what is to re-verify can be answered"):
        no_longer_holds(asked, by=rita, words="Too late")


def test_nobody_says_that_it_still_holds_without_a_word(rita, asked) -> None:
    with pytest.raises(ValidationError, match="Say what was seen"):
        still_holds(asked, by=rita, words=" ")


def test_the_database_refuses_an_answer_from_before_the_question(rita, asked) -> None:
    asked = still_holds(asked, by=rita, words="Replayed; no drift.")
    before = asked.created_at - datetime.timedelta(minutes=1)
    with pytest.raises(IntegrityError, match="after_it_was_asked"), transaction.atomic():
        Reverification.objects.filter(pk=asked.pk).update(answered_at=before)


def test_its_page_shows_the_lesson_with_the_checks_that_its_reader_may_see(
    client, rita, mira, asked, lesson
) -> None:
    seen, hidden = factories.make_system(rita, name="Seen"), factories.make_system(mira)
    for by, system, metric in ((rita, seen, "Drift seen"), (mira, hidden, "Drift hidden")):
        let_lesson_carry(
            lesson, by=by, system=system, metric=metric, direction="at_most", threshold="2",
            fresh_days=30,
        )  # fmt: skip
    client.force_login(rita)
    address = f"/do/reverification/{asked.reference}/still-holds/"
    page = client.get(address).content.decode()
    assert lesson.insight in page
    assert "Drift seen" in page
    assert "Drift hidden" not in page
    before = count_queries(partial(client.get, address))
    let_lesson_carry(
        lesson, by=rita, system=seen, metric="More", direction="at_most", threshold="2",
        fresh_days=30,
    )  # fmt: skip
    assert count_queries(partial(client.get, address)) == before


def test_a_person_says_why_it_no_longer_holds(rita, asked) -> None:
    with pytest.raises(ValidationError, match="Say why the lesson no longer holds"):
        no_longer_holds(asked, by=rita, words="")
    asked = no_longer_holds(asked, by=rita, words="The cache is gone.")
    assert asked.status == "no_longer_holds"


@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        ("rita", None), ("leo", None), ("milo", "Only people of who owns"),
        ("sam", "Only a reviewer"), ("cleo", "Only a reviewer"),
    ],
)  # fmt: skip
def test_who_verifies_again(request, asked, who, refusal) -> None:
    by = request.getfixturevalue(who)
    if refusal is None:
        assert still_holds(asked, by=by, words="Replayed.").answered_by == by
    else:
        with pytest.raises(Denied, match=refusal):
            still_holds(asked, by=by, words="Replayed.")


def test_it_stands_on_the_lesson_and_at_home(client, leo, mira, cleo, lesson, asked) -> None:
    client.force_login(leo)
    assert b"To re-verify" in client.get(lesson.get_absolute_url()).content
    assert b"still hold for Chat, 2" in client.get("/").content
    client.force_login(mira)
    assert b"To re-verify" in client.get(lesson.get_absolute_url()).content


def test_a_version_of_a_system_that_is_not_shared_is_told_to_its_side_only(
    rita, leo, sam, mona, mira
) -> None:
    secret = factories.make_system(rita, name="Secret")
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona, cause_in=[secret])
    add_system_version(secret, by=rita, label="2")
    assert ask_of_new_versions() == 1
    assert Reverification.objects.visible_to(rita).filter(lesson=lesson).exists()
    assert not Reverification.objects.visible_to(mira).exists()
