"""What PostgreSQL refuses, whoever writes."""

import pgtrigger.compiler
from django.db import migrations

import tracker.history.migrating


class Migration(migrations.Migration):
    replaces = [
        ("tracker", "0012_protect_records"),
    ]

    dependencies = [
        ("tracker", "0006_chain"),
    ]

    operations = [
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "aisystem",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="3e6414816d5cd24cd4a7835f9ba06c97f6e6c616",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_1632f",
                            table="tracker_aisystem",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "systemdependency",
                    pgtrigger.compiler.Trigger(
                        name="no_loops",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE path text;",
                            func="\n            PERFORM pg_advisory_xact_lock(hashtext('tracker_systemdependency'));\n            -- Reachability first, each system once: diamonds would make paths without number.\n            IF NOT EXISTS (\n                WITH RECURSIVE below(id) AS (\n                    SELECT NEW.downstream_id\n                    UNION\n                    SELECT d.downstream_id\n                    FROM public.tracker_systemdependency d JOIN below ON d.upstream_id = below.id\n                    WHERE d.id <> NEW.id\n                )\n                SELECT 1 FROM below WHERE id = NEW.upstream_id\n            ) THEN\n                RETURN NEW;\n            END IF;\n            WITH RECURSIVE down(id, ids) AS (\n                SELECT NEW.downstream_id, ARRAY[NEW.upstream_id, NEW.downstream_id]\n                UNION ALL\n                SELECT d.downstream_id, down.ids || d.downstream_id\n                FROM public.tracker_systemdependency d JOIN down ON d.upstream_id = down.id\n                WHERE d.id <> NEW.id AND down.id <> NEW.upstream_id\n                    AND NOT d.downstream_id = ANY (down.ids[2:])\n            )\n            SELECT array_to_string(ids, ' ') INTO path FROM down WHERE id = NEW.upstream_id LIMIT 1;\n            RAISE EXCEPTION 'A system cannot depend on itself, directly or through others.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'systemdependency_no_loops', DETAIL = path;\n        ",
                            hash="188f55affe6905d61235d13225728d9b1b9cd971",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_no_loops_0d260",
                            table="tracker_systemdependency",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "systemversion",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (OLD.system_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN COALESCE(NEW, OLD);\n        ",
                            hash="90099a702b9c27ea2983d973b2dd7cd161a3df90",
                            operation="DELETE",
                            pgid="pgtrigger_not_while_held_3643d",
                            table="tracker_systemversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "delegation",
                    pgtrigger.compiler.Trigger(
                        name="one_delegation_at_a_time",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            PERFORM pg_advisory_xact_lock(hashtext('tracker_delegation'));\n            IF TG_OP = 'INSERT' AND (\n                SELECT count(DISTINCT organization_id) <> 1 OR count(organization_id) <> 2\n                FROM public.tracker_user WHERE id IN (NEW.signatory_id, NEW.delegate_id)\n            ) THEN\n                RAISE EXCEPTION 'Signing is delegated within one organization.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF NEW.revoked_at IS NULL AND EXISTS (\n                SELECT 1 FROM public.tracker_delegation AS other\n                WHERE other.id <> NEW.id AND other.revoked_at IS NULL\n                    AND other.starts_at < NEW.ends_at AND NEW.starts_at < other.ends_at\n                    AND (other.signatory_id IN (NEW.signatory_id, NEW.delegate_id)\n                        OR other.delegate_id IN (NEW.signatory_id, NEW.delegate_id))\n            ) THEN\n                RAISE EXCEPTION 'One of them has another delegation in this period; revoke it first.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="36205deb1f82c88202f288b250ef5688e3e7f7d1",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_one_delegation_at_a_time_f64d6",
                            table="tracker_delegation",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "labelchange",
                    pgtrigger.compiler.Trigger(
                        name="state_machine",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'INSERT' THEN\n                IF NEW.status <> 'asked' THEN\n                    RAISE EXCEPTION 'A change of a label starts as asked, not as %.', NEW.status\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            ELSIF NEW.status <> OLD.status\n                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY['asked>called_off', 'asked>done', 'asked>outdated', 'asked>withdrawn', 'done>withdrawn']::text[])\n            THEN\n                RAISE EXCEPTION 'A change of a label cannot go from % to %.', OLD.status, NEW.status\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="80c275ccdeba7bc8ac7289b0d376346a387cdc54",
                            operation='INSERT OR UPDATE OF "status"',
                            pgid="pgtrigger_state_machine_f28c9",
                            table="tracker_labelchange",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "labelchange",
                    pgtrigger.compiler.Trigger(
                        name="consents_complete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.status = 'done' AND OLD.status <> 'done' AND NEW.kind = 'widen' AND NOT (\n                SELECT COALESCE(\n                    bool_and(c.given_at IS NOT NULL AND c.withdrawn_at IS NULL), false)\n                FROM public.tracker_consent c WHERE c.change_id = NEW.id\n            ) THEN\n                RAISE EXCEPTION 'A label is widened when every organization concerned consented.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="eba0dc6f98eb5380f7bdbb4a28e4eaf5572bc10b",
                            operation='UPDATE OF "status"',
                            pgid="pgtrigger_consents_complete_2bc22",
                            table="tracker_labelchange",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "legalhold",
                    pgtrigger.compiler.Trigger(
                        name="hold_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' THEN\n                RAISE EXCEPTION 'A legal hold is lifted, never deleted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF TG_OP = 'UPDATE' AND (OLD.lifted_at IS NOT NULL OR NEW.id IS DISTINCT FROM OLD.id OR NEW.record_id IS DISTINCT FROM OLD.record_id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.placed_by_id IS DISTINCT FROM OLD.placed_by_id OR NEW.placed_at IS DISTINCT FROM OLD.placed_at) THEN\n                RAISE EXCEPTION 'A legal hold stays as it was placed; it is lifted once.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_user\n                WHERE id IN (NEW.placed_by_id, NEW.lifted_by_id)\n                    AND organization_id IS DISTINCT FROM NEW.organization_id\n            ) THEN\n                RAISE EXCEPTION 'Its own organization alone places and lifts a legal hold.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="d469a43fc24884fdb2a89e00244e1c65180ded63",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_hold_stays_183d2",
                            table="tracker_legalhold",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "reading",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            RAISE EXCEPTION 'A reading stays as it was written.' USING ERRCODE = 'check_violation';\n        ",
                            hash="b1d0b89fe05e81135e4849427ab1786dfbf88934",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_64642",
                            table="tracker_reading",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "redaction",
                    pgtrigger.compiler.Trigger(
                        name="not_while_held",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n                SELECT 1 FROM public.tracker_legalhold\n                WHERE record_id IN (NEW.record_id) AND lifted_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'\n                    USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="f48ef3894237cb33e845c62e5e8c7ad507fae5cd",
                            operation="INSERT",
                            pgid="pgtrigger_not_while_held_ecf03",
                            table="tracker_redaction",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "redaction",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            RAISE EXCEPTION 'A redaction stays as it was written.' USING ERRCODE = 'check_violation';\n        ",
                            hash="22b45d668c0e8e0f709094d05f859b01a885fd54",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_15b95",
                            table="tracker_redaction",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
