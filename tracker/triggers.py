"""Rules that PostgreSQL holds whoever writes: state machines, frozen rows, graphs without loops."""

from collections.abc import Iterable

import pgtrigger

from tracker.states import Transitions

# The name under which a dependency that closes a loop is refused.
NO_LOOPS = "systemdependency_no_loops"


def state_machine(noun: str, initial: str, transitions: Transitions) -> pgtrigger.Trigger:
    """Return a trigger that refuses a birth in another state than the initial and any unlisted move.

    The refusal is a check violation, so Django raises it as IntegrityError.
    """
    moves = [
        f"'{old}>{new}'" for old, reachable in transitions.items() for new in sorted(reachable)
    ]
    return pgtrigger.Trigger(
        name="state_machine",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("status"),  # type: ignore[no-untyped-call]
        func=f"""
            IF TG_OP = 'INSERT' THEN
                IF NEW.status <> '{initial}' THEN
                    RAISE EXCEPTION 'A {noun} starts as {initial}, not as %.', NEW.status
                        USING ERRCODE = 'check_violation';
                END IF;
            ELSIF NEW.status <> OLD.status
                AND NOT (OLD.status || '>' || NEW.status) = ANY (ARRAY[{", ".join(moves)}]::text[])
            THEN
                RAISE EXCEPTION 'A {noun} cannot go from % to %.', OLD.status, NEW.status
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def frozen_fields(
    noun: str,
    states: tuple[str, ...],
    fields: tuple[str, ...],
    redactable: tuple[str, ...] = (),
) -> pgtrigger.Trigger:
    """Return a trigger that refuses a change of some fields while a row is in some states.

    From those that are `redactable` words may go, as a recorded redaction says.
    """
    frozen = ", ".join(f"'{state}'" for state in states)
    changed = any_changed(fields, redactable)
    return pgtrigger.Trigger(
        name="frozen_fields",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF OLD.status IN ({frozen}) AND ({changed}) THEN
                RAISE EXCEPTION 'A {noun} that is % never changes.', OLD.status
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def frozen_children(
    noun: str, parent: str, column: str, states: tuple[str, ...]
) -> pgtrigger.Trigger:
    """Return a trigger that refuses any change of rows whose parent row is in some states.

    `parent` is the parent's table and `column` the child's foreign key to it.
    """
    frozen = ", ".join(f"'{state}'" for state in states)
    return pgtrigger.Trigger(
        name="frozen_children",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF EXISTS (
                SELECT 1 FROM public.{parent}
                WHERE id IN (OLD.{column}, NEW.{column}) AND status IN ({frozen})
            ) THEN
                RAISE EXCEPTION 'What belongs to a {noun} that is signed or published never changes.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN COALESCE(NEW, OLD);
        """,
    )


def raises_content_version(
    columns: Iterable[str], settled: Iterable[str] = ()
) -> pgtrigger.Trigger:
    """Return a trigger that raises a record's content version when a material column changes.

    The version never goes down and skips no number by hand, so a signature names one content. In the
    states `settled` nobody can sign again, so what a redaction takes away raises nothing there.
    """
    changed = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in columns)
    states = quoted(settled)
    condition = f" AND OLD.status NOT IN ({states})" if states else ""
    return pgtrigger.Trigger(
        name="content_version",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF NEW.content_version NOT IN (OLD.content_version, OLD.content_version + 1) THEN
                RAISE EXCEPTION 'A content version goes up by one.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF ({changed}){condition} THEN
                NEW.content_version := OLD.content_version + 1;
            END IF;
            RETURN NEW;
        """,
    )


def raises_version_of(
    root: str, column: str, target: str, target_column: str, covers: str
) -> pgtrigger.Trigger:
    """Return a trigger on rows under a record: whichever comes, goes or changes raises its version.

    `root` and `target` are the tables of the record and of what a row names; `column` and
    `target_column` the row's keys to them. `covers` is the condition over `root` and `target`
    under which a signature covers the row: what a signer can't see is not signed.
    """
    return pgtrigger.Trigger(
        name="raises_content_version",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP <> 'UPDATE' OR NEW IS DISTINCT FROM OLD THEN
                UPDATE public.{root} AS root SET content_version = content_version + 1
                WHERE root.id IN (OLD.{column}, NEW.{column}) AND EXISTS (
                    SELECT 1 FROM public.{target} AS target
                    WHERE target.id IN (OLD.{target_column}, NEW.{target_column}) AND ({covers})
                );
            END IF;
            RETURN NULL;
        """,
    )


def raises_versions_by_label(
    name: str,
    root: str,
    through: str,
    column: str,
    target_column: str,
    unsigned: Iterable[str],
    covered: Iterable[str],
) -> pgtrigger.Trigger:
    """Return a trigger on what signed records name: coming into their signers' sight raises versions.

    Only records in the states `unsigned` are touched: what was signed for good stays as signed.
    """
    labels = quoted(covered)
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("label"),  # type: ignore[no-untyped-call]
        func=f"""
            IF (OLD.label IN ({labels})) <> (NEW.label IN ({labels})) THEN
                UPDATE public.{root} AS root SET content_version = content_version + 1
                WHERE root.status IN ({quoted(unsigned)}) AND root.id IN (
                    SELECT {column} FROM public.{through} WHERE {target_column} = NEW.id
                );
            END IF;
            RETURN NULL;
        """,
    )


