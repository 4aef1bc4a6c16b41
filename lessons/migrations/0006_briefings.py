"""Keep the lessons that each partner looks at before a cycle is signed."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating
import tracker.keys


class Migration(migrations.Migration):
    dependencies = [
        ("lessons", "0005_judgements_become_reviews"),
        ("reviews", "0005_recurring_cycles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="BriefingOfLines",
                    fields=[],
                    options={"proxy": True, "indexes": [], "constraints": []},
                    bases=("reviews.briefing",),
                ),
                migrations.CreateModel(
                    name="BriefingLine",
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
                                editable=False, max_length=48, unique=True, verbose_name="reference"
                            ),
                        ),
                        (
                            "rank",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="rank"),
                        ),
                        (
                            "lesson_version",
                            models.PositiveIntegerField(
                                editable=False, verbose_name="content version"
                            ),
                        ),
                        (
                            "lesson_digest",
                            models.CharField(editable=False, max_length=64, verbose_name="digest"),
                        ),
                        (
                            "reasons",
                            models.TextField(editable=False, verbose_name="why it stands here"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "Not answered"),
                                    ("changes_plan", "Changes our plan"),
                                    ("covered", "Covered"),
                                    ("not_relevant", "Not relevant"),
                                    ("gone", "Not shared any more"),
                                ],
                                default="open",
                                editable=False,
                                max_length=20,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "words",
                            models.TextField(
                                blank=True, editable=False, verbose_name="how, or why not"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="answered at"
                            ),
                        ),
                        (
                            "illustrative",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="illustrative"
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
                            "briefing",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="reviews.briefing",
                            ),
                        ),
                        (
                            "lesson",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="briefing_lines",
                                to="lessons.lesson",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "line of a briefing",
                        "verbose_name_plural": "lines of briefings",
                        "ordering": ["briefing", "rank"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("briefing", "rank"), name="briefingline_one_a_rank"
                            ),
                            models.UniqueConstraint(
                                fields=("briefing", "lesson"), name="briefingline_one_a_lesson"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("rank__range", (1, 10))),
                                name="briefingline_of_the_first_ten",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                        ("status__in", ("changes_plan", "covered", "not_relevant")),
                                    ),
                                    models.Q(
                                        ("answered_at", None),
                                        ("answered_by", None),
                                        ("status__in", ["open", "gone"]),
                                        ("words", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="briefingline_answered_by_name",
                                violation_error_message="A lesson of a briefing is answered by a person.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status__in", ("changes_plan", "not_relevant")),
                                        _negated=True,
                                    ),
                                    models.Q(("words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="briefingline_says_how_or_why_not",
                                violation_error_message="Say how it changes your plan, or why it is not relevant.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BriefingLineEvent",
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
                                editable=False, max_length=48, verbose_name="reference"
                            ),
                        ),
                        (
                            "rank",
                            models.PositiveSmallIntegerField(editable=False, verbose_name="rank"),
                        ),
                        (
                            "lesson_version",
                            models.PositiveIntegerField(
                                editable=False, verbose_name="content version"
                            ),
                        ),
                        (
                            "lesson_digest",
                            models.CharField(editable=False, max_length=64, verbose_name="digest"),
                        ),
                        (
                            "reasons",
                            models.TextField(editable=False, verbose_name="why it stands here"),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "Not answered"),
                                    ("changes_plan", "Changes our plan"),
                                    ("covered", "Covered"),
                                    ("not_relevant", "Not relevant"),
                                    ("gone", "Not shared any more"),
                                ],
                                default="open",
                                editable=False,
                                max_length=20,
                                verbose_name="answer",
                            ),
                        ),
                        (
                            "words",
                            models.TextField(
                                blank=True, editable=False, verbose_name="how, or why not"
                            ),
                        ),
                        (
                            "answered_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="answered at"
                            ),
                        ),
                        (
                            "illustrative",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="illustrative"
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
                            "briefing",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.briefing",
                            ),
                        ),
                        (
                            "lesson",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
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
                                to="lessons.briefingline",
                            ),
                        ),
                    ],
                    options={"ordering": [], "abstract": False},
                ),
            ]
        ),
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "briefingoflines",
                    pgtrigger.compiler.Trigger(
                        name="complete_once_answered",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.is_complete AND EXISTS (\n                SELECT 1 FROM public.lessons_briefingline\n                WHERE briefing_id = NEW.id AND status = 'open'\n            ) THEN\n                RAISE EXCEPTION 'A briefing is complete once each of its lessons is answered.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="690936ec195e1b56ee64fe1de81e8300b4889247",
                            operation='INSERT OR UPDATE OF "is_complete"',
                            pgid="pgtrigger_complete_once_answered_fafd7",
                            table="reviews_briefing",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "briefingline",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'open' THEN\n                    RAISE EXCEPTION 'A line of a briefing starts as open, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['open>changes_plan', 'open>covered', 'open>gone', 'open>not_relevant', 'changes_plan>covered', 'changes_plan>not_relevant', 'covered>changes_plan', 'covered>not_relevant', 'not_relevant>changes_plan', 'not_relevant>covered']::text[])\n            THEN\n                RAISE EXCEPTION 'A line of a briefing cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="e18b2516f43519e4d92b7045796ff555fcfc9389",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_c8230",
                            table="lessons_briefingline",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "briefingline",
                    pgtrigger.compiler.Trigger(
                        name="frozen_fields",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.status IN ('open', 'changes_plan', 'covered', 'not_relevant', 'gone') AND (NEW.briefing_id IS DISTINCT FROM OLD.briefing_id OR NEW.rank IS DISTINCT FROM OLD.rank OR NEW.lesson_id IS DISTINCT FROM OLD.lesson_id OR NEW.reasons IS DISTINCT FROM OLD.reasons AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'reasons'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.reasons, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.reasons, 'UTF8')), 'hex')\n            ) OR NEW.lesson_version IS DISTINCT FROM OLD.lesson_version OR NEW.lesson_digest IS DISTINCT FROM OLD.lesson_digest) THEN\n                RAISE EXCEPTION 'A line of a briefing that is % never changes.', OLD.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="06437bdec71a50847c9141c420cdaed8bbcc82d3",
                            operation="UPDATE",
                            pgid="pgtrigger_frozen_fields_a7393",
                            table="lessons_briefingline",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "briefingline",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_briefinglineevent" ("answered_at", "answered_by_id", "briefing_id", "id", "illustrative", "lesson_digest", "lesson_id", "lesson_version", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reasons", "reference", "status", "words") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."briefing_id", NEW."id", NEW."illustrative", NEW."lesson_digest", NEW."lesson_id", NEW."lesson_version", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rank", NEW."reasons", NEW."reference", NEW."status", NEW."words"); RETURN NULL;',
                            hash="5cbd136a6b4d4172e5a1a556e92755e7f01b73d0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_66085",
                            table="lessons_briefingline",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "briefingline",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_briefinglineevent" ("answered_at", "answered_by_id", "briefing_id", "id", "illustrative", "lesson_digest", "lesson_id", "lesson_version", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reasons", "reference", "status", "words") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."briefing_id", NEW."id", NEW."illustrative", NEW."lesson_digest", NEW."lesson_id", NEW."lesson_version", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rank", NEW."reasons", NEW."reference", NEW."status", NEW."words"); RETURN NULL;',
                            hash="4e1e30f9b33f24ccb54ca8785294f7c5f3a589e3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c828f",
                            table="lessons_briefingline",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "briefingline",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_briefinglineevent" ("answered_at", "answered_by_id", "briefing_id", "id", "illustrative", "lesson_digest", "lesson_id", "lesson_version", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reasons", "reference", "status", "words") VALUES (OLD."answered_at", OLD."answered_by_id", OLD."briefing_id", OLD."id", OLD."illustrative", OLD."lesson_digest", OLD."lesson_id", OLD."lesson_version", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."rank", OLD."reasons", OLD."reference", OLD."status", OLD."words"); RETURN NULL;',
                            hash="b7cf44d3b1a269a8670dd51e5abe02e5c1559f47",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_76dd4",
                            table="lessons_briefingline",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        ),
    ]
