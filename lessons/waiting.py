"""What waits for whom: the sentences of the start page, each with its verb at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lessons.access import is_shared
from lessons.models import (
    Adoption,
    Disposition,
    Endorsement,
    Lesson,
    PracticeVersion,
    Recurrence,
    ResearchDirection,
    Reverification,
    SystemUpdate,
)
from lessons.models.practice import PracticeApproval
from lessons.states import (
    ADOPTIONS_WITH_EVIDENCE,
    LessonStatus,
    PracticeStatus,
    Scope,
    UpdateStatus,
)
from reviews.access import check_can_plan_migration
from reviews.models import (
    Briefing,
    Condition,
    CycleItem,
    MigrationProposal,
    Observation,
    Review,
)
from tracker.access import judge, labelled
from tracker.display import Text
from tracker.hidden_text import reveal
from tracker.models import LabelChange, User
from tracker.states import SHARED_LABELS
from tracker.templatetags.components import day
from tracker.verbs import verb_named

# How many lines of one noun stand on the start page before it points to the list.
SHOWN = 3
READ = gettext_lazy("Read it")


@dataclass(frozen=True)
class Step:
    """What is said of a record that waits, and the verb that carries it on ("" to open it)."""

    sentence: Text
    verb: str = ""


@dataclass(frozen=True)
class Line:
    """One sentence, its verb at the end."""

    text: Text
    verb: Text
    url: str
    late: bool = False


POSITION = Step(gettext_lazy("The change “{title}” waits for your position."), "concur")

STEPS: Mapping[tuple[type[Any], str], Step] = {
    (CycleItem, "reviewed"): POSITION,
    (CycleItem, "approved_with_conditions"): POSITION,
    (CycleItem, "blocked"): POSITION,
    (CycleItem, "approved"): POSITION,
    (Condition, "open"): Step(gettext_lazy("The condition “{title}” is yours to meet.")),
    (PracticeVersion, "joint_review"): Step(
        gettext_lazy("The practice “{title}” waits for your approval."), "approve"
    ),
    (PracticeVersion, "approved"): Step(
        gettext_lazy("Every partner approved the practice “{title}”; it can be published."),
        "publish",
    ),
    (Adoption, "asked"): Step(
        gettext_lazy("How far is {system} with the practice “{title}”?"), "say"
    ),
    **dict.fromkeys(
        ((Adoption, status) for status in ADOPTIONS_WITH_EVIDENCE),
        Step(
            gettext_lazy("{system} adopted the practice “{title}”; confirm the evidence."),
            "confirm",
        ),
    ),
    (Disposition, "asked"): Step(
        gettext_lazy("{system} is asked what it does about the lesson “{title}”."), "answer"
    ),
    (Disposition, "returned"): Step(
        gettext_lazy("The answer for {system} to the lesson “{title}” came back."), "answer"
    ),
    (Disposition, "answered"): Step(
        gettext_lazy("{system} answered the lesson “{title}”; somebody has to judge that."),
        "accept",
    ),
    (Lesson, "identified"): Step(
        gettext_lazy("The lesson “{title}” waits for your signature."), "endorse"
    ),
    (Lesson, "endorsed"): Step(
        gettext_lazy("The lesson “{title}” is endorsed; nothing follows from it yet."),
        "start-update",
    ),
    (Lesson, "regressed"): Step(gettext_lazy("The lesson “{title}” has regressed.")),
    (Review, "draft"): Step(gettext_lazy("Your review “{title}” is a draft.")),
    (Review, "submitted"): Step(gettext_lazy("The review “{title}” waits for a lead."), "accept"),
    (SystemUpdate, "proposed"): Step(
        gettext_lazy("The update “{title}” needs someone responsible and a day."), "accept"
    ),
    (SystemUpdate, "accepted"): Step(
        gettext_lazy("The update “{title}” is yours to begin."), "begin"
    ),
    (SystemUpdate, "in_progress"): Step(
        gettext_lazy("The update “{title}” is yours and in progress."), "ship"
    ),
    (SystemUpdate, "shipped"): Step(
        gettext_lazy("The update “{title}” shipped and was given its time; does it work?"),
        "review-effect",
    ),
    (ResearchDirection, "proposed"): Step(
        gettext_lazy("The question “{title}” needs someone responsible."), "adopt"
    ),
    (ResearchDirection, "adopted"): Step(
        gettext_lazy("The question “{title}” is yours to begin on."), "begin"
    ),
    (ResearchDirection, "active"): Step(
        gettext_lazy("The question “{title}” is yours."), "conclude"
    ),
    (Observation, "new"): Step(
        gettext_lazy("The observation “{title}” has no review yet."), "start-review"
    ),
}
PLAN = Step(
    gettext_lazy("The update “{title}” is yours; write by what its effect will be judged."),
    "plan-effect",
)
VERSION = Step(
    gettext_lazy("The new version “{title}” of a system of yours has no review yet."), "accept"
)
JOINTLY = replace(VERSION, verb="plan-cycle")
AGAIN = Step(gettext_lazy("Does the lesson “{title}” still hold for {version}?"), "still-holds")
BRIEFING = Step(gettext_lazy("Before “{title}” is signed, your side answers its briefing."))
CAME_BACK = gettext_lazy("Is the lesson “{lesson}” back? This finding resembles it: “{seen}”.")
FAILED = gettext_lazy("Is the lesson “{lesson}” back? Its check failed: “{seen}”.")
ASKED = Step(gettext_lazy("{owner} asks for consent: {title}."), "consent")
SHARE = Step(
    gettext_lazy("The lesson “{title}” is joint, but the partners can't read it yet."), "share"
)

# In the order of the start page: what holds others up comes first.
NOUNS: tuple[tuple[type[Any], str, Text], ...] = (
    (
        LabelChange,
        "consent-many",
        gettext_lazy("Several wait for your consent, which can be given in one go."),
    ),
    (Briefing, "cycle-list", gettext_lazy("More briefings wait for an answer.")),
    (CycleItem, "signing", gettext_lazy("More changes wait for your position.")),
    (PracticeVersion, "practice-list", gettext_lazy("More practices wait for you.")),
    (Lesson, "lesson-list", gettext_lazy("More lessons wait for you.")),
    (Recurrence, "recurrence-list", gettext_lazy("More lessons may have come back.")),
    (MigrationProposal, "system-list", gettext_lazy("More new versions have no review.")),
    (Reverification, "lesson-list", gettext_lazy("More lessons are to be verified again.")),
    (
        Disposition,
        "disposition-list",
        gettext_lazy("More systems are asked, or their answers wait for a judgement."),
    ),
    (Adoption, "adoption-list", gettext_lazy("More systems are asked about practices.")),
    (Review, "review-list", gettext_lazy("More reviews wait for you.")),
    (SystemUpdate, "update-list", gettext_lazy("More updates wait for you.")),
    (Condition, "cycle-list", gettext_lazy("More conditions are yours.")),
    (ResearchDirection, "research-list", gettext_lazy("More questions wait for you.")),
    (Observation, "observation-list", gettext_lazy("More observations wait for you.")),
)


def needs(user: User) -> list[Line]:
    """Return what waits for a person, a few lines of each noun; one query a noun."""
    return [
        line
        for model, name, more in NOUNS
        for line in lines_of(user, model, f"{reverse(name)}?waiting=on", more)
    ]


def lines_of(user: User, model: Any, more_url: str, more: Text) -> list[Line]:
    """Return the lines of one noun, the last one pointing to the rest."""
    rows = model.objects.visible_to(user).awaiting(user).order_by("-id")
    if model is PracticeVersion:
        rows = rows.for_line()
    fetched = {Adoption, Briefing, CycleItem, Condition, Disposition, MigrationProposal, Recurrence}
    if model in {*fetched, Reverification}:
        rows = rows.for_list()
    if model is LabelChange:
        rows = rows.select_related("owner")
    if model is SystemUpdate:
        rows = rows.with_plan().exclude(pk__in=overdue(user).values("pk"))
    found = list(rows[: SHOWN + 1])
    lines = [line_of(user, record) for record in found[:SHOWN]]
    if len(found) > (1 if model is LabelChange else SHOWN):
        lines.append(Line(more, _("Show all"), more_url))
    return lines


def line_of(user: User, record: Any) -> Line:
    """Return the line of a record that waits for a person."""
    if isinstance(record, LabelChange):
        return line_for(user, ASKED, record, owner=record.owner)
    if isinstance(record, MigrationProposal):
        return line_for(user, JOINTLY if may_plan(user, record) else VERSION, record)
    if isinstance(record, Reverification):
        named = f"{record.system}, {record.version}"
        return line_for(user, AGAIN, record, version=reveal(named))
    if isinstance(record, Briefing):
        return replace(line_for(user, BRIEFING, record), verb=_("Answer it"))
    if isinstance(record, Recurrence):
        return recurrence_line(record)
    if isinstance(record, Adoption | Disposition):
        return line_for(user, step_of(record), record, system=reveal(str(record.system)))
    return line_for(user, step_of(record), record)


def recurrence_line(recurrence: Recurrence) -> Line:
    """Return the line of a lesson that may have come back: one reads both before one decides."""
    url = recurrence.get_absolute_url()
    text = format_html(
        str(FAILED if recurrence.check_result_id else CAME_BACK),
        lesson=format_html('<a href="{}">{}</a>', url, reveal(str(recurrence.lesson))),
        seen=reveal(str(recurrence.seen)),
    )
    return Line(text, _("Compare them"), url)


def step_of(record: Any) -> Step:
    """Return what a record that waits for a person asks of them."""
    if isinstance(record, SystemUpdate) and asks_for_plan(record):
        return PLAN
    unsigned = isinstance(record, Lesson) and record.status == LessonStatus.IDENTIFIED
    if unsigned and record.scope == Scope.JOINT and not is_shared(record):
        return SHARE
    return STEPS[type(record), record.status]


def may_plan(user: User, proposal: MigrationProposal) -> bool:
    """Say whether a person can plan the cycle of a new version."""
    return judge(check_can_plan_migration, user, proposal).allowed


def asks_for_plan(update: SystemUpdate) -> bool:
    """Say whether nobody wrote by what an update is judged, where that is the next to do."""
    begun = (UpdateStatus.IN_PROGRESS, UpdateStatus.SHIPPED)
    return update.status in begun and not getattr(update, "has_plan", True)


def line_for(user: User, step: Step, record: Any, late: bool = False, **words: Any) -> Line:
    """Return the line of a record, its title leading to its page and the verb to the verb's."""
    url = record.get_absolute_url()
    title = format_html('<a href="{}">{}</a>', url, reveal(str(record)))
    text = format_html(str(step.sentence), title=title, **words)
    verb = verb_named(type(record), step.verb)
    if verb is None:
        return Line(text, READ, url, late)
    args = [record._meta.model_name, record.reference, verb.name]
    return Line(text, verb.label_for(user), reverse("verb", args=args), late)


