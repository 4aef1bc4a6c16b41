"""Evidence is revised in one line, and a refused piece leaves no file behind."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import connection

from reviews.editing import add_evidence, revise_evidence
from tests import factories
from tracker.access import WrongState

LINK = "https://example.org/log"


def test_what_has_a_newer_revision_is_not_revised_by_any_way(rita) -> None:
    review = factories.make_review(rita)
    first = add_evidence(review, by=rita, title="Log", url=LINK)
    revise_evidence(first, by=rita, url=LINK + "/2")
    with pytest.raises(WrongState, match="has a newer revision"):
        revise_evidence(first, by=rita, url=LINK + "/3")
    with pytest.raises(WrongState, match="has a newer revision"):
        add_evidence(review, by=rita, title="Log", url=LINK, revision_of=first)


def test_a_revision_hangs_under_the_record_of_the_older_one(rita) -> None:
    first = add_evidence(factories.make_review(rita), by=rita, title="Log", url=LINK)
    other = factories.make_review(rita)
    with pytest.raises(ValidationError, match=f"“Log” is not under {other.reference}"):
        add_evidence(other, by=rita, title="Log", url=LINK, revision_of=first)


@pytest.mark.usefixtures("as_owner")
def test_a_refused_piece_leaves_no_file(rita, settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    review = factories.make_review(rita)
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE reviews_evidence ADD CONSTRAINT no_evidence CHECK (false) NOT VALID"
        )
    with pytest.raises(ValidationError, match="no_evidence"):
        add_evidence(review, by=rita, title="Log", file=ContentFile(b"log", name="log.txt"))
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
