"""Observations, review cycles, reviews, findings, evidence, positions and conditions."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import reviews.models.evidence
import tracker.history.migrating
import tracker.keys


class Migration(migrations.Migration):
    # The first and the last of before: a database that stopped between them is refused.
    replaces = [
        ("reviews", "0001_first_tables"),
        ("reviews", "0002_words_to_search"),
        ("reviews", "0006_copy_to_share"),
        ("reviews", "0007_positions_on_items"),
        ("reviews", "0008_name_items_that_are_here"),
        ("reviews", "0009_every_item_has_a_reference"),
    ]

    initial = True

    dependencies = [
        ("tracker", "0007_rules"),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
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
                        (
                            "cycle",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="items",
                                to="reviews.reviewcycle",
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
                                editable=False, max_length=24, unique=True, verbose_name="reference"
                            ),
                        ),
                        (
                            "worded_by",
                            models.ManyToManyField(
                                blank=True,
                                editable=False,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "cycle item",
                        "verbose_name_plural": "cycle items",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("cycle", "system", "change"),
                                name="cycleitem_listed_once",
                                violation_error_message="This change of this system is in the cycle already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("needs_approval", True),
                                    ("status__in", ["pending", "reviewed"]),
                                    _connector="OR",
                                ),
                                name="cycleitem_reviewed_alone_is_not_approved",
                                violation_error_message="This item is reviewed; nothing is approved by it.",
                            ),
                        ],
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
                            "search",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.SearchVector(
                                        django.db.models.functions.text.Left("title", 100000),
                                        config="english",
                                        weight="A",
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        django.db.models.functions.text.Left("description", 100000),
                                        config="english",
                                        weight="B",
                                    ),
                                    django.contrib.postgres.search.SearchConfig("english"),
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
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
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="copies",
                                to="reviews.observation",
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
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="observation_by_words"
                            ),
                            models.Index(
                                condition=models.Q(("coming_at__isnull", False)),
                                fields=["coming_at"],
                                name="observation_embargo",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "label__in",
                                        ["red", "amber_strict", "amber", "green", "clear"],
                                    )
                                ),
                                name="reviews_observation_label_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("duplicate_of__isnull", False), ("status", "duplicate")
                                    ),
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
                            models.CheckConstraint(
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
                                                ("coming_label__in", ("green", "clear")),
                                                ("label", "amber"),
                                            ),
                                            models.Q(
                                                ("coming_label__in", ("clear",)), ("label", "green")
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="reviews_observation_embargo_widens",
                                violation_error_message="An embargo names an instant and the wider label that holds from then on.",
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
                                fields=("owner", "format", "source_id"),
                                name="importedrecord_identity",
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
                        (
                            "cycle",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="reviews.reviewcycle",
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
                            "reviewers",
                            models.ManyToManyField(
                                blank=True,
                                related_name="reviews",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="reviewers",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "review",
                        "verbose_name_plural": "reviews",
                        "ordering": ["-id"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["owner", "-id"], name="review_by_owner"),
                            models.Index(fields=["label", "-id"], name="review_by_label"),
                            models.Index(
                                condition=models.Q(("coming_at__isnull", False)),
                                fields=["coming_at"],
                                name="review_embargo",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "label__in",
                                        ["red", "amber_strict", "amber", "green", "clear"],
                                    )
                                ),
                                name="reviews_review_label_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("submitted_at__isnull", True),
                                        ("submitted_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("submitted_at__isnull", False),
                                        ("submitted_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="review_submitted_by_and_at",
                            ),
                            models.CheckConstraint(
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
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("item__isnull", True),
                                    ("cycle__isnull", False),
                                    _connector="OR",
                                ),
                                name="review_of_an_item_is_in_its_cycle",
                                violation_error_message="Choose the cycle that the item belongs to.",
                            ),
                            models.CheckConstraint(
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
                                                ("coming_label__in", ("green", "clear")),
                                                ("label", "amber"),
                                            ),
                                            models.Q(
                                                ("coming_label__in", ("clear",)), ("label", "green")
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="reviews_review_embargo_widens",
                                violation_error_message="An embargo names an instant and the wider label that holds from then on.",
                            ),
                        ],
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
                            "review",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="reviews.review",
                            ),
                        ),
                        (
                            "search",
                            models.GeneratedField(
                                db_persist=True,
                                expression=django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.SearchVector(
                                        django.db.models.functions.text.Left("title", 100000),
                                        config="english",
                                        weight="A",
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        django.db.models.functions.text.Left("detail", 100000),
                                        django.db.models.functions.text.Left("cause", 100000),
                                        django.db.models.functions.text.Left("why_missed", 100000),
                                        config="english",
                                        weight="B",
                                    ),
                                    django.contrib.postgres.search.SearchConfig("english"),
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
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
                            models.ManyToManyField(
                                blank=True, related_name="findings", to="tracker.tag"
                            ),
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
                    ],
                    options={
                        "verbose_name": "finding",
                        "verbose_name_plural": "findings",
                        "ordering": ["-id"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["owner", "-id"], name="finding_by_owner"),
                            models.Index(fields=["label", "-id"], name="finding_by_label"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="finding_by_words"
                            ),
                            models.Index(
                                condition=models.Q(("coming_at__isnull", False)),
                                fields=["coming_at"],
                                name="finding_embargo",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "label__in",
                                        ["red", "amber_strict", "amber", "green", "clear"],
                                    )
                                ),
                                name="reviews_finding_label_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "severity__in",
                                        ["critical", "high", "medium", "low", "informational"],
                                    )
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
                                    models.Q(
                                        ("duplicate_of__isnull", False), ("status", "duplicate")
                                    ),
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
                                    models.Q(
                                        ("status__in", ["dismissed", "waived"]), _negated=True
                                    ),
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
                                    models.Q(
                                        ("status__in", ["addressed", "verified"]), _negated=True
                                    ),
                                    _connector="OR",
                                ),
                                name="finding_positive_rests_at_confirmed",
                            ),
                            models.CheckConstraint(
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
                                                ("coming_label__in", ("green", "clear")),
                                                ("label", "amber"),
                                            ),
                                            models.Q(
                                                ("coming_label__in", ("clear",)), ("label", "green")
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="reviews_finding_embargo_widens",
                                violation_error_message="An embargo names an instant and the wider label that holds from then on.",
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
                        (
                            "removed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="file removed at"
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
                                    models.Q(
                                        ("file", ""),
                                        ("removed_at__isnull", False),
                                        ("url", ""),
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
                            models.PositiveIntegerField(
                                editable=False, unique=True, verbose_name="number"
                            ),
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
                        (
                            "attended_by",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="attended by",
                            ),
                        ),
                        (
                            "signers",
                            models.ManyToManyField(
                                blank=True,
                                editable=False,
                                related_name="+",
                                to="tracker.organization",
                                verbose_name="signed by",
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
                migrations.CreateModel(
                    name="Condition",
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
                                editable=False, max_length=32, unique=True, verbose_name="reference"
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assigned_conditions",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conditions",
                                to="reviews.cycleitem",
                            ),
                        ),
                        (
                            "met_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="judged by",
                            ),
                        ),
                        (
                            "position",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conditions",
                                to="reviews.position",
                                verbose_name="given with",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "condition",
                        "verbose_name_plural": "conditions",
                        "ordering": ["due_on", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("evidence_note", ""), _negated=True),
                                        ("met_by__isnull", False),
                                        ("met_on__isnull", False),
                                        ("status", "met"),
                                    ),
                                    models.Q(
                                        ("evidence_note", ""),
                                        ("met_by__isnull", True),
                                        ("met_on__isnull", True),
                                        models.Q(("status", "met"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="condition_met_by_someone_who_says_how",
                                violation_error_message="Say how it was seen that the condition is met.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("text", ""), _negated=True),
                                    models.Q(("test", ""), _negated=True),
                                ),
                                name="condition_says_what_and_how_to_tell",
                                violation_error_message="A condition says what is asked and how to tell.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConditionWaiver",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="waivers",
                                to="reviews.condition",
                            ),
                        ),
                        (
                            "delegation",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tracker.delegation",
                            ),
                        ),
                        (
                            "organization",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "waiver of a condition",
                        "verbose_name_plural": "waivers of conditions",
                        "ordering": ["signed_at"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at__isnull", True)),
                                fields=("condition", "organization", "content_version"),
                                name="conditionwaiver_once_per_organization",
                                violation_error_message="Your organization has signed this version already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawal_reason", ""),
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                        models.Q(("withdrawal_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="conditionwaiver_withdrawn_by_someone_with_reason",
                                violation_error_message="Say why the signature is withdrawn.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Position",
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
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tracker.delegation",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="positions",
                                to="reviews.cycleitem",
                            ),
                        ),
                        (
                            "organization",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tracker.organization",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "position",
                        "verbose_name_plural": "positions",
                        "ordering": ["signed_at"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at__isnull", True)),
                                fields=("item", "organization", "content_version"),
                                name="position_once_per_organization",
                                violation_error_message="Your organization has signed this version already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawal_reason", ""),
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                        models.Q(("withdrawal_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="position_withdrawn_by_someone_with_reason",
                                violation_error_message="Say why the signature is withdrawn.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "stance__in",
                                        ["concur", "concur_with_conditions", "block", "recuse"],
                                    )
                                ),
                                name="position_stance_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stance__in", ("block", "recuse")), _negated=True),
                                    models.Q(("statement", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="position_with_reason",
                                violation_error_message="Say why, for those who read the decision later.",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
