"""A lesson or a practice carries checks, and their results stay as recorded."""

import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating
import tracker.keys


class Migration(migrations.Migration):
    dependencies = [
        ("lessons", "0014_say_when_an_answer_is_due"),
        ("tracker", "0011_choose_messages"),
        ("tracker", "__first__"),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Check",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                editable=False, max_length=32, unique=True, verbose_name="reference"
                            ),
                        ),
                        ("metric", models.CharField(max_length=300, verbose_name="metric")),
                        (
                            "direction",
                            models.CharField(
                                choices=[("at_least", "at least"), ("at_most", "at most")],
                                max_length=20,
                                verbose_name="direction",
                            ),
                        ),
                        (
                            "threshold",
                            models.DecimalField(
                                decimal_places=6, max_digits=20, verbose_name="threshold"
                            ),
                        ),
                        ("unit", models.CharField(blank=True, max_length=50, verbose_name="unit")),
                        (
                            "fresh_days",
                            models.PositiveIntegerField(
                                verbose_name="days that a result stays fresh"
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="recorded at",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "lesson",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="lessons.lesson",
                                verbose_name="lesson",
                            ),
                        ),
                        (
                            "organization",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tracker.organization",
                                verbose_name="who runs it",
                            ),
                        ),
                        (
                            "practice",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="lessons.bestpractice",
                                verbose_name="practice",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="tracker.aisystem",
                                verbose_name="system",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "check",
                        "verbose_name_plural": "checks",
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("lesson__isnull", False), ("practice__isnull", True)),
                                    models.Q(("lesson__isnull", True), ("practice__isnull", False)),
                                    _connector="OR",
                                ),
                                name="check_of_a_lesson_or_a_practice",
                                violation_error_message="A check is of a lesson or of a practice.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("fresh_days__gte", 1)),
                                name="check_fresh_for_a_day_or_more",
                                violation_error_message="A result stays fresh for a day at least.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("metric", ""), _negated=True),
                                name="check_names_its_metric",
                                violation_error_message="Say what is measured.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("direction__in", ["at_least", "at_most"])),
                                name="check_direction_known",
                                violation_error_message="Say whether more is better, or less.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CheckEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                editable=False, max_length=32, verbose_name="reference"
                            ),
                        ),
                        ("metric", models.CharField(max_length=300, verbose_name="metric")),
                        (
                            "direction",
                            models.CharField(
                                choices=[("at_least", "at least"), ("at_most", "at most")],
                                max_length=20,
                                verbose_name="direction",
                            ),
                        ),
                        (
                            "threshold",
                            models.DecimalField(
                                decimal_places=6, max_digits=20, verbose_name="threshold"
                            ),
                        ),
                        ("unit", models.CharField(blank=True, max_length=50, verbose_name="unit")),
                        (
                            "fresh_days",
                            models.PositiveIntegerField(
                                verbose_name="days that a result stays fresh"
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="recorded at",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "lesson",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.lesson",
                                verbose_name="lesson",
                            ),
                        ),
                        (
                            "organization",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.organization",
                                verbose_name="who runs it",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="lessons.check",
                            ),
                        ),
                        (
                            "practice",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.bestpractice",
                                verbose_name="practice",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.aisystem",
                                verbose_name="system",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CheckResult",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "value",
                            models.DecimalField(
                                decimal_places=6, max_digits=20, verbose_name="value"
                            ),
                        ),
                        ("ran_at", models.DateTimeField(verbose_name="ran at")),
                        (
                            "external_id",
                            models.CharField(max_length=200, verbose_name="external key"),
                        ),
                        (
                            "source_url",
                            models.URLField(blank=True, max_length=1000, verbose_name="source"),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="recorded at",
                            ),
                        ),
                        (
                            "check_ran",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="results",
                                to="lessons.check",
                                verbose_name="check",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tracker.systemversion",
                                verbose_name="version it ran on",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "result of a check",
                        "verbose_name_plural": "results of checks",
                        "ordering": ["-ran_at", "-id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("check_ran", "external_id"),
                                name="checkresult_recorded_once",
                                violation_error_message="This result is recorded already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("external_id", ""), _negated=True),
                                name="checkresult_has_an_external_key",
                                violation_error_message="Say by which key the result is known where it ran.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ran_at__lte", models.F("recorded_at"))),
                                name="checkresult_ran_before_it_was_recorded",
                                violation_error_message="A result can't be of an instant to come.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CheckResultEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "id",
                            models.UUIDField(
                                default=tracker.keys.new_key, editable=False, serialize=False
                            ),
                        ),
                        (
                            "value",
                            models.DecimalField(
                                decimal_places=6, max_digits=20, verbose_name="value"
                            ),
                        ),
                        ("ran_at", models.DateTimeField(verbose_name="ran at")),
                        (
                            "external_id",
                            models.CharField(max_length=200, verbose_name="external key"),
                        ),
                        (
                            "source_url",
                            models.URLField(blank=True, max_length=1000, verbose_name="source"),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="recorded at",
                            ),
                        ),
                        (
                            "check_ran",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.check",
                                verbose_name="check",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="lessons.checkresult",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.systemversion",
                                verbose_name="version it ran on",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["check_ran"], name="lessons_che_check_r_86950b_idx"
                            )
                        ],
                    },
                ),
            ],
        ),
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "check",
                    pgtrigger.compiler.Trigger(
                        name="stays_as_written",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' OR NEW.lesson_id IS DISTINCT FROM OLD.lesson_id OR NEW.practice_id IS DISTINCT FROM OLD.practice_id OR NEW.system_id IS DISTINCT FROM OLD.system_id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id OR NEW.metric IS DISTINCT FROM OLD.metric AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'metric'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.metric, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.metric, 'UTF8')), 'hex')\n            ) OR NEW.direction IS DISTINCT FROM OLD.direction OR NEW.threshold IS DISTINCT FROM OLD.threshold OR NEW.unit IS DISTINCT FROM OLD.unit AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'unit'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.unit, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.unit, 'UTF8')), 'hex')\n            ) OR NEW.fresh_days IS DISTINCT FROM OLD.fresh_days THEN\n                RAISE EXCEPTION 'A check stays as it was written.' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="df807b74cef242526df69d2c6ef4eb17d71b5141",
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
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id, OLD.lesson_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="3c748b17087f67c6b2860983a9d19c66d5c3b09d",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_6a529",
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
                            func='INSERT INTO "lessons_checkevent" ("created_at", "created_by_id", "direction", "fresh_days", "id", "lesson_id", "metric", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reference", "system_id", "threshold", "unit") VALUES (NEW."created_at", NEW."created_by_id", NEW."direction", NEW."fresh_days", NEW."id", NEW."lesson_id", NEW."metric", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."practice_id", NEW."reference", NEW."system_id", NEW."threshold", NEW."unit"); RETURN NULL;',
                            hash="0098cf4442584b141ffbefee35ac76c8fbc9e38e",
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
                            func='INSERT INTO "lessons_checkevent" ("created_at", "created_by_id", "direction", "fresh_days", "id", "lesson_id", "metric", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reference", "system_id", "threshold", "unit") VALUES (NEW."created_at", NEW."created_by_id", NEW."direction", NEW."fresh_days", NEW."id", NEW."lesson_id", NEW."metric", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."practice_id", NEW."reference", NEW."system_id", NEW."threshold", NEW."unit"); RETURN NULL;',
                            hash="9e7a91c9e6aefc3089cde56442abc7337bb3c0ee",
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
                            func='INSERT INTO "lessons_checkevent" ("created_at", "created_by_id", "direction", "fresh_days", "id", "lesson_id", "metric", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reference", "system_id", "threshold", "unit") VALUES (OLD."created_at", OLD."created_by_id", OLD."direction", OLD."fresh_days", OLD."id", OLD."lesson_id", OLD."metric", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."practice_id", OLD."reference", OLD."system_id", OLD."threshold", OLD."unit"); RETURN NULL;',
                            hash="0c2e6f7974d4ae5d9f2e8e9b36ee6838b0b3ef25",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f2b52",
                            table="lessons_check",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "checkresult",
                    pgtrigger.compiler.Trigger(
                        name="stays_as_written",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' OR NEW.check_ran_id IS DISTINCT FROM OLD.check_ran_id OR NEW.version_id IS DISTINCT FROM OLD.version_id OR NEW.value IS DISTINCT FROM OLD.value OR NEW.ran_at IS DISTINCT FROM OLD.ran_at OR NEW.external_id IS DISTINCT FROM OLD.external_id AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'external_id'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.external_id, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.external_id, 'UTF8')), 'hex')\n            ) OR NEW.source_url IS DISTINCT FROM OLD.source_url AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'source_url'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.source_url, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.source_url, 'UTF8')), 'hex')\n            ) OR NEW.recorded_by_id IS DISTINCT FROM OLD.recorded_by_id THEN\n                RAISE EXCEPTION 'A result of a check stays as it was written.' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="c79f69e4aec5e7e337f4d5b5a21a9a2847370453",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_written_00624",
                            table="lessons_checkresult",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "checkresult",
                    pgtrigger.compiler.Trigger(
                        name="ran_on_its_system",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NOT EXISTS (\n                SELECT 1 FROM public.lessons_check AS measured\n                    JOIN public.tracker_systemversion AS version\n                        ON version.system_id = measured.system_id\n                WHERE measured.id = NEW.check_ran_id AND version.id = NEW.version_id\n            ) THEN\n                RAISE EXCEPTION 'A result is of a version of the system that its check is about.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="d326462d70a04784d6b3d5cfe782f567bab2e46f",
                            operation="INSERT",
                            pgid="pgtrigger_ran_on_its_system_ee159",
                            table="lessons_checkresult",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "checkresult",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_checkresultevent" ("check_ran_id", "external_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ran_at", "recorded_at", "recorded_by_id", "source_url", "value", "version_id") VALUES (NEW."check_ran_id", NEW."external_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."ran_at", NEW."recorded_at", NEW."recorded_by_id", NEW."source_url", NEW."value", NEW."version_id"); RETURN NULL;',
                            hash="ba8d3b5cc37da0f62d1846e0e883783b74981e33",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f3bb1",
                            table="lessons_checkresult",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "checkresult",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_checkresultevent" ("check_ran_id", "external_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ran_at", "recorded_at", "recorded_by_id", "source_url", "value", "version_id") VALUES (NEW."check_ran_id", NEW."external_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."ran_at", NEW."recorded_at", NEW."recorded_by_id", NEW."source_url", NEW."value", NEW."version_id"); RETURN NULL;',
                            hash="6fb33519db37f7521da2248aaa98b8cab9486bea",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_21150",
                            table="lessons_checkresult",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "checkresult",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_checkresultevent" ("check_ran_id", "external_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ran_at", "recorded_at", "recorded_by_id", "source_url", "value", "version_id") VALUES (OLD."check_ran_id", OLD."external_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."ran_at", OLD."recorded_at", OLD."recorded_by_id", OLD."source_url", OLD."value", OLD."version_id"); RETURN NULL;',
                            hash="12896799881bd8071053aff9d8cd03d65d35bbce",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_61a33",
                            table="lessons_checkresult",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
