"""When people get messages, and how often one was tried to be sent."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0010_due_policy"),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="MailPreferenceEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        (
                            "mail",
                            models.CharField(
                                choices=[
                                    ("at_once", "At once"),
                                    ("daily", "Once a day, together"),
                                    ("none", "Never; I look at Notifications"),
                                ],
                                max_length=10,
                                verbose_name="e-mail",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MailPreference",
                    fields=[
                        (
                            "user",
                            models.OneToOneField(
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="mail_preference",
                                serialize=False,
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "mail",
                            models.CharField(
                                choices=[
                                    ("at_once", "At once"),
                                    ("daily", "Once a day, together"),
                                    ("none", "Never; I look at Notifications"),
                                ],
                                max_length=10,
                                verbose_name="e-mail",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "preference for e-mail",
                        "verbose_name_plural": "preferences for e-mail",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("mail__in", ["at_once", "daily", "none"])),
                                name="mailpreference_known",
                            )
                        ],
                    },
                ),
            ]
        ),
        tracker.history.migrating.ChangeModels(
            changes=[
                migrations.AddField(
                    model_name="notification",
                    name="mail_tries",
                    field=models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="tries to send"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mailpreference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_mailpreferenceevent" ("mail", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."mail", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."user_id", NEW."user_id"); RETURN NULL;',
                            hash="83b710cfdf4652c0de28018fc81d4f0619f3be67",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_687ff",
                            table="tracker_mailpreference",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mailpreference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_mailpreferenceevent" ("mail", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."mail", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."user_id", NEW."user_id"); RETURN NULL;',
                            hash="2e36d4cbd90158ec060031fd40caba238d66634b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f1a1e",
                            table="tracker_mailpreference",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="mailpreference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_mailpreferenceevent" ("mail", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."mail", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."user_id", OLD."user_id"); RETURN NULL;',
                            hash="86f41af51cec54ba2143bf6804ea26cb7e852cfc",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_19845",
                            table="tracker_mailpreference",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddField(
                    model_name="mailpreferenceevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="tracker.mailpreference",
                    ),
                ),
                migrations.AddField(
                    model_name="mailpreferenceevent",
                    name="user",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ]
        ),
    ]
