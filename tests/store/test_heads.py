"""Each report says which head of the history it was made at, on paper and to programs."""

from __future__ import annotations

import pytest

from tests import factories
from tests.store.conftest import seal_everything
from tracker.chain.heading import HEADER
from tracker.chain.sealing import current_head

# What is written in a transaction that still runs can't be sealed.
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
REPORTS = ("best-practices", "learning", "open-loops", "adoption")


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_names_the_head_it_was_made_at(client, rita, leo, sam, mona, name):
    factories.make_published_practice(
        factories.make_endorsed_lesson(rita, leo, sam, mona), rita, leo, sam, mona
    )
    client.force_login(leo)
    page = f"/reports/{name}/"
    seal_everything()
    head = current_head()
    assert head is not None
    for address in (page, f"{page}?format=csv"):
        answer = client.get(address)
        assert answer[HEADER] == head.hash
        assert f"istory sealed up to {head.hash}" in in_words(answer)
    if name != "best-practices":
        assert client.get(f"/api/v1/reports/{name}/")[HEADER] == head.hash


def in_words(answer) -> str:
    """Return what an answer says, without the markup of its digests."""
    text: str = answer.content.decode()
    return text.replace('<code class="digest">', "").replace("</code>", "")
