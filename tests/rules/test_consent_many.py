"""Several changes are consented to in one go before a meeting: each by itself, as it was read."""

from __future__ import annotations

from typing import Any

import pytest

from lessons.editing import edit_lesson
from tests import factories
from tests.conftest import confirmed
from tests.pages.test_records import page
from tests.queries import count_queries
from tests.rules.test_writing import at_once
from tracker import many, sharing
from tracker.models import Consent, LabelChange, Reading
from tracker.sharing_access import waiting_change
from tracker.states import Label

CONSENTS = "/sharing/consents/"
SECRET = "the model of the third floor answers in the voice"


def box(asked: LabelChange) -> str:
    """Return what the box of a change carries."""
    return f"{asked.reference} {asked.digest}"


def labels(changes: list[LabelChange]) -> list[str]:
    """Return the labels that the records of changes bear."""
    return [one.record.label for one in changes]


@pytest.fixture
def of_both(rita, leo, mira, milo) -> Any:
    """Findings of each side, which every lesson here is drawn from."""
    return factories.make_lesson_of_both(rita, leo, theirs=mira, their_lead=milo).findings.all()


@pytest.fixture
def ask(rita, sam, of_both) -> Any:
    """Return what lets OpenAI's signatory ask Microsoft's for consent to publish a lesson."""

    def make(**fields: Any) -> LabelChange:
        lesson = factories.make_lesson(rita, findings=of_both, **fields)
        asked = waiting_change(sharing.release_to_public(lesson, by=sam))
        assert asked is not None
        return asked

    return make


@pytest.fixture
def asked(ask) -> list[LabelChange]:
    """Three lessons that wait for Microsoft's signatory."""
    return [ask(insight=f"What was learned, {number}.") for number in range(3)]


def test_the_page_shows_all_that_is_asked_and_nothing_is_ticked(client, asked, mona) -> None:
    confirmed(client, mona)
    said = client.get(CONSENTS).content.decode()
    for one in asked:
        assert f'value="{box(one)}"' in said
        assert one.record.insight in said
        assert one.record_reference in said
    assert "checked" not in said


def test_what_is_ticked_is_consented_to_and_nothing_else(client, asked, mona) -> None:
    confirmed(client, mona)
    answer = client.post(CONSENTS, {"chosen": [box(asked[0]), box(asked[2])]})
    assert answer.status_code == 200
    assert labels(asked) == ["clear", "amber_strict", "clear"]
    said = answer.content.decode()
    assert said.count("Your organization has consented. It can be read by the public now.") == 2
    assert f'value="{box(asked[1])}"' in said
    assert f'value="{box(asked[0])}"' not in said


def test_one_that_is_refused_holds_no_other_up(client, asked, rita, mona) -> None:
    confirmed(client, mona)
    edit_lesson(asked[1].record, by=rita, insight="Changed behind her back.")
    said = client.post(CONSENTS, {"chosen": [box(one) for one in asked]}).content.decode()
    assert labels(asked) == ["clear", "amber_strict", "clear"]
    assert f"{asked[1].record_reference} was changed since you were asked" in said
    # What was not asked about is not shown, here or in its box's stead.
    assert "Changed behind her back." not in said
    assert f'value="{box(asked[1])}"' not in said


@pytest.mark.parametrize("digest", ["", "0" * 64])
def test_consent_is_to_what_was_read(client, asked, mona, digest) -> None:
    confirmed(client, mona)
    chosen = [f"{asked[0].reference} {digest}", box(asked[1])]
    said = client.post(CONSENTS, {"chosen": chosen}).content.decode()
    assert labels(asked) == ["amber_strict", "clear", "amber_strict"]
    assert "does not say what you read" in said


def test_what_is_asked_again_in_other_words_is_not_what_was_read(
    client, asked, rita, sam, mona
) -> None:
    confirmed(client, mona)
    lesson = edit_lesson(asked[0].record, by=rita, insight="Something else.")
    again = waiting_change(sharing.release_to_public(lesson, by=sam))
    assert again is not None
    mixed = f"{again.reference} {asked[0].digest}"
    said = client.post(CONSENTS, {"chosen": [box(asked[0]), mixed]}).content.decode()
    assert again.record.label == "amber_strict"
    assert "waits for nobody" in said
    assert "does not say what you read" in said
    client.post(CONSENTS, {"chosen": [box(again)]})
    assert again.record.label == "clear"


