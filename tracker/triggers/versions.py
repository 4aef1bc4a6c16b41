"""Rules that raise a content version, so that a signature names one content."""

from collections.abc import Iterable

import pgtrigger

from tracker.triggers.columns import changed, label_now, quoted


def raises_content_version(
    columns: Iterable[str], settled: Iterable[str] = ()
) -> pgtrigger.Trigger:
    """Return a trigger that raises a record's content version when a material column changes.

    The version never goes down and skips no number by hand, so a signature names one content. In the
    states `settled` nobody can sign again, so what a redaction takes away raises nothing there.
    """
    differs = changed(columns)
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
            IF ({differs}){condition} THEN
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

    The end of an embargo writes nothing: whoever signs next finds it (tracker/signing.py).

    Only records in the states `unsigned` are touched: what was signed for good stays as signed.
    """
    labels = quoted(covered)
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("label", "coming_label", "coming_at"),  # type: ignore[no-untyped-call]
        func=f"""
            IF ({label_now("OLD")} IN ({labels})) <> ({label_now("NEW")} IN ({labels})) THEN
                UPDATE public.{root} AS root SET content_version = content_version + 1
                WHERE root.status IN ({quoted(unsigned)}) AND root.id IN (
                    SELECT {column} FROM public.{through} WHERE {target_column} = NEW.id
                );
            END IF;
            RETURN NULL;
        """,
    )
