"""Systems are asked how far they are with published practices, and say it with evidence."""

import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import tracker.history.migrating
import tracker.keys


class Migration(migrations.Migration):
    dependencies = [
        ("lessons", "0011_go_by_the_label_of_the_instant"),
        ("tracker", "0011_choose_messages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Adoption",
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
                        ("asked_on", models.DateField(editable=False, verbose_name="asked on")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asked", "Not said yet"),
                                    ("planned", "Planned"),
                                    ("partial", "Partly adopted"),
                                    ("adopted", "Adopted"),
                                    ("not_applicable", "Not applicable"),
                                ],
                                default="asked",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(blank=True, editable=False, verbose_name="reason"),
                        ),
                        (
                            "evidence",
                            models.TextField(blank=True, editable=False, verbose_name="evidence"),
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
                            "said_on",
                            models.DateField(editable=False, null=True, verbose_name="said on"),
                        ),
                        (
                            "confirmation",
                            models.TextField(
                                blank=True, editable=False, verbose_name="what the evidence shows"
                            ),
                        ),
                        (
                            "confirmed_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="confirmed on"
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
                            "confirmed_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="confirmed by",
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
                            "said_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="said by",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="adoptions",
                                to="tracker.aisystem",
                                verbose_name="system",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="adoptions",
                                to="lessons.practiceversion",
                                verbose_name="practice",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "adoption",
                        "verbose_name_plural": "adoptions",
                        "ordering": ["system__name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "system"),
                                name="adoption_asked_once",
                                violation_error_message="This system was asked about this version already.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("status", "asked"),
                                        ("evidence", ""),
                                        ("evidence_url", ""),
                                        ("reason", ""),
                                        ("said_by__isnull", True),
                                        ("said_on__isnull", True),
                                    ),
                                    models.Q(
                                        models.Q(("status", "asked"), _negated=True),
                                        ("said_by__isnull", False),
                                        ("said_on__isnull", False),
                                        models.Q(("reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="adoption_said_by_someone_who_says_why",
                                violation_error_message="Say why: what was looked at, and what that showed.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("said_on__isnull", True),
                                    ("said_on__gte", models.F("asked_on")),
                                    _connector="OR",
                                ),
                                name="adoption_said_after_it_was_asked",
                                violation_error_message="A version can't be adopted before the day it was published.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("confirmed_by__isnull", False),
                                        ("confirmed_on__isnull", False),
                                    ),
                                    models.Q(
                                        ("confirmation", ""),
                                        ("confirmed_by__isnull", True),
                                        ("confirmed_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="adoption_confirmed_by_someone",
                                violation_error_message="Say who confirmed the evidence, and when.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("confirmed_by__isnull", True),
                                    models.Q(
                                        ("status__in", ("partial", "adopted")),
                                        models.Q(
                                            models.Q(("evidence", ""), _negated=True),
                                            models.Q(("evidence_url", ""), _negated=True),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="adoption_confirmed_with_evidence",
                                violation_error_message="Only evidence that was given can be confirmed.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("confirmed_by__isnull", True),
                                    models.Q(("confirmed_by", models.F("said_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="adoption_confirmed_by_another",
                                violation_error_message="Whoever said it can't confirm the evidence.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("confirmed_on__isnull", True),
                                    ("confirmed_on__gte", models.F("said_on")),
                                    _connector="OR",
                                ),
                                name="adoption_confirmed_after_it_was_said",
                                violation_error_message="Evidence can't be confirmed before it was given.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AdoptionEvent",
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
                        ("asked_on", models.DateField(editable=False, verbose_name="asked on")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("asked", "Not said yet"),
                                    ("planned", "Planned"),
                                    ("partial", "Partly adopted"),
                                    ("adopted", "Adopted"),
                                    ("not_applicable", "Not applicable"),
                                ],
                                default="asked",
                                editable=False,
                                max_length=20,
                                verbose_name="state",
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(blank=True, editable=False, verbose_name="reason"),
                        ),
                        (
                            "evidence",
                            models.TextField(blank=True, editable=False, verbose_name="evidence"),
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
                            "said_on",
                            models.DateField(editable=False, null=True, verbose_name="said on"),
                        ),
                        (
                            "confirmation",
                            models.TextField(
                                blank=True, editable=False, verbose_name="what the evidence shows"
                            ),
                        ),
                        (
                            "confirmed_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="confirmed on"
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
                            "confirmed_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="confirmed by",
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
                                to="lessons.adoption",
                            ),
                        ),
                        (
                            "said_by",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="said by",
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
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="lessons.practiceversion",
                                verbose_name="practice",
                            ),
                        ),
                    ],
                    options={
                        "ordering": [],
                        "abstract": False,
                    },
                ),
            ],
        ),
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "adoption",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'asked' THEN\n                    RAISE EXCEPTION 'A adoption starts as asked, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['asked>adopted', 'asked>not_applicable', 'asked>partial', 'asked>planned', 'planned>adopted', 'planned>not_applicable', 'planned>partial', 'partial>adopted', 'partial>not_applicable', 'partial>planned', 'adopted>not_applicable', 'adopted>partial', 'adopted>planned', 'not_applicable>adopted', 'not_applicable>partial', 'not_applicable>planned']::text[])\n            THEN\n                RAISE EXCEPTION 'A adoption cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="57435fe3da61c2b20a50c061dd5334b86951054e",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_b8be2",
                            table="lessons_adoption",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "adoption",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id, OLD.version_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="510f5fbc89e49fcc03eace85e3ab544f51275118",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_8e0c1",
                            table="lessons_adoption",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "adoption",
                    pgtrigger.compiler.Trigger(
                        name="asked_of_what_is_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NOT EXISTS (\n                SELECT 1 FROM public.lessons_practiceversion AS version\n                WHERE version.id = NEW.version_id\n                    AND (version.status IN ('published', 'superseded')\n                        OR version.status = 'approved'\n                            AND version.published_at <= clock_timestamp())\n                    AND NEW.asked_on >= (version.published_at AT TIME ZONE 'UTC')::date\n            ) THEN\n                RAISE EXCEPTION 'Systems are asked about a published practice, from that day on.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="ae633b32d45b9fb731c701aa5c3a9f25e0f8d0e9",
                            operation="INSERT",
                            pgid="pgtrigger_asked_of_what_is_published_0065f",
                            table="lessons_adoption",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "adoption",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_adoptionevent" ("asked_on", "confirmation", "confirmed_by_id", "confirmed_on", "created_at", "evidence", "evidence_url", "id", "illustrative", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "said_by_id", "said_on", "status", "system_id", "version_id") VALUES (NEW."asked_on", NEW."confirmation", NEW."confirmed_by_id", NEW."confirmed_on", NEW."created_at", NEW."evidence", NEW."evidence_url", NEW."id", NEW."illustrative", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."said_by_id", NEW."said_on", NEW."status", NEW."system_id", NEW."version_id"); RETURN NULL;',
                            hash="7e7e4e1b952c00094548b8cb66640fb4268b235c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f17e0",
                            table="lessons_adoption",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "adoption",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "lessons_adoptionevent" ("asked_on", "confirmation", "confirmed_by_id", "confirmed_on", "created_at", "evidence", "evidence_url", "id", "illustrative", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "said_by_id", "said_on", "status", "system_id", "version_id") VALUES (NEW."asked_on", NEW."confirmation", NEW."confirmed_by_id", NEW."confirmed_on", NEW."created_at", NEW."evidence", NEW."evidence_url", NEW."id", NEW."illustrative", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."said_by_id", NEW."said_on", NEW."status", NEW."system_id", NEW."version_id"); RETURN NULL;',
                            hash="281fa662e6473b978e82156c974ffc762db9a9df",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d3e64",
                            table="lessons_adoption",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "adoption",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "lessons_adoptionevent" ("asked_on", "confirmation", "confirmed_by_id", "confirmed_on", "created_at", "evidence", "evidence_url", "id", "illustrative", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "said_by_id", "said_on", "status", "system_id", "version_id") VALUES (OLD."asked_on", OLD."confirmation", OLD."confirmed_by_id", OLD."confirmed_on", OLD."created_at", OLD."evidence", OLD."evidence_url", OLD."id", OLD."illustrative", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."reference", OLD."said_by_id", OLD."said_on", OLD."status", OLD."system_id", OLD."version_id"); RETURN NULL;',
                            hash="f5ec927ecd83c29dd29327690bbb0c8d179d161a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d792d",
                            table="lessons_adoption",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
