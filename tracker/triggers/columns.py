"""SQL that several rules are made of: what changes, and what a recorded redaction takes away."""

from collections.abc import Iterable


def quoted(words: Iterable[str]) -> str:
    """Return words as a list of SQL texts; they are ours, never a user's."""
    return ", ".join(f"'{word}'" for word in words)


def label_now(row: str) -> str:
    """Return the SQL for the label that a row bears at this instant, as `Record.label_now` says it."""
    is_over = f"{row}.coming_at <= statement_timestamp()"
    return f"(CASE WHEN {is_over} THEN {row}.coming_label ELSE {row}.label END)"


def changed(columns: Iterable[str]) -> str:
    """Return the condition that one of some columns differs."""
    return " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in columns)


def any_changed(
    columns: Iterable[str], redactable: Iterable[str] = (), own: Iterable[str] = ()
) -> str:
    """Return the condition that some column changes otherwise than a recorded redaction says.

    What is in `own` too the row's organization alone redacts.
    """
    open_columns = set(redactable)
    return " OR ".join(
        f"NEW.{column} IS DISTINCT FROM OLD.{column}"
        + (f" AND NOT {redacted(column, own)}" if column in open_columns else "")
        for column in columns
    )


def redacted(column: str, own: Iterable[str] = ()) -> str:
    """Return the condition that a redaction is recorded from a column's old text to its new one.

    The row of the redaction is the key to this door: without one, which stays, nothing passes.
    """
    by_its_own = " AND redaction.organization_id = OLD.organization_id" if column in own else ""
    return f"""EXISTS (
                SELECT 1 FROM public.tracker_redaction AS redaction
                WHERE redaction.row_id = OLD.id AND redaction.field = '{column}'
                    AND redaction.sha256 = {sha256_of(f"OLD.{column}")}
                    AND redaction.after_sha256 = {sha256_of(f"NEW.{column}")}{by_its_own}
            )"""


def redaction_of(columns: Iterable[str], own: Iterable[str] = ()) -> str:
    """Return the condition that a row changes in these columns alone, each as a redaction says."""
    chosen = list(columns)
    rest = ", ".join(f"'{column}'" for column in chosen)
    some = changed(chosen)
    each = " AND ".join(
        f"(NEW.{column} IS NOT DISTINCT FROM OLD.{column} OR {redacted(column, own)})"
        for column in chosen
    )
    same = f"to_jsonb(NEW) - ARRAY[{rest}]::text[] = to_jsonb(OLD) - ARRAY[{rest}]::text[]"
    return f"({some}) AND {each} AND {same}"


def sha256_of(text: str) -> str:
    """Return the SQL for a text's SHA-256 in hexadecimal."""
    return f"encode(sha256(convert_to({text}, 'UTF8')), 'hex')"
