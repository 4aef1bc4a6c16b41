"""A dependency that does not hold any more is taken back and stays, as what was asked along it does."""

import pgtrigger.compiler
from django.db import migrations, models

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0015_labels_of_dependencies_are_held"),
    ]

    operations = [
        tracker.history.migrating.ChangeModels(
            changes=[
                migrations.RemoveConstraint(
                    model_name="systemdependency",
                    name="systemdependency_stated_once",
                ),
                migrations.AddField(
                    model_name="systemdependency",
                    name="taken_back_at",
                    field=models.DateTimeField(
                        editable=False, null=True, verbose_name="taken back at"
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependencyevent",
                    name="taken_back_at",
                    field=models.DateTimeField(
                        editable=False, null=True, verbose_name="taken back at"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="systemdependency",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("taken_back_at", None)),
                        fields=("upstream", "downstream", "kind"),
                        name="systemdependency_stated_once",
                        violation_error_message="This dependency is recorded already.",
                    ),
                ),
            ]
        ),
        tracker.history.migrating.ReplaceTriggers(
            triggers=[
                (
                    "systemdependency",
                    pgtrigger.compiler.Trigger(
                        name="no_loops",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE path text;",
                            func="\n            IF NEW.taken_back_at IS NOT NULL THEN\n                RETURN NEW;\n            END IF;\n            PERFORM pg_advisory_xact_lock(hashtext('tracker_systemdependency'));\n            -- Reachability first, each system once: diamonds would make paths without number.\n            IF NOT EXISTS (\n                WITH RECURSIVE below(id) AS (\n                    SELECT NEW.downstream_id\n                    UNION\n                    SELECT d.downstream_id\n                    FROM public.tracker_systemdependency d JOIN below ON d.upstream_id = below.id\n                    WHERE d.id <> NEW.id AND d.taken_back_at IS NULL\n                )\n                SELECT 1 FROM below WHERE id = NEW.upstream_id\n            ) THEN\n                RETURN NEW;\n            END IF;\n            WITH RECURSIVE down(id, ids) AS (\n                SELECT NEW.downstream_id, ARRAY[NEW.upstream_id, NEW.downstream_id]\n                UNION ALL\n                SELECT d.downstream_id, down.ids || d.downstream_id\n                FROM public.tracker_systemdependency d JOIN down ON d.upstream_id = down.id\n                WHERE d.id <> NEW.id AND d.taken_back_at IS NULL AND down.id <> NEW.upstream_id\n                    AND NOT d.downstream_id = ANY (down.ids[2:])\n            )\n            SELECT array_to_string(ids, ' ') INTO path FROM down WHERE id = NEW.upstream_id LIMIT 1;\n            RAISE EXCEPTION 'A system cannot depend on itself, directly or through others.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'systemdependency_no_loops', DETAIL = path;\n        ",
                            hash="f23a262f66ddcd874018129defd6724f21d43608",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_no_loops_0d260",
                            table="tracker_systemdependency",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "systemdependency",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_systemdependencyevent" ("carries_lessons", "coming_at", "coming_label", "created_at", "created_by_id", "downstream_id", "id", "illustrative", "kind", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "source_url", "taken_back_at", "upstream_id") VALUES (NEW."carries_lessons", NEW."coming_at", NEW."coming_label", NEW."created_at", NEW."created_by_id", NEW."downstream_id", NEW."id", NEW."illustrative", NEW."kind", NEW."label", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."source", NEW."source_url", NEW."taken_back_at", NEW."upstream_id"); RETURN NULL;',
                            hash="50fbbf7a18e73d3e90d8ee51bca9943932186fde",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ba2dd",
                            table="tracker_systemdependency",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemdependency",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "tracker_systemdependencyevent" ("carries_lessons", "coming_at", "coming_label", "created_at", "created_by_id", "downstream_id", "id", "illustrative", "kind", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "source_url", "taken_back_at", "upstream_id") VALUES (NEW."carries_lessons", NEW."coming_at", NEW."coming_label", NEW."created_at", NEW."created_by_id", NEW."downstream_id", NEW."id", NEW."illustrative", NEW."kind", NEW."label", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."source", NEW."source_url", NEW."taken_back_at", NEW."upstream_id"); RETURN NULL;',
                            hash="a34f6a8aac5d7bc9c6c49e9baeb98fbd36e1dfb3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ed668",
                            table="tracker_systemdependency",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemdependency",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_systemdependencyevent" ("carries_lessons", "coming_at", "coming_label", "created_at", "created_by_id", "downstream_id", "id", "illustrative", "kind", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "source_url", "taken_back_at", "upstream_id") VALUES (OLD."carries_lessons", OLD."coming_at", OLD."coming_label", OLD."created_at", OLD."created_by_id", OLD."downstream_id", OLD."id", OLD."illustrative", OLD."kind", OLD."label", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference", OLD."source", OLD."source_url", OLD."taken_back_at", OLD."upstream_id"); RETURN NULL;',
                            hash="00044964bf7616500a93c2b3564b0560202514fe",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d4e49",
                            table="tracker_systemdependency",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
