"""Rules on a row alone: which state may follow which, and what never changes again."""

import pgtrigger

from tracker.states import Transitions
from tracker.triggers.columns import any_changed


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
