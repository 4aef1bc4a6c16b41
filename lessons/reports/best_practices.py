"""Builds the best-practice report: what is published, what stands behind it, what it changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.db.models import F, Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from lessons.models import PracticeApproval, PracticeVersion, SystemUpdate
from lessons.reports.filters import ReportFilter
from lessons.reports.lineage import Lineage, lineages_of
from lessons.reports.loop import loop_for
from lessons.reports.shape import Approval, BestPractices, Line, PracticeEntry, TagLine
from lessons.trace import threads_for
from lessons.trace.graph import Key
from lessons.trace.threads import address_of
from tracker.access import may_know_person
from tracker.chain.sealing import current_head
from tracker.display import UNSEEN_SYSTEM, Station
from tracker.marking import label_of
from tracker.models import AISystem
from tracker.protection.readings import log_reading
from tracker.states import Label, Surface

if TYPE_CHECKING:
    from tracker.access import Reader


def build_best_practices(reader: Reader, filters: ReportFilter) -> BestPractices:
    """Read the report for a reader, in a constant number of queries."""
    head = current_head()
    versions = list(_versions(reader, filters))
    lineages = lineages_of(versions, reader)
    log_reading(reader, (one for x in lineages.values() for one in x.shown), Surface.REPORT)
    threads = threads_for(versions, reader)
    systems = _systems_of([u for x in lineages.values() for u in x.updates], reader)
    return BestPractices(
        generated_at=timezone.now(),
        reader=describe_reader(reader),
        filters=filters.answers(),
        grouping=filters.grouping,
        loop=loop_for(reader, filters.versions(), bool(filters.answers())),
        practices=[
            _entry(x, lineages[x.pk], _counted(threads[x.pk], lineages[x.pk]), systems, reader)
            for x in versions
        ],
        history_head=head,
    )


def describe_reader(reader: Reader) -> str:
    """Say for whom the report was made."""
    if not reader.is_authenticated:
        return _("the public")
    return f"{reader}, {reader.organization}" if reader.organization else str(reader)


def _versions(reader: Reader, filters: ReportFilter) -> Any:
    approvals = PracticeApproval.objects.filter(
        content_version=F("version__content_version")
    ).select_related("organization", "signed_by__organization")
    return (
        filters.versions()
        .for_list(reader)  # type: ignore[attr-defined]
        .select_related("created_by__organization")
        .prefetch_related(Prefetch("approvals", approvals))
    )


def _systems_of(updates: Iterable[SystemUpdate], reader: Reader) -> dict[Key, AISystem]:
    """Fetch the systems that updates change, as far as the reader may know of them; one query."""
    keys = {update.system_id for update in updates if update.system_id}
    return AISystem.objects.visible_to(reader).in_bulk(keys) if keys else {}


def _entry(
    version: PracticeVersion,
    lineage: Lineage,
    thread: Sequence[Station],
    systems: Mapping[Key, AISystem],
    reader: Reader,
) -> PracticeEntry:
    assert version.published_at is not None
    return PracticeEntry(
        reference=version.practice.reference,
        version=version.number,
        title=version.title,
        url=address_of(version),
        published_at=version.published_at,
        guidance=version.guidance,
        applicability=version.applicability,
        how_to_verify=version.how_to_verify,
        source=version.source,
        source_url=version.source_url,
        is_illustrative=version.illustrative,
        tags=[_tag(tag) for tag in version.tags.all()],
        systems=[_system(system) for system in version.systems.all()],
        approvals=[_approval(approval, reader) for approval in version.approvals.all()],
        lineage=lineage,
        lessons=[_line(x, date=_day(x.endorsed_at)) for x in lineage.lessons],
        findings=[_line(x, date=x.review.held_on) for x in lineage.findings],
        observations=[
            _line(x, date=x.occurred_on, date_precision=x.occurred_precision)
            for x in lineage.observations
        ],
        updates=[_update(x, systems) for x in lineage.updates],
        thread=thread,
    )


def _counted(thread: Sequence[Station], lineage: Lineage) -> list[Station]:
    """Put the lineage's counts on the thread; what is public as a number may stand there."""
    counts = (
        lineage.observation_count.total,
        lineage.finding_count.total,
        lineage.lesson_count.total,
        *(_count_of(station) for station in thread[3:]),
    )
    stations = [replace(s, count=c, url="") for s, c in zip(thread, counts, strict=True)]
    return [replace(s, state="done") if s.state == "absent" and s.count else s for s in stations]


def _count_of(station: Station) -> int | None:
    """Return how many passed a station; None where the line has not come so far, or out of sight."""
    if station.state == "ahead":
        return None
    return station.count or int(station.state == "done")


def _line(record: Any, **more: Any) -> Line:
    return Line(
        reference=record.reference,
        title=record.title,
        url=address_of(record),
        label=Label(record.label_now),
        noun={"systemupdate": "update"}.get(record._meta.model_name, record._meta.model_name),
        state=record.status,
        state_name=record.get_status_display(),
        owner=record.owner.code,
        **more,
    )


def _day(instant: datetime.datetime | None) -> datetime.date | None:
    return timezone.localdate(instant) if instant else None


def _update(update: SystemUpdate, systems: Mapping[Key, AISystem]) -> Line:
    system = systems.get(update.system_id) if update.system_id else None
    unseen = str(UNSEEN_SYSTEM) if update.system_id else ""
    label = label_of(x for x in (update, system) if x)
    on = update.verified_on or update.shipped_on
    line = _line(update, about=system.name if system else unseen, date=on)
    return replace(line, label=label)


def _system(system: AISystem) -> Line:
    return Line(system.reference, system.name, address_of(system), system.label_now)


def _tag(tag: Any) -> TagLine:
    return TagLine(tag.taxonomy.scheme, tag.taxonomy.title, tag.code, tag.label)


def _approval(approval: PracticeApproval, reader: Reader) -> Approval:
    known = may_know_person(reader, approval.signed_by)
    return Approval(
        organization=approval.organization.name,
        organization_code=approval.organization.code,
        signer=str(approval.signed_by) if known else "",
        signed_at=approval.signed_at,
        is_illustrative=approval.illustrative,
    )
