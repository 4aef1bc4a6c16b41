"""Let what raises the versions of lessons and practices go by the label of this instant."""

import pgtrigger.compiler
from django.db import migrations

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("lessons", "0010_say_until_when_and_since_when"),
    ]

    operations = [
        tracker.history.migrating.ReplaceTriggers(
            triggers=[
                (
                    "disposition",
                    pgtrigger.compiler.Trigger(
                        name="judged_by_another_partner",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE is_inside boolean;",
                            func="\n            IF NEW.judged_by_id IS NULL OR (TG_OP = 'UPDATE'\n                AND NEW.judged_by_id IS NOT DISTINCT FROM OLD.judged_by_id) THEN\n                RETURN NEW;\n            END IF;\n            SELECT (CASE WHEN lesson.coming_at <= statement_timestamp() THEN lesson.coming_label ELSE lesson.label END) NOT IN ('amber', 'green', 'clear')\n                OR (CASE WHEN asked.coming_at <= statement_timestamp() THEN asked.coming_label ELSE asked.label END) NOT IN ('amber', 'green', 'clear') INTO is_inside\n            FROM public.lessons_lesson AS lesson, public.tracker_aisystem AS asked\n            WHERE lesson.id = NEW.lesson_id AND asked.id = NEW.system_id;\n            IF NOT EXISTS (\n                SELECT 1 FROM public.tracker_user AS judge\n                WHERE judge.id = NEW.judged_by_id\n                    AND (judge.organization_id = NEW.organization_id) = is_inside\n            ) THEN\n                RAISE EXCEPTION 'Another partner than the one that answered judges an answer.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="15723e5189a81ee8428c01ec21bd719bbf973bcc",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_judged_by_another_partner_1768d",
                            table="lessons_disposition",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "findingoflesson",
                    pgtrigger.compiler.Trigger(
                        name="raises_content_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP <> 'UPDATE' OR NEW IS DISTINCT FROM OLD THEN\n                UPDATE public.lessons_lesson AS root SET content_version = content_version + 1\n                WHERE root.id IN (OLD.lesson_id, NEW.lesson_id) AND EXISTS (\n                    SELECT 1 FROM public.reviews_finding AS target\n                    WHERE target.id IN (OLD.finding_id, NEW.finding_id) AND (root.scope = 'own' OR (CASE WHEN target.coming_at <= statement_timestamp() THEN target.coming_label ELSE target.label END) IN ('amber', 'green', 'clear'))\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="3ebbf329fa3f54a126a8bbb4b3b21d99b7d97f95",
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
                            func="\n            IF ((CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END) IN ('amber', 'green', 'clear')) <> ((CASE WHEN NEW.coming_at <= statement_timestamp() THEN NEW.coming_label ELSE NEW.label END) IN ('amber', 'green', 'clear')) THEN\n                UPDATE public.lessons_lesson AS root SET content_version = content_version + 1\n                WHERE root.status IN ('identified') AND root.id IN (\n                    SELECT lesson_id FROM public.lessons_lesson_findings WHERE finding_id = NEW.id\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="b409813a8679796eb1cce0be04240e1d458ba702",
                            operation='UPDATE OF "label", "coming_label", "coming_at"',
                            pgid="pgtrigger_raises_versions_of_lessons_3dcf6",
                            table="reviews_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lesson",
                    pgtrigger.compiler.Trigger(
                        name="learned_when_earned",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE is_shared boolean;",
                            func="\n            -- Where the table of states lists no such move, that is what is said.\n            IF NEW.status <> 'learned'\n                OR OLD.status NOT IN ('endorsed', 'actioned') THEN\n                RETURN NEW;\n            END IF;\n            is_shared := (CASE WHEN NEW.coming_at <= statement_timestamp() THEN NEW.coming_label ELSE NEW.label END) IN ('amber', 'green', 'clear');\n            IF NOT EXISTS (\n                SELECT 1 FROM public.tracker_organization AS signer\n                WHERE (NEW.scope = 'own' AND signer.id = NEW.owner_id OR NEW.scope <> 'own' AND signer.counts_since IS NOT NULL) AND NOT EXISTS (\n                    SELECT 1 FROM public.lessons_noaction AS given\n                    WHERE given.lesson_id = NEW.id AND given.organization_id = signer.id\n                        AND given.content_version = NEW.content_version\n                        AND given.withdrawn_at IS NULL\n                )\n            ) THEN\n                RETURN NEW;\n            END IF;\n            IF NOT (\n                EXISTS (\n                    SELECT 1 FROM public.lessons_systemupdate_lessons AS link\n                        JOIN public.lessons_systemupdate AS outcome ON outcome.id = link.systemupdate_id\n                    WHERE link.lesson_id = NEW.id AND (CASE WHEN outcome.coming_at <= statement_timestamp() THEN outcome.coming_label ELSE outcome.label END) = ANY (CASE WHEN is_shared THEN ARRAY['amber', 'green', 'clear'] ELSE ARRAY['amber_strict', 'amber', 'green', 'clear'] END) AND outcome.status = 'verified'\n                )\n                OR EXISTS (\n                    SELECT 1 FROM public.lessons_researchdirection_lessons AS link\n                        JOIN public.lessons_researchdirection AS outcome ON outcome.id = link.researchdirection_id\n                    WHERE link.lesson_id = NEW.id AND (CASE WHEN outcome.coming_at <= statement_timestamp() THEN outcome.coming_label ELSE outcome.label END) = ANY (CASE WHEN is_shared THEN ARRAY['amber', 'green', 'clear'] ELSE ARRAY['amber_strict', 'amber', 'green', 'clear'] END) AND outcome.status = 'concluded'\n                )\n                OR EXISTS (\n                    SELECT 1 FROM public.lessons_practiceversion_lessons AS link\n                        JOIN public.lessons_practiceversion AS version\n                            ON version.id = link.practiceversion_id\n                    WHERE link.lesson_id = NEW.id\n                        AND version.status = 'published'\n                )\n            ) THEN\n                RAISE EXCEPTION 'A lesson is learned once something that follows from it is in effect.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF EXISTS (\n                    SELECT 1 FROM public.lessons_systemupdate_lessons AS link\n                        JOIN public.lessons_systemupdate AS outcome ON outcome.id = link.systemupdate_id\n                    WHERE link.lesson_id = NEW.id AND (CASE WHEN outcome.coming_at <= statement_timestamp() THEN outcome.coming_label ELSE outcome.label END) = ANY (CASE WHEN is_shared THEN ARRAY['amber', 'green', 'clear'] ELSE ARRAY['amber_strict', 'amber', 'green', 'clear'] END) AND outcome.status IN ('proposed', 'accepted', 'in_progress', 'shipped') AND NOT EXISTS (\n                        SELECT 1 FROM public.lessons_optionaloutcome AS optional\n                        WHERE optional.lesson_id = NEW.id AND optional.update_id = outcome.id\n                    )\n                ) THEN\n                RAISE EXCEPTION 'A lesson is learned once no required update is open.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF EXISTS (\n                SELECT 1 FROM public.lessons_disposition AS asked\n                    JOIN public.tracker_aisystem AS system ON system.id = asked.system_id\n                WHERE asked.lesson_id = NEW.id AND asked.status <> 'accepted'\n                    AND (CASE WHEN system.coming_at <= statement_timestamp() THEN system.coming_label ELSE system.label END) = ANY (CASE WHEN is_shared THEN ARRAY['amber', 'green', 'clear'] ELSE ARRAY['amber_strict', 'amber', 'green', 'clear'] END)\n            ) THEN\n                RAISE EXCEPTION 'A lesson is learned once each system answered and each answer is accepted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="2f8311a1eabc32b0824bcbd78f06337927045670",
                            operation='UPDATE OF "status"',
                            pgid="pgtrigger_learned_when_earned_7c0d3",
                            table="lessons_lesson",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "lessonofversion",
                    pgtrigger.compiler.Trigger(
                        name="raises_content_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP <> 'UPDATE' OR NEW IS DISTINCT FROM OLD THEN\n                UPDATE public.lessons_practiceversion AS root SET content_version = content_version + 1\n                WHERE root.id IN (OLD.practiceversion_id, NEW.practiceversion_id) AND EXISTS (\n                    SELECT 1 FROM public.lessons_lesson AS target\n                    WHERE target.id IN (OLD.lesson_id, NEW.lesson_id) AND ((CASE WHEN target.coming_at <= statement_timestamp() THEN target.coming_label ELSE target.label END) IN ('amber', 'green', 'clear'))\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="5385f23b959d426921c0a775d0c3c93bb150a4de",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_raises_content_version_61fbf",
                            table="lessons_practiceversion_lessons",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lessonsystem",
                    pgtrigger.compiler.Trigger(
                        name="raises_content_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP <> 'UPDATE' OR NEW IS DISTINCT FROM OLD THEN\n                UPDATE public.lessons_lesson AS root SET content_version = content_version + 1\n                WHERE root.id IN (OLD.lesson_id, NEW.lesson_id) AND EXISTS (\n                    SELECT 1 FROM public.tracker_aisystem AS target\n                    WHERE target.id IN (OLD.system_id, NEW.system_id) AND (root.scope = 'own' OR (CASE WHEN target.coming_at <= statement_timestamp() THEN target.coming_label ELSE target.label END) IN ('amber', 'green', 'clear'))\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="b941bdf7e41491307b1b0e107c2b707316f5b204",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_raises_content_version_eb072",
                            table="lessons_lessonsystem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "prunedsystem",
                    pgtrigger.compiler.Trigger(
                        name="raises_content_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP <> 'UPDATE' OR NEW IS DISTINCT FROM OLD THEN\n                UPDATE public.lessons_lesson AS root SET content_version = content_version + 1\n                WHERE root.id IN (OLD.lesson_id, NEW.lesson_id) AND EXISTS (\n                    SELECT 1 FROM public.tracker_aisystem AS target\n                    WHERE target.id IN (OLD.system_id, NEW.system_id) AND (root.scope = 'own' OR (CASE WHEN target.coming_at <= statement_timestamp() THEN target.coming_label ELSE target.label END) IN ('amber', 'green', 'clear'))\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="6662fb32d844b4ea1498230ff42d6b7ffd3173d9",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_raises_content_version_c9b47",
                            table="lessons_prunedsystem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemofsignedlesson",
                    pgtrigger.compiler.Trigger(
                        name="raises_versions_of_lessons",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF ((CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END) IN ('amber', 'green', 'clear')) <> ((CASE WHEN NEW.coming_at <= statement_timestamp() THEN NEW.coming_label ELSE NEW.label END) IN ('amber', 'green', 'clear')) THEN\n                UPDATE public.lessons_lesson AS root SET content_version = content_version + 1\n                WHERE root.status IN ('identified') AND root.id IN (\n                    SELECT lesson_id FROM public.lessons_lessonsystem WHERE system_id = NEW.id\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="8ce2d4687a30936dd1397fe2eefc8ddab5b121a4",
                            operation='UPDATE OF "label", "coming_label", "coming_at"',
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
                            func="\n            IF ((CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END) IN ('amber', 'green', 'clear')) <> ((CASE WHEN NEW.coming_at <= statement_timestamp() THEN NEW.coming_label ELSE NEW.label END) IN ('amber', 'green', 'clear')) THEN\n                UPDATE public.lessons_practiceversion AS root SET content_version = content_version + 1\n                WHERE root.status IN ('draft', 'joint_review') AND root.id IN (\n                    SELECT practiceversion_id FROM public.lessons_practiceversion_systems WHERE aisystem_id = NEW.id\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="1ef015366e00485729d95514141cf6800bbb6983",
                            operation='UPDATE OF "label", "coming_label", "coming_at"',
                            pgid="pgtrigger_raises_versions_of_practices_db738",
                            table="tracker_aisystem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemofversion",
                    pgtrigger.compiler.Trigger(
                        name="raises_content_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP <> 'UPDATE' OR NEW IS DISTINCT FROM OLD THEN\n                UPDATE public.lessons_practiceversion AS root SET content_version = content_version + 1\n                WHERE root.id IN (OLD.practiceversion_id, NEW.practiceversion_id) AND EXISTS (\n                    SELECT 1 FROM public.tracker_aisystem AS target\n                    WHERE target.id IN (OLD.aisystem_id, NEW.aisystem_id) AND ((CASE WHEN target.coming_at <= statement_timestamp() THEN target.coming_label ELSE target.label END) IN ('amber', 'green', 'clear'))\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="9f1ddce80bb2b5983a0c0381eaea4eb9abcb2063",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_raises_content_version_2f9d4",
                            table="lessons_practiceversion_systems",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
