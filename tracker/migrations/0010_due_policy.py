"""How soon what is of a severity is due."""

import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

import tracker.history.migrating
import tracker.keys

# As the policy is at first; a superuser changes it.
DAYS = {"critical": 7, "high": 30, "medium": 90, "low": 180, "informational": 365}


def write_policies(apps, schema_editor):
    """Write a row for each severity."""
    policy = apps.get_model("tracker", "DuePolicy")
    for severity, days in DAYS.items():
        policy.objects.create(severity=severity, days=days)


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0009_follow_records"),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="DuePolicyEvent",
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
                            "severity",
                            models.CharField(
                                choices=[
                                    ("critical", "Critical"),
                                    ("high", "High"),
                                    ("medium", "Medium"),
                                    ("low", "Low"),
                                    ("informational", "Informational"),
                                ],
                                editable=False,
                                max_length=20,
                                verbose_name="severity",
                            ),
                        ),
                        (
                            "days",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(1000),
                                ],
                                verbose_name="days",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.duepolicy",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DuePolicy",
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
                            "severity",
                            models.CharField(
                                choices=[
                                    ("critical", "Critical"),
                                    ("high", "High"),
                                    ("medium", "Medium"),
                                    ("low", "Low"),
                                    ("informational", "Informational"),
                                ],
                                editable=False,
                                max_length=20,
                                unique=True,
                                verbose_name="severity",
                            ),
                        ),
                        (
                            "days",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(1000),
                                ],
                                verbose_name="days",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "due date policy",
                        "verbose_name_plural": "due date policies",
                        "ordering": ["days"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("days__gte", 1), ("days__lte", 1000)),
                                name="duepolicy_some_days",
                                violation_error_message="Say between 1 and 1,000 days.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "severity__in",
                                        ["critical", "high", "medium", "low", "informational"],
                                    )
                                ),
                                name="duepolicy_severity_known",
                            ),
                        ],
                    },
                ),
            ],
        ),
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "duepolicy",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_duepolicyevent" ("days", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "severity") VALUES (NEW."days", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."severity"); RETURN NULL;',
                            hash="52a6cb7571a925532aec93b58283ea43f0a3f5fa",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3fcda",
                            table="tracker_duepolicy",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "duepolicy",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_duepolicyevent" ("days", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "severity") VALUES (NEW."days", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."severity"); RETURN NULL;',
                            hash="26baab6223b57585b06d3356851a77f6365348f8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5e012",
                            table="tracker_duepolicy",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "duepolicy",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_duepolicyevent" ("days", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "severity") VALUES (OLD."days", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."severity"); RETURN NULL;',
                            hash="e874d619ab61aa24ec91f6e429f51e2d850da5ff",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_564cc",
                            table="tracker_duepolicy",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
        migrations.RunPython(write_policies, migrations.RunPython.noop),
    ]
