"""A check is retired with a reason: it takes no results any more and proposes nothing."""

import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("lessons", "0017_labels_widened_by_consent"),
        ("tracker", "0011_choose_messages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        tracker.history.migrating.ChangeModels(
            changes=[
                migrations.AddField(
                    model_name="check",
                    name="closing_reason",
                    field=models.TextField(
                        blank=True, editable=False, verbose_name="why it was retired"
                    ),
                ),
                migrations.AddField(
                    model_name="check",
                    name="illustrative",
                    field=models.BooleanField(
                        default=False, editable=False, verbose_name="illustrative"
                    ),
                ),
                migrations.AddField(
                    model_name="check",
                    name="retired_at",
                    field=models.DateTimeField(
                        editable=False, null=True, verbose_name="retired at"
                    ),
                ),
                migrations.AddField(
                    model_name="check",
                    name="retired_by",
                    field=models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="retired by",
                    ),
                ),
                migrations.AddField(
                    model_name="checkevent",
                    name="closing_reason",
                    field=models.TextField(
                        blank=True, editable=False, verbose_name="why it was retired"
                    ),
                ),
                migrations.AddField(
                    model_name="checkevent",
                    name="illustrative",
                    field=models.BooleanField(
                        default=False, editable=False, verbose_name="illustrative"
                    ),
                ),
                migrations.AddField(
                    model_name="checkevent",
                    name="retired_at",
                    field=models.DateTimeField(
                        editable=False, null=True, verbose_name="retired at"
                    ),
                ),
                migrations.AddField(
                    model_name="checkevent",
                    name="retired_by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="retired by",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="check",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("retired_at__isnull", False),
                                ("retired_by__isnull", False),
                                models.Q(("closing_reason", ""), _negated=True),
                            ),
                            models.Q(
                                ("closing_reason", ""),
                                ("retired_at__isnull", True),
                                ("retired_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="check_retired_by_someone_who_says_why",
                        violation_error_message="Say who retired it, when and why.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="check",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("retired_at__isnull", True),
                            ("retired_at__gte", models.F("created_at")),
                            _connector="OR",
                        ),
                        name="check_retired_after_it_was_set_up",
                        violation_error_message="A check can't be retired before it was set up.",
                    ),
                ),
            ]
        ),
        tracker.history.migrating.ReplaceTriggers(
            triggers=[
                (
                    "check",
                    pgtrigger.compiler.Trigger(
                        name="stays_as_written",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' OR NEW.lesson_id IS DISTINCT FROM OLD.lesson_id OR NEW.practice_id IS DISTINCT FROM OLD.practice_id OR NEW.system_id IS DISTINCT FROM OLD.system_id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id OR NEW.metric IS DISTINCT FROM OLD.metric AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'metric'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.metric, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.metric, 'UTF8')), 'hex')\n            ) OR NEW.direction IS DISTINCT FROM OLD.direction OR NEW.threshold IS DISTINCT FROM OLD.threshold OR NEW.unit IS DISTINCT FROM OLD.unit AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'unit'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.unit, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.unit, 'UTF8')), 'hex')\n            ) OR NEW.fresh_days IS DISTINCT FROM OLD.fresh_days OR NEW.illustrative IS DISTINCT FROM OLD.illustrative THEN\n                RAISE EXCEPTION 'A check stays as it was written.' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="e65451ac1141cfeec22e86ec2b213147e0b29fb9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_written_e6544",
                            table="lessons_check",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "check",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_checkevent" ("closing_reason", "created_at", "created_by_id", "direction", "fresh_days", "id", "illustrative", "lesson_id", "metric", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reference", "retired_at", "retired_by_id", "system_id", "threshold", "unit") VALUES (NEW."closing_reason", NEW."created_at", NEW."created_by_id", NEW."direction", NEW."fresh_days", NEW."id", NEW."illustrative", NEW."lesson_id", NEW."metric", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."practice_id", NEW."reference", NEW."retired_at", NEW."retired_by_id", NEW."system_id", NEW."threshold", NEW."unit"); RETURN NULL;',
                            hash="38c1490d9dc947bf1a86a3bf3cbb73984774d826",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5bd5b",
                            table="lessons_check",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "check",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_checkevent" ("closing_reason", "created_at", "created_by_id", "direction", "fresh_days", "id", "illustrative", "lesson_id", "metric", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reference", "retired_at", "retired_by_id", "system_id", "threshold", "unit") VALUES (NEW."closing_reason", NEW."created_at", NEW."created_by_id", NEW."direction", NEW."fresh_days", NEW."id", NEW."illustrative", NEW."lesson_id", NEW."metric", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."practice_id", NEW."reference", NEW."retired_at", NEW."retired_by_id", NEW."system_id", NEW."threshold", NEW."unit"); RETURN NULL;',
                            hash="3ed5ecf56fd151fd022319e102f5ab2bbf8646bb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a9fa2",
                            table="lessons_check",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "check",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_checkevent" ("closing_reason", "created_at", "created_by_id", "direction", "fresh_days", "id", "illustrative", "lesson_id", "metric", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reference", "retired_at", "retired_by_id", "system_id", "threshold", "unit") VALUES (OLD."closing_reason", OLD."created_at", OLD."created_by_id", OLD."direction", OLD."fresh_days", OLD."id", OLD."illustrative", OLD."lesson_id", OLD."metric", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."practice_id", OLD."reference", OLD."retired_at", OLD."retired_by_id", OLD."system_id", OLD."threshold", OLD."unit"); RETURN NULL;',
                            hash="3e5b860ab6007dfcfe43fabae994e98ac3ca4a4f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f2b52",
                            table="lessons_check",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "recurrence",
                    pgtrigger.compiler.Trigger(
                        name="by_a_check_of_its_lesson",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.check_result_id IS NOT NULL AND NOT EXISTS (\n                SELECT 1 FROM public.lessons_checkresult AS result\n                    JOIN public.lessons_check AS measured ON measured.id = result.check_ran_id\n                WHERE result.id = NEW.check_result_id AND measured.lesson_id = NEW.lesson_id\n            ) THEN\n                RAISE EXCEPTION 'A check shows of no lesson but its own that it came back.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF EXISTS (\n                SELECT 1 FROM public.lessons_checkresult AS result\n                    JOIN public.lessons_check AS measured ON measured.id = result.check_ran_id\n                WHERE result.id = NEW.check_result_id AND measured.retired_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'A retired check does not ask whether its lesson came back.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="b934173ae5439c9e7badbfd745d582c33d93db90",
                            operation="INSERT",
                            pgid="pgtrigger_by_a_check_of_its_lesson_7dd11",
                            table="lessons_recurrence",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "check",
                    pgtrigger.compiler.Trigger(
                        name="stays_retired",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.retired_at IS NOT NULL AND (NEW.retired_at IS DISTINCT FROM OLD.retired_at OR NEW.retired_by_id IS DISTINCT FROM OLD.retired_by_id OR NEW.closing_reason IS DISTINCT FROM OLD.closing_reason AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'closing_reason'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.closing_reason, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.closing_reason, 'UTF8')), 'hex')\n            )) THEN\n                RAISE EXCEPTION 'A retired check stays retired; set up another one.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="8c9cea43f5faaf4b4730e88ac7044c17e9a84487",
                            operation="UPDATE",
                            pgid="pgtrigger_stays_retired_97091",
                            table="lessons_check",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "checkresult",
                    pgtrigger.compiler.Trigger(
                        name="none_once_retired",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.lessons_check AS measured\n                WHERE measured.id = NEW.check_ran_id AND measured.retired_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'A retired check takes no results.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="894db6d1d2e28ec7777a09bd5898896b31b9f7be",
                            operation="INSERT",
                            pgid="pgtrigger_none_once_retired_656ce",
                            table="lessons_checkresult",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
