"""Rules that PostgreSQL holds of cycles' items: what raises their version, who approves what."""

from __future__ import annotations

import pgtrigger

from reviews.states import (
    CYCLES_THAT_ARE_OVER,
    FINDING_WORDS,
    REVIEW_WORDS,
    CycleStatus,
    ItemStatus,
    ReviewStatus,
    Stance,
)
from tracker.states import SHARED_LABELS
from tracker.triggers import any_changed, changed, label_now, quoted

SHARED = quoted(SHARED_LABELS)
OVER = quoted(CYCLES_THAT_ARE_OVER)


def accepted_review_of(item: str) -> str:
    """Return the condition that an accepted review which the partners read stands behind an item."""
    return f"""EXISTS (
                SELECT 1 FROM public.reviews_review AS review
                WHERE review.item_id = {item} AND review.status = '{ReviewStatus.ACCEPTED}'
                    AND {label_now("review")} IN ({SHARED})
            )"""


def review_raises_items() -> pgtrigger.Trigger:
    """Return a trigger on reviews: an accepted one behind an item comes, goes or is worded anew."""
    return pgtrigger.Trigger(
        name="raises_versions_of_items",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP <> 'UPDATE' OR {changed((*REVIEW_WORDS, "item_id", "status"))}
                OR {label_now("NEW")} <> {label_now("OLD")} THEN
                UPDATE public.reviews_cycleitem AS item SET content_version = content_version + 1
                WHERE (item.id = OLD.item_id AND OLD.status = '{ReviewStatus.ACCEPTED}'
                        AND {label_now("OLD")} IN ({SHARED}))
                    OR (item.id = NEW.item_id AND NEW.status = '{ReviewStatus.ACCEPTED}'
                        AND {label_now("NEW")} IN ({SHARED}));
            END IF;
            RETURN NULL;
        """,
    )


def finding_raises_items() -> pgtrigger.Trigger:
    """Return a trigger on findings: one of an accepted review behind an item, as above."""
    return pgtrigger.Trigger(
        name="raises_versions_of_items",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP <> 'UPDATE' OR {changed((*FINDING_WORDS, "review_id"))}
                OR {label_now("NEW")} <> {label_now("OLD")} THEN
                UPDATE public.reviews_cycleitem AS item SET content_version = content_version + 1
                WHERE item.id IN (
                    SELECT review.item_id FROM public.reviews_review AS review
                    WHERE review.status = '{ReviewStatus.ACCEPTED}' AND {label_now("review")} IN ({SHARED})
                        AND ((review.id = OLD.review_id AND {label_now("OLD")} IN ({SHARED}))
                            OR (review.id = NEW.review_id AND {label_now("NEW")} IN ({SHARED})))
                );
            END IF;
            RETURN NULL;
        """,
    )


def version_raises_items() -> pgtrigger.Trigger:
    """Return a trigger on versions of systems: one that is named anew."""
    return pgtrigger.Trigger(
        name="raises_versions_of_items",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("label"),  # type: ignore[no-untyped-call]
        func="""
            IF NEW.label IS DISTINCT FROM OLD.label THEN
                UPDATE public.reviews_cycleitem SET content_version = content_version + 1
                WHERE version_id = NEW.id;
            END IF;
            RETURN NULL;
        """,
    )


