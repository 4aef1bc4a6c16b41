"""The one door of history, for every kind of column in which words stand, and closed by a legal hold."""

from django.db import migrations

# What stands in the place of words, by the type of the column.
REDACT = """
CREATE OR REPLACE FUNCTION tracker_redact_history(
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


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0013_drop_the_tokens_of_before"),
    ]

    operations = [migrations.RunSQL(REDACT, migrations.RunSQL.noop)]
