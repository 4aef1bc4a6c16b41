"""Let a record be read by more people only where each organization concerned consented."""

import pgtrigger.compiler
from django.db import migrations

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0011_choose_messages"),
    ]

    operations = [
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "aisystem",
                    pgtrigger.compiler.Trigger(
                        name="widened_by_consent",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE held text; sought text; since timestamptz;",
                            func="\n            held := (CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END);\n            FOR sought, since IN\n                SELECT NEW.label, statement_timestamp()\n                UNION ALL SELECT NEW.coming_label, NEW.coming_at WHERE NEW.coming_at IS NOT NULL\n            LOOP\n                -- What is to come may be put off, or come in the place of itself.\n                CONTINUE WHEN NOT array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (held)::text)\n                    OR (sought = OLD.coming_label AND since >= OLD.coming_at);\n                IF NOT EXISTS (\n                    SELECT 1 FROM public.tracker_labelchange AS done\n                    WHERE done.record_id = NEW.id AND done.kind = 'widen'\n                        AND done.status = 'done' AND done.to_label = sought\n                        AND (done.takes_effect_at IS NULL OR done.takes_effect_at <= since)\n                        AND NOT EXISTS (\n                            SELECT 1 FROM public.tracker_labelchange AS later\n                            WHERE later.record_id = NEW.id AND later.settled_at > done.settled_at\n                                AND later.kind = 'narrow'\n                        ) AND NOT EXISTS (\n                            SELECT NEW.owner_id\n                            EXCEPT SELECT given.organization_id FROM public.tracker_consent AS given\n                            WHERE given.change_id = done.id\n                                AND given.given_at IS NOT NULL AND given.withdrawn_at IS NULL\n                        )\n                ) THEN\n                    RAISE EXCEPTION 'A label is widened when every organization concerned consented.'\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            END LOOP;\n            RETURN NEW;\n        ",
                            hash="73c0a1ba6edc2b5deec3787d172bafee2dce6bb0",
                            operation='UPDATE OF "label", "coming_label", "coming_at"',
                            pgid="pgtrigger_widened_by_consent_aa2bb",
                            table="tracker_aisystem",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "consent",
                    pgtrigger.compiler.Trigger(
                        name="consent_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND (\n                NEW.id IS DISTINCT FROM OLD.id OR NEW.change_id IS DISTINCT FROM OLD.change_id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id\n                OR OLD.given_at IS NOT NULL AND (NEW.given_at IS DISTINCT FROM OLD.given_at OR NEW.given_by_id IS DISTINCT FROM OLD.given_by_id)\n                OR OLD.withdrawn_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'A consent stays as it was given; it is taken back once.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_user\n                WHERE id IN (NEW.given_by_id, NEW.withdrawn_by_id)\n                    AND organization_id IS DISTINCT FROM NEW.organization_id\n            ) THEN\n                RAISE EXCEPTION 'An organization''s own people consent for it.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="d4b872d58e8fd7995d5d6507fe12998332efe444",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_consent_stays_33573",
                            table="tracker_consent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "labelchange",
                    pgtrigger.compiler.Trigger(
                        name="stays_as_decided",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' OR NEW.id IS DISTINCT FROM OLD.id OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.noun IS DISTINCT FROM OLD.noun OR NEW.record_id IS DISTINCT FROM OLD.record_id OR NEW.record_reference IS DISTINCT FROM OLD.record_reference OR NEW.owner_id IS DISTINCT FROM OLD.owner_id OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.from_label IS DISTINCT FROM OLD.from_label OR NEW.to_label IS DISTINCT FROM OLD.to_label OR NEW.takes_effect_at IS DISTINCT FROM OLD.takes_effect_at OR NEW.reason IS DISTINCT FROM OLD.reason AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'reason'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.reason, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.reason, 'UTF8')), 'hex')\n            ) OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.asked_by_id IS DISTINCT FROM OLD.asked_by_id OR NEW.asked_at IS DISTINCT FROM OLD.asked_at\n                OR (NEW.settled_at IS DISTINCT FROM OLD.settled_at AND (\n                    NEW.status = OLD.status\n                    OR NEW.settled_at > clock_timestamp() + interval '5 minutes'\n                ))\n            THEN\n                RAISE EXCEPTION 'A change of a label stays as it was asked.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="001a87959e00be7a4376b5e0311eb32fc0013340",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_decided_b1d38",
                            table="tracker_labelchange",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
