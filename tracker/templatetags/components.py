"""The pages' small parts as template tags; each draws the template of its name in components/."""

from collections.abc import Hashable, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template.loader import render_to_string
from django.utils import dateformat, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from tracker.display import LoopStep, Signature, Station, Text, TraceNode, waiting_words
from tracker.states import Severity

register = template.Library()

# What a state looks like, said once: waiting is grey, moving blue, in effect green, needs someone
# amber, blocked or regressed red. A state that means something else for one noun is "noun.state",
# with the noun as its model is called.
TONES: dict[str, tuple[str, ...]] = {
    "waiting": (
        "planned", "draft", "pending", "dismissed", "duplicate", "withdrawn", "superseded",
        "declined", "dropped", "rejected", "waived", "not_applicable", "recuse", "lapsed",
        "never_run",
    ),
    "moving": (
        "open", "submitted", "confirmed", "addressed", "endorsed", "actioned", "accepted",
        "in_progress", "shipped", "adopted", "active", "approved", "partial", "reviewed",
    ),
    "effective": (
        "closed", "verified", "learned", "concluded", "published", "concur", "effective",
        "already_covered", "review.accepted", "observation.confirmed", "cycleitem.approved",
        "cycleitem.reviewed", "disposition.adopted", "adoption.adopted",
        "fresh",
    ),
    "needed": (
        "new", "signing", "identified", "proposed", "joint_review", "review.submitted",
        "approved_with_conditions", "concur_with_conditions", "partially_effective",
        "inconclusive", "stale",
    ),
    "broken": (
        "regressed", "not_effective", "rolled_back", "blocked", "block", "late",
        "recurrence.confirmed", "failed",
    ),
}  # fmt: skip
TONE_OF = {state: tone for tone, states in TONES.items() for state in states}

# Severity is no state: it keeps the ink's colour and shows its rank in bars, none to four.
RANKS: dict[str, int] = {value: rank for rank, value in enumerate(reversed(Severity.values))}


def _draw(component: str, **values: Any) -> SafeString:
    """Render a component, without the white space around it that would show before a comma."""
    html = render_to_string(f"components/{component}.html", values)
    return mark_safe(html.strip())


def _draw_word(component: str, **values: Hashable) -> SafeString:
    """Render a part that a few words decide once only: a list repeats it in every row."""
    return _draw_once(component, get_language(), tuple(values.items()))


@lru_cache(maxsize=4096)
def _draw_once(component: str, _language: str | None, values: tuple[Any, ...]) -> SafeString:
    return _draw(component, **dict(values))


# --- Words with a shape ---------------------------------------------------------------------


def tone_of(state: str, noun: str = "") -> str:
    """Return the tone of a noun's state; a state nobody placed yet is drawn as waiting."""
    return TONE_OF.get(f"{noun}.{state}") or TONE_OF.get(state, "waiting")


@register.simple_tag
def status(state: str, noun: str = "", label: Text = "") -> SafeString:
    """Draw a state as colour, word and shape."""
    word = label or state.replace("_", " ").capitalize()
    return _draw_word("status", tone=tone_of(state, noun), label=str(word))


@register.simple_tag
def severity(value: str) -> SafeString:
    """Draw a severity with its rank in bars."""
    bars = tuple((x * 4, 10 - x * 2, 4 + x * 2, x < RANKS[value]) for x in range(4))
    return _draw_word("severity", value=value, label=Severity(value).label, bars=bars)


@register.simple_tag
def tlp(label: str) -> SafeString:
    """Draw a TLP 2.0 label as the standard does; takes "AMBER+STRICT" as well as "amber_strict"."""
    name = label.upper().replace("_", "+").removeprefix("TLP:")
    return _draw_word("tlp", name=name, slug=name.lower().replace("+", "-"))


@register.simple_tag
def organization(code: str, name: Text = "") -> SafeString:
    """Draw an organization's mark, its code, with the name in words beside it when given."""
    return _draw_word("organization", code=code, name=str(name))


@register.simple_tag
def tag_chip(scheme: str, code: str, label: Text = "", url: str = "") -> SafeString:
    """Draw a tag as scheme:code with its label."""
    return _draw_word("tag_chip", scheme=scheme, code=code, label=str(label), url=url)


