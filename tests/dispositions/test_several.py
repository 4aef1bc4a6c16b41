"""Several systems are answered for in one go, and several answers judged so, each by itself."""

from __future__ import annotations

from lessons.disposition_transitions import answer_disposition
from lessons.models import Disposition

PAGE = "/dispositions/"


def test_several_are_answered_and_judged_and_what_is_refused_says_why(
    asked, leo, milo, client
) -> None:
    service, app, model = (asked.of(one) for one in (asked.service, asked.app, asked.model))
    client.force_login(milo)
    given = {"verb": "answer", "answer-answer": "declined", "answer-reason": "It ends in May."}
    chosen = [service.reference, app.reference, model.reference]
    assert client.post(PAGE, {**given, "chosen": chosen[:1]}).status_code == 302
    forms = {name: form for name, _label, form in client.get(PAGE).context["offers"]}
    assert forms["answer"].initial["reason"] == "It ends in May."
    assert "update" not in forms["answer"].fields
    refused = client.post(PAGE, {**given, "chosen": chosen[1:]})
    assert refused.status_code == 409
    assert [one.reference for one in refused.context["refused"]] == [model.reference]
    assert Disposition.objects.filter(answer="declined", answered_by=milo).count() == 2
    client.force_login(leo)
    judged = {"verb": "accept", "chosen": chosen[:2]}
    assert client.post(PAGE, judged).status_code == 302
    assert Disposition.objects.filter(status="accepted", judged_by=leo).count() == 2


def test_nothing_ticked_changes_nothing(asked, milo, client) -> None:
    client.force_login(milo)
    answer_disposition(asked.of(asked.app), by=milo, answer="declined", reason="It ends.")
    answer = client.post(PAGE, {"verb": "answer", "answer-answer": "declined"})
    assert (answer.status_code, answer.context["nothing_ticked"]) == (400, True)
    assert asked.of(asked.service).status == "asked"
