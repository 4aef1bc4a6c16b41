"""Whatever leaves says the narrowest label of what it holds, and holds nothing above its reader."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from reviews.editing import add_evidence, edit_observation
from reviews.models import Observation
from tests import factories
from tests.admin.pages import list_url, signed_in
from tracker import marking
from tracker.sharing import share
from tracker.states import Label

STRICT = "TLP:AMBER+STRICT"


@pytest.fixture
def shared(rita, leo):
    """An observation that the partners may read, about a system that only its owner knows of."""
    seen = factories.make_observation(rita, systems=[factories.make_system(rita)])
    return share(seen, by=leo)


def test_labels_are_written_as_the_standard_draws_them():
    assert [label.label for label in Label] == [
        "TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR",
    ]  # fmt: skip


def test_many_records_have_the_narrowest_label_among_them(rita, shared):
    strict = factories.make_observation(rita)
    assert marking.label_of([shared]) == Label.AMBER
    assert marking.label_of([shared, strict]) == Label.AMBER_STRICT
    assert marking.label_of([]) == Label.CLEAR


@pytest.mark.parametrize("address", [
    lambda one: one.get_absolute_url(),
    lambda one: reverse("observation-list"),
    lambda one: reverse("api-observation-list"),
    lambda one: reverse("api-observation-detail", args=[one.reference]),
])  # fmt: skip
def test_an_answer_is_labelled_by_all_that_it_names_to_its_reader(
    client, rita, mira, shared, address
):
    for reader, label in ((rita, STRICT), (mira, "TLP:AMBER")):
        client.force_login(reader)
        assert client.get(address(shared))["X-TLP"] == label


def test_an_export_is_labelled_and_holds_nothing_above_its_reader(rita, mira, milo, shared):
    edit_observation(shared, by=rita, title="The shared one")
    factories.make_observation(rita, title="The foreign one")
    red = factories.make_observation(mira, title="The one for named people")
    factories.make_red(red, milo)
    factories.make_observation(mira, title="Her own")
    address = list_url(Observation) + "export/"
    page = signed_in(mira).post(address, {"resource": "", "format": "0"})
    text = page.content.decode()
    assert text.startswith(f"reference,label ({STRICT} in all)")
    assert page["X-TLP"] == STRICT
    assert 'filename="TLP-AMBER+STRICT ' in page["Content-Disposition"]
    assert ("The shared one" in text, "Her own" in text) == (True, True)
    assert ("The foreign one" in text, "for named people" in text) == (False, False)
    factories.make_red(red, milo, mira)
    page = signed_in(mira).post(address, {"resource": "", "format": "0"})
    assert "for named people" in page.content.decode()
    assert page["X-TLP"] == "TLP:RED"


def test_a_file_of_evidence_carries_the_label_of_its_record(
    client, rita, shared, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    piece = add_evidence(shared, by=rita, title="Log", file=ContentFile(b"x", "log.txt"))
    client.force_login(rita)
    answer = client.get(piece.get_absolute_url())
    assert b"".join(answer.streaming_content) == b"x"
    assert answer["X-TLP"] == "TLP:AMBER"
    assert 'filename="TLP-AMBER log.txt"' in answer["Content-Disposition"]


def test_a_report_says_its_label_in_the_answer_and_in_print(client, rita, leo, sam, mona, milo):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    factories.make_published_practice(lesson, rita, leo, sam, mona)
    client.force_login(milo)
    for name in ("html", "md", "json", "csv"):
        answer = client.get(reverse("report-best-practices"), {"format": name})
        assert answer["X-TLP"] == "TLP:AMBER"
        assert "TLP:AMBER" in answer.content.decode()[:20_000]
    file = client.get(reverse("report-best-practices"), {"format": "html"}).content.decode()
    assert 'data-tlp="amber"' in file
