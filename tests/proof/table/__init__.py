"""What everyone is answered, as tables that a person can read; nothing here asks the product.

`shapes.py` says who sees and who may, and what an address of each kind answers; `pages.py`, `operations.py`
and `verbs.py` are the tables.
"""

from tests.proof.table.operations import (
    CREATED_BEHIND,
    CREATIONS,
    NARROWER_OPERATIONS,
    NEEDS_SESSION,
    NEEDS_TOKEN,
    OPERATIONS,
    PLACES,
    TOKENS_FOR,
    TOLD,
)
from tests.proof.table.pages import PAGES, all_pages
from tests.proof.table.shapes import (
    API_RECORD,
    FINE,
    HEARD,
    RECORD,
    REFUSED,
    UNKNOWN,
    WHO_MAY,
    WHO_SEES,
    Shape,
    writing,
)
from tests.proof.table.verbs import NARROWER, SIGNING, VERB_NOUNS, VERBS

__all__ = [
    "API_RECORD",
    "CREATED_BEHIND",
    "CREATIONS",
    "FINE",
    "HEARD",
    "NARROWER",
    "NARROWER_OPERATIONS",
    "NEEDS_SESSION",
    "NEEDS_TOKEN",
    "OPERATIONS",
    "PAGES",
    "PLACES",
    "RECORD",
    "REFUSED",
    "SIGNING",
    "TOKENS_FOR",
    "TOLD",
    "UNKNOWN",
    "VERBS",
    "VERB_NOUNS",
    "WHO_MAY",
    "WHO_SEES",
    "Shape",
    "all_pages",
    "writing",
]
