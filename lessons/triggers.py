"""Rules that PostgreSQL holds of updates and the reviews of their effect."""

from __future__ import annotations

import pgtrigger

from lessons.states import UPDATE_AFTER, UpdateKind, UpdateStatus
from tracker.triggers import any_changed

# What a review of an effect is by: it stays once the update shipped.
PLAN = ("criterion", "method", "waiting_days", "criterion_at", "criterion_by_id", "waits_from")
JUDGED = ("update_id", "outcome", "reviewed_on", "reviewed_by_id", "recorded_at", "seen")
WORDS = ("criterion", "method", "seen")


def planned_before_shipping() -> pgtrigger.Trigger:
    """Return a trigger on reviews of an effect: by what it is judged stays once the update shipped.

    It waits from the day of shipping at the earliest, and what was judged stays as it was written.
    """
    return pgtrigger.Trigger(
        name="planned_before_shipping",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("shipped", "date")],
        func=f"""
            IF TG_OP = 'DELETE' THEN
                RAISE EXCEPTION 'A review of an effect is never deleted.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF TG_OP = 'UPDATE' AND OLD.waits_from IS NOT NULL AND ({any_changed(PLAN, WORDS)}) THEN
                RAISE EXCEPTION 'By what an effect is judged stays as it was when the update shipped.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF TG_OP = 'UPDATE' AND OLD.outcome <> '' AND ({any_changed(JUDGED, WORDS)}) THEN
                RAISE EXCEPTION 'A review of an effect stays as it was recorded.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF NEW.waits_from IS NOT NULL THEN
                SELECT shipped_on INTO shipped FROM public.lessons_systemupdate
                WHERE id = NEW.update_id;
                IF shipped IS NULL OR NEW.waits_from < shipped THEN
                    RAISE EXCEPTION 'An effect can''t be judged before the update shipped.'
                        USING ERRCODE = 'check_violation';
                END IF;
            END IF;
            RETURN NEW;
        """,
    )


def judged_by_another() -> pgtrigger.Trigger:
    """Return a trigger on reviews of an effect: nobody who had a hand in the update judges it."""
    return pgtrigger.Trigger(
        name="judged_by_another",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("reviewed_by_id"),  # type: ignore[no-untyped-call]
        func="""
            IF NEW.reviewed_by_id IS NOT NULL AND (
                EXISTS (
                    SELECT 1 FROM public.lessons_systemupdate AS judged
                    WHERE judged.id = NEW.update_id AND NEW.reviewed_by_id IN (
                        judged.created_by_id, judged.assignee_id, judged.shipped_by_id)
                ) OR EXISTS (
                    SELECT 1 FROM public.lessons_systemupdate_carried_by AS carrier
                    WHERE carrier.systemupdate_id = NEW.update_id
                        AND carrier.user_id = NEW.reviewed_by_id
                )
            ) THEN
                RAISE EXCEPTION 'Whoever proposed or carried the update can''t judge its effect.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def shipped_with_a_criterion() -> pgtrigger.Trigger:
    """Return a trigger on updates: none ships without a criterion that was written before.

    A containment may, and one that is entered after it had shipped. The day of shipping stays.
    """
    return pgtrigger.Trigger(
        name="shipped_with_a_criterion",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF OLD.shipped_on IS NOT NULL AND NEW.shipped_on IS DISTINCT FROM OLD.shipped_on THEN
                RAISE EXCEPTION 'The day on which an update shipped stays as it was recorded.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF NEW.status = '{UpdateStatus.SHIPPED}' AND OLD.status <> '{UpdateStatus.SHIPPED}'
                AND NEW.kind <> '{UpdateKind.CONTAINMENT}'
                AND NEW.shipped_on >= (NEW.created_at AT TIME ZONE 'UTC')::date
                AND NOT EXISTS (
                    SELECT 1 FROM public.lessons_effectivenessreview AS plan
                    WHERE plan.update_id = NEW.id
                        AND (plan.criterion_at AT TIME ZONE 'UTC')::date <= NEW.shipped_on
                )
            THEN
                RAISE EXCEPTION 'Before an update ships, it is written by what its effect will be judged.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def settled_by_a_review() -> pgtrigger.Trigger:
    """Return a trigger on updates: whether one works is what a review of its effect says."""
    settled = " OR ".join(
        f"NEW.status = '{status}' AND outcome = '{outcome}'"
        for outcome, status in UPDATE_AFTER.items()
    )
    states = ", ".join(f"'{status}'" for status in UPDATE_AFTER.values())
    return pgtrigger.Trigger(
        name="settled_by_a_review",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("status"),  # type: ignore[no-untyped-call]
        func=f"""
            IF NEW.status <> OLD.status AND NEW.status IN ({states}) AND NOT EXISTS (
                SELECT 1 FROM public.lessons_effectivenessreview
                WHERE update_id = NEW.id AND reviewed_on = NEW.verified_on
                    AND reviewed_by_id = NEW.verified_by_id AND ({settled})
            ) THEN
                RAISE EXCEPTION 'Whether an update works is what a review of its effect says.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )
