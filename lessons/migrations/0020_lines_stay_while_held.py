"""Let the lines of a briefing stay while its cycle is on legal hold."""

import pgtrigger.compiler
from django.db import migrations

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("lessons", "0019_what_was_said_is_the_signers"),
    ]

    operations = [
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "briefingline",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id, (SELECT cycle_id FROM public.reviews_briefing WHERE id = OLD.briefing_id)) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="830a355c54cec0a6d8e7222d2624a228c90d869c",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_08721",
                            table="lessons_briefingline",
                            when="BEFORE",
                        ),
                    ),
                )
            ],
        ),
    ]