def test_nothing_ticked_says_so(client, asked, mona) -> None:
    confirmed(client, mona)
    answer = client.post(CONSENTS)
    assert answer.status_code == 400
    assert "Tick what you consent to." in answer.content.decode()


@pytest.mark.parametrize("reader", ["rita", "olga", "mira", "cleo", "ada"])
def test_whoever_consents_to_nothing_gets_no_page(client, asked, request, reader) -> None:
    client.force_login(request.getfixturevalue(reader))
    assert client.get(CONSENTS).status_code == 403
    assert client.post(CONSENTS, {"chosen": [box(asked[0])]}).status_code == 403
    assert labels(asked) == ["amber_strict"] * 3


def test_what_waits_for_others_is_neither_shown_nor_given(client, asked, leo, sam, milo) -> None:
    for reader in (leo, sam, milo):
        confirmed(client, reader)
        assert "Nothing waits for your consent" in client.get(CONSENTS).content.decode()
        said = client.post(CONSENTS, {"chosen": [box(asked[0])]}).content.decode()
        assert "Not consented:" in said
    assert Consent.objects.filter(organization=milo.organization, given_at=None).count() == 3
    assert labels(asked) == ["amber_strict"] * 3


def test_what_cannot_be_seen_reads_like_what_is_not_there(client, rita, leo, mona) -> None:
    hidden = waiting_change(sharing.release_to_public(factories.make_lesson(rita), by=leo))
    assert hidden is not None
    confirmed(client, mona)
    pages = [
        client.post(CONSENTS, {"chosen": [f"{reference} {hidden.digest}"]}).content.decode()
        for reference in (hidden.reference, "OAI-LBL-00000", "\x00")
    ]
    mains = {one.split("<main")[1] for one in pages}
    assert len(mains) == 1


def test_a_signatorys_consent_takes_the_second_factor_and_a_leads_does_not(
    client, asked, rita, leo, milo, mona, of_both
) -> None:
    client.force_login(mona)
    said = client.get(CONSENTS).content.decode()
    assert "Confirm that it is you" in said
    assert "Consent to what is ticked" not in said
    answer = client.post(CONSENTS, {"chosen": [box(asked[0])]})
    assert answer["Location"].startswith("/account/confirm/")
    assert labels(asked) == ["amber_strict"] * 3
    theirs = of_both.get(owner=milo.organization)
    sharing.restrict(theirs, by=milo, audience="amber_strict", reason="Too early.")
    lesson = factories.make_lesson(rita, findings=of_both)
    to_partners = waiting_change(sharing.share(lesson, by=leo))
    assert to_partners is not None
    client.force_login(milo)
    assert f'value="{box(to_partners)}"' in client.get(CONSENTS).content.decode()
    client.post(CONSENTS, {"chosen": [box(to_partners)]})
    assert to_partners.record.label == "amber"


def test_what_would_be_let_out_is_read_first(client, ask, mira, milo, mona) -> None:
    theirs = factories.make_observation(mira, description=SECRET)
    quiet, leaking = ask(), ask(insight=SECRET)
    confirmed(client, mona)
    said = client.get(CONSENTS).content.decode()
    assert said.count(f"“{SECRET}”") == said.count("I have read these phrases.") == 1
    chosen = {"chosen": [box(quiet), box(leaking)]}
    said = client.post(CONSENTS, chosen).content.decode()
    assert labels([quiet, leaking]) == ["clear", "amber_strict"]
    assert f"word for word what fewer people read in {theirs.reference}" in said
    client.post(CONSENTS, {**chosen, "leaks_seen": leaking.reference})
    assert leaking.record.label == "clear"


def test_phrases_of_a_red_record_are_shown_once_that_is_logged(client, ask, mira, milo, mona):
    red = factories.make_red(factories.make_observation(mira, description=SECRET), milo, mona)
    ask(insight=SECRET)
    ask()
    confirmed(client, mona)
    assert SECRET in client.get(CONSENTS).content.decode()
    (one,) = Reading.objects.all()
    assert (one.reader, one.record_id, one.surface) == (mona, red.pk, "page")


