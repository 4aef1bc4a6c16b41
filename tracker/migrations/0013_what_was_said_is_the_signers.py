"""Let words said with a signature go by a person of the signing organization alone."""

import pgtrigger.compiler
from django.db import migrations

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0012_labels_widened_by_consent"),
    ]

    operations = [
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "redactedvalue",
                    pgtrigger.compiler.Trigger(
                        name="signers_own_history",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE side uuid;",
                            func="\n            IF NEW.\"column\" IN ('statement', 'dissent', 'withdrawal_reason') AND EXISTS (\n                SELECT 1 FROM pg_attribute\n                WHERE attrelid = to_regclass('public.' || quote_ident(NEW.event_table))\n                    AND attname = 'signed_by_id'\n            ) THEN\n                EXECUTE format(\n                    'SELECT organization_id FROM public.%I WHERE pgh_id = $1', NEW.event_table\n                ) INTO side USING NEW.event_id;\n                IF side IS DISTINCT FROM (\n                    SELECT organization_id FROM public.tracker_user\n                    WHERE id::text = NEW.redacted_by\n                ) THEN\n                    RAISE EXCEPTION 'What was said with a signature its own organization redacts.'\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="1817e20914a862af6258479179a99f5177299b74",
                            operation="INSERT",
                            pgid="pgtrigger_signers_own_history_ae340",
                            table="tracker_redactedvalue",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "redaction",
                    pgtrigger.compiler.Trigger(
                        name="redacted_by_its_own",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.organization_id IS DISTINCT FROM (\n                SELECT organization_id FROM public.tracker_user WHERE id = NEW.redacted_by_id\n            ) THEN\n                RAISE EXCEPTION 'A redaction is made by a person of the organization that it names.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="1c710b68973690770c67ed49b8e4e3871c7a01c8",
                            operation="INSERT",
                            pgid="pgtrigger_redacted_by_its_own_f966f",
                            table="tracker_redaction",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
