"""Rules of briefings that PostgreSQL holds whoever writes."""

from __future__ import annotations

import pgtrigger


def complete_once_answered() -> pgtrigger.Trigger:
    """Return a trigger on briefings: none is complete while a line of it is open."""
    return pgtrigger.Trigger(
        name="complete_once_answered",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("is_complete"),  # type: ignore[no-untyped-call]
        func="""
            IF NEW.is_complete AND EXISTS (
                SELECT 1 FROM public.lessons_briefingline
                WHERE briefing_id = NEW.id AND status = 'open'
            ) THEN
                RAISE EXCEPTION 'A briefing is complete once each of its lessons is answered.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )
