"""Every system downstream of a lesson's cause is asked; a lesson is learned when that is earned."""

import django.contrib.postgres.fields
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
        ("lessons", "0007_recurrences"),
        ("reviews", "0005_recurring_cycles"),
        ("tracker", "0008_tell_people"),
        ("tracker", "__first__"),
    ]

    operations = [
        tracker.history.migrating.ChangeModels(
            changes=[
                pgtrigger.migrations.RemoveTrigger(
                    model_name="lesson",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="lesson",
                    name="update_update",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="lesson",
                    name="delete_delete",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="lesson",
                    name="state_machine",
                ),
                migrations.AddField(
                    model_name="lesson",
                    name="learned_on",
                    field=models.DateField(editable=False, null=True, verbose_name="learned on"),
                ),
                migrations.AddField(
                    model_name="lessonevent",
                    name="learned_on",
                    field=models.DateField(editable=False, null=True, verbose_name="learned on"),
                ),
                tracker.history.migrating.CreateModels(
                    models=[
                        migrations.CreateModel(
                            name="Disposition",
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
                                        editable=False,
                                        max_length=32,
                                        unique=True,
                                        verbose_name="reference",
                                    ),
                                ),
                                (
                                    "path",
                                    django.contrib.postgres.fields.ArrayField(
                                        base_field=models.UUIDField(),
                                        editable=False,
                                        size=None,
                                        verbose_name="way from the cause",
                                    ),
                                ),
                                (
                                    "asked_on",
                                    models.DateField(editable=False, verbose_name="asked on"),
                                ),
                                (
                                    "asked_again_on",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="asked again on"
                                    ),
                                ),
                                (
                                    "status",
                                    models.CharField(
                                        choices=[
                                            ("asked", "Asked"),
                                            ("answered", "Answered"),
                                            ("accepted", "Accepted"),
                                            ("returned", "Returned"),
                                        ],
                                        default="asked",
                                        editable=False,
                                        max_length=20,
                                        verbose_name="state",
                                    ),
                                ),
                                (
                                    "answer",
                                    models.CharField(
                                        blank=True,
                                        choices=[
                                            ("adopted", "Adopted"),
                                            ("already_covered", "Already covered"),
                                            ("not_applicable", "Not applicable"),
                                            ("declined", "Declined"),
                                            ("waived", "Waived until a date"),
                                        ],
                                        editable=False,
                                        max_length=20,
                                        verbose_name="answer",
                                    ),
                                ),
                                (
                                    "reason",
                                    models.TextField(
                                        blank=True, editable=False, verbose_name="reason"
                                    ),
                                ),
                                (
                                    "evidence",
                                    models.TextField(
                                        blank=True, editable=False, verbose_name="evidence"
                                    ),
                                ),
                                (
                                    "evidence_url",
                                    models.URLField(
                                        blank=True,
                                        editable=False,
                                        max_length=1000,
                                        verbose_name="link to the evidence",
                                    ),
                                ),
                                (
                                    "waived_until",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="waived until"
                                    ),
                                ),
                                (
                                    "answered_on",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="answered on"
                                    ),
                                ),
                                (
                                    "judgement",
                                    models.TextField(
                                        blank=True,
                                        editable=False,
                                        verbose_name="why it was judged so",
                                    ),
                                ),
                                (
                                    "judged_on",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="judged on"
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
                                    "answered_by",
                                    models.ForeignKey(
                                        editable=False,
                                        null=True,
                                        on_delete=django.db.models.deletion.PROTECT,
                                        related_name="+",
                                        to=settings.AUTH_USER_MODEL,
                                        verbose_name="answered by",
                                    ),
                                ),
                                (
                                    "judged_by",
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
                                    "lesson",
                                    models.ForeignKey(
                                        on_delete=django.db.models.deletion.PROTECT,
                                        related_name="dispositions",
                                        to="lessons.lesson",
                                        verbose_name="lesson",
                                    ),
                                ),
                                (
                                    "organization",
                                    models.ForeignKey(
                                        on_delete=django.db.models.deletion.PROTECT,
                                        related_name="+",
                                        to="tracker.organization",
                                        verbose_name="who is asked",
                                    ),
                                ),
                                (
                                    "system",
                                    models.ForeignKey(
                                        on_delete=django.db.models.deletion.PROTECT,
                                        related_name="dispositions",
                                        to="tracker.aisystem",
                                        verbose_name="system",
                                    ),
                                ),
                                (
                                    "update",
                                    models.ForeignKey(
                                        editable=False,
                                        null=True,
                                        on_delete=django.db.models.deletion.PROTECT,
                                        related_name="dispositions",
                                        to="lessons.systemupdate",
                                        verbose_name="update that does it",
                                    ),
                                ),
                            ],
                            options={
                                "verbose_name": "disposition",
                                "verbose_name_plural": "dispositions",
                                "ordering": ["system__name"],
                                "constraints": [
                                    models.UniqueConstraint(
                                        fields=("lesson", "system"),
                                        name="disposition_asked_once",
                                        violation_error_message="This system was asked about the lesson already.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            models.Q(
                                                ("status", "asked"),
                                                ("answer", ""),
                                                ("answered_by__isnull", True),
                                                ("answered_on__isnull", True),
                                                ("reason", ""),
                                            ),
                                            models.Q(
                                                models.Q(("status", "asked"), _negated=True),
                                                ("answered_by__isnull", False),
                                                ("answered_on__isnull", False),
                                                models.Q(("answer", ""), _negated=True),
                                                models.Q(("reason", ""), _negated=True),
                                            ),
                                            _connector="OR",
                                        ),
                                        name="disposition_answered_by_someone_who_says_why",
                                        violation_error_message="Say why this is the answer.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            (
                                                "answer__in",
                                                [
                                                    "",
                                                    "adopted",
                                                    "already_covered",
                                                    "not_applicable",
                                                    "declined",
                                                    "waived",
                                                ],
                                            )
                                        ),
                                        name="disposition_answer_known",
                                        violation_error_message="Choose one of the answers.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            ("answered_on__isnull", True),
                                            models.Q(
                                                ("answered_on__gte", models.F("asked_on")),
                                                models.Q(
                                                    ("asked_again_on__isnull", True),
                                                    (
                                                        "answered_on__gte",
                                                        models.F("asked_again_on"),
                                                    ),
                                                    _connector="OR",
                                                ),
                                            ),
                                            _connector="OR",
                                        ),
                                        name="disposition_answered_after_it_was_asked",
                                        violation_error_message="An answer can't be dated before the question.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            ("asked_again_on__isnull", True),
                                            ("asked_again_on__gte", models.F("asked_on")),
                                            _connector="OR",
                                        ),
                                        name="disposition_asked_again_after_it_was_asked",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            models.Q(
                                                ("answer", "waived"),
                                                ("waived_until__gt", models.F("answered_on")),
                                            ),
                                            models.Q(
                                                models.Q(("answer", "waived"), _negated=True),
                                                ("waived_until__isnull", True),
                                            ),
                                            _connector="OR",
                                        ),
                                        name="disposition_waived_until_a_later_day",
                                        violation_error_message="Say until when it is waived, a day after the answer; no other answer ends on a day.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            ("update__isnull", True),
                                            ("answer", "adopted"),
                                            _connector="OR",
                                        ),
                                        name="disposition_names_the_update_that_adopts",
                                        violation_error_message="Only what is adopted names the update that does it.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            models.Q(
                                                ("status__in", ["accepted", "returned"]),
                                                ("judged_by__isnull", False),
                                                ("judged_on__isnull", False),
                                            ),
                                            models.Q(
                                                ("status__in", ["asked", "answered"]),
                                                ("judged_by__isnull", True),
                                                ("judged_on__isnull", True),
                                                ("judgement", ""),
                                            ),
                                            _connector="OR",
                                        ),
                                        name="disposition_judged_by_someone",
                                        violation_error_message="Say who judged the answer, and when.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            models.Q(("status", "returned"), _negated=True),
                                            models.Q(("judgement", ""), _negated=True),
                                            _connector="OR",
                                        ),
                                        name="disposition_returned_with_reason",
                                        violation_error_message="Say why the answer is not acceptable.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            ("judged_on__isnull", True),
                                            ("judged_on__gte", models.F("answered_on")),
                                            _connector="OR",
                                        ),
                                        name="disposition_judged_after_it_was_answered",
                                        violation_error_message="A judgement can't be dated before the answer.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            ("judged_by__isnull", True),
                                            models.Q(
                                                ("judged_by", models.F("answered_by")),
                                                _negated=True,
                                            ),
                                            _connector="OR",
                                        ),
                                        name="disposition_judged_by_another",
                                        violation_error_message="Whoever gave the answer can't judge it.",
                                    ),
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="DispositionEvent",
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
                                    "reference",
                                    models.CharField(
                                        editable=False, max_length=32, verbose_name="reference"
                                    ),
                                ),
                                (
                                    "path",
                                    django.contrib.postgres.fields.ArrayField(
                                        base_field=models.UUIDField(),
                                        editable=False,
                                        size=None,
                                        verbose_name="way from the cause",
                                    ),
                                ),
                                (
                                    "asked_on",
                                    models.DateField(editable=False, verbose_name="asked on"),
                                ),
                                (
                                    "asked_again_on",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="asked again on"
                                    ),
                                ),
                                (
                                    "status",
                                    models.CharField(
                                        choices=[
                                            ("asked", "Asked"),
                                            ("answered", "Answered"),
                                            ("accepted", "Accepted"),
                                            ("returned", "Returned"),
                                        ],
                                        default="asked",
                                        editable=False,
                                        max_length=20,
                                        verbose_name="state",
                                    ),
                                ),
                                (
                                    "answer",
                                    models.CharField(
                                        blank=True,
                                        choices=[
                                            ("adopted", "Adopted"),
                                            ("already_covered", "Already covered"),
                                            ("not_applicable", "Not applicable"),
                                            ("declined", "Declined"),
                                            ("waived", "Waived until a date"),
                                        ],
                                        editable=False,
                                        max_length=20,
                                        verbose_name="answer",
                                    ),
                                ),
                                (
                                    "reason",
                                    models.TextField(
                                        blank=True, editable=False, verbose_name="reason"
                                    ),
                                ),
                                (
                                    "evidence",
                                    models.TextField(
                                        blank=True, editable=False, verbose_name="evidence"
                                    ),
                                ),
                                (
                                    "evidence_url",
                                    models.URLField(
                                        blank=True,
                                        editable=False,
                                        max_length=1000,
                                        verbose_name="link to the evidence",
                                    ),
                                ),
                                (
                                    "waived_until",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="waived until"
                                    ),
                                ),
                                (
                                    "answered_on",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="answered on"
                                    ),
                                ),
                                (
                                    "judgement",
                                    models.TextField(
                                        blank=True,
                                        editable=False,
                                        verbose_name="why it was judged so",
                                    ),
                                ),
                                (
                                    "judged_on",
                                    models.DateField(
                                        editable=False, null=True, verbose_name="judged on"
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
                                    "answered_by",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        editable=False,
                                        null=True,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to=settings.AUTH_USER_MODEL,
                                        verbose_name="answered by",
                                    ),
                                ),
                                (
                                    "judged_by",
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
                                    "lesson",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="lessons.lesson",
                                        verbose_name="lesson",
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
                                        verbose_name="who is asked",
                                    ),
                                ),
                                (
                                    "pgh_obj",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        to="lessons.disposition",
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
                                        verbose_name="system",
                                    ),
                                ),
                                (
                                    "update",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        editable=False,
                                        null=True,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="lessons.systemupdate",
                                        verbose_name="update that does it",
                                    ),
                                ),
                            ],
                            options={
                                "ordering": [],
                                "abstract": False,
                            },
                        ),
                        migrations.CreateModel(
                            name="NoAction",
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
                                    models.CharField(
                                        default="", max_length=64, verbose_name="SHA-256"
                                    ),
                                ),
                                (
                                    "content",
                                    models.TextField(default="", verbose_name="content signed"),
                                ),
                                (
                                    "statement",
                                    models.TextField(blank=True, verbose_name="statement"),
                                ),
                                (
                                    "withdrawn_at",
                                    models.DateTimeField(
                                        editable=False, null=True, verbose_name="withdrawn at"
                                    ),
                                ),
                                (
                                    "withdrawal_reason",
                                    models.TextField(
                                        blank=True,
                                        editable=False,
                                        verbose_name="why it was withdrawn",
                                    ),
                                ),
                                (
                                    "illustrative",
                                    models.BooleanField(default=False, verbose_name="illustrative"),
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
                                    "lesson",
                                    models.ForeignKey(
                                        on_delete=django.db.models.deletion.PROTECT,
                                        related_name="no_actions",
                                        to="lessons.lesson",
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
                                "verbose_name": "signature under “no action”",
                                "verbose_name_plural": "signatures under “no action”",
                                "ordering": ["signed_at"],
                                "abstract": False,
                                "constraints": [
                                    models.UniqueConstraint(
                                        condition=models.Q(("withdrawn_at__isnull", True)),
                                        fields=("lesson", "organization", "content_version"),
                                        name="noaction_once_per_organization",
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
                                        name="noaction_withdrawn_by_someone_with_reason",
                                        violation_error_message="Say why the signature is withdrawn.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(("statement", ""), _negated=True),
                                        name="noaction_with_reason",
                                        violation_error_message="Say why nothing has to be done.",
                                    ),
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="NoActionEvent",
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
                                    models.CharField(
                                        default="", max_length=64, verbose_name="SHA-256"
                                    ),
                                ),
                                (
                                    "content",
                                    models.TextField(default="", verbose_name="content signed"),
                                ),
                                (
                                    "statement",
                                    models.TextField(blank=True, verbose_name="statement"),
                                ),
                                (
                                    "withdrawn_at",
                                    models.DateTimeField(
                                        editable=False, null=True, verbose_name="withdrawn at"
                                    ),
                                ),
                                (
                                    "withdrawal_reason",
                                    models.TextField(
                                        blank=True,
                                        editable=False,
                                        verbose_name="why it was withdrawn",
                                    ),
                                ),
                                (
                                    "illustrative",
                                    models.BooleanField(default=False, verbose_name="illustrative"),
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
                                        to="lessons.noaction",
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
                                        fields=["lesson"], name="lessons_noa_lesson__d02736_idx"
                                    )
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="OptionalOutcome",
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
                                    "reason",
                                    models.TextField(verbose_name="why it can be done without"),
                                ),
                                (
                                    "decided_at",
                                    models.DateTimeField(
                                        default=django.utils.timezone.now, verbose_name="decided at"
                                    ),
                                ),
                                (
                                    "decided_by",
                                    models.ForeignKey(
                                        on_delete=django.db.models.deletion.PROTECT,
                                        related_name="+",
                                        to=settings.AUTH_USER_MODEL,
                                        verbose_name="decided by",
                                    ),
                                ),
                                (
                                    "lesson",
                                    models.ForeignKey(
                                        on_delete=django.db.models.deletion.CASCADE,
                                        related_name="optional_outcomes",
                                        to="lessons.lesson",
                                    ),
                                ),
                                (
                                    "practice",
                                    models.ForeignKey(
                                        null=True,
                                        on_delete=django.db.models.deletion.CASCADE,
                                        related_name="optional_for",
                                        to="lessons.bestpractice",
                                        verbose_name="best practice",
                                    ),
                                ),
                                (
                                    "research",
                                    models.ForeignKey(
                                        null=True,
                                        on_delete=django.db.models.deletion.CASCADE,
                                        related_name="optional_for",
                                        to="lessons.researchdirection",
                                        verbose_name="research direction",
                                    ),
                                ),
                                (
                                    "update",
                                    models.ForeignKey(
                                        null=True,
                                        on_delete=django.db.models.deletion.CASCADE,
                                        related_name="optional_for",
                                        to="lessons.systemupdate",
                                        verbose_name="update",
                                    ),
                                ),
                            ],
                            options={
                                "verbose_name": "optional outcome",
                                "verbose_name_plural": "optional outcomes",
                                "ordering": ["id"],
                                "constraints": [
                                    models.CheckConstraint(
                                        condition=models.Q(
                                            models.Q(
                                                ("practice__isnull", True),
                                                ("research__isnull", True),
                                                ("update__isnull", False),
                                            ),
                                            models.Q(
                                                ("practice__isnull", True),
                                                ("research__isnull", False),
                                                ("update__isnull", True),
                                            ),
                                            models.Q(
                                                ("practice__isnull", False),
                                                ("research__isnull", True),
                                                ("update__isnull", True),
                                            ),
                                            _connector="OR",
                                        ),
                                        name="optionaloutcome_names_one",
                                    ),
                                    models.UniqueConstraint(
                                        fields=("lesson", "update"),
                                        name="optionaloutcome_update_once",
                                        violation_error_message="This is optional for the lesson already.",
                                    ),
                                    models.UniqueConstraint(
                                        fields=("lesson", "research"),
                                        name="optionaloutcome_research_once",
                                        violation_error_message="This is optional for the lesson already.",
                                    ),
                                    models.UniqueConstraint(
                                        fields=("lesson", "practice"),
                                        name="optionaloutcome_practice_once",
                                        violation_error_message="This is optional for the lesson already.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(("reason", ""), _negated=True),
                                        name="optionaloutcome_with_reason",
                                        violation_error_message="Say why the lesson can do without it.",
                                    ),
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="OptionalOutcomeEvent",
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
                                    "reason",
                                    models.TextField(verbose_name="why it can be done without"),
                                ),
                                (
                                    "decided_at",
                                    models.DateTimeField(
                                        default=django.utils.timezone.now, verbose_name="decided at"
                                    ),
                                ),
                                (
                                    "decided_by",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to=settings.AUTH_USER_MODEL,
                                        verbose_name="decided by",
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
                                        to="lessons.optionaloutcome",
                                    ),
                                ),
                                (
                                    "practice",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        null=True,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="lessons.bestpractice",
                                        verbose_name="best practice",
                                    ),
                                ),
                                (
                                    "research",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        null=True,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="lessons.researchdirection",
                                        verbose_name="research direction",
                                    ),
                                ),
                                (
                                    "update",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        null=True,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to="lessons.systemupdate",
                                        verbose_name="update",
                                    ),
                                ),
                            ],
                            options={
                                "ordering": [],
                                "abstract": False,
                                "indexes": [
                                    models.Index(
                                        fields=["lesson"], name="lessons_opt_lesson__4be6f1_idx"
                                    )
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="PrunedSystem",
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
                                ("reason", models.TextField(verbose_name="why it is not asked")),
                                (
                                    "pruned_at",
                                    models.DateTimeField(
                                        default=django.utils.timezone.now,
                                        verbose_name="left out at",
                                    ),
                                ),
                                (
                                    "lesson",
                                    models.ForeignKey(
                                        on_delete=django.db.models.deletion.CASCADE,
                                        related_name="pruned",
                                        to="lessons.lesson",
                                    ),
                                ),
                                (
                                    "pruned_by",
                                    models.ForeignKey(
                                        on_delete=django.db.models.deletion.PROTECT,
                                        related_name="+",
                                        to=settings.AUTH_USER_MODEL,
                                        verbose_name="left out by",
                                    ),
                                ),
                                (
                                    "system",
                                    models.ForeignKey(
                                        on_delete=django.db.models.deletion.PROTECT,
                                        related_name="+",
                                        to="tracker.aisystem",
                                        verbose_name="system",
                                    ),
                                ),
                            ],
                            options={
                                "verbose_name": "system that is not asked",
                                "verbose_name_plural": "systems that are not asked",
                                "ordering": ["system__name"],
                                "constraints": [
                                    models.UniqueConstraint(
                                        fields=("lesson", "system"),
                                        name="prunedsystem_once",
                                        violation_error_message="This system is left out already.",
                                    ),
                                    models.CheckConstraint(
                                        condition=models.Q(("reason", ""), _negated=True),
                                        name="prunedsystem_with_reason",
                                        violation_error_message="Say why this system is not asked.",
                                    ),
                                ],
                            },
                        ),
                        migrations.CreateModel(
                            name="PrunedSystemEvent",
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
                                ("reason", models.TextField(verbose_name="why it is not asked")),
                                (
                                    "pruned_at",
                                    models.DateTimeField(
                                        default=django.utils.timezone.now,
                                        verbose_name="left out at",
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
                                        to="lessons.prunedsystem",
                                    ),
                                ),
                                (
                                    "pruned_by",
                                    models.ForeignKey(
                                        db_constraint=False,
                                        db_index=False,
                                        on_delete=django.db.models.deletion.DO_NOTHING,
                                        related_name="+",
                                        related_query_name="+",
                                        to=settings.AUTH_USER_MODEL,
                                        verbose_name="left out by",
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
                                        verbose_name="system",
                                    ),
                                ),
                            ],
                            options={
                                "ordering": [],
                                "abstract": False,
                                "indexes": [
                                    models.Index(
                                        fields=["lesson"], name="lessons_pru_lesson__866fbd_idx"
                                    )
                                ],
                            },
                        ),
                    ],
                ),
                migrations.AddConstraint(
                    model_name="lesson",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("learned_on__gte", models.F("endorsed_at__date")),
                            models.Q(
                                ("learned_on__isnull", True),
                                models.Q(("status__in", ["learned", "regressed"]), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="lesson_learned_on_a_day_after_it_was_endorsed",
                    ),
                ),
                tracker.history.migrating.AddTriggers(
                    triggers=[
                        (
                            "lesson",
                            pgtrigger.compiler.Trigger(
                                name="state_machine",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'identified' THEN\n                    RAISE EXCEPTION 'A lesson starts as identified, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['identified>endorsed', 'identified>rejected', 'identified>superseded', 'endorsed>actioned', 'endorsed>learned', 'endorsed>superseded', 'actioned>learned', 'actioned>superseded', 'learned>regressed', 'learned>superseded', 'regressed>superseded']::text[])\n            THEN\n                RAISE EXCEPTION 'A lesson cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                                    hash="3b997cd47f1e96814e9af5004f8012dcd684ef20",
                                    operation='INSERT OR UPDATE OF "status"',
                                    pgid="pgtrigger_state_machine_54fb6",
                                    table="lessons_lesson",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "lesson",
                            pgtrigger.compiler.Trigger(
                                name="learned_when_earned",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    declare="DECLARE is_shared boolean;",
                                    func="\n            -- Where the table of states lists no such move, that is what is said.\n            IF NEW.status <> 'learned'\n                OR OLD.status NOT IN ('endorsed', 'actioned') THEN\n                RETURN NEW;\n            END IF;\n            is_shared := (CASE WHEN NEW.coming_at <= now() THEN NEW.coming_label ELSE NEW.label END) IN ('amber', 'green', 'clear');\n            IF NOT EXISTS (\n                SELECT 1 FROM public.tracker_organization AS signer\n                WHERE (NEW.scope = 'own' AND signer.id = NEW.owner_id OR NEW.scope <> 'own' AND signer.counts_since IS NOT NULL) AND NOT EXISTS (\n                    SELECT 1 FROM public.lessons_noaction AS given\n                    WHERE given.lesson_id = NEW.id AND given.organization_id = signer.id\n                        AND given.content_version = NEW.content_version\n                        AND given.withdrawn_at IS NULL\n                )\n            ) THEN\n                RETURN NEW;\n            END IF;\n            IF NOT (\n                EXISTS (\n                    SELECT 1 FROM public.lessons_systemupdate_lessons AS link\n                        JOIN public.lessons_systemupdate AS outcome ON outcome.id = link.systemupdate_id\n                    WHERE link.lesson_id = NEW.id AND (CASE WHEN outcome.coming_at <= now() THEN outcome.coming_label ELSE outcome.label END) = ANY (CASE WHEN is_shared THEN ARRAY['amber', 'green', 'clear'] ELSE ARRAY['amber_strict', 'amber', 'green', 'clear'] END) AND outcome.status = 'verified'\n                )\n                OR EXISTS (\n                    SELECT 1 FROM public.lessons_researchdirection_lessons AS link\n                        JOIN public.lessons_researchdirection AS outcome ON outcome.id = link.researchdirection_id\n                    WHERE link.lesson_id = NEW.id AND (CASE WHEN outcome.coming_at <= now() THEN outcome.coming_label ELSE outcome.label END) = ANY (CASE WHEN is_shared THEN ARRAY['amber', 'green', 'clear'] ELSE ARRAY['amber_strict', 'amber', 'green', 'clear'] END) AND outcome.status = 'concluded'\n                )\n                OR EXISTS (\n                    SELECT 1 FROM public.lessons_practiceversion_lessons AS link\n                        JOIN public.lessons_practiceversion AS version\n                            ON version.id = link.practiceversion_id\n                    WHERE link.lesson_id = NEW.id\n                        AND version.status = 'published'\n                )\n            ) THEN\n                RAISE EXCEPTION 'A lesson is learned once something that follows from it is in effect.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF EXISTS (\n                    SELECT 1 FROM public.lessons_systemupdate_lessons AS link\n                        JOIN public.lessons_systemupdate AS outcome ON outcome.id = link.systemupdate_id\n                    WHERE link.lesson_id = NEW.id AND (CASE WHEN outcome.coming_at <= now() THEN outcome.coming_label ELSE outcome.label END) = ANY (CASE WHEN is_shared THEN ARRAY['amber', 'green', 'clear'] ELSE ARRAY['amber_strict', 'amber', 'green', 'clear'] END) AND outcome.status IN ('proposed', 'accepted', 'in_progress', 'shipped') AND NOT EXISTS (\n                        SELECT 1 FROM public.lessons_optionaloutcome AS optional\n                        WHERE optional.lesson_id = NEW.id AND optional.update_id = outcome.id\n                    )\n                ) THEN\n                RAISE EXCEPTION 'A lesson is learned once no required update is open.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF EXISTS (\n                SELECT 1 FROM public.lessons_disposition AS asked\n                    JOIN public.tracker_aisystem AS system ON system.id = asked.system_id\n                WHERE asked.lesson_id = NEW.id AND asked.status <> 'accepted'\n                    AND (CASE WHEN system.coming_at <= now() THEN system.coming_label ELSE system.label END) = ANY (CASE WHEN is_shared THEN ARRAY['amber', 'green', 'clear'] ELSE ARRAY['amber_strict', 'amber', 'green', 'clear'] END)\n            ) THEN\n                RAISE EXCEPTION 'A lesson is learned once each system answered and each answer is accepted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                                    hash="dab5bf4dbe9bc36f603b6e9e027bf1ab27c0cee5",
                                    operation='UPDATE OF "status"',
                                    pgid="pgtrigger_learned_when_earned_7c0d3",
                                    table="lessons_lesson",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "lesson",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_lessonevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "content_version", "context", "copied_from_id", "created_at", "created_by_id", "endorsed_at", "id", "illustrative", "insight", "label", "learned_on", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reference", "scope", "source", "source_url", "status", "superseded_by_id", "title") VALUES (NEW."assignee_id", NEW."closing_reason", NEW."coming_at", NEW."coming_label", NEW."content_version", NEW."context", NEW."copied_from_id", NEW."created_at", NEW."created_by_id", NEW."endorsed_at", NEW."id", NEW."illustrative", NEW."insight", NEW."label", NEW."learned_on", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recommendation", NEW."reference", NEW."scope", NEW."source", NEW."source_url", NEW."status", NEW."superseded_by_id", NEW."title"); RETURN NULL;',
                                    hash="2b30cf917d5940d18286005e92608e7a3cb5b6a1",
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
                                    condition='WHEN (OLD."assignee_id" IS DISTINCT FROM (NEW."assignee_id") OR OLD."closing_reason" IS DISTINCT FROM (NEW."closing_reason") OR OLD."coming_at" IS DISTINCT FROM (NEW."coming_at") OR OLD."coming_label" IS DISTINCT FROM (NEW."coming_label") OR OLD."content_version" IS DISTINCT FROM (NEW."content_version") OR OLD."context" IS DISTINCT FROM (NEW."context") OR OLD."copied_from_id" IS DISTINCT FROM (NEW."copied_from_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."endorsed_at" IS DISTINCT FROM (NEW."endorsed_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."illustrative" IS DISTINCT FROM (NEW."illustrative") OR OLD."insight" IS DISTINCT FROM (NEW."insight") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."learned_on" IS DISTINCT FROM (NEW."learned_on") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."recommendation" IS DISTINCT FROM (NEW."recommendation") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."scope" IS DISTINCT FROM (NEW."scope") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."superseded_by_id" IS DISTINCT FROM (NEW."superseded_by_id") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                                    func='INSERT INTO "lessons_lessonevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "content_version", "context", "copied_from_id", "created_at", "created_by_id", "endorsed_at", "id", "illustrative", "insight", "label", "learned_on", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reference", "scope", "source", "source_url", "status", "superseded_by_id", "title") VALUES (NEW."assignee_id", NEW."closing_reason", NEW."coming_at", NEW."coming_label", NEW."content_version", NEW."context", NEW."copied_from_id", NEW."created_at", NEW."created_by_id", NEW."endorsed_at", NEW."id", NEW."illustrative", NEW."insight", NEW."label", NEW."learned_on", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recommendation", NEW."reference", NEW."scope", NEW."source", NEW."source_url", NEW."status", NEW."superseded_by_id", NEW."title"); RETURN NULL;',
                                    hash="c28cf86f3a223287e20fe53433b44b43460f802f",
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
                                    func='INSERT INTO "lessons_lessonevent" ("assignee_id", "closing_reason", "coming_at", "coming_label", "content_version", "context", "copied_from_id", "created_at", "created_by_id", "endorsed_at", "id", "illustrative", "insight", "label", "learned_on", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reference", "scope", "source", "source_url", "status", "superseded_by_id", "title") VALUES (OLD."assignee_id", OLD."closing_reason", OLD."coming_at", OLD."coming_label", OLD."content_version", OLD."context", OLD."copied_from_id", OLD."created_at", OLD."created_by_id", OLD."endorsed_at", OLD."id", OLD."illustrative", OLD."insight", OLD."label", OLD."learned_on", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recommendation", OLD."reference", OLD."scope", OLD."source", OLD."source_url", OLD."status", OLD."superseded_by_id", OLD."title"); RETURN NULL;',
                                    hash="81c4d25c413d5021ec709ba7430180635db9eee5",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_288ee",
                                    table="lessons_lesson",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "disposition",
                            pgtrigger.compiler.Trigger(
                                name="state_machine",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'asked' THEN\n                    RAISE EXCEPTION 'A disposition starts as asked, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['asked>answered', 'answered>accepted', 'answered>asked', 'answered>returned', 'accepted>answered', 'accepted>asked', 'returned>answered']::text[])\n            THEN\n                RAISE EXCEPTION 'A disposition cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                                    hash="6c04a884313b86e06e661ffba5f78f686a41b9ac",
                                    operation='INSERT OR UPDATE OF "status"',
                                    pgid="pgtrigger_state_machine_e39c3",
                                    table="lessons_disposition",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "disposition",
                            pgtrigger.compiler.Trigger(
                                name="not_while_held",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id, OLD.lesson_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                                    hash="2ba5815476c5e0d73b71ffcd9cddca2228fb62be",
                                    operation="DELETE",
                                    pgid="pgtrigger_not_while_held_a3835",
                                    table="lessons_disposition",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "disposition",
                            pgtrigger.compiler.Trigger(
                                name="asked_of_what_stands",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF NOT EXISTS (\n                SELECT 1 FROM public.lessons_lesson AS lesson\n                WHERE lesson.id = NEW.lesson_id AND lesson.status IN ('endorsed', 'actioned', 'learned')\n                    AND NEW.asked_on >= (lesson.endorsed_at AT TIME ZONE 'UTC')::date\n            ) THEN\n                RAISE EXCEPTION 'Systems are asked about an endorsed lesson, from that day on.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                                    hash="86d3e59c5d475c3148eb8d221beeca8998b9d56d",
                                    operation="INSERT",
                                    pgid="pgtrigger_asked_of_what_stands_21d04",
                                    table="lessons_disposition",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "disposition",
                            pgtrigger.compiler.Trigger(
                                name="judged_by_another_partner",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    declare="DECLARE is_inside boolean;",
                                    func="\n            IF NEW.judged_by_id IS NULL OR (TG_OP = 'UPDATE'\n                AND NEW.judged_by_id IS NOT DISTINCT FROM OLD.judged_by_id) THEN\n                RETURN NEW;\n            END IF;\n            SELECT (CASE WHEN lesson.coming_at <= now() THEN lesson.coming_label ELSE lesson.label END) NOT IN ('amber', 'green', 'clear')\n                OR (CASE WHEN asked.coming_at <= now() THEN asked.coming_label ELSE asked.label END) NOT IN ('amber', 'green', 'clear') INTO is_inside\n            FROM public.lessons_lesson AS lesson, public.tracker_aisystem AS asked\n            WHERE lesson.id = NEW.lesson_id AND asked.id = NEW.system_id;\n            IF NOT EXISTS (\n                SELECT 1 FROM public.tracker_user AS judge\n                WHERE judge.id = NEW.judged_by_id\n                    AND (judge.organization_id = NEW.organization_id) = is_inside\n            ) THEN\n                RAISE EXCEPTION 'Another partner than the one that answered judges an answer.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                                    hash="136f6de1d9f02c359e3e2b8c1b6813f1b5c92255",
                                    operation="INSERT OR UPDATE",
                                    pgid="pgtrigger_judged_by_another_partner_1768d",
                                    table="lessons_disposition",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "disposition",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_dispositionevent" ("answer", "answered_by_id", "answered_on", "asked_again_on", "asked_on", "created_at", "evidence", "evidence_url", "id", "illustrative", "judged_by_id", "judged_on", "judgement", "lesson_id", "organization_id", "path", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "status", "system_id", "update_id", "waived_until") VALUES (NEW."answer", NEW."answered_by_id", NEW."answered_on", NEW."asked_again_on", NEW."asked_on", NEW."created_at", NEW."evidence", NEW."evidence_url", NEW."id", NEW."illustrative", NEW."judged_by_id", NEW."judged_on", NEW."judgement", NEW."lesson_id", NEW."organization_id", NEW."path", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."status", NEW."system_id", NEW."update_id", NEW."waived_until"); RETURN NULL;',
                                    hash="d7e520807ff65d966d27749c2302dd4eefba9b00",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_352a3",
                                    table="lessons_disposition",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "disposition",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "lessons_dispositionevent" ("answer", "answered_by_id", "answered_on", "asked_again_on", "asked_on", "created_at", "evidence", "evidence_url", "id", "illustrative", "judged_by_id", "judged_on", "judgement", "lesson_id", "organization_id", "path", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "status", "system_id", "update_id", "waived_until") VALUES (NEW."answer", NEW."answered_by_id", NEW."answered_on", NEW."asked_again_on", NEW."asked_on", NEW."created_at", NEW."evidence", NEW."evidence_url", NEW."id", NEW."illustrative", NEW."judged_by_id", NEW."judged_on", NEW."judgement", NEW."lesson_id", NEW."organization_id", NEW."path", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."status", NEW."system_id", NEW."update_id", NEW."waived_until"); RETURN NULL;',
                                    hash="8eafd8a25c4d77e64abe35444e4604fd60d8e3d5",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_59deb",
                                    table="lessons_disposition",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "disposition",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_dispositionevent" ("answer", "answered_by_id", "answered_on", "asked_again_on", "asked_on", "created_at", "evidence", "evidence_url", "id", "illustrative", "judged_by_id", "judged_on", "judgement", "lesson_id", "organization_id", "path", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "status", "system_id", "update_id", "waived_until") VALUES (OLD."answer", OLD."answered_by_id", OLD."answered_on", OLD."asked_again_on", OLD."asked_on", OLD."created_at", OLD."evidence", OLD."evidence_url", OLD."id", OLD."illustrative", OLD."judged_by_id", OLD."judged_on", OLD."judgement", OLD."lesson_id", OLD."organization_id", OLD."path", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."reference", OLD."status", OLD."system_id", OLD."update_id", OLD."waived_until"); RETURN NULL;',
                                    hash="ebc7bb75a78ada2941e2bf57419e097d16648049",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_3893c",
                                    table="lessons_disposition",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "noaction",
                            pgtrigger.compiler.Trigger(
                                name="signs_what_stands",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    declare="DECLARE present integer;",
                                    func="\n            SELECT content_version INTO present FROM public.lessons_lesson\n            WHERE id = NEW.lesson_id FOR NO KEY UPDATE;\n            IF NEW.content_version IS DISTINCT FROM present THEN\n                RAISE EXCEPTION 'The content was changed; a signature is for what stands.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.digest <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') THEN\n                RAISE EXCEPTION 'A signature carries the digest of the content it is for.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                                    hash="446881470ed97b65561b73aa06a49dc021edfa2d",
                                    operation="INSERT",
                                    pgid="pgtrigger_signs_what_stands_3ecbe",
                                    table="lessons_noaction",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "noaction",
                            pgtrigger.compiler.Trigger(
                                name="stays_as_signed",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF TG_OP = 'DELETE' OR NEW.id IS DISTINCT FROM OLD.id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id OR NEW.signed_by_id IS DISTINCT FROM OLD.signed_by_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.content_version IS DISTINCT FROM OLD.content_version OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.content IS DISTINCT FROM OLD.content AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            ) OR NEW.statement IS DISTINCT FROM OLD.statement AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            ) OR NEW.delegation_id IS DISTINCT FROM OLD.delegation_id OR NEW.lesson_id IS DISTINCT FROM OLD.lesson_id\n                OR OLD.withdrawn_at IS NOT NULL AND NOT ((NEW.content IS DISTINCT FROM OLD.content OR NEW.statement IS DISTINCT FROM OLD.statement OR NEW.withdrawal_reason IS DISTINCT FROM OLD.withdrawal_reason) AND (NEW.content IS NOT DISTINCT FROM OLD.content OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            )) AND (NEW.statement IS NOT DISTINCT FROM OLD.statement OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            )) AND (NEW.withdrawal_reason IS NOT DISTINCT FROM OLD.withdrawal_reason OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'withdrawal_reason'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.withdrawal_reason, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.withdrawal_reason, 'UTF8')), 'hex')\n            )) AND to_jsonb(NEW) - ARRAY['content', 'statement', 'withdrawal_reason']::text[] = to_jsonb(OLD) - ARRAY['content', 'statement', 'withdrawal_reason']::text[])\n            THEN\n                RAISE EXCEPTION 'A signature stays as it was given; it can be withdrawn once.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                                    hash="b1289bcf8ab1f4e284fb2aad3f0a21feba53aa83",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_stays_as_signed_e27ac",
                                    table="lessons_noaction",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "noaction",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_noactionevent" ("content", "content_version", "delegation_id", "digest", "id", "illustrative", "lesson_id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "statement", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."content", NEW."content_version", NEW."delegation_id", NEW."digest", NEW."id", NEW."illustrative", NEW."lesson_id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."signed_at", NEW."signed_by_id", NEW."statement", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                                    hash="056caf729a8bdf2893ffdecf6ef9b238ec312a1f",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_c08ad",
                                    table="lessons_noaction",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "noaction",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "lessons_noactionevent" ("content", "content_version", "delegation_id", "digest", "id", "illustrative", "lesson_id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "statement", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."content", NEW."content_version", NEW."delegation_id", NEW."digest", NEW."id", NEW."illustrative", NEW."lesson_id", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."signed_at", NEW."signed_by_id", NEW."statement", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                                    hash="ab58dc0acc25307015b753c6e66eba603a63961c",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_cd021",
                                    table="lessons_noaction",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "noaction",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_noactionevent" ("content", "content_version", "delegation_id", "digest", "id", "illustrative", "lesson_id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at", "signed_by_id", "statement", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."content", OLD."content_version", OLD."delegation_id", OLD."digest", OLD."id", OLD."illustrative", OLD."lesson_id", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."signed_at", OLD."signed_by_id", OLD."statement", OLD."withdrawal_reason", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;',
                                    hash="3bf5c7e1b20ab45e10101a6eb5592d6dbbf6b0ae",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7680f",
                                    table="lessons_noaction",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "optionaloutcome",
                            pgtrigger.compiler.Trigger(
                                name="not_while_held",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.lesson_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                                    hash="3f3b934ee1c99a19f4a0f5a8dbd12b543cbcd01e",
                                    operation="DELETE",
                                    pgid="pgtrigger_not_while_held_b6091",
                                    table="lessons_optionaloutcome",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "optionaloutcome",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_optionaloutcomeevent" ("decided_at", "decided_by_id", "id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reason", "research_id", "update_id") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."practice_id", NEW."reason", NEW."research_id", NEW."update_id"); RETURN NULL;',
                                    hash="bc5598792b5d43571c7b0eabbbdef783b2ee5cc8",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_de04c",
                                    table="lessons_optionaloutcome",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "optionaloutcome",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "lessons_optionaloutcomeevent" ("decided_at", "decided_by_id", "id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reason", "research_id", "update_id") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."practice_id", NEW."reason", NEW."research_id", NEW."update_id"); RETURN NULL;',
                                    hash="2829ace27a994594ea057bb1e477ab063082820a",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_e5838",
                                    table="lessons_optionaloutcome",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "optionaloutcome",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_optionaloutcomeevent" ("decided_at", "decided_by_id", "id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reason", "research_id", "update_id") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."practice_id", OLD."reason", OLD."research_id", OLD."update_id"); RETURN NULL;',
                                    hash="a93b4345d7cc62e2c673de33480a91f749a4b0d7",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_7f68a",
                                    table="lessons_optionaloutcome",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "prunedsystem",
                            pgtrigger.compiler.Trigger(
                                name="raises_content_version",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF TG_OP <> 'UPDATE' OR NEW IS DISTINCT FROM OLD THEN\n                UPDATE public.lessons_lesson AS root SET content_version = content_version + 1\n                WHERE root.id IN (OLD.lesson_id, NEW.lesson_id) AND EXISTS (\n                    SELECT 1 FROM public.tracker_aisystem AS target\n                    WHERE target.id IN (OLD.system_id, NEW.system_id) AND (root.scope = 'own' OR target.label IN ('amber', 'green', 'clear'))\n                );\n            END IF;\n            RETURN NULL;\n        ",
                                    hash="f442dec7161281b39992ec7d2fdbb303a68c940b",
                                    operation="INSERT OR UPDATE OR DELETE",
                                    pgid="pgtrigger_raises_content_version_c9b47",
                                    table="lessons_prunedsystem",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "prunedsystem",
                            pgtrigger.compiler.Trigger(
                                name="not_while_held",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.lesson_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                                    hash="1d6bd5ed52b41a364fe20768be619a2d39235b7a",
                                    operation="DELETE",
                                    pgid="pgtrigger_not_while_held_883a0",
                                    table="lessons_prunedsystem",
                                    when="BEFORE",
                                ),
                            ),
                        ),
                        (
                            "prunedsystem",
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_prunedsystemevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pruned_at", "pruned_by_id", "reason", "system_id") VALUES (NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."pruned_at", NEW."pruned_by_id", NEW."reason", NEW."system_id"); RETURN NULL;',
                                    hash="1ad22ee548abe32b01e6b4cea1824cf882fac056",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_2e30b",
                                    table="lessons_prunedsystem",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "prunedsystem",
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "lessons_prunedsystemevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pruned_at", "pruned_by_id", "reason", "system_id") VALUES (NEW."id", NEW."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."pruned_at", NEW."pruned_by_id", NEW."reason", NEW."system_id"); RETURN NULL;',
                                    hash="f795ad77cd490ea2cd14069532736fe4b93e870f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_aab41",
                                    table="lessons_prunedsystem",
                                    when="AFTER",
                                ),
                            ),
                        ),
                        (
                            "prunedsystem",
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "lessons_prunedsystemevent" ("id", "lesson_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pruned_at", "pruned_by_id", "reason", "system_id") VALUES (OLD."id", OLD."lesson_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."pruned_at", OLD."pruned_by_id", OLD."reason", OLD."system_id"); RETURN NULL;',
                                    hash="a8df431877547541300c7b9ce46a580908ac5af5",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ead99",
                                    table="lessons_prunedsystem",
                                    when="AFTER",
                                ),
                            ),
                        ),
                    ],
                ),
            ]
        ),
    ]
