"""Rules on signatures: for what stands, by one delegate at a time, as they were given."""

from collections.abc import Iterable

import pgtrigger

from tracker.states import SAID_WITH_SIGNATURE
from tracker.triggers.columns import any_changed, redaction_of

# How far the clocks of a server of ours and of the database may differ.
CLOCKS_APART = "5 minutes"


def signs_what_stands(root: str, column: str) -> pgtrigger.Trigger:
    """Return a trigger on signatures: each is born on what stands, with the digest of its content.

    The record is locked until the signature is written, so that no edit slips in between. What is
    no illustration carries the instant at which it is given, as far as two clocks agree on it.
    """
    return pgtrigger.Trigger(
        name="signs_what_stands",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[("present", "integer")],
        func=f"""
            SELECT content_version INTO present FROM public.{root}
            WHERE id = NEW.{column} FOR NO KEY UPDATE;
            IF NEW.content_version IS DISTINCT FROM present THEN
                RAISE EXCEPTION 'The content was changed; a signature is for what stands.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF NEW.digest <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') THEN
                RAISE EXCEPTION 'A signature carries the digest of the content it is for.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF NOT NEW.illustrative AND (NEW.signed_at - clock_timestamp()) NOT BETWEEN
                interval '-{CLOCKS_APART}' AND interval '{CLOCKS_APART}'
            THEN
                RAISE EXCEPTION 'A signature carries the instant it is given at, unless it is illustrative.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def stays_as_signed(
    columns: Iterable[str],
    redactable: Iterable[str] = ("content", "statement", "withdrawal_reason"),
) -> pgtrigger.Trigger:
    """Return a trigger on signatures: what was signed by whom never changes, and no signature is deleted.

    A withdrawal is written beside it, once. Words that were redacted go from what is kept of the
    content too; its digest stays. What was said with it people of the signing organization redact.
    """
    changed = any_changed(columns, redactable, own=SAID_WITH_SIGNATURE)
    redacted = redaction_of(redactable, own=SAID_WITH_SIGNATURE)
    return pgtrigger.Trigger(
        name="stays_as_signed",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' OR {changed}
                OR OLD.withdrawn_at IS NOT NULL AND NOT ({redacted})
            THEN
                RAISE EXCEPTION 'A signature stays as it was given; it can be withdrawn once.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def one_delegation_at_a_time() -> pgtrigger.Trigger:
    """Return a trigger on delegations: within one organization, and none beside another.

    A signatory has one delegate at a time and a delegate one signatory, so that a signature says in
    whose stead it was given; a delegate has no delegate. Writers wait for one another.
    """
    return pgtrigger.Trigger(
        name="one_delegation_at_a_time",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func="""
            PERFORM pg_advisory_xact_lock(hashtext('tracker_delegation'));
            IF TG_OP = 'INSERT' AND (
                SELECT count(DISTINCT organization_id) <> 1 OR count(organization_id) <> 2
                FROM public.tracker_user WHERE id IN (NEW.signatory_id, NEW.delegate_id)
            ) THEN
                RAISE EXCEPTION 'Signing is delegated within one organization.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF NEW.revoked_at IS NULL AND EXISTS (
                SELECT 1 FROM public.tracker_delegation AS other
                WHERE other.id <> NEW.id AND other.revoked_at IS NULL
                    AND other.starts_at < NEW.ends_at AND NEW.starts_at < other.ends_at
                    AND (other.signatory_id IN (NEW.signatory_id, NEW.delegate_id)
                        OR other.delegate_id IN (NEW.signatory_id, NEW.delegate_id))
            ) THEN
                RAISE EXCEPTION 'One of them has another delegation in this period; revoke it first.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )
