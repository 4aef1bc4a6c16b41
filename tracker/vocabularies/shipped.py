"""Which vocabularies ship with the project, from public identifiers and names, and how they get in."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction

from tracker.editing import Loaded, load_taxonomy
from tracker.vocabularies.reading import read

FOLDER = Path(__file__).parent


def load_shipped_vocabularies() -> list[Loaded]:
    """Load every vocabulary of this folder, all or none; a second run changes nothing."""
    with transaction.atomic():
        return [load_taxonomy(read("json", path)) for path in sorted(FOLDER.glob("*.json"))]
