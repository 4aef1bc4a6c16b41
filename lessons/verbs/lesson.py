"""The verbs of lessons."""

from __future__ import annotations

from typing import Any

from lessons import access, transitions
from lessons.models import Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from lessons.reach import doubt_about
from lessons.states import UpdateKind
from reviews.verbs import SEEN, STATEMENT, own_people
from tracker.differences import changes_since_ours
from tracker.models import AISystem, User
from tracker.sharing_access import check_can_copy
from tracker.sharing_verbs import REASON, sharing_verbs
from tracker.verbs import Ask, Verb


def own_systems(user: User, _: Any) -> Any:
    """Return the systems that the reader's organization may update."""
    return AISystem.objects.visible_to(user).of(user.organization_id)


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
        doubts=doubt_about,
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
