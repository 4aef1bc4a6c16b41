"""Bind when something was signed, and whether it is an illustration."""

import pgtrigger.compiler
from django.db import migrations

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("lessons", "0012_adoption"),
    ]

    operations = [
        tracker.history.migrating.ReplaceTriggers(
            triggers=[
                (
                    "endorsement",
                    pgtrigger.compiler.Trigger(
                        name="signs_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE present integer;",
                            func="\n            SELECT content_version INTO present FROM public.lessons_lesson\n            WHERE id = NEW.lesson_id FOR NO KEY UPDATE;\n            IF NEW.content_version IS DISTINCT FROM present THEN\n                RAISE EXCEPTION 'The content was changed; a signature is for what stands.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.digest <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') THEN\n                RAISE EXCEPTION 'A signature carries the digest of the content it is for.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NOT NEW.illustrative AND (NEW.signed_at - clock_timestamp()) NOT BETWEEN\n                interval '-5 minutes' AND interval '5 minutes'\n            THEN\n                RAISE EXCEPTION 'A signature carries the instant it is given at, unless it is illustrative.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="ced7b9a08ffa3b24d17891eb0c395c4d8939b797",
                            operation="INSERT",
                            pgid="pgtrigger_signs_what_stands_77d5b",
                            table="lessons_endorsement",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "endorsement",
                    pgtrigger.compiler.Trigger(
                        name="stays_as_signed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' OR NEW.id IS DISTINCT FROM OLD.id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id OR NEW.signed_by_id IS DISTINCT FROM OLD.signed_by_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.content_version IS DISTINCT FROM OLD.content_version OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.content IS DISTINCT FROM OLD.content AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            ) OR NEW.statement IS DISTINCT FROM OLD.statement AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            ) OR NEW.delegation_id IS DISTINCT FROM OLD.delegation_id OR NEW.illustrative IS DISTINCT FROM OLD.illustrative OR NEW.lesson_id IS DISTINCT FROM OLD.lesson_id\n                OR OLD.withdrawn_at IS NOT NULL AND NOT ((NEW.content IS DISTINCT FROM OLD.content OR NEW.statement IS DISTINCT FROM OLD.statement OR NEW.withdrawal_reason IS DISTINCT FROM OLD.withdrawal_reason) AND (NEW.content IS NOT DISTINCT FROM OLD.content OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            )) AND (NEW.statement IS NOT DISTINCT FROM OLD.statement OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            )) AND (NEW.withdrawal_reason IS NOT DISTINCT FROM OLD.withdrawal_reason OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'withdrawal_reason'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.withdrawal_reason, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.withdrawal_reason, 'UTF8')), 'hex')\n            )) AND to_jsonb(NEW) - ARRAY['content', 'statement', 'withdrawal_reason']::text[] = to_jsonb(OLD) - ARRAY['content', 'statement', 'withdrawal_reason']::text[])\n            THEN\n                RAISE EXCEPTION 'A signature stays as it was given; it can be withdrawn once.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="e97d54a65951f013232e261568dc65ce5b7f98c9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_signed_99dcf",
                            table="lessons_endorsement",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "noaction",
                    pgtrigger.compiler.Trigger(
                        name="signs_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE present integer;",
                            func="\n            SELECT content_version INTO present FROM public.lessons_lesson\n            WHERE id = NEW.lesson_id FOR NO KEY UPDATE;\n            IF NEW.content_version IS DISTINCT FROM present THEN\n                RAISE EXCEPTION 'The content was changed; a signature is for what stands.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.digest <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') THEN\n                RAISE EXCEPTION 'A signature carries the digest of the content it is for.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NOT NEW.illustrative AND (NEW.signed_at - clock_timestamp()) NOT BETWEEN\n                interval '-5 minutes' AND interval '5 minutes'\n            THEN\n                RAISE EXCEPTION 'A signature carries the instant it is given at, unless it is illustrative.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="7e8a0c0014bace27c49a8cf8520c9d4d67fc5d12",
                            operation="INSERT",
                            pgid="pgtrigger_signs_what_stands_3ecbe",
                            table="lessons_noaction",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "noaction",
                    pgtrigger.compiler.Trigger(
                        name="stays_as_signed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' OR NEW.id IS DISTINCT FROM OLD.id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id OR NEW.signed_by_id IS DISTINCT FROM OLD.signed_by_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.content_version IS DISTINCT FROM OLD.content_version OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.content IS DISTINCT FROM OLD.content AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            ) OR NEW.statement IS DISTINCT FROM OLD.statement AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            ) OR NEW.delegation_id IS DISTINCT FROM OLD.delegation_id OR NEW.illustrative IS DISTINCT FROM OLD.illustrative OR NEW.lesson_id IS DISTINCT FROM OLD.lesson_id\n                OR OLD.withdrawn_at IS NOT NULL AND NOT ((NEW.content IS DISTINCT FROM OLD.content OR NEW.statement IS DISTINCT FROM OLD.statement OR NEW.withdrawal_reason IS DISTINCT FROM OLD.withdrawal_reason) AND (NEW.content IS NOT DISTINCT FROM OLD.content OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            )) AND (NEW.statement IS NOT DISTINCT FROM OLD.statement OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            )) AND (NEW.withdrawal_reason IS NOT DISTINCT FROM OLD.withdrawal_reason OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'withdrawal_reason'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.withdrawal_reason, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.withdrawal_reason, 'UTF8')), 'hex')\n            )) AND to_jsonb(NEW) - ARRAY['content', 'statement', 'withdrawal_reason']::text[] = to_jsonb(OLD) - ARRAY['content', 'statement', 'withdrawal_reason']::text[])\n            THEN\n                RAISE EXCEPTION 'A signature stays as it was given; it can be withdrawn once.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="54d508259ee4d15211a37896d9d35c4e861f28f8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_signed_e27ac",
                            table="lessons_noaction",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "practiceapproval",
                    pgtrigger.compiler.Trigger(
                        name="signs_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE present integer;",
                            func="\n            SELECT content_version INTO present FROM public.lessons_practiceversion\n            WHERE id = NEW.version_id FOR NO KEY UPDATE;\n            IF NEW.content_version IS DISTINCT FROM present THEN\n                RAISE EXCEPTION 'The content was changed; a signature is for what stands.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.digest <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') THEN\n                RAISE EXCEPTION 'A signature carries the digest of the content it is for.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NOT NEW.illustrative AND (NEW.signed_at - clock_timestamp()) NOT BETWEEN\n                interval '-5 minutes' AND interval '5 minutes'\n            THEN\n                RAISE EXCEPTION 'A signature carries the instant it is given at, unless it is illustrative.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="8b3d3adefa39f3d5992b9771b5ea0543ad54f06c",
                            operation="INSERT",
                            pgid="pgtrigger_signs_what_stands_7384f",
                            table="lessons_practiceapproval",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "practiceapproval",
                    pgtrigger.compiler.Trigger(
                        name="stays_as_signed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' OR NEW.id IS DISTINCT FROM OLD.id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id OR NEW.signed_by_id IS DISTINCT FROM OLD.signed_by_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.content_version IS DISTINCT FROM OLD.content_version OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.content IS DISTINCT FROM OLD.content AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            ) OR NEW.statement IS DISTINCT FROM OLD.statement AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            ) OR NEW.delegation_id IS DISTINCT FROM OLD.delegation_id OR NEW.illustrative IS DISTINCT FROM OLD.illustrative OR NEW.version_id IS DISTINCT FROM OLD.version_id\n                OR OLD.withdrawn_at IS NOT NULL AND NOT ((NEW.content IS DISTINCT FROM OLD.content OR NEW.statement IS DISTINCT FROM OLD.statement OR NEW.withdrawal_reason IS DISTINCT FROM OLD.withdrawal_reason) AND (NEW.content IS NOT DISTINCT FROM OLD.content OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            )) AND (NEW.statement IS NOT DISTINCT FROM OLD.statement OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            )) AND (NEW.withdrawal_reason IS NOT DISTINCT FROM OLD.withdrawal_reason OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'withdrawal_reason'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.withdrawal_reason, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.withdrawal_reason, 'UTF8')), 'hex')\n            )) AND to_jsonb(NEW) - ARRAY['content', 'statement', 'withdrawal_reason']::text[] = to_jsonb(OLD) - ARRAY['content', 'statement', 'withdrawal_reason']::text[])\n            THEN\n                RAISE EXCEPTION 'A signature stays as it was given; it can be withdrawn once.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="2d67c333637192805f4bda3e9a82cdf4e707e67a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_signed_76606",
                            table="lessons_practiceapproval",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
