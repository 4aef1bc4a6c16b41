"""Let a record be read by more people only where each organization concerned consented."""

import pgtrigger.compiler
from django.db import migrations

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0011_conditions_stay_as_asked"),
    ]

    operations = [
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "finding",
                    pgtrigger.compiler.Trigger(
                        name="widened_by_consent",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE held text; sought text; since timestamptz;",
                            func="\n            held := (CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END);\n            FOR sought, since IN\n                SELECT NEW.label, statement_timestamp()\n                UNION ALL SELECT NEW.coming_label, NEW.coming_at WHERE NEW.coming_at IS NOT NULL\n            LOOP\n                -- What is to come may be put off, or come in the place of itself.\n                CONTINUE WHEN NOT array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (held)::text)\n                    OR (sought = OLD.coming_label AND since >= OLD.coming_at);\n                IF NOT EXISTS (\n                    SELECT 1 FROM public.tracker_labelchange AS done\n                    WHERE done.record_id = NEW.id AND done.kind = 'widen'\n                        AND done.status = 'done' AND done.to_label = sought\n                        AND (done.takes_effect_at IS NULL OR done.takes_effect_at <= since)\n                        AND NOT EXISTS (\n                            SELECT 1 FROM public.tracker_labelchange AS later\n                            WHERE later.record_id = NEW.id AND later.settled_at > done.settled_at\n                                AND later.kind = 'narrow'\n                        ) AND NOT EXISTS (\n                            SELECT NEW.owner_id\n                            UNION ALL SELECT source.owner_id FROM public.reviews_review AS source WHERE source.id IN (NEW.review_id) AND array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], ((CASE WHEN source.coming_at <= statement_timestamp() THEN source.coming_label ELSE source.label END))::text)\n                            UNION ALL SELECT source.owner_id FROM public.reviews_observation AS source WHERE source.id IN (SELECT observation_id FROM public.reviews_finding_observations WHERE finding_id = NEW.id) AND array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], ((CASE WHEN source.coming_at <= statement_timestamp() THEN source.coming_label ELSE source.label END))::text)\n                            EXCEPT SELECT given.organization_id FROM public.tracker_consent AS given\n                            WHERE given.change_id = done.id\n                                AND given.given_at IS NOT NULL AND given.withdrawn_at IS NULL\n                        )\n                ) THEN\n                    RAISE EXCEPTION 'A label is widened when every organization concerned consented.'\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            END LOOP;\n            RETURN NEW;\n        ",
                            hash="2214a0b9a616e9179c9ccdc48b6475fb07e03311",
                            operation='UPDATE OF "label", "coming_label", "coming_at"',
                            pgid="pgtrigger_widened_by_consent_7d872",
                            table="reviews_finding",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "observation",
                    pgtrigger.compiler.Trigger(
                        name="widened_by_consent",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE held text; sought text; since timestamptz;",
                            func="\n            held := (CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END);\n            FOR sought, since IN\n                SELECT NEW.label, statement_timestamp()\n                UNION ALL SELECT NEW.coming_label, NEW.coming_at WHERE NEW.coming_at IS NOT NULL\n            LOOP\n                -- What is to come may be put off, or come in the place of itself.\n                CONTINUE WHEN NOT array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (held)::text)\n                    OR (sought = OLD.coming_label AND since >= OLD.coming_at);\n                IF NOT EXISTS (\n                    SELECT 1 FROM public.tracker_labelchange AS done\n                    WHERE done.record_id = NEW.id AND done.kind = 'widen'\n                        AND done.status = 'done' AND done.to_label = sought\n                        AND (done.takes_effect_at IS NULL OR done.takes_effect_at <= since)\n                        AND NOT EXISTS (\n                            SELECT 1 FROM public.tracker_labelchange AS later\n                            WHERE later.record_id = NEW.id AND later.settled_at > done.settled_at\n                                AND later.kind = 'narrow'\n                        ) AND NOT EXISTS (\n                            SELECT NEW.owner_id\n                            EXCEPT SELECT given.organization_id FROM public.tracker_consent AS given\n                            WHERE given.change_id = done.id\n                                AND given.given_at IS NOT NULL AND given.withdrawn_at IS NULL\n                        )\n                ) THEN\n                    RAISE EXCEPTION 'A label is widened when every organization concerned consented.'\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            END LOOP;\n            RETURN NEW;\n        ",
                            hash="3125b098ae4976ac1d2ccbea6078d44d260cea01",
                            operation='UPDATE OF "label", "coming_label", "coming_at"',
                            pgid="pgtrigger_widened_by_consent_47dc3",
                            table="reviews_observation",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "review",
                    pgtrigger.compiler.Trigger(
                        name="widened_by_consent",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE held text; sought text; since timestamptz;",
                            func="\n            held := (CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END);\n            FOR sought, since IN\n                SELECT NEW.label, statement_timestamp()\n                UNION ALL SELECT NEW.coming_label, NEW.coming_at WHERE NEW.coming_at IS NOT NULL\n            LOOP\n                -- What is to come may be put off, or come in the place of itself.\n                CONTINUE WHEN NOT array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (held)::text)\n                    OR (sought = OLD.coming_label AND since >= OLD.coming_at);\n                IF NOT EXISTS (\n                    SELECT 1 FROM public.tracker_labelchange AS done\n                    WHERE done.record_id = NEW.id AND done.kind = 'widen'\n                        AND done.status = 'done' AND done.to_label = sought\n                        AND (done.takes_effect_at IS NULL OR done.takes_effect_at <= since)\n                        AND NOT EXISTS (\n                            SELECT 1 FROM public.tracker_labelchange AS later\n                            WHERE later.record_id = NEW.id AND later.settled_at > done.settled_at\n                                AND later.kind = 'narrow'\n                        ) AND NOT EXISTS (\n                            SELECT NEW.owner_id\n                            UNION ALL SELECT source.owner_id FROM public.reviews_observation AS source WHERE source.id IN (SELECT seen.observation_id FROM public.reviews_finding_observations AS seen JOIN public.reviews_finding AS finding ON finding.id = seen.finding_id WHERE finding.review_id = NEW.id) AND array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], ((CASE WHEN source.coming_at <= statement_timestamp() THEN source.coming_label ELSE source.label END))::text)\n                            EXCEPT SELECT given.organization_id FROM public.tracker_consent AS given\n                            WHERE given.change_id = done.id\n                                AND given.given_at IS NOT NULL AND given.withdrawn_at IS NULL\n                        )\n                ) THEN\n                    RAISE EXCEPTION 'A label is widened when every organization concerned consented.'\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            END LOOP;\n            RETURN NEW;\n        ",
                            hash="c5f41dd3eebeebb35240eb7357ee771627d75919",
                            operation='UPDATE OF "label", "coming_label", "coming_at"',
                            pgid="pgtrigger_widened_by_consent_cd0e8",
                            table="reviews_review",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
