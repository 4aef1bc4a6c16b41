"""A new version is reviewed by a joint cycle of its own: its proposal names the cycle too."""

import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [("reviews", "0013_what_was_said_is_the_signers")]

    operations = [
        tracker.history.migrating.ChangeModels(
            changes=[
                migrations.AlterModelOptions(
                    name="migrationproposal",
                    options={
                        "ordering": ["-id"],
                        "verbose_name": "model migration",
                        "verbose_name_plural": "model migrations",
                    },
                ),
                migrations.RemoveConstraint(
                    model_name="migrationproposal",
                    name="migrationproposal_accepted_names_its_review",
                ),
                migrations.AddField(
                    model_name="migrationproposal",
                    name="cycle",
                    field=models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposed_as",
                        to="reviews.reviewcycle",
                    ),
                ),
                migrations.AddField(
                    model_name="migrationproposalevent",
                    name="cycle",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reviews.reviewcycle",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="migrationproposal",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(
                                    ("review__isnull", False),
                                    ("cycle__isnull", False),
                                    _connector="OR",
                                ),
                                ("status", "accepted"),
                            ),
                            models.Q(
                                models.Q(("status", "accepted"), _negated=True),
                                ("cycle", None),
                                ("review", None),
                            ),
                            _connector="OR",
                        ),
                        name="migrationproposal_accepted_names_review_or_cycle",
                    ),
                ),
            ]
        ),
        tracker.history.migrating.ReplaceTriggers(
            triggers=[
                (
                    "migrationproposal",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_migrationproposalevent" ("answered_at", "answered_by_id", "created_at", "cycle_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "review_id", "status", "system_id", "version_id") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."created_at", NEW."cycle_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."review_id", NEW."status", NEW."system_id", NEW."version_id"); RETURN NULL;',
                            hash="66b5a1932f3862b9628f10e1321e9b4592b1ac6e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_da582",
                            table="reviews_migrationproposal",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "migrationproposal",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_migrationproposalevent" ("answered_at", "answered_by_id", "created_at", "cycle_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "review_id", "status", "system_id", "version_id") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."created_at", NEW."cycle_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."review_id", NEW."status", NEW."system_id", NEW."version_id"); RETURN NULL;',
                            hash="f6a5cbf564bd96137d343f20d6c9374b2bb89c0c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ff5de",
                            table="reviews_migrationproposal",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "migrationproposal",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_migrationproposalevent" ("answered_at", "answered_by_id", "created_at", "cycle_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "review_id", "status", "system_id", "version_id") VALUES (OLD."answered_at", OLD."answered_by_id", OLD."created_at", OLD."cycle_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."reference", OLD."review_id", OLD."status", OLD."system_id", OLD."version_id"); RETURN NULL;',
                            hash="a8992422264e64be67af913c5a661edee21b5193",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_04715",
                            table="reviews_migrationproposal",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
