"""The only functions that create and edit observations, reviews, findings and evidence."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File

from reviews import access
from reviews.editing.common import set_many
from reviews.models import CycleItem, Evidence, Finding, Observation, Review, ReviewCycle
from tracker.access import judge
from tracker.editing import check_version_of, create_record
from tracker.keys import new_key
from tracker.models import AISystem, SystemVersion, Tag, User
from tracker.recording import change, check_not_in_the_future, lock, recorded
from tracker.sharing_access import check_sources_fit


@recorded("reviews.observation.captured")
def capture_observation(
    *,
    by: User,
    title: str,
    occurred_on: datetime.date,
    systems: Iterable[AISystem] = (),
    tags: Iterable[Tag] = (),
    copied_from: Observation | None = None,
    illustrative: bool = False,
    **fields: Any,
) -> Observation:
    """Capture what was seen: what, which systems, when; the rest can follow at triage."""
    access.check_can_capture_observation(by)
    check_not_in_the_future("occurred_on", occurred_on)
    observation = create_record(
        Observation,
        by=by,
        sources=[copied_from] if copied_from else [],
        title=title,
        occurred_on=occurred_on,
        copied_from=copied_from,
        illustrative=illustrative,
        **fields,
    )
    set_many(observation, by=by, systems=systems, tags=tags)
    return observation


@recorded("reviews.observation.edited")
def edit_observation(
    observation: Observation,
    *,
    by: User,
    systems: Iterable[AISystem] | None = None,
    tags: Iterable[Tag] | None = None,
    **fields: Any,
) -> Observation:
    """Change what an observation says."""
    observation = lock(observation)
    access.check_can_edit_observation(by, observation)
    check_not_in_the_future("occurred_on", fields.get("occurred_on", observation.occurred_on))
    change(observation, **fields)
    set_many(observation, by=by, systems=systems, tags=tags)
    return observation


@recorded("reviews.review.logged")
def log_review(
    *,
    by: User,
    title: str,
    system: AISystem,
    held_on: datetime.date,
    reviewers: Iterable[User] = (),
    sources: Sequence[Observation | Finding] = (),
    illustrative: bool = False,
    **fields: Any,
) -> Review:
    """Log a review as a draft of the writer's organization; `sources` is what its findings will rest on."""
    access.check_can_log_review(by)
    check_comes_into(fields.get("cycle"))
    check_item_of_cycle(fields.get("cycle"), fields.get("item"), system, fields.get("version"))
    check_version_of(system, version=fields.get("version"))
    review = create_record(
        Review,
        by=by,
        sources=sources,
        title=title,
        system=system,
        held_on=held_on,
        illustrative=illustrative,
        **fields,
    )
    set_many(review, by=by, reviewers=reviewers)
    return review


@recorded("reviews.review.edited")
def edit_review(
    review: Review, *, by: User, reviewers: Iterable[User] | None = None, **fields: Any
) -> Review:
    """Change a draft; whoever words it signs nothing that it stands behind."""
    review = lock(review)
    access.check_can_edit_review(by, review)
    cycle = fields.get("cycle", review.cycle)
    if cycle != review.cycle:
        check_comes_into(cycle)
    check_item_of_cycle(
        cycle,
        fields.get("item", review.item),
        fields.get("system", review.system),
        fields.get("version", review.version),
    )
    check_version_of(
        fields.get("system", review.system), version=fields.get("version", review.version)
    )
    if change(review, **fields):
        review.worded_by.add(by)
    set_many(review, by=by, reviewers=reviewers)
    return review


def check_comes_into(cycle: ReviewCycle | None) -> None:
    """Refuse a cycle that takes no reviews, as a problem of the field; a review needs no cycle."""
    if cycle is not None and not (verdict := judge(access.check_takes_reviews, lock(cycle))):
        raise ValidationError({"cycle": verdict.reason})


def check_item_of_cycle(
    cycle: ReviewCycle | None,
    item: CycleItem | None,
    system: AISystem,
    version: SystemVersion | None,
) -> None:
    """Refuse an item of another cycle, system or version: its review would speak of something else."""
    if item and (cycle is None or item.cycle_id != cycle.pk):
        raise ValidationError({"item": "This item belongs to another cycle."})
    if item and item.system_id != system.pk:
        raise ValidationError({"item": "This item is about another system."})
    if item and version and item.version_id not in (None, version.pk):
        raise ValidationError({"item": "This item is about another version of the system."})


