"""Ask of lessons whether they hold for a new version."""

import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating
import tracker.keys


class Migration(migrations.Migration):
    dependencies = [
        ("lessons", "0008_ask_systems_downstream"),
        ("tracker", "0008_tell_people"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Reverification",
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
                                editable=False, max_length=24, unique=True, verbose_name="reference"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asked", "To re-verify"),
                                    ("holds", "Still holds"),
                                    ("no_longer_holds", "No longer holds"),
                                ],
                                default="asked",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "words",
                            models.TextField(
                                blank=True, editable=False, verbose_name="what was seen"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="answered at"
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="asked at",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "lesson",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reverifications",
                                to="lessons.lesson",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reverifications",
                                to="tracker.aisystem",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reverifications",
                                to="tracker.systemversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lesson to verify again",
                        "verbose_name_plural": "lessons to verify again",
                        "ordering": ["-id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("lesson", "version"),
                                name="reverification_asked_once_a_version",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answered_at", None),
                                        ("answered_by", None),
                                        ("status", "asked"),
                                    ),
                                    models.Q(
                                        models.Q(("status", "asked"), _negated=True),
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="reverification_answered_by_name",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "no_longer_holds"), _negated=True),
                                    models.Q(("words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="reverification_says_why_it_holds_no_longer",
                                violation_error_message="Say why the lesson no longer holds.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReverificationEvent",
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
                                editable=False, max_length=24, verbose_name="reference"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asked", "To re-verify"),
                                    ("holds", "Still holds"),
                                    ("no_longer_holds", "No longer holds"),
                                ],
                                default="asked",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "words",
                            models.TextField(
                                blank=True, editable=False, verbose_name="what was seen"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="answered at"
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="asked at",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
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
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.lesson",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="lessons.reverification",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.aisystem",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.systemversion",
                            ),
                        ),
                    ],
                    options={"ordering": [], "abstract": False},
                ),
            ]
        ),
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "reverification",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'asked' THEN\n                    RAISE EXCEPTION 'A reverification starts as asked, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['asked>holds', 'asked>no_longer_holds']::text[])\n            THEN\n                RAISE EXCEPTION 'A reverification cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="0fd7c27e7d5f7ffb82ce1dfcc5a4732e1ee28cff",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_c104f",
                            table="lessons_reverification",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "reverification",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.lesson_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="d33dd80f7fab0c7b3d106546ec3cfb113f8bd244",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_e3302",
                            table="lessons_reverification",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "reverification",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_reverificationevent" ("answered_at", "answered_by_id", "created_at", "id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "status", "system_id", "version_id", "words") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."created_at", NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."status", NEW."system_id", NEW."version_id", NEW."words"); RETURN NULL;',
                            hash="079b3444481763c5f18f9e01a50ef7d95c21f4cc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0475a",
                            table="lessons_reverification",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reverification",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_reverificationevent" ("answered_at", "answered_by_id", "created_at", "id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "status", "system_id", "version_id", "words") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."created_at", NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."status", NEW."system_id", NEW."version_id", NEW."words"); RETURN NULL;',
                            hash="4a240ca53a12e20f0138e3bb3b3aa66db7994781",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9f632",
                            table="lessons_reverification",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reverification",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_reverificationevent" ("answered_at", "answered_by_id", "created_at", "id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "status", "system_id", "version_id", "words") VALUES (OLD."answered_at", OLD."answered_by_id", OLD."created_at", OLD."id", OLD."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference", OLD."status", OLD."system_id", OLD."version_id", OLD."words"); RETURN NULL;',
                            hash="87a08a015bf1602ce1ac745575257f86ef3056df",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8edb1",
                            table="lessons_reverification",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
