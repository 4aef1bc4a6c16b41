"""What people follow, and up to where followers were told."""

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
        ("tracker", "0008_tell_people"),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="NewsPosition",
                    fields=[
                        (
                            "id",
                            models.PositiveSmallIntegerField(
                                default=1, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("sequence", models.PositiveBigIntegerField(verbose_name="link")),
                        ("looked_at", models.DateTimeField(verbose_name="looked at")),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("id", 1)), name="newsposition_one_row"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Subscription",
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
                            "list_name",
                            models.CharField(blank=True, max_length=60, verbose_name="list"),
                        ),
                        (
                            "query",
                            models.CharField(blank=True, max_length=1000, verbose_name="filters"),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="since",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="tracker.aisystem",
                                verbose_name="system",
                            ),
                        ),
                        (
                            "tag",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="tracker.tag",
                                verbose_name="tag",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="subscriptions",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "subscription",
                        "verbose_name_plural": "subscriptions",
                        "ordering": ["-id"],
                    },
                ),
                migrations.CreateModel(
                    name="SubscriptionEvent",
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
                            "list_name",
                            models.CharField(blank=True, max_length=60, verbose_name="list"),
                        ),
                        (
                            "query",
                            models.CharField(blank=True, max_length=1000, verbose_name="filters"),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="since",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tracker.subscription",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.aisystem",
                                verbose_name="system",
                            ),
                        ),
                        (
                            "tag",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.tag",
                                verbose_name="tag",
                            ),
                        ),
                        (
                            "user",
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
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
            ]
        ),
        tracker.history.migrating.ChangeModels(
            changes=[
                migrations.AddConstraint(
                    model_name="subscription",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("list_name", ""),
                                ("query", ""),
                                ("system__isnull", False),
                                ("tag__isnull", True),
                            ),
                            models.Q(
                                ("list_name", ""),
                                ("query", ""),
                                ("system__isnull", True),
                                ("tag__isnull", False),
                            ),
                            models.Q(
                                ("system__isnull", True),
                                ("tag__isnull", True),
                                models.Q(("list_name", ""), _negated=True),
                                models.Q(("query", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="subscription_to_one_thing",
                        violation_error_message="Follow a system, a tag or a list with filters.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="subscription",
                    constraint=models.UniqueConstraint(
                        fields=("user", "system"), name="subscription_system_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="subscription",
                    constraint=models.UniqueConstraint(
                        fields=("user", "tag"), name="subscription_tag_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="subscription",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("list_name", ""), _negated=True),
                        fields=("user", "list_name", "query"),
                        name="subscription_list_once",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="subscription",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_subscriptionevent" ("created_at", "id", "list_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "system_id", "tag_id", "user_id") VALUES (NEW."created_at", NEW."id", NEW."list_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."query", NEW."system_id", NEW."tag_id", NEW."user_id"); RETURN NULL;',
                            hash="13a9dc472f6546123ee7b7e673a0a1f09e3e0606",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4232f",
                            table="tracker_subscription",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="subscription",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_subscriptionevent" ("created_at", "id", "list_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "system_id", "tag_id", "user_id") VALUES (NEW."created_at", NEW."id", NEW."list_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."query", NEW."system_id", NEW."tag_id", NEW."user_id"); RETURN NULL;',
                            hash="48c2d53b9adde30b6cbaf5a0869879edacd81d18",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f8ff0",
                            table="tracker_subscription",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="subscription",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_subscriptionevent" ("created_at", "id", "list_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "system_id", "tag_id", "user_id") VALUES (OLD."created_at", OLD."id", OLD."list_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."query", OLD."system_id", OLD."tag_id", OLD."user_id"); RETURN NULL;',
                            hash="99e474690bfe6e98f2fff8499dca5d503d4ad506",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_71082",
                            table="tracker_subscription",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
