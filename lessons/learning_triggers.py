"""Rules that PostgreSQL holds of lessons: what is asked and judged, and when one is learned."""

from __future__ import annotations

import pgtrigger

from lessons.states import (
    LESSONS_BEING_LEARNED,
    LESSONS_THAT_ASK,
    OPEN_UPDATES,
    DispositionStatus,
    LessonStatus,
    PracticeStatus,
    ResearchStatus,
    Scope,
    UpdateStatus,
)
from tracker.states import OWN_LABELS, SHARED_LABELS
from tracker.triggers import label_now, quoted

SHARED = quoted(SHARED_LABELS)
OWN = quoted(OWN_LABELS)


def asked_of_what_stands() -> pgtrigger.Trigger:
    """Return a trigger on dispositions: one is asked of an endorsed lesson, not before it was endorsed."""
    return pgtrigger.Trigger(
        name="asked_of_what_stands",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            IF NOT EXISTS (
                SELECT 1 FROM public.lessons_lesson AS lesson
                WHERE lesson.id = NEW.lesson_id AND lesson.status IN ({quoted(LESSONS_THAT_ASK)})
                    AND NEW.asked_on >= (lesson.endorsed_at AT TIME ZONE 'UTC')::date
            ) THEN
                RAISE EXCEPTION 'Systems are asked about an endorsed lesson, from that day on.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def judged_by_another_partner() -> pgtrigger.Trigger:
    """Return a trigger on dispositions: another partner judges, or within one what only it may know of."""
    return pgtrigger.Trigger(
        name="judged_by_another_partner",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[("is_inside", "boolean")],
        func=f"""
            IF NEW.judged_by_id IS NULL OR (TG_OP = 'UPDATE'
                AND NEW.judged_by_id IS NOT DISTINCT FROM OLD.judged_by_id) THEN
                RETURN NEW;
            END IF;
            SELECT {label_now("lesson")} NOT IN ({SHARED})
                OR {label_now("asked")} NOT IN ({SHARED}) INTO is_inside
            FROM public.lessons_lesson AS lesson, public.tracker_aisystem AS asked
            WHERE lesson.id = NEW.lesson_id AND asked.id = NEW.system_id;
            IF NOT EXISTS (
                SELECT 1 FROM public.tracker_user AS judge
                WHERE judge.id = NEW.judged_by_id
                    AND (judge.organization_id = NEW.organization_id) = is_inside
            ) THEN
                RAISE EXCEPTION 'Another partner than the one that answered judges an answer.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def learned_when_earned() -> pgtrigger.Trigger:
    """Return a trigger on lessons: none becomes learned while something stands in the way.

    The sentences are made in lessons/learning.py; here is what must never be false: an outcome in
    effect, no required update open, each system that counts answered and accepted, or "no action"
    signed for every organization that signs.
    """
    return pgtrigger.Trigger(
        name="learned_when_earned",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("status"),  # type: ignore[no-untyped-call]
        declare=[("is_shared", "boolean")],
        func=f"""
            -- Where the table of states lists no such move, that is what is said.
            IF NEW.status <> '{LessonStatus.LEARNED}'
                OR OLD.status NOT IN ({quoted(LESSONS_BEING_LEARNED)}) THEN
                RETURN NEW;
            END IF;
            is_shared := {label_now("NEW")} IN ({SHARED});
            IF NOT EXISTS (
                SELECT 1 FROM public.tracker_organization AS signer
                WHERE {signs_for("NEW")} AND NOT EXISTS (
                    SELECT 1 FROM public.lessons_noaction AS given
                    WHERE given.lesson_id = NEW.id AND given.organization_id = signer.id
                        AND given.content_version = NEW.content_version
                        AND given.withdrawn_at IS NULL
                )
            ) THEN
                RETURN NEW;
            END IF;
            IF NOT (
                {outcome("systemupdate", f"outcome.status = '{UpdateStatus.VERIFIED}'")}
                OR {outcome("researchdirection", f"outcome.status = '{ResearchStatus.CONCLUDED}'")}
                OR EXISTS (
                    SELECT 1 FROM public.lessons_practiceversion_lessons AS link
                        JOIN public.lessons_practiceversion AS version
                            ON version.id = link.practiceversion_id
                    WHERE link.lesson_id = NEW.id
                        AND version.status = '{PracticeStatus.PUBLISHED}'
                )
            ) THEN
                RAISE EXCEPTION 'A lesson is learned once something that follows from it is in effect.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF {outcome("systemupdate", open_and_required())} THEN
                RAISE EXCEPTION 'A lesson is learned once no required update is open.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF EXISTS (
                SELECT 1 FROM public.lessons_disposition AS asked
                    JOIN public.tracker_aisystem AS system ON system.id = asked.system_id
                WHERE asked.lesson_id = NEW.id AND asked.status <> '{DispositionStatus.ACCEPTED}'
                    AND {counts("system")}
            ) THEN
                RAISE EXCEPTION 'A lesson is learned once each system answered and each answer is accepted.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def signs_for(lesson: str) -> str:
    """Return the condition that the organization `signer` signs a lesson."""
    return (
        f"({lesson}.scope = '{Scope.OWN}' AND signer.id = {lesson}.owner_id"
        f" OR {lesson}.scope <> '{Scope.OWN}' AND signer.counts_since IS NOT NULL)"
    )


def counts(row: str) -> str:
    """Return the condition that a labelled row is no secret to those who read the lesson."""
    return (
        f"{label_now(row)} = ANY (CASE WHEN is_shared THEN ARRAY[{SHARED}] ELSE ARRAY[{OWN}] END)"
    )


def outcome(noun: str, condition: str) -> str:
    """Return the condition that some outcome of a kind counts for the lesson and is so."""
    return f"""EXISTS (
                    SELECT 1 FROM public.lessons_{noun}_lessons AS link
                        JOIN public.lessons_{noun} AS outcome ON outcome.id = link.{noun}_id
                    WHERE link.lesson_id = NEW.id AND {counts("outcome")} AND {condition}
                )"""


def open_and_required() -> str:
    """Return the condition that an update is open, and the lesson can't do without it."""
    return f"""outcome.status IN ({quoted(OPEN_UPDATES)}) AND NOT EXISTS (
                        SELECT 1 FROM public.lessons_optionaloutcome AS optional
                        WHERE optional.lesson_id = NEW.id AND optional.update_id = outcome.id
                    )"""
