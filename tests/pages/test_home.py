"""The start page answers: what needs me, what is late, what the other side waits for."""

from __future__ import annotations

import datetime

from django.utils import timezone

from lessons import transitions, update_transitions, waiting
from tests import factories
from tracker import sharing


def verbs(lines) -> list[str]:
    """Return the last part of each line's address: the verb, or nothing for a record's page."""
    return [line.url.rstrip("/").rsplit("/", 1)[-1] for line in lines]


def test_a_signatory_is_asked_to_sign_and_a_lead_to_share(rita, leo, sam, mona):
    lesson = factories.make_lesson(rita, title="Drift")
    assert verbs(waiting.needs(leo)) == ["share"]
    assert waiting.needs(sam) == []
    sharing.share(lesson, by=leo)
    assert waiting.needs(leo) == []
    assert verbs(waiting.needs(sam)) == verbs(waiting.needs(mona)) == ["endorse"]
    assert "Drift" in str(waiting.needs(sam)[0].text)


def test_what_the_other_side_signed_stands_under_what_it_waits_for(rita, leo, sam, mira, mona):
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    transitions.endorse(lesson, by=sam)
    assert "waits for a signatory of Microsoft" in str(waiting.owed(mira)[0].text)
    assert waiting.owed(rita) == []
    # Mona reads it under what needs her already.
    assert waiting.owed(mona) == []


def test_an_overdue_update_is_late_once_with_the_name_of_who_has_it(rita, leo, sam, mona, mira):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    update = factories.make_update(rita, lesson)
    past = timezone.localdate() - datetime.timedelta(days=3)
    update_transitions.accept_update(update, by=leo, assignee=rita, due_on=past)
    assert verbs(waiting.late(rita)) == ["ship"]
    assert "it is with you" in str(waiting.late(rita)[0].text)
    assert "it is with rita" in str(waiting.late(leo)[0].text)
    assert "begin" not in verbs(waiting.needs(rita))
    assert waiting.late(mira) == []


def test_more_of_one_noun_than_fit_lead_to_the_list(client, rita):
    for _number in range(waiting.SHOWN + 1):
        factories.make_observation(rita)
    lines = waiting.needs(rita)
    assert len(lines) == waiting.SHOWN + 1
    assert lines[-1].url == "/observations/?waiting=on"
    client.force_login(rita)
    text = client.get(lines[-1].url).content.decode()
    assert text.count('<th scope="row"') == waiting.SHOWN + 1


def test_shortcuts_follow_the_role(client, rita, leo, olga):
    offered = {}
    for user in (rita, leo, olga):
        client.force_login(user)
        text = client.get("/").content.decode()
        offered[user.username] = [
            w for w in ("Capture", "Log a review", "Plan a cycle") if w in text
        ]
    assert offered == {
        "rita": ["Capture", "Log a review"],
        "leo": ["Capture", "Log a review", "Plan a cycle"],
        "olga": [],
    }


def test_everyone_else_reads_what_this_is_and_the_library(client, world, cleo):
    for user in (None, cleo):
        if user:
            client.force_login(user)
        text = client.get("/").content.decode()
        assert world.version.title in text
        assert "What needs me" not in text


def test_titles_in_the_sentences_are_text(rita):
    factories.make_observation(rita, title="<b>{title}</b> {0} %s")
    assert "&lt;b&gt;{title}&lt;/b&gt; {0} %s" in str(waiting.needs(rita)[0].text)
