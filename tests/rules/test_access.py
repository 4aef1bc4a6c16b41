"""Who may: truth tables of people, states and the sentence of each refusal."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError

from lessons import access as lessons_access
from lessons import practice_transitions, transitions, update_transitions
from lessons.editing import edit_lesson
from lessons.models import Lesson
from lessons.outcome_editing import edit_update
from lessons.practice_editing import draft_practice, edit_practice
from reviews import access as reviews_access
from reviews import transitions as reviews_transitions
from reviews.editing import edit_finding, edit_review
from tests import factories
from tracker import access, editing, sharing, sharing_access
from tracker.access import Denied, WrongState
from tracker.models import User
from tracker.states import Role


@pytest.fixture
def cast(rita, leo, sam, olga, mira, milo, mona, cleo, ada) -> dict[str, User]:
    return {
        "rita": rita, "leo": leo, "sam": sam, "olga": olga, "mira": mira, "milo": milo,
        "mona": mona, "cleo": cleo, "ada": ada,
    }  # fmt: skip


OTHER_SIDE = "Only people of OpenAI can do this"
NOT_A_LOGGER = "Only a reviewer or a lead of a partner"
NOT_A_LEAD = "Only a lead of a partner"
NOT_A_SIGNATORY = "Only a signatory of a partner can sign"

# Who may do what with OpenAI's own records, None for allowed.
WHO_MAY = [
    # capture an observation, log a review, write a lesson
    ("capture", "rita", None),
    ("capture", "leo", None),
    ("capture", "mira", None),
    ("capture", "sam", NOT_A_LOGGER),
    ("capture", "olga", NOT_A_LOGGER),
    ("capture", "cleo", NOT_A_LOGGER),
    ("capture", "ada", NOT_A_LOGGER),
    # edit a draft review of OpenAI
    ("edit_review", "rita", None),
    ("edit_review", "leo", None),
    ("edit_review", "mira", OTHER_SIDE),
    ("edit_review", "milo", OTHER_SIDE),
    ("edit_review", "olga", NOT_A_LOGGER),
    # share a record of OpenAI with the partners
    ("share", "leo", None),
    ("share", "rita", NOT_A_LEAD),
    ("share", "milo", OTHER_SIDE),
    ("share", "ada", NOT_A_LEAD),
    # plan a cycle
    ("plan_cycle", "leo", None),
    ("plan_cycle", "milo", None),
    ("plan_cycle", "rita", NOT_A_LEAD),
    ("plan_cycle", "cleo", NOT_A_LEAD),
    # run the installation
    ("administer", "ada", None),
    ("administer", "leo", "Only a superuser"),
]


@pytest.mark.parametrize(("what", "who", "reason"), WHO_MAY)
def test_roles_and_sides_decide_who_may(what, who, reason, cast) -> None:
    user = cast[who]
    checks = {
        "capture": lambda: reviews_access.check_can_capture_observation(user),
        "edit_review": lambda: reviews_access.check_can_edit_review(
            user, factories.make_review(cast["rita"])
        ),
        "share": lambda: sharing_access.check_can_share(user, factories.make_lesson(cast["rita"])),
        "plan_cycle": lambda: reviews_access.check_can_plan_cycle(user),
        "administer": lambda: access.check_can_administer(user),
    }
    if reason is None:
        checks[what]()
    else:
        with pytest.raises(Denied, match=reason):
            checks[what]()


def test_every_role_has_permissions_and_a_sentence() -> None:
    assert set(access.ROLE_PERMISSIONS) == set(access.ROLE_SENTENCES) == set(Role)
    assert set(access.PERMISSION_REFUSALS) == set(access.Permission)


# --- Reviews ----------------------------------------------------------------------------------


def test_a_review_without_a_summary_is_not_submitted(rita) -> None:
    review = factories.make_review(rita, summary=" ")
    with pytest.raises(WrongState, match="Write the summary first"):
        reviews_transitions.submit_review(review, by=rita)


def test_nobody_accepts_what_they_submitted(leo) -> None:
    review = reviews_transitions.submit_review(factories.make_review(leo), by=leo)
    with pytest.raises(Denied, match="another lead accepts it"):
        reviews_transitions.accept_review(review, by=leo)


def test_what_was_submitted_is_not_edited_behind_its_lead(rita) -> None:
    finding = factories.make_finding(rita)
    reviews_transitions.submit_review(finding.review, by=rita)
    with pytest.raises(WrongState, match="Only what is draft can be edited"):
        edit_review(finding.review, by=rita, summary="Something else.")
    with pytest.raises(WrongState, match="its lead returns it before it is edited"):
        edit_finding(finding, by=rita, title="Something else.")


def test_a_returned_review_says_why_and_can_be_edited_again(rita, leo) -> None:
    review = reviews_transitions.submit_review(factories.make_review(rita), by=rita)
    review = reviews_transitions.return_review(review, by=leo, reason="Name the version.")
    assert review.return_reason == "Name the version."
    assert edit_review(review, by=rita, summary="Version 4.").summary == "Version 4."


# --- Lessons ----------------------------------------------------------------------------------


def test_a_lesson_is_drawn_only_from_findings_that_a_review_stands_behind(rita) -> None:
    draft = factories.make_finding(rita)
    with pytest.raises(WrongState, match="a lesson is drawn from confirmed findings"):
        factories.make_lesson(rita, findings=[draft])


def test_the_other_side_endorses_only_what_was_shared_with_it(rita, leo, mona) -> None:
    lesson = factories.make_lesson(rita)
    with pytest.raises(WrongState, match="A lead of OpenAI shares the lesson"):
        transitions.endorse(lesson, by=mona)


@pytest.mark.parametrize("who", ["rita", "leo", "olga", "cleo", "ada"])
def test_only_signatories_sign(who, cast, rita, leo) -> None:
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    with pytest.raises(Denied, match=NOT_A_SIGNATORY):
        transitions.endorse(lesson, by=cast[who])


def test_nobody_signs_what_they_carry(rita, leo, sam) -> None:
    lesson = sharing.share(factories.make_lesson(rita, assignee=sam), by=leo)
    with pytest.raises(Denied, match="another signatory endorses it"):
        transitions.endorse(lesson, by=sam)


def test_an_organization_signs_a_version_once(rita, leo, sam) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, sam)
    with pytest.raises(WrongState, match="OpenAI has endorsed this version already"):
        transitions.endorse(lesson, by=sam)


def test_a_material_edit_asks_for_new_signatures(rita, leo, sam, mona) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, sam)
    lesson = edit_lesson(lesson, by=rita, recommendation="Cap the chats.")
    lesson = transitions.endorse(lesson, by=mona)
    assert (lesson.status, lesson.content_version) == ("identified", 2)
    assert transitions.endorse(lesson, by=sam).status == "endorsed"


def test_tags_classify_and_ask_for_no_new_signature(rita, leo, sam) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, sam)
    assert edit_lesson(lesson, by=rita, tags=[factories.make_tag()]).content_version == 1


def test_a_lesson_of_one_side_is_signed_by_that_side_alone(rita, sam, mona) -> None:
    lesson = factories.make_lesson(rita, scope="own")
    with pytest.raises(Denied, match=OTHER_SIDE):
        lessons_access.check_can_endorse(mona, lesson)
    assert transitions.endorse(lesson, by=sam).status == "endorsed"


def test_a_partner_more_means_a_signature_more(rita, leo, sam, mona) -> None:
    third = factories.make_organization("ACME", "Acme")
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    assert lesson.status == "identified"
    ana = factories.make_user("ana", third, "signatory")
    assert transitions.endorse(lesson, by=ana).status == "endorsed"


# --- Outcomes ---------------------------------------------------------------------------------


def test_nothing_is_started_from_a_lesson_that_is_not_endorsed(rita, leo) -> None:
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    with pytest.raises(WrongState, match="can be acted on"):
        factories.make_update(rita, lesson)


def test_an_organization_updates_its_own_systems_only(rita, leo, sam, mira, mona) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    with pytest.raises(Denied, match="another organization's system"):
        factories.make_update(mira, lesson, system=factories.make_system(rita))


def test_whoever_carried_an_update_does_not_judge_it(rita, leo, sam, mona, mira) -> None:
    update = factories.make_shipped_update(
        rita, leo, factories.make_endorsed_lesson(rita, leo, sam, mona)
    )
    with pytest.raises(Denied, match="somebody else judges its effect"):
        factories.judge_effect(update, by=rita, seen="Tried it.")
    with pytest.raises(Denied, match=NOT_A_LOGGER):
        factories.judge_effect(update, by=sam, seen="Tried it.")
    assert factories.judge_effect(update, by=mira, seen="Tried it.").status == "verified"


def test_a_practice_is_published_only_when_every_partner_approved(
    rita, leo, sam, mira, milo, mona
) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    version = draft_practice(lesson, by=mira)
    version = practice_transitions.propose_practice(version, by=mira)
    version = practice_transitions.approve_practice(version, by=mona)
    with pytest.raises(WrongState, match="Only what is approved can be published"):
        practice_transitions.publish_practice(version, by=milo)


def test_a_private_lesson_starts_no_joint_practice(rita, sam) -> None:
    lesson = transitions.endorse(factories.make_lesson(rita, scope="own"), by=sam)
    with pytest.raises(WrongState, match="shares the lesson with the partners first"):
        draft_practice(lesson, by=rita)


def test_a_new_version_takes_the_place_of_the_published_one(
    rita, leo, sam, mira, milo, mona
) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    first = factories.make_published_practice(lesson, mira, milo, sam, mona)
    second = practice_transitions.revise_practice(first, by=mira)
    practice_transitions.propose_practice(second, by=mira)
    for signatory in (sam, mona):
        practice_transitions.approve_practice(second, by=signatory)
    second = practice_transitions.publish_practice(second, by=leo)
    first.refresh_from_db()
    assert (first.status, second.status, second.number) == ("superseded", "published", "1.1")


# --- People -----------------------------------------------------------------------------------


def test_a_lead_manages_their_own_people(leo, rita, mira) -> None:
    assert editing.edit_user(rita, by=leo, role="lead").role == "lead"
    with pytest.raises(Denied, match="Only people of Microsoft"):
        editing.edit_user(mira, by=leo, role="observer")


def test_a_superuser_changes_no_partner_that_has_a_lead(ada, leo, rita, oai) -> None:
    with pytest.raises(Denied, match="Only a lead of OpenAI"):
        editing.edit_user(rita, by=ada, role="lead")
    acme = factories.make_organization("ACME", "Acme")
    first = editing.add_user(
        by=ada, organization=acme, username="ann", role="lead", password=factories.PASSWORD
    )
    assert first.is_staff
    with pytest.raises(Denied, match="Only a lead of Acme"):
        editing.edit_user(first, by=ada, role="observer")


def test_nobody_changes_their_own_role(leo) -> None:
    with pytest.raises(Denied, match="Nobody changes their own role"):
        editing.edit_user(leo, by=leo, role="signatory")
    assert editing.edit_user(leo, by=leo, first_name="Leonard").first_name == "Leonard"


def test_the_last_lead_of_a_partner_stays(leo, oai) -> None:
    other = factories.make_user("lena", oai, "lead")
    editing.edit_user(leo, by=other, is_active=False)
    second = factories.make_user("lars", oai, "lead")
    editing.edit_user(other, by=second, role="observer")
    with pytest.raises(Denied, match="Nobody changes their own role"):
        editing.edit_user(second, by=second, is_active=False)
    assert oai.has_lead


def test_a_superuser_manages_a_community_that_has_a_lead(ada) -> None:
    reader = factories.make_user("carl", factories.make_community(), "lead")
    assert editing.edit_user(reader, by=ada, role="observer").role == "observer"


# --- Whose hands ------------------------------------------------------------------------------


def test_nobody_signs_a_lesson_that_they_worded(rita, leo, oai) -> None:
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    edit_lesson(lesson, by=leo, insight="Something else.")
    editing.edit_user(leo, by=factories.make_user("lena", oai, "lead"), role="signatory")
    leo.refresh_from_db()
    with pytest.raises(Denied, match="You wrote this lesson or carry it"):
        transitions.endorse(lesson, by=leo)
    assert not Lesson.objects.awaiting_signature(leo).exists()


def test_nobody_approves_a_practice_that_they_worded(
    rita, leo, sam, mona, mira, milo, msft
) -> None:
    version = draft_practice(factories.make_endorsed_lesson(rita, leo, sam, mona), by=mira)
    version = edit_practice(version, by=milo, guidance="Something else.")
    version = practice_transitions.propose_practice(version, by=mira)
    editing.edit_user(milo, by=factories.make_user("max", msft, "lead"), role="signatory")
    milo.refresh_from_db()
    with pytest.raises(Denied, match="You wrote this version"):
        practice_transitions.approve_practice(version, by=milo)


def test_whoever_shipped_or_once_carried_an_update_does_not_judge_it(
    rita, leo, sam, mona, oai
) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    former = factories.make_user("fay", oai, "reviewer")
    update = factories.make_update(rita, lesson)
    update = update_transitions.accept_update(update, by=leo, assignee=former, due_on=factories.DAY)
    update = edit_update(update, by=former, assignee=rita)
    update = update_transitions.ship_update(update, by=leo, shipped_on=factories.DAY)
    for hand in (former, rita, leo):
        with pytest.raises(Denied, match="somebody else judges its effect"):
            factories.judge_effect(update, by=hand, seen="Tried it.")


def test_only_someone_of_the_owner_is_made_responsible(rita, leo, sam, mona, mira) -> None:
    update = factories.make_update(rita, factories.make_endorsed_lesson(rita, leo, sam, mona))
    with pytest.raises(ValidationError, match="Choose someone of OpenAI"):
        update_transitions.accept_update(update, by=leo, assignee=mira, due_on=factories.DAY)


# --- What stands behind a practice ------------------------------------------------------------


def test_a_practice_rests_only_on_lessons_in_force_that_both_can_read(
    rita, leo, sam, mona, mira
) -> None:
    version = draft_practice(factories.make_endorsed_lesson(rita, leo, sam, mona), by=mira)
    private = factories.make_lesson(rita)
    with pytest.raises(WrongState, match="can be acted on"):
        edit_practice(version, by=rita, lessons=[private])


def test_a_practice_waits_while_a_lesson_behind_it_is_out_of_force(
    rita, leo, sam, mona, mira
) -> None:
    first, second = (factories.make_endorsed_lesson(rita, leo, sam, mona) for _ in range(2))
    version = draft_practice(first, by=mira)
    transitions.supersede_lesson(first, by=leo, other=second)
    with pytest.raises(WrongState, match="no longer in force"):
        practice_transitions.propose_practice(version, by=mira)


def test_a_lesson_is_superseded_only_by_one_that_stands_as_firmly(rita, leo, sam, mona) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    weak = sharing.share(factories.make_lesson(rita), by=leo)
    with pytest.raises(ValidationError, match="is not endorsed yet"):
        transitions.supersede_lesson(lesson, by=leo, other=weak)
    rejected = transitions.reject_lesson(factories.make_lesson(rita), by=leo, reason="None.")
    with pytest.raises(ValidationError, match="one that still stands"):
        transitions.supersede_lesson(weak, by=leo, other=rejected)


def test_a_practice_is_revised_again_after_a_draft_was_withdrawn(
    rita, leo, sam, mira, milo, mona
) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    version = factories.make_published_practice(lesson, mira, milo, sam, mona)
    draft = practice_transitions.revise_practice(version, by=mira)
    practice_transitions.withdraw_practice(draft, by=milo, reason="Not now.")
    assert practice_transitions.revise_practice(version, by=mira).number == "1.2"


def test_why_a_version_was_returned_is_never_part_of_what_is_published(
    rita, leo, sam, mira, milo, mona
) -> None:
    version = draft_practice(factories.make_endorsed_lesson(rita, leo, sam, mona), by=mira)
    version = practice_transitions.propose_practice(version, by=mira)
    version = practice_transitions.return_practice(version, by=milo, reason="Between us.")
    assert (version.return_reason, version.change_note) == ("Between us.", "")
    assert practice_transitions.propose_practice(version, by=mira).return_reason == ""


def test_a_lesson_linked_to_an_accepted_update_is_acted_on(rita, leo, sam, mona) -> None:
    first, late = (factories.make_endorsed_lesson(rita, leo, sam, mona) for _ in range(2))
    update = factories.make_update(rita, first)
    update = update_transitions.accept_update(update, by=leo, assignee=rita, due_on=factories.DAY)
    edit_update(update, by=rita, lessons=[first, late])
    late.refresh_from_db()
    assert late.status == "actioned"


def test_what_is_public_of_a_system_is_edited_by_a_lead(rita, leo, sam) -> None:
    system = factories.make_system(rita)
    system = sharing.release_to_public(system, by=sam)
    with pytest.raises(Denied, match=NOT_A_LEAD):
        editing.edit_system(system, by=rita, description="Something unreleased.")
    assert editing.edit_system(system, by=leo, description="Known.").description == "Known."


def test_a_refusal_names_the_responsible_person_to_partners_alone(rita, leo, sam, mona, mira, cleo):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    update = factories.make_shipped_update(rita, leo, lesson)
    told = access.judge(lessons_access.check_can_roll_back_update, mira, update)
    assert str(rita) in told.reason
    for reader in (cleo, AnonymousUser()):
        verdict = access.judge(lessons_access.check_can_roll_back_update, reader, update)
        assert verdict == access.Verdict(False, "Only people of a partner can do this.")


def test_who_submitted_a_review_takes_it_back(rita, leo, oai) -> None:
    review = reviews_transitions.submit_review(factories.make_review(rita), by=rita)
    other = factories.make_user("rosa", oai, "reviewer")
    with pytest.raises(Denied, match=NOT_A_LEAD):
        reviews_transitions.return_review(review, by=other, reason="No.")
    review = reviews_transitions.return_review(review, by=rita, reason="A typing error.")
    assert review.status == "draft"


def test_a_reviewer_sets_a_draft_finding_aside_and_a_lead_a_confirmed_one(rita, leo) -> None:
    draft = factories.make_finding(rita)
    draft = reviews_transitions.dismiss_finding(draft, by=rita, reason="Entered twice.")
    assert draft.status == "dismissed"
    confirmed = factories.make_confirmed_finding(rita, leo)
    with pytest.raises(Denied, match=NOT_A_LEAD):
        reviews_transitions.dismiss_finding(confirmed, by=rita, reason="No.")
