"""Evidence: files go in whole, come out as downloads, and to nobody else."""

from __future__ import annotations

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from reviews.models import Evidence
from tests import factories
from tests.api.conftest import path

BYTES = b"<script>alert(1)</script>\x00\xff"


@pytest.fixture
def uploaded(api, rita, settings, tmp_path):
    """Return evidence that was handed in as a file through the API."""
    settings.MEDIA_ROOT = tmp_path
    observation = factories.make_observation(rita)
    file = SimpleUploadedFile("täst.html", BYTES, content_type="text/html")
    body = {"observation": observation.reference, "title": "Page", "file": file}
    response = api(rita).post(path("evidence"), body, format="multipart")
    assert response.status_code == 201, response.json()
    return response.json()


def test_a_file_is_kept_with_its_hash(uploaded):
    assert uploaded["sha256"] == hashlib.sha256(BYTES).hexdigest()
    assert uploaded["file_name"] == "täst.html"


def test_a_file_comes_back_as_a_download_that_no_browser_runs(api, client, rita, uploaded):
    client.force_login(rita)
    page = reverse("evidence-file", args=[uploaded["id"]])
    for response in (client.get(page), api(rita).get(uploaded["file"])):
        assert b"".join(response.streaming_content) == BYTES
        assert response["Content-Disposition"].startswith("attachment")
        assert response["Content-Type"] == "application/octet-stream"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"].startswith("sandbox")


def test_a_file_is_not_there_for_the_other_side(api, client, mira, uploaded):
    client.force_login(mira)
    assert client.get(reverse("evidence-file", args=[uploaded["id"]])).status_code == 404
    assert api(mira).get(uploaded["file"]).status_code == 404
    assert api(mira).get(path("evidence", uploaded["id"])).status_code == 404


def test_a_link_is_no_file(api, rita):
    observation = factories.make_observation(rita)
    body = {"observation": observation.reference, "title": "Log", "url": "https://example.org/"}
    made = api(rita).post(path("evidence"), body).json()
    assert made["file"] is None
    assert api(rita).get(path("evidence", made["id"], "file")).status_code == 404


def test_a_revision_takes_the_place_of_the_newest_only(api, rita, uploaded):
    body = {"revision_of": uploaded["id"], "title": "Page", "url": "https://example.org/2"}
    assert api(rita).post(path("evidence"), body).json()["revision_of"] == uploaded["id"]
    assert api(rita).post(path("evidence"), body).status_code == 409


@pytest.mark.parametrize("wrong", [{}, {"review": "both"}])
def test_evidence_hangs_under_one_record(api, rita, wrong):
    review = factories.make_review(rita)
    places = {"review": review.reference, "observation": factories.make_observation(rita).reference}
    body = {"title": "Log", "url": "https://example.org/", **(places if wrong else {})}
    assert api(rita).post(path("evidence"), body).status_code == 400
    assert not Evidence.objects.exists()
