"""Rules on labels: none is widened without consent, and what was asked and consented to stays."""

from collections.abc import Mapping

import pgtrigger

from tracker.states import LABEL_ORDER, LabelChangeKind, LabelChangeStatus
from tracker.triggers.columns import any_changed, label_now, quoted
from tracker.triggers.signing import CLOCKS_APART

ORDER = f"ARRAY[{quoted(LABEL_ORDER)}]::text[]"
ASKED = (
    *("id", "reference", "noun", "record_id", "record_reference", "owner_id", "kind"),
    *("from_label", "to_label", "takes_effect_at", "reason", "digest", "asked_by_id", "asked_at"),
)


def wider(label: str, other: str) -> str:
    """Return the condition that more people may read by a label than by another."""
    return f"array_position({ORDER}, ({label})::text) > array_position({ORDER}, ({other})::text)"


def widened_by_consent(sources: Mapping[str, str] | None = None) -> pgtrigger.Trigger:
    """Return a trigger on records: whom a row newly lets in, now or from an instant on, was consented to.

    A change of the label that is done says so, to just this label, from no later an instant, with
    nothing narrower since; the owner consented, and every organization with a narrower source.
    `sources` is what the record is derived from: each table, with the SQL for the keys of its rows.
    """
    return pgtrigger.Trigger(
        name="widened_by_consent",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("label", "coming_label", "coming_at"),  # type: ignore[no-untyped-call]
        declare=[("held", "text"), ("sought", "text"), ("since", "timestamptz")],
        func=f"""
            held := {label_now("OLD")};
            FOR sought, since IN
                SELECT NEW.label, statement_timestamp()
                UNION ALL SELECT NEW.coming_label, NEW.coming_at WHERE NEW.coming_at IS NOT NULL
            LOOP
                -- What is to come may be put off, or come in the place of itself.
                CONTINUE WHEN NOT {wider("sought", "held")}
                    OR (sought = OLD.coming_label AND since >= OLD.coming_at);
                IF NOT EXISTS (
                    SELECT 1 FROM public.tracker_labelchange AS done
                    WHERE done.record_id = NEW.id AND done.kind = '{LabelChangeKind.WIDEN}'
                        AND done.status = '{LabelChangeStatus.DONE}' AND done.to_label = sought
                        AND (done.takes_effect_at IS NULL OR done.takes_effect_at <= since)
                        AND NOT {narrowed_since()} AND NOT {consent_missing(sources or {})}
                ) THEN
                    RAISE EXCEPTION 'A label is widened when every organization concerned consented.'
                        USING ERRCODE = 'check_violation';
                END IF;
            END LOOP;
            RETURN NEW;
        """,
    )


def narrowed_since() -> str:
    """Return the condition that a record was narrowed after a change of its label was done."""
    return f"""EXISTS (
                            SELECT 1 FROM public.tracker_labelchange AS later
                            WHERE later.record_id = NEW.id AND later.settled_at > done.settled_at
                                AND later.kind = '{LabelChangeKind.NARROW}'
                        )"""


def consent_missing(sources: Mapping[str, str]) -> str:
    """Return the condition that an organization concerned has not consented to a change of a label."""
    owners = ["SELECT NEW.owner_id"]
    for table, keys in sources.items():
        owners.append(
            f"SELECT source.owner_id FROM public.{table} AS source WHERE source.id IN ({keys})"
            f" AND {wider('sought', label_now('source'))}"
        )
    concerned = "\n                            UNION ALL ".join(owners)
    return f"""EXISTS (
                            {concerned}
                            EXCEPT SELECT given.organization_id FROM public.tracker_consent AS given
                            WHERE given.change_id = done.id
                                AND given.given_at IS NOT NULL AND given.withdrawn_at IS NULL
                        )"""


def consents_complete() -> pgtrigger.Trigger:
    """Return a trigger that refuses to complete a wider label while a consent to it is missing."""
    return pgtrigger.Trigger(
        name="consents_complete",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("status"),  # type: ignore[no-untyped-call]
        func="""
            IF NEW.status = 'done' AND OLD.status <> 'done' AND NEW.kind = 'widen' AND NOT (
                SELECT COALESCE(
                    bool_and(c.given_at IS NOT NULL AND c.withdrawn_at IS NULL), false)
                FROM public.tracker_consent c WHERE c.change_id = NEW.id
            ) THEN
                RAISE EXCEPTION 'A label is widened when every organization concerned consented.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def stays_as_decided() -> pgtrigger.Trigger:
    """Return a trigger on changes of labels: what was asked, of which content, never changes or goes.

    Nor does the instant at which it was settled, by which a later narrowing is told from an earlier one.
    """
    return pgtrigger.Trigger(
        name="stays_as_decided",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' OR {any_changed(ASKED, redactable=("reason",))}
                OR (NEW.settled_at IS DISTINCT FROM OLD.settled_at AND (
                    NEW.status = OLD.status
                    OR NEW.settled_at > clock_timestamp() + interval '{CLOCKS_APART}'
                ))
            THEN
                RAISE EXCEPTION 'A change of a label stays as it was asked.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def consent_stays() -> pgtrigger.Trigger:
    """Return a trigger on consents: given once and taken back once, by people of the organization asked."""
    return pgtrigger.Trigger(
        name="consent_stays",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND (
                {any_changed(("id", "change_id", "organization_id"))}
                OR OLD.given_at IS NOT NULL AND ({any_changed(("given_at", "given_by_id"))})
                OR OLD.withdrawn_at IS NOT NULL
            ) THEN
                RAISE EXCEPTION 'A consent stays as it was given; it is taken back once.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF EXISTS (
                SELECT 1 FROM public.tracker_user
                WHERE id IN (NEW.given_by_id, NEW.withdrawn_by_id)
                    AND organization_id IS DISTINCT FROM NEW.organization_id
            ) THEN
                RAISE EXCEPTION 'An organization''s own people consent for it.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )
