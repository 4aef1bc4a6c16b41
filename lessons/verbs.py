"""The verbs of the upper floor as people and programs meet them, and every verb there is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db.models import Model

from lessons import access, practice_transitions, transitions, update_transitions
from lessons.models import Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from lessons.states import UpdateKind
from reviews import verbs as reviews_verbs
from reviews.models import Finding, Review, ReviewCycle
from reviews.verbs import SEEN, STATEMENT, own_people, today
from tracker.differences import changes_since_ours
from tracker.models import AISystem, SystemVersion, User
from tracker.protection.verbs import with_protection
from tracker.sharing_access import check_can_copy
from tracker.sharing_verbs import REASON, sharing_verbs
from tracker.verbs import Ask, Verb


def own_systems(user: User, _: Any) -> Any:
    """Return the systems that the reader's organization may update."""
    return AISystem.objects.visible_to(user).of(user.organization_id)


def versions_of_system(user: User, update: SystemUpdate) -> Any:
    """Return the versions of the system that an update changes."""
    return SystemVersion.objects.visible_to(user).filter(system=update.system_id)


LESSON_VERBS = (
    Verb(
        "endorse",
        "Endorse for {organization}",
        access.check_can_endorse,
        transitions.endorse,
        "You signed for your organization.",
        asks=(SEEN, STATEMENT),
        primary=True,
        shows="lessons/signing/lesson.html",
        signs=True,
        differs=changes_since_ours,
    ),
    Verb(
        "withdraw-endorsement",
        "Withdraw the signature of {organization}",
        access.check_can_withdraw_endorsement,
        transitions.withdraw_endorsement,
        "The signature is withdrawn; it can be given again.",
        asks=(REASON,),
        signs=True,
    ),
    Verb(
        "make-shareable-copy",
        "Make a shareable copy",
        check_can_copy,
        transitions.copy_lesson,
        "This is the copy: take out what is not for others, then share it. The original stays yours.",
    ),
    *sharing_verbs(primary=True),
    Verb(
        "start-update",
        "Start a system update",
        access.check_can_start_outcome,
        transitions.start_update,
        "The update is proposed; a lead accepts it.",
        asks=(
            Ask("title", "What changes", "line"),
            Ask("kind", "Kind", "choice", choices=UpdateKind.choices),
            Ask(
                "system",
                "In which of our systems",
                "record",
                required=False,
                rows=own_systems,
                help="None for a policy or a process.",
            ),
        ),
        makes=SystemUpdate,
    ),
    Verb(
        "start-research",
        "Start a research direction",
        access.check_can_start_outcome,
        transitions.start_research,
        "The direction is proposed; a lead adopts it.",
        asks=(
            Ask("title", "Which question stays open?", "line"),
            Ask("why", "Why it matters", required=False),
        ),
        makes=ResearchDirection,
    ),
    Verb(
        "start-practice",
        "Start a best practice",
        access.check_can_start_practice,
        transitions.start_practice,
        "A draft was made from the lesson; word its guidance.",
        asks=(Ask("title", "Title", "line", required=False, initial=lambda lesson: lesson.title),),
        makes=PracticeVersion,
    ),
    Verb(
        "supersede",
        "Supersede by another lesson",
        access.check_can_supersede_lesson,
        transitions.supersede_lesson,
        "The other lesson takes its place.",
        asks=(
            Ask(
                "other",
                "By which lesson?",
                "record",
                rows=lambda user, lesson: Lesson.objects.visible_to(user).exclude(pk=lesson.pk),
            ),
        ),
    ),
    Verb(
        "reassign",
        "Reassign",
        access.check_can_reassign_lesson,
        transitions.reassign_lesson,
        "Someone else is responsible now.",
        asks=(Ask("assignee", "Responsible", "record", rows=own_people),),
    ),
    Verb(
        "reject",
        "Reject",
        access.check_can_reject_lesson,
        transitions.reject_lesson,
        "The lesson is rejected.",
        asks=(REASON,),
    ),
)

JUDGEMENT = (
    Ask("how", "How its effect was seen", help="What was measured or tested, and what came out."),
    Ask("judged_on", "On", "date", initial=today),
)

UPDATE_VERBS = (
    Verb(
        "accept",
        "Accept",
        access.check_can_accept_update,
        update_transitions.accept_update,
        "The update has someone responsible and a day.",
        asks=(
            Ask("assignee", "Responsible", "record", rows=own_people),
            Ask("due_on", "Due on", "date"),
        ),
        primary=True,
    ),
    Verb(
        "begin",
        "Begin",
        access.check_can_begin_update,
        update_transitions.begin_update,
        "The update is in progress.",
    ),
    Verb(
        "ship",
        "Shipped",
        access.check_can_ship_update,
        update_transitions.ship_update,
        "Shipped; somebody else judges now whether it works.",
        asks=(
            Ask("shipped_on", "Shipped on", "date", initial=today),
            Ask("to_version", "In version", "record", required=False, rows=versions_of_system),
        ),
        primary=True,
    ),
    Verb(
        "verify",
        "Verify its effect",
        access.check_can_judge_update,
        update_transitions.verify_update,
        "The update is verified effective.",
        asks=JUDGEMENT,
        primary=True,
    ),
    Verb(
        "not-effective",
        "Not effective",
        access.check_can_judge_update,
        update_transitions.find_not_effective,
        "The update is recorded as not effective.",
        asks=JUDGEMENT,
    ),
    *sharing_verbs(),
    Verb(
        "roll-back",
        "Roll back",
        access.check_can_roll_back_update,
        update_transitions.roll_back_update,
        "The update is rolled back.",
        asks=(REASON,),
    ),
    Verb(
        "reassign",
        "Reassign",
        access.check_can_reassign_update,
        update_transitions.reassign_update,
        "Someone else is responsible now.",
        asks=(Ask("assignee", "Responsible", "record", rows=own_people),),
    ),
    Verb(
        "decline",
        "Decline",
        access.check_can_decline_update,
        update_transitions.decline_update,
        "The update is declined.",
        asks=(REASON,),
    ),
)

