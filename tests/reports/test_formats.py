"""The report as files and on the command line."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import CommandError, call_command
from markdown_it import MarkdownIt

from lessons.models import Lesson
from lessons.reports.best_practices import build_best_practices
from lessons.reports.escaping import for_markdown, for_markdown_block
from lessons.reports.filters import ReportFilter
from lessons.reports.render import as_csv, as_html, as_json
from lessons.reports.render_markdown import as_markdown
from tests.queries import count_queries
from tracker.spreadsheets import for_cell

PUBLIC = AnonymousUser()
PAGE = "/reports/best-practices/"


def report_for(reader):
    return build_best_practices(reader, ReportFilter({}, reader))


# --- CSV --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1"]
)
def test_a_cell_can_t_become_a_formula(text) -> None:
    assert for_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["plain", "1 + 1 = 2", "a@b", ""])
def test_an_innocent_cell_stays_as_it_is(text) -> None:
    assert for_cell(text) == text


def test_the_table_has_a_header_with_the_label_and_guards_every_cell(publish, mira) -> None:
    publish("=HYPERLINK(0)", guidance="+SUM(A1)\nnext line", applicability="@here")
    header, row = csv.reader(io.StringIO(as_csv(report_for(mira))))
    cells = dict(zip(header, row, strict=True))
    assert header[0] == "label (TLP:AMBER in all)"
    assert cells["title"] == "'=HYPERLINK(0)"
    assert cells["guidance"] == "'+SUM(A1)\nnext line"
    assert cells["applicability"] == "'@here"
    assert cells["observations_not_shared"] == "1"


# --- Markdown ---------------------------------------------------------------------------------


def as_reader_shows(text: str) -> str:
    """Return what a reader that obeys everything makes of some Markdown."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return str(parser.render(text))


INJECTIONS = [
    "# Heading",
    "Title\n=====",
    "Title\n---",
    "[click](https://evil.example)",
    "![image](https://evil.example/x.png)",
    "<script>alert(1)</script>",
    "<https://evil.example>",
    "https://evil.example",
    "www.evil.example",
    "[ref]: https://evil.example",
    "`code` **bold** _soft_",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "> quoted",
    "```\nfenced\n```",
    "\\[click](https://evil.example)",
    "&lt;b&gt;",
    "1. one",
    "* * *",
    "** **\n**",
    "**[a](https://evil.example)**",
    "+ plus",
    "~~~\nfenced",
]


@pytest.mark.parametrize("text", INJECTIONS)
def test_markdown_shows_a_line_as_it_was_written(text) -> None:
    html = as_reader_shows(for_markdown(text))
    shown = html.removeprefix("<p>").removesuffix("</p>\n")
    assert "<" not in shown
    assert shown.count("evil") == text.count("evil")


@pytest.mark.parametrize(
    "text", ["https://evil.example", "see http://evil.example", "www.evil.example"]
)
def test_no_bare_address_becomes_a_link(text) -> None:
    assert not re.search(r"[a-z]://|www\.", for_markdown(text))


@pytest.mark.parametrize("text", INJECTIONS)
def test_guidance_keeps_its_lists_and_nothing_else(text) -> None:
    html = as_reader_shows(for_markdown_block(text))
    for tag in ("<h1", "<h2", "<a", "<img", "<script", "<table", "<pre", "<hr", "<em", "<code"):
        assert tag not in html
    listed = as_reader_shows(for_markdown_block("Do:\n\n- **one**\n- two\n"))
    assert listed.count("<li>") == 2
    assert "<strong>one</strong>" in listed


def test_a_practice_can_t_forge_the_structure_of_the_document(publish) -> None:
    publish("Harmless\n## BP-99 9.9: Forged", guidance="## Forged\n\n[x](https://evil.example)")
    html = as_reader_shows(as_markdown(report_for(PUBLIC)))
    assert html.count("<h2>") == 2  # the loop and the one practice
    assert "<a " not in html
    assert html.startswith("<p><strong>TLP:CLEAR</strong></p>")


# --- JSON and HTML ----------------------------------------------------------------------------


