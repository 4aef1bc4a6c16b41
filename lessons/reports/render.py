"""The best-practice report written down: one function a format, and no reading of records here.

`base` is the address of the site in front of links; without it (a file made on the command line)
records are named and not linked.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lessons.reports.lineage import Share
from lessons.reports.render_markdown import as_markdown
from lessons.reports.shape import BestPractices, Line, PracticeEntry
from lessons.reports.words import notes, signed
from tracker.hidden_text import reveal
from tracker.markdown import to_html
from tracker.marking import over_column
from tracker.spreadsheets import for_cell
from tracker.states import Label


def as_html(report: BestPractices, base: str | None = None) -> str:
    """Write the report as one file that needs nothing else: the stylesheet is in it."""
    sheet = finders.find("tracker/site.css")
    css = Path(str(sheet)).read_text() if sheet else ""
    stylesheet = format_html("<style>{}</style>", mark_safe(css))
    context = {"report": report, "base": base, "stylesheet": stylesheet}
    return render_to_string("reports/best_practices_file.html", context)


def guidance_html(text: str) -> SafeString:
    """Return guidance as HTML whose headings go below the practice's own."""
    return mark_safe(
        re.sub(
            r"<(/?)h([2-6])>", lambda m: f"<{m[1]}h{min(int(m[2]) + 2, 6)}>", to_html(reveal(text))
        )
    )


# --- JSON -------------------------------------------------------------------------------------


def as_json(report: BestPractices, base: str | None = None) -> str:
    """Write the report as JSON; its shape is stable, keys are only ever added.

    `report`, `generated_at` (ISO 8601), `reader`, `label` (TLP 2.0), `history_head` (`hash` and
    `sealed_at` of the last link of the history's chain, or null), `filters` (those set), `loop`
    (`basis`, `steps` of `step`, `count`, `share`) and `practices`, each with its text, `tags`,
    `systems`, `approvals`, `lineage` (`total` and `not_shared` of each noun, `organizations`, and a
    `sentence`) and, as far as the reader may see them, `lessons`, `findings`, `observations` and
    `updates`.
    """
    shape = {
        "report": "best-practices",
        "generated_at": report.generated_at.isoformat(),
        "reader": report.reader,
        "label": report.label.label,
        "history_head": _head_as_json(report),
        "filters": dict(report.filters),
        "loop": {
            "basis": report.loop.basis,
            "steps": [
                {"step": str(step.label), "count": step.count, "share": round(step.share, 4)}
                for step in report.loop.steps
            ],
        },
        "practices": [_entry_as_json(entry, base) for entry in report.practices],
    }
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def _head_as_json(report: BestPractices) -> dict[str, str] | None:
    head = report.history_head
    return {"hash": head.hash, "sealed_at": head.sealed_at.isoformat()} if head else None


def _entry_as_json(entry: PracticeEntry, base: str | None) -> dict[str, Any]:
    lineage = entry.lineage
    return {
        "reference": entry.reference,
        "version": entry.version,
        "title": entry.title,
        "url": _address(entry.url, base),
        "label": entry.label.label,
        "published_at": entry.published_at.isoformat(),
        "guidance": entry.guidance,
        "applicability": entry.applicability,
        "how_to_verify": entry.how_to_verify,
        "source": entry.source,
        "source_url": entry.source_url,
        "illustrative": entry.is_illustrative,
        "tags": [{"key": tag.key, "label": tag.label} for tag in entry.tags],
        "systems": [{"reference": x.reference, "name": x.title} for x in entry.systems],
        "approvals": [
            {
                "organization": approval.organization_code,
                "signer": approval.signer or None,
                "signed_at": approval.signed_at.isoformat(),
                "illustrative": approval.is_illustrative,
            }
            for approval in entry.approvals
        ],
        "lineage": {
            "lessons": _share(lineage.lesson_count),
            "findings": _share(lineage.finding_count),
            "observations": _share(lineage.observation_count),
            "organizations": lineage.organizations,
            "sentence": str(lineage),
        },
        "lessons": [_line_as_json(line, base) for line in entry.lessons],
        "findings": [_line_as_json(line, base) for line in entry.findings],
        "observations": [_line_as_json(line, base) for line in entry.observations],
        "updates": [_line_as_json(line, base) for line in entry.updates],
    }


