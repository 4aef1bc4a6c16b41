"""The tables in which every change is kept, and the triggers that write them."""

import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating
import tracker.keys


class Migration(migrations.Migration):
    replaces = [
        ("lessons", "0006_keep_history"),
        ("lessons", "0008_date_events_when_written"),
    ]

    dependencies = [
        ("lessons", "0001_lesson_to_practice"),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="LessonOfVersion",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("lessons.practiceversion_lessons",),
                ),
                migrations.CreateModel(
                    name="SystemOfVersion",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("lessons.practiceversion_systems",),
                ),
                migrations.CreateModel(
                    name="TagOfVersion",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("lessons.practiceversion_tags",),
                ),
                migrations.CreateModel(
                    name="FindingOfLesson",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("lessons.lesson_findings",),
                ),
                migrations.CreateModel(
                    name="FindingOfSignedLesson",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("reviews.finding",),
                ),
                migrations.CreateModel(
                    name="SystemOfSignedLesson",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("tracker.aisystem",),
                ),
                migrations.CreateModel(
                    name="SystemOfSignedVersion",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("tracker.aisystem",),
                ),
                migrations.CreateModel(
                    name="WordingOfVersion",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("lessons.practiceversion_worded_by",),
                ),
                migrations.CreateModel(
                    name="WordingOfLesson",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("lessons.lesson_worded_by",),
                ),
                migrations.CreateModel(
                    name="TagOfLesson",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("lessons.lesson_tags",),
                ),
                migrations.CreateModel(
                    name="LessonOfUpdate",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("lessons.systemupdate_lessons",),
                ),
                migrations.CreateModel(
                    name="LessonOfResearch",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("lessons.researchdirection_lessons",),
                ),
                migrations.CreateModel(
                    name="CarrierOfUpdate",
                    fields=[],
                    options={
                        "proxy": True,
                        "indexes": [],
                        "constraints": [],
                    },
                    bases=("lessons.systemupdate_carried_by",),
                ),
                migrations.CreateModel(
                    name="BestPracticeEvent",
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
                                to="lessons.bestpractice",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CarrierOfUpdateEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
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
                                to="lessons.carrierofupdate",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["systemupdate"], name="lessons_car_systemu_3d1e8d_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EndorsementEvent",
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
                            "lesson",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.lesson",
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
                                to="lessons.endorsement",
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
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["lesson"], name="lessons_end_lesson__e4b96c_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingOfLessonEvent",
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
                            "lesson",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.lesson",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="lessons.findingoflesson",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["lesson"], name="lessons_fin_lesson__20f127_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LessonEvent",
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
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
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
                                to="lessons.lesson",
                            ),
                        ),
                        (
                            "superseded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.lesson",
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
                                to="lessons.lesson",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LessonOfResearchEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "lesson",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.lesson",
                            ),
                        ),
                        (
                            "researchdirection",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.researchdirection",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="lessons.lessonofresearch",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["researchdirection"], name="lessons_les_researc_8030b4_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LessonOfUpdateEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "lesson",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.lesson",
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
                                to="lessons.lessonofupdate",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["systemupdate"], name="lessons_les_systemu_2c81c7_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LessonOfVersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "lesson",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.lesson",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="lessons.lessonofversion",
                            ),
                        ),
                        (
                            "practiceversion",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.practiceversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["practiceversion"], name="lessons_les_practic_915aba_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LessonSystemEvent",
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
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.lesson",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="lessons.lessonsystem",
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
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["lesson"], name="lessons_les_lesson__4d30ea_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PracticeApprovalEvent",
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
                                to="lessons.practiceapproval",
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
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.practiceversion",
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
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["version"], name="lessons_pra_version_3f8e99_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PracticeVersionEvent",
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
                                editable=False, max_length=40, verbose_name="reference"
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
                            "return_reason",
                            models.TextField(
                                blank=True, editable=False, verbose_name="why it was returned"
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
                                to="lessons.practiceversion",
                            ),
                        ),
                        (
                            "practice",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.bestpractice",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["practice"], name="lessons_pra_practic_7b57db_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ResearchDirectionEvent",
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
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
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
                                to="lessons.researchdirection",
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
                    name="ResearchOutputEvent",
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
                        ("url", models.URLField(max_length=1000, verbose_name="link")),
                        (
                            "direction",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.researchdirection",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="lessons.researchoutput",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["direction"], name="lessons_res_directi_324f76_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SystemOfVersionEvent",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="lessons.systemofversion",
                            ),
                        ),
                        (
                            "practiceversion",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.practiceversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["practiceversion"], name="lessons_sys_practic_253c9e_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SystemUpdateEvent",
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
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="responsible",
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
                            "from_version",
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
                                to="lessons.systemupdate",
                            ),
                        ),
                        (
                            "shipped_by",
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
                                blank=True,
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="tracker.aisystem",
                            ),
                        ),
                        (
                            "to_version",
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
                            "verified_by",
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
                    name="TagOfLessonEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "lesson",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.lesson",
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
                                to="lessons.tagoflesson",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["lesson"], name="lessons_tag_lesson__71d619_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TagOfVersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="lessons.tagofversion",
                            ),
                        ),
                        (
                            "practiceversion",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.practiceversion",
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
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["practiceversion"], name="lessons_tag_practic_f99294_idx"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WordingOfLessonEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "lesson",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.lesson",
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
                                to="lessons.wordingoflesson",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["lesson"], name="lessons_wor_lesson__c7aab7_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WordingOfVersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "practiceversion",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.practiceversion",
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
                                to="lessons.wordingofversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["practiceversion"], name="lessons_wor_practic_8d4572_idx"
                            )
                        ],
                    },
                ),
            ],
        ),
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "bestpractice",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_bestpracticeevent" ("created_at", "created_by_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (NEW."created_at", NEW."created_by_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference"); RETURN NULL;',
                            hash="39ca2c87991c1f5b533369eeb8eb6780983e4897",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0b973",
                            table="lessons_bestpractice",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "bestpractice",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_bestpracticeevent" ("created_at", "created_by_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (NEW."created_at", NEW."created_by_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference"); RETURN NULL;',
                            hash="160553f46296763ddc4ba490472bbf1e0e02dd95",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c9803",
                            table="lessons_bestpractice",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "bestpractice",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_bestpracticeevent" ("created_at", "created_by_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (OLD."created_at", OLD."created_by_id", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference"); RETURN NULL;',
                            hash="768c8275783ea8b971c5402c22b86def7baed983",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0959f",
                            table="lessons_bestpractice",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lesson",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_lessonevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "content_version", "context", "copied_from_id", "created_at", "created_by_id", "endorsed_at", "id", "illustrative", "insight", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reference", "scope", "source", "source_url", "status", "superseded_by_id", "title") VALUES (NEW."assignee_id", NEW."closing_reason", NEW."coming_at", NEW."coming_label", NEW."content_version", NEW."context", NEW."copied_from_id", NEW."created_at", NEW."created_by_id", NEW."endorsed_at", NEW."id", NEW."illustrative", NEW."insight", NEW."label", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recommendation", NEW."reference", NEW."scope", NEW."source", NEW."source_url", NEW."status", NEW."superseded_by_id", NEW."title"); RETURN NULL;',
                            hash="8053bedf5e7cee250b87f31460d48c6c03ac0a7d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cb183",
                            table="lessons_lesson",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lesson",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."assignee_id" IS DISTINCT FROM (NEW."assignee_id") OR OLD."closing_reason" IS DISTINCT FROM (NEW."closing_reason") OR OLD."coming_at" IS DISTINCT FROM (NEW."coming_at") OR OLD."coming_label" IS DISTINCT FROM (NEW."coming_label") OR OLD."content_version" IS DISTINCT FROM (NEW."content_version") OR OLD."context" IS DISTINCT FROM (NEW."context") OR OLD."copied_from_id" IS DISTINCT FROM (NEW."copied_from_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."endorsed_at" IS DISTINCT FROM (NEW."endorsed_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."illustrative" IS DISTINCT FROM (NEW."illustrative") OR OLD."insight" IS DISTINCT FROM (NEW."insight") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."recommendation" IS DISTINCT FROM (NEW."recommendation") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."scope" IS DISTINCT FROM (NEW."scope") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."superseded_by_id" IS DISTINCT FROM (NEW."superseded_by_id") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "lessons_lessonevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "content_version", "context", "copied_from_id", "created_at", "created_by_id", "endorsed_at", "id", "illustrative", "insight", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reference", "scope", "source", "source_url", "status", "superseded_by_id", "title") VALUES (NEW."assignee_id", NEW."closing_reason", NEW."coming_at", NEW."coming_label", NEW."content_version", NEW."context", NEW."copied_from_id", NEW."created_at", NEW."created_by_id", NEW."endorsed_at", NEW."id", NEW."illustrative", NEW."insight", NEW."label", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recommendation", NEW."reference", NEW."scope", NEW."source", NEW."source_url", NEW."status", NEW."superseded_by_id", NEW."title"); RETURN NULL;',
                            hash="4149e0bd9dc07efcd64fe5edff50414742874ec5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6db5b",
                            table="lessons_lesson",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lesson",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_lessonevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "content_version", "context", "copied_from_id", "created_at", "created_by_id", "endorsed_at", "id", "illustrative", "insight", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reference", "scope", "source", "source_url", "status", "superseded_by_id", "title") VALUES (OLD."assignee_id", OLD."closing_reason", OLD."coming_at", OLD."coming_label", OLD."content_version", OLD."context", OLD."copied_from_id", OLD."created_at", OLD."created_by_id", OLD."endorsed_at", OLD."id", OLD."illustrative", OLD."insight", OLD."label", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recommendation", OLD."reference", OLD."scope", OLD."source", OLD."source_url", OLD."status", OLD."superseded_by_id", OLD."title"); RETURN NULL;',
                            hash="027ac0927fd77c0242e5e93c14e96959e7f7c427",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_288ee",
                            table="lessons_lesson",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "endorsement",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_endorsementevent" ("content", "content_version", "delegation_id", "digest", "id", "illustrative", "lesson_id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "statement", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."content", NEW."content_version", NEW."delegation_id", NEW."digest", NEW."id", NEW."illustrative", NEW."lesson_id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."signed_at", NEW."signed_by_id", NEW."statement", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="f8af2426c0364bfcbf9387af2df89e7da42f0665",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_68528",
                            table="lessons_endorsement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "endorsement",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_endorsementevent" ("content", "content_version", "delegation_id", "digest", "id", "illustrative", "lesson_id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "statement", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."content", NEW."content_version", NEW."delegation_id", NEW."digest", NEW."id", NEW."illustrative", NEW."lesson_id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."signed_at", NEW."signed_by_id", NEW."statement", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="ceaddbde9226c3532d1338116eef40ab62d5b0ab",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a40b9",
                            table="lessons_endorsement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "endorsement",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_endorsementevent" ("content", "content_version", "delegation_id", "digest", "id", "illustrative", "lesson_id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "statement", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."content", OLD."content_version", OLD."delegation_id", OLD."digest", OLD."id", OLD."illustrative", OLD."lesson_id", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."signed_at", OLD."signed_by_id", OLD."statement", OLD."withdrawal_reason", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;',
                            hash="8efca36f3ac3a42d0505f27f6613c23ab5065f18",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_dd190",
                            table="lessons_endorsement",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lessonsystem",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_lessonsystemevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "system_id") VALUES (NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."role", NEW."system_id"); RETURN NULL;',
                            hash="6c6602147aed7eddea463b4158bd564a0f178fc0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e1842",
                            table="lessons_lessonsystem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lessonsystem",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_lessonsystemevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "system_id") VALUES (NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."role", NEW."system_id"); RETURN NULL;',
                            hash="e02de035eb4eb99171adec28e6610b61b1db9ea7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_675e3",
                            table="lessons_lessonsystem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lessonsystem",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_lessonsystemevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "system_id") VALUES (OLD."id", OLD."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."role", OLD."system_id"); RETURN NULL;',
                            hash="2a7017096beabfe2aafb1f49984656bbde93628c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_440b9",
                            table="lessons_lessonsystem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "practiceversion",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_practiceversionevent" ("applicability", "change_note", "closing_reason", "content_version", "created_at", "created_by_id", "guidance", "how_to_verify", "id", "illustrative", "major", "minor", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "published_at", "reference", "return_reason", "source", "source_url", "status", "title") VALUES (NEW."applicability", NEW."change_note", NEW."closing_reason", NEW."content_version", NEW."created_at", NEW."created_by_id", NEW."guidance", NEW."how_to_verify", NEW."id", NEW."illustrative", NEW."major", NEW."minor", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."practice_id", NEW."published_at", NEW."reference", NEW."return_reason", NEW."source", NEW."source_url", NEW."status", NEW."title"); RETURN NULL;',
                            hash="162bc0b7e28a27c85b347793e3f09495e8b016e3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1d02f",
                            table="lessons_practiceversion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "practiceversion",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."applicability" IS DISTINCT FROM (NEW."applicability") OR OLD."change_note" IS DISTINCT FROM (NEW."change_note") OR OLD."closing_reason" IS DISTINCT FROM (NEW."closing_reason") OR OLD."content_version" IS DISTINCT FROM (NEW."content_version") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."guidance" IS DISTINCT FROM (NEW."guidance") OR OLD."how_to_verify" IS DISTINCT FROM (NEW."how_to_verify") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."illustrative" IS DISTINCT FROM (NEW."illustrative") OR OLD."major" IS DISTINCT FROM (NEW."major") OR OLD."minor" IS DISTINCT FROM (NEW."minor") OR OLD."practice_id" IS DISTINCT FROM (NEW."practice_id") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."return_reason" IS DISTINCT FROM (NEW."return_reason") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "lessons_practiceversionevent" ("applicability", "change_note", "closing_reason", "content_version", "created_at", "created_by_id", "guidance", "how_to_verify", "id", "illustrative", "major", "minor", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "published_at", "reference", "return_reason", "source", "source_url", "status", "title") VALUES (NEW."applicability", NEW."change_note", NEW."closing_reason", NEW."content_version", NEW."created_at", NEW."created_by_id", NEW."guidance", NEW."how_to_verify", NEW."id", NEW."illustrative", NEW."major", NEW."minor", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."practice_id", NEW."published_at", NEW."reference", NEW."return_reason", NEW."source", NEW."source_url", NEW."status", NEW."title"); RETURN NULL;',
                            hash="49836f0f2b9e5dfc347783837590209e91147762",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bdd83",
                            table="lessons_practiceversion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "practiceversion",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_practiceversionevent" ("applicability", "change_note", "closing_reason", "content_version", "created_at", "created_by_id", "guidance", "how_to_verify", "id", "illustrative", "major", "minor", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "published_at", "reference", "return_reason", "source", "source_url", "status", "title") VALUES (OLD."applicability", OLD."change_note", OLD."closing_reason", OLD."content_version", OLD."created_at", OLD."created_by_id", OLD."guidance", OLD."how_to_verify", OLD."id", OLD."illustrative", OLD."major", OLD."minor", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."practice_id", OLD."published_at", OLD."reference", OLD."return_reason", OLD."source", OLD."source_url", OLD."status", OLD."title"); RETURN NULL;',
                            hash="c9bfbb1b399a51191c7aefed9b628ca61d8d6dbb",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b4cdb",
                            table="lessons_practiceversion",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "practiceapproval",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_practiceapprovalevent" ("content", "content_version", "delegation_id", "digest", "id", "illustrative", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "statement", "version_id", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."content", NEW."content_version", NEW."delegation_id", NEW."digest", NEW."id", NEW."illustrative", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."signed_at", NEW."signed_by_id", NEW."statement", NEW."version_id", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="c74594c71d30b4bb31394e3e4146732e1915db3a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_270a7",
                            table="lessons_practiceapproval",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "practiceapproval",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_practiceapprovalevent" ("content", "content_version", "delegation_id", "digest", "id", "illustrative", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "statement", "version_id", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."content", NEW."content_version", NEW."delegation_id", NEW."digest", NEW."id", NEW."illustrative", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."signed_at", NEW."signed_by_id", NEW."statement", NEW."version_id", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="a590d304c9680f36769b37b67f98940443adba5f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_326b9",
                            table="lessons_practiceapproval",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "practiceapproval",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_practiceapprovalevent" ("content", "content_version", "delegation_id", "digest", "id", "illustrative", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "statement", "version_id", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."content", OLD."content_version", OLD."delegation_id", OLD."digest", OLD."id", OLD."illustrative", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."signed_at", OLD."signed_by_id", OLD."statement", OLD."version_id", OLD."withdrawal_reason", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;',
                            hash="f8b60635ee0239898d8469e7beb7855b4baf0f4a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0b7e5",
                            table="lessons_practiceapproval",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "researchdirection",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_researchdirectionevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "concluded_on", "created_at", "created_by_id", "id", "illustrative", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "result", "source", "source_url", "status", "title", "why") VALUES (NEW."assignee_id", NEW."closing_reason", NEW."coming_at", NEW."coming_label", NEW."concluded_on", NEW."created_at", NEW."created_by_id", NEW."id", NEW."illustrative", NEW."label", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."result", NEW."source", NEW."source_url", NEW."status", NEW."title", NEW."why"); RETURN NULL;',
                            hash="a47ad34ec45cd7e3b07925bfcc0325f0aa403954",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ac1e8",
                            table="lessons_researchdirection",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "researchdirection",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_researchdirectionevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "concluded_on", "created_at", "created_by_id", "id", "illustrative", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "result", "source", "source_url", "status", "title", "why") VALUES (NEW."assignee_id", NEW."closing_reason", NEW."coming_at", NEW."coming_label", NEW."concluded_on", NEW."created_at", NEW."created_by_id", NEW."id", NEW."illustrative", NEW."label", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."result", NEW."source", NEW."source_url", NEW."status", NEW."title", NEW."why"); RETURN NULL;',
                            hash="0f2ea0116eac6f15e33716ef97fbab021159c2f1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_42cfa",
                            table="lessons_researchdirection",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "researchdirection",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_researchdirectionevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "concluded_on", "created_at", "created_by_id", "id", "illustrative", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "result", "source", "source_url", "status", "title", "why") VALUES (OLD."assignee_id", OLD."closing_reason", OLD."coming_at", OLD."coming_label", OLD."concluded_on", OLD."created_at", OLD."created_by_id", OLD."id", OLD."illustrative", OLD."label", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference", OLD."result", OLD."source", OLD."source_url", OLD."status", OLD."title", OLD."why"); RETURN NULL;',
                            hash="6511a8bada53b78f99aff15d5ead16f80056b0c6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c12e2",
                            table="lessons_researchdirection",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "researchoutput",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_researchoutputevent" ("direction_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "url") VALUES (NEW."direction_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."title", NEW."url"); RETURN NULL;',
                            hash="752895f8ab10b87fd671cfb483066e005aba802b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_de7cd",
                            table="lessons_researchoutput",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "researchoutput",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_researchoutputevent" ("direction_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "url") VALUES (NEW."direction_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."title", NEW."url"); RETURN NULL;',
                            hash="5afe4f617ad31e209fb9b0741ca20860f7e45452",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1d3c9",
                            table="lessons_researchoutput",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "researchoutput",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_researchoutputevent" ("direction_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "url") VALUES (OLD."direction_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."title", OLD."url"); RETURN NULL;',
                            hash="dc433e4ec1465cefcabd34c63a14c63a1b6ef077",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_42ee4",
                            table="lessons_researchoutput",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemupdate",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_systemupdateevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "created_at", "created_by_id", "description", "due_on", "from_version_id", "id", "illustrative", "kind", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "shipped_by_id", "shipped_on", "source", "source_url", "status", "system_id", "title", "to_version_id", "tracker_url", "verification", "verified_by_id", "verified_on") VALUES (NEW."assignee_id", NEW."closing_reason", NEW."coming_at", NEW."coming_label", NEW."created_at", NEW."created_by_id", NEW."description", NEW."due_on", NEW."from_version_id", NEW."id", NEW."illustrative", NEW."kind", NEW."label", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."shipped_by_id", NEW."shipped_on", NEW."source", NEW."source_url", NEW."status", NEW."system_id", NEW."title", NEW."to_version_id", NEW."tracker_url", NEW."verification", NEW."verified_by_id", NEW."verified_on"); RETURN NULL;',
                            hash="a52464053bfded6fd1f7003ee4082bd49c127838",
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
                            func='INSERT INTO "lessons_systemupdateevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "created_at", "created_by_id", "description", "due_on", "from_version_id", "id", "illustrative", "kind", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "shipped_by_id", "shipped_on", "source", "source_url", "status", "system_id", "title", "to_version_id", "tracker_url", "verification", "verified_by_id", "verified_on") VALUES (NEW."assignee_id", NEW."closing_reason", NEW."coming_at", NEW."coming_label", NEW."created_at", NEW."created_by_id", NEW."description", NEW."due_on", NEW."from_version_id", NEW."id", NEW."illustrative", NEW."kind", NEW."label", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."shipped_by_id", NEW."shipped_on", NEW."source", NEW."source_url", NEW."status", NEW."system_id", NEW."title", NEW."to_version_id", NEW."tracker_url", NEW."verification", NEW."verified_by_id", NEW."verified_on"); RETURN NULL;',
                            hash="c3c08f427ac8c261585e375f55a378fd63fa9642",
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
                            func='INSERT INTO "lessons_systemupdateevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "created_at", "created_by_id", "description", "due_on", "from_version_id", "id", "illustrative", "kind", "label", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "shipped_by_id", "shipped_on", "source", "source_url", "status", "system_id", "title", "to_version_id", "tracker_url", "verification", "verified_by_id", "verified_on") VALUES (OLD."assignee_id", OLD."closing_reason", OLD."coming_at", OLD."coming_label", OLD."created_at", OLD."created_by_id", OLD."description", OLD."due_on", OLD."from_version_id", OLD."id", OLD."illustrative", OLD."kind", OLD."label", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reference", OLD."shipped_by_id", OLD."shipped_on", OLD."source", OLD."source_url", OLD."status", OLD."system_id", OLD."title", OLD."to_version_id", OLD."tracker_url", OLD."verification", OLD."verified_by_id", OLD."verified_on"); RETURN NULL;',
                            hash="5b96399aed793559ec7532cea406080cddd738e6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6dd58",
                            table="lessons_systemupdate",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lessonofversion",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_lessonofversionevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practiceversion_id") VALUES (NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."practiceversion_id"); RETURN NULL;',
                            hash="a834a2568eda13f7f057cf36f699bb18432ea472",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_01694",
                            table="lessons_practiceversion_lessons",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lessonofversion",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_lessonofversionevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practiceversion_id") VALUES (NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."practiceversion_id"); RETURN NULL;',
                            hash="e4aead3ab6dd732257045418333b8863a55dda0f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2e964",
                            table="lessons_practiceversion_lessons",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lessonofversion",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_lessonofversionevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practiceversion_id") VALUES (OLD."id", OLD."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."practiceversion_id"); RETURN NULL;',
                            hash="bad11f7ad6d7079cca4e328c3ceb4eb7ecef7fc2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b2b62",
                            table="lessons_practiceversion_lessons",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemofversion",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_systemofversionevent" ("aisystem_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practiceversion_id") VALUES (NEW."aisystem_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."practiceversion_id"); RETURN NULL;',
                            hash="243ee43e8beed2f0f96b3e2e1ec65153051f6502",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_38ce1",
                            table="lessons_practiceversion_systems",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemofversion",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_systemofversionevent" ("aisystem_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practiceversion_id") VALUES (NEW."aisystem_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."practiceversion_id"); RETURN NULL;',
                            hash="c6c3ab60f0a5dca1cf63b9e964f2935360a09f1c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4e67f",
                            table="lessons_practiceversion_systems",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "systemofversion",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_systemofversionevent" ("aisystem_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practiceversion_id") VALUES (OLD."aisystem_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."practiceversion_id"); RETURN NULL;',
                            hash="40a51cba7e90dc652f6beae5e9b086ba30b8d9e9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fb168",
                            table="lessons_practiceversion_systems",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tagofversion",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_tagofversionevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practiceversion_id", "tag_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."practiceversion_id", NEW."tag_id"); RETURN NULL;',
                            hash="2d142117123279d5244497d6da7b027930ebc0ca",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7fb69",
                            table="lessons_practiceversion_tags",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tagofversion",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_tagofversionevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practiceversion_id", "tag_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."practiceversion_id", NEW."tag_id"); RETURN NULL;',
                            hash="9a387842120fb11a33cce88f83104fcec31605a9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_97279",
                            table="lessons_practiceversion_tags",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tagofversion",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_tagofversionevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practiceversion_id", "tag_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."practiceversion_id", OLD."tag_id"); RETURN NULL;',
                            hash="d2ace49de2576976987dab343662779db7e2e0a1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5bb0f",
                            table="lessons_practiceversion_tags",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "findingoflesson",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_findingoflessonevent" ("finding_id", "id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."finding_id", NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="b9f895128776b752a18ae5bf579df8931a67ac86",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_90fd6",
                            table="lessons_lesson_findings",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "findingoflesson",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_findingoflessonevent" ("finding_id", "id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."finding_id", NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                            hash="136076a4dc74bda3007a342821a4e8ce42faf015",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bcae0",
                            table="lessons_lesson_findings",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "findingoflesson",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_findingoflessonevent" ("finding_id", "id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."finding_id", OLD."id", OLD."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                            hash="c8f68695d5f9f4e866fd65414c3f7f3275f07ddf",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_28a44",
                            table="lessons_lesson_findings",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "wordingofversion",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_wordingofversionevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practiceversion_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."practiceversion_id", NEW."user_id"); RETURN NULL;',
                            hash="56ec5da53a988d5abb3fea5770179d569b8fd37d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_586a9",
                            table="lessons_practiceversion_worded_by",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "wordingofversion",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_wordingofversionevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practiceversion_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."practiceversion_id", NEW."user_id"); RETURN NULL;',
                            hash="448be7b6972d953bc353389ce9501b299793ee32",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3c48b",
                            table="lessons_practiceversion_worded_by",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "wordingofversion",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_wordingofversionevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practiceversion_id", "user_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."practiceversion_id", OLD."user_id"); RETURN NULL;',
                            hash="ab68881584bddb46c900830447c6a688276b3a7c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_753c7",
                            table="lessons_practiceversion_worded_by",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "wordingoflesson",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_wordingoflessonevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;',
                            hash="6f34e087a88b6b9a4c7ac800602bdbd2a1da86b4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d3f2b",
                            table="lessons_lesson_worded_by",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "wordingoflesson",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_wordingoflessonevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."user_id"); RETURN NULL;',
                            hash="78106689a467fb05181b3a5e1925767fd7383def",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8f8b9",
                            table="lessons_lesson_worded_by",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "wordingoflesson",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_wordingoflessonevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."id", OLD."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;',
                            hash="dd323b4f9b28fe8d61ee6783a530d90d3ccd474a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3f3d7",
                            table="lessons_lesson_worded_by",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tagoflesson",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_tagoflessonevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id") VALUES (NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."tag_id"); RETURN NULL;',
                            hash="6fd441904dc386abee66f1a959c6aa1036c1ab08",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_96891",
                            table="lessons_lesson_tags",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tagoflesson",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_tagoflessonevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id") VALUES (NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."tag_id"); RETURN NULL;',
                            hash="6f2a4c30b2ec344113a33f1e62be2ac356ce34f5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a9f98",
                            table="lessons_lesson_tags",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "tagoflesson",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_tagoflessonevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id") VALUES (OLD."id", OLD."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."tag_id"); RETURN NULL;',
                            hash="cd2f1d9b7114c8661147fc1d3709f5ec5fa171e6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_00877",
                            table="lessons_lesson_tags",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lessonofupdate",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_lessonofupdateevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "systemupdate_id") VALUES (NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."systemupdate_id"); RETURN NULL;',
                            hash="b1b82dfadc9228389a7c8e6007d2256d2e0caacd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_58e98",
                            table="lessons_systemupdate_lessons",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lessonofupdate",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_lessonofupdateevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "systemupdate_id") VALUES (NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."systemupdate_id"); RETURN NULL;',
                            hash="6d6874213003589a0c582ca76269a4002cb5bc6c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c8046",
                            table="lessons_systemupdate_lessons",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lessonofupdate",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_lessonofupdateevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "systemupdate_id") VALUES (OLD."id", OLD."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."systemupdate_id"); RETURN NULL;',
                            hash="470df347aba06c821c1c0d528c4a52bcbb047692",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2b4c8",
                            table="lessons_systemupdate_lessons",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lessonofresearch",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_lessonofresearchevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "researchdirection_id") VALUES (NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."researchdirection_id"); RETURN NULL;',
                            hash="26a7b50bb5a370bad9ce0b51a6506a9370a8c3d0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fdc3d",
                            table="lessons_researchdirection_lessons",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lessonofresearch",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_lessonofresearchevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "researchdirection_id") VALUES (NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."researchdirection_id"); RETURN NULL;',
                            hash="4bbf025e18736f35cc4feb3e0de712ad012569ae",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e5411",
                            table="lessons_researchdirection_lessons",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lessonofresearch",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_lessonofresearchevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "researchdirection_id") VALUES (OLD."id", OLD."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."researchdirection_id"); RETURN NULL;',
                            hash="31beaf6bc6b68060eaa1a2684289de7e2b6530a1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0010b",
                            table="lessons_researchdirection_lessons",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "carrierofupdate",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_carrierofupdateevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "systemupdate_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."systemupdate_id", NEW."user_id"); RETURN NULL;',
                            hash="d0cba998f5b20d1ca75e1596bd843bc31909a572",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6334b",
                            table="lessons_systemupdate_carried_by",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "carrierofupdate",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_carrierofupdateevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "systemupdate_id", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."systemupdate_id", NEW."user_id"); RETURN NULL;',
                            hash="9780c8420b4cabb6b94492f537074f582d568171",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_eba05",
                            table="lessons_systemupdate_carried_by",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "carrierofupdate",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_carrierofupdateevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "systemupdate_id", "user_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."systemupdate_id", OLD."user_id"); RETURN NULL;',
                            hash="17a563ab82f9e06225a8b29c4fbb2f596b0af9dd",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e289d",
                            table="lessons_systemupdate_carried_by",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
