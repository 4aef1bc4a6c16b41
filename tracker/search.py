"""The column that a noun is found by: its words, kept by the database beside the row."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models.functions import Left

# PostgreSQL refuses a row whose words fill more than 1 MB; what comes later in a text is not found.
LONGEST = 100_000


def search_column(first: str, *others: str) -> Any:
    """Return a stored column of a noun's words; those of the first field weigh most."""
    words: Any = SearchVector(Left(first, LONGEST), weight="A", config="english")
    if others:
        further = [Left(name, LONGEST) for name in others]
        words = words + SearchVector(*further, weight="B", config="english")
    return models.GeneratedField(
        expression=words, output_field=SearchVectorField(), db_persist=True, editable=False
    )


def search_index(noun: str) -> GinIndex:
    """Return the index that finds words without reading the rows."""
    return GinIndex(fields=["search"], name=f"{noun}_by_words")
