import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import reviews.models.evidence
import tracker.keys


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tracker", "0001_first_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CycleItem",
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
                    "system",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cycle_items",
                        to="tracker.aisystem",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cycle_items",
                        to="tracker.systemversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "cycle item",
                "verbose_name_plural": "cycle items",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Observation",
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
                    "reference",
                    models.CharField(
                        editable=False, max_length=24, unique=True, verbose_name="reference"
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
                    models.URLField(blank=True, max_length=1000, verbose_name="source address"),
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
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "duplicate_of",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duplicates",
                        to="reviews.observation",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.organization",
                        verbose_name="owner",
                    ),
                ),
                (
                    "systems",
                    models.ManyToManyField(
                        blank=True,
                        related_name="observations",
                        to="tracker.aisystem",
                        verbose_name="systems",
                    ),
                ),
                (
                    "tags",
                    models.ManyToManyField(
                        blank=True, related_name="observations", to="tracker.tag"
                    ),
                ),
            ],
            options={
                "verbose_name": "observation",
                "verbose_name_plural": "observations",
                "ordering": ["-id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["owner", "-id"], name="observation_by_owner"),
                    models.Index(fields=["label", "-id"], name="observation_by_label"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("label__in", ["red", "amber_strict", "amber", "green", "clear"])
                        ),
                        name="reviews_observation_label_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("duplicate_of__isnull", False), ("status", "duplicate")),
                            models.Q(
                                ("duplicate_of__isnull", True),
                                models.Q(("status", "duplicate"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="observation_duplicate_names_the_other",
                        violation_error_message="A duplicate names the observation it repeats.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "dismissed"), _negated=True),
                            models.Q(("dismissal_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="observation_dismissed_with_reason",
                        violation_error_message="Say why the observation is dismissed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="observation_says_what",
                        violation_error_message="Say what was seen.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportedRecord",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.organization",
                    ),
                ),
                (
                    "observation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imported_from",
                        to="reviews.observation",
                    ),
                ),
            ],
            options={
                "verbose_name": "imported record",
                "verbose_name_plural": "imported records",
                "ordering": ["-imported_at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "format", "source_id"), name="importedrecord_identity"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
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
                    "reference",
                    models.CharField(
                        editable=False, max_length=24, unique=True, verbose_name="reference"
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
                    models.URLField(blank=True, max_length=1000, verbose_name="source address"),
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
                ("recommendation", models.TextField(blank=True, verbose_name="recommendation")),
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
                    models.DateTimeField(editable=False, null=True, verbose_name="submitted at"),
                ),
                (
                    "accepted_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="accepted at"),
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
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="reviews.cycleitem",
                        verbose_name="item of the cycle",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.organization",
                        verbose_name="owner",
                    ),
                ),
                (
                    "reviewers",
                    models.ManyToManyField(
                        blank=True,
                        related_name="reviews",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewers",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "system",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="tracker.aisystem",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="tracker.systemversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "review",
                "verbose_name_plural": "reviews",
                "ordering": ["-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Finding",
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
                    "reference",
                    models.CharField(
                        editable=False, max_length=24, unique=True, verbose_name="reference"
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
                    models.URLField(blank=True, max_length=1000, verbose_name="source address"),
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
                        blank=True, editable=False, verbose_name="why it was dismissed or waived"
                    ),
                ),
                (
                    "waived_until",
                    models.DateField(editable=False, null=True, verbose_name="waived until"),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "duplicate_of",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duplicates",
                        to="reviews.finding",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.organization",
                        verbose_name="owner",
                    ),
                ),
                (
                    "systems",
                    models.ManyToManyField(
                        blank=True,
                        related_name="findings",
                        to="tracker.aisystem",
                        verbose_name="systems",
                    ),
                ),
                (
                    "tags",
                    models.ManyToManyField(blank=True, related_name="findings", to="tracker.tag"),
                ),
                (
                    "observations",
                    models.ManyToManyField(
                        blank=True,
                        related_name="findings",
                        to="reviews.observation",
                        verbose_name="observations",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "verbose_name": "finding",
                "verbose_name_plural": "findings",
                "ordering": ["-id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["owner", "-id"], name="finding_by_owner"),
                    models.Index(fields=["label", "-id"], name="finding_by_label"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("label__in", ["red", "amber_strict", "amber", "green", "clear"])
                        ),
                        name="reviews_finding_label_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("severity__in", ["critical", "high", "medium", "low", "informational"])
                        ),
                        name="finding_severity_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("severity__in", ["critical", "high"]), _negated=True),
                            models.Q(("severity_justification", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="finding_high_severity_justified",
                        violation_error_message="Say why the severity is critical or high.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("duplicate_of__isnull", False), ("status", "duplicate")),
                            models.Q(
                                ("duplicate_of__isnull", True),
                                models.Q(("status", "duplicate"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="finding_duplicate_names_the_other",
                        violation_error_message="A duplicate names the finding it repeats.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["dismissed", "waived"]), _negated=True),
                            models.Q(("closing_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="finding_closed_with_reason",
                        violation_error_message="Say why the finding is dismissed or waived.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "waived"), ("waived_until__isnull", False)),
                            models.Q(
                                ("waived_until__isnull", True),
                                models.Q(("status", "waived"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="finding_waiver_ends",
                        violation_error_message="A waiver has a last day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_positive", False),
                            models.Q(("status__in", ["addressed", "verified"]), _negated=True),
                            _connector="OR",
                        ),
                        name="finding_positive_rests_at_confirmed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
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
                    models.DateField(blank=True, null=True, verbose_name="date of the evidence"),
                ),
                (
                    "added_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="added at"
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revision_of",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="next_revision",
                        to="reviews.evidence",
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="reviews.finding",
                    ),
                ),
                (
                    "observation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="reviews.observation",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "verbose_name": "evidence",
                "verbose_name_plural": "evidence",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("finding__isnull", True),
                                ("observation__isnull", False),
                                ("review__isnull", True),
                            ),
                            models.Q(
                                ("finding__isnull", True),
                                ("observation__isnull", True),
                                ("review__isnull", False),
                            ),
                            models.Q(
                                ("finding__isnull", False),
                                ("observation__isnull", True),
                                ("review__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_hangs_under_one_record",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("file", ""), models.Q(("url", ""), _negated=True)),
                            models.Q(
                                ("url", ""),
                                models.Q(("file", ""), _negated=True),
                                models.Q(("sha256", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_is_a_file_or_a_link",
                        violation_error_message="Give a file or a link, one of the two.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewCycle",
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
                    models.PositiveIntegerField(editable=False, unique=True, verbose_name="number"),
                ),
                (
                    "reference",
                    models.CharField(
                        editable=False, max_length=24, unique=True, verbose_name="reference"
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
                    models.BooleanField(default=False, editable=False, verbose_name="illustrative"),
                ),
                ("source", models.CharField(blank=True, max_length=500, verbose_name="source")),
                (
                    "source_url",
                    models.URLField(blank=True, max_length=1000, verbose_name="source address"),
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
                        help_text="One per partner.",
                        related_name="led_cycles",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="leads",
                    ),
                ),
            ],
            options={
                "verbose_name": "review cycle",
                "verbose_name_plural": "review cycles",
                "ordering": ["-number"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="reviewcycle_ends_after_it_starts",
                        violation_error_message="A cycle ends on or after the day it starts.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="review",
            name="cycle",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reviews",
                to="reviews.reviewcycle",
            ),
        ),
        migrations.AddField(
            model_name="cycleitem",
            name="cycle",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="items",
                to="reviews.reviewcycle",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="observation",
            trigger=pgtrigger.compiler.Trigger(
                name="state_machine",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'new' THEN\n                    RAISE EXCEPTION 'A observation starts as new, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['new>confirmed', 'new>dismissed', 'new>duplicate', 'dismissed>new', 'duplicate>new']::text[])\n            THEN\n                RAISE EXCEPTION 'A observation cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="3efb6c172d134db629ab855dab90021144ce0a36",
                    operation='INSERT OR UPDATE OF "status"',
                    pgid="pgtrigger_state_machine_34fdd",
                    table="reviews_observation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="finding",
            trigger=pgtrigger.compiler.Trigger(
                name="state_machine",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'draft' THEN\n                    RAISE EXCEPTION 'A finding starts as draft, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['draft>confirmed', 'draft>dismissed', 'draft>duplicate', 'confirmed>addressed', 'confirmed>dismissed', 'confirmed>duplicate', 'confirmed>verified', 'confirmed>waived', 'addressed>confirmed', 'addressed>verified', 'verified>addressed', 'verified>confirmed', 'dismissed>confirmed', 'dismissed>draft', 'duplicate>confirmed', 'duplicate>draft', 'waived>confirmed']::text[])\n            THEN\n                RAISE EXCEPTION 'A finding cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="1ecacd60b51222a4e9b287dfd6e2002ca234728e",
                    operation='INSERT OR UPDATE OF "status"',
                    pgid="pgtrigger_state_machine_9b9d2",
                    table="reviews_finding",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewcycle",
            trigger=pgtrigger.compiler.Trigger(
                name="state_machine",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'planned' THEN\n                    RAISE EXCEPTION 'A cycle starts as planned, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['planned>open', 'planned>withdrawn', 'open>signing', 'open>withdrawn', 'signing>closed', 'signing>open', 'signing>withdrawn']::text[])\n            THEN\n                RAISE EXCEPTION 'A cycle cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="fec67d4315e6582c99b8e5536c67c46c1d10e5df",
                    operation='INSERT OR UPDATE OF "status"',
                    pgid="pgtrigger_state_machine_07828",
                    table="reviews_reviewcycle",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(fields=["owner", "-id"], name="review_by_owner"),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(fields=["label", "-id"], name="review_by_label"),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("label__in", ["red", "amber_strict", "amber", "green", "clear"])
                ),
                name="reviews_review_label_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("submitted_at__isnull", True), ("submitted_by__isnull", True)),
                    models.Q(("submitted_at__isnull", False), ("submitted_by__isnull", False)),
                    _connector="OR",
                ),
                name="review_submitted_by_and_at",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("accepted_at__isnull", False),
                        ("accepted_by__isnull", False),
                        ("status", "accepted"),
                        ("submitted_at__isnull", False),
                    ),
                    models.Q(
                        ("accepted_at__isnull", True),
                        ("accepted_by__isnull", True),
                        models.Q(("status", "accepted"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="review_accepted_by_and_at",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("item__isnull", True), ("cycle__isnull", False), _connector="OR"
                ),
                name="review_of_an_item_is_in_its_cycle",
                violation_error_message="Choose the cycle that the item belongs to.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="state_machine",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'draft' THEN\n                    RAISE EXCEPTION 'A review starts as draft, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['draft>submitted', 'submitted>accepted', 'submitted>draft']::text[])\n            THEN\n                RAISE EXCEPTION 'A review cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="9e067c93eeaf6015f9f22ea0923cfd2dcf3c68e4",
                    operation='INSERT OR UPDATE OF "status"',
                    pgid="pgtrigger_state_machine_00582",
                    table="reviews_review",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="cycleitem",
            constraint=models.UniqueConstraint(
                fields=("cycle", "system", "change"),
                name="cycleitem_listed_once",
                violation_error_message="This change of this system is in the cycle already.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycleitem",
            trigger=pgtrigger.compiler.Trigger(
                name="state_machine",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'pending' THEN\n                    RAISE EXCEPTION 'A cycle item starts as pending, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['pending>reviewed', 'reviewed>approved', 'reviewed>approved_with_conditions', 'reviewed>blocked', 'approved_with_conditions>approved', 'approved_with_conditions>blocked', 'blocked>reviewed']::text[])\n            THEN\n                RAISE EXCEPTION 'A cycle item cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="f3e30ab6a3b15fec9dba2e51eef4be4e0a4a129c",
                    operation='INSERT OR UPDATE OF "status"',
                    pgid="pgtrigger_state_machine_54f36",
                    table="reviews_cycleitem",
                    when="BEFORE",
                ),
            ),
        ),
    ]
