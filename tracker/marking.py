"""Which TLP label something leaves with, and where it is written on what leaves.

Whatever leaves in one piece (a page, an export, a report, a download, an answer of the API, a
message) carries the narrowest label of all that it names (FIRST Traffic Light Protocol 2.0).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from django.http import HttpResponseBase

from tracker.access import may_see
from tracker.models import Record
from tracker.states import LABEL_ORDER, Label

if TYPE_CHECKING:
    from tracker.access import Reader

H = TypeVar("H", bound=HttpResponseBase)

# The header of every answer that carries records.
HEADER = "X-TLP"


def label_of(records: Iterable[Any]) -> Label:
    """Return the narrowest label among records; CLEAR where there are none.

    What hangs under a record has that record's label, or a narrower one that it says in `marked` (an
    answer among the partners). What has none is the partners', as cycles are, unless it says
    otherwise there (a published practice).
    """
    return narrowest(own_label(record) for record in records)


def narrowest(labels: Iterable[Label]) -> Label:
    """Return the narrowest of some labels; CLEAR where there are none."""
    return min(labels, key=LABEL_ORDER.index, default=Label.CLEAR)


def own_label(record: Any) -> Label:
    """Return the label that one record leaves with at this instant."""
    if isinstance(record, Record):
        return Label(record.label_now)
    if hasattr(record, "under"):
        widest = Label(getattr(record, "marked", Label.CLEAR))
        return narrowest([own_label(record.under), widest])
    return Label(getattr(record, "marked", Label.AMBER))


def label_for(reader: Reader, records: Iterable[Any]) -> Label:
    """Return the label of what shows records to a reader, with all that they name to that reader."""
    records = list(records)
    named = (other for record in records for other in loaded_with(record))
    seen = [one for one in named if not isinstance(one, Record) or may_see(reader, one)]
    return label_of([*records, *seen])


def loaded_with(record: Any) -> Iterator[Any]:
    """Yield what has a label of those that one was fetched with: plans fetch what is shown, no more."""
    state = getattr(record, "_state", None)
    if state is None:
        return
    related = list(state.fields_cache.values())
    for rows in getattr(record, "_prefetched_objects_cache", {}).values():
        related.extend(rows)
    yield from (one for one in related if isinstance(one, Record) or hasattr(one, "marked"))


def marked(response: H, label: str) -> H:
    """Write a label into the header of an answer: `X-TLP: TLP:AMBER+STRICT`."""
    response[HEADER] = Label(label).label
    return response


def in_file_name(label: str) -> str:
    """Return a label as it goes into the name of a file: TLP-AMBER+STRICT."""
    return Label(label).label.replace(":", "-")


def over_column(label: str, head: str = "") -> str:
    """Return what stands over the column of labels in a table that leaves, and labels it as a whole.

    In a report that is also where the history stood when it was made.
    """
    made_at = f"; history sealed up to {head}" if head else ""
    return f"label ({Label(label).label} in all{made_at})"
