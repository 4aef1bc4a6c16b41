"""Rules that PostgreSQL holds whoever writes: state machines, frozen rows, graphs without loops."""

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


def frozen_fields(noun: str, states: tuple[str, ...], fields: tuple[str, ...]) -> pgtrigger.Trigger:
    """Return a trigger that refuses a change of some fields while a row is in some states."""
    frozen = ", ".join(f"'{state}'" for state in states)
    changed = " OR ".join(f"NEW.{field} IS DISTINCT FROM OLD.{field}" for field in fields)
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
