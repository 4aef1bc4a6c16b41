"""Bind when a position was signed, and whether it is an illustration."""

import pgtrigger.compiler
from django.db import migrations

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0008_go_by_the_label_of_the_instant"),
    ]

    operations = [
        tracker.history.migrating.ReplaceTriggers(
            triggers=[
                (
                    "conditionwaiver",
                    pgtrigger.compiler.Trigger(
                        name="signs_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE present integer;",
                            func="\n            SELECT content_version INTO present FROM public.reviews_condition\n            WHERE id = NEW.condition_id FOR NO KEY UPDATE;\n            IF NEW.content_version IS DISTINCT FROM present THEN\n                RAISE EXCEPTION 'The content was changed; a signature is for what stands.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.digest <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') THEN\n                RAISE EXCEPTION 'A signature carries the digest of the content it is for.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NOT NEW.illustrative AND (NEW.signed_at - clock_timestamp()) NOT BETWEEN\n                interval '-5 minutes' AND interval '5 minutes'\n            THEN\n                RAISE EXCEPTION 'A signature carries the instant it is given at, unless it is illustrative.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="df63fbe02b00c6106eb93d7f4050963b33810954",
                            operation="INSERT",
                            pgid="pgtrigger_signs_what_stands_15e5f",
                            table="reviews_conditionwaiver",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "conditionwaiver",
                    pgtrigger.compiler.Trigger(
                        name="stays_as_signed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' OR NEW.id IS DISTINCT FROM OLD.id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id OR NEW.signed_by_id IS DISTINCT FROM OLD.signed_by_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.content_version IS DISTINCT FROM OLD.content_version OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.content IS DISTINCT FROM OLD.content AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            ) OR NEW.statement IS DISTINCT FROM OLD.statement AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            ) OR NEW.delegation_id IS DISTINCT FROM OLD.delegation_id OR NEW.illustrative IS DISTINCT FROM OLD.illustrative OR NEW.condition_id IS DISTINCT FROM OLD.condition_id\n                OR OLD.withdrawn_at IS NOT NULL AND NOT ((NEW.content IS DISTINCT FROM OLD.content OR NEW.statement IS DISTINCT FROM OLD.statement OR NEW.withdrawal_reason IS DISTINCT FROM OLD.withdrawal_reason) AND (NEW.content IS NOT DISTINCT FROM OLD.content OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            )) AND (NEW.statement IS NOT DISTINCT FROM OLD.statement OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            )) AND (NEW.withdrawal_reason IS NOT DISTINCT FROM OLD.withdrawal_reason OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'withdrawal_reason'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.withdrawal_reason, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.withdrawal_reason, 'UTF8')), 'hex')\n            )) AND to_jsonb(NEW) - ARRAY['content', 'statement', 'withdrawal_reason']::text[] = to_jsonb(OLD) - ARRAY['content', 'statement', 'withdrawal_reason']::text[])\n            THEN\n                RAISE EXCEPTION 'A signature stays as it was given; it can be withdrawn once.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="81c97fa533c55d8aa09f2db2429672d814680f5d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_signed_e1f1a",
                            table="reviews_conditionwaiver",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "position",
                    pgtrigger.compiler.Trigger(
                        name="signs_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE present integer;",
                            func="\n            SELECT content_version INTO present FROM public.reviews_cycleitem\n            WHERE id = NEW.item_id FOR NO KEY UPDATE;\n            IF NEW.content_version IS DISTINCT FROM present THEN\n                RAISE EXCEPTION 'The content was changed; a signature is for what stands.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.digest <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') THEN\n                RAISE EXCEPTION 'A signature carries the digest of the content it is for.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NOT NEW.illustrative AND (NEW.signed_at - clock_timestamp()) NOT BETWEEN\n                interval '-5 minutes' AND interval '5 minutes'\n            THEN\n                RAISE EXCEPTION 'A signature carries the instant it is given at, unless it is illustrative.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="f4c95db3408ecc9617e3f850b27b21e92d0d1ef3",
                            operation="INSERT",
                            pgid="pgtrigger_signs_what_stands_0f080",
                            table="reviews_position",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "position",
                    pgtrigger.compiler.Trigger(
                        name="stays_as_signed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' OR NEW.id IS DISTINCT FROM OLD.id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id OR NEW.signed_by_id IS DISTINCT FROM OLD.signed_by_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.content_version IS DISTINCT FROM OLD.content_version OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.content IS DISTINCT FROM OLD.content AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            ) OR NEW.statement IS DISTINCT FROM OLD.statement AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            ) OR NEW.delegation_id IS DISTINCT FROM OLD.delegation_id OR NEW.illustrative IS DISTINCT FROM OLD.illustrative OR NEW.item_id IS DISTINCT FROM OLD.item_id OR NEW.stance IS DISTINCT FROM OLD.stance OR NEW.dissent IS DISTINCT FROM OLD.dissent\n                OR OLD.withdrawn_at IS NOT NULL AND NOT ((NEW.content IS DISTINCT FROM OLD.content OR NEW.statement IS DISTINCT FROM OLD.statement OR NEW.withdrawal_reason IS DISTINCT FROM OLD.withdrawal_reason) AND (NEW.content IS NOT DISTINCT FROM OLD.content OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            )) AND (NEW.statement IS NOT DISTINCT FROM OLD.statement OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            )) AND (NEW.withdrawal_reason IS NOT DISTINCT FROM OLD.withdrawal_reason OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'withdrawal_reason'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.withdrawal_reason, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.withdrawal_reason, 'UTF8')), 'hex')\n            )) AND to_jsonb(NEW) - ARRAY['content', 'statement', 'withdrawal_reason']::text[] = to_jsonb(OLD) - ARRAY['content', 'statement', 'withdrawal_reason']::text[])\n            THEN\n                RAISE EXCEPTION 'A signature stays as it was given; it can be withdrawn once.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="85fa8effc2e83aa6846a36806e2382df09cdb5e4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_signed_e961d",
                            table="reviews_position",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
