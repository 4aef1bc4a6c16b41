"""Reviews of an update's effect, and containments that come before their lesson."""

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
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
        ("lessons", "0003_rules"),
        ("reviews", "0004_copy_findings_to_share"),
        ("tracker", "0007_rules"),
    ]

    operations = [
        tracker.history.migrating.ChangeModels(
            changes=[
                pgtrigger.migrations.RemoveTrigger(
                    model_name="systemupdate",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="systemupdate",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="systemupdate",
                    name="delete_delete",
                ),
                migrations.AddField(
                    model_name="systemupdate",
                    name="findings",
                    field=models.ManyToManyField(
                        blank=True,
                        related_name="contained_by",
                        to="reviews.finding",
                        verbose_name="findings",
                    ),
                ),
                migrations.AddField(
                    model_name="systemupdate",
                    name="observations",
                    field=models.ManyToManyField(
                        blank=True,
                        related_name="contained_by",
                        to="reviews.observation",
                        verbose_name="observations",
                    ),
                ),
                migrations.AddField(
                    model_name="systemupdate",
                    name="supersedes",
                    field=models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successors",
                        to="lessons.systemupdate",
                        verbose_name="in place of",
                    ),
                ),
                migrations.AddField(
                    model_name="systemupdateevent",
                    name="supersedes",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="lessons.systemupdate",
                        verbose_name="in place of",
                    ),
                ),
                tracker.history.migrating.CreateModels(
                    models=[
                        migrations.CreateModel(
                            name="EffectivenessReview",
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
                                ("criterion", models.TextField(verbose_name="it works if")),
                                ("method", models.TextField(verbose_name="how that is seen")),
                                (
                                    "waiting_days",
                                    models.PositiveSmallIntegerField(
                                        validators=[django.core.validators.MaxValueValidator(1000)],
                                        verbose_name="days to wait",
                                    ),
                                ),
                                (
                                    "criterion_at",
                                    models.DateTimeField(
                                        default=django.utils.timezone.now,
                                        editable=False,
                                        verbose_name="criterion written at",
                                    ),
                                ),
                                (
                                    "waits_from",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="waits from"
                                    ),
                                ),
                                (
                                    "due_on",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="can be judged from"
                                    ),
                                ),
                                (
                                    "asked_at",
                                    models.DateTimeField(
                                        editable=False, null=True, verbose_name="asked for at"
                                    ),
                                ),
                                (
                                    "outcome",
                                    models.CharField(
                                        blank=True,
                                        choices=[
                                            ("effective", "Effective"),
                                            ("partially_effective", "Partially effective"),
                                            ("not_effective", "Not effective"),
                                            ("inconclusive", "Inconclusive"),
                                        ],
                                        editable=False,
                                        max_length=30,
                                        verbose_name="outcome",
                                    ),
                                ),
                                (
                                    "seen",
                                    models.TextField(
                                        blank=True, editable=False, verbose_name="what was seen"
                                    ),
                                ),
                                (
                                    "reviewed_on",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="judged on"
                                    ),
                                ),
                                (
                                    "recorded_at",
                                    models.DateTimeField(
                                        editable=False, null=True, verbose_name="recorded at"
                                    ),
                                ),
                                (
                                    "illustrative",
                                    models.BooleanField(
                                        default=False, editable=False, verbose_name="illustrative"
                                    ),
                                ),
                                (
                                    "criterion_by",
                                    models.ForeignKey(
                                        editable=False,
                                        on_delete=django.db.models.deletion.PROTECT,
                                        related_name="+",
                                        to=settings.AUTH_USER_MODEL,
                                    ),
                                ),
                                (
                                    "reviewed_by",
                                    models.ForeignKey(
                                        editable=False,
                                        null=True,
                                        on_delete=django.db.models.deletion.PROTECT,
                                        related_name="+",
                                        to=settings.AUTH_USER_MODEL,
                                    ),
                                ),
                                (
                                    "update",
                                    models.ForeignKey(
                                        editable=False,
                                        on_delete=django.db.models.deletion.PROTECT,
                                        related_name="effectiveness_reviews",
                                        to="lessons.systemupdate",
                                    ),
                                ),
                            ],
                            options={
                                "verbose_name": "effectiveness review",
                                "verbose_name_plural": "effectiveness reviews",
                                "ordering": ["id"],
                                "constraints": [
                                    models.UniqueConstraint(
                                        condition=models.Q(("outcome", "")),
                                        fields=("update",),
                                        name="effectivenessreview_one_open",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            models.Q(("criterion", ""), _negated=True),
                                            models.Q(("method", ""), _negated=True),
                                        ),
                                        name="effectivenessreview_says_by_what_and_how",
                                        violation_error_message="Say what shows that it works, and how that is seen.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            models.Q(("due_on", None), ("waits_from", None)),
                                            (
                                                "due_on",
                                                models.ExpressionWrapper(
                                                    django.db.models.expressions.CombinedExpression(
                                                        models.F("waits_from"),
                                                        "+",
                                                        models.F("waiting_days"),
                                                    ),
                                                    output_field=models.DateField(),
                                                ),
                                            ),
                                            _connector="OR",
                                        ),
                                        name="effectivenessreview_due_after_waiting",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            models.Q(
                                                models.Q(("seen", ""), _negated=True),
                                                ("due_on__isnull", False),
                                                (
                                                    "outcome__in",
                                                    [
                                                        "effective",
                                                        "partially_effective",
                                                        "not_effective",
                                                        "inconclusive",
                                                    ],
                                                ),
                                                ("recorded_at__isnull", False),
                                                ("reviewed_by__isnull", False),
                                                ("reviewed_on__isnull", False),
                                            ),
                                            models.Q(
                                                ("outcome", ""),
                                                ("recorded_at", None),
                                                ("reviewed_by", None),
                                                ("reviewed_on", None),
                                                ("seen", ""),
                                            ),
                                            _connector="OR",
                                        ),
                                        name="effectivenessreview_judged_by_someone_somehow",
                                        violation_error_message="Say what was seen of the effect.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            ("reviewed_on", None),
                                            ("reviewed_on__gte", models.F("due_on")),
                                            _connector="OR",
                                        ),
                                        name="effectivenessreview_after_the_waiting_period",
                                        violation_error_message="An effect can't be judged before the update shipped and the waiting period is over.",
                                    ),
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="EffectivenessReviewEvent",
                            fields=[
                                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                                ("pgh_label", models.TextField(help_text="The event label.")),
                                ("pgh_context", pghistory.utils.JSONField(null=True)),
                                ("pgh_context_id", models.UUIDField(null=True)),
                                (
                                    "id",
                                    models.UUIDField(
                                        default=tracker.keys.new_key,
                                        editable=False,
                                        serialize=False,
                                    ),
                                ),
                                ("criterion", models.TextField(verbose_name="it works if")),
                                ("method", models.TextField(verbose_name="how that is seen")),
                                (
                                    "waiting_days",
                                    models.PositiveSmallIntegerField(
                                        validators=[django.core.validators.MaxValueValidator(1000)],
                                        verbose_name="days to wait",
                                    ),
                                ),
                                (
                                    "criterion_at",
                                    models.DateTimeField(
                                        default=django.utils.timezone.now,
                                        editable=False,
                                        verbose_name="criterion written at",
                                    ),
                                ),
                                (
                                    "waits_from",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="waits from"
                                    ),
                                ),
                                (
                                    "due_on",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="can be judged from"
                                    ),
                                ),
                                (
                                    "asked_at",
                                    models.DateTimeField(
                                        editable=False, null=True, verbose_name="asked for at"
                                    ),
                                ),
                                (
                                    "outcome",
                                    models.CharField(
                                        blank=True,
                                        choices=[
                                            ("effective", "Effective"),
                                            ("partially_effective", "Partially effective"),
                                            ("not_effective", "Not effective"),
                                            ("inconclusive", "Inconclusive"),
                                        ],
                                        editable=False,
                                        max_length=30,
                                        verbose_name="outcome",
                                    ),
                                ),
                                (
                                    "seen",
                                    models.TextField(
                                        blank=True, editable=False, verbose_name="what was seen"
                                    ),
                                ),
                                (
                                    "reviewed_on",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="judged on"
                                    ),
                                ),
                                (
                                    "recorded_at",
                                    models.DateTimeField(
                                        editable=False, null=True, verbose_name="recorded at"
                                    ),
                                ),
                                (
                                    "illustrative",
                                    models.BooleanField(
                                        default=False, editable=False, verbose_name="illustrative"
                                    ),
                                ),
                                (
                                    "criterion_by",
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
                                (
                                    "pgh_obj",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        to="lessons.effectivenessreview",
                                    ),
                                ),
                                (
                                    "reviewed_by",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        editable=False,
                                        null=True,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to=settings.AUTH_USER_MODEL,
                                    ),
                                ),
                                (
                                    "update",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        editable=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="lessons.systemupdate",
                                    ),
                                ),
                            ],
                            options={
                                "ordering": [],
                                "abstract": False,
                                "indexes": [
                                    models.Index(
                                        fields=["update"], name="lessons_eff_update__752e45_idx"
                                    )
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="FindingOfUpdateEvent",
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
                                    "systemupdate",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        db_tablespace="",
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="lessons.systemupdate",
                                    ),
                                ),
                                (
                                    "pgh_obj",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        to="lessons.findingofupdate",
                                    ),
                                ),
                            ],
                            options={
                                "ordering": [],
                                "abstract": False,
                                "indexes": [
                                    models.Index(
                                        fields=["systemupdate"],
                                        name="lessons_fin_systemu_9cf3be_idx",
                                    )
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="ObservationOfUpdateEvent",
                            fields=[
                                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                                ("pgh_label", models.TextField(help_text="The event label.")),
                                ("pgh_context", pghistory.utils.JSONField(null=True)),
                                ("pgh_context_id", models.UUIDField(null=True)),
                                ("id", models.BigIntegerField()),
                                (
                                    "observation",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        db_tablespace="",
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="reviews.observation",
                                    ),
                                ),
                                (
                                    "systemupdate",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        db_tablespace="",
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="lessons.systemupdate",
                                    ),
                                ),
                                (
                                    "pgh_obj",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        to="lessons.observationofupdate",
                                    ),
                                ),
                            ],
                            options={
                                "ordering": [],
                                "abstract": False,
                                "indexes": [
                                    models.Index(
                                        fields=["systemupdate"],
                                        name="lessons_obs_systemu_c542de_idx",
                                    )
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="FindingOfUpdate",
                            fields=[],
                            options={
                                "proxy": True,
                                "indexes": [],
                                "constraints": [],
                            },
                            bases=("lessons.systemupdate_findings",),
                        ),
                        migrations.CreateModel(
                            name="ObservationOfUpdate",
                            fields=[],
                            options={
                                "proxy": True,
                                "indexes": [],
                                "constraints": [],
                            },
                            bases=("lessons.systemupdate_observations",),
                        ),
                    ],
                ),
                tracker.history.migrating.AddTriggers(
                    triggers=[
                        (
                            "systemupdate",
                            pgtrigger.compiler.Trigger(
                                name="shipped_with_a_criterion",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF OLD.shipped_on IS NOT NULL AND NEW.shipped_on IS DISTINCT FROM OLD.shipped_on THEN\n                RAISE EXCEPTION 'The day on which an update shipped stays as it was recorded.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.status = 'shipped' AND OLD.status <> 'shipped'\n                AND NEW.kind <> 'containment'\n                AND NEW.shipped_on >= (NEW.created_at AT TIME ZONE 'UTC')::date\n                AND NOT EXISTS (\n                    SELECT 1 FROM public.lessons_effectivenessreview AS plan\n                    WHERE plan.update_id = NEW.id\n                        AND (plan.criterion_at AT TIME ZONE 'UTC')::date <= NEW.shipped_on\n                )\n            THEN\n                RAISE EXCEPTION 'Before an update ships, it is written by what its effect will be judged.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                                    hash="cadf1191fa0a4f62a6ed730f9615b7b89a15e278",
                                    operation="UPDATE",
                                    pgid="pgtrigger_shipped_with_a_criterion_fc9d8",
                                    table="lessons_systemupdate",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "systemupdate",
                            pgtrigger.compiler.Trigger(
                                name="settled_by_a_review",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF NEW.status <> OLD.status AND NEW.status IN ('verified', 'not_effective') AND NOT EXISTS (\n                SELECT 1 FROM public.lessons_effectivenessreview\n                WHERE update_id = NEW.id AND reviewed_on = NEW.verified_on\n                    AND reviewed_by_id = NEW.verified_by_id AND (NEW.status = 'verified' AND outcome = 'effective' OR NEW.status = 'not_effective' AND outcome = 'not_effective')\n            ) THEN\n                RAISE EXCEPTION 'Whether an update works is what a review of its effect says.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                                    hash="c2d5205dd35e9a30e5b31b99fd8df1346a9a44fe",
                                    operation='UPDATE OF "status"',
                                    pgid="pgtrigger_settled_by_a_review_49311",
                                    table="lessons_systemupdate",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "systemupdate",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_systemupdateevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "created_at", "created_by_id", "description", "due_on", "from_version_id", "id", "illustrative", "kind", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "shipped_by_id", "shipped_on", "source", "source_url", "status", "supersedes_id", "system_id", "title", "to_version_id", "tracker_url", "verification", "verified_by_id", "verified_on") VALUES (NEW."assignee_id", NEW."closing_reason", NEW."coming_at", NEW."coming_label", NEW."created_at", NEW."created_by_id", NEW."description", NEW."due_on", NEW."from_version_id", NEW."id", NEW."illustrative", NEW."kind", NEW."label", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."shipped_by_id", NEW."shipped_on", NEW."source", NEW."source_url", NEW."status", NEW."supersedes_id", NEW."system_id", NEW."title", NEW."to_version_id", NEW."tracker_url", NEW."verification", NEW."verified_by_id", NEW."verified_on"); RETURN NULL;',
                                    hash="005b6abf0ca65acc516dd78ba2378a019e70bf42",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_837db",
                                    table="lessons_systemupdate",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "systemupdate",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "lessons_systemupdateevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "created_at", "created_by_id", "description", "due_on", "from_version_id", "id", "illustrative", "kind", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "shipped_by_id", "shipped_on", "source", "source_url", "status", "supersedes_id", "system_id", "title", "to_version_id", "tracker_url", "verification", "verified_by_id", "verified_on") VALUES (NEW."assignee_id", NEW."closing_reason", NEW."coming_at", NEW."coming_label", NEW."created_at", NEW."created_by_id", NEW."description", NEW."due_on", NEW."from_version_id", NEW."id", NEW."illustrative", NEW."kind", NEW."label", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."shipped_by_id", NEW."shipped_on", NEW."source", NEW."source_url", NEW."status", NEW."supersedes_id", NEW."system_id", NEW."title", NEW."to_version_id", NEW."tracker_url", NEW."verification", NEW."verified_by_id", NEW."verified_on"); RETURN NULL;',
                                    hash="66f3097bd3e616dfadf5527e963a613e44b5442a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f59e3",
                                    table="lessons_systemupdate",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "systemupdate",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_systemupdateevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "created_at", "created_by_id", "description", "due_on", "from_version_id", "id", "illustrative", "kind", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "shipped_by_id", "shipped_on", "source", "source_url", "status", "supersedes_id", "system_id", "title", "to_version_id", "tracker_url", "verification", "verified_by_id", "verified_on") VALUES (OLD."assignee_id", OLD."closing_reason", OLD."coming_at", OLD."coming_label", OLD."created_at", OLD."created_by_id", OLD."description", OLD."due_on", OLD."from_version_id", OLD."id", OLD."illustrative", OLD."kind", OLD."label", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference", OLD."shipped_by_id", OLD."shipped_on", OLD."source", OLD."source_url", OLD."status", OLD."supersedes_id", OLD."system_id", OLD."title", OLD."to_version_id", OLD."tracker_url", OLD."verification", OLD."verified_by_id", OLD."verified_on"); RETURN NULL;',
                                    hash="5dff987f11538441c327e9ef8e93f46d1d3011fa",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_6dd58",
                                    table="lessons_systemupdate",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "effectivenessreview",
                            pgtrigger.compiler.Trigger(
                                name="planned_before_shipping",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    declare="DECLARE shipped date;",
                                    func="\n            IF TG_OP = 'DELETE' THEN\n                RAISE EXCEPTION 'A review of an effect is never deleted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF TG_OP = 'UPDATE' AND OLD.waits_from IS NOT NULL AND (NEW.criterion IS DISTINCT FROM OLD.criterion AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'criterion'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.criterion, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.criterion, 'UTF8')), 'hex')\n            ) OR NEW.method IS DISTINCT FROM OLD.method AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'method'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.method, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.method, 'UTF8')), 'hex')\n            ) OR NEW.waiting_days IS DISTINCT FROM OLD.waiting_days OR NEW.criterion_at IS DISTINCT FROM OLD.criterion_at OR NEW.criterion_by_id IS DISTINCT FROM OLD.criterion_by_id OR NEW.waits_from IS DISTINCT FROM OLD.waits_from) THEN\n                RAISE EXCEPTION 'By what an effect is judged stays as it was when the update shipped.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF TG_OP = 'UPDATE' AND OLD.outcome <> '' AND (NEW.update_id IS DISTINCT FROM OLD.update_id OR NEW.outcome IS DISTINCT FROM OLD.outcome OR NEW.reviewed_on IS DISTINCT FROM OLD.reviewed_on OR NEW.reviewed_by_id IS DISTINCT FROM OLD.reviewed_by_id OR NEW.recorded_at IS DISTINCT FROM OLD.recorded_at OR NEW.seen IS DISTINCT FROM OLD.seen AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'seen'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.seen, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.seen, 'UTF8')), 'hex')\n            )) THEN\n                RAISE EXCEPTION 'A review of an effect stays as it was recorded.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.waits_from IS NOT NULL THEN\n                SELECT shipped_on INTO shipped FROM public.lessons_systemupdate\n                WHERE id = NEW.update_id;\n                IF shipped IS NULL OR NEW.waits_from < shipped THEN\n                    RAISE EXCEPTION 'An effect can''t be judged before the update shipped.'\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                                    hash="c13e6170cc8cc38d65e5ef6865df45770437a21b",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_planned_before_shipping_a5eb0",
                                    table="lessons_effectivenessreview",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "effectivenessreview",
                            pgtrigger.compiler.Trigger(
                                name="judged_by_another",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF NEW.reviewed_by_id IS NOT NULL AND (\n                EXISTS (\n                    SELECT 1 FROM public.lessons_systemupdate AS judged\n                    WHERE judged.id = NEW.update_id AND NEW.reviewed_by_id IN (\n                        judged.created_by_id, judged.assignee_id, judged.shipped_by_id)\n                ) OR EXISTS (\n                    SELECT 1 FROM public.lessons_systemupdate_carried_by AS carrier\n                    WHERE carrier.systemupdate_id = NEW.update_id\n                        AND carrier.user_id = NEW.reviewed_by_id\n                )\n            ) THEN\n                RAISE EXCEPTION 'Whoever proposed or carried the update can''t judge its effect.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                                    hash="4c9143649545542ffb6f147c3b43e424c5b74d57",
                                    operation='INSERT OR UPDATE OF "reviewed_by_id"',
                                    pgid="pgtrigger_judged_by_another_0e968",
                                    table="lessons_effectivenessreview",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "effectivenessreview",
                            pgtrigger.compiler.Trigger(
                                name="not_while_held",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.update_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                                    hash="bb6d2a42f8df148614dc3ac3d2f919e31a295042",
                                    operation="DELETE",
                                    pgid="pgtrigger_not_while_held_327a1",
                                    table="lessons_effectivenessreview",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "effectivenessreview",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_effectivenessreviewevent" ("asked_at", "criterion", "criterion_at", "criterion_by_id", "due_on", "id", "illustrative", "method", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "reviewed_by_id", "reviewed_on", "seen", "update_id", "waiting_days", "waits_from") VALUES (NEW."asked_at", NEW."criterion", NEW."criterion_at", NEW."criterion_by_id", NEW."due_on", NEW."id", NEW."illustrative", NEW."method", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."reviewed_by_id", NEW."reviewed_on", NEW."seen", NEW."update_id", NEW."waiting_days", NEW."waits_from"); RETURN NULL;',
                                    hash="cf9cfd009a546aec705dabaf84721384ac33ea3a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_64636",
                                    table="lessons_effectivenessreview",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "effectivenessreview",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "lessons_effectivenessreviewevent" ("asked_at", "criterion", "criterion_at", "criterion_by_id", "due_on", "id", "illustrative", "method", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "reviewed_by_id", "reviewed_on", "seen", "update_id", "waiting_days", "waits_from") VALUES (NEW."asked_at", NEW."criterion", NEW."criterion_at", NEW."criterion_by_id", NEW."due_on", NEW."id", NEW."illustrative", NEW."method", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."reviewed_by_id", NEW."reviewed_on", NEW."seen", NEW."update_id", NEW."waiting_days", NEW."waits_from"); RETURN NULL;',
                                    hash="ab7ee8948d99275aa41f2cc032ec12604e191242",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_a60cc",
                                    table="lessons_effectivenessreview",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "effectivenessreview",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_effectivenessreviewevent" ("asked_at", "criterion", "criterion_at", "criterion_by_id", "due_on", "id", "illustrative", "method", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "reviewed_by_id", "reviewed_on", "seen", "update_id", "waiting_days", "waits_from") VALUES (OLD."asked_at", OLD."criterion", OLD."criterion_at", OLD."criterion_by_id", OLD."due_on", OLD."id", OLD."illustrative", OLD."method", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_at", OLD."reviewed_by_id", OLD."reviewed_on", OLD."seen", OLD."update_id", OLD."waiting_days", OLD."waits_from"); RETURN NULL;',
                                    hash="d9248899a14b241dd503b866536327379d8316a7",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_1cc2d",
                                    table="lessons_effectivenessreview",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "findingofupdate",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_findingofupdateevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "systemupdate_id") VALUES (NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."systemupdate_id"); RETURN NULL;',
                                    hash="0399e42cea2ea8d0174965213f82eb38c64db05a",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_f00c2",
                                    table="lessons_systemupdate_findings",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "findingofupdate",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "lessons_findingofupdateevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "systemupdate_id") VALUES (NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."systemupdate_id"); RETURN NULL;',
                                    hash="037e8c6a1aaf655ba2f9eaa91b6938e56a51fa3a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_00637",
                                    table="lessons_systemupdate_findings",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "findingofupdate",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_findingofupdateevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "systemupdate_id") VALUES (OLD."finding_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."systemupdate_id"); RETURN NULL;',
                                    hash="997590a8f1e8145d4ac4e2bc2ef95243d62f709f",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7ca4e",
                                    table="lessons_systemupdate_findings",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "observationofupdate",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_observationofupdateevent" ("id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "systemupdate_id") VALUES (NEW."id", NEW."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."systemupdate_id"); RETURN NULL;',
                                    hash="f3e963fcab632bf98df8278d0e180eb35c4c2606",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_a0e73",
                                    table="lessons_systemupdate_observations",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "observationofupdate",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "lessons_observationofupdateevent" ("id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "systemupdate_id") VALUES (NEW."id", NEW."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."systemupdate_id"); RETURN NULL;',
                                    hash="c2d9a0e4c15fbd6f199df7a406644906bfcd9536",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_372f7",
                                    table="lessons_systemupdate_observations",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "observationofupdate",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_observationofupdateevent" ("id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "systemupdate_id") VALUES (OLD."id", OLD."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."systemupdate_id"); RETURN NULL;',
                                    hash="f1fc74ec43a370398d18f7010a58466c5acb0b1f",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_d502e",
                                    table="lessons_systemupdate_observations",
                                    when="AFTER",
                                ),
                            ),
                        ),
                    ],
                ),
            ]
        ),
    ]
