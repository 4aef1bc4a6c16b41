"""A system that only its operator knows of: asked, judged within, and nobody else's business."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from lessons import transitions
from lessons.disposition_transitions import accept_answer, answer_disposition
from lessons.learned import verdict_on
from lessons.models import Disposition
from lessons.progress import learning_of, progress_of
from lessons.reach import ask_all_later, preview
from tests import factories
from tests.conftest import confirmed
from tests.dispositions.conftest import depend, shared_system
from tests.labels import bear
from tracker.access import Denied
from tracker.sharing import share


@pytest.fixture
def secret(draft, mira, milo, sam, mona):
    """A secret system of Microsoft's on top of the shared ones, asked with them."""
    hidden = factories.make_system(mira, name="Secret", steward=mira)
    depend(draft.service, hidden, mira)
    for signatory in (sam, mona):
        draft.lesson = transitions.endorse(draft.lesson, by=signatory)
    return hidden


def settle_rest(asked, rita, leo, mira, milo) -> None:
    """Answer and accept all but the secret one, with an outcome in effect."""
    update = factories.make_shipped_update(rita, leo, asked.lesson, system=asked.model)
    factories.judge_effect(share(update, by=leo), by=milo)
    for system, by, other in (
        (asked.model, rita, milo),
        (asked.service, mira, leo),
        (asked.app, milo, leo),
    ):
        answered = answer_disposition(asked.of(system), by=by, answer="adopted", reason="Done.")
        accept_answer(answered, by=other)


def test_only_its_operator_sees_it_and_nobody_else_counts_it(
    draft, secret, rita, leo, milo
) -> None:
    one = draft.of(secret)
    assert Disposition.objects.visible_to(milo).filter(pk=one.pk).exists()
    for reader in (rita, leo):
        assert not Disposition.objects.visible_to(reader).filter(pk=one.pk).exists()
        told = learning_of(draft.lesson, reader)
        assert told is not None
        names = [str(line.disposition.system) for line in told.lines]
        assert names == ["App", "Model", "Service"]
    ours, theirs = progress_of(draft.lesson, milo), progress_of(draft.lesson, leo)
    assert (ours.asked, ours.inside) == (3, 1)
    assert (theirs.asked, theirs.inside) == (3, 0)
    assert str(theirs) == "learned in 0 of 3 systems"
    assert not any("Secret" in one for one in verdict_on(draft.lesson).missing)


def test_it_holds_nothing_back(draft, secret, rita, leo, mira, milo) -> None:
    settle_rest(draft, rita, leo, mira, milo)
    draft.lesson.refresh_from_db()
    assert draft.of(secret).status == "asked"
    assert draft.lesson.status == "learned"


def test_a_shared_one_would_hold_it_back(draft, secret, rita, leo, mira, milo) -> None:
    """The control: the same, with the system shared."""
    share(secret, by=milo)
    settle_rest(draft, rita, leo, mira, milo)
    draft.lesson.refresh_from_db()
    assert draft.lesson.status == "actioned"


def test_another_person_of_the_operator_judges_it(draft, secret, mira, milo, leo) -> None:
    answered = answer_disposition(draft.of(secret), by=mira, answer="declined", reason="It ends.")
    with pytest.raises(Denied, match="Only people of Microsoft"):
        accept_answer(answered, by=leo)
    with pytest.raises(Denied, match="You gave this answer"):
        accept_answer(answered, by=mira)
    rows = Disposition.objects.filter(pk=answered.pk)
    with pytest.raises(IntegrityError, match="Another partner"), transaction.atomic():
        rows.update(status="accepted", judged_by=leo, judged_on=answered.answered_on)
    assert accept_answer(answered, by=milo).status == "accepted"


def test_the_preview_tells_each_side_of_what_it_sees(draft, mira, rita, leo, milo) -> None:
    hidden = factories.make_system(mira, name="Secret", steward=mira)
    depend(draft.service, hidden, mira)
    assert str(preview(draft.lesson, leo)) == "3 systems, 2 stewards, 1 without a steward"
    assert str(preview(draft.lesson, milo)) == "4 systems, 2 stewards, 1 without a steward"


def test_a_system_that_comes_later_is_asked_once(asked, mira, milo) -> None:
    assert ask_all_later() == 0
    later = share(factories.make_system(mira, name="Later"), by=milo)
    depend(asked.app, later, mira)
    assert ask_all_later() == 1
    assert ask_all_later() == 0
    assert [str(key) for key in asked.of(later).path] == [
        str(one.pk) for one in (asked.model, asked.service, asked.app, later)
    ]


def test_nobody_outside_the_partners_reads_an_answer_to_a_public_lesson(
    rita, leo, sam, mona, cleo, client
) -> None:
    system = factories.make_clear(factories.make_system(rita, steward=rita), sam)
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona, cause_in=[system])
    one = lesson.dispositions.get()
    bear(type(lesson).objects.get(), "clear")
    answer_disposition(one, by=leo, answer="declined", reason="Among ourselves.")
    assert not Disposition.objects.visible_to(cleo).exists()
    assert "Among ourselves" not in client.get(lesson.get_absolute_url()).content.decode()
    client.force_login(leo)
    page = client.get(one.get_absolute_url())
    assert "Among ourselves" in page.content.decode()
    assert page["X-TLP"] == "TLP:AMBER"


def test_whoever_signs_reads_who_will_be_asked(draft, client, sam, mira, mona) -> None:
    hidden = factories.make_system(mira, name="Secret", steward=mira)
    depend(draft.service, hidden, mira)
    for signatory, systems in ((sam, "3 systems"), (mona, "4 systems")):
        confirmed(client, signatory)
        page = client.get(f"/do/lesson/{draft.lesson.reference}/endorse/").content.decode()
        assert systems in page
        assert ("Secret" in page) == (signatory == mona)


def test_the_history_names_no_system_on_the_way_that_its_reader_may_not_see(
    draft, mira, milo, rita, sam, mona, client
) -> None:
    hidden = factories.make_system(mira, name="Secret", steward=mira)
    depend(draft.app, hidden, mira)
    below = shared_system(mira, milo, name="Below")
    depend(hidden, below, mira)
    for signatory in (sam, mona):
        draft.lesson = transitions.endorse(draft.lesson, by=signatory)
    asked = draft.of(below).reference
    for reader, way in (
        (mira, ["Model", "Service", "App", "Secret", "Below"]),
        (rita, ["Model", "Service", "App", "a system not shared with you", "Below"]),
    ):
        client.force_login(reader)
        page = client.get(f"/history/disposition/{asked}/?version=1").content.decode()
        told = client.get(f"/api/v1/dispositions/{asked}/history/1/").json()["fields_then"]
        assert [words.partition(" (")[0] for words in told["path"]] == way
        assert all(name in page for name in way)
        assert (str(hidden.pk) in page) is (str(hidden.pk) in str(told)) is False


def test_who_endorses_what_asks_nobody_is_told_before(draft, client, rita, leo, mona) -> None:
    empty = share(factories.make_lesson(rita, title="About nothing"), by=leo)
    confirmed(client, mona)
    for lesson, warned in ((empty, True), (draft.lesson, False)):
        page = client.get(f"/do/lesson/{lesson.reference}/endorse/").content.decode()
        assert ("then no system is asked" in page) is warned
        assert ("Endorse for Microsoft all the same" in page) is warned
    client.force_login(mona)
    page = client.get("/signing/").content.decode()
    assert page.count("then no system is asked") == 1
    assert "unless the lesson is about how people work" in client.get(
        empty.get_absolute_url()
    ).content.decode()  # fmt: skip