def any_changed(columns: Iterable[str], redactable: Iterable[str] = ()) -> str:
    """Return the condition that some column changes otherwise than a recorded redaction says."""
    open_columns = set(redactable)
    return " OR ".join(
        f"NEW.{column} IS DISTINCT FROM OLD.{column}"
        + (f" AND NOT {redacted(column)}" if column in open_columns else "")
        for column in columns
    )


def redacted(column: str) -> str:
    """Return the condition that a redaction is recorded from a column's old text to its new one.

    The row of the redaction is the key to this door: without one, which stays, nothing passes.
    """
    return f"""EXISTS (
                SELECT 1 FROM public.tracker_redaction AS redaction
                WHERE redaction.row_id = OLD.id AND redaction.field = '{column}'
                    AND redaction.sha256 = {sha256_of(f"OLD.{column}")}
                    AND redaction.after_sha256 = {sha256_of(f"NEW.{column}")}
            )"""


def redaction_of(columns: Iterable[str]) -> str:
    """Return the condition that a row changes in these columns alone, each as a redaction says."""
    chosen = list(columns)
    rest = ", ".join(f"'{column}'" for column in chosen)
    some = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in chosen)
    each = " AND ".join(
        f"(NEW.{column} IS NOT DISTINCT FROM OLD.{column} OR {redacted(column)})"
        for column in chosen
    )
    same = f"to_jsonb(NEW) - ARRAY[{rest}]::text[] = to_jsonb(OLD) - ARRAY[{rest}]::text[]"
    return f"({some}) AND {each} AND {same}"


def sha256_of(text: str) -> str:
    """Return the SQL for a text's SHA-256 in hexadecimal."""
    return f"encode(sha256(convert_to({text}, 'UTF8')), 'hex')"


def not_while_held(
    *columns: str, born: bool = False, file: str = "", name: str = "not_while_held"
) -> pgtrigger.Trigger:
    """Return a trigger that keeps what is under a legal hold: no row of it goes.

    `columns` hold the keys of the records that a row is, or hangs under. With `born`, no such row
    comes either (a redaction); the column `file` keeps its file too.
    """
    side = "NEW" if born else "OLD"
    keys = ", ".join(f"{side}.{column}" for column in columns)
    operation = pgtrigger.Insert if born else pgtrigger.Delete
    if file:
        operation = operation | pgtrigger.UpdateOf(file)  # type: ignore[no-untyped-call]
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=operation,
        func=f"""
            IF EXISTS (
                SELECT 1 FROM public.tracker_legalhold
                WHERE record_id IN ({keys}) AND lifted_at IS NULL
            ) THEN
                RAISE EXCEPTION 'What is on legal hold stays until the hold is lifted.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN {"NEW" if born else "COALESCE(NEW, OLD)"};
        """,
    )


def hold_stays() -> pgtrigger.Trigger:
    """Return a trigger on legal holds: placed and lifted once, by people of the organization."""
    fixed = ("id", "record_id", "organization_id", "reason", "placed_by_id", "placed_at")
    return pgtrigger.Trigger(
        name="hold_stays",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' THEN
                RAISE EXCEPTION 'A legal hold is lifted, never deleted.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF TG_OP = 'UPDATE' AND (OLD.lifted_at IS NOT NULL OR {any_changed(fixed)}) THEN
                RAISE EXCEPTION 'A legal hold stays as it was placed; it is lifted once.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF EXISTS (
                SELECT 1 FROM public.tracker_user
                WHERE id IN (NEW.placed_by_id, NEW.lifted_by_id)
                    AND organization_id IS DISTINCT FROM NEW.organization_id
            ) THEN
                RAISE EXCEPTION 'Its own organization alone places and lifts a legal hold.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def append_only(noun: str) -> pgtrigger.Trigger:
    """Return a trigger on rows that stay as they were written."""
    return pgtrigger.Trigger(
        name="append_only",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            RAISE EXCEPTION '{noun} stays as it was written.' USING ERRCODE = 'check_violation';
        """,
    )


def quoted(words: Iterable[str]) -> str:
    """Return words as a list of SQL texts; they are ours, never a user's."""
    return ", ".join(f"'{word}'" for word in words)


def signs_what_stands(root: str, column: str) -> pgtrigger.Trigger:
    """Return a trigger on signatures: each is born on what stands, with the digest of its content.

    The record is locked until the signature is written, so that no edit slips in between.
    """
    return pgtrigger.Trigger(
        name="signs_what_stands",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[("present", "integer")],
        func=f"""
            SELECT content_version INTO present FROM public.{root}
            WHERE id = NEW.{column} FOR NO KEY UPDATE;
            IF NEW.content_version IS DISTINCT FROM present THEN
                RAISE EXCEPTION 'The content was changed; a signature is for what stands.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF NEW.digest <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') THEN
                RAISE EXCEPTION 'A signature carries the digest of the content it is for.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def stays_as_signed(
    columns: Iterable[str],
    redactable: Iterable[str] = ("content", "statement", "withdrawal_reason"),
) -> pgtrigger.Trigger:
    """Return a trigger on signatures: what was signed by whom never changes, and no signature is deleted.

    A withdrawal is written beside it, once. Words that were redacted go from what is kept of the
    content too; its digest stays.
    """
    changed = any_changed(columns, redactable)
    redacted = redaction_of(redactable)
    return pgtrigger.Trigger(
        name="stays_as_signed",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' OR {changed}
                OR OLD.withdrawn_at IS NOT NULL AND NOT ({redacted})
            THEN
                RAISE EXCEPTION 'A signature stays as it was given; it can be withdrawn once.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def one_delegation_at_a_time() -> pgtrigger.Trigger:
    """Return a trigger on delegations: within one organization, and none beside another.

    A signatory has one delegate at a time and a delegate one signatory, so that a signature says in
    whose stead it was given; a delegate has no delegate. Writers wait for one another.
    """
    return pgtrigger.Trigger(
        name="one_delegation_at_a_time",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func="""
            PERFORM pg_advisory_xact_lock(hashtext('tracker_delegation'));
            IF TG_OP = 'INSERT' AND (
                SELECT count(DISTINCT organization_id) <> 1 OR count(organization_id) <> 2
                FROM public.tracker_user WHERE id IN (NEW.signatory_id, NEW.delegate_id)
            ) THEN
                RAISE EXCEPTION 'Signing is delegated within one organization.'
                    USING ERRCODE = 'check_violation';
            END IF;
            IF NEW.revoked_at IS NULL AND EXISTS (
                SELECT 1 FROM public.tracker_delegation AS other
                WHERE other.id <> NEW.id AND other.revoked_at IS NULL
                    AND other.starts_at < NEW.ends_at AND NEW.starts_at < other.ends_at
                    AND (other.signatory_id IN (NEW.signatory_id, NEW.delegate_id)
                        OR other.delegate_id IN (NEW.signatory_id, NEW.delegate_id))
            ) THEN
                RAISE EXCEPTION 'One of them has another delegation in this period; revoke it first.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def consents_complete() -> pgtrigger.Trigger:
    """Return a trigger that refuses to complete a wider label while a consent to it is missing."""
    return pgtrigger.Trigger(
        name="consents_complete",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("status"),  # type: ignore[no-untyped-call]
        func="""
            IF NEW.status = 'done' AND OLD.status <> 'done' AND NEW.kind = 'widen' AND NOT (
                SELECT COALESCE(
                    bool_and(c.given_at IS NOT NULL AND c.withdrawn_at IS NULL), false)
                FROM public.tracker_consent c WHERE c.change_id = NEW.id
            ) THEN
                RAISE EXCEPTION 'A label is widened when every organization concerned consented.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def no_loops() -> pgtrigger.Trigger:
    """Return a trigger that refuses a dependency which would close a loop.

    Its sentence names no system, since the loop may run through some that the writer may not know
    of; the detail lists the keys in order, for `editing.add_dependency` to name the visible ones.
    Writers of dependencies wait for one another, so that two halves of a loop can't pass at once.
    """
    return pgtrigger.Trigger(
        name="no_loops",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[("path", "text")],
        func=f"""
            PERFORM pg_advisory_xact_lock(hashtext('tracker_systemdependency'));
            -- Reachability first, each system once: diamonds would make paths without number.
            IF NOT EXISTS (
                WITH RECURSIVE below(id) AS (
                    SELECT NEW.downstream_id
                    UNION
                    SELECT d.downstream_id
                    FROM public.tracker_systemdependency d JOIN below ON d.upstream_id = below.id
                    WHERE d.id <> NEW.id
                )
                SELECT 1 FROM below WHERE id = NEW.upstream_id
            ) THEN
                RETURN NEW;
            END IF;
            WITH RECURSIVE down(id, ids) AS (
                SELECT NEW.downstream_id, ARRAY[NEW.upstream_id, NEW.downstream_id]
                UNION ALL
                SELECT d.downstream_id, down.ids || d.downstream_id
                FROM public.tracker_systemdependency d JOIN down ON d.upstream_id = down.id
                WHERE d.id <> NEW.id AND down.id <> NEW.upstream_id
                    AND NOT d.downstream_id = ANY (down.ids[2:])
            )
            SELECT array_to_string(ids, ' ') INTO path FROM down WHERE id = NEW.upstream_id LIMIT 1;
            RAISE EXCEPTION 'A system cannot depend on itself, directly or through others.'
                USING ERRCODE = 'check_violation', CONSTRAINT = '{NO_LOOPS}', DETAIL = path;
        """,
    )
