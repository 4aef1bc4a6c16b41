"""Search finds what the reader may see, and gives no sign of anything else."""

from __future__ import annotations

from tests import factories
from tests.pages.reading import same
from tracker import sharing


def found(client, user, words):
    """Return the page that a reader gets for some words."""
    client.force_login(user)
    return same(client.get("/search/", {"q": words}))


def test_words_are_found_in_titles_and_texts_in_any_form(client, rita):
    factories.make_observation(rita, title="A title", description="The sessions were drifting")
    factories.make_lesson(rita, insight="Sessions drift")
    text = found(client, rita, "drift session")
    assert "A title" in text
    assert "Lesson" in text


def test_another_organizations_text_gives_no_hit_and_no_count(client, rita, mira, cleo):
    for number in range(12):
        factories.make_observation(rita, title=f"Zebra {number}", description="zebra")
    factories.make_lesson(rita, title="Zebra lesson")
    factories.make_system(rita, name="Zebra model")
    for reader in (mira, cleo):
        nothing = found(client, reader, "quagga").replace("quagga", "X")
        assert found(client, reader, "zebra").replace("zebra", "X") == nothing


def test_a_shared_record_is_not_found_by_its_private_parts(client, rita, mira):
    factories.make_observation(rita, title="Shared", reporter="Jo Bloggs", label="amber")
    assert "Nothing found" in found(client, mira, "Bloggs")


def test_a_reference_leads_straight_to_its_record(client, world, rita, mira):
    client.force_login(rita)
    for record in (world.observation, world.system, world.lesson, world.cycle, world.version):
        answer = client.get("/search/", {"q": record.reference.lower()})
        assert answer["Location"] == record.get_absolute_url()
    client.force_login(mira)
    assert client.get("/search/", {"q": world.observation.reference}).status_code == 200


def test_odd_questions_are_answered(client, rita):
    client.force_login(rita)
    for words in ("", " ", "\0", "-", "'\"\\", "a" * 5000, "!!&|", "drift -answer or"):
        assert client.get("/search/", {"q": words}).status_code == 200


def test_more_than_a_page_of_hits_leads_to_the_list(client, rita):
    for _number in range(11):
        factories.make_observation(rita, title="Zebra")
    text = found(client, rita, "zebra")
    assert text.count(">Zebra</a>") == 10
    assert 'href="/observations/?q=zebra"' in text


def test_what_is_found_bears_the_narrowest_label_of_it(client, rita, leo, mira):
    factories.make_observation(rita, title="Herons fly")
    sharing.share(factories.make_lesson(rita, title="Herons nest"), by=leo)
    for reader, label in ((rita, "TLP:AMBER+STRICT"), (mira, "TLP:AMBER")):
        client.force_login(reader)
        found = client.get("/search/?q=herons")
        assert found["X-TLP"] == label
    assert 'data-tlp="amber"' in found.content.decode()
    assert client.get("/search/?q=nothing")["X-TLP"] == "TLP:CLEAR"
