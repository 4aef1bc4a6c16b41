"""The same history for programs and in the admin as on the pages."""

from __future__ import annotations

from lessons import editing as lessons_editing
from tests.factories import make_lesson, make_observation, make_tag
from tracker import sharing

ODD = "Zero\u200bwidth, \u202eturned\u202c, tab\tand\r\nline ends, 🧑‍🔬"


def history(client, record, tail=""):
    """Return what the API answers about a lesson's history."""
    answer = client.get(f"/api/v1/lessons/{record.reference}/history/{tail}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_a_program_reads_versions_newest_first_and_page_by_page(client, rita):
    lesson = make_lesson(rita, insight="One")
    for words in ("Two", "Three"):
        lessons_editing.edit_lesson(lesson, by=rita, insight=words)
    client.force_login(rita)
    page = history(client, lesson, "?limit=2")
    assert [one["version"] for one in page["results"]] == [3, 2]
    newest = page["results"][0]
    assert newest["verb"] == "lessons.lesson.edited"
    assert (newest["done"], newest["organization"]) == ("Edited", "OAI")
    assert newest["by"] == {"id": str(rita.pk), "name": "rita"}
    (change,) = newest["changes"]
    assert (change["field"], change["before"], change["after"]) == ("insight", "Two", "Three")
    rest = client.get(page["next"]).json()
    assert [one["version"] for one in rest["results"]] == [1]
    assert rest["next"] is None


def test_a_program_reads_any_version_whole_and_byte_for_byte(client, rita):
    lesson = make_lesson(rita, insight=ODD, tags=[make_tag()])
    lessons_editing.edit_lesson(lesson, by=rita, insight="Tidied", tags=[])
    client.force_login(rita)
    first = history(client, lesson, "1/")
    assert first["fields_then"]["insight"] == ODD
    assert first["related_then"] == {"Tags": ["nist-ai-rmf:MEASURE-2.7 MEASURE-2.7"]}
    since = history(client, lesson, "2/?since=1")
    assert {one["field"] for one in since["changes"]} == {"insight", "tags"}


def test_a_program_gets_no_version_that_its_reader_does_not(client, rita, leo, milo):
    lesson = make_lesson(rita, insight="Secret words")
    client.force_login(milo)
    path = f"/api/v1/lessons/{lesson.reference}/history/"
    assert client.get(path).status_code == 404
    assert client.get(path + "1/").status_code == 404
    lessons_editing.edit_lesson(lesson, by=rita, insight="Shared words")
    sharing.share(lesson, by=leo)
    page = history(client, lesson)
    assert [one["version"] for one in page["results"]] == [1]
    assert page["results"][0]["follows_hidden"] is True
    assert "Secret words" not in str([page, history(client, lesson, "1/")])
    assert client.get(path + "2/").status_code == 404


def test_an_address_that_names_no_version_is_refused_with_a_sentence(client, rita):
    lesson = make_lesson(rita)
    client.force_login(rita)
    path = f"/api/v1/lessons/{lesson.reference}/history/"
    for query in ("?limit=0", "?limit=1000", "?before=x"):
        assert client.get(path + query).status_code == 400


def test_the_admin_tells_the_same_story_and_only_to_those_who_see_the_record(client, rita, milo):
    observation = make_observation(rita, title="Seen in use")
    address = f"/admin/reviews/observation/{observation.pk}/history/"
    client.force_login(rita)
    shown = client.get(address).content.decode()
    assert "Version 1: Captured" in shown
    assert f'href="{address}"' in client.get(address.replace("history", "change")).content.decode()
    client.force_login(milo)
    assert client.get(address).status_code == 404
