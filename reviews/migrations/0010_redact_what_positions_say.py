"""Let dissent be redacted, and hold items and conditions as what they are."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0009_bind_when_and_whether_illustrative"),
    ]

    operations = [
        tracker.history.migrating.ReplaceTriggers(
            triggers=[
                (
                    "condition",
                    pgtrigger.compiler.Trigger(
                        name="content_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.content_version NOT IN (OLD.content_version, OLD.content_version + 1) THEN\n                RAISE EXCEPTION 'A content version goes up by one.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF (NEW.text IS DISTINCT FROM OLD.text OR NEW.test IS DISTINCT FROM OLD.test OR NEW.due_on IS DISTINCT FROM OLD.due_on) AND OLD.status NOT IN ('met', 'waived') THEN\n                NEW.content_version := OLD.content_version + 1;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="a2365b55ca8a77ce5958889496ded995273d242b",
                            operation="UPDATE",
                            pgid="pgtrigger_content_version_e4bc4",
                            table="reviews_condition",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cycleitem",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id, OLD.cycle_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="244df5202317e6829e4bd3bfc2e4d27d87da0b36",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_48fcc",
                            table="reviews_cycleitem",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "position",
                    pgtrigger.compiler.Trigger(
                        name="stays_as_signed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' OR NEW.id IS DISTINCT FROM OLD.id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id OR NEW.signed_by_id IS DISTINCT FROM OLD.signed_by_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.content_version IS DISTINCT FROM OLD.content_version OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.content IS DISTINCT FROM OLD.content AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            ) OR NEW.statement IS DISTINCT FROM OLD.statement AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            ) OR NEW.delegation_id IS DISTINCT FROM OLD.delegation_id OR NEW.illustrative IS DISTINCT FROM OLD.illustrative OR NEW.item_id IS DISTINCT FROM OLD.item_id OR NEW.stance IS DISTINCT FROM OLD.stance OR NEW.dissent IS DISTINCT FROM OLD.dissent AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'dissent'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.dissent, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.dissent, 'UTF8')), 'hex')\n            )\n                OR OLD.withdrawn_at IS NOT NULL AND NOT ((NEW.content IS DISTINCT FROM OLD.content OR NEW.statement IS DISTINCT FROM OLD.statement OR NEW.withdrawal_reason IS DISTINCT FROM OLD.withdrawal_reason OR NEW.dissent IS DISTINCT FROM OLD.dissent) AND (NEW.content IS NOT DISTINCT FROM OLD.content OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            )) AND (NEW.statement IS NOT DISTINCT FROM OLD.statement OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            )) AND (NEW.withdrawal_reason IS NOT DISTINCT FROM OLD.withdrawal_reason OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'withdrawal_reason'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.withdrawal_reason, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.withdrawal_reason, 'UTF8')), 'hex')\n            )) AND (NEW.dissent IS NOT DISTINCT FROM OLD.dissent OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'dissent'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.dissent, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.dissent, 'UTF8')), 'hex')\n            )) AND to_jsonb(NEW) - ARRAY['content', 'statement', 'withdrawal_reason', 'dissent']::text[] = to_jsonb(OLD) - ARRAY['content', 'statement', 'withdrawal_reason', 'dissent']::text[])\n            THEN\n                RAISE EXCEPTION 'A signature stays as it was given; it can be withdrawn once.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="da1b7818e0fb8c9f9806bb43683d46950d5afb85",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_signed_e961d",
                            table="reviews_position",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="condition",
            trigger=pgtrigger.compiler.Trigger(
                name="not_while_held",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id, OLD.item_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                    hash="cddeaefb563a9cf9cc7f2c0c0303c0522e7f15f6",
                    operation="DELETE",
                    pgid="pgtrigger_not_while_held_f7571",
                    table="reviews_condition",
                    when="BEFORE",
                ),
            ),
        ),
    ]
