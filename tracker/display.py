"""The values that components of more than a word take, drawn the same on every surface."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

Text: TypeAlias = str | Promise
# What is said in the place of a system that the reader may not see: neither its name nor how many.
UNSEEN_SYSTEM = gettext_lazy("a system not shared with you")

StationState: TypeAlias = Literal["done", "current", "gap", "ahead", "absent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One of the thread's stations: observation, finding, lesson, outcome, verified.

    `gap` says the line is broken here: who it waits for (`gap_name`) and since how many days.
    `ahead` is a station not reached yet, with nobody late; `absent` one that the line began after.
    """

    name: Text
    state: StationState
    label: Text = ""
    date: date | datetime | None = None
    date_precision: str = "day"
    url: str = ""
    count: int | None = None
    gap_name: Text = ""
    gap_days: int | None = None


def waiting_words(name: Text, days: int | None) -> str:
    """Say who a gap waits for and since when, as far as either is known."""
    if days is None:
        return _("waits for %s") % name if name else ""
    since = ngettext("%d day", "%d days", days) % days if days else _("since today")
    if not name:
        return since
    return _("waits for %(name)s, %(since)s") % {"name": name, "since": since}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One partner's column beside a record: signed, or who is asked to sign.

    `is_live` says the signed version is the one on the page; where it isn't, `changes_url`
    shows what changed since. `digest` is the SHA-256 of what was signed. A signature that was taken
    back names the day in `withdrawn_at` and why. `statement` is what was said with it.
    """

    organization: Text
    signer: Text = ""
    signed_at: datetime | None = None
    version: int | None = None
    digest: str = ""
    is_live: bool = False
    changes_url: str = ""
    waiting_for: Text = ""
    is_illustrative: bool = False
    withdrawn_at: datetime | None = None
    withdrawal_reason: Text = ""
    statement: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceNode:
    """A record in the trace, with the records one step further away from where one stands.

    `kind` is the noun in words, with its article where hidden ("An observation"); `noun` is the
    slug that `status` takes.
    `is_repeated` says that the node stands in full, with its branches, elsewhere in the trace.
    `gap` is a sentence standing where a record is missing: "No update yet: waits for Mei Lin, 41 days".
    """

    kind: Text
    title: Text = ""
    reference: str = ""
    url: str = ""
    noun: str = ""
    state: str = ""
    state_name: Text = ""
    date: date | datetime | None = None
    date_precision: str = "day"
    is_hidden: bool = False
    is_repeated: bool = False
    gap: Text = ""
    children: Sequence["TraceNode"] = ()


@dataclass(frozen=True, slots=True)
class LoopStep:
    """A bar of the loop chart: how many got this far, and their share (0 to 1) of the first."""

    label: Text
    count: int
    share: float
    # Where those that it counts stand, for whoever may read them.
    url: str = ""
