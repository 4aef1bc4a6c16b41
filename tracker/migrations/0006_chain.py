"""The tables of the chain over the history, and the functions that queue, seal and redact events."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import tracker.history.migrating

# Of one value: nothing where it is null, so that null and an empty text differ.
DIGEST_OF_VALUE = """
CREATE FUNCTION tracker_value_digest(value jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN value IS NULL OR value = 'null'::jsonb THEN ''::bytea
        ELSE sha256(convert_to(value #>> '{}', 'UTF8'))
    END
$$
"""

# Of one event: NULL where it is gone. A column that is gone can't match either. The settings are
# pinned because the text of an instant or of bytes depends on them.
DIGEST_OF_EVENT = """
CREATE FUNCTION tracker_event_digest(event_table text, event_id bigint, columns text[])
RETURNS bytea LANGUAGE plpgsql STABLE
SET timezone = 'UTC' SET intervalstyle = 'iso_8601' SET bytea_output = 'hex'
SET extra_float_digits = 1 AS $$
DECLARE
    event jsonb;
BEGIN
    IF to_regclass(quote_ident(event_table)) IS NULL THEN
        RETURN NULL;
    END IF;
    EXECUTE format('SELECT to_jsonb(e) FROM %I e WHERE pgh_id = $1', event_table)
        INTO event USING event_id;
    IF event IS NULL THEN
        RETURN NULL;
    END IF;
    RETURN (
        SELECT sha256(convert_to(string_agg(
            c.name || ':' || CASE
                WHEN NOT event ? c.name THEN 'gone'
                ELSE encode(coalesce(r.digest, tracker_value_digest(event -> c.name)), 'hex')
            END, E'\\n' ORDER BY c.place), 'UTF8'))
        FROM unnest(columns) WITH ORDINALITY c(name, place)
        LEFT JOIN tracker_redactedvalue r
            ON r.event_table = tracker_event_digest.event_table
            AND r.event_id = tracker_event_digest.event_id
            AND r."column" = c.name AND r.placeholder = event ->> c.name
    );
END
$$
"""

# One row of the queue for each event: writers wait for nobody. A trigger for each row, since an event
# is a statement of its own anyway, also of a change of many rows. Only the owner's functions insert
# events, so it need not become the owner.
ENQUEUE = """
CREATE FUNCTION tracker_seal_enqueue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.tracker_sealqueue (event_table, event_id, transaction)
    VALUES (TG_TABLE_NAME, NEW.pgh_id, pg_current_xact_id()::text::bigint);
    RETURN NULL;
END
$$
"""

# Redaction is the one door: a value may go only where the hash of what stood there was kept.
REFUSE_CHANGE = """
CREATE FUNCTION tracker_refuse_event_change() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NOT EXISTS (
        SELECT FROM jsonb_each(to_jsonb(OLD)) o
        JOIN jsonb_each(to_jsonb(NEW)) n ON n.key = o.key AND n.value IS DISTINCT FROM o.value
        WHERE NOT EXISTS (
            SELECT FROM tracker_redactedvalue r
            WHERE r.event_table = TG_TABLE_NAME AND r.event_id = OLD.pgh_id
                AND r."column" = o.key AND r.placeholder = n.value #>> '{}'
        )
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'History is kept as it was written: event % of % can''t be changed or removed.',
        OLD.pgh_id, TG_TABLE_NAME USING ERRCODE = 'check_violation';
END
$$
"""

# Only what was written by transactions below the oldest that still runs, so that nothing can appear
# later behind a link; or by a number to come, which only a restored dump can hold.
SEAL = """
CREATE FUNCTION tracker_seal_history(at_most integer) RETURNS bigint LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    item record;
    sealed bigint[] := '{}';
    link bigint := 0;
    chained bytea := decode(repeat('00', 32), 'hex');
    table_of_shape text := '';
    shape_id bigint;
    covered text[];
    event_digest bytea;
    instant timestamptz;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('tracker.seal'));
    instant := clock_timestamp();
    SELECT s.sequence, s.hash INTO link, chained FROM tracker_seal s ORDER BY s.sequence DESC LIMIT 1;
    link := coalesce(link, 0);
    chained := coalesce(chained, decode(repeat('00', 32), 'hex'));
    FOR item IN
        SELECT q.id, q.event_table, q.event_id FROM tracker_sealqueue q
        WHERE (
            q.transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            OR q.transaction >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
        ) AND q.transaction IS DISTINCT FROM pg_current_xact_id_if_assigned()::text::bigint
        ORDER BY q.id LIMIT at_most
    LOOP
        IF item.event_table <> table_of_shape THEN
            table_of_shape := item.event_table;
            SELECT array_agg(a.attname::text ORDER BY a.attnum) INTO covered FROM pg_attribute a
            WHERE a.attrelid = to_regclass(quote_ident(item.event_table))
                AND a.attnum > 0 AND NOT a.attisdropped;
            INSERT INTO tracker_sealshape (event_table, columns)
            VALUES (item.event_table, coalesce(covered, '{}')) ON CONFLICT DO NOTHING;
            SELECT h.id INTO shape_id FROM tracker_sealshape h
            WHERE h.event_table = item.event_table AND h.columns = coalesce(covered, '{}');
        END IF;
        event_digest := tracker_event_digest(item.event_table, item.event_id, covered);
        -- One that was removed meanwhile stays in the queue, where verify_history finds it.
        CONTINUE WHEN event_digest IS NULL;
        link := link + 1;
        chained := sha256(chained || event_digest || convert_to(format('%s:%s:%s', item.event_table,
            item.event_id, to_char(instant, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), 'UTF8'));
        INSERT INTO tracker_seal (sequence, shape_id, event_id, digest, hash, sealed_at)
        VALUES (link, shape_id, item.event_id, event_digest, chained, instant);
        sealed := sealed || item.id;
    END LOOP;
    DELETE FROM tracker_sealqueue q WHERE q.id = ANY (sealed);
    RETURN cardinality(sealed);
END
$$
"""

# What stands in the place of words, by the type of the column.
REDACT = """
CREATE FUNCTION tracker_redact_history(
    of_table text, of_record text, of_column text, new_text text, by_account text, why text
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE
    event record;
    placeholder text;
    shown text;
    redacted bigint := 0;
BEGIN
    IF btrim(coalesce(why, '')) = '' OR btrim(coalesce(by_account, '')) = '' THEN
        RAISE EXCEPTION 'A redaction says who redacts and why.' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (
        SELECT FROM tracker_legalhold h
        WHERE h.record_id::text = of_record AND h.lifted_at IS NULL
    ) THEN
        RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'
            USING ERRCODE = 'check_violation';
    END IF;
    SELECT CASE format_type(a.atttypid, NULL)
        WHEN 'text' THEN '$1::text'
        WHEN 'character varying' THEN '$1::text'
        WHEN 'text[]' THEN 'ARRAY[$1]::text[]'
        WHEN 'character varying[]' THEN 'ARRAY[$1]::text[]'
        WHEN 'jsonb' THEN 'to_jsonb($1::text)'
        WHEN 'bytea' THEN 'convert_to($1, ''UTF8'')'
    END INTO placeholder
    FROM pg_attribute a
    WHERE a.attrelid = to_regclass(quote_ident(of_table)) AND NOT a.attisdropped
        AND a.attname = of_column AND of_column NOT LIKE 'pgh\\_%'
        AND EXISTS (
            SELECT FROM pg_attribute k
            WHERE k.attrelid = a.attrelid AND k.attname = 'pgh_obj_id' AND NOT k.attisdropped
        );
    IF placeholder IS NULL THEN
        RAISE EXCEPTION '% of % is no text of an event table, so it can''t be redacted.',
            of_column, of_table USING ERRCODE = 'check_violation';
    END IF;
    EXECUTE format('SELECT to_jsonb(%s) #>> ''{}''', placeholder) INTO shown USING new_text;
    FOR event IN EXECUTE format(
        'SELECT e.pgh_id AS id, tracker_value_digest(to_jsonb(e.%2$I)) AS digest FROM %1$I e'
        ' WHERE e.pgh_obj_id::text = $1 AND to_jsonb(e.%2$I) #>> ''{}'''
        '     NOT IN ('''', ''[]'', ''{}'', ''\\x'', $4) AND NOT EXISTS ('
        '    SELECT FROM tracker_redactedvalue r WHERE r.event_table = $2 AND r.event_id = e.pgh_id'
        '    AND r."column" = $3)'
        ' ORDER BY e.pgh_id', of_table, of_column) USING of_record, of_table, of_column, shown
    LOOP
        INSERT INTO tracker_redactedvalue
            (event_table, event_id, "column", digest, placeholder, redacted_by, redacted_at, reason)
        VALUES (of_table, event.id, of_column, event.digest, shown, by_account,
            clock_timestamp(), why);
        EXECUTE format('UPDATE %I SET %I = %s WHERE pgh_id = $2', of_table, of_column, placeholder)
            USING new_text, event.id;
        redacted := redacted + 1;
    END LOOP;
    RETURN redacted;
END
$$
"""

FUNCTIONS = {
    "tracker_value_digest(jsonb)": DIGEST_OF_VALUE,
    "tracker_event_digest(text, bigint, text[])": DIGEST_OF_EVENT,
    "tracker_seal_enqueue()": ENQUEUE,
    "tracker_refuse_event_change()": REFUSE_CHANGE,
    "tracker_seal_history(integer)": SEAL,
    "tracker_redact_history(text, text, text, text, text, text)": REDACT,
}


class Migration(migrations.Migration):
    replaces = [
        ("tracker", "0010_chain_tables"),
        ("tracker", "0011_chain_functions"),
    ]

    dependencies = [
        ("tracker", "0005_keep_events"),
    ]

    operations = [
        tracker.history.migrating.CreateModels(
            models=[
                migrations.CreateModel(
                    name="SealQueue",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("event_table", models.TextField()),
                        ("event_id", models.BigIntegerField()),
                        ("transaction", models.BigIntegerField()),
                    ],
                    options={
                        "db_table": "tracker_sealqueue",
                    },
                ),
                migrations.CreateModel(
                    name="RedactedValue",
                    fields=[
                        ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("event_table", models.TextField(verbose_name="history of")),
                        ("event_id", models.BigIntegerField(verbose_name="event")),
                        ("column", models.TextField(verbose_name="field")),
                        ("digest", models.BinaryField(verbose_name="hash of what stood there")),
                        ("placeholder", models.TextField(verbose_name="what stands there now")),
                        (
                            "redacted_by",
                            models.TextField(
                                help_text="The account's key.", verbose_name="redacted by"
                            ),
                        ),
                        ("redacted_at", models.DateTimeField(verbose_name="redacted on")),
                        ("reason", models.TextField(verbose_name="reason")),
                    ],
                    options={
                        "verbose_name": "redacted value",
                        "verbose_name_plural": "redacted values",
                        "db_table": "tracker_redactedvalue",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("event_table", "event_id", "column"),
                                name="redactedvalue_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SealShape",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("event_table", models.TextField()),
                        (
                            "columns",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(), size=None
                            ),
                        ),
                    ],
                    options={
                        "db_table": "tracker_sealshape",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("event_table", "columns"), name="sealshape_unique"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Seal",
                    fields=[
                        ("sequence", models.BigIntegerField(primary_key=True, serialize=False)),
                        ("event_id", models.BigIntegerField()),
                        ("digest", models.BinaryField()),
                        ("hash", models.BinaryField()),
                        ("sealed_at", models.DateTimeField()),
                        (
                            "shape",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tracker.sealshape",
                            ),
                        ),
                    ],
                    options={
                        "db_table": "tracker_seal",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("event_id", "shape"), name="seal_event_once"
                            )
                        ],
                    },
                ),
            ],
        ),
        *(
            migrations.RunSQL(create, f"DROP FUNCTION {signature} CASCADE")
            for signature, create in FUNCTIONS.items()
        ),
    ]
