"""Give each dependency between systems a label of its own, as narrow as who could read it until now."""

import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

import tracker.history.migrating
from tracker.chain.tables import REFUSE, guard_history
from tracker.keys import new_reference
from tracker.states import LABEL_ORDER, Label


def give_labels(apps, schema_editor):
    """Write down whose each dependency is and who reads it; its past stays with its owner's people."""
    dependencies = apps.get_model("tracker", "SystemDependency")
    events = apps.get_model("tracker", "SystemDependencyEvent").objects
    systems = apps.get_model("tracker", "AISystem").objects.select_related("owner").in_bulk()
    people = {
        str(key): key
        for key in apps.get_model("tracker", "User").objects.values_list("pk", flat=True)
    }
    first = events.order_by("pgh_obj_id", "pgh_id").distinct("pgh_obj_id")
    stated = {
        one.pgh_obj_id: {
            "reference": new_reference(dependencies, systems[one.downstream_id].owner.code, "DEP"),
            "owner_id": systems[one.downstream_id].owner_id,
            "created_by_id": people.get(
                (one.pgh_context or {}).get("user"), systems[one.downstream_id].created_by_id
            ),
            "created_at": one.pgh_created_at,
        }
        for one in first
    }
    with schema_editor.connection.cursor() as cursor:
        # The columns are new: nothing that was written changes, and no seal covers them.
        cursor.execute(f"DROP TRIGGER IF EXISTS {REFUSE} ON tracker_systemdependencyevent")
        for key, values in stated.items():
            events.filter(pgh_obj=key).update(**values)
        guard_history(cursor)
        for one in dependencies.objects.all():
            label = label_between(systems[one.upstream_id], systems[one.downstream_id])
            dependencies.objects.filter(pk=one.pk).update(label=label, **stated[one.pk])
        # Else the tables could not be altered before this ends.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def label_between(*systems):
    """Return the narrowest label of two systems; whom a RED one names is asked of that one."""
    label = min(map(label_now, systems), key=LABEL_ORDER.index)
    return Label.AMBER_STRICT if label == Label.RED else label


