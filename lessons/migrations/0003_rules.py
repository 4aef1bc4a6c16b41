"""What PostgreSQL refuses, whoever writes."""

import pgtrigger.compiler
from django.db import migrations

import tracker.history.migrating


class Migration(migrations.Migration):
    replaces = [
        ("lessons", "0003_freeze_what_a_signed_practice_names"),
        ("lessons", "0005_sign_what_stands"),
        ("lessons", "0007_sign_by_delegation"),
        ("lessons", "0010_redact_and_keep_what_is_held"),
    ]

    dependencies = [
        ("lessons", "0002_keep_events"),
    ]

    operations = [
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "lesson",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'identified' THEN\n                    RAISE EXCEPTION 'A lesson starts as identified, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['identified>endorsed', 'identified>rejected', 'identified>superseded', 'endorsed>actioned', 'endorsed>superseded', 'actioned>learned', 'actioned>superseded', 'learned>regressed', 'learned>superseded', 'regressed>superseded']::text[])\n            THEN\n                RAISE EXCEPTION 'A lesson cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="90811575a31a0b6bdd09bac340e3c796b96f953d",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_54fb6",
                            table="lessons_lesson",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "lesson",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="d2768d67366afa176010da7146c6ad00319cc0fd",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_6f7cd",
                            table="lessons_lesson",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "lesson",
                    pgtrigger.compiler.Trigger(
                        name="content_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.content_version NOT IN (OLD.content_version, OLD.content_version + 1) THEN\n                RAISE EXCEPTION 'A content version goes up by one.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF (NEW.title IS DISTINCT FROM OLD.title OR NEW.insight IS DISTINCT FROM OLD.insight OR NEW.context IS DISTINCT FROM OLD.context OR NEW.recommendation IS DISTINCT FROM OLD.recommendation OR NEW.scope IS DISTINCT FROM OLD.scope) THEN\n                NEW.content_version := OLD.content_version + 1;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="250eef20d97b9fb346a489248861c7756534a641",
                            operation="UPDATE",
                            pgid="pgtrigger_content_version_19cc7",
                            table="lessons_lesson",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "endorsement",
                    pgtrigger.compiler.Trigger(
                        name="signs_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE present integer;",
                            func="\n            SELECT content_version INTO present FROM public.lessons_lesson\n            WHERE id = NEW.lesson_id FOR NO KEY UPDATE;\n            IF NEW.content_version IS DISTINCT FROM present THEN\n                RAISE EXCEPTION 'The content was changed; a signature is for what stands.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.digest <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') THEN\n                RAISE EXCEPTION 'A signature carries the digest of the content it is for.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="487b83bb9241a77ecdc634ac20020eb0b5af296c",
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
                            func="\n            IF TG_OP = 'DELETE' OR NEW.id IS DISTINCT FROM OLD.id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id OR NEW.signed_by_id IS DISTINCT FROM OLD.signed_by_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.content_version IS DISTINCT FROM OLD.content_version OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.content IS DISTINCT FROM OLD.content AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            ) OR NEW.statement IS DISTINCT FROM OLD.statement AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            ) OR NEW.delegation_id IS DISTINCT FROM OLD.delegation_id OR NEW.lesson_id IS DISTINCT FROM OLD.lesson_id\n                OR OLD.withdrawn_at IS NOT NULL AND NOT ((NEW.content IS DISTINCT FROM OLD.content OR NEW.statement IS DISTINCT FROM OLD.statement OR NEW.withdrawal_reason IS DISTINCT FROM OLD.withdrawal_reason) AND (NEW.content IS NOT DISTINCT FROM OLD.content OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            )) AND (NEW.statement IS NOT DISTINCT FROM OLD.statement OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            )) AND (NEW.withdrawal_reason IS NOT DISTINCT FROM OLD.withdrawal_reason OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'withdrawal_reason'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.withdrawal_reason, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.withdrawal_reason, 'UTF8')), 'hex')\n            )) AND to_jsonb(NEW) - ARRAY['content', 'statement', 'withdrawal_reason']::text[] = to_jsonb(OLD) - ARRAY['content', 'statement', 'withdrawal_reason']::text[])\n            THEN\n                RAISE EXCEPTION 'A signature stays as it was given; it can be withdrawn once.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="49097194e8eda5aa3ac57e57aac815a3c018e70d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_signed_99dcf",
                            table="lessons_endorsement",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "lessonsystem",
                    pgtrigger.compiler.Trigger(
                        name="raises_content_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP <> 'UPDATE' OR NEW IS DISTINCT FROM OLD THEN\n                UPDATE public.lessons_lesson AS root SET content_version = content_version + 1\n                WHERE root.id IN (OLD.lesson_id, NEW.lesson_id) AND EXISTS (\n                    SELECT 1 FROM public.tracker_aisystem AS target\n                    WHERE target.id IN (OLD.system_id, NEW.system_id) AND (root.scope = 'own' OR target.label IN ('amber', 'green', 'clear'))\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="6be8751e2cf7e7e8c86bcac5729feb38fd686ca6",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_raises_content_version_eb072",
                            table="lessons_lessonsystem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "practiceversion",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'draft' THEN\n                    RAISE EXCEPTION 'A practice version starts as draft, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['draft>joint_review', 'draft>withdrawn', 'joint_review>approved', 'joint_review>draft', 'joint_review>withdrawn', 'approved>published', 'approved>withdrawn', 'published>superseded', 'published>withdrawn']::text[])\n            THEN\n                RAISE EXCEPTION 'A practice version cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="e164fab220a11cfee5fc9391b49440c19e184574",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_fad64",
                            table="lessons_practiceversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "practiceversion",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="2233cf96cfd19baed055b6505ac2fa3eea60bfa5",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_7849c",
                            table="lessons_practiceversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "practiceversion",
                    pgtrigger.compiler.Trigger(
                        name="frozen_fields",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.status IN ('approved', 'published', 'superseded', 'withdrawn') AND (NEW.title IS DISTINCT FROM OLD.title AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'title'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.title, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.title, 'UTF8')), 'hex')\n            ) OR NEW.guidance IS DISTINCT FROM OLD.guidance AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'guidance'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.guidance, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.guidance, 'UTF8')), 'hex')\n            ) OR NEW.applicability IS DISTINCT FROM OLD.applicability AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'applicability'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.applicability, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.applicability, 'UTF8')), 'hex')\n            ) OR NEW.how_to_verify IS DISTINCT FROM OLD.how_to_verify AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'how_to_verify'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.how_to_verify, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.how_to_verify, 'UTF8')), 'hex')\n            ) OR NEW.change_note IS DISTINCT FROM OLD.change_note AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'change_note'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.change_note, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.change_note, 'UTF8')), 'hex')\n            ) OR NEW.source IS DISTINCT FROM OLD.source AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'source'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.source, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.source, 'UTF8')), 'hex')\n            ) OR NEW.source_url IS DISTINCT FROM OLD.source_url AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'source_url'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.source_url, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.source_url, 'UTF8')), 'hex')\n            ) OR NEW.major IS DISTINCT FROM OLD.major OR NEW.minor IS DISTINCT FROM OLD.minor OR NEW.practice_id IS DISTINCT FROM OLD.practice_id OR NEW.content_version IS DISTINCT FROM OLD.content_version) THEN\n                RAISE EXCEPTION 'A practice version that is % never changes.', OLD.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="0aac1ce332940dbd855c539b701380f58763d85b",
                            operation="UPDATE",
                            pgid="pgtrigger_frozen_fields_0db62",
                            table="lessons_practiceversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "practiceversion",
                    pgtrigger.compiler.Trigger(
                        name="content_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.content_version NOT IN (OLD.content_version, OLD.content_version + 1) THEN\n                RAISE EXCEPTION 'A content version goes up by one.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF (NEW.title IS DISTINCT FROM OLD.title OR NEW.guidance IS DISTINCT FROM OLD.guidance OR NEW.applicability IS DISTINCT FROM OLD.applicability OR NEW.how_to_verify IS DISTINCT FROM OLD.how_to_verify OR NEW.change_note IS DISTINCT FROM OLD.change_note OR NEW.source IS DISTINCT FROM OLD.source OR NEW.source_url IS DISTINCT FROM OLD.source_url) AND OLD.status NOT IN ('approved', 'published', 'superseded', 'withdrawn') THEN\n                NEW.content_version := OLD.content_version + 1;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="bc7710e9c9907fb85abb0a1f6261bcc447c70d12",
                            operation="UPDATE",
                            pgid="pgtrigger_content_version_bf947",
                            table="lessons_practiceversion",
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
                            func="\n            SELECT content_version INTO present FROM public.lessons_practiceversion\n            WHERE id = NEW.version_id FOR NO KEY UPDATE;\n            IF NEW.content_version IS DISTINCT FROM present THEN\n                RAISE EXCEPTION 'The content was changed; a signature is for what stands.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.digest <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') THEN\n                RAISE EXCEPTION 'A signature carries the digest of the content it is for.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="38434521b035f9303eb656398b61f17661a96014",
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
                            func="\n            IF TG_OP = 'DELETE' OR NEW.id IS DISTINCT FROM OLD.id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id OR NEW.signed_by_id IS DISTINCT FROM OLD.signed_by_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.content_version IS DISTINCT FROM OLD.content_version OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.content IS DISTINCT FROM OLD.content AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            ) OR NEW.statement IS DISTINCT FROM OLD.statement AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            ) OR NEW.delegation_id IS DISTINCT FROM OLD.delegation_id OR NEW.version_id IS DISTINCT FROM OLD.version_id\n                OR OLD.withdrawn_at IS NOT NULL AND NOT ((NEW.content IS DISTINCT FROM OLD.content OR NEW.statement IS DISTINCT FROM OLD.statement OR NEW.withdrawal_reason IS DISTINCT FROM OLD.withdrawal_reason) AND (NEW.content IS NOT DISTINCT FROM OLD.content OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            )) AND (NEW.statement IS NOT DISTINCT FROM OLD.statement OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            )) AND (NEW.withdrawal_reason IS NOT DISTINCT FROM OLD.withdrawal_reason OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'withdrawal_reason'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.withdrawal_reason, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.withdrawal_reason, 'UTF8')), 'hex')\n            )) AND to_jsonb(NEW) - ARRAY['content', 'statement', 'withdrawal_reason']::text[] = to_jsonb(OLD) - ARRAY['content', 'statement', 'withdrawal_reason']::text[])\n            THEN\n                RAISE EXCEPTION 'A signature stays as it was given; it can be withdrawn once.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="e622bb09ca719c6548ce6623c1572f2c56960ada",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_signed_76606",
                            table="lessons_practiceapproval",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "researchdirection",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'proposed' THEN\n                    RAISE EXCEPTION 'A research direction starts as proposed, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['proposed>adopted', 'proposed>dropped', 'adopted>active', 'adopted>dropped', 'active>concluded', 'active>dropped']::text[])\n            THEN\n                RAISE EXCEPTION 'A research direction cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="8778c32ec8e2823d6f15df38dc1b01886a8e493e",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_d25b2",
                            table="lessons_researchdirection",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "researchdirection",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="5bdd1517fa9f5d9ca351b8611ef0501fd3a448f7",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_0e27b",
                            table="lessons_researchdirection",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "systemupdate",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'proposed' THEN\n                    RAISE EXCEPTION 'A system update starts as proposed, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['proposed>accepted', 'proposed>declined', 'accepted>declined', 'accepted>in_progress', 'accepted>shipped', 'in_progress>declined', 'in_progress>shipped', 'shipped>not_effective', 'shipped>rolled_back', 'shipped>verified', 'verified>rolled_back', 'verified>superseded', 'not_effective>rolled_back', 'not_effective>superseded', 'rolled_back>superseded']::text[])\n            THEN\n                RAISE EXCEPTION 'A system update cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="2172455908c7e031a1c71ad2579e6fadb56a16be",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_8306a",
                            table="lessons_systemupdate",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "systemupdate",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="61f10429f5fae4ea09d69b1e72b5069999156760",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_188bc",
                            table="lessons_systemupdate",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "lessonofversion",
                    pgtrigger.compiler.Trigger(
                        name="frozen_children",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.lessons_practiceversion\n                WHERE id IN (OLD.practiceversion_id, NEW.practiceversion_id) AND status IN ('approved', 'published', 'superseded', 'withdrawn')\n            ) THEN\n                RAISE EXCEPTION 'What belongs to a practice version that is signed or published never changes.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="70fa8cdc3a44993b54d1ea4d28d843fcd6c1e8ba",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_frozen_children_1d986",
                            table="lessons_practiceversion_lessons",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "lessonofversion",
                    pgtrigger.compiler.Trigger(
                        name="raises_content_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP <> 'UPDATE' OR NEW IS DISTINCT FROM OLD THEN\n                UPDATE public.lessons_practiceversion AS root SET content_version = content_version + 1\n                WHERE root.id IN (OLD.practiceversion_id, NEW.practiceversion_id) AND EXISTS (\n                    SELECT 1 FROM public.lessons_lesson AS target\n                    WHERE target.id IN (OLD.lesson_id, NEW.lesson_id) AND (target.label IN ('amber', 'green', 'clear'))\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="ba6f97db6a4e698625272febb39de6474d91b785",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_raises_content_version_61fbf",
                            table="lessons_practiceversion_lessons",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemofversion",
                    pgtrigger.compiler.Trigger(
                        name="frozen_children",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.lessons_practiceversion\n                WHERE id IN (OLD.practiceversion_id, NEW.practiceversion_id) AND status IN ('approved', 'published', 'superseded', 'withdrawn')\n            ) THEN\n                RAISE EXCEPTION 'What belongs to a practice version that is signed or published never changes.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="952a9cae199e8e36bc5f0398605445515fcac49a",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_frozen_children_9c354",
                            table="lessons_practiceversion_systems",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "systemofversion",
                    pgtrigger.compiler.Trigger(
                        name="raises_content_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP <> 'UPDATE' OR NEW IS DISTINCT FROM OLD THEN\n                UPDATE public.lessons_practiceversion AS root SET content_version = content_version + 1\n                WHERE root.id IN (OLD.practiceversion_id, NEW.practiceversion_id) AND EXISTS (\n                    SELECT 1 FROM public.tracker_aisystem AS target\n                    WHERE target.id IN (OLD.aisystem_id, NEW.aisystem_id) AND (target.label IN ('amber', 'green', 'clear'))\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="64982a6dea5d312453dee6fd208d9e6c2c9bdfd7",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_raises_content_version_2f9d4",
                            table="lessons_practiceversion_systems",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tagofversion",
                    pgtrigger.compiler.Trigger(
                        name="frozen_children",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.lessons_practiceversion\n                WHERE id IN (OLD.practiceversion_id, NEW.practiceversion_id) AND status IN ('approved', 'published', 'superseded', 'withdrawn')\n            ) THEN\n                RAISE EXCEPTION 'What belongs to a practice version that is signed or published never changes.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="2568eb505a566bb517107867acf8e584c85992ec",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_frozen_children_f9709",
                            table="lessons_practiceversion_tags",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "findingoflesson",
                    pgtrigger.compiler.Trigger(
                        name="raises_content_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP <> 'UPDATE' OR NEW IS DISTINCT FROM OLD THEN\n                UPDATE public.lessons_lesson AS root SET content_version = content_version + 1\n                WHERE root.id IN (OLD.lesson_id, NEW.lesson_id) AND EXISTS (\n                    SELECT 1 FROM public.reviews_finding AS target\n                    WHERE target.id IN (OLD.finding_id, NEW.finding_id) AND (root.scope = 'own' OR target.label IN ('amber', 'green', 'clear'))\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="09ecb36194b5028f283c1c7a8a639fa55aa18a25",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_raises_content_version_edcd8",
                            table="lessons_lesson_findings",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "findingofsignedlesson",
                    pgtrigger.compiler.Trigger(
                        name="raises_versions_of_lessons",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF (OLD.label IN ('amber', 'green', 'clear')) <> (NEW.label IN ('amber', 'green', 'clear')) THEN\n                UPDATE public.lessons_lesson AS root SET content_version = content_version + 1\n                WHERE root.status IN ('identified') AND root.id IN (\n                    SELECT lesson_id FROM public.lessons_lesson_findings WHERE finding_id = NEW.id\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="8fe2870bf153272c2c144ce6175aba45a3f374b4",
                            operation='UPDATE OF "label"',
                            pgid="pgtrigger_raises_versions_of_lessons_3dcf6",
                            table="reviews_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemofsignedlesson",
                    pgtrigger.compiler.Trigger(
                        name="raises_versions_of_lessons",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF (OLD.label IN ('amber', 'green', 'clear')) <> (NEW.label IN ('amber', 'green', 'clear')) THEN\n                UPDATE public.lessons_lesson AS root SET content_version = content_version + 1\n                WHERE root.status IN ('identified') AND root.id IN (\n                    SELECT lesson_id FROM public.lessons_lessonsystem WHERE system_id = NEW.id\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="a5043f47e0e3a977e9ce02731dd973a39e368e33",
                            operation='UPDATE OF "label"',
                            pgid="pgtrigger_raises_versions_of_lessons_c5377",
                            table="tracker_aisystem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemofsignedversion",
                    pgtrigger.compiler.Trigger(
                        name="raises_versions_of_practices",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF (OLD.label IN ('amber', 'green', 'clear')) <> (NEW.label IN ('amber', 'green', 'clear')) THEN\n                UPDATE public.lessons_practiceversion AS root SET content_version = content_version + 1\n                WHERE root.status IN ('draft', 'joint_review') AND root.id IN (\n                    SELECT practiceversion_id FROM public.lessons_practiceversion_systems WHERE aisystem_id = NEW.id\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="6999c31446b24b079ba817c3fe83edc39cdd0079",
                            operation='UPDATE OF "label"',
                            pgid="pgtrigger_raises_versions_of_practices_db738",
                            table="tracker_aisystem",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
