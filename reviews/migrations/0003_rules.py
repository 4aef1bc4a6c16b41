"""What PostgreSQL refuses, whoever writes."""

import pgtrigger.compiler
from django.db import migrations

import tracker.history.migrating


class Migration(migrations.Migration):
    replaces = [
        ("reviews", "0005_remove_files_and_keep_what_is_held"),
    ]

    dependencies = [
        ("reviews", "0002_keep_events"),
    ]

    operations = [
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "cycleitem",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.cycle_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="42714a32f67e77888072e9f22f479ed804e893f6",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_48fcc",
                            table="reviews_cycleitem",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cycleitem",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'pending' THEN\n                    RAISE EXCEPTION 'A cycle item starts as pending, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['pending>reviewed', 'reviewed>approved', 'reviewed>approved_with_conditions', 'reviewed>blocked', 'approved_with_conditions>approved', 'approved_with_conditions>reviewed', 'blocked>reviewed', 'approved>approved_with_conditions', 'approved>reviewed']::text[])\n            THEN\n                RAISE EXCEPTION 'A cycle item cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="b905feb0fe5fe5f0c4cde93cfed06d19d0003c04",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_54f36",
                            table="reviews_cycleitem",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cycleitem",
                    pgtrigger.compiler.Trigger(
                        name="content_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.content_version NOT IN (OLD.content_version, OLD.content_version + 1) THEN\n                RAISE EXCEPTION 'A content version goes up by one.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF (NEW.change IS DISTINCT FROM OLD.change OR NEW.needs_approval IS DISTINCT FROM OLD.needs_approval OR NEW.system_id IS DISTINCT FROM OLD.system_id OR NEW.version_id IS DISTINCT FROM OLD.version_id) THEN\n                NEW.content_version := OLD.content_version + 1;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="e4a8b1bab4198f5dbe90317db1821b20050d5c94",
                            operation="UPDATE",
                            pgid="pgtrigger_content_version_6574a",
                            table="reviews_cycleitem",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "cycleitem",
                    pgtrigger.compiler.Trigger(
                        name="falls_back",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.content_version <> OLD.content_version AND NEW.status <> 'pending'\n                AND NOT EXISTS (\n                    SELECT 1 FROM public.reviews_reviewcycle\n                    WHERE id = NEW.cycle_id AND status IN ('closed', 'withdrawn')\n                )\n            THEN\n                NEW.status := CASE\n                    WHEN EXISTS (\n                SELECT 1 FROM public.reviews_review AS review\n                WHERE review.item_id = NEW.id AND review.status = 'accepted'\n                    AND review.label IN ('amber', 'green', 'clear')\n            ) THEN 'reviewed'\n                    ELSE 'pending'\n                END;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="4c35a3a4891c4a31f50561dbf0dd939302e79d55",
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
                            func="\n            IF NEW.status = OLD.status THEN\n                RETURN NEW;\n            END IF;\n            IF NEW.status = 'approved' AND EXISTS (\n                SELECT 1 FROM public.reviews_condition\n                WHERE item_id = NEW.id AND status = 'open'\n            ) THEN\n                RAISE EXCEPTION 'Conditions are open; the item is approved once they are met or waived.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF OLD.status = 'approved_with_conditions'\n                AND NEW.status = 'approved' THEN\n                RETURN NEW;\n            END IF;\n            IF EXISTS (\n                SELECT 1 FROM public.reviews_reviewcycle\n                WHERE id = NEW.cycle_id AND status IN ('closed', 'withdrawn')\n            ) THEN\n                RAISE EXCEPTION 'The cycle is over; what was decided in it stays decided.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.status NOT IN (\n                'approved', 'approved_with_conditions'\n            ) THEN\n                RETURN NEW;\n            END IF;\n            IF NOT EXISTS (\n                SELECT 1 FROM public.reviews_review AS review\n                WHERE review.item_id = NEW.id AND review.status = 'accepted'\n                    AND review.label IN ('amber', 'green', 'clear')\n            ) THEN\n                RAISE EXCEPTION 'What was not reviewed can''t be approved.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NOT EXISTS (\n                SELECT 1 FROM public.reviews_position AS given\n                WHERE given.item_id = NEW.id AND given.withdrawn_at IS NULL\n                    AND given.content_version = NEW.content_version\n                    AND given.stance <> 'recuse'\n            ) OR EXISTS (\n                SELECT 1 FROM public.reviews_reviewcycle_signers AS signer\n                WHERE signer.reviewcycle_id = NEW.cycle_id AND NOT EXISTS (\n                    SELECT 1 FROM public.reviews_position AS given\n                    WHERE given.item_id = NEW.id AND given.withdrawn_at IS NULL\n                        AND given.organization_id = signer.organization_id\n                        AND given.content_version = NEW.content_version\n                        AND given.stance <> 'block'\n                )\n            ) THEN\n                RAISE EXCEPTION 'An item is approved by a position of every partner, none of which blocks.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="eb34deba484e3f2e414f1a10f1525ce8b15475d5",
                            operation='UPDATE OF "status"',
                            pgid="pgtrigger_decided_by_positions_9b25d",
                            table="reviews_cycleitem",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "observation",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'new' THEN\n                    RAISE EXCEPTION 'A observation starts as new, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['new>confirmed', 'new>dismissed', 'new>duplicate', 'dismissed>new', 'duplicate>new']::text[])\n            THEN\n                RAISE EXCEPTION 'A observation cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="3efb6c172d134db629ab855dab90021144ce0a36",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_34fdd",
                            table="reviews_observation",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "observation",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="aa6d99440eeb84b9382aae88741cc544538d7a32",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_41ba0",
                            table="reviews_observation",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "importedrecord",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.observation_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="b48b224936b28f1bd08a58fe30fef1f41414f305",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_42183",
                            table="reviews_importedrecord",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "review",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'draft' THEN\n                    RAISE EXCEPTION 'A review starts as draft, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['draft>submitted', 'submitted>accepted', 'submitted>draft']::text[])\n            THEN\n                RAISE EXCEPTION 'A review cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="9e067c93eeaf6015f9f22ea0923cfd2dcf3c68e4",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_00582",
                            table="reviews_review",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "review",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="306d4256ccf8e34d59a0f3ac7e683b8b7d7f4634",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_d13f2",
                            table="reviews_review",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "finding",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'draft' THEN\n                    RAISE EXCEPTION 'A finding starts as draft, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['draft>confirmed', 'draft>dismissed', 'draft>duplicate', 'confirmed>addressed', 'confirmed>dismissed', 'confirmed>duplicate', 'confirmed>verified', 'confirmed>waived', 'addressed>confirmed', 'addressed>verified', 'verified>addressed', 'verified>confirmed', 'dismissed>confirmed', 'dismissed>draft', 'duplicate>confirmed', 'duplicate>draft', 'waived>confirmed']::text[])\n            THEN\n                RAISE EXCEPTION 'A finding cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="1ecacd60b51222a4e9b287dfd6e2002ca234728e",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_9b9d2",
                            table="reviews_finding",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "finding",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="001851dbf8e137a2877798a50b65147a71dbe493",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_5d60f",
                            table="reviews_finding",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.observation_id, OLD.review_id, OLD.finding_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="3bfb8ea7ad76e09fc43781b774526a778d9ff046",
                            operation='DELETE OR UPDATE OF "file"',
                            pgid="pgtrigger_not_while_held_4b6cf",
                            table="reviews_evidence",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "reviewcycle",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'planned' THEN\n                    RAISE EXCEPTION 'A cycle starts as planned, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['planned>open', 'planned>withdrawn', 'open>signing', 'open>withdrawn', 'signing>closed', 'signing>open', 'signing>withdrawn']::text[])\n            THEN\n                RAISE EXCEPTION 'A cycle cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="fec67d4315e6582c99b8e5536c67c46c1d10e5df",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_07828",
                            table="reviews_reviewcycle",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "reviewcycle",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="426202776305b58fe6553e6120002594a14efd78",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_174cd",
                            table="reviews_reviewcycle",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "condition",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'open' THEN\n                    RAISE EXCEPTION 'A condition starts as open, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['open>met', 'open>waived']::text[])\n            THEN\n                RAISE EXCEPTION 'A condition cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="26d05920f9cc00ca817ab6ade983ddd1b9b2b710",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_39b35",
                            table="reviews_condition",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "condition",
                    pgtrigger.compiler.Trigger(
                        name="content_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.content_version NOT IN (OLD.content_version, OLD.content_version + 1) THEN\n                RAISE EXCEPTION 'A content version goes up by one.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF (NEW.text IS DISTINCT FROM OLD.text OR NEW.test IS DISTINCT FROM OLD.test OR NEW.due_on IS DISTINCT FROM OLD.due_on) THEN\n                NEW.content_version := OLD.content_version + 1;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="0a3e4c0897952ee8817d5ff15767f6ef227a5323",
                            operation="UPDATE",
                            pgid="pgtrigger_content_version_e4bc4",
                            table="reviews_condition",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "condition",
                    pgtrigger.compiler.Trigger(
                        name="waived_by_every_partner",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.status = 'waived' AND OLD.status <> 'waived' AND EXISTS (\n                SELECT 1 FROM public.reviews_reviewcycle_signers AS signer\n                    JOIN public.reviews_cycleitem AS item ON item.cycle_id = signer.reviewcycle_id\n                WHERE item.id = NEW.item_id AND NOT EXISTS (\n                    SELECT 1 FROM public.reviews_conditionwaiver AS waiver\n                    WHERE waiver.condition_id = NEW.id AND waiver.withdrawn_at IS NULL\n                        AND waiver.organization_id = signer.organization_id\n                        AND waiver.content_version = NEW.content_version\n                )\n            ) THEN\n                RAISE EXCEPTION 'A condition is waived by a signatory of every partner.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="ed135b10c1d35be0ce9808ba18759c5db0d39f81",
                            operation='UPDATE OF "status"',
                            pgid="pgtrigger_waived_by_every_partner_ef139",
                            table="reviews_condition",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "conditionwaiver",
                    pgtrigger.compiler.Trigger(
                        name="signs_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE present integer;",
                            func="\n            SELECT content_version INTO present FROM public.reviews_condition\n            WHERE id = NEW.condition_id FOR NO KEY UPDATE;\n            IF NEW.content_version IS DISTINCT FROM present THEN\n                RAISE EXCEPTION 'The content was changed; a signature is for what stands.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.digest <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') THEN\n                RAISE EXCEPTION 'A signature carries the digest of the content it is for.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="fcfc9d977dda00b578b182d7471f849396663644",
                            operation="INSERT",
                            pgid="pgtrigger_signs_what_stands_15e5f",
                            table="reviews_conditionwaiver",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "conditionwaiver",
                    pgtrigger.compiler.Trigger(
                        name="stays_as_signed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' OR NEW.id IS DISTINCT FROM OLD.id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id OR NEW.signed_by_id IS DISTINCT FROM OLD.signed_by_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.content_version IS DISTINCT FROM OLD.content_version OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.content IS DISTINCT FROM OLD.content AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            ) OR NEW.statement IS DISTINCT FROM OLD.statement AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            ) OR NEW.delegation_id IS DISTINCT FROM OLD.delegation_id OR NEW.condition_id IS DISTINCT FROM OLD.condition_id\n                OR OLD.withdrawn_at IS NOT NULL AND NOT ((NEW.content IS DISTINCT FROM OLD.content OR NEW.statement IS DISTINCT FROM OLD.statement OR NEW.withdrawal_reason IS DISTINCT FROM OLD.withdrawal_reason) AND (NEW.content IS NOT DISTINCT FROM OLD.content OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            )) AND (NEW.statement IS NOT DISTINCT FROM OLD.statement OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            )) AND (NEW.withdrawal_reason IS NOT DISTINCT FROM OLD.withdrawal_reason OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'withdrawal_reason'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.withdrawal_reason, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.withdrawal_reason, 'UTF8')), 'hex')\n            )) AND to_jsonb(NEW) - ARRAY['content', 'statement', 'withdrawal_reason']::text[] = to_jsonb(OLD) - ARRAY['content', 'statement', 'withdrawal_reason']::text[])\n            THEN\n                RAISE EXCEPTION 'A signature stays as it was given; it can be withdrawn once.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="df2e5a925d0f46edb4b98a7ac16a3cb14fa289ab",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_signed_e1f1a",
                            table="reviews_conditionwaiver",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "position",
                    pgtrigger.compiler.Trigger(
                        name="signs_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE present integer;",
                            func="\n            SELECT content_version INTO present FROM public.reviews_cycleitem\n            WHERE id = NEW.item_id FOR NO KEY UPDATE;\n            IF NEW.content_version IS DISTINCT FROM present THEN\n                RAISE EXCEPTION 'The content was changed; a signature is for what stands.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.digest <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') THEN\n                RAISE EXCEPTION 'A signature carries the digest of the content it is for.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="a23b43d40f469fd8b857ffaf82f221d896c51c6b",
                            operation="INSERT",
                            pgid="pgtrigger_signs_what_stands_0f080",
                            table="reviews_position",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "position",
                    pgtrigger.compiler.Trigger(
                        name="stays_as_signed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' OR NEW.id IS DISTINCT FROM OLD.id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id OR NEW.signed_by_id IS DISTINCT FROM OLD.signed_by_id OR NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.content_version IS DISTINCT FROM OLD.content_version OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.content IS DISTINCT FROM OLD.content AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            ) OR NEW.statement IS DISTINCT FROM OLD.statement AND NOT EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            ) OR NEW.delegation_id IS DISTINCT FROM OLD.delegation_id OR NEW.item_id IS DISTINCT FROM OLD.item_id OR NEW.stance IS DISTINCT FROM OLD.stance OR NEW.dissent IS DISTINCT FROM OLD.dissent\n                OR OLD.withdrawn_at IS NOT NULL AND NOT ((NEW.content IS DISTINCT FROM OLD.content OR NEW.statement IS DISTINCT FROM OLD.statement OR NEW.withdrawal_reason IS DISTINCT FROM OLD.withdrawal_reason) AND (NEW.content IS NOT DISTINCT FROM OLD.content OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'content'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.content, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex')\n            )) AND (NEW.statement IS NOT DISTINCT FROM OLD.statement OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'statement'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.statement, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.statement, 'UTF8')), 'hex')\n            )) AND (NEW.withdrawal_reason IS NOT DISTINCT FROM OLD.withdrawal_reason OR EXISTS (\n                SELECT 1 FROM public.tracker_redaction AS redaction\n                WHERE redaction.row_id = OLD.id AND redaction.field = 'withdrawal_reason'\n                    AND redaction.sha256 = encode(sha256(convert_to(OLD.withdrawal_reason, 'UTF8')), 'hex')\n                    AND redaction.after_sha256 = encode(sha256(convert_to(NEW.withdrawal_reason, 'UTF8')), 'hex')\n            )) AND to_jsonb(NEW) - ARRAY['content', 'statement', 'withdrawal_reason']::text[] = to_jsonb(OLD) - ARRAY['content', 'statement', 'withdrawal_reason']::text[])\n            THEN\n                RAISE EXCEPTION 'A signature stays as it was given; it can be withdrawn once.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="7997be6b95646d732c91bbf8bb4a010ea658acac",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_stays_as_signed_e961d",
                            table="reviews_position",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "position",
                    pgtrigger.compiler.Trigger(
                        name="on_what_was_reviewed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE stands text; label_of_system text; cycle_of_item uuid;",
                            func="\n            SELECT cycle.status, cycle.id INTO stands, cycle_of_item\n            FROM public.reviews_reviewcycle AS cycle\n            WHERE cycle.id = (SELECT cycle_id FROM public.reviews_cycleitem WHERE id = NEW.item_id)\n            FOR SHARE;\n            IF stands IS DISTINCT FROM 'signing' THEN\n                RAISE EXCEPTION 'Positions are given while a cycle is being signed.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NOT EXISTS (\n                SELECT 1 FROM public.reviews_review AS review\n                WHERE review.item_id = NEW.item_id AND review.status = 'accepted'\n                    AND review.label IN ('amber', 'green', 'clear')\n            ) THEN\n                RAISE EXCEPTION 'What was not reviewed can''t be signed.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            SELECT CASE WHEN system.coming_at <= now() THEN system.coming_label ELSE system.label END\n            INTO label_of_system\n            FROM public.reviews_cycleitem AS item\n                JOIN public.tracker_aisystem AS system ON system.id = item.system_id\n            WHERE item.id = NEW.item_id;\n            IF label_of_system NOT IN ('amber', 'green', 'clear') THEN\n                RAISE EXCEPTION 'A position is given on what every partner can see.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NOT EXISTS (\n                SELECT 1 FROM public.reviews_reviewcycle_signers\n                WHERE reviewcycle_id = cycle_of_item AND organization_id = NEW.organization_id\n            ) THEN\n                RAISE EXCEPTION 'This organization does not sign in this cycle.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="e4e49ee6f91e69f27d1e10584601d0d3992a98fc",
                            operation="INSERT",
                            pgid="pgtrigger_on_what_was_reviewed_00e9f",
                            table="reviews_position",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "findingbehinditem",
                    pgtrigger.compiler.Trigger(
                        name="raises_versions_of_items",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP <> 'UPDATE' OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.title IS DISTINCT FROM OLD.title OR NEW.severity IS DISTINCT FROM OLD.severity OR NEW.review_id IS DISTINCT FROM OLD.review_id OR NEW.label IS DISTINCT FROM OLD.label THEN\n                UPDATE public.reviews_cycleitem AS item SET content_version = content_version + 1\n                WHERE item.id IN (\n                    SELECT review.item_id FROM public.reviews_review AS review\n                    WHERE review.status = 'accepted' AND review.label IN ('amber', 'green', 'clear')\n                        AND ((review.id = OLD.review_id AND OLD.label IN ('amber', 'green', 'clear'))\n                            OR (review.id = NEW.review_id AND NEW.label IN ('amber', 'green', 'clear')))\n                );\n            END IF;\n            RETURN NULL;\n        ",
                            hash="b81fd2f5eb6e7ea1216f8c70400533dc185f4211",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_raises_versions_of_items_2e7ed",
                            table="reviews_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reviewbehinditem",
                    pgtrigger.compiler.Trigger(
                        name="raises_versions_of_items",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP <> 'UPDATE' OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.title IS DISTINCT FROM OLD.title OR NEW.summary IS DISTINCT FROM OLD.summary OR NEW.recommendation IS DISTINCT FROM OLD.recommendation OR NEW.item_id IS DISTINCT FROM OLD.item_id OR NEW.status IS DISTINCT FROM OLD.status OR NEW.label IS DISTINCT FROM OLD.label THEN\n                UPDATE public.reviews_cycleitem AS item SET content_version = content_version + 1\n                WHERE (item.id = OLD.item_id AND OLD.status = 'accepted'\n                        AND OLD.label IN ('amber', 'green', 'clear'))\n                    OR (item.id = NEW.item_id AND NEW.status = 'accepted'\n                        AND NEW.label IN ('amber', 'green', 'clear'));\n            END IF;\n            RETURN NULL;\n        ",
                            hash="d9324932f6daec820ef0c071f8ea6cfca3def37d",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_raises_versions_of_items_c29ad",
                            table="reviews_review",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "versionofitem",
                    pgtrigger.compiler.Trigger(
                        name="raises_versions_of_items",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.label IS DISTINCT FROM OLD.label THEN\n                UPDATE public.reviews_cycleitem SET content_version = content_version + 1\n                WHERE version_id = NEW.id;\n            END IF;\n            RETURN NULL;\n        ",
                            hash="d195dd62e36a056f98c07736c2370e3731e4d97e",
                            operation='UPDATE OF "label"',
                            pgid="pgtrigger_raises_versions_of_items_adfae",
                            table="tracker_systemversion",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
