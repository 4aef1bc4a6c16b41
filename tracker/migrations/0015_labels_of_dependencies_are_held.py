"""Hold the labels of dependencies between systems as those of every other record."""

import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0014_dependencies_carry_labels"),
    ]

    operations = [
        tracker.history.migrating.ChangeModels(
            changes=[
                migrations.AlterField(
                    model_name="systemdependency",
                    name="downstream",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="upstream_links",
                        to="tracker.aisystem",
                        verbose_name="downstream",
                    ),
                ),
                migrations.AlterField(
                    model_name="systemdependency",
                    name="upstream",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="downstream_links",
                        to="tracker.aisystem",
                        verbose_name="upstream",
                    ),
                ),
                migrations.AlterField(
                    model_name="systemdependencyevent",
                    name="downstream",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.aisystem",
                        verbose_name="downstream",
                    ),
                ),
                migrations.AlterField(
                    model_name="systemdependencyevent",
                    name="upstream",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.aisystem",
                        verbose_name="upstream",
                    ),
                ),
                migrations.AlterField(
                    model_name="systemdependency",
                    name="created_by",
                    field=models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                migrations.AlterField(
                    model_name="systemdependency",
                    name="owner",
                    field=models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.organization",
                        verbose_name="owner",
                    ),
                ),
                migrations.AlterField(
                    model_name="systemdependency",
                    name="reference",
                    field=models.CharField(
                        editable=False, max_length=24, unique=True, verbose_name="reference"
                    ),
                ),
                migrations.AlterField(
                    model_name="systemdependencyevent",
                    name="created_by",
                    field=models.ForeignKey(
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
                migrations.AlterField(
                    model_name="systemdependencyevent",
                    name="owner",
                    field=models.ForeignKey(
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
                migrations.AlterField(
                    model_name="systemdependencyevent",
                    name="reference",
                    field=models.CharField(editable=False, max_length=24, verbose_name="reference"),
                ),
                migrations.AddIndex(
                    model_name="systemdependency",
                    index=models.Index(fields=["owner", "-id"], name="systemdependency_by_owner"),
                ),
                migrations.AddIndex(
                    model_name="systemdependency",
                    index=models.Index(fields=["label", "-id"], name="systemdependency_by_label"),
                ),
                migrations.AddIndex(
                    model_name="systemdependency",
                    index=models.Index(
                        condition=models.Q(("coming_at__isnull", False)),
                        fields=["coming_at"],
                        name="systemdependency_embargo",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="systemdependency",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("label__in", ["red", "amber_strict", "amber", "green", "clear"])
                        ),
                        name="tracker_systemdependency_label_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="systemdependency",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("coming_at__isnull", True), ("coming_label", "")),
                            models.Q(
                                ("coming_at__isnull", False),
                                models.Q(
                                    models.Q(
                                        ("coming_label__in", ("amber", "green", "clear")),
                                        ("label", "amber_strict"),
                                    ),
                                    models.Q(
                                        ("coming_label__in", ("green", "clear")), ("label", "amber")
                                    ),
                                    models.Q(("coming_label__in", ("clear",)), ("label", "green")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="tracker_systemdependency_embargo_widens",
                        violation_error_message="An embargo names an instant and the wider label that holds from then on.",
                    ),
                ),
            ]
        ),
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "systemdependency",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id, OLD.downstream_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="f716d873e3c3fbc04b8a856c23a825c4d1756a54",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_42952",
                            table="tracker_systemdependency",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "systemdependency",
                    pgtrigger.compiler.Trigger(
                        name="widened_by_consent",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE held text; sought text; since timestamptz;",
                            func="\n            held := (CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END);\n            FOR sought, since IN\n                SELECT NEW.label, statement_timestamp()\n                UNION ALL SELECT NEW.coming_label, NEW.coming_at WHERE NEW.coming_at IS NOT NULL\n            LOOP\n                -- What is to come may be put off, or come in the place of itself.\n                CONTINUE WHEN NOT array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (held)::text)\n                    OR (sought = OLD.coming_label AND since >= OLD.coming_at);\n                IF NOT EXISTS (\n                    SELECT 1 FROM public.tracker_labelchange AS done\n                    WHERE done.record_id = NEW.id AND done.kind = 'widen'\n                        AND done.status = 'done' AND done.to_label = sought\n                        AND (done.takes_effect_at IS NULL OR done.takes_effect_at <= since)\n                        AND NOT EXISTS (\n                            SELECT 1 FROM public.tracker_labelchange AS later\n                            WHERE later.record_id = NEW.id AND later.settled_at > done.settled_at\n                                AND later.kind = 'narrow'\n                        ) AND NOT EXISTS (\n                            SELECT NEW.owner_id\n                            EXCEPT SELECT given.organization_id FROM public.tracker_consent AS given\n                            WHERE given.change_id = done.id\n                                AND given.given_at IS NOT NULL AND given.withdrawn_at IS NULL\n                        )\n                ) THEN\n                    RAISE EXCEPTION 'A label is widened when every organization concerned consented.'\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            END LOOP;\n            RETURN NEW;\n        ",
                            hash="2617395e5f2e1afd78d2c73d14c8a52ad3a87a69",
                            operation='UPDATE OF "label", "coming_label", "coming_at"',
                            pgid="pgtrigger_widened_by_consent_c67fa",
                            table="tracker_systemdependency",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
