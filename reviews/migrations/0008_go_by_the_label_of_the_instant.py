"""Let what the rules on items go by be the label of this instant: an embargo that is over counts as shared."""

import pgtrigger.compiler
from django.db import migrations

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0007_who_worded_reviews"),
    ]

    operations = [
        tracker.history.migrating.ReplaceTriggers(
            triggers=[
                (
                    "cycleitem",
                    pgtrigger.compiler.Trigger(
                        name="falls_back",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.content_version <> OLD.content_version AND NEW.status <> 'pending'\n                AND NOT EXISTS (\n                    SELECT 1 FROM public.reviews_reviewcycle\n                    WHERE id = NEW.cycle_id AND status IN ('closed', 'withdrawn')\n                )\n            THEN\n                NEW.status := CASE\n                    WHEN EXISTS (\n                SELECT 1 FROM public.reviews_review AS review\n                WHERE review.item_id = NEW.id AND review.status = 'accepted'\n                    AND (CASE WHEN review.coming_at <= statement_timestamp() THEN review.coming_label ELSE review.label END) IN ('amber', 'green', 'clear')\n            ) THEN 'reviewed'\n                    ELSE 'pending'\n                END;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="3f883f1701898ad24d0d0e3782ba534ce2b945e5",
                            operation="UPDATE",
                            pgid="pgtrigger_falls_back_aac08",
                            table="reviews_cycleitem",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cycleitem",
                    pgtrigger.compiler.Trigger(
                        name="decided_by_positions",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.status = OLD.status THEN\n                RETURN NEW;\n            END IF;\n            IF NEW.status = 'approved' AND EXISTS (\n                SELECT 1 FROM public.reviews_condition\n                WHERE item_id = NEW.id AND status = 'open'\n            ) THEN\n                RAISE EXCEPTION 'Conditions are open; the item is approved once they are met or waived.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF OLD.status = 'approved_with_conditions'\n                AND NEW.status = 'approved' THEN\n                RETURN NEW;\n            END IF;\n            IF EXISTS (\n                SELECT 1 FROM public.reviews_reviewcycle\n                WHERE id = NEW.cycle_id AND status IN ('closed', 'withdrawn')\n            ) THEN\n                RAISE EXCEPTION 'The cycle is over; what was decided in it stays decided.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.status NOT IN (\n                'approved', 'approved_with_conditions'\n            ) THEN\n                RETURN NEW;\n            END IF;\n            IF NOT EXISTS (\n                SELECT 1 FROM public.reviews_review AS review\n                WHERE review.item_id = NEW.id AND review.status = 'accepted'\n                    AND (CASE WHEN review.coming_at <= statement_timestamp() THEN review.coming_label ELSE review.label END) IN ('amber', 'green', 'clear')\n            ) THEN\n                RAISE EXCEPTION 'What was not reviewed can''t be approved.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NOT EXISTS (\n                SELECT 1 FROM public.reviews_position AS given\n                WHERE given.item_id = NEW.id AND given.withdrawn_at IS NULL\n                    AND given.content_version = NEW.content_version\n                    AND given.stance <> 'recuse'\n            ) OR EXISTS (\n                SELECT 1 FROM public.reviews_reviewcycle_signers AS signer\n                WHERE signer.reviewcycle_id = NEW.cycle_id AND NOT EXISTS (\n                    SELECT 1 FROM public.reviews_position AS given\n                    WHERE given.item_id = NEW.id AND given.withdrawn_at IS NULL\n                        AND given.organization_id = signer.organization_id\n                        AND given.content_version = NEW.content_version\n                        AND given.stance <> 'block'\n                )\n            ) THEN\n                RAISE EXCEPTION 'An item is approved by a position of every partner, none of which blocks.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="83fa8d95315dfc6b2fd1094c3f2296db87d1b85c",
                            operation='UPDATE OF "status"',
                            pgid="pgtrigger_decided_by_positions_9b25d",
                            table="reviews_cycleitem",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "findingbehinditem",
                    pgtrigger.compiler.Trigger(
                        name="raises_versions_of_items",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP <> 'UPDATE' OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.title IS DISTINCT FROM OLD.title OR NEW.severity IS DISTINCT FROM OLD.severity OR NEW.review_id IS DISTINCT FROM OLD.review_id\n                OR (CASE WHEN NEW.coming_at <= statement_timestamp() THEN NEW.coming_label ELSE NEW.label END) <> (CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END) THEN\n                UPDATE public.reviews_cycleitem AS item SET content_version = content_version + 1\n                WHERE item.id IN (\n                    SELECT review.item_id FROM public.reviews_review AS review\n                    WHERE review.status = 'accepted' AND (CASE WHEN review.coming_at <= statement_timestamp() THEN review.coming_label ELSE review.label END) IN ('amber', 'green', 'clear')\n                        AND ((review.id = OLD.review_id AND (CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END) IN ('amber', 'green', 'clear'))\n                            OR (review.id = NEW.review_id AND (CASE WHEN NEW.coming_at <= statement_timestamp() THEN NEW.coming_label ELSE NEW.label END) IN ('amber', 'green', 'clear')))\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="73bf0c7e0d6c98bac6b68eef4633dc1b6c7e82fe",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_raises_versions_of_items_2e7ed",
                            table="reviews_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "position",
                    pgtrigger.compiler.Trigger(
                        name="on_what_was_reviewed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE stands text; label_of_system text; cycle_of_item uuid;",
                            func="\n            SELECT cycle.status, cycle.id INTO stands, cycle_of_item\n            FROM public.reviews_reviewcycle AS cycle\n            WHERE cycle.id = (SELECT cycle_id FROM public.reviews_cycleitem WHERE id = NEW.item_id)\n            FOR SHARE;\n            IF stands IS DISTINCT FROM 'signing' THEN\n                RAISE EXCEPTION 'Positions are given while a cycle is being signed.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NOT EXISTS (\n                SELECT 1 FROM public.reviews_review AS review\n                WHERE review.item_id = NEW.item_id AND review.status = 'accepted'\n                    AND (CASE WHEN review.coming_at <= statement_timestamp() THEN review.coming_label ELSE review.label END) IN ('amber', 'green', 'clear')\n            ) THEN\n                RAISE EXCEPTION 'What was not reviewed can''t be signed.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            SELECT (CASE WHEN system.coming_at <= statement_timestamp() THEN system.coming_label ELSE system.label END) INTO label_of_system\n            FROM public.reviews_cycleitem AS item\n                JOIN public.tracker_aisystem AS system ON system.id = item.system_id\n            WHERE item.id = NEW.item_id;\n            IF label_of_system NOT IN ('amber', 'green', 'clear') THEN\n                RAISE EXCEPTION 'A position is given on what every partner can see.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NOT EXISTS (\n                SELECT 1 FROM public.reviews_reviewcycle_signers\n                WHERE reviewcycle_id = cycle_of_item AND organization_id = NEW.organization_id\n            ) THEN\n                RAISE EXCEPTION 'This organization does not sign in this cycle.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="89f41aaf14253600051f12e2fa9c6890897367bc",
                            operation="INSERT",
                            pgid="pgtrigger_on_what_was_reviewed_00e9f",
                            table="reviews_position",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "reviewbehinditem",
                    pgtrigger.compiler.Trigger(
                        name="raises_versions_of_items",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP <> 'UPDATE' OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.title IS DISTINCT FROM OLD.title OR NEW.summary IS DISTINCT FROM OLD.summary OR NEW.recommendation IS DISTINCT FROM OLD.recommendation OR NEW.item_id IS DISTINCT FROM OLD.item_id OR NEW.status IS DISTINCT FROM OLD.status\n                OR (CASE WHEN NEW.coming_at <= statement_timestamp() THEN NEW.coming_label ELSE NEW.label END) <> (CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END) THEN\n                UPDATE public.reviews_cycleitem AS item SET content_version = content_version + 1\n                WHERE (item.id = OLD.item_id AND OLD.status = 'accepted'\n                        AND (CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END) IN ('amber', 'green', 'clear'))\n                    OR (item.id = NEW.item_id AND NEW.status = 'accepted'\n                        AND (CASE WHEN NEW.coming_at <= statement_timestamp() THEN NEW.coming_label ELSE NEW.label END) IN ('amber', 'green', 'clear'));\n            END IF;\n            RETURN NULL;\n        ",
                            hash="9f7b27b9d66e3795b291197901f6cea8be100fe4",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_raises_versions_of_items_c29ad",
                            table="reviews_review",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
