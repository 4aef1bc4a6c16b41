"""A failed check proposes that a lesson came back, as a finding does."""

import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("lessons", "0015_checks_that_run"),
        ("reviews", "0011_conditions_stay_as_asked"),
        ("tracker", "__first__"),
    ]

    operations = [
        tracker.history.migrating.ChangeModels(
            changes=[
                migrations.AddField(
                    model_name="recurrence",
                    name="check_result",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recurrences",
                        to="lessons.checkresult",
                        verbose_name="result of a check",
                    ),
                ),
                migrations.AddField(
                    model_name="recurrenceevent",
                    name="check_result",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="lessons.checkresult",
                        verbose_name="result of a check",
                    ),
                ),
                migrations.AlterField(
                    model_name="recurrence",
                    name="finding",
                    field=models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recurrences",
                        to="reviews.finding",
                        verbose_name="finding",
                    ),
                ),
                migrations.AlterField(
                    model_name="recurrenceevent",
                    name="finding",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reviews.finding",
                        verbose_name="finding",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="recurrence",
                    constraint=models.UniqueConstraint(
                        fields=("check_result", "lesson"),
                        name="recurrence_result_once",
                        violation_error_message="This result was asked about already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="recurrence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("check_result__isnull", True), ("finding__isnull", False)),
                            models.Q(("check_result__isnull", False), ("finding__isnull", True)),
                            _connector="OR",
                        ),
                        name="recurrence_by_a_finding_or_a_check",
                        violation_error_message="A lesson comes back by a finding or by a failed check.",
                    ),
                ),
            ],
        ),
        tracker.history.migrating.ReplaceTriggers(
            triggers=[
                (
                    "recurrence",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_recurrenceevent" ("check_result_id", "decided_at", "decided_by_id", "finding_id", "id", "lesson_id", "lesson_was", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "reference", "status") VALUES (NEW."check_result_id", NEW."decided_at", NEW."decided_by_id", NEW."finding_id", NEW."id", NEW."lesson_id", NEW."lesson_was", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."proposed_at", NEW."reference", NEW."status"); RETURN NULL;',
                            hash="307ffc8c45a125212212adfd15b844ca0f5fbcce",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_94741",
                            table="lessons_recurrence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "recurrence",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_recurrenceevent" ("check_result_id", "decided_at", "decided_by_id", "finding_id", "id", "lesson_id", "lesson_was", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "reference", "status") VALUES (NEW."check_result_id", NEW."decided_at", NEW."decided_by_id", NEW."finding_id", NEW."id", NEW."lesson_id", NEW."lesson_was", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."proposed_at", NEW."reference", NEW."status"); RETURN NULL;',
                            hash="6dc6c350cd43395191b4da8cd589ac0c1b993b58",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e956a",
                            table="lessons_recurrence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "recurrence",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_recurrenceevent" ("check_result_id", "decided_at", "decided_by_id", "finding_id", "id", "lesson_id", "lesson_was", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "reference", "status") VALUES (OLD."check_result_id", OLD."decided_at", OLD."decided_by_id", OLD."finding_id", OLD."id", OLD."lesson_id", OLD."lesson_was", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."proposed_at", OLD."reference", OLD."status"); RETURN NULL;',
                            hash="a9410f7360e51fc7482a5f79d829b0c4720429eb",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_239dc",
                            table="lessons_recurrence",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "recurrence",
                    pgtrigger.compiler.Trigger(
                        name="by_a_check_of_its_lesson",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.check_result_id IS NOT NULL AND NOT EXISTS (\n                SELECT 1 FROM public.lessons_checkresult AS result\n                    JOIN public.lessons_check AS measured ON measured.id = result.check_ran_id\n                WHERE result.id = NEW.check_result_id AND measured.lesson_id = NEW.lesson_id\n            ) THEN\n                RAISE EXCEPTION 'A check shows of no lesson but its own that it came back.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="1692c0a20ddb1c990df1eb4da04dbfe795786292",
                            operation="INSERT",
                            pgid="pgtrigger_by_a_check_of_its_lesson_7dd11",
                            table="lessons_recurrence",
                            when="BEFORE",
                        ),
                    ),
                )
            ],
        ),
    ]
