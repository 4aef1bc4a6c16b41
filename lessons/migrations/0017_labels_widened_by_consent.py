"""Let a record be read by more people only where each organization concerned consented."""

import pgtrigger.compiler
from django.db import migrations

import tracker.history.migrating


class Migration(migrations.Migration):
    dependencies = [
        ("lessons", "0016_come_back_by_a_check"),
    ]

    operations = [
        tracker.history.migrating.AddTriggers(
            triggers=[
                (
                    "lesson",
                    pgtrigger.compiler.Trigger(
                        name="widened_by_consent",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE held text; sought text; since timestamptz;",
                            func="\n            held := (CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END);\n            FOR sought, since IN\n                SELECT NEW.label, statement_timestamp()\n                UNION ALL SELECT NEW.coming_label, NEW.coming_at WHERE NEW.coming_at IS NOT NULL\n            LOOP\n                -- What is to come may be put off, or come in the place of itself.\n                CONTINUE WHEN NOT array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (held)::text)\n                    OR (sought = OLD.coming_label AND since >= OLD.coming_at);\n                IF NOT EXISTS (\n                    SELECT 1 FROM public.tracker_labelchange AS done\n                    WHERE done.record_id = NEW.id AND done.kind = 'widen'\n                        AND done.status = 'done' AND done.to_label = sought\n                        AND (done.takes_effect_at IS NULL OR done.takes_effect_at <= since)\n                        AND NOT EXISTS (\n                            SELECT 1 FROM public.tracker_labelchange AS later\n                            WHERE later.record_id = NEW.id AND later.settled_at > done.settled_at\n                                AND later.kind = 'narrow'\n                        ) AND NOT EXISTS (\n                            SELECT NEW.owner_id\n                            UNION ALL SELECT source.owner_id FROM public.reviews_finding AS source WHERE source.id IN (SELECT finding_id FROM public.lessons_lesson_findings WHERE lesson_id = NEW.id) AND array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], ((CASE WHEN source.coming_at <= statement_timestamp() THEN source.coming_label ELSE source.label END))::text)\n                            EXCEPT SELECT given.organization_id FROM public.tracker_consent AS given\n                            WHERE given.change_id = done.id\n                                AND given.given_at IS NOT NULL AND given.withdrawn_at IS NULL\n                        )\n                ) THEN\n                    RAISE EXCEPTION 'A label is widened when every organization concerned consented.'\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            END LOOP;\n            RETURN NEW;\n        ",
                            hash="f07c1dd1a91ed89bc31664b70af4055b1cf750e7",
                            operation='UPDATE OF "label", "coming_label", "coming_at"',
                            pgid="pgtrigger_widened_by_consent_334f8",
                            table="lessons_lesson",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "researchdirection",
                    pgtrigger.compiler.Trigger(
                        name="widened_by_consent",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE held text; sought text; since timestamptz;",
                            func="\n            held := (CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END);\n            FOR sought, since IN\n                SELECT NEW.label, statement_timestamp()\n                UNION ALL SELECT NEW.coming_label, NEW.coming_at WHERE NEW.coming_at IS NOT NULL\n            LOOP\n                -- What is to come may be put off, or come in the place of itself.\n                CONTINUE WHEN NOT array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (held)::text)\n                    OR (sought = OLD.coming_label AND since >= OLD.coming_at);\n                IF NOT EXISTS (\n                    SELECT 1 FROM public.tracker_labelchange AS done\n                    WHERE done.record_id = NEW.id AND done.kind = 'widen'\n                        AND done.status = 'done' AND done.to_label = sought\n                        AND (done.takes_effect_at IS NULL OR done.takes_effect_at <= since)\n                        AND NOT EXISTS (\n                            SELECT 1 FROM public.tracker_labelchange AS later\n                            WHERE later.record_id = NEW.id AND later.settled_at > done.settled_at\n                                AND later.kind = 'narrow'\n                        ) AND NOT EXISTS (\n                            SELECT NEW.owner_id\n                            UNION ALL SELECT source.owner_id FROM public.lessons_lesson AS source WHERE source.id IN (SELECT lesson_id FROM public.lessons_researchdirection_lessons WHERE researchdirection_id = NEW.id) AND array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], ((CASE WHEN source.coming_at <= statement_timestamp() THEN source.coming_label ELSE source.label END))::text)\n                            EXCEPT SELECT given.organization_id FROM public.tracker_consent AS given\n                            WHERE given.change_id = done.id\n                                AND given.given_at IS NOT NULL AND given.withdrawn_at IS NULL\n                        )\n                ) THEN\n                    RAISE EXCEPTION 'A label is widened when every organization concerned consented.'\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            END LOOP;\n            RETURN NEW;\n        ",
                            hash="a27189b5165fac0d21edd9c1615d86f7d80ec96f",
                            operation='UPDATE OF "label", "coming_label", "coming_at"',
                            pgid="pgtrigger_widened_by_consent_66c8a",
                            table="lessons_researchdirection",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "systemupdate",
                    pgtrigger.compiler.Trigger(
                        name="widened_by_consent",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE held text; sought text; since timestamptz;",
                            func="\n            held := (CASE WHEN OLD.coming_at <= statement_timestamp() THEN OLD.coming_label ELSE OLD.label END);\n            FOR sought, since IN\n                SELECT NEW.label, statement_timestamp()\n                UNION ALL SELECT NEW.coming_label, NEW.coming_at WHERE NEW.coming_at IS NOT NULL\n            LOOP\n                -- What is to come may be put off, or come in the place of itself.\n                CONTINUE WHEN NOT array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (held)::text)\n                    OR (sought = OLD.coming_label AND since >= OLD.coming_at);\n                IF NOT EXISTS (\n                    SELECT 1 FROM public.tracker_labelchange AS done\n                    WHERE done.record_id = NEW.id AND done.kind = 'widen'\n                        AND done.status = 'done' AND done.to_label = sought\n                        AND (done.takes_effect_at IS NULL OR done.takes_effect_at <= since)\n                        AND NOT EXISTS (\n                            SELECT 1 FROM public.tracker_labelchange AS later\n                            WHERE later.record_id = NEW.id AND later.settled_at > done.settled_at\n                                AND later.kind = 'narrow'\n                        ) AND NOT EXISTS (\n                            SELECT NEW.owner_id\n                            UNION ALL SELECT source.owner_id FROM public.lessons_lesson AS source WHERE source.id IN (SELECT lesson_id FROM public.lessons_systemupdate_lessons WHERE systemupdate_id = NEW.id) AND array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], ((CASE WHEN source.coming_at <= statement_timestamp() THEN source.coming_label ELSE source.label END))::text)\n                            UNION ALL SELECT source.owner_id FROM public.reviews_finding AS source WHERE source.id IN (SELECT finding_id FROM public.lessons_systemupdate_findings WHERE systemupdate_id = NEW.id) AND array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], ((CASE WHEN source.coming_at <= statement_timestamp() THEN source.coming_label ELSE source.label END))::text)\n                            UNION ALL SELECT source.owner_id FROM public.reviews_observation AS source WHERE source.id IN (SELECT observation_id FROM public.lessons_systemupdate_observations WHERE systemupdate_id = NEW.id) AND array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], (sought)::text) > array_position(ARRAY['red', 'amber_strict', 'amber', 'green', 'clear']::text[], ((CASE WHEN source.coming_at <= statement_timestamp() THEN source.coming_label ELSE source.label END))::text)\n                            EXCEPT SELECT given.organization_id FROM public.tracker_consent AS given\n                            WHERE given.change_id = done.id\n                                AND given.given_at IS NOT NULL AND given.withdrawn_at IS NULL\n                        )\n                ) THEN\n                    RAISE EXCEPTION 'A label is widened when every organization concerned consented.'\n                        USING ERRCODE = 'check_violation';\n                END IF;\n            END LOOP;\n            RETURN NEW;\n        ",
                            hash="8ec47006b5da042ed8eee5ed6ceec1b8d651fc3b",
                            operation='UPDATE OF "label", "coming_label", "coming_at"',
                            pgid="pgtrigger_widened_by_consent_f95b7",
                            table="lessons_systemupdate",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