def test_the_page_bears_the_narrowest_label_of_what_it_shows(client, ask, mira, milo, mona) -> None:
    confirmed(client, mona)
    assert client.get(CONSENTS)["X-TLP"] == "TLP:CLEAR"
    ask(insight=SECRET)
    assert client.get(CONSENTS)["X-TLP"] == "TLP:AMBER+STRICT"
    factories.make_red(factories.make_observation(mira, description=SECRET), milo, mona)
    assert client.get(CONSENTS)["X-TLP"] == "TLP:RED"


def test_it_shows_what_the_page_of_one_shows(client, rita, leo, sam, mona, of_both) -> None:
    known = sharing.share(factories.make_system(rita, name="Chat"), by=leo)
    secret = factories.make_system(rita, name="Codename Heron")
    lesson = factories.make_lesson(rita, findings=of_both, seen_in=[known, secret])
    asked = waiting_change(sharing.release_to_public(lesson, by=sam))
    assert asked is not None
    confirmed(client, mona)
    facts = client.get(asked.get_absolute_url()).content.decode().split("What would be read")[1]
    facts = facts[facts.index("<dl") : facts.rindex("</dl>")]
    said = client.get(CONSENTS).content.decode()
    assert ">Chat</a>" in facts
    assert facts in said
    assert "Codename Heron" not in said


def test_what_is_long_is_folded(client, ask, mona) -> None:
    ask()
    confirmed(client, mona)
    assert "<summary>What would be read" not in client.get(CONSENTS).content.decode()
    ask(insight="A long story. " * 60)
    assert client.get(CONSENTS).content.decode().count("<summary>What would be read") == 1


def test_so_many_at_a_time(client, ask, mona, monkeypatch) -> None:
    monkeypatch.setattr(many, "MOST", 2)
    changes = [ask() for _ in range(3)]
    confirmed(client, mona)
    said = client.get(CONSENTS).content.decode()
    assert [f'value="{box(one)}"' in said for one in changes] == [False, True, True]
    assert "What else waits comes up here" in said


def test_more_that_waits_costs_no_more_queries(client, ask, rita, leo, mira, mona) -> None:
    system = sharing.share(factories.make_system(rita), by=leo)

    def more(number: int) -> None:
        ask(insight=f"{SECRET} {number}", seen_in=[system])

    factories.make_observation(mira, description=SECRET)
    more(1)
    confirmed(client, mona)
    client.get(CONSENTS)
    before = count_queries(lambda: client.get(CONSENTS))
    for number in range(2, 5):
        more(number)
    assert count_queries(lambda: client.get(CONSENTS)) == before
    assert client.get(CONSENTS).content.decode().count('name="chosen"') == 4


@pytest.mark.django_db(transaction=True)
def test_two_who_consent_at_once_consent_once(rita, leo, sam, mira, milo, mona, msft) -> None:
    lesson = factories.make_lesson_of_both(rita, leo, theirs=mira, their_lead=milo)
    asked = waiting_change(sharing.release_to_public(lesson, by=sam))
    assert asked is not None
    said: list[str] = []

    def attempt() -> None:
        (outcome,) = many.consent_many(mona, many.choices(mona, [box(asked)]))
        said.append(outcome.sentence)

    at_once(attempt, threads=2)
    refused, given = sorted(said)
    assert refused == f"{asked.reference} waits for nobody: Done."
    assert given == "Your organization has consented. It can be read by the public now."
    assert asked.record.label == Label.CLEAR


def test_the_pages_lead_to_it_where_several_wait(client, ask, mona) -> None:
    ask()
    for address in ("/", "/sharing/"):
        assert CONSENTS not in page(client, mona, address)
    ask()
    for address in ("/", "/sharing/"):
        assert CONSENTS in page(client, mona, address)


def test_what_can_not_be_decided_makes_room_for_what_can(
    client, ask, rita, mona, monkeypatch
) -> None:
    monkeypatch.setattr(many, "MOST", 2)
    older, *newer = [ask(insight=f"What was learned, {number}.") for number in range(3)]
    for change in newer:
        edit_lesson(change.record, by=rita, insight="Changed meanwhile.")
    confirmed(client, mona)
    said = client.get(CONSENTS).content.decode()
    assert f'value="{box(older)}"' in said
