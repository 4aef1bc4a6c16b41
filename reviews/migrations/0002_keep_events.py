"""The tables in which every change is kept, and the triggers that write them."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import reviews.models.evidence
import tracker.history.migrating
import tracker.keys


class Migration(migrations.Migration):
    replaces = [
        ("reviews", "0003_keep_history"),
        ("reviews", "0004_keep_embargoes"),
    ]

    dependencies = [
        ("reviews", "0001_observation_to_finding"),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="TagOfObservation",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("reviews.observation_tags",),
                ),
                migrations.CreateModel(
                    name="TagOfFinding",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("reviews.finding_tags",),
                ),
                migrations.CreateModel(
                    name="SystemOfObservation",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("reviews.observation_systems",),
                ),
                migrations.CreateModel(
                    name="SystemOfFinding",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("reviews.finding_systems",),
                ),
                migrations.CreateModel(
                    name="ReviewerOfReview",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("reviews.review_reviewers",),
                ),
                migrations.CreateModel(
                    name="ObservationOfFinding",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("reviews.finding_observations",),
                ),
                migrations.CreateModel(
                    name="LeadOfCycle",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("reviews.reviewcycle_leads",),
                ),
                migrations.CreateModel(
                    name="CycleItemEvent",
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
                        ("change", models.CharField(max_length=300, verbose_name="change")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("pending", "Pending"),
                                    ("reviewed", "Reviewed"),
                                    ("approved", "Approved"),
                                    ("approved_with_conditions", "Approved with conditions"),
                                    ("blocked", "Blocked"),
                                ],
                                default="pending",
                                editable=False,
                                max_length=30,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "cycle",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
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
                                to="reviews.cycleitem",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.aisystem",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.systemversion",
                            ),
                        ),
                        (
                            "content_version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="content version"
                            ),
                        ),
                        (
                            "needs_approval",
                            models.BooleanField(
                                default=False,
                                help_text="The partners approve it or not; otherwise it is reviewed, and that is all.",
                                verbose_name="needs approval",
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                editable=False, max_length=24, verbose_name="reference"
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["cycle"], name="reviews_cyc_cycle_i_bb8d5d_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvidenceEvent",
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
                        ("title", models.CharField(max_length=300, verbose_name="title")),
                        ("url", models.URLField(blank=True, max_length=1000, verbose_name="link")),
                        (
                            "file",
                            models.FileField(
                                blank=True,
                                upload_to=reviews.models.evidence.evidence_path,
                                verbose_name="file",
                            ),
                        ),
                        (
                            "file_name",
                            models.CharField(
                                blank=True, editable=False, max_length=255, verbose_name="file name"
                            ),
                        ),
                        (
                            "sha256",
                            models.CharField(
                                blank=True, editable=False, max_length=64, verbose_name="SHA-256"
                            ),
                        ),
                        (
                            "dated_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="date of the evidence"
                            ),
                        ),
                        (
                            "added_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now,
                                editable=False,
                                verbose_name="added at",
                            ),
                        ),
                        (
                            "added_by",
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
                            "finding",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.finding",
                            ),
                        ),
                        (
                            "observation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.observation",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="reviews.evidence",
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.review",
                            ),
                        ),
                        (
                            "revision_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.evidence",
                            ),
                        ),
                        (
                            "removed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="file removed at"
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["observation"], name="reviews_evi_observa_e63513_idx"
                            ),
                            models.Index(fields=["review"], name="reviews_evi_review__771cca_idx"),
                            models.Index(fields=["finding"], name="reviews_evi_finding_ddba68_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingEvent",
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
                            "reference",
                            models.CharField(
                                editable=False, max_length=24, verbose_name="reference"
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
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
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="Where this is known from: title, publisher, date.",
                                max_length=500,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "source_url",
                            models.URLField(
                                blank=True, max_length=1000, verbose_name="source address"
                            ),
                        ),
                        (
                            "illustrative",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                help_text="Made up for the demonstration; the public record does not contain it.",
                                verbose_name="illustrative",
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
                        ("title", models.CharField(max_length=500, verbose_name="statement")),
                        ("detail", models.TextField(blank=True, verbose_name="in detail")),
                        (
                            "is_positive",
                            models.BooleanField(
                                default=False,
                                help_text="Something that worked and is worth keeping.",
                                verbose_name="positive",
                            ),
                        ),
                        (
                            "severity",
                            models.CharField(
                                choices=[
                                    ("critical", "Critical"),
                                    ("high", "High"),
                                    ("medium", "Medium"),
                                    ("low", "Low"),
                                    ("informational", "Informational"),
                                ],
                                default="medium",
                                max_length=20,
                                verbose_name="severity",
                            ),
                        ),
                        (
                            "severity_justification",
                            models.TextField(
                                blank=True,
                                help_text="Required for critical and high.",
                                verbose_name="why this severity",
                            ),
                        ),
                        ("cause", models.TextField(blank=True, verbose_name="cause")),
                        (
                            "cause_status",
                            models.CharField(
                                choices=[
                                    ("not_established", "Not established"),
                                    ("suspected", "Suspected"),
                                    ("confirmed", "Confirmed"),
                                ],
                                default="not_established",
                                max_length=20,
                                verbose_name="cause is",
                            ),
                        ),
                        (
                            "why_missed",
                            models.TextField(
                                blank=True,
                                help_text="What in our testing or process let it through? Not who.",
                                verbose_name="why it was missed",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("confirmed", "Confirmed"),
                                    ("addressed", "Addressed"),
                                    ("verified", "Verified"),
                                    ("dismissed", "Dismissed"),
                                    ("duplicate", "Duplicate"),
                                    ("waived", "Waived"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "closing_reason",
                            models.TextField(
                                blank=True,
                                editable=False,
                                verbose_name="why it was dismissed or waived",
                            ),
                        ),
                        (
                            "waived_until",
                            models.DateField(
                                editable=False, null=True, verbose_name="waived until"
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
                                verbose_name="recorded by",
                            ),
                        ),
                        (
                            "duplicate_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.finding",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
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
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="reviews.finding",
                            ),
                        ),
                        (
                            "review",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.review",
                            ),
                        ),
                        (
                            "coming_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="from"),
                        ),
                        (
                            "coming_label",
                            models.CharField(
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
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ImportedRecordEvent",
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
                            "format",
                            models.CharField(
                                choices=[("avid", "AVID")], max_length=20, verbose_name="format"
                            ),
                        ),
                        (
                            "source_id",
                            models.CharField(max_length=200, verbose_name="identity at the source"),
                        ),
                        ("file_name", models.CharField(max_length=500, verbose_name="file name")),
                        ("raw", models.BinaryField(verbose_name="file")),
                        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                        ("payload", models.JSONField(verbose_name="content")),
                        ("written", models.JSONField(default=dict, verbose_name="taken over")),
                        ("warnings", models.JSONField(default=list, verbose_name="warnings")),
                        (
                            "imported_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="imported at"
                            ),
                        ),
                        (
                            "imported_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "observation",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.observation",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
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
                                to="reviews.importedrecord",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LeadOfCycleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "reviewcycle",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.reviewcycle",
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
                                to="reviews.leadofcycle",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["reviewcycle"], name="reviews_lea_reviewc_657c20_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObservationEvent",
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
                            "reference",
                            models.CharField(
                                editable=False, max_length=24, verbose_name="reference"
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
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
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="Where this is known from: title, publisher, date.",
                                max_length=500,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "source_url",
                            models.URLField(
                                blank=True, max_length=1000, verbose_name="source address"
                            ),
                        ),
                        (
                            "illustrative",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                help_text="Made up for the demonstration; the public record does not contain it.",
                                verbose_name="illustrative",
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
                        ("title", models.CharField(max_length=500, verbose_name="what was seen")),
                        ("description", models.TextField(blank=True, verbose_name="in detail")),
                        (
                            "unmatched_systems",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=500),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="names that match no system",
                            ),
                        ),
                        ("occurred_on", models.DateField(verbose_name="when")),
                        (
                            "occurred_precision",
                            models.CharField(
                                choices=[("day", "day"), ("month", "month"), ("year", "year")],
                                default="day",
                                max_length=10,
                                verbose_name="as exactly as",
                            ),
                        ),
                        (
                            "source_kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("usage", "Use"),
                                    ("user_report", "User report"),
                                    ("incident", "Incident"),
                                    ("red_team", "Red team"),
                                    ("evaluation", "Evaluation"),
                                    ("publication", "Publication"),
                                ],
                                max_length=20,
                                verbose_name="kind of source",
                            ),
                        ),
                        (
                            "confidence",
                            models.CharField(
                                choices=[
                                    ("reported", "Reported"),
                                    ("corroborated", "Corroborated"),
                                    ("verified", "Verified"),
                                ],
                                default="reported",
                                max_length=20,
                                verbose_name="confidence",
                            ),
                        ),
                        (
                            "reporter",
                            models.CharField(
                                blank=True,
                                help_text="Shown to people of your organization only.",
                                max_length=200,
                                verbose_name="reporter",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("new", "New"),
                                    ("confirmed", "Confirmed"),
                                    ("dismissed", "Dismissed"),
                                    ("duplicate", "Duplicate"),
                                ],
                                default="new",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "dismissal_reason",
                            models.TextField(
                                blank=True, editable=False, verbose_name="why it was dismissed"
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
                                verbose_name="recorded by",
                            ),
                        ),
                        (
                            "duplicate_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.observation",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
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
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="reviews.observation",
                            ),
                        ),
                        (
                            "coming_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="from"),
                        ),
                        (
                            "coming_label",
                            models.CharField(
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
                        (
                            "copied_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.observation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ObservationOfFindingEvent",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="reviews.observationoffinding",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["finding"], name="reviews_obs_finding_8ec334_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewCycleEvent",
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
                            "number",
                            models.PositiveIntegerField(editable=False, verbose_name="number"),
                        ),
                        (
                            "reference",
                            models.CharField(
                                editable=False, max_length=24, verbose_name="reference"
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="title")),
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
                        ("starts_on", models.DateField(verbose_name="from")),
                        ("ends_on", models.DateField(verbose_name="until")),
                        ("agenda", models.TextField(blank=True, verbose_name="agenda")),
                        ("minutes", models.TextField(blank=True, verbose_name="minutes")),
                        ("decisions", models.TextField(blank=True, verbose_name="decisions")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("open", "Open"),
                                    ("signing", "Signing"),
                                    ("closed", "Closed"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="planned",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "illustrative",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="illustrative"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, max_length=500, verbose_name="source"),
                        ),
                        (
                            "source_url",
                            models.URLField(
                                blank=True, max_length=1000, verbose_name="source address"
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
                                to="reviews.reviewcycle",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReviewerOfReviewEvent",
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
                                to="reviews.reviewerofreview",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["review"], name="reviews_rev_review__16c7b0_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewEvent",
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
                            "reference",
                            models.CharField(
                                editable=False, max_length=24, verbose_name="reference"
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
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
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                help_text="Where this is known from: title, publisher, date.",
                                max_length=500,
                                verbose_name="source",
                            ),
                        ),
                        (
                            "source_url",
                            models.URLField(
                                blank=True, max_length=1000, verbose_name="source address"
                            ),
                        ),
                        (
                            "illustrative",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                help_text="Made up for the demonstration; the public record does not contain it.",
                                verbose_name="illustrative",
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
                        ("title", models.CharField(max_length=300, verbose_name="title")),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("desk", "Desk review"),
                                    ("red_team", "Red team"),
                                    ("evaluation", "Evaluation"),
                                    ("incident_analysis", "Incident analysis"),
                                    ("usage_analysis", "Analysis of use"),
                                ],
                                default="desk",
                                max_length=30,
                                verbose_name="method",
                            ),
                        ),
                        ("held_on", models.DateField(verbose_name="held on")),
                        ("summary", models.TextField(blank=True, verbose_name="summary")),
                        (
                            "recommendation",
                            models.TextField(blank=True, verbose_name="recommendation"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("submitted", "Submitted"),
                                    ("accepted", "Accepted"),
                                ],
                                default="draft",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "submitted_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="submitted at"
                            ),
                        ),
                        (
                            "accepted_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="accepted at"
                            ),
                        ),
                        (
                            "return_reason",
                            models.TextField(
                                blank=True, editable=False, verbose_name="why it was returned"
                            ),
                        ),
                        (
                            "accepted_by",
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
                            "created_by",
                            models.ForeignKey(
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
                        (
                            "cycle",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.reviewcycle",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.cycleitem",
                                verbose_name="item of the cycle",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
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
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="reviews.review",
                            ),
                        ),
                        (
                            "submitted_by",
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
                            "system",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.aisystem",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.systemversion",
                            ),
                        ),
                        (
                            "coming_at",
                            models.DateTimeField(editable=False, null=True, verbose_name="from"),
                        ),
                        (
                            "coming_label",
                            models.CharField(
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
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SystemOfFindingEvent",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="reviews.systemoffinding",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["finding"], name="reviews_sys_finding_1afc91_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SystemOfObservationEvent",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="reviews.systemofobservation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["observation"], name="reviews_sys_observa_56cea6_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TagOfFindingEvent",
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
                            "tag",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.tag",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="reviews.tagoffinding",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["finding"], name="reviews_tag_finding_dee2ee_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TagOfObservationEvent",
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
                            "tag",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.tag",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="reviews.tagofobservation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["observation"], name="reviews_tag_observa_ec9954_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AttendantOfCycleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "reviewcycle",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.reviewcycle",
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
                                to="reviews.attendantofcycle",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["reviewcycle"], name="reviews_att_reviewc_62f568_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConditionEvent",
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
                            "reference",
                            models.CharField(
                                editable=False, max_length=32, verbose_name="reference"
                            ),
                        ),
                        ("text", models.TextField(verbose_name="condition")),
                        ("test", models.TextField(verbose_name="how one sees that it is met")),
                        ("due_on", models.DateField(verbose_name="due on")),
                        (
                            "status",
                            models.CharField(
                                choices=[("open", "Open"), ("met", "Met"), ("waived", "Waived")],
                                default="open",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "content_version",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="content version"
                            ),
                        ),
                        (
                            "evidence_note",
                            models.TextField(
                                blank=True, editable=False, verbose_name="how it was seen to be met"
                            ),
                        ),
                        (
                            "met_on",
                            models.DateField(editable=False, null=True, verbose_name="met on"),
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
                            "assignee",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.cycleitem",
                            ),
                        ),
                        (
                            "met_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="judged by",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="reviews.condition",
                            ),
                        ),
                        (
                            "position",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.position",
                                verbose_name="given with",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["item"], name="reviews_con_item_id_398a21_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConditionWaiverEvent",
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
                            "signed_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="signed at"
                            ),
                        ),
                        (
                            "content_version",
                            models.PositiveIntegerField(verbose_name="content version"),
                        ),
                        (
                            "digest",
                            models.CharField(default="", max_length=64, verbose_name="SHA-256"),
                        ),
                        ("content", models.TextField(default="", verbose_name="content signed")),
                        ("statement", models.TextField(blank=True, verbose_name="statement")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="withdrawn at"
                            ),
                        ),
                        (
                            "withdrawal_reason",
                            models.TextField(
                                blank=True, editable=False, verbose_name="why it was withdrawn"
                            ),
                        ),
                        (
                            "illustrative",
                            models.BooleanField(default=False, verbose_name="illustrative"),
                        ),
                        (
                            "condition",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.condition",
                            ),
                        ),
                        (
                            "delegation",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.delegation",
                            ),
                        ),
                        (
                            "organization",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
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
                                to="reviews.conditionwaiver",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_by",
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
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["condition"], name="reviews_con_conditi_05e435_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PositionEvent",
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
                            "signed_at",
                            models.DateTimeField(
                                default=django.utils.timezone.now, verbose_name="signed at"
                            ),
                        ),
                        (
                            "content_version",
                            models.PositiveIntegerField(verbose_name="content version"),
                        ),
                        (
                            "digest",
                            models.CharField(default="", max_length=64, verbose_name="SHA-256"),
                        ),
                        ("content", models.TextField(default="", verbose_name="content signed")),
                        ("statement", models.TextField(blank=True, verbose_name="statement")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="withdrawn at"
                            ),
                        ),
                        (
                            "withdrawal_reason",
                            models.TextField(
                                blank=True, editable=False, verbose_name="why it was withdrawn"
                            ),
                        ),
                        (
                            "illustrative",
                            models.BooleanField(default=False, verbose_name="illustrative"),
                        ),
                        (
                            "stance",
                            models.CharField(
                                choices=[
                                    ("concur", "Concurs"),
                                    ("concur_with_conditions", "Concurs with conditions"),
                                    ("block", "Blocks"),
                                    ("recuse", "Recuses itself"),
                                ],
                                max_length=30,
                                verbose_name="stance",
                            ),
                        ),
                        (
                            "dissent",
                            models.TextField(
                                blank=True,
                                help_text="What someone of the organization holds against its own position.",
                                verbose_name="dissent",
                            ),
                        ),
                        (
                            "delegation",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.delegation",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.cycleitem",
                            ),
                        ),
                        (
                            "organization",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
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
                                to="reviews.position",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_by",
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
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["item"], name="reviews_pos_item_id_646fb2_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SignerOfCycleEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "organization",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "reviewcycle",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
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
                                to="reviews.signerofcycle",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["reviewcycle"], name="reviews_sig_reviewc_968d8a_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WordingOfItemEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "cycleitem",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.cycleitem",
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
                                to="reviews.wordingofitem",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["cycleitem"], name="reviews_wor_cycleit_64559a_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingBehindItem",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("reviews.finding",),
                ),
                migrations.CreateModel(
                    name="ReviewBehindItem",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("reviews.review",),
                ),
                migrations.CreateModel(
                    name="VersionOfItem",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("tracker.systemversion",),
                ),
                migrations.CreateModel(
                    name="AttendantOfCycle",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("reviews.reviewcycle_attended_by",),
                ),
                migrations.CreateModel(
                    name="SignerOfCycle",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("reviews.reviewcycle_signers",),
                ),
                migrations.CreateModel(
                    name="WordingOfItem",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("reviews.cycleitem_worded_by",),
                ),
            ],
        ),
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "cycleitem",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_cycleitemevent" ("change", "content_version", "cycle_id", "id", "needs_approval", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "status", "system_id", "version_id") VALUES (NEW."change", NEW."content_version", NEW."cycle_id", NEW."id", NEW."needs_approval", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."status", NEW."system_id", NEW."version_id"); RETURN NULL;',
                            hash="40e0d9fa3a604bb3e522d057926e327a6972baf6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9e54a",
                            table="reviews_cycleitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "cycleitem",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_cycleitemevent" ("change", "content_version", "cycle_id", "id", "needs_approval", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "status", "system_id", "version_id") VALUES (NEW."change", NEW."content_version", NEW."cycle_id", NEW."id", NEW."needs_approval", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."status", NEW."system_id", NEW."version_id"); RETURN NULL;',
                            hash="3797748cd04f21bd2309f4eb0b0201350fb34b78",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0f6a2",
                            table="reviews_cycleitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "cycleitem",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_cycleitemevent" ("change", "content_version", "cycle_id", "id", "needs_approval", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "status", "system_id", "version_id") VALUES (OLD."change", OLD."content_version", OLD."cycle_id", OLD."id", OLD."needs_approval", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference", OLD."status", OLD."system_id", OLD."version_id"); RETURN NULL;',
                            hash="b35000f3200fee1529d2c374485c88546351aa3d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_be291",
                            table="reviews_cycleitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "observation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_observationevent" ("coming_at", "coming_label", "confidence", "copied_from_id", "created_at", "created_by_id", "description", "dismissal_reason", "duplicate_of_id", "id", "illustrative", "label", "occurred_on", "occurred_precision", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "reporter", "source", "source_kind", "source_url", "status", "title", "unmatched_systems") VALUES (NEW."coming_at", NEW."coming_label", NEW."confidence", NEW."copied_from_id", NEW."created_at", NEW."created_by_id", NEW."description", NEW."dismissal_reason", NEW."duplicate_of_id", NEW."id", NEW."illustrative", NEW."label", NEW."occurred_on", NEW."occurred_precision", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."reporter", NEW."source", NEW."source_kind", NEW."source_url", NEW."status", NEW."title", NEW."unmatched_systems"); RETURN NULL;',
                            hash="77e45caedeb74309d8e6fad9d4b7585972fd6ff8",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_63847",
                            table="reviews_observation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "observation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."coming_at" IS DISTINCT FROM (NEW."coming_at") OR OLD."coming_label" IS DISTINCT FROM (NEW."coming_label") OR OLD."confidence" IS DISTINCT FROM (NEW."confidence") OR OLD."copied_from_id" IS DISTINCT FROM (NEW."copied_from_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."dismissal_reason" IS DISTINCT FROM (NEW."dismissal_reason") OR OLD."duplicate_of_id" IS DISTINCT FROM (NEW."duplicate_of_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."illustrative" IS DISTINCT FROM (NEW."illustrative") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."occurred_on" IS DISTINCT FROM (NEW."occurred_on") OR OLD."occurred_precision" IS DISTINCT FROM (NEW."occurred_precision") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."reporter" IS DISTINCT FROM (NEW."reporter") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."source_kind" IS DISTINCT FROM (NEW."source_kind") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."unmatched_systems" IS DISTINCT FROM (NEW."unmatched_systems"))',
                            func='INSERT INTO "reviews_observationevent" ("coming_at", "coming_label", "confidence", "copied_from_id", "created_at", "created_by_id", "description", "dismissal_reason", "duplicate_of_id", "id", "illustrative", "label", "occurred_on", "occurred_precision", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "reporter", "source", "source_kind", "source_url", "status", "title", "unmatched_systems") VALUES (NEW."coming_at", NEW."coming_label", NEW."confidence", NEW."copied_from_id", NEW."created_at", NEW."created_by_id", NEW."description", NEW."dismissal_reason", NEW."duplicate_of_id", NEW."id", NEW."illustrative", NEW."label", NEW."occurred_on", NEW."occurred_precision", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."reporter", NEW."source", NEW."source_kind", NEW."source_url", NEW."status", NEW."title", NEW."unmatched_systems"); RETURN NULL;',
                            hash="8218dac34db43d6577f179bb08e088c8b81456cb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d9c09",
                            table="reviews_observation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "observation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_observationevent" ("coming_at", "coming_label", "confidence", "copied_from_id", "created_at", "created_by_id", "description", "dismissal_reason", "duplicate_of_id", "id", "illustrative", "label", "occurred_on", "occurred_precision", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "reporter", "source", "source_kind", "source_url", "status", "title", "unmatched_systems") VALUES (OLD."coming_at", OLD."coming_label", OLD."confidence", OLD."copied_from_id", OLD."created_at", OLD."created_by_id", OLD."description", OLD."dismissal_reason", OLD."duplicate_of_id", OLD."id", OLD."illustrative", OLD."label", OLD."occurred_on", OLD."occurred_precision", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference", OLD."reporter", OLD."source", OLD."source_kind", OLD."source_url", OLD."status", OLD."title", OLD."unmatched_systems"); RETURN NULL;',
                            hash="4ac7d8629dafad9a0de10dc9454bf3244c6f01aa",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_041c9",
                            table="reviews_observation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "importedrecord",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_importedrecordevent" ("file_name", "format", "id", "imported_at", "imported_by_id", "observation_id", "owner_id", "payload", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raw", "sha256", "source_id", "warnings", "written") VALUES (NEW."file_name", NEW."format", NEW."id", NEW."imported_at", NEW."imported_by_id", NEW."observation_id", NEW."owner_id", NEW."payload", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."raw", NEW."sha256", NEW."source_id", NEW."warnings", NEW."written"); RETURN NULL;',
                            hash="e52cac4533256c230bcac14313a0f76894b63b9b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0ead1",
                            table="reviews_importedrecord",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "importedrecord",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_importedrecordevent" ("file_name", "format", "id", "imported_at", "imported_by_id", "observation_id", "owner_id", "payload", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raw", "sha256", "source_id", "warnings", "written") VALUES (NEW."file_name", NEW."format", NEW."id", NEW."imported_at", NEW."imported_by_id", NEW."observation_id", NEW."owner_id", NEW."payload", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."raw", NEW."sha256", NEW."source_id", NEW."warnings", NEW."written"); RETURN NULL;',
                            hash="9f9713be0559bae73b77e4a306fe71af41017e80",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_04af8",
                            table="reviews_importedrecord",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "importedrecord",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_importedrecordevent" ("file_name", "format", "id", "imported_at", "imported_by_id", "observation_id", "owner_id", "payload", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raw", "sha256", "source_id", "warnings", "written") VALUES (OLD."file_name", OLD."format", OLD."id", OLD."imported_at", OLD."imported_by_id", OLD."observation_id", OLD."owner_id", OLD."payload", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."raw", OLD."sha256", OLD."source_id", OLD."warnings", OLD."written"); RETURN NULL;',
                            hash="05e483bdb79e1320b6652e41c5a2541e28bad1a2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7d64c",
                            table="reviews_importedrecord",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "review",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_reviewevent" ("accepted_at", "accepted_by_id", "coming_at", "coming_label", "created_at", "created_by_id", "cycle_id", "held_on", "id", "illustrative", "item_id", "label", "method", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reference", "return_reason", "source", "source_url", "status", "submitted_at", "submitted_by_id", "summary", "system_id", "title", "version_id") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."coming_at", NEW."coming_label", NEW."created_at", NEW."created_by_id", NEW."cycle_id", NEW."held_on", NEW."id", NEW."illustrative", NEW."item_id", NEW."label", NEW."method", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recommendation", NEW."reference", NEW."return_reason", NEW."source", NEW."source_url", NEW."status", NEW."submitted_at", NEW."submitted_by_id", NEW."summary", NEW."system_id", NEW."title", NEW."version_id"); RETURN NULL;',
                            hash="6673a0c4d9d6e90f8a1816c2c8197bc1113a0f25",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7a7c1",
                            table="reviews_review",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "review",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_reviewevent" ("accepted_at", "accepted_by_id", "coming_at", "coming_label", "created_at", "created_by_id", "cycle_id", "held_on", "id", "illustrative", "item_id", "label", "method", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reference", "return_reason", "source", "source_url", "status", "submitted_at", "submitted_by_id", "summary", "system_id", "title", "version_id") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."coming_at", NEW."coming_label", NEW."created_at", NEW."created_by_id", NEW."cycle_id", NEW."held_on", NEW."id", NEW."illustrative", NEW."item_id", NEW."label", NEW."method", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recommendation", NEW."reference", NEW."return_reason", NEW."source", NEW."source_url", NEW."status", NEW."submitted_at", NEW."submitted_by_id", NEW."summary", NEW."system_id", NEW."title", NEW."version_id"); RETURN NULL;',
                            hash="0603fa14568a49493f6389da43518047fe0c8e9f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b34c8",
                            table="reviews_review",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "review",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_reviewevent" ("accepted_at", "accepted_by_id", "coming_at", "coming_label", "created_at", "created_by_id", "cycle_id", "held_on", "id", "illustrative", "item_id", "label", "method", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reference", "return_reason", "source", "source_url", "status", "submitted_at", "submitted_by_id", "summary", "system_id", "title", "version_id") VALUES (OLD."accepted_at", OLD."accepted_by_id", OLD."coming_at", OLD."coming_label", OLD."created_at", OLD."created_by_id", OLD."cycle_id", OLD."held_on", OLD."id", OLD."illustrative", OLD."item_id", OLD."label", OLD."method", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recommendation", OLD."reference", OLD."return_reason", OLD."source", OLD."source_url", OLD."status", OLD."submitted_at", OLD."submitted_by_id", OLD."summary", OLD."system_id", OLD."title", OLD."version_id"); RETURN NULL;',
                            hash="8714c4f0cbe1251caf657e2db6f820cf64c9ec94",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_98b05",
                            table="reviews_review",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "finding",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_findingevent" ("cause", "cause_status", "closing_reason", "coming_at", "coming_label", "created_at", "created_by_id", "detail", "duplicate_of_id", "id", "illustrative", "is_positive", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "review_id", "severity", "severity_justification", "source", "source_url", "status", "title", "waived_until", "why_missed") VALUES (NEW."cause", NEW."cause_status", NEW."closing_reason", NEW."coming_at", NEW."coming_label", NEW."created_at", NEW."created_by_id", NEW."detail", NEW."duplicate_of_id", NEW."id", NEW."illustrative", NEW."is_positive", NEW."label", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."review_id", NEW."severity", NEW."severity_justification", NEW."source", NEW."source_url", NEW."status", NEW."title", NEW."waived_until", NEW."why_missed"); RETURN NULL;',
                            hash="876eca661b27f9c237014f2ccd44b05b18fd592e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_dc9d4",
                            table="reviews_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "finding",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."cause" IS DISTINCT FROM (NEW."cause") OR OLD."cause_status" IS DISTINCT FROM (NEW."cause_status") OR OLD."closing_reason" IS DISTINCT FROM (NEW."closing_reason") OR OLD."coming_at" IS DISTINCT FROM (NEW."coming_at") OR OLD."coming_label" IS DISTINCT FROM (NEW."coming_label") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."detail" IS DISTINCT FROM (NEW."detail") OR OLD."duplicate_of_id" IS DISTINCT FROM (NEW."duplicate_of_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."illustrative" IS DISTINCT FROM (NEW."illustrative") OR OLD."is_positive" IS DISTINCT FROM (NEW."is_positive") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."review_id" IS DISTINCT FROM (NEW."review_id") OR OLD."severity" IS DISTINCT FROM (NEW."severity") OR OLD."severity_justification" IS DISTINCT FROM (NEW."severity_justification") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."waived_until" IS DISTINCT FROM (NEW."waived_until") OR OLD."why_missed" IS DISTINCT FROM (NEW."why_missed"))',
                            func='INSERT INTO "reviews_findingevent" ("cause", "cause_status", "closing_reason", "coming_at", "coming_label", "created_at", "created_by_id", "detail", "duplicate_of_id", "id", "illustrative", "is_positive", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "review_id", "severity", "severity_justification", "source", "source_url", "status", "title", "waived_until", "why_missed") VALUES (NEW."cause", NEW."cause_status", NEW."closing_reason", NEW."coming_at", NEW."coming_label", NEW."created_at", NEW."created_by_id", NEW."detail", NEW."duplicate_of_id", NEW."id", NEW."illustrative", NEW."is_positive", NEW."label", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."review_id", NEW."severity", NEW."severity_justification", NEW."source", NEW."source_url", NEW."status", NEW."title", NEW."waived_until", NEW."why_missed"); RETURN NULL;',
                            hash="8170e72e82358d9a0f90dfdf3f940bb2fc52ee20",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c45bb",
                            table="reviews_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "finding",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_findingevent" ("cause", "cause_status", "closing_reason", "coming_at", "coming_label", "created_at", "created_by_id", "detail", "duplicate_of_id", "id", "illustrative", "is_positive", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "review_id", "severity", "severity_justification", "source", "source_url", "status", "title", "waived_until", "why_missed") VALUES (OLD."cause", OLD."cause_status", OLD."closing_reason", OLD."coming_at", OLD."coming_label", OLD."created_at", OLD."created_by_id", OLD."detail", OLD."duplicate_of_id", OLD."id", OLD."illustrative", OLD."is_positive", OLD."label", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference", OLD."review_id", OLD."severity", OLD."severity_justification", OLD."source", OLD."source_url", OLD."status", OLD."title", OLD."waived_until", OLD."why_missed"); RETURN NULL;',
                            hash="b64bc4f5cb56e33656f7a4ac933cb30c05ee2249",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_48e66",
                            table="reviews_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_evidenceevent" ("added_at", "added_by_id", "dated_on", "file", "file_name", "finding_id", "id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "review_id", "revision_of_id", "sha256", "title", "url") VALUES (NEW."added_at", NEW."added_by_id", NEW."dated_on", NEW."file", NEW."file_name", NEW."finding_id", NEW."id", NEW."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."removed_at", NEW."review_id", NEW."revision_of_id", NEW."sha256", NEW."title", NEW."url"); RETURN NULL;',
                            hash="3277aaf279cf904ef9e32e60191cb48b75385fcb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4f841",
                            table="reviews_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_evidenceevent" ("added_at", "added_by_id", "dated_on", "file", "file_name", "finding_id", "id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "review_id", "revision_of_id", "sha256", "title", "url") VALUES (NEW."added_at", NEW."added_by_id", NEW."dated_on", NEW."file", NEW."file_name", NEW."finding_id", NEW."id", NEW."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."removed_at", NEW."review_id", NEW."revision_of_id", NEW."sha256", NEW."title", NEW."url"); RETURN NULL;',
                            hash="4f0475a627b2eb7c09e3e34547b7079c3723a034",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_77a22",
                            table="reviews_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_evidenceevent" ("added_at", "added_by_id", "dated_on", "file", "file_name", "finding_id", "id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "review_id", "revision_of_id", "sha256", "title", "url") VALUES (OLD."added_at", OLD."added_by_id", OLD."dated_on", OLD."file", OLD."file_name", OLD."finding_id", OLD."id", OLD."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."removed_at", OLD."review_id", OLD."revision_of_id", OLD."sha256", OLD."title", OLD."url"); RETURN NULL;',
                            hash="5d93abc4b0b3ecc4c3261bca5ee9d49e74b7f639",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a253a",
                            table="reviews_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reviewcycle",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_reviewcycleevent" ("agenda", "created_at", "created_by_id", "decisions", "ends_on", "id", "illustrative", "kind", "minutes", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "source_url", "starts_on", "status", "title") VALUES (NEW."agenda", NEW."created_at", NEW."created_by_id", NEW."decisions", NEW."ends_on", NEW."id", NEW."illustrative", NEW."kind", NEW."minutes", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."source", NEW."source_url", NEW."starts_on", NEW."status", NEW."title"); RETURN NULL;',
                            hash="2f81c05dac4f726627c2f6ca5cdbfd456877e6d3",
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
                            func='INSERT INTO "reviews_reviewcycleevent" ("agenda", "created_at", "created_by_id", "decisions", "ends_on", "id", "illustrative", "kind", "minutes", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "source_url", "starts_on", "status", "title") VALUES (NEW."agenda", NEW."created_at", NEW."created_by_id", NEW."decisions", NEW."ends_on", NEW."id", NEW."illustrative", NEW."kind", NEW."minutes", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."source", NEW."source_url", NEW."starts_on", NEW."status", NEW."title"); RETURN NULL;',
                            hash="ba567ea10ec9c454fbb9d843d4c4b2e29c6fdddc",
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
                            func='INSERT INTO "reviews_reviewcycleevent" ("agenda", "created_at", "created_by_id", "decisions", "ends_on", "id", "illustrative", "kind", "minutes", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "source_url", "starts_on", "status", "title") VALUES (OLD."agenda", OLD."created_at", OLD."created_by_id", OLD."decisions", OLD."ends_on", OLD."id", OLD."illustrative", OLD."kind", OLD."minutes", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference", OLD."source", OLD."source_url", OLD."starts_on", OLD."status", OLD."title"); RETURN NULL;',
                            hash="a57d29af4f331e38663e8f5333604f5757cdc6cd",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3810b",
                            table="reviews_reviewcycle",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tagofobservation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_tagofobservationevent" ("id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id") VALUES (NEW."id", NEW."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."tag_id"); RETURN NULL;',
                            hash="c6709bb050732385accf27f93ecdfc4035c18736",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c78d0",
                            table="reviews_observation_tags",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tagofobservation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_tagofobservationevent" ("id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id") VALUES (NEW."id", NEW."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."tag_id"); RETURN NULL;',
                            hash="b7e2dcf9ea6b7c3e7df1061cb7e2c71e855db1af",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_50016",
                            table="reviews_observation_tags",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tagofobservation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_tagofobservationevent" ("id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id") VALUES (OLD."id", OLD."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."tag_id"); RETURN NULL;',
                            hash="cf6ff18e99d5df98902a36b5b2150233be653eda",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d6ce1",
                            table="reviews_observation_tags",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tagoffinding",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_tagoffindingevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id") VALUES (NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."tag_id"); RETURN NULL;',
                            hash="404599162b7e78d67734c36f8a4bf08c6e47e371",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f9ce5",
                            table="reviews_finding_tags",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tagoffinding",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_tagoffindingevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id") VALUES (NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."tag_id"); RETURN NULL;',
                            hash="f37f4982addec13fae147bf7c852f4de52bfbe08",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cb1f1",
                            table="reviews_finding_tags",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tagoffinding",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_tagoffindingevent" ("finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id") VALUES (OLD."finding_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."tag_id"); RETURN NULL;',
                            hash="787e08374becdf9308dff2b11337213ebabf55c3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_711c1",
                            table="reviews_finding_tags",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemofobservation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_systemofobservationevent" ("aisystem_id", "id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aisystem_id", NEW."id", NEW."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="b11cb24b516361cd00f5e8a1fac590fe9035d113",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a01eb",
                            table="reviews_observation_systems",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemofobservation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_systemofobservationevent" ("aisystem_id", "id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aisystem_id", NEW."id", NEW."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="3c0472502ffb469494eaca5437d2657f2a2cb3a2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6568e",
                            table="reviews_observation_systems",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemofobservation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_systemofobservationevent" ("aisystem_id", "id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."aisystem_id", OLD."id", OLD."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="f1e3ee9cd87566cc003781a34ae51140c6c10ab9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e296b",
                            table="reviews_observation_systems",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemoffinding",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_systemoffindingevent" ("aisystem_id", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aisystem_id", NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="3104f9aea82080ea14f1417c7254d158b389e163",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_33740",
                            table="reviews_finding_systems",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemoffinding",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_systemoffindingevent" ("aisystem_id", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."aisystem_id", NEW."finding_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="1c1b97068dd3c8cd327beb85ab05db542c286303",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bd4a4",
                            table="reviews_finding_systems",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemoffinding",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_systemoffindingevent" ("aisystem_id", "finding_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."aisystem_id", OLD."finding_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="cfe2e552b84bfb36afa3378733f231f46afcc894",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a43d1",
                            table="reviews_finding_systems",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reviewerofreview",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_reviewerofreviewevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."review_id", NEW."user_id"); RETURN NULL;',
                            hash="6b579eed184700c18b1fffed0498a7a010d3b551",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6e49b",
                            table="reviews_review_reviewers",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reviewerofreview",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_reviewerofreviewevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."review_id", NEW."user_id"); RETURN NULL;',
                            hash="0783d9eba66402d178636810f4b377dea5cb589b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c0dc0",
                            table="reviews_review_reviewers",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reviewerofreview",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_reviewerofreviewevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "user_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."review_id", OLD."user_id"); RETURN NULL;',
                            hash="4ef5895ecbef440d6eac51d5812bede2999e5b92",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_30578",
                            table="reviews_review_reviewers",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "observationoffinding",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_observationoffindingevent" ("finding_id", "id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."finding_id", NEW."id", NEW."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="9b967e24f5d1f4bc62c5a11ec517755888648ae9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0fbe2",
                            table="reviews_finding_observations",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "observationoffinding",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_observationoffindingevent" ("finding_id", "id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."finding_id", NEW."id", NEW."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="af0d895384e33eaf0e5aa92e1db58a3b12f22cb9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c5fd4",
                            table="reviews_finding_observations",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "observationoffinding",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_observationoffindingevent" ("finding_id", "id", "observation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."finding_id", OLD."id", OLD."observation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="67c8ee06648858be423cc8b872c7788514c16d67",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c6b93",
                            table="reviews_finding_observations",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "leadofcycle",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_leadofcycleevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewcycle_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reviewcycle_id", NEW."user_id"); RETURN NULL;',
                            hash="fefc3842d47a02a8e25b596ca47125fdd5eec16a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_15e17",
                            table="reviews_reviewcycle_leads",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "leadofcycle",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_leadofcycleevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewcycle_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reviewcycle_id", NEW."user_id"); RETURN NULL;',
                            hash="644bbc9d3b2460835afc72ad15fc94bfcd199599",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_56b02",
                            table="reviews_reviewcycle_leads",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "leadofcycle",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_leadofcycleevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewcycle_id", "user_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reviewcycle_id", OLD."user_id"); RETURN NULL;',
                            hash="ebb4991199a8a5a85bc010513b1c7abb3e2d4230",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1a9c3",
                            table="reviews_reviewcycle_leads",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "condition",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_conditionevent" ("assignee_id", "content_version", "created_at", "due_on", "evidence_note", "id", "illustrative", "item_id", "met_by_id", "met_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reference", "status", "test", "text") VALUES (NEW."assignee_id", NEW."content_version", NEW."created_at", NEW."due_on", NEW."evidence_note", NEW."id", NEW."illustrative", NEW."item_id", NEW."met_by_id", NEW."met_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position_id", NEW."reference", NEW."status", NEW."test", NEW."text"); RETURN NULL;',
                            hash="6f441be36d09bf5135d0dd327a229b754e235344",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a86a0",
                            table="reviews_condition",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "condition",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_conditionevent" ("assignee_id", "content_version", "created_at", "due_on", "evidence_note", "id", "illustrative", "item_id", "met_by_id", "met_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reference", "status", "test", "text") VALUES (NEW."assignee_id", NEW."content_version", NEW."created_at", NEW."due_on", NEW."evidence_note", NEW."id", NEW."illustrative", NEW."item_id", NEW."met_by_id", NEW."met_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position_id", NEW."reference", NEW."status", NEW."test", NEW."text"); RETURN NULL;',
                            hash="8edccb7cb9865e9ee40c83e32ee1e8e7d8628e3d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_84d25",
                            table="reviews_condition",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "condition",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_conditionevent" ("assignee_id", "content_version", "created_at", "due_on", "evidence_note", "id", "illustrative", "item_id", "met_by_id", "met_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reference", "status", "test", "text") VALUES (OLD."assignee_id", OLD."content_version", OLD."created_at", OLD."due_on", OLD."evidence_note", OLD."id", OLD."illustrative", OLD."item_id", OLD."met_by_id", OLD."met_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."position_id", OLD."reference", OLD."status", OLD."test", OLD."text"); RETURN NULL;',
                            hash="ecfcf2b1d0ba202c1803527b8258f39351a55e0e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_131b5",
                            table="reviews_condition",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "conditionwaiver",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_conditionwaiverevent" ("condition_id", "content", "content_version", "delegation_id", "digest", "id", "illustrative", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "statement", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."condition_id", NEW."content", NEW."content_version", NEW."delegation_id", NEW."digest", NEW."id", NEW."illustrative", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."signed_at", NEW."signed_by_id", NEW."statement", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="18a588972076716005e9cd84aee4cb677a553592",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_85c77",
                            table="reviews_conditionwaiver",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "conditionwaiver",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_conditionwaiverevent" ("condition_id", "content", "content_version", "delegation_id", "digest", "id", "illustrative", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "statement", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."condition_id", NEW."content", NEW."content_version", NEW."delegation_id", NEW."digest", NEW."id", NEW."illustrative", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."signed_at", NEW."signed_by_id", NEW."statement", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="df422d1df3f8a23a3d84b96c7565d95e2a177431",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f33ea",
                            table="reviews_conditionwaiver",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "conditionwaiver",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_conditionwaiverevent" ("condition_id", "content", "content_version", "delegation_id", "digest", "id", "illustrative", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "statement", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."condition_id", OLD."content", OLD."content_version", OLD."delegation_id", OLD."digest", OLD."id", OLD."illustrative", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."signed_at", OLD."signed_by_id", OLD."statement", OLD."withdrawal_reason", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;',
                            hash="72e6a047e2490856a999ea2877fa9871e115b651",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0d4f2",
                            table="reviews_conditionwaiver",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "position",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_positionevent" ("content", "content_version", "delegation_id", "digest", "dissent", "id", "illustrative", "item_id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "stance", "statement", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."content", NEW."content_version", NEW."delegation_id", NEW."digest", NEW."dissent", NEW."id", NEW."illustrative", NEW."item_id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."signed_at", NEW."signed_by_id", NEW."stance", NEW."statement", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="7d5f61256535a6f946327984aef256a09427c721",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_caa18",
                            table="reviews_position",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "position",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_positionevent" ("content", "content_version", "delegation_id", "digest", "dissent", "id", "illustrative", "item_id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "stance", "statement", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."content", NEW."content_version", NEW."delegation_id", NEW."digest", NEW."dissent", NEW."id", NEW."illustrative", NEW."item_id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."signed_at", NEW."signed_by_id", NEW."stance", NEW."statement", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="c3f626ede0bea963bc1ccc26ba717d551342c261",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d5172",
                            table="reviews_position",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "position",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_positionevent" ("content", "content_version", "delegation_id", "digest", "dissent", "id", "illustrative", "item_id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "stance", "statement", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."content", OLD."content_version", OLD."delegation_id", OLD."digest", OLD."dissent", OLD."id", OLD."illustrative", OLD."item_id", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."signed_at", OLD."signed_by_id", OLD."stance", OLD."statement", OLD."withdrawal_reason", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;',
                            hash="604a8654c40fd23d40e72fadbd18ca20008db863",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_84064",
                            table="reviews_position",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attendantofcycle",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_attendantofcycleevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewcycle_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reviewcycle_id", NEW."user_id"); RETURN NULL;',
                            hash="fd76624cdc3fff63a8d00be355e7ba2f31dd6ce6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_39787",
                            table="reviews_reviewcycle_attended_by",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attendantofcycle",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_attendantofcycleevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewcycle_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reviewcycle_id", NEW."user_id"); RETURN NULL;',
                            hash="39472d03f655472223339c6d459594a55538375c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_878cc",
                            table="reviews_reviewcycle_attended_by",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "attendantofcycle",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_attendantofcycleevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewcycle_id", "user_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reviewcycle_id", OLD."user_id"); RETURN NULL;',
                            hash="020ab17136a0263d85b54e636689a0f6d3d29d56",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4c150",
                            table="reviews_reviewcycle_attended_by",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "signerofcycle",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_signerofcycleevent" ("id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewcycle_id") VALUES (NEW."id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reviewcycle_id"); RETURN NULL;',
                            hash="6691ee4a605e4d76347f7df8ac7e1c098620f239",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a8646",
                            table="reviews_reviewcycle_signers",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "signerofcycle",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_signerofcycleevent" ("id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewcycle_id") VALUES (NEW."id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reviewcycle_id"); RETURN NULL;',
                            hash="2c069518dabcba6dbcc4d8ca203a314823e26dca",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a941e",
                            table="reviews_reviewcycle_signers",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "signerofcycle",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_signerofcycleevent" ("id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewcycle_id") VALUES (OLD."id", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reviewcycle_id"); RETURN NULL;',
                            hash="d751b1a9c304f6620b7aac36676c7d21a44b6a9d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1d33a",
                            table="reviews_reviewcycle_signers",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "wordingofitem",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_wordingofitemevent" ("cycleitem_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."cycleitem_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;',
                            hash="36318e727942b1a41ba3ea0044d8648f29961fbb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_43710",
                            table="reviews_cycleitem_worded_by",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "wordingofitem",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_wordingofitemevent" ("cycleitem_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."cycleitem_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;',
                            hash="063cc452f3facb3065f215f94b6cdaa4d01f92aa",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ec404",
                            table="reviews_cycleitem_worded_by",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "wordingofitem",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_wordingofitemevent" ("cycleitem_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."cycleitem_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;',
                            hash="6e3cde2685485decc0b89b4e11b05660b7ed83b1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1c102",
                            table="reviews_cycleitem_worded_by",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
