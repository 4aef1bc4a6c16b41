"""The best-practice report as Markdown in which no text of a record can pass for structure."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import dateformat, timezone
from django.utils.translation import gettext as _

from lessons.reports.escaping import for_markdown, for_markdown_block
from lessons.reports.shape import BestPractices, Line, PracticeEntry
from lessons.reports.words import notes, signed


def as_markdown(report: BestPractices, base: str | None = None) -> str:
    """Write the report as Markdown in which no text of a record can pass for structure."""
    lines = [
        f"**{report.label.label}**",
        "",
        "# " + _("Best practices"),
        "",
        for_markdown(f"{report}. " + _("As read by %s, %s.") % (report.reader, _instant(report))),
        *_head_as_markdown(report),
        *_filters_as_markdown(report.filters),
        "",
        "## " + _("The loop at a glance"),
        "",
        for_markdown(report.loop.basis),
        "",
        f"| {_('Step')} | {_('Count')} | {_('Share')} |",
        "|---|---:|---:|",
        *(f"| {step.label} | {step.count} | {step.share:.0%} |" for step in report.loop.steps),
    ]
    for entry in report.practices:
        lines += ["", *_entry_as_markdown(entry, base)]
    return "\n".join(lines) + "\n"


def _head_as_markdown(report: BestPractices) -> list[str]:
    if report.history_head is None:
        return []
    return ["", _("History sealed up to `%s`") % report.history_head.hash]


def _filters_as_markdown(filters: Mapping[str, str]) -> list[str]:
    if not filters:
        return []
    set_ = ", ".join(f"{name} {value}" for name, value in filters.items())
    return ["", for_markdown(_("Only: %s") % set_)]


def _entry_as_markdown(entry: PracticeEntry, base: str | None) -> list[str]:
    published = dateformat.format(timezone.localtime(entry.published_at), "j M Y")
    lines = [
        f"## {entry.reference} {entry.version}: {for_markdown(entry.title)}",
        "",
        for_markdown(_("Published %s, signed by %s.") % (published, "; ".join(signed(entry)))),
        *(["", "_" + _("Illustrative") + "_"] if entry.is_illustrative else []),
        "",
        for_markdown_block(entry.guidance),
    ]
    for title, text in (
        (_("Where it applies"), entry.applicability),
        (_("How to verify"), entry.how_to_verify),
    ):
        if text:
            lines += ["", f"### {title}", "", for_markdown_block(text)]
    lines += ["", "### " + _("Where it comes from"), "", for_markdown(entry.lineage), ""]
    behind = (*entry.lessons, *entry.findings, *entry.observations)
    lines += [_line_as_markdown(line, base) for line in behind]
    if entry.updates:
        lines += ["", "### " + _("What it changed"), ""]
        lines += [_line_as_markdown(line, base) for line in entry.updates]
    named = [tag.key for tag in entry.tags] + [system.title for system in entry.systems]
    if named:
        lines += ["", for_markdown(_("Tags and systems: %s") % "; ".join(named))]
    if entry.source or entry.source_url:
        lines += ["", for_markdown(_("Source: %s") % f"{entry.source} {entry.source_url}".strip())]
    return lines


def _line_as_markdown(line: Line, base: str | None) -> str:
    text = f"{line.reference} {for_markdown(line.title)}"
    if base is not None and line.url:
        text = f"[{line.reference}]({base}{line.url}) {for_markdown(line.title)}"
    return f"- {text} ({for_markdown(notes(line))})"


def _instant(report: BestPractices) -> str:
    return dateformat.format(timezone.localtime(report.generated_at), "j M Y, H:i T")
