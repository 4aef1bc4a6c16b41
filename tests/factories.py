"""Plain functions that make things, and that reach states through the real verbs only."""

from __future__ import annotations

import datetime
import itertools
import time
from typing import Any

from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.utils import timezone

from lessons import editing as lessons_editing
from lessons import (
    effect_transitions,
    practice_editing,
    practice_transitions,
    transitions,
    update_transitions,
)
from lessons.briefing_transitions import open_cycle
from lessons.models import Lesson, PracticeVersion, SystemUpdate
from reviews import editing as reviews_editing
from reviews import transitions as reviews_transitions
from reviews.models import CycleItem, CycleSeries, Finding, Observation, Review, ReviewCycle
from tests.labels import bear, let_time_pass
from tracker import account_editing, editing, sharing
from tracker.confirmation import has_second_factor
from tracker.models import (
    AISystem,
    DuePolicy,
    Organization,
    SystemDependency,
    Tag,
    Taxonomy,
    User,
)
from tracker.states import DAYS_DUE, Scope, Severity

PASSWORD = "correct horse battery"
DAY = datetime.date(2026, 3, 2)
numbers = itertools.count(1)


def make_organization(code: str, name: str, kind: str = "partner") -> Organization:
    """Make an organization."""
    counts_since = timezone.now() if kind == "partner" else None
    return Organization.objects.get_or_create(
        code=code, defaults={"name": name, "kind": kind, "counts_since": counts_since}
    )[0]


def make_community() -> Organization:
    """Make a community organization."""
    return make_organization("COM", "Community", kind="community")


def make_user(username: str, organization: Organization, role: str) -> User:
    """Make an account that can sign in with PASSWORD."""
    user: User = User.objects.create_user(
        username,
        password=PASSWORD,
        organization=organization,
        role=role,
        is_staff=organization.kind == "partner",
    )
    return user


def make_superuser(username: str) -> User:
    """Make an account that runs the installation and belongs to no organization."""
    user: User = User.objects.create_superuser(username, password=PASSWORD)
    return user


def make_token(user: User, *scopes: str) -> str:
    """Give a program of a person's a token; for everything where no scopes are named."""
    chosen = scopes or Scope.values
    if Scope.SIGN in chosen and not has_second_factor(user):
        make_second_factor(user)
    return account_editing.issue_token(by=user, scopes=chosen)[1]


def make_second_factor(user: User) -> str:
    """Set up an authenticator app for a person, and return its secret."""
    secret: str = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def code_of(secret: str) -> str:
    """Return what the app shows now; within a second of its change, what it shows next."""
    time.sleep(1.1 if time.time() % 30 > 29 else 0)
    code: str = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    return code


def make_tag(code: str = "MEASURE-2.7", scheme: str = "nist-ai-rmf", version: str = "1.0") -> Tag:
    """Make a tag of a public vocabulary."""
    taxonomy, _ = Taxonomy.objects.get_or_create(
        scheme=scheme, version=version, defaults={"title": scheme, "is_current": True}
    )
    return Tag.objects.get_or_create(taxonomy=taxonomy, code=code, defaults={"label": code})[0]


def make_due_policy(severity: str) -> DuePolicy:
    """Make sure of how soon something is due; a test that committed may have left no table of it."""
    days = {"days": DAYS_DUE[Severity(severity)]}
    return DuePolicy.objects.get_or_create(severity=severity, defaults=days)[0]


def make_system(by: User, **fields: Any) -> AISystem:
    """Make a system that its owner alone may see."""
    fields = {"name": f"System {next(numbers)}", "kind": "model", **fields}
    return editing.add_system(by=by, **fields)


def make_dependency(
    by: User, upstream: AISystem, downstream: AISystem, label: str = "clear", **fields: Any
) -> SystemDependency:
    """Let a system be built on another; whoever sees both reads that, where nothing else is said."""
    fields = {"kind": "built_on", **fields}
    made = editing.add_dependency(by=by, upstream=upstream, downstream=downstream, **fields)
    dependency: SystemDependency = bear(made, label)
    return dependency


def make_observation(by: User, **fields: Any) -> Observation:
    """Make an observation that its owner alone may see."""
    fields = {"title": f"Observation {next(numbers)}", "occurred_on": DAY, **fields}
    return reviews_editing.capture_observation(by=by, **fields)


def make_cycle(by: User, **fields: Any) -> ReviewCycle:
    """Make an open cycle; `by` leads at a partner."""
    fields = {
        "title": f"Cycle {next(numbers)}",
        "starts_on": DAY,
        "ends_on": DAY + datetime.timedelta(days=30),
        **fields,
    }
    return open_cycle(reviews_editing.plan_cycle(by=by, **fields), by=by)


def make_series(by: User, **fields: Any) -> CycleSeries:
    """Make a series that opens a cycle each week from today on; `by` leads at a partner."""
    fields = {
        "title": f"Series {next(numbers)}",
        "rule": "FREQ=WEEKLY",
        "begins_on": timezone.localdate(),
        **fields,
    }
    return reviews_editing.set_up_series(by=by, **fields)


def make_item(by: User, cycle: ReviewCycle | None = None, **fields: Any) -> CycleItem:
    """Make an item that needs approval, of a system that the partners read; `by` leads."""
    if "system" not in fields:
        fields["system"] = sharing.share(make_system(by), by=by)
    fields = {"change": f"Change {next(numbers)}", "needs_approval": True, **fields}
    return reviews_editing.add_item(cycle or make_cycle(by), by=by, **fields)


def make_reviewed_item(by: User, lead: User, **fields: Any) -> CycleItem:
    """Make an item with an accepted review of `by` and a finding behind it."""
    item = make_item(lead, **fields)
    review = make_review(by, system=item.system, cycle=item.cycle, item=item)
    make_finding(by, review)
    reviews_transitions.submit_review(review, by=by)
    reviews_transitions.accept_review(review, by=lead)
    item.refresh_from_db()
    return item