# --- What is late -----------------------------------------------------------------------------


def overdue(user: User) -> Any:
    """Return the updates of a person's organization that should have shipped."""
    return SystemUpdate.objects.visible_to(user).overdue().filter(owner=user.organization_id)


def late(user: User) -> list[Line]:
    """Return a line for each of the longest overdue updates."""
    found = list(
        overdue(user).select_related("assignee__organization").order_by("due_on")[: SHOWN + 1]
    )
    lines = [late_line(user, update) for update in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(
            Line(_("More updates are late."), _("Show all"), reverse("update-list") + "?late=on")
        )
    return lines


def late_line(user: User, update: SystemUpdate) -> Line:
    """Return the line of an overdue update; who carries it gets the verb."""
    who = _("you") if update.assignee_id == user.pk else str(update.assignee or _("nobody"))
    sentence = _("The update “{title}” was due on {due}; it is with {who}.")
    carries_on = update.assignee_id == user.pk and update.status != UpdateStatus.PROPOSED
    step = Step(sentence, "ship" if carries_on else "")
    return line_for(user, step, update, late=True, due=day(update.due_on), who=who)


# --- What the other side waits for ------------------------------------------------------------


def owed(user: User) -> list[Line]:
    """Return what the other partners wait for and that does not wait for this person anyway."""
    return [
        *signatures_owed(
            user, lessons_owed(user), _("The lesson “{title}” waits for a signatory of {ours}.")
        ),
        *signatures_owed(
            user, practices_owed(user), _("The practice “{title}” waits for a signatory of {ours}.")
        ),
        *judgements_owed(user),
    ]


def lessons_owed(user: User) -> Any:
    """Return shared joint lessons that another partner owns or signed, and we have not signed."""
    signed = Endorsement.objects.current().filter(lesson=OuterRef("pk"))
    ours = signed.filter(organization=user.organization_id)
    theirs = Q(Exists(signed)) | ~Q(owner=user.organization_id)
    return (
        Lesson.objects.visible_to(user)
        .filter(
            theirs,
            labelled(SHARED_LABELS),
            scope=Scope.JOINT,
            status=LessonStatus.IDENTIFIED,
        )
        .exclude(Exists(ours))
        .exclude(pk__in=Lesson.objects.awaiting(user).values("pk"))
    )


def practices_owed(user: User) -> Any:
    """Return versions in joint review that another partner signed or wrote, and we have not signed."""
    signed = PracticeApproval.objects.current().filter(version=OuterRef("pk"))
    ours = signed.filter(organization=user.organization_id)
    theirs = Q(Exists(signed)) | ~Q(created_by__organization=user.organization_id)
    return (
        PracticeVersion.objects.visible_to(user)
        .for_line()
        .filter(theirs, status=PracticeStatus.JOINT_REVIEW)
        .exclude(Exists(ours))
        .exclude(pk__in=PracticeVersion.objects.awaiting(user).values("pk"))
    )


def signatures_owed(user: User, rows: Any, sentence: str) -> Iterable[Line]:
    """Return a line for each record that our signatory has not signed."""
    for record in rows.order_by("-id")[:SHOWN]:
        yield line_for(user, Step(sentence), record, ours=user.organization)


def judgements_owed(user: User) -> Iterable[Line]:
    """Return a line for each update that another partner shipped and nobody judged."""
    rows = (
        SystemUpdate.objects.visible_to(user)
        .with_due_review()
        .exclude(owner=user.organization_id)
        .exclude(pk__in=SystemUpdate.objects.awaiting(user).values("pk"))
        .select_related("owner")
    )
    sentence = _("{owner} shipped “{title}” and waits for a judgement of its effect.")
    for update in rows.order_by("-id")[:SHOWN]:
        yield line_for(user, Step(sentence), update, owner=update.owner)
