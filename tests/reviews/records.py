"""Records of AVID's shape, made up for the tests, and the command that imports them."""

import copy
import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django.core.management import CommandError, call_command

RECORD: dict[str, Any] = {
    "data_type": "AVID",
    "data_version": "0.3.3",
    "metadata": {"report_id": "AVID-2021-R0001"},
    "affects": {
        "developer": ["OpenAI"],
        "deployer": ["OpenAI"],
        "artifacts": [{"type": "System", "name": "Teapot-1"}],
    },
    "problemtype": {
        "classof": "LLM Evaluation",
        "type": "Advisory",
        "description": {"lang": "eng", "value": "Teapot pours when asked in rhyme"},
    },
    "references": [{"type": "source", "label": "A page", "url": "https://example.com/teapot"}],
    "description": {"lang": "eng", "value": "Asked in rhyme, the teapot pours."},
    "impact": {
        "avid": {
            "vuln_id": "",
            "sep_view": ["S0403: Adversarial Example"],
            "lifecycle_view": ["L05: Evaluation"],
        }
    },
    "credit": [{"lang": "eng", "value": "A. Tester"}],
    "reported_date": "2021-02-03",
}
GONE = object()


def make_record(**changes: Any) -> dict[str, Any]:
    """Return a record; a name like `affects__artifacts` changes what stands further in."""
    record = copy.deepcopy(RECORD)
    for name, value in changes.items():
        *way, last = name.split("__")
        inner = record
        for key in way:
            inner = inner[key]
        if value is GONE:
            del inner[last]
        else:
            inner[last] = value
    return record


def named(*names: Any) -> list[dict[str, Any]]:
    """Return artifacts of some names."""
    return [{"type": "System", "name": name} for name in names]


def write(folder: Path, name: str = "a.json", **changes: Any) -> Path:
    """Write a record into a folder."""
    path = folder / name
    path.write_text(json.dumps(make_record(**changes)))
    return path


def write_many(folder: Path, count: int) -> None:
    """Write records of different identities into a folder."""
    for number in range(1, count + 1):
        write(folder, f"{number:04}.json", metadata__report_id=f"AVID-2021-R{number:04}")


def run_import(*paths: Path, by: str = "rita", dry_run: bool = False) -> SimpleNamespace:
    """Run the command; return what it printed, its last line, and why it ended with an error."""
    out, error = io.StringIO(), ""
    try:
        call_command(
            "import_evidence",
            *map(str, paths),
            "--format=avid",
            f"--as={by}",
            *(["--dry-run"] if dry_run else []),
            stdout=out,
        )
    except CommandError as refused:
        error = str(refused)
    lines = out.getvalue().splitlines()
    return SimpleNamespace(text=out.getvalue(), last=lines[-1] if lines else "", error=error)