@register.simple_tag
def illustrative() -> SafeString:
    """Draw the badge of what the public record does not contain."""
    return _draw_word("illustrative")


@register.simple_tag
def badge(text: Text) -> SafeString:
    """Draw a word that sets a record apart."""
    return _draw_word("badge", text=str(text))


# How a day is written that is known so precisely.
DAYS = {"day": "j M Y", "month": "M Y", "year": "Y"}


@register.simple_tag
def day(value: date | datetime | None, relative: bool = True, precision: str = "day") -> SafeString:
    """Draw a date as "22 Nov 2026, in 3 days"; the zone is in its title and in print.

    `precision` "month" or "year" writes only what is known, and then says nothing relative.
    """
    if value is None:
        return mark_safe("")
    moment = timezone.localtime(value) if isinstance(value, datetime) else None
    on = moment.date() if moment else value
    near = _distance((on - timezone.localdate()).days) if relative and precision == "day" else ""
    return _draw_word(
        "day",
        machine=(moment or on).isoformat(),
        text=dateformat.format(on, DAYS[precision]),
        clock=dateformat.format(moment, "H:i T") if moment else "",
        full=dateformat.format(moment, "j F Y, H:i T") if moment else "",
        near=near,
    )


def _distance(days: int) -> str:
    if days in (-1, 0, 1):
        return {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}[days]
    size = abs(days)
    if size < 60:
        span = ngettext("%d day", "%d days", size) % size
    elif size < 730:
        span = ngettext("%d month", "%d months", round(size / 30.44)) % round(size / 30.44)
    else:
        span = ngettext("%d year", "%d years", size // 365) % (size // 365)
    return _("in %s") % span if days > 0 else _("%s ago") % span


# --- Our signature, and what hangs on a record ----------------------------------------------


@register.simple_tag
def thread(stations: Sequence[Station], size: str = "whole") -> SafeString:
    """Draw the line from observation to verified: small in a row, whole, or wide in a report."""
    complete = bool(stations) and all(one.state in ("done", "absent") for one in stations)
    waits = (one for one in stations if one.state in ("gap", "current"))
    reached = (one for one in reversed(stations) if one.state == "done")
    stop = next(waits, None) or next(reached, None)
    values = {"size": size, "complete": complete, "stop": stop, "stop_gap": stop and _gap(stop)}
    drawn = [(one, _draw_word("station_mark", state=one.state), _gap(one)) for one in stations]
    return _draw("thread_small" if size == "small" else "thread", stations=drawn, **values)


def _gap(station: Station) -> str:
    """Say who a gap waits for and how long it has been open."""
    return waiting_words(station.gap_name, station.gap_days) if station.state == "gap" else ""


@register.simple_tag
def record_header(reference: str, state: str, **rest: Any) -> SafeString:
    """Draw the one line above a record's title; its template lists what else it takes."""
    due = rest.get("due")
    on = due.date() if isinstance(due, datetime) else due
    late = on is not None and on < timezone.localdate()
    return _draw("record_header", reference=reference, state=state, late=late, **rest)


@register.simple_tag
def signatures(columns: Sequence[Signature]) -> SafeString:
    """Draw one plain column for each partner: who signed which version, or who is asked."""
    return _draw("signatures", columns=columns)


@register.simple_tag
def differences(changes: Sequence[Any]) -> SafeString:
    """Draw what differs part by part: words gone and come in their text, rows gone and come as a list."""
    return _draw("differences", changes=changes)


@register.simple_tag
def trace(
    back: Sequence[TraceNode],
    here: TraceNode,
    forward: Sequence[TraceNode],
    forward_title: Text = "",
) -> SafeString:
    """Draw where a record came from and what it led to; the hidden keep their place."""
    return _draw("trace", back=back, here=here, forward=forward, forward_title=forward_title)


@register.simple_tag
def loop_chart(steps: Sequence[LoopStep], label: Text = "", base: str | None = None) -> SafeString:
    """Draw the loop at a glance: bars as SVG with the same figures as a table beside them.

    With the address of the site in front, each figure leads to its rows.
    """
    percents = [max(0.0, min(1.0, step.share)) * 100 for step in steps]
    bars = [
        (step, f"{percent:.1f}%", round(percent), number * 52, address_in(base, step.url))
        for number, (step, percent) in enumerate(zip(steps, percents, strict=True))
    ]
    return _draw("loop_chart", bars=bars, height=len(bars) * 52, label=label)


def address_in(base: str | None, url: str) -> str:
    """Return an address with that of the site in front; "" where one of the two is not known."""
    return f"{base}{url}" if base is not None and url else ""


# --- What can be done -----------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def verb(
    context: template.Context,
    label: Text,
    url: str = "",
    refusal: Text = "",
    primary: bool = False,
    asks: bool = False,
    fields: dict[str, Any] | None = None,
) -> SafeString:
    """Draw a verb as a button that posts, as a link where it asks for input, or as its refusal."""
    return _draw(
        "verb",
        label=label,
        url=url,
        refusal=refusal,
        primary=primary,
        asks=asks,
        fields=fields or {},
        csrf_token=context.get("csrf_token", ""),
    )


