"""An answer is due by the policy of the day on which it was asked."""

import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("lessons", "0013_bind_when_and_whether_illustrative"),
        ("tracker", "0011_choose_messages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="disposition",
            name="due_on",
            field=models.DateField(editable=False, null=True, verbose_name="due on"),
        ),
        migrations.AddField(
            model_name="dispositionevent",
            name="due_on",
            field=models.DateField(editable=False, null=True, verbose_name="due on"),
        ),
        migrations.AddConstraint(
            model_name="disposition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due_on__isnull", True), ("due_on__gte", models.F("asked_on")), _connector="OR"
                ),
                name="disposition_due_after_it_was_asked",
            ),
        ),
        tracker.history.migrating.ReplaceTriggers(
            triggers=[
                (
                    "disposition",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_dispositionevent" ("answer", "answered_by_id", "answered_on", "asked_again_on", "asked_on", "created_at", "due_on", "evidence", "evidence_url", "id", "illustrative", "judged_by_id", "judged_on", "judgement", "lesson_id", "organization_id", "path", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "status", "system_id", "update_id", "waived_until") VALUES (NEW."answer", NEW."answered_by_id", NEW."answered_on", NEW."asked_again_on", NEW."asked_on", NEW."created_at", NEW."due_on", NEW."evidence", NEW."evidence_url", NEW."id", NEW."illustrative", NEW."judged_by_id", NEW."judged_on", NEW."judgement", NEW."lesson_id", NEW."organization_id", NEW."path", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."status", NEW."system_id", NEW."update_id", NEW."waived_until"); RETURN NULL;',
                            hash="4107a108fdd4f65a90dcc734571457c915487625",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_352a3",
                            table="lessons_disposition",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "disposition",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_dispositionevent" ("answer", "answered_by_id", "answered_on", "asked_again_on", "asked_on", "created_at", "due_on", "evidence", "evidence_url", "id", "illustrative", "judged_by_id", "judged_on", "judgement", "lesson_id", "organization_id", "path", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "status", "system_id", "update_id", "waived_until") VALUES (NEW."answer", NEW."answered_by_id", NEW."answered_on", NEW."asked_again_on", NEW."asked_on", NEW."created_at", NEW."due_on", NEW."evidence", NEW."evidence_url", NEW."id", NEW."illustrative", NEW."judged_by_id", NEW."judged_on", NEW."judgement", NEW."lesson_id", NEW."organization_id", NEW."path", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."status", NEW."system_id", NEW."update_id", NEW."waived_until"); RETURN NULL;',
                            hash="23c81f512e91ce12c1687cda810552746eba225f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_59deb",
                            table="lessons_disposition",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "disposition",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_dispositionevent" ("answer", "answered_by_id", "answered_on", "asked_again_on", "asked_on", "created_at", "due_on", "evidence", "evidence_url", "id", "illustrative", "judged_by_id", "judged_on", "judgement", "lesson_id", "organization_id", "path", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "status", "system_id", "update_id", "waived_until") VALUES (OLD."answer", OLD."answered_by_id", OLD."answered_on", OLD."asked_again_on", OLD."asked_on", OLD."created_at", OLD."due_on", OLD."evidence", OLD."evidence_url", OLD."id", OLD."illustrative", OLD."judged_by_id", OLD."judged_on", OLD."judgement", OLD."lesson_id", OLD."organization_id", OLD."path", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."reference", OLD."status", OLD."system_id", OLD."update_id", OLD."waived_until"); RETURN NULL;',
                            hash="173d2e9ca6bee04091d417aa4bf82870c96abf19",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3893c",
                            table="lessons_disposition",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