def test_the_json_has_its_documented_shape(published, mira) -> None:
    shape = json.loads(as_json(report_for(mira), "https://tracker.example"))
    assert list(shape) == [
        "report", "generated_at", "reader", "label", "history_head", "filters", "loop", "practices",
    ]  # fmt: skip
    assert (shape["reader"], shape["label"]) == ("mira, Microsoft", "TLP:AMBER")
    assert [set(step) for step in shape["loop"]["steps"]] == [{"step", "count", "share"}] * 5
    (practice,) = shape["practices"]
    assert practice["lineage"]["observations"] == {"total": 1, "not_shared": 1}
    assert practice["lineage"]["organizations"] == 1
    assert practice["observations"] == []
    assert practice["findings"][0]["reference"] == published.finding.reference


def test_the_file_stands_alone_and_shows_markup_as_text(publish) -> None:
    publish("<script>alert(1)</script>", guidance="<img src=x onerror=alert(1)>\n\n# Big")
    html = as_html(report_for(PUBLIC))
    assert "--paper" in html
    assert "<link" not in html
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html
    assert "<h3>Big</h3>" not in html
    assert "<h4>Big</h4>" in html
    assert "TLP:CLEAR" in html


# --- Downloads --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("html", "text/html; charset=utf-8"),
        ("md", "text/markdown; charset=utf-8"),
        ("json", "application/json"),
        ("csv", "text/csv; charset=utf-8"),
    ],
)
def test_a_download_says_what_it_is_and_how_it_is_labelled(
    published, client, mira, name, content_type
) -> None:
    client.force_login(mira)
    response = client.get(PAGE, {"format": name})
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"].startswith('attachment; filename="best-practices-')
    assert response["Content-Disposition"].endswith(f'-tlp-amber.{name}"')
    assert "TLP:AMBER" in response.content.decode()


def test_a_download_keeps_the_filters(publish, client) -> None:
    publish("One")
    shape = client.get(PAGE, {"format": "json", "tag": "nist-ai-rmf:MEASURE-2.7"}).json()
    assert shape["filters"] == {"tag": "nist-ai-rmf:MEASURE-2.7"}
    assert client.get(PAGE, {"format": "json", "to": "2001-01-01"}).json()["practices"] == []


def test_a_download_that_can_t_be_made_says_why(published, client) -> None:
    wrong_format = client.get(PAGE, {"format": "docx"})
    assert wrong_format.status_code == 400
    assert "html, md, json, csv" in wrong_format.content.decode()
    wrong_tag = client.get(PAGE, {"format": "csv", "tag": "no:such"})
    assert wrong_tag.status_code == 400
    assert "No published practice that you may read has this tag." in wrong_tag.content.decode()


@pytest.mark.exhaustive
def test_a_download_asks_as_many_queries_for_five_practices_as_for_one(publish, client) -> None:
    publish()
    one = count_queries(lambda: client.get(PAGE, {"format": "json"}))
    for number in range(4):
        publish(f"Practice {number}")
    assert count_queries(lambda: client.get(PAGE, {"format": "json"})) == one


# --- The command ------------------------------------------------------------------------------


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("report", "best-practices", *arguments, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def test_the_command_reads_as_the_public_unless_told_otherwise(published, mira) -> None:
    Lesson.objects.update(title="Partners' lesson")
    assert "Partners' lesson" not in run("--format", "json")
    assert "Partners' lesson" in run("--format", "json", "--as", "mira")


def test_the_command_writes_a_file(published, tmp_path) -> None:
    target = tmp_path / "report.html"
    assert run("--format", "html", "--output", str(target)) == ""
    assert target.read_text().lstrip().startswith("<!doctype html>")
    assert "Test long chats" in target.read_text()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--format", "docx"), "There is no format 'docx'; choose one of html, md, json, csv."),
        (("--as", "nobody"), "There is no account named 'nobody'."),
        (
            ("--tag", "no:such"),
            "--tag no:such: No published practice that you may read has this tag.",
        ),
        (("--system", "X"), "--system X: No published practice names this system."),
        (("--organization", "X"), "--organization X: No such organization."),
        (("--from", "soon"), "--from soon: Write the date as 2026-11-22."),
        (("--by", "mood"), "--by mood: Practices are grouped by tag or by system."),
        (("--output", "/no/such/folder/x.md"), "can't be written: No such file or directory."),
    ],
)
def test_the_command_s_errors_are_sentences(published, arguments, sentence) -> None:
    with pytest.raises(CommandError, match=r"\.$") as refusal:
        run(*arguments)
    assert sentence in str(refusal.value)