def _share(share: Share) -> dict[str, int]:
    return {"total": share.total, "not_shared": share.hidden}


def _line_as_json(line: Line, base: str | None) -> dict[str, Any]:
    return {
        "reference": line.reference,
        "title": line.title,
        "url": _address(line.url, base),
        "label": line.label.label,
        "owner": line.owner,
        "state": line.state,
        "system": line.about or None,
        "date": line.date.isoformat() if line.date else None,
    }


def _address(url: str, base: str | None) -> str | None:
    return f"{base}{url}" if base is not None and url else None


# --- CSV --------------------------------------------------------------------------------------


def as_csv(report: BestPractices, base: str | None = None) -> str:
    """Write one row for each practice; label and head of the whole stand in the header.

    It leaves the chart out, so its label is that of the practices alone.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([over_column(report.practices_label, report.head), *COLUMNS])
    for entry in report.practices:
        cells = (entry.label.label, *(column(entry, base) for column in COLUMNS.values()))
        writer.writerow([for_cell(cell) for cell in cells])
    return file.getvalue()


def _names(lines: Iterable[Line]) -> str:
    return "; ".join(f"{line.reference} {line.title} ({notes(line)})" for line in lines)


COLUMNS: Mapping[str, Callable[[PracticeEntry, str | None], Any]] = {
    "practice": lambda entry, base: entry.reference,
    "version": lambda entry, base: entry.version,
    "title": lambda entry, base: entry.title,
    "published_at": lambda entry, base: entry.published_at.isoformat(),
    "guidance": lambda entry, base: entry.guidance,
    "applicability": lambda entry, base: entry.applicability,
    "how_to_verify": lambda entry, base: entry.how_to_verify,
    "tags": lambda entry, base: "; ".join(tag.key for tag in entry.tags),
    "systems": lambda entry, base: "; ".join(system.title for system in entry.systems),
    "signed_by": lambda entry, base: "; ".join(signed(entry)),
    "from": lambda entry, base: entry.lineage,
    "findings_total": lambda entry, base: entry.lineage.finding_count.total,
    "findings_not_shared": lambda entry, base: entry.lineage.finding_count.hidden,
    "observations_total": lambda entry, base: entry.lineage.observation_count.total,
    "observations_not_shared": lambda entry, base: entry.lineage.observation_count.hidden,
    "lessons": lambda entry, base: _names(entry.lessons),
    "findings": lambda entry, base: _names(entry.findings),
    "observations": lambda entry, base: _names(entry.observations),
    "updates": lambda entry, base: _names(entry.updates),
    "source": lambda entry, base: f"{entry.source} {entry.source_url}".strip(),
    "illustrative": lambda entry, base: "yes" if entry.is_illustrative else "no",
    "address": lambda entry, base: _address(entry.url, base) or "",
}


# --- The table of formats --------------------------------------------------------------------


@dataclass(frozen=True)
class Format:
    """A format the report is written in: how, and what it is called on the way out."""

    write: Callable[[BestPractices, str | None], str]
    extension: str
    content_type: str

    def label(self, report: BestPractices) -> Label:
        """Return the label that the report leaves with in this format."""
        return report.practices_label if self.extension == "csv" else report.label

    def file_name(self, report: BestPractices) -> str:
        """Return a name that tells the day and the label: files get passed on."""
        label = self.label(report).label.lower().replace(":", "-").replace("+", "-")
        day = timezone.localdate(report.generated_at)
        return f"best-practices-{day.isoformat()}-{label}.{self.extension}"


FORMATS: Mapping[str, Format] = {
    "html": Format(as_html, "html", "text/html; charset=utf-8"),
    "md": Format(as_markdown, "md", "text/markdown; charset=utf-8"),
    "json": Format(as_json, "json", "application/json"),
    "csv": Format(as_csv, "csv", "text/csv; charset=utf-8"),
}
