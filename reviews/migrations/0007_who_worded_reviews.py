"""Keep who worded a review or a finding, so that they sign nothing it stands behind."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0006_propose_reviews_of_new_versions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        tracker.history.migrating.ChangeModels(
            changes=[
                migrations.AddField(
                    model_name="finding",
                    name="worded_by",
                    field=models.ManyToManyField(
                        blank=True, editable=False, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                migrations.AddField(
                    model_name="review",
                    name="worded_by",
                    field=models.ManyToManyField(
                        blank=True, editable=False, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                tracker.history.migrating.CreateModels(
                    models=[
                        migrations.CreateModel(
                            name="WordingOfReviewEvent",
                            fields=[
                                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                                ("pgh_label", models.TextField(help_text="The event label.")),
                                ("pgh_context", pghistory.utils.JSONField(null=True)),
                                ("pgh_context_id", models.UUIDField(null=True)),
                                ("id", models.BigIntegerField()),
                                (
                                    "review",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        db_tablespace="",
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="reviews.review",
                                    ),
                                ),
                                (
                                    "user",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        db_tablespace="",
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to=settings.AUTH_USER_MODEL,
                                    ),
                                ),
                                (
                                    "pgh_obj",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        to="reviews.wordingofreview",
                                    ),
                                ),
                            ],
                            options={
                                "ordering": [],
                                "abstract": False,
                                "indexes": [
                                    models.Index(
                                        fields=["review"], name="reviews_wor_review__ac09f4_idx"
                                    )
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="WordingOfFinding",
                            fields=[],
                            options={
                                "proxy": True,
                                "indexes": [],
                                "constraints": [],
                            },
                            bases=("reviews.finding_worded_by",),
                        ),
                        migrations.CreateModel(
                            name="WordingOfReview",
                            fields=[],
                            options={
                                "proxy": True,
                                "indexes": [],
                                "constraints": [],
                            },
                            bases=("reviews.review_worded_by",),
                        ),
                        migrations.CreateModel(
                            name="WordingOfFindingEvent",
                            fields=[
                                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                                ("pgh_label", models.TextField(help_text="The event label.")),
                                ("pgh_context", pghistory.utils.JSONField(null=True)),
                                ("pgh_context_id", models.UUIDField(null=True)),
                                ("id", models.BigIntegerField()),
                                (
                                    "finding",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        db_tablespace="",
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="reviews.finding",
                                    ),
                                ),
                                (
                                    "user",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        db_tablespace="",
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to=settings.AUTH_USER_MODEL,
                                    ),
                                ),
                                (
                                    "pgh_obj",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        to="reviews.wordingoffinding",
                                    ),
                                ),
                            ],
                            options={
                                "ordering": [],
                                "abstract": False,
                                "indexes": [
                                    models.Index(
                                        fields=["finding"], name="reviews_wor_finding_8842bc_idx"
                                    )
                                ],
                            },
                        ),
                    ],
                ),
                tracker.history.migrating.AddTriggers(
                    triggers=[
                        (
                            "wordingoffinding",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_wordingoffindingevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;',
                                    hash="6bef805d8e4c4491eca1370fdd333f54760a7775",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a3188",
                                    table="reviews_finding_worded_by",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "wordingoffinding",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reviews_wordingoffindingevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;',
                                    hash="0a5ea4fb0eb43f98bf9eaee9d65106f156e8e224",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_1daaf",
                                    table="reviews_finding_worded_by",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "wordingoffinding",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_wordingoffindingevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."finding_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;',
                                    hash="8dad2e34f059ac1c6d25c73d6e08a8c84f3251e0",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_a345e",
                                    table="reviews_finding_worded_by",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "wordingofreview",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_wordingofreviewevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."review_id", NEW."user_id"); RETURN NULL;',
                                    hash="cac2d0c88838c93a85881567aba9587d7c8d07d2",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_5c5df",
                                    table="reviews_review_worded_by",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "wordingofreview",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reviews_wordingofreviewevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."review_id", NEW."user_id"); RETURN NULL;',
                                    hash="b90778b8388a721a13b1597ef62368e12cc71a33",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_9cebc",
                                    table="reviews_review_worded_by",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "wordingofreview",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_wordingofreviewevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "user_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."review_id", OLD."user_id"); RETURN NULL;',
                                    hash="596666112b199661c840f2bc458d4c525eb753f9",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6f22a",
                                    table="reviews_review_worded_by",
                                    when="AFTER",
                                ),
                            ),
                        ),
                    ],
                ),
            ]
        ),
    ]
