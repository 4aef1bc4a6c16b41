"""Let a condition stay as it was asked, and another partner say that it is met."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0010_redact_what_positions_say"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="condition",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_as_asked",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'DELETE' OR NEW.id IS DISTINCT FROM OLD.id OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.item_id IS DISTINCT FROM OLD.item_id OR NEW.position_id IS DISTINCT FROM OLD.position_id OR NEW.text IS DISTINCT FROM OLD.text AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'text'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.text, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex')\n            ) OR NEW.test IS DISTINCT FROM OLD.test AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'test'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.test, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.test, 'UTF8')), 'hex')\n            ) OR NEW.due_on IS DISTINCT FROM OLD.due_on THEN\n                RAISE EXCEPTION 'A condition stays as it was asked; it is met or waived.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.assignee_id <> OLD.assignee_id AND (SELECT organization_id FROM public.tracker_user WHERE id = NEW.assignee_id)\n                IS DISTINCT FROM (SELECT organization_id FROM public.tracker_user WHERE id = OLD.assignee_id) THEN\n                RAISE EXCEPTION 'A condition is handed over within the organization that carries it.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.met_by_id IS DISTINCT FROM OLD.met_by_id AND NEW.met_by_id IS NOT NULL\n                AND (SELECT organization_id FROM public.tracker_user WHERE id = NEW.met_by_id) IS NOT DISTINCT FROM\n                    (SELECT organization_id FROM public.tracker_user WHERE id = NEW.assignee_id) THEN\n                RAISE EXCEPTION 'Another partner than the one that carries a condition says that it is met.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="71b4133eb3f5860abd6fe274bd8a217dcf9b450b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_stays_as_asked_8a0a8",
                    table="reviews_condition",
                    when="BEFORE",
                ),
            ),
        ),
    ]