RESEARCH_VERBS = (
    Verb(
        "adopt",
        "Adopt",
        access.check_can_adopt_research,
        transitions.adopt_research,
        "The direction has someone responsible.",
        asks=(Ask("assignee", "Responsible", "record", rows=own_people),),
        primary=True,
    ),
    Verb(
        "begin",
        "Begin",
        access.check_can_begin_research,
        transitions.begin_research,
        "The research is active.",
        primary=True,
    ),
    Verb(
        "conclude",
        "Conclude",
        access.check_can_conclude_research,
        transitions.conclude_research,
        "The research is concluded.",
        asks=(
            Ask("result", "What was found"),
            Ask("concluded_on", "On", "date", initial=today),
            Ask("output_title", "Title of an output", "line", required=False),
            Ask("output_url", "Link to it", "url", required=False),
        ),
        primary=True,
    ),
    *sharing_verbs(along="its outputs"),
    Verb(
        "reassign",
        "Reassign",
        access.check_can_reassign_research,
        transitions.reassign_research,
        "Someone else is responsible now.",
        asks=(Ask("assignee", "Responsible", "record", rows=own_people),),
    ),
    Verb(
        "drop",
        "Drop",
        access.check_can_drop_research,
        transitions.drop_research,
        "The direction is dropped.",
        asks=(REASON,),
    ),
)

PRACTICE_VERBS = (
    Verb(
        "propose",
        "Put up for joint review",
        access.check_can_propose_practice,
        practice_transitions.propose_practice,
        "A signatory of each partner can approve it now.",
        primary=True,
    ),
    Verb(
        "approve",
        "Approve for {organization}",
        access.check_can_approve_practice,
        practice_transitions.approve_practice,
        "You signed for your organization.",
        asks=(SEEN, STATEMENT),
        primary=True,
        shows="lessons/signing/practice.html",
        signs=True,
        differs=changes_since_ours,
    ),
    Verb(
        "withdraw-approval",
        "Withdraw the signature of {organization}",
        access.check_can_withdraw_approval,
        practice_transitions.withdraw_approval,
        "The signature is withdrawn; it can be given again.",
        asks=(REASON,),
        signs=True,
    ),
    Verb(
        "publish",
        "Publish",
        access.check_can_publish_practice,
        practice_transitions.publish_practice,
        "It is in the public library.",
        primary=True,
        warning="Anyone will be able to read this version, and it never changes again.",
    ),
    Verb(
        "revise",
        "Draft the next version",
        access.check_can_revise_practice,
        practice_transitions.revise_practice,
        "The next version is a draft.",
    ),
    Verb(
        "return",
        "Return to draft",
        access.check_can_return_practice,
        practice_transitions.return_practice,
        "The version is a draft again.",
        asks=(REASON,),
    ),
    Verb(
        "withdraw",
        "Withdraw",
        access.check_can_withdraw_practice,
        practice_transitions.withdraw_practice,
        "The version is withdrawn.",
        asks=(REASON,),
    ),
)

# A lesson is drawn from a finding, so the finding has this verb where lessons exist; and restored,
# it follows from the updates that exist only here.
FINDING_VERBS = (
    Verb(
        "draft-lesson",
        "Draft a lesson",
        access.check_can_draft_lesson_from,
        transitions.draft_lesson_from_finding,
        "A lesson was drafted from the finding; say what was learned.",
        primary=True,
        makes=Lesson,
    ),
    *(
        replace(verb, run=update_transitions.restore_finding) if verb.name == "restore" else verb
        for verb in reviews_verbs.FINDING_VERBS
    ),
)


def findings_that_hold(user: User, review: Review) -> Any:
    """Return the findings of a review that a lesson may be drawn from."""
    return Finding.objects.visible_to(user).that_hold().filter(review=review).order_by("id")


REVIEW_VERBS = (
    Verb(
        "draft-lesson",
        "Draft a lesson from its findings",
        access.check_can_draft_lesson_from_review,
        transitions.draft_lesson_from_review,
        "A lesson was drafted from the findings; say what was learned.",
        asks=(
            Ask(
                "findings",
                "From these findings",
                "records",
                rows=findings_that_hold,
                initial=lambda review: review.findings.that_hold(),
            ),
        ),
        primary=True,
        makes=Lesson,
    ),
    *reviews_verbs.REVIEW_VERBS,
)

VERBS: dict[type[Model], tuple[Verb, ...]] = with_protection(
    {
        **reviews_verbs.VERBS,
        Review: REVIEW_VERBS,
        Finding: FINDING_VERBS,
        Lesson: LESSON_VERBS,
        SystemUpdate: UPDATE_VERBS,
        ResearchDirection: RESEARCH_VERBS,
        PracticeVersion: PRACTICE_VERBS,
    },
    joint=(ReviewCycle, PracticeVersion),
)