def label_now(system):
    """Return the label that holds at this instant: an embargo that is over is written nowhere."""
    is_over = system.coming_at is not None and system.coming_at <= timezone.now()
    return system.coming_label if is_over else system.label


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0013_what_was_said_is_the_signers"),
    ]

    operations = [
        tracker.history.migrating.ChangeModels(
            changes=[
                migrations.AddField(
                    model_name="systemdependency",
                    name="coming_at",
                    field=models.DateTimeField(editable=False, null=True, verbose_name="from"),
                ),
                migrations.AddField(
                    model_name="systemdependency",
                    name="coming_label",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("red", "TLP:RED"),
                            ("amber_strict", "TLP:AMBER+STRICT"),
                            ("amber", "TLP:AMBER"),
                            ("green", "TLP:GREEN"),
                            ("clear", "TLP:CLEAR"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="coming label",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependency",
                    name="created_at",
                    field=models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="recorded at",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependency",
                    name="created_by",
                    field=models.ForeignKey(
                        null=True,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependency",
                    name="illustrative",
                    field=models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="Made up for the demonstration; the public record does not contain it.",
                        verbose_name="illustrative",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependency",
                    name="label",
                    field=models.CharField(
                        choices=[
                            ("red", "TLP:RED"),
                            ("amber_strict", "TLP:AMBER+STRICT"),
                            ("amber", "TLP:AMBER"),
                            ("green", "TLP:GREEN"),
                            ("clear", "TLP:CLEAR"),
                        ],
                        default="amber_strict",
                        editable=False,
                        max_length=20,
                        verbose_name="label",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependency",
                    name="owner",
                    field=models.ForeignKey(
                        null=True,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.organization",
                        verbose_name="owner",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependency",
                    name="reference",
                    field=models.CharField(
                        null=True,
                        editable=False,
                        max_length=24,
                        unique=True,
                        verbose_name="reference",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependency",
                    name="source",
                    field=models.CharField(
                        blank=True,
                        help_text="Where this is known from: title, publisher, date.",
                        max_length=500,
                        verbose_name="source",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependency",
                    name="source_url",
                    field=models.URLField(
                        blank=True, max_length=1000, verbose_name="source address"
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependencyevent",
                    name="coming_at",
                    field=models.DateTimeField(editable=False, null=True, verbose_name="from"),
                ),
                migrations.AddField(
                    model_name="systemdependencyevent",
                    name="coming_label",
                    field=models.CharField(
                        blank=True,
                        choices=[
                            ("red", "TLP:RED"),
                            ("amber_strict", "TLP:AMBER+STRICT"),
                            ("amber", "TLP:AMBER"),
                            ("green", "TLP:GREEN"),
                            ("clear", "TLP:CLEAR"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="coming label",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependencyevent",
                    name="created_at",
                    field=models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="recorded at",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependencyevent",
                    name="created_by",
                    field=models.ForeignKey(
                        null=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependencyevent",
                    name="illustrative",
                    field=models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="Made up for the demonstration; the public record does not contain it.",
                        verbose_name="illustrative",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependencyevent",
                    name="label",
                    field=models.CharField(
                        choices=[
                            ("red", "TLP:RED"),
                            ("amber_strict", "TLP:AMBER+STRICT"),
                            ("amber", "TLP:AMBER"),
                            ("green", "TLP:GREEN"),
                            ("clear", "TLP:CLEAR"),
                        ],
                        default="amber_strict",
                        editable=False,
                        max_length=20,
                        verbose_name="label",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependencyevent",
                    name="owner",
                    field=models.ForeignKey(
                        null=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.organization",
                        verbose_name="owner",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependencyevent",
                    name="reference",
                    field=models.CharField(
                        null=True, editable=False, max_length=24, verbose_name="reference"
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependencyevent",
                    name="source",
                    field=models.CharField(
                        blank=True,
                        help_text="Where this is known from: title, publisher, date.",
                        max_length=500,
                        verbose_name="source",
                    ),
                ),
                migrations.AddField(
                    model_name="systemdependencyevent",
                    name="source_url",
                    field=models.URLField(
                        blank=True, max_length=1000, verbose_name="source address"
                    ),
                ),
            ]
        ),
        tracker.history.migrating.ReplaceTriggers(
            triggers=[
                (
                    "systemdependency",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "tracker_systemdependencyevent" ("carries_lessons", "coming_at", "coming_label", "created_at", "created_by_id", "downstream_id", "id", "illustrative", "kind", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "source_url", "upstream_id") VALUES (NEW."carries_lessons", NEW."coming_at", NEW."coming_label", NEW."created_at", NEW."created_by_id", NEW."downstream_id", NEW."id", NEW."illustrative", NEW."kind", NEW."label", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."source", NEW."source_url", NEW."upstream_id"); RETURN NULL;',
                            hash="6db3e21020b133b15ced4df0d264ad906b170cd2",
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
                            func='INSERT INTO "tracker_systemdependencyevent" ("carries_lessons", "coming_at", "coming_label", "created_at", "created_by_id", "downstream_id", "id", "illustrative", "kind", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "source_url", "upstream_id") VALUES (NEW."carries_lessons", NEW."coming_at", NEW."coming_label", NEW."created_at", NEW."created_by_id", NEW."downstream_id", NEW."id", NEW."illustrative", NEW."kind", NEW."label", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."source", NEW."source_url", NEW."upstream_id"); RETURN NULL;',
                            hash="1eb6f60f9f16b46bedf8a0ea7abce0b9dce13bdd",
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
                            func='INSERT INTO "tracker_systemdependencyevent" ("carries_lessons", "coming_at", "coming_label", "created_at", "created_by_id", "downstream_id", "id", "illustrative", "kind", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "source_url", "upstream_id") VALUES (OLD."carries_lessons", OLD."coming_at", OLD."coming_label", OLD."created_at", OLD."created_by_id", OLD."downstream_id", OLD."id", OLD."illustrative", OLD."kind", OLD."label", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference", OLD."source", OLD."source_url", OLD."upstream_id"); RETURN NULL;',
                            hash="9417f9bb0c9a7a442e2ac858c5e3733a7d9d1e83",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d4e49",
                            table="tracker_systemdependency",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
        migrations.RunPython(give_labels, migrations.RunPython.noop, elidable=True),
    ]