@recorded("reviews.finding.added")
def add_finding(
    review: Review,
    *,
    by: User,
    title: str,
    systems: Iterable[AISystem] | None = None,
    observations: Iterable[Observation] = (),
    tags: Iterable[Tag] = (),
    copied_from: Finding | None = None,
    illustrative: bool | None = None,
    **fields: Any,
) -> Finding:
    """Add a finding to a draft review; without systems it is about the review's own.

    It is as illustrative as its review, unless said otherwise: a fact may stand in a made-up review.
    """
    review = lock(review)
    access.check_can_edit_review(by, review)
    made_up = review.illustrative if illustrative is None else illustrative
    seen = list(observations)
    finding = create_record(
        Finding,
        by=by,
        sources=[review, *seen, *([copied_from] if copied_from else [])],
        review=review,
        title=title,
        copied_from=copied_from,
        illustrative=made_up,
        **fields,
    )
    chosen = list(systems or ()) or [review.system]
    set_many(finding, by=by, systems=chosen, observations=seen, tags=tags)
    return finding


def lock_with_review(finding: Finding) -> Finding:
    """Return a finding locked after its review, which decides on it: the order that acceptance takes."""
    review = lock(finding.review)
    finding = lock(finding)
    finding.review = review
    return finding


@recorded("reviews.finding.edited")
def edit_finding(
    finding: Finding,
    *,
    by: User,
    systems: Iterable[AISystem] | None = None,
    observations: Iterable[Observation] | None = None,
    tags: Iterable[Tag] | None = None,
    **fields: Any,
) -> Finding:
    """Change a draft finding; whoever words it signs nothing that it stands behind."""
    finding = lock_with_review(finding)
    access.check_can_edit_finding(by, finding)
    if observations is not None:
        observations = list(observations)
        known = set(finding.observations.values_list("pk", flat=True))
        check_sources_fit(finding, [one for one in observations if one.pk not in known])
    if change(finding, **fields):
        finding.worded_by.add(by)
    set_many(finding, by=by, systems=systems, observations=observations, tags=tags)
    return finding


@recorded("reviews.finding.tagged")
def tag_finding(finding: Finding, *, by: User, tags: Iterable[Tag]) -> Finding:
    """Change a finding's tags, in any state."""
    finding = lock(finding)
    access.check_can_tag_finding(by, finding)
    set_many(finding, by=by, tags=tags)
    return finding


@recorded("reviews.evidence.added")
def add_evidence(
    record: Observation | Review | Finding,
    *,
    by: User,
    title: str,
    url: str = "",
    file: File[Any] | None = None,
    dated_on: datetime.date | None = None,
    revision_of: Evidence | None = None,
) -> Evidence:
    """Put a file or a link under a record; a file's bytes are kept with their SHA-256."""
    record = lock(record)
    access.check_can_add_evidence(by, record)
    if revision_of is not None:
        revision_of = lock(revision_of)
        check_revision(by, revision_of, record)
    evidence = Evidence(
        id=new_key(),
        title=title,
        url=url,
        dated_on=dated_on,
        added_by=by,
        revision_of=revision_of,
        **{type(record)._meta.model_name or "": record},
    )
    if file is not None:
        attach(evidence, file)
    evidence.full_clean()
    save_with_file(evidence)
    return evidence


def save_with_file(evidence: Evidence) -> None:
    """Save evidence; storage takes no part in the transaction, so a refused row's file is removed."""
    try:
        evidence.save(force_insert=True)
    except Exception:
        if evidence.file:
            evidence.file.delete(save=False)
        raise


def check_revision(by: User, older: Evidence, record: Observation | Review | Finding) -> None:
    """Refuse to revise what has a newer revision, or what hangs under another record."""
    access.check_can_revise_evidence(by, older)
    if older.under != record:
        raise ValidationError({"revision_of": f"“{older.title}” is not under {record.reference}."})


def attach(evidence: Evidence, file: File[Any]) -> None:
    """Hash a file piece by piece and hang it on its evidence."""
    limit: int = settings.EVIDENCE_MAX_BYTES
    if file.size > limit:
        raise ValidationError({"file": f"The file is larger than {limit // 2**20} MB; link to it."})
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    evidence.file, evidence.sha256 = file, digest.hexdigest()
    evidence.file_name = (file.name or "file")[:255]


@recorded("reviews.evidence.revised")
def revise_evidence(
    evidence: Evidence, *, by: User, url: str = "", file: File[Any] | None = None, **fields: Any
) -> Evidence:
    """Add a newer revision; the older one stays as it was."""
    title = fields.pop("title", evidence.title)
    return add_evidence(
        evidence.under, by=by, title=title, url=url, file=file, revision_of=evidence, **fields
    )
