"""What leaves the admin as a spreadsheet."""

from __future__ import annotations

import csv
import io

from openpyxl import load_workbook

from reviews.models import Observation
from tests.admin.pages import list_url, signed_in
from tests.factories import make_observation, make_system

EXPORT = {"resource": ""}


def test_a_list_leaves_as_csv_with_labels_and_without_formulas(rita) -> None:
    seen = make_observation(rita, title="=1+1", systems=[make_system(rita, name="@GPT")])
    page = signed_in(rita).post(list_url(Observation) + "export/", {**EXPORT, "format": "0"})
    (row,) = csv.DictReader(io.StringIO(page.content.decode()))
    assert (row["reference"], row["label (TLP:AMBER+STRICT in all)"]) == (
        seen.reference,
        "TLP:AMBER+STRICT",
    )
    assert (row["title"], row["systems"]) == ("'=1+1", "'@GPT")


def test_a_list_leaves_as_xlsx_through_its_filters(rita) -> None:
    make_observation(rita, title="Kept", source_kind="red_team")
    make_observation(rita, title="Left out", source_kind="usage")
    address = list_url(Observation) + "export/?source_kind__exact=red_team"
    page = signed_in(rita).post(address, {**EXPORT, "format": "1"})
    sheet = load_workbook(io.BytesIO(page.content)).worksheets[0]
    words = [cell.value for line in sheet.iter_rows() for cell in line]
    assert "Kept" in words
    assert "Left out" not in words