@register.simple_tag
def field(bound: BoundField, optional: bool = True) -> SafeString:
    """Draw a form field with its label, hint and errors, tied together for screen readers."""
    return _draw("field", field=bound, show_optional=optional)


@register.simple_tag
def error_summary(*forms: BaseForm) -> SafeString:
    """List every error of the forms, each linking to its field; nothing when all is well."""
    return _draw("error_summary", forms=[form for form in forms if form.errors])


@register.simple_tag
def pager(newer: str = "", older: str = "") -> SafeString:
    """Draw the two ways out of a keyset page; an empty address draws nothing."""
    return _draw("pager", newer=newer, older=older)


@register.simple_tag
def breadcrumb(*pairs: Text) -> SafeString:
    """Draw the way back up from label, address, label, address and so on."""
    return _draw("breadcrumb", steps=list(zip(pairs[::2], pairs[1::2], strict=True)))


# --- Containers ------------------------------------------------------------------------------


@register.simple_block_tag(end_name="endcard")
def card(content: str, title: Text = "", level: int = 2) -> SafeString:
    """Group a few things under a heading."""
    return _draw("card", content=content, title=title, level=level)


@register.simple_block_tag(end_name="endfacts")
def facts(content: str) -> SafeString:
    """Hold the facts of a record as a definition list."""
    return format_html('<dl class="facts">{}</dl>', content)


@register.simple_block_tag(end_name="endfact")
def fact(content: str, term: Text) -> SafeString:
    """State one fact inside facts; an empty one says so with a dash."""
    return format_html(
        "<div><dt>{}</dt><dd>{}</dd></div>", term, content if content.strip() else "–"
    )


@register.simple_block_tag(end_name="endtable_region")
def table_region(content: str, label: Text) -> SafeString:
    """Hold a table so that it scrolls by keyboard and keeps its header in sight."""
    return _draw("table_region", content=content, label=label)


@register.simple_block_tag(end_name="endempty_state")
def empty_state(content: str, title: Text) -> SafeString:
    """Say that there is nothing, and in the content what to do about it."""
    return _draw("empty_state", content=content, title=title)


@register.simple_block_tag(end_name="endfilter_bar")
def filter_bar(content: str, url: str = "", clear: str = "", label: Text = "") -> SafeString:
    """Hold a list's filters in a form that keeps them in the address."""
    return _draw("filter_bar", content=content, url=url, clear=clear, label=label)


@register.simple_block_tag(end_name="endfold")
def fold(content: str, title: Text = "", opened: bool = False) -> SafeString:
    """Fold away what is not needed now; open it when something inside is wrong."""
    return _draw("fold", content=content, title=title, opened=opened)


@register.simple_block_tag(end_name="endprose")
def prose(content: str) -> SafeString:
    """Set rendered Markdown as a text to read."""
    return format_html('<div class="prose">{}</div>', content)


@register.simple_block_tag(end_name="endsentence")
def sentence(content: str, verb: Text, url: str, late: bool = False) -> SafeString:
    """Say in one sentence what waits, verb at the end; goes inside <ul class="sentences">."""
    return _draw("sentence", content=content, verb=verb, url=url, late=late)
