"""Lessons, system updates, research directions, best practices and their signatures."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating
import tracker.keys


class Migration(migrations.Migration):
    # The first and the last of before: a database that stopped between them is refused.
    replaces = [
        ("lessons", "0001_first_tables"),
        ("lessons", "0002_words_to_search"),
        ("lessons", "0004_remember_whose_hands"),
        ("lessons", "0009_keep_embargoes"),
        ("lessons", "0011_copy_to_share"),
    ]

    initial = True

    dependencies = [
        ("reviews", "0003_rules"),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="BestPractice",
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
                    ],
                    options={
                        "verbose_name": "best practice",
                        "verbose_name_plural": "best practices",
                        "ordering": ["number"],
                    },
                ),
                migrations.CreateModel(
                    name="Lesson",
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
                        ("insight", models.TextField(verbose_name="what was learned")),
                        ("context", models.TextField(blank=True, verbose_name="context")),
                        (
                            "recommendation",
                            models.TextField(blank=True, verbose_name="recommendation"),
                        ),
                        (
                            "scope",
                            models.CharField(
                                choices=[("own", "Own organization"), ("joint", "Joint")],
                                default="joint",
                                max_length=10,
                                verbose_name="signed by",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("identified", "Identified"),
                                    ("endorsed", "Endorsed"),
                                    ("actioned", "Actioned"),
                                    ("learned", "Learned"),
                                    ("rejected", "Rejected"),
                                    ("superseded", "Superseded"),
                                    ("regressed", "Regressed"),
                                ],
                                default="identified",
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
                            "endorsed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="endorsed at"
                            ),
                        ),
                        (
                            "closing_reason",
                            models.TextField(
                                blank=True, editable=False, verbose_name="why it was rejected"
                            ),
                        ),
                        (
                            "assignee",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assigned_lessons",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
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
                            "superseded_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="supersedes",
                                to="lessons.lesson",
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
                                        django.db.models.functions.text.Left("insight", 100000),
                                        django.db.models.functions.text.Left("context", 100000),
                                        django.db.models.functions.text.Left(
                                            "recommendation", 100000
                                        ),
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
                                to="lessons.lesson",
                            ),
                        ),
                        (
                            "findings",
                            models.ManyToManyField(
                                blank=True,
                                related_name="lessons",
                                to="reviews.finding",
                                verbose_name="findings",
                            ),
                        ),
                        (
                            "tags",
                            models.ManyToManyField(
                                blank=True, related_name="lessons", to="tracker.tag"
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
                        "verbose_name": "lesson",
                        "verbose_name_plural": "lessons",
                        "ordering": ["-id"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["owner", "-id"], name="lesson_by_owner"),
                            models.Index(fields=["label", "-id"], name="lesson_by_label"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="lesson_by_words"
                            ),
                            models.Index(
                                condition=models.Q(("coming_at__isnull", False)),
                                fields=["coming_at"],
                                name="lesson_embargo",
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
                                name="lessons_lesson_label_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status", "superseded"), ("superseded_by__isnull", False)
                                    ),
                                    models.Q(
                                        ("superseded_by__isnull", True),
                                        models.Q(("status", "superseded"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="lesson_superseded_names_the_other",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "rejected"), _negated=True),
                                    models.Q(("closing_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="lesson_rejected_with_reason",
                                violation_error_message="Say why the lesson is rejected.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("endorsed_at__isnull", False),
                                    models.Q(
                                        (
                                            "status__in",
                                            ["endorsed", "actioned", "learned", "regressed"],
                                        ),
                                        _negated=True,
                                    ),
                                    _connector="OR",
                                ),
                                name="lesson_in_force_was_endorsed",
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
                                name="lessons_lesson_embargo_widens",
                                violation_error_message="An embargo names an instant and the wider label that holds from then on.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Endorsement",
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
                        ("statement", models.TextField(blank=True, verbose_name="statement")),
                        (
                            "illustrative",
                            models.BooleanField(default=False, verbose_name="illustrative"),
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
                            "lesson",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="endorsements",
                                to="lessons.lesson",
                            ),
                        ),
                        ("content", models.TextField(default="", verbose_name="content signed")),
                        (
                            "digest",
                            models.CharField(default="", max_length=64, verbose_name="SHA-256"),
                        ),
                        (
                            "withdrawal_reason",
                            models.TextField(
                                blank=True, editable=False, verbose_name="why it was withdrawn"
                            ),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="withdrawn at"
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
                    ],
                    options={
                        "verbose_name": "endorsement",
                        "verbose_name_plural": "endorsements",
                        "ordering": ["signed_at"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at__isnull", True)),
                                fields=("lesson", "organization", "content_version"),
                                name="endorsement_once_per_organization",
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
                                name="endorsement_withdrawn_by_someone_with_reason",
                                violation_error_message="Say why the signature is withdrawn.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LessonSystem",
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
                            "role",
                            models.CharField(
                                choices=[("seen_in", "seen in"), ("cause_in", "cause in")],
                                default="seen_in",
                                max_length=20,
                                verbose_name="role",
                            ),
                        ),
                        (
                            "lesson",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="about",
                                to="lessons.lesson",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lessons_about",
                                to="tracker.aisystem",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "system of the lesson",
                        "verbose_name_plural": "systems of the lesson",
                        "ordering": ["role", "system__name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("lesson", "system", "role"),
                                name="lessonsystem_stated_once",
                                violation_error_message="The lesson names this system in this role already.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PracticeVersion",
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
                            "major",
                            models.PositiveIntegerField(
                                default=1, editable=False, verbose_name="major"
                            ),
                        ),
                        (
                            "minor",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="minor"
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                editable=False, max_length=40, unique=True, verbose_name="reference"
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="title")),
                        (
                            "guidance",
                            models.TextField(help_text="Markdown.", verbose_name="guidance"),
                        ),
                        (
                            "applicability",
                            models.TextField(blank=True, verbose_name="where it applies"),
                        ),
                        (
                            "how_to_verify",
                            models.TextField(blank=True, verbose_name="how to verify"),
                        ),
                        (
                            "change_note",
                            models.TextField(
                                blank=True, verbose_name="what is new in this version"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("joint_review", "Joint review"),
                                    ("approved", "Approved"),
                                    ("published", "Published"),
                                    ("superseded", "Superseded"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="draft",
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
                            "published_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="published at"
                            ),
                        ),
                        (
                            "closing_reason",
                            models.TextField(
                                blank=True, editable=False, verbose_name="why it was withdrawn"
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
                            "practice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="lessons.bestpractice",
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
                                        django.db.models.functions.text.Left("guidance", 100000),
                                        django.db.models.functions.text.Left(
                                            "applicability", 100000
                                        ),
                                        django.db.models.functions.text.Left(
                                            "how_to_verify", 100000
                                        ),
                                        config="english",
                                        weight="B",
                                    ),
                                    django.contrib.postgres.search.SearchConfig("english"),
                                ),
                                output_field=django.contrib.postgres.search.SearchVectorField(),
                            ),
                        ),
                        (
                            "return_reason",
                            models.TextField(
                                blank=True, editable=False, verbose_name="why it was returned"
                            ),
                        ),
                        (
                            "lessons",
                            models.ManyToManyField(
                                blank=True,
                                related_name="practice_versions",
                                to="lessons.lesson",
                                verbose_name="lessons",
                            ),
                        ),
                        (
                            "systems",
                            models.ManyToManyField(
                                blank=True,
                                related_name="practice_versions",
                                to="tracker.aisystem",
                                verbose_name="systems",
                            ),
                        ),
                        (
                            "tags",
                            models.ManyToManyField(
                                blank=True, related_name="practice_versions", to="tracker.tag"
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
                        "verbose_name": "practice version",
                        "verbose_name_plural": "practice versions",
                        "ordering": ["practice__number", "-major", "-minor"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("practice", "major", "minor"),
                                name="practiceversion_number_unique",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("status", "published")),
                                fields=("practice",),
                                name="practiceversion_one_published",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("status__in", ["draft", "joint_review", "approved"])
                                ),
                                fields=("practice",),
                                name="practiceversion_one_in_the_making",
                                violation_error_message="A newer version of this practice is in the making.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("published_at__isnull", False),
                                    models.Q(
                                        ("status__in", ["published", "superseded"]), _negated=True
                                    ),
                                    _connector="OR",
                                ),
                                name="practiceversion_published_at_an_instant",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "withdrawn"), _negated=True),
                                    models.Q(("closing_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="practiceversion_withdrawn_with_reason",
                                violation_error_message="Say why the practice is withdrawn.",
                            ),
                        ],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search"], name="practiceversion_by_words"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PracticeApproval",
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
                        ("statement", models.TextField(blank=True, verbose_name="statement")),
                        (
                            "illustrative",
                            models.BooleanField(default=False, verbose_name="illustrative"),
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
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="approvals",
                                to="lessons.practiceversion",
                            ),
                        ),
                        ("content", models.TextField(default="", verbose_name="content signed")),
                        (
                            "digest",
                            models.CharField(default="", max_length=64, verbose_name="SHA-256"),
                        ),
                        (
                            "withdrawal_reason",
                            models.TextField(
                                blank=True, editable=False, verbose_name="why it was withdrawn"
                            ),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="withdrawn at"
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
                    ],
                    options={
                        "verbose_name": "practice approval",
                        "verbose_name_plural": "practice approvals",
                        "ordering": ["signed_at"],
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at__isnull", True)),
                                fields=("version", "organization", "content_version"),
                                name="practiceapproval_once_per_organization",
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
                                name="practiceapproval_withdrawn_by_someone_with_reason",
                                violation_error_message="Say why the signature is withdrawn.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ResearchDirection",
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
                        ("title", models.CharField(max_length=500, verbose_name="question")),
                        ("why", models.TextField(blank=True, verbose_name="why it matters")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("adopted", "Adopted"),
                                    ("active", "Active"),
                                    ("concluded", "Concluded"),
                                    ("dropped", "Dropped"),
                                ],
                                default="proposed",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "result",
                            models.TextField(blank=True, editable=False, verbose_name="result"),
                        ),
                        (
                            "concluded_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="concluded on"
                            ),
                        ),
                        (
                            "closing_reason",
                            models.TextField(
                                blank=True, editable=False, verbose_name="why it was dropped"
                            ),
                        ),
                        (
                            "assignee",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assigned_research",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
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
                            "lessons",
                            models.ManyToManyField(
                                blank=True,
                                related_name="research",
                                to="lessons.lesson",
                                verbose_name="lessons",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "research direction",
                        "verbose_name_plural": "research directions",
                        "ordering": ["-id"],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["owner", "-id"], name="researchdirection_by_owner"
                            ),
                            models.Index(
                                fields=["label", "-id"], name="researchdirection_by_label"
                            ),
                            models.Index(
                                condition=models.Q(("coming_at__isnull", False)),
                                fields=["coming_at"],
                                name="researchdirection_embargo",
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
                                name="lessons_researchdirection_label_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("concluded_on__isnull", False),
                                        models.Q(("result", ""), _negated=True),
                                    ),
                                    models.Q(("status", "concluded"), _negated=True),
                                    _connector="OR",
                                ),
                                name="researchdirection_concluded_with_result",
                                violation_error_message="Say what the research found.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "dropped"), _negated=True),
                                    models.Q(("closing_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="researchdirection_dropped_with_reason",
                                violation_error_message="Say why the direction is dropped.",
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
                                name="lessons_researchdirection_embargo_widens",
                                violation_error_message="An embargo names an instant and the wider label that holds from then on.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ResearchOutput",
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
                        ("url", models.URLField(max_length=1000, verbose_name="link")),
                        (
                            "direction",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="outputs",
                                to="lessons.researchdirection",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "research output",
                        "verbose_name_plural": "research outputs",
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="SystemUpdate",
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
                        ("title", models.CharField(max_length=300, verbose_name="what changes")),
                        ("description", models.TextField(blank=True, verbose_name="in detail")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("containment", "Containment"),
                                    ("corrective", "Corrective"),
                                    ("preventive", "Preventive"),
                                    ("policy", "Policy"),
                                    ("process", "Process"),
                                ],
                                default="corrective",
                                max_length=20,
                                verbose_name="kind",
                            ),
                        ),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                        (
                            "tracker_url",
                            models.URLField(
                                blank=True, max_length=1000, verbose_name="in our own tracker"
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("proposed", "Proposed"),
                                    ("accepted", "Accepted"),
                                    ("in_progress", "In progress"),
                                    ("shipped", "Shipped"),
                                    ("verified", "Verified"),
                                    ("not_effective", "Not effective"),
                                    ("rolled_back", "Rolled back"),
                                    ("superseded", "Superseded"),
                                    ("declined", "Declined"),
                                ],
                                default="proposed",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "shipped_on",
                            models.DateField(editable=False, null=True, verbose_name="shipped on"),
                        ),
                        (
                            "verified_on",
                            models.DateField(editable=False, null=True, verbose_name="judged on"),
                        ),
                        (
                            "verification",
                            models.TextField(
                                blank=True, editable=False, verbose_name="how its effect was judged"
                            ),
                        ),
                        (
                            "closing_reason",
                            models.TextField(
                                blank=True, editable=False, verbose_name="why it was ended"
                            ),
                        ),
                        (
                            "assignee",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assigned_updates",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
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
                            "from_version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tracker.systemversion",
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
                            "system",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="updates",
                                to="tracker.aisystem",
                            ),
                        ),
                        (
                            "to_version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tracker.systemversion",
                            ),
                        ),
                        (
                            "verified_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "shipped_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "lessons",
                            models.ManyToManyField(
                                blank=True,
                                related_name="updates",
                                to="lessons.lesson",
                                verbose_name="lessons",
                            ),
                        ),
                        (
                            "carried_by",
                            models.ManyToManyField(
                                blank=True,
                                editable=False,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "system update",
                        "verbose_name_plural": "system updates",
                        "ordering": ["-id"],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["owner", "-id"], name="systemupdate_by_owner"),
                            models.Index(fields=["label", "-id"], name="systemupdate_by_label"),
                            models.Index(
                                condition=models.Q(("coming_at__isnull", False)),
                                fields=["coming_at"],
                                name="systemupdate_embargo",
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
                                name="lessons_systemupdate_label_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("system__isnull", False),
                                        models.Q(
                                            ("kind__in", ("policy", "process")), _negated=True
                                        ),
                                    ),
                                    models.Q(
                                        ("kind__in", ("policy", "process")),
                                        ("system__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="systemupdate_changes_a_system",
                                violation_error_message="Choose the system that changes; a policy or a process changes none.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verified_on__gte", models.F("shipped_on")),
                                    ("verified_on__isnull", True),
                                    _connector="OR",
                                ),
                                name="systemupdate_judged_after_shipping",
                                violation_error_message="An effect can't be judged before the update shipped.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("verified_by__isnull", False),
                                        ("verified_on__isnull", False),
                                        models.Q(("verification", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("status__in", ["verified", "not_effective"]), _negated=True
                                    ),
                                    _connector="OR",
                                ),
                                name="systemupdate_judged_by_someone_somehow",
                                violation_error_message="Say how the effect was judged.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ["declined", "rolled_back"]), _negated=True
                                    ),
                                    models.Q(("closing_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="systemupdate_ended_with_reason",
                                violation_error_message="Say why the update is declined or rolled back.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("shipped_by__isnull", False), ("shipped_on__isnull", False)
                                    ),
                                    models.Q(
                                        (
                                            "status__in",
                                            ("shipped", "verified", "not_effective", "rolled_back"),
                                        ),
                                        _negated=True,
                                    ),
                                    _connector="OR",
                                ),
                                name="systemupdate_shipped_on_a_day_by_someone",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verified_by__isnull", True),
                                    models.Q(
                                        models.Q(
                                            ("assignee__isnull", True),
                                            models.Q(
                                                ("verified_by", models.F("assignee")), _negated=True
                                            ),
                                            _connector="OR",
                                        ),
                                        models.Q(
                                            ("shipped_by__isnull", True),
                                            models.Q(
                                                ("verified_by", models.F("shipped_by")),
                                                _negated=True,
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="systemupdate_judged_by_another",
                                violation_error_message="Whoever carried the update can't judge its effect.",
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
                                name="lessons_systemupdate_embargo_widens",
                                violation_error_message="An embargo names an instant and the wider label that holds from then on.",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
