"""Several systems say how far they are in one go, each by itself, and several are confirmed so."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages

from lessons.adoption_transitions import ask
from lessons.models import Adoption
from tests import factories
from tests.adoption.conftest import say
from tracker import sharing

PAGE = "/adoptions/"
SAID = {"verb": "say", "say-how_far": "planned", "say-reason": "With the next release."}


@pytest.fixture
def more(asked, rita, leo) -> list[Adoption]:
    """Two more systems of OpenAI's that were asked."""
    systems = [sharing.share(factories.make_system(rita), by=leo) for _ in range(2)]
    return ask(asked.version, systems)


def states(*adoptions: Adoption) -> list[str]:
    """Return how far some systems are now."""
    return [Adoption.objects.get(pk=one.pk).status for one in adoptions]


def sentences(answer) -> list[str]:
    """Return what is said after something was done."""
    return [str(one) for one in get_messages(answer.wsgi_request)]


def test_those_ticked_say_it_and_the_reason_is_offered_again(asked, more, rita, client) -> None:
    client.force_login(rita)
    chosen = [one.reference for one in more]
    answer = client.post(PAGE, {**SAID, "chosen": chosen})
    assert answer.status_code == 302
    assert sentences(answer) == ["Done for 2."]
    assert states(*more, asked.of(asked.model)) == ["planned", "planned", "asked"]
    forms = {name: form for name, _label, form in client.get(PAGE).context["offers"]}
    assert forms["say"].initial == {
        **forms["say"].initial,
        "how_far": "planned",
        "reason": "With the next release.",
    }


def test_what_is_refused_holds_no_other_up_and_says_why(asked, more, rita, mira, client) -> None:
    client.force_login(rita)
    theirs = asked.of(asked.service)
    chosen = [more[0].reference, theirs.reference, "OAI-ADP-00000"]
    answer = client.post(PAGE, {**SAID, "chosen": chosen})
    assert answer.status_code == 409
    assert states(more[0], more[1], theirs) == ["planned", "asked", "asked"]
    assert [one.reference for one in answer.context["refused"]] == chosen[1:]
    page = answer.content.decode()
    assert "Service: Only people of Microsoft can do this." in page
    assert "There is nothing under OAI-ADP-00000." in page


def test_what_one_may_not_see_reads_like_what_is_not_there(asked, mira, client) -> None:
    client.force_login(mira)
    hidden = asked.of(asked.secret)
    answer = client.post(PAGE, {**SAID, "chosen": [hidden.reference]})
    assert f"There is nothing under {hidden.reference}." in answer.content.decode()
    assert "Secret" not in answer.content.decode()
    assert states(hidden) == ["asked"]


def test_several_are_confirmed_by_another_partner_and_then_nothing_waits_there(
    asked, more, rita, mira, client
) -> None:
    for one in more:
        say(one, rita)
    client.force_login(mira)
    page = client.get(PAGE)
    assert {name for name, *_ in page.context["offers"]} == {"say", "confirm"}
    chosen = [one.reference for one in more]
    given = {"verb": "confirm", "confirm-reason": "The log shows it.", "chosen": chosen}
    assert client.post(PAGE, given).status_code == 302
    assert all(Adoption.objects.get(pk=one.pk).confirmed_by == mira for one in more)
    lines = client.get(PAGE).context["lines"]
    assert {one.reference for one, _nothing, is_open in lines if is_open} == {
        asked.of(asked.service).reference
    }


def test_nothing_ticked_nothing_said_no_such_verb_and_nobody_outside(
    asked, more, rita, cleo, client
) -> None:
    client.force_login(rita)
    one = more[0].reference
    nothing = client.post(PAGE, SAID)
    assert (nothing.status_code, nothing.context["nothing_ticked"]) == (400, True)
    unsaid = client.post(PAGE, {"verb": "say", "say-how_far": "planned", "chosen": [one]})
    assert unsaid.status_code == 400
    assert f'value="{one}" id="choose-{one}"' in unsaid.content.decode()
    assert client.post(PAGE, {"verb": "redact", "chosen": [one]}).status_code == 404
    client.force_login(cleo)
    assert client.post(PAGE, {**SAID, "chosen": [one]}).status_code == 403
    assert states(*more) == ["asked", "asked"]
