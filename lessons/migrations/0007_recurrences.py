"""Lessons that come back, and findings that people keep apart."""

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
        ("lessons", "0006_briefings"),
        ("reviews", "0004_copy_findings_to_share"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="FindingsApart",
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
                            "decided_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="decided at",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "one",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reviews.finding",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="reviews.finding",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "findings kept apart",
                        "verbose_name_plural": "findings kept apart",
                        "ordering": ["-id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("one", "other"), name="findingsapart_pair_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("one__lt", models.F("other"))),
                                name="findingsapart_in_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingsApartEvent",
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
                            "decided_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="decided at",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "one",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.finding",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.finding",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="lessons.findingsapart",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Recurrence",
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
                                    ("proposed", "Proposed"),
                                    ("confirmed", "Came back"),
                                    ("rejected", "Not the same"),
                                ],
                                default="proposed",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "proposed_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="proposed at",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="decided at"
                            ),
                        ),
                        (
                            "lesson_was",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("identified", "Identified"),
                                    ("endorsed", "Endorsed"),
                                    ("actioned", "Actioned"),
                                    ("learned", "Learned"),
                                    ("rejected", "Rejected"),
                                    ("superseded", "Superseded"),
                                    ("regressed", "Regressed"),
                                ],
                                editable=False,
                                max_length=20,
                                verbose_name="the lesson was",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recurrences",
                                to="reviews.finding",
                                verbose_name="finding",
                            ),
                        ),
                        (
                            "lesson",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recurrences",
                                to="lessons.lesson",
                                verbose_name="lesson",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "recurrence",
                        "verbose_name_plural": "recurrences",
                        "ordering": ["-id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("finding", "lesson"),
                                name="recurrence_pair_once",
                                violation_error_message="This finding was compared with this lesson already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", True),
                                        ("decided_by__isnull", True),
                                        ("status", "proposed"),
                                    ),
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                        models.Q(("status", "proposed"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="recurrence_decided_by_someone",
                                violation_error_message="A person decides whether a lesson came back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status", "confirmed"),
                                        models.Q(("lesson_was", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("status", "confirmed"), _negated=True),
                                        ("lesson_was", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="recurrence_confirmed_says_what_came_back",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecurrenceEvent",
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
                                    ("proposed", "Proposed"),
                                    ("confirmed", "Came back"),
                                    ("rejected", "Not the same"),
                                ],
                                default="proposed",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "proposed_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="proposed at",
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="decided at"
                            ),
                        ),
                        (
                            "lesson_was",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("identified", "Identified"),
                                    ("endorsed", "Endorsed"),
                                    ("actioned", "Actioned"),
                                    ("learned", "Learned"),
                                    ("rejected", "Rejected"),
                                    ("superseded", "Superseded"),
                                    ("regressed", "Regressed"),
                                ],
                                editable=False,
                                max_length=20,
                                verbose_name="the lesson was",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="decided by",
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.finding",
                                verbose_name="finding",
                            ),
                        ),
                        (
                            "lesson",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.lesson",
                                verbose_name="lesson",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="lessons.recurrence",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
            ]
        ),
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "findingsapart",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_findingsapartevent" ("decided_at", "decided_by_id", "id", "one_id", "other_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."one_id", NEW."other_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="d2a9c8b59acf33547030486fb6c2ae13ea60d995",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d7118",
                            table="lessons_findingsapart",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "findingsapart",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_findingsapartevent" ("decided_at", "decided_by_id", "id", "one_id", "other_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."one_id", NEW."other_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="508c85c4451a2e1dc17dccd2494a5f377e71ccab",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_735f4",
                            table="lessons_findingsapart",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "findingsapart",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_findingsapartevent" ("decided_at", "decided_by_id", "id", "one_id", "other_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."one_id", OLD."other_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="8f3139d738f3d47d192e67f342b1dc73bfba6d0e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_333f3",
                            table="lessons_findingsapart",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "recurrence",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'proposed' THEN\n                    RAISE EXCEPTION 'A recurrence starts as proposed, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['proposed>confirmed', 'proposed>rejected']::text[])\n            THEN\n                RAISE EXCEPTION 'A recurrence cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="092c26d6a088918d9e1ca8a2f0e1a5524fe99d12",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_578e8",
                            table="lessons_recurrence",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "recurrence",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_recurrenceevent" ("decided_at", "decided_by_id", "finding_id", "id", "lesson_id", "lesson_was", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "reference", "status") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."finding_id", NEW."id", NEW."lesson_id", NEW."lesson_was", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."proposed_at", NEW."reference", NEW."status"); RETURN NULL;',
                            hash="2219957628f633662c865c27429e4ad2d2871ff8",
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
                            func='INSERT INTO "lessons_recurrenceevent" ("decided_at", "decided_by_id", "finding_id", "id", "lesson_id", "lesson_was", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "reference", "status") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."finding_id", NEW."id", NEW."lesson_id", NEW."lesson_was", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."proposed_at", NEW."reference", NEW."status"); RETURN NULL;',
                            hash="087086763d3bb96d50e8f99aee4f2e84bc1d553d",
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
                            func='INSERT INTO "lessons_recurrenceevent" ("decided_at", "decided_by_id", "finding_id", "id", "lesson_id", "lesson_was", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "reference", "status") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."finding_id", OLD."id", OLD."lesson_id", OLD."lesson_was", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."proposed_at", OLD."reference", OLD."status"); RETURN NULL;',
                            hash="2c4e5a77cf48d1a0add8cf8033679dd14e5bf596",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_239dc",
                            table="lessons_recurrence",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
