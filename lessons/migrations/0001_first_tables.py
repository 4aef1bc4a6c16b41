import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import tracker.keys


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("reviews", "0001_first_tables"),
        ("tracker", "0001_first_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                    models.PositiveIntegerField(editable=False, unique=True, verbose_name="number"),
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
                ("insight", models.TextField(verbose_name="what was learned")),
                ("context", models.TextField(blank=True, verbose_name="context")),
                ("recommendation", models.TextField(blank=True, verbose_name="recommendation")),
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
                    models.DateTimeField(editable=False, null=True, verbose_name="endorsed at"),
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
                    "findings",
                    models.ManyToManyField(
                        blank=True,
                        related_name="lessons",
                        to="reviews.finding",
                        verbose_name="findings",
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
                    "tags",
                    models.ManyToManyField(blank=True, related_name="lessons", to="tracker.tag"),
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
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("label__in", ["red", "amber_strict", "amber", "green", "clear"])
                        ),
                        name="lessons_lesson_label_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "superseded"), ("superseded_by__isnull", False)),
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
                                ("status__in", ["endorsed", "actioned", "learned", "regressed"]),
                                _negated=True,
                            ),
                            _connector="OR",
                        ),
                        name="lesson_in_force_was_endorsed",
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
                ("content_version", models.PositiveIntegerField(verbose_name="content version")),
                ("statement", models.TextField(blank=True, verbose_name="statement")),
                ("illustrative", models.BooleanField(default=False, verbose_name="illustrative")),
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
            ],
            options={
                "verbose_name": "endorsement",
                "verbose_name_plural": "endorsements",
                "ordering": ["signed_at"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("lesson", "organization", "content_version"),
                        name="endorsement_once_per_organization",
                        violation_error_message="Your organization has signed this version already.",
                    )
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
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="major"),
                ),
                (
                    "minor",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="minor"),
                ),
                (
                    "reference",
                    models.CharField(
                        editable=False, max_length=40, unique=True, verbose_name="reference"
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("guidance", models.TextField(help_text="Markdown.", verbose_name="guidance")),
                ("applicability", models.TextField(blank=True, verbose_name="where it applies")),
                ("how_to_verify", models.TextField(blank=True, verbose_name="how to verify")),
                (
                    "change_note",
                    models.TextField(blank=True, verbose_name="what is new in this version"),
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
                    models.DateTimeField(editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "closing_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was withdrawn"
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
                    "lessons",
                    models.ManyToManyField(
                        blank=True,
                        related_name="practice_versions",
                        to="lessons.lesson",
                        verbose_name="lessons",
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
            ],
            options={
                "verbose_name": "practice version",
                "verbose_name_plural": "practice versions",
                "ordering": ["practice__number", "-major", "-minor"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("practice", "major", "minor"), name="practiceversion_number_unique"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "published")),
                        fields=("practice",),
                        name="practiceversion_one_published",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ["draft", "joint_review", "approved"])),
                        fields=("practice",),
                        name="practiceversion_one_in_the_making",
                        violation_error_message="A newer version of this practice is in the making.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_at__isnull", False),
                            models.Q(("status__in", ["published", "superseded"]), _negated=True),
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
                ("content_version", models.PositiveIntegerField(verbose_name="content version")),
                ("statement", models.TextField(blank=True, verbose_name="statement")),
                ("illustrative", models.BooleanField(default=False, verbose_name="illustrative")),
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
            ],
            options={
                "verbose_name": "practice approval",
                "verbose_name_plural": "practice approvals",
                "ordering": ["signed_at"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "organization", "content_version"),
                        name="practiceapproval_once_per_organization",
                        violation_error_message="Your organization has signed this version already.",
                    )
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
                ("result", models.TextField(blank=True, editable=False, verbose_name="result")),
                (
                    "concluded_on",
                    models.DateField(editable=False, null=True, verbose_name="concluded on"),
                ),
                (
                    "closing_reason",
                    models.TextField(blank=True, editable=False, verbose_name="why it was dropped"),
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
                    "lessons",
                    models.ManyToManyField(
                        blank=True,
                        related_name="research",
                        to="lessons.lesson",
                        verbose_name="lessons",
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
            ],
            options={
                "verbose_name": "research direction",
                "verbose_name_plural": "research directions",
                "ordering": ["-id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["owner", "-id"], name="researchdirection_by_owner"),
                    models.Index(fields=["label", "-id"], name="researchdirection_by_label"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("label__in", ["red", "amber_strict", "amber", "green", "clear"])
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
                    models.URLField(blank=True, max_length=1000, verbose_name="in our own tracker"),
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
                    models.TextField(blank=True, editable=False, verbose_name="why it was ended"),
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
                    "lessons",
                    models.ManyToManyField(
                        blank=True,
                        related_name="updates",
                        to="lessons.lesson",
                        verbose_name="lessons",
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
            ],
            options={
                "verbose_name": "system update",
                "verbose_name_plural": "system updates",
                "ordering": ["-id"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["owner", "-id"], name="systemupdate_by_owner"),
                    models.Index(fields=["label", "-id"], name="systemupdate_by_label"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("label__in", ["red", "amber_strict", "amber", "green", "clear"])
                        ),
                        name="lessons_systemupdate_label_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("system__isnull", False),
                                models.Q(("kind__in", ("policy", "process")), _negated=True),
                            ),
                            models.Q(("kind__in", ("policy", "process")), ("system__isnull", True)),
                            _connector="OR",
                        ),
                        name="systemupdate_changes_a_system",
                        violation_error_message="Choose the system that changes; a policy or a process changes none.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("shipped_on__isnull", False),
                            models.Q(
                                (
                                    "status__in",
                                    ("shipped", "verified", "not_effective", "rolled_back"),
                                ),
                                _negated=True,
                            ),
                            _connector="OR",
                        ),
                        name="systemupdate_shipped_on_a_day",
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
                            models.Q(("status__in", ["verified", "not_effective"]), _negated=True),
                            _connector="OR",
                        ),
                        name="systemupdate_judged_by_someone_somehow",
                        violation_error_message="Say how the effect was judged.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verified_by__isnull", True),
                            ("assignee__isnull", True),
                            models.Q(("verified_by", models.F("assignee")), _negated=True),
                            _connector="OR",
                        ),
                        name="systemupdate_judged_by_another",
                        violation_error_message="Whoever carried the update can't judge its effect.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["declined", "rolled_back"]), _negated=True),
                            models.Q(("closing_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="systemupdate_ended_with_reason",
                        violation_error_message="Say why the update is declined or rolled back.",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lesson",
            trigger=pgtrigger.compiler.Trigger(
                name="state_machine",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'identified' THEN\n                    RAISE EXCEPTION 'A lesson starts as identified, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['identified>endorsed', 'identified>rejected', 'identified>superseded', 'endorsed>actioned', 'endorsed>superseded', 'actioned>learned', 'actioned>superseded', 'learned>regressed', 'learned>superseded', 'regressed>superseded']::text[])\n            THEN\n                RAISE EXCEPTION 'A lesson cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="90811575a31a0b6bdd09bac340e3c796b96f953d",
                    operation='INSERT OR UPDATE OF "status"',
                    pgid="pgtrigger_state_machine_54fb6",
                    table="lessons_lesson",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="practiceversion",
            trigger=pgtrigger.compiler.Trigger(
                name="state_machine",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'draft' THEN\n                    RAISE EXCEPTION 'A practice version starts as draft, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['draft>joint_review', 'draft>withdrawn', 'joint_review>approved', 'joint_review>draft', 'joint_review>withdrawn', 'approved>published', 'approved>withdrawn', 'published>superseded', 'published>withdrawn']::text[])\n            THEN\n                RAISE EXCEPTION 'A practice version cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="e164fab220a11cfee5fc9391b49440c19e184574",
                    operation='INSERT OR UPDATE OF "status"',
                    pgid="pgtrigger_state_machine_fad64",
                    table="lessons_practiceversion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="practiceversion",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_fields",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF OLD.status IN ('approved', 'published', 'superseded', 'withdrawn') AND (NEW.title IS DISTINCT FROM OLD.title OR NEW.guidance IS DISTINCT FROM OLD.guidance OR NEW.applicability IS DISTINCT FROM OLD.applicability OR NEW.how_to_verify IS DISTINCT FROM OLD.how_to_verify OR NEW.major IS DISTINCT FROM OLD.major OR NEW.minor IS DISTINCT FROM OLD.minor OR NEW.practice_id IS DISTINCT FROM OLD.practice_id OR NEW.content_version IS DISTINCT FROM OLD.content_version) THEN\n                RAISE EXCEPTION 'A practice version that is % never changes.', OLD.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="61329fbef482cc2a1c73d5fb554af8e8d5c6c435",
                    operation="UPDATE",
                    pgid="pgtrigger_frozen_fields_0db62",
                    table="lessons_practiceversion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="researchdirection",
            trigger=pgtrigger.compiler.Trigger(
                name="state_machine",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'proposed' THEN\n                    RAISE EXCEPTION 'A research direction starts as proposed, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['proposed>adopted', 'proposed>dropped', 'adopted>active', 'adopted>dropped', 'active>concluded', 'active>dropped']::text[])\n            THEN\n                RAISE EXCEPTION 'A research direction cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="8778c32ec8e2823d6f15df38dc1b01886a8e493e",
                    operation='INSERT OR UPDATE OF "status"',
                    pgid="pgtrigger_state_machine_d25b2",
                    table="lessons_researchdirection",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="systemupdate",
            trigger=pgtrigger.compiler.Trigger(
                name="state_machine",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'proposed' THEN\n                    RAISE EXCEPTION 'A system update starts as proposed, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['proposed>accepted', 'proposed>declined', 'accepted>declined', 'accepted>in_progress', 'accepted>shipped', 'in_progress>declined', 'in_progress>shipped', 'shipped>not_effective', 'shipped>rolled_back', 'shipped>verified', 'verified>rolled_back', 'verified>superseded', 'not_effective>rolled_back', 'not_effective>superseded', 'rolled_back>superseded']::text[])\n            THEN\n                RAISE EXCEPTION 'A system update cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="2172455908c7e031a1c71ad2579e6fadb56a16be",
                    operation='INSERT OR UPDATE OF "status"',
                    pgid="pgtrigger_state_machine_8306a",
                    table="lessons_systemupdate",
                    when="BEFORE",
                ),
            ),
        ),
    ]