def make_item_to_sign(by: User, lead: User, **fields: Any) -> CycleItem:
    """Make a reviewed item of a cycle that is being signed."""
    item = make_reviewed_item(by, lead, **fields)
    item.cycle = reviews_transitions.begin_signing(item.cycle, by=lead)
    return item


def make_review(by: User, **fields: Any) -> Review:
    """Make a draft review with a summary and no findings."""
    fields = {"title": f"Review {next(numbers)}", "held_on": DAY, "summary": "Looked at.", **fields}
    if "system" not in fields:
        fields["system"] = make_system(by)
    return reviews_editing.log_review(by=by, **fields)


def make_finding(by: User, review: Review | None = None, **fields: Any) -> Finding:
    """Make a draft finding in a draft review."""
    fields = {"title": f"Finding {next(numbers)}", **fields}
    return reviews_editing.add_finding(review or make_review(by), by=by, **fields)


def make_confirmed_finding(by: User, lead: User, **fields: Any) -> Finding:
    """Make a finding of a review that was submitted and accepted, so the partners can read it."""
    finding = make_finding(by, **fields)
    reviews_transitions.submit_review(finding.review, by=by)
    reviews_transitions.accept_review(finding.review, by=lead)
    finding.refresh_from_db()
    return finding


def make_lesson(by: User, **fields: Any) -> Lesson:
    """Make an identified lesson that its owner alone may read."""
    fields = {"title": f"Lesson {next(numbers)}", "insight": "This is what was learned.", **fields}
    return lessons_editing.write_lesson(by=by, **fields)


def make_endorsed_lesson(by: User, lead: User, *signatories: User, **fields: Any) -> Lesson:
    """Make a joint lesson that a lead shared and every given signatory signed."""
    lesson = sharing.share(make_lesson(by, **fields), by=lead)
    for signatory in signatories:
        lesson = transitions.endorse(lesson, by=signatory)
    return lesson


def make_update(by: User, lesson: Lesson, **fields: Any) -> SystemUpdate:
    """Make a proposed update from an endorsed lesson."""
    fields = {"title": f"Update {next(numbers)}", "kind": "corrective", **fields}
    if "system" not in fields and fields["kind"] not in {"policy", "process"}:
        fields["system"] = make_system(by)
    return transitions.start_update(lesson, by=by, **fields)


def make_shipped_update(by: User, lead: User, lesson: Lesson, **fields: Any) -> SystemUpdate:
    """Make an update that its responsible person shipped."""
    update = make_update(by, lesson, **fields)
    update = update_transitions.accept_update(update, by=lead, assignee=by, due_on=DAY)
    return update_transitions.ship_update(update, by=by, shipped_on=DAY)


def judge_effect(
    update: SystemUpdate,
    *,
    by: User,
    outcome: str = "effective",
    seen: str = "Tried it.",
    **when: Any,
) -> SystemUpdate:
    """Judge an update by a criterion that its carrier wrote, late where it shipped without."""
    if not update.effectiveness_reviews.exists():
        carrier = update.assignee or update.created_by
        effect_transitions.plan_effect(
            update, by=carrier, criterion="No drift.", method="Replay chats.", waiting_days=0
        )
    return effect_transitions.review_effect(update, by=by, outcome=outcome, seen=seen, **when)


def make_published_practice(
    lesson: Lesson, by: User, lead: User, *signatories: User, **fields: Any
) -> PracticeVersion:
    """Make a practice that every given signatory approved and a lead published."""
    version = practice_editing.draft_practice(lesson, by=by, **fields)
    return practice_transitions.publish_practice(approved(version, by, *signatories), by=lead)


def approved(version: PracticeVersion, by: User, *signatories: User) -> PracticeVersion:
    """Put a draft up for review, and let every given signatory approve it."""
    version = practice_transitions.propose_practice(version, by=by)
    for signatory in signatories:
        version = practice_transitions.approve_practice(version, by=signatory)
    return version


# --- Records at every label, reached as people reach it -----------------------------------------


def make_red(record: Any, lead: User, *people: User) -> Any:
    """Leave a record to the lead and the people given."""
    return sharing.name_people(record, by=lead, people=people, reason="Names a person.")


def make_green(record: Any, signatory: User, **when: Any) -> Any:
    """Release a record that concerns its owner alone to whoever signs in."""
    return sharing.release_to_community(record, by=signatory, **when)


def make_clear(record: Any, signatory: User, **when: Any) -> Any:
    """Make a record public that concerns its owner alone."""
    return sharing.release_to_public(record, by=signatory, **when)


def make_embargoed(record: Any, lead: User, at: datetime.datetime | None = None) -> Any:
    """Share a record with the partners, from an instant on: tomorrow, if none is given."""
    instant = at or timezone.now() + datetime.timedelta(days=1)
    return sharing.share(record, by=lead, takes_effect_at=instant)


def end_embargo(record: Any) -> Any:
    """Let the instant of an embargo be past, as time does, without any write of the tracker's own."""
    past = timezone.now() - datetime.timedelta(seconds=1)
    if isinstance(record, PracticeVersion):
        PracticeVersion.objects.filter(pk=record.pk).update(published_at=past)
    else:
        let_time_pass(record, past)
    record.refresh_from_db()
    return record


def make_lesson_of_both(by: User, lead: User, *, theirs: User, their_lead: User) -> Lesson:
    """Make a lesson of the writer's organization from a finding of each side."""
    findings = [make_confirmed_finding(by, lead), make_confirmed_finding(theirs, their_lead)]
    return make_lesson(by, findings=findings)
