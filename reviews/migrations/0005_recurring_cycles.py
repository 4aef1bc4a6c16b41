"""Let cycles recur, say what they take over, and whether each partner was briefed."""

import django.core.validators
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
        ("reviews", "0004_copy_findings_to_share"),
        ("tracker", "0007_rules"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        tracker.history.migrating.ChangeModels(
            changes=[
                pgtrigger.migrations.RemoveTrigger(model_name="reviewcycle", name="insert_insert"),
                pgtrigger.migrations.RemoveTrigger(model_name="reviewcycle", name="update_update"),
                pgtrigger.migrations.RemoveTrigger(model_name="reviewcycle", name="delete_delete"),
                tracker.history.migrating.CreateModels(
                    models=[
                        migrations.CreateModel(
                            name="Briefing",
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
                                    "is_complete",
                                    models.BooleanField(
                                        default=False, editable=False, verbose_name="complete"
                                    ),
                                ),
                                (
                                    "cycle",
                                    models.ForeignKey(
                                        editable=False,
                                        on_delete=django.db.models.deletion.CASCADE,
                                        related_name="briefings",
                                        to="reviews.reviewcycle",
                                    ),
                                ),
                                (
                                    "organization",
                                    models.ForeignKey(
                                        editable=False,
                                        on_delete=django.db.models.deletion.PROTECT,
                                        related_name="+",
                                        to="tracker.organization",
                                    ),
                                ),
                            ],
                            options={
                                "verbose_name": "briefing",
                                "verbose_name_plural": "briefings",
                                "ordering": ["organization__code"],
                                "constraints": [
                                    models.UniqueConstraint(
                                        fields=("cycle", "organization"),
                                        name="briefing_one_a_partner_and_cycle",
                                    )
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="BriefingEvent",
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
                                (
                                    "is_complete",
                                    models.BooleanField(
                                        default=False, editable=False, verbose_name="complete"
                                    ),
                                ),
                                (
                                    "cycle",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        editable=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="reviews.reviewcycle",
                                    ),
                                ),
                                (
                                    "organization",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        editable=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="tracker.organization",
                                    ),
                                ),
                                (
                                    "pgh_obj",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        to="reviews.briefing",
                                    ),
                                ),
                            ],
                            options={
                                "ordering": [],
                                "abstract": False,
                                "indexes": [
                                    models.Index(
                                        fields=["cycle"], name="reviews_bri_cycle_i_36efba_idx"
                                    )
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="CarriedOver",
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
                                    "noun",
                                    models.CharField(
                                        editable=False, max_length=60, verbose_name="kind"
                                    ),
                                ),
                                ("record_id", models.UUIDField(editable=False)),
                                (
                                    "cycle",
                                    models.ForeignKey(
                                        editable=False,
                                        on_delete=django.db.models.deletion.CASCADE,
                                        related_name="carried_over",
                                        to="reviews.reviewcycle",
                                    ),
                                ),
                            ],
                            options={
                                "verbose_name": "what was carried over",
                                "verbose_name_plural": "what was carried over",
                                "ordering": ["id"],
                                "constraints": [
                                    models.UniqueConstraint(
                                        fields=("cycle", "record_id"),
                                        name="carriedover_once_a_cycle",
                                    )
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="CarriedOverEvent",
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
                                (
                                    "noun",
                                    models.CharField(
                                        editable=False, max_length=60, verbose_name="kind"
                                    ),
                                ),
                                ("record_id", models.UUIDField(editable=False)),
                                (
                                    "cycle",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        editable=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="reviews.reviewcycle",
                                    ),
                                ),
                                (
                                    "pgh_obj",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        to="reviews.carriedover",
                                    ),
                                ),
                            ],
                            options={"ordering": [], "abstract": False},
                        ),
                        migrations.CreateModel(
                            name="CycleSeries",
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
                                    "number",
                                    models.PositiveIntegerField(
                                        editable=False, unique=True, verbose_name="number"
                                    ),
                                ),
                                (
                                    "reference",
                                    models.CharField(
                                        editable=False,
                                        max_length=24,
                                        unique=True,
                                        verbose_name="reference",
                                    ),
                                ),
                                ("title", models.CharField(max_length=200, verbose_name="title")),
                                (
                                    "kind",
                                    models.CharField(
                                        choices=[
                                            ("periodic", "Periodic"),
                                            ("deployment_gate", "Deployment gate"),
                                            ("post_incident", "Post-incident"),
                                            ("model_migration", "Model migration"),
                                            ("red_team", "Red team"),
                                            ("thematic", "Thematic"),
                                        ],
                                        default="periodic",
                                        max_length=20,
                                        verbose_name="kind",
                                    ),
                                ),
                                (
                                    "rule",
                                    models.CharField(
                                        help_text="RFC 5545: FREQ=MONTHLY;BYDAY=1MO is each first Monday of a month.",
                                        max_length=200,
                                        verbose_name="rule",
                                    ),
                                ),
                                ("begins_on", models.DateField(verbose_name="from")),
                                (
                                    "time_zone",
                                    models.CharField(
                                        default="UTC",
                                        help_text="Where the day begins: Europe/Berlin, America/Los_Angeles, UTC.",
                                        max_length=60,
                                        verbose_name="time zone",
                                    ),
                                ),
                                (
                                    "window_days",
                                    models.PositiveSmallIntegerField(
                                        default=14,
                                        validators=[
                                            django.core.validators.MinValueValidator(1),
                                            django.core.validators.MaxValueValidator(366),
                                        ],
                                        verbose_name="days of a cycle",
                                    ),
                                ),
                                (
                                    "scope",
                                    models.TextField(
                                        blank=True,
                                        help_text="What it is about; each cycle’s agenda begins with it.",
                                        verbose_name="scope",
                                    ),
                                ),
                                (
                                    "status",
                                    models.CharField(
                                        choices=[
                                            ("active", "Active"),
                                            ("paused", "Paused"),
                                            ("ended", "Ended"),
                                        ],
                                        default="active",
                                        editable=False,
                                        max_length=20,
                                        verbose_name="state",
                                    ),
                                ),
                                (
                                    "next_on",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="next cycle on"
                                    ),
                                ),
                                (
                                    "illustrative",
                                    models.BooleanField(
                                        default=False, editable=False, verbose_name="illustrative"
                                    ),
                                ),
                                (
                                    "created_at",
                                    models.DateTimeField(
                                        default=django.utils.timezone.now,
                                        editable=False,
                                        verbose_name="recorded at",
                                    ),
                                ),
                                (
                                    "created_by",
                                    models.ForeignKey(
                                        editable=False,
                                        on_delete=django.db.models.deletion.PROTECT,
                                        related_name="+",
                                        to=settings.AUTH_USER_MODEL,
                                    ),
                                ),
                                (
                                    "leads",
                                    models.ManyToManyField(
                                        blank=True,
                                        help_text="One per partner; they lead each cycle.",
                                        related_name="+",
                                        to=settings.AUTH_USER_MODEL,
                                        verbose_name="leads",
                                    ),
                                ),
                                (
                                    "systems",
                                    models.ManyToManyField(
                                        blank=True,
                                        related_name="cycle_series",
                                        to="tracker.aisystem",
                                        verbose_name="systems",
                                    ),
                                ),
                            ],
                            options={
                                "verbose_name": "cycle series",
                                "verbose_name_plural": "cycle series",
                                "ordering": ["-number"],
                                "constraints": [
                                    models.CheckConstraint(
                                        condition=models.Q(("window_days__range", (1, 366))),
                                        name="cycleseries_window_of_days",
                                        violation_error_message="A cycle takes a day at least, and a year at most.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            ("status", "active"), ("next_on", None), _connector="OR"
                                        ),
                                        name="cycleseries_only_an_active_one_goes_on",
                                    ),
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="CycleSeriesEvent",
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
                                (
                                    "number",
                                    models.PositiveIntegerField(
                                        editable=False, verbose_name="number"
                                    ),
                                ),
                                (
                                    "reference",
                                    models.CharField(
                                        editable=False, max_length=24, verbose_name="reference"
                                    ),
                                ),
                                ("title", models.CharField(max_length=200, verbose_name="title")),
                                (
                                    "kind",
                                    models.CharField(
                                        choices=[
                                            ("periodic", "Periodic"),
                                            ("deployment_gate", "Deployment gate"),
                                            ("post_incident", "Post-incident"),
                                            ("model_migration", "Model migration"),
                                            ("red_team", "Red team"),
                                            ("thematic", "Thematic"),
                                        ],
                                        default="periodic",
                                        max_length=20,
                                        verbose_name="kind",
                                    ),
                                ),
                                (
                                    "rule",
                                    models.CharField(
                                        help_text="RFC 5545: FREQ=MONTHLY;BYDAY=1MO is each first Monday of a month.",
                                        max_length=200,
                                        verbose_name="rule",
                                    ),
                                ),
                                ("begins_on", models.DateField(verbose_name="from")),
                                (
                                    "time_zone",
                                    models.CharField(
                                        default="UTC",
                                        help_text="Where the day begins: Europe/Berlin, America/Los_Angeles, UTC.",
                                        max_length=60,
                                        verbose_name="time zone",
                                    ),
                                ),
                                (
                                    "window_days",
                                    models.PositiveSmallIntegerField(
                                        default=14,
                                        validators=[
                                            django.core.validators.MinValueValidator(1),
                                            django.core.validators.MaxValueValidator(366),
                                        ],
                                        verbose_name="days of a cycle",
                                    ),
                                ),
                                (
                                    "scope",
                                    models.TextField(
                                        blank=True,
                                        help_text="What it is about; each cycle’s agenda begins with it.",
                                        verbose_name="scope",
                                    ),
                                ),
                                (
                                    "status",
                                    models.CharField(
                                        choices=[
                                            ("active", "Active"),
                                            ("paused", "Paused"),
                                            ("ended", "Ended"),
                                        ],
                                        default="active",
                                        editable=False,
                                        max_length=20,
                                        verbose_name="state",
                                    ),
                                ),
                                (
                                    "next_on",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="next cycle on"
                                    ),
                                ),
                                (
                                    "illustrative",
                                    models.BooleanField(
                                        default=False, editable=False, verbose_name="illustrative"
                                    ),
                                ),
                                (
                                    "created_at",
                                    models.DateTimeField(
                                        default=django.utils.timezone.now,
                                        editable=False,
                                        verbose_name="recorded at",
                                    ),
                                ),
                                (
                                    "created_by",
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
                                        to="reviews.cycleseries",
                                    ),
                                ),
                            ],
                            options={"ordering": [], "abstract": False},
                        ),
                        migrations.CreateModel(
                            name="LeadOfSeriesEvent",
                            fields=[
                                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                                ("pgh_label", models.TextField(help_text="The event label.")),
                                ("pgh_context", pghistory.utils.JSONField(null=True)),
                                ("pgh_context_id", models.UUIDField(null=True)),
                                ("id", models.BigIntegerField()),
                                (
                                    "cycleseries",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        db_tablespace="",
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="reviews.cycleseries",
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
                                        to="reviews.leadofseries",
                                    ),
                                ),
                            ],
                            options={
                                "ordering": [],
                                "abstract": False,
                                "indexes": [
                                    models.Index(
                                        fields=["cycleseries"],
                                        name="reviews_lea_cyclese_1299b8_idx",
                                    )
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="SystemOfSeriesEvent",
                            fields=[
                                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                                ("pgh_label", models.TextField(help_text="The event label.")),
                                ("pgh_context", pghistory.utils.JSONField(null=True)),
                                ("pgh_context_id", models.UUIDField(null=True)),
                                ("id", models.BigIntegerField()),
                                (
                                    "aisystem",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        db_tablespace="",
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="tracker.aisystem",
                                    ),
                                ),
                                (
                                    "cycleseries",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        db_tablespace="",
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="reviews.cycleseries",
                                    ),
                                ),
                                (
                                    "pgh_obj",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        to="reviews.systemofseries",
                                    ),
                                ),
                            ],
                            options={
                                "ordering": [],
                                "abstract": False,
                                "indexes": [
                                    models.Index(
                                        fields=["cycleseries"],
                                        name="reviews_sys_cyclese_2e3bd5_idx",
                                    )
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="LeadOfSeries",
                            fields=[],
                            options={"proxy": True, "indexes": [], "constraints": []},
                            bases=("reviews.cycleseries_leads",),
                        ),
                        migrations.CreateModel(
                            name="SystemOfSeries",
                            fields=[],
                            options={"proxy": True, "indexes": [], "constraints": []},
                            bases=("reviews.cycleseries_systems",),
                        ),
                    ]
                ),
                migrations.AddField(
                    model_name="reviewcycle",
                    name="occurrence",
                    field=models.DateField(editable=False, null=True, verbose_name="occurrence"),
                ),
                migrations.AddField(
                    model_name="reviewcycleevent",
                    name="occurrence",
                    field=models.DateField(editable=False, null=True, verbose_name="occurrence"),
                ),
                migrations.AddField(
                    model_name="reviewcycle",
                    name="series",
                    field=models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cycles",
                        to="reviews.cycleseries",
                        verbose_name="series",
                    ),
                ),
                migrations.AddField(
                    model_name="reviewcycleevent",
                    name="series",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reviews.cycleseries",
                        verbose_name="series",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reviewcycle",
                    constraint=models.UniqueConstraint(
                        fields=("series", "occurrence"),
                        name="reviewcycle_once_an_occurrence",
                        violation_error_message="The series has a cycle for this day already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reviewcycle",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("occurrence", None), ("series", None)),
                            models.Q(("occurrence__isnull", False), ("series__isnull", False)),
                            _connector="OR",
                        ),
                        name="reviewcycle_of_a_series_names_its_day",
                    ),
                ),
                tracker.history.migrating.AddTriggers(
                    triggers=[
                        (
                            "reviewcycle",
                            pgtrigger.compiler.Trigger(
                                name="briefed_before_signing",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF NEW.status = 'signing' AND OLD.status <> NEW.status AND EXISTS (\n                SELECT 1 FROM public.reviews_briefing WHERE cycle_id = NEW.id AND NOT is_complete\n            ) THEN\n                RAISE EXCEPTION 'Every partner answers its briefing before a cycle is signed.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                                    hash="63bd1d01d8ee7d0544f41874b0f9066767ea6ad2",
                                    operation='UPDATE OF "status"',
                                    pgid="pgtrigger_briefed_before_signing_f3cc0",
                                    table="reviews_reviewcycle",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "reviewcycle",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_reviewcycleevent" ("agenda", "created_at", "created_by_id", "decisions", "ends_on", "id", "illustrative", "kind", "minutes", "number", "occurrence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "series_id", "source", "source_url", "starts_on", "status", "title") VALUES (NEW."agenda", NEW."created_at", NEW."created_by_id", NEW."decisions", NEW."ends_on", NEW."id", NEW."illustrative", NEW."kind", NEW."minutes", NEW."number", NEW."occurrence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."series_id", NEW."source", NEW."source_url", NEW."starts_on", NEW."status", NEW."title"); RETURN NULL;',
                                    hash="03e21a376cdc43b2adeb28fee5633b668bde72b2",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_099ea",
                                    table="reviews_reviewcycle",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "reviewcycle",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reviews_reviewcycleevent" ("agenda", "created_at", "created_by_id", "decisions", "ends_on", "id", "illustrative", "kind", "minutes", "number", "occurrence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "series_id", "source", "source_url", "starts_on", "status", "title") VALUES (NEW."agenda", NEW."created_at", NEW."created_by_id", NEW."decisions", NEW."ends_on", NEW."id", NEW."illustrative", NEW."kind", NEW."minutes", NEW."number", NEW."occurrence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."series_id", NEW."source", NEW."source_url", NEW."starts_on", NEW."status", NEW."title"); RETURN NULL;',
                                    hash="c1722e619b4e5e57a2693d47b4bd2d5984ffc6e0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_04b99",
                                    table="reviews_reviewcycle",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "reviewcycle",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_reviewcycleevent" ("agenda", "created_at", "created_by_id", "decisions", "ends_on", "id", "illustrative", "kind", "minutes", "number", "occurrence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "series_id", "source", "source_url", "starts_on", "status", "title") VALUES (OLD."agenda", OLD."created_at", OLD."created_by_id", OLD."decisions", OLD."ends_on", OLD."id", OLD."illustrative", OLD."kind", OLD."minutes", OLD."number", OLD."occurrence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference", OLD."series_id", OLD."source", OLD."source_url", OLD."starts_on", OLD."status", OLD."title"); RETURN NULL;',
                                    hash="5da1cd68954b70be148f28c4fcf47202808f8932",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3810b",
                                    table="reviews_reviewcycle",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "briefing",
                            pgtrigger.compiler.Trigger(
                                name="not_while_held",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.cycle_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                                    hash="198da163a907db8857f5420f3c350700e26d47ee",
                                    operation="DELETE",
                                    pgid="pgtrigger_not_while_held_671c0",
                                    table="reviews_briefing",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "briefing",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_briefingevent" ("cycle_id", "id", "is_complete", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."cycle_id", NEW."id", NEW."is_complete", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="d1b2d7ee66e7c155bfbfd487ac25b488c96e2721",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b6b43",
                                    table="reviews_briefing",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "briefing",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reviews_briefingevent" ("cycle_id", "id", "is_complete", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."cycle_id", NEW."id", NEW."is_complete", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="d26b2309c8c57b2547110f81af2b1912edbbc6bb",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_ffca2",
                                    table="reviews_briefing",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "briefing",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_briefingevent" ("cycle_id", "id", "is_complete", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."cycle_id", OLD."id", OLD."is_complete", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="464af4b08bc5241fc74a4e161987e7f23ffeea1c",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_800f4",
                                    table="reviews_briefing",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "carriedover",
                            pgtrigger.compiler.Trigger(
                                name="not_while_held",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.cycle_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                                    hash="b6983b5119c56cba7386ddb43af2fe168441d828",
                                    operation="DELETE",
                                    pgid="pgtrigger_not_while_held_dfb20",
                                    table="reviews_carriedover",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "carriedover",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_carriedoverevent" ("cycle_id", "id", "noun", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id") VALUES (NEW."cycle_id", NEW."id", NEW."noun", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."record_id"); RETURN NULL;',
                                    hash="9324d4b750b0bfe6a46e59b826767e7358f07ec8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_283ba",
                                    table="reviews_carriedover",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "carriedover",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reviews_carriedoverevent" ("cycle_id", "id", "noun", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id") VALUES (NEW."cycle_id", NEW."id", NEW."noun", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."record_id"); RETURN NULL;',
                                    hash="d72473939fc569a4eb69235a0578018430115373",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_bedad",
                                    table="reviews_carriedover",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "carriedover",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_carriedoverevent" ("cycle_id", "id", "noun", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id") VALUES (OLD."cycle_id", OLD."id", OLD."noun", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."record_id"); RETURN NULL;',
                                    hash="2652a1b1f23cd10fcf00a88462a026f459275fdd",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_32edd",
                                    table="reviews_carriedover",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "cycleseries",
                            pgtrigger.compiler.Trigger(
                                name="state_machine",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'active' THEN\n                    RAISE EXCEPTION 'A series starts as active, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['active>ended', 'active>paused', 'paused>active', 'paused>ended']::text[])\n            THEN\n                RAISE EXCEPTION 'A series cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                                    hash="99e9f14d3c4c065d55cad0b63fd3c5f1f848bc1b",
                                    operation='INSERT OR UPDATE OF "status"',
                                    pgid="pgtrigger_state_machine_022dc",
                                    table="reviews_cycleseries",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "cycleseries",
                            pgtrigger.compiler.Trigger(
                                name="not_while_held",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                                    hash="dc2d84d5a87ef002a313873d056d4858d3daaa49",
                                    operation="DELETE",
                                    pgid="pgtrigger_not_while_held_2bf8c",
                                    table="reviews_cycleseries",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "cycleseries",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_cycleseriesevent" ("begins_on", "created_at", "created_by_id", "id", "illustrative", "kind", "next_on", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "rule", "scope", "status", "time_zone", "title", "window_days") VALUES (NEW."begins_on", NEW."created_at", NEW."created_by_id", NEW."id", NEW."illustrative", NEW."kind", NEW."next_on", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."rule", NEW."scope", NEW."status", NEW."time_zone", NEW."title", NEW."window_days"); RETURN NULL;',
                                    hash="3aac6ffaad36ff522b5bdc503cb3333996f5d8f1",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_b862f",
                                    table="reviews_cycleseries",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "cycleseries",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reviews_cycleseriesevent" ("begins_on", "created_at", "created_by_id", "id", "illustrative", "kind", "next_on", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "rule", "scope", "status", "time_zone", "title", "window_days") VALUES (NEW."begins_on", NEW."created_at", NEW."created_by_id", NEW."id", NEW."illustrative", NEW."kind", NEW."next_on", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."rule", NEW."scope", NEW."status", NEW."time_zone", NEW."title", NEW."window_days"); RETURN NULL;',
                                    hash="4d982de13bda699c5363518311a42fc9f600bafd",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_77cee",
                                    table="reviews_cycleseries",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "cycleseries",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_cycleseriesevent" ("begins_on", "created_at", "created_by_id", "id", "illustrative", "kind", "next_on", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "rule", "scope", "status", "time_zone", "title", "window_days") VALUES (OLD."begins_on", OLD."created_at", OLD."created_by_id", OLD."id", OLD."illustrative", OLD."kind", OLD."next_on", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference", OLD."rule", OLD."scope", OLD."status", OLD."time_zone", OLD."title", OLD."window_days"); RETURN NULL;',
                                    hash="12b0b6c3a9b0ff70e7c1e123e2cdac46786a2163",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_9b3ed",
                                    table="reviews_cycleseries",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "leadofseries",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_leadofseriesevent" ("cycleseries_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."cycleseries_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;',
                                    hash="fb89851ac1a52bce165439b2bcfc0960b0edfd43",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_653fe",
                                    table="reviews_cycleseries_leads",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "leadofseries",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reviews_leadofseriesevent" ("cycleseries_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."cycleseries_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;',
                                    hash="64411baffe67e26482a8f1c664c9fa55f2934cd3",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_f5f60",
                                    table="reviews_cycleseries_leads",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "leadofseries",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_leadofseriesevent" ("cycleseries_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."cycleseries_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;',
                                    hash="43c9f9b5bc41090048483596d0356fe2839a7bdb",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_793aa",
                                    table="reviews_cycleseries_leads",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "systemofseries",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_systemofseriesevent" ("aisystem_id", "cycleseries_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aisystem_id", NEW."cycleseries_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                                    hash="6830e7205f13ab1b55cbf000a1457af5bb7640d5",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_8fd76",
                                    table="reviews_cycleseries_systems",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "systemofseries",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "reviews_systemofseriesevent" ("aisystem_id", "cycleseries_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aisystem_id", NEW."cycleseries_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                                    hash="39d92c8062cf6a3949e00e10007943bf8da941a0",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_d63d9",
                                    table="reviews_cycleseries_systems",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "systemofseries",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "reviews_systemofseriesevent" ("aisystem_id", "cycleseries_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."aisystem_id", OLD."cycleseries_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                                    hash="997b36c0435cc111ca9ff35d3cadcbcfd0c8203f",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_fca00",
                                    table="reviews_cycleseries_systems",
                                    when="AFTER",
                                ),
                            ),
                        ),
                    ]
                ),
            ]
        ),
    ]