def falls_back() -> pgtrigger.Trigger:
    """Return a trigger on items: changed while its cycle runs, what was decided waits again.

    Its name comes after that of the trigger that raises the version, and so it sees the new one.
    """
    return pgtrigger.Trigger(
        name="falls_back",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF NEW.content_version <> OLD.content_version AND NEW.status <> '{ItemStatus.PENDING}'
                AND NOT EXISTS (
                    SELECT 1 FROM public.reviews_reviewcycle
                    WHERE id = NEW.cycle_id AND status IN ({OVER})
                )
            THEN
                NEW.status := CASE
                    WHEN {accepted_review_of("NEW.id")} THEN '{ItemStatus.REVIEWED}'
                    ELSE '{ItemStatus.PENDING}'
                END;
            END IF;
            RETURN NEW;
        """,
    )


def decided_by_positions() -> pgtrigger.Trigger:
    """Return a trigger on items: none is approved but by its own review and every partner's position.

    What was approved with conditions is approved once none is open, also after its cycle closed;
    nothing else changes then.
    """
    return pgtrigger.Trigger(
        name="decided_by_positions",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("status"),  # type: ignore[no-untyped-call]
        func=f"""
            IF NEW.status = OLD.status THEN
                RETURN NEW;
            END IF;
            IF NEW.status = '{ItemStatus.APPROVED}' AND EXISTS (
                SELECT 1 FROM public.reviews_condition
                WHERE item_id = NEW.id AND status = 'open'
            ) THEN
                RAISE EXCEPTION 'Conditions are open; the item is approved once they are met or waived.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF OLD.status = '{ItemStatus.APPROVED_WITH_CONDITIONS}'
                AND NEW.status = '{ItemStatus.APPROVED}' THEN
                RETURN NEW;
            END IF;
            IF EXISTS (
                SELECT 1 FROM public.reviews_reviewcycle
                WHERE id = NEW.cycle_id AND status IN ({OVER})
            ) THEN
                RAISE EXCEPTION 'The cycle is over; what was decided in it stays decided.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF NEW.status NOT IN (
                '{ItemStatus.APPROVED}', '{ItemStatus.APPROVED_WITH_CONDITIONS}'
            ) THEN
                RETURN NEW;
            END IF;
            IF NOT {accepted_review_of("NEW.id")} THEN
                RAISE EXCEPTION 'What was not reviewed can''t be approved.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF NOT EXISTS (
                SELECT 1 FROM public.reviews_position AS given
                WHERE given.item_id = NEW.id AND given.withdrawn_at IS NULL
                    AND given.content_version = NEW.content_version
                    AND given.stance <> '{Stance.RECUSE}'
            ) OR EXISTS (
                SELECT 1 FROM public.reviews_reviewcycle_signers AS signer
                WHERE signer.reviewcycle_id = NEW.cycle_id AND NOT EXISTS (
                    SELECT 1 FROM public.reviews_position AS given
                    WHERE given.item_id = NEW.id AND given.withdrawn_at IS NULL
                        AND given.organization_id = signer.organization_id
                        AND given.content_version = NEW.content_version
                        AND given.stance <> '{Stance.BLOCK}'
                )
            ) THEN
                RAISE EXCEPTION 'An item is approved by a position of every partner, none of which blocks.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def on_what_was_reviewed() -> pgtrigger.Trigger:
    """Return a trigger on positions: each is given while its cycle signs, on an item with a review.

    The cycle is locked until the position is written, so that it isn't closed in between.
    """
    return pgtrigger.Trigger(
        name="on_what_was_reviewed",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[("stands", "text"), ("label_of_system", "text"), ("cycle_of_item", "uuid")],
        func=f"""
            SELECT cycle.status, cycle.id INTO stands, cycle_of_item
            FROM public.reviews_reviewcycle AS cycle
            WHERE cycle.id = (SELECT cycle_id FROM public.reviews_cycleitem WHERE id = NEW.item_id)
            FOR SHARE;
            IF stands IS DISTINCT FROM '{CycleStatus.SIGNING}' THEN
                RAISE EXCEPTION 'Positions are given while a cycle is being signed.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF NOT {accepted_review_of("NEW.item_id")} THEN
                RAISE EXCEPTION 'What was not reviewed can''t be signed.'
                    USING ERRCODE = 'check_violation';
            END IF;
            SELECT {label_now("system")} INTO label_of_system
            FROM public.reviews_cycleitem AS item
                JOIN public.tracker_aisystem AS system ON system.id = item.system_id
            WHERE item.id = NEW.item_id;
            IF label_of_system NOT IN ({SHARED}) THEN
                RAISE EXCEPTION 'A position is given on what every partner can see.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF NOT EXISTS (
                SELECT 1 FROM public.reviews_reviewcycle_signers
                WHERE reviewcycle_id = cycle_of_item AND organization_id = NEW.organization_id
            ) THEN
                RAISE EXCEPTION 'This organization does not sign in this cycle.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def waived_by_every_partner() -> pgtrigger.Trigger:
    """Return a trigger on conditions: none is waived but by a signatory of every partner."""
    return pgtrigger.Trigger(
        name="waived_by_every_partner",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("status"),  # type: ignore[no-untyped-call]
        func="""
            IF NEW.status = 'waived' AND OLD.status <> 'waived' AND EXISTS (
                SELECT 1 FROM public.reviews_reviewcycle_signers AS signer
                    JOIN public.reviews_cycleitem AS item ON item.cycle_id = signer.reviewcycle_id
                WHERE item.id = NEW.item_id AND NOT EXISTS (
                    SELECT 1 FROM public.reviews_conditionwaiver AS waiver
                    WHERE waiver.condition_id = NEW.id AND waiver.withdrawn_at IS NULL
                        AND waiver.organization_id = signer.organization_id
                        AND waiver.content_version = NEW.content_version
                )
            ) THEN
                RAISE EXCEPTION 'A condition is waived by a signatory of every partner.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def stays_as_asked() -> pgtrigger.Trigger:
    """Return a trigger on conditions: what is asked stays as it was asked, of one organization.

    Who carries it changes within that one, and another partner says that it is met.
    """
    fixed = ("id", "reference", "item_id", "position_id", "text", "test", "due_on")
    return pgtrigger.Trigger(
        name="stays_as_asked",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' OR {any_changed(fixed, redactable=("text", "test"))} THEN
                RAISE EXCEPTION 'A condition stays as it was asked; it is met or waived.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF NEW.assignee_id <> OLD.assignee_id AND {organization_of("NEW.assignee_id")}
                IS DISTINCT FROM {organization_of("OLD.assignee_id")} THEN
                RAISE EXCEPTION 'A condition is handed over within the organization that carries it.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF NEW.met_by_id IS DISTINCT FROM OLD.met_by_id AND NEW.met_by_id IS NOT NULL
                AND {organization_of("NEW.met_by_id")} IS NOT DISTINCT FROM
                    {organization_of("NEW.assignee_id")} THEN
                RAISE EXCEPTION 'Another partner than the one that carries a condition says that it is met.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def organization_of(person: str) -> str:
    """Return the SQL for the organization that a person belongs to."""
    return f"(SELECT organization_id FROM public.tracker_user WHERE id = {person})"


def briefed_before_signing() -> pgtrigger.Trigger:
    """Return a trigger on cycles: none is put up for signing while a partner's briefing is open."""
    return pgtrigger.Trigger(
        name="briefed_before_signing",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("status"),  # type: ignore[no-untyped-call]
        func=f"""
            IF NEW.status = '{CycleStatus.SIGNING}' AND OLD.status <> NEW.status AND EXISTS (
                SELECT 1 FROM public.reviews_briefing WHERE cycle_id = NEW.id AND NOT is_complete
            ) THEN
                RAISE EXCEPTION 'Every partner answers its briefing before a cycle is signed.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )
