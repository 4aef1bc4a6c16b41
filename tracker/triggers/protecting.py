"""Rules on what is held for a court, on who redacts, and on graphs without loops."""

import pgtrigger

from tracker.states import SAID_WITH_SIGNATURE
from tracker.triggers.columns import any_changed, quoted

# The name under which a dependency that closes a loop is refused.
NO_LOOPS = "systemdependency_no_loops"


def not_while_held(
    *columns: str,
    born: bool = False,
    file: str = "",
    above: tuple[str, str, str] | None = None,
    name: str = "not_while_held",
) -> pgtrigger.Trigger:
    """Return a trigger that keeps what is under a legal hold: no row of it goes.

    `columns` hold the keys of the records that a row is, or hangs under. With `born`, no such row
    comes either (a redaction); the column `file` keeps its file too. `above` is a table, the row's key
    to it, and that table's key to the record, where the row hangs two steps under it.
    """
    side = "NEW" if born else "OLD"
    every = [f"{side}.{column}" for column in columns]
    if above is not None:
        table, own, key = above
        every.append(f"(SELECT {key} FROM public.{table} WHERE id = {side}.{own})")
    keys = ", ".join(every)
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


def redacted_by_its_own() -> pgtrigger.Trigger:
    """Return a trigger on redactions: each is made by a person of the organization that it names."""
    return pgtrigger.Trigger(
        name="redacted_by_its_own",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func="""
            IF NEW.organization_id IS DISTINCT FROM (
                SELECT organization_id FROM public.tracker_user WHERE id = NEW.redacted_by_id
            ) THEN
                RAISE EXCEPTION 'A redaction is made by a person of the organization that it names.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


def signers_own_history() -> pgtrigger.Trigger:
    """Return a trigger on what goes from the history: what was said with a signature, by its own people.

    An event table of signatures is told by its column of who signed.
    """
    return pgtrigger.Trigger(
        name="signers_own_history",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[("side", "uuid")],
        func=f"""
            IF NEW."column" IN ({quoted(SAID_WITH_SIGNATURE)}) AND EXISTS (
                SELECT 1 FROM pg_attribute
                WHERE attrelid = to_regclass('public.' || quote_ident(NEW.event_table))
                    AND attname = 'signed_by_id'
            ) THEN
                EXECUTE format(
                    'SELECT organization_id FROM public.%I WHERE pgh_id = $1', NEW.event_table
                ) INTO side USING NEW.event_id;
                IF side IS DISTINCT FROM (
                    SELECT organization_id FROM public.tracker_user
                    WHERE id::text = NEW.redacted_by
                ) THEN
                    RAISE EXCEPTION 'What was said with a signature its own organization redacts.'
                        USING ERRCODE = 'check_violation';
                END IF;
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
            IF NEW.taken_back_at IS NOT NULL THEN
                RETURN NEW;
            END IF;
            PERFORM pg_advisory_xact_lock(hashtext('tracker_systemdependency'));
            -- Reachability first, each system once: diamonds would make paths without number.
            IF NOT EXISTS (
                WITH RECURSIVE below(id) AS (
                    SELECT NEW.downstream_id
                    UNION
                    SELECT d.downstream_id
                    FROM public.tracker_systemdependency d JOIN below ON d.upstream_id = below.id
                    WHERE d.id <> NEW.id AND d.taken_back_at IS NULL
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
                WHERE d.id <> NEW.id AND d.taken_back_at IS NULL AND down.id <> NEW.upstream_id
                    AND NOT d.downstream_id = ANY (down.ids[2:])
            )
            SELECT array_to_string(ids, ' ') INTO path FROM down WHERE id = NEW.upstream_id LIMIT 1;
            RAISE EXCEPTION 'A system cannot depend on itself, directly or through others.'
                USING ERRCODE = 'check_violation', CONSTRAINT = '{NO_LOOPS}', DETAIL = path;
        """,
    )
