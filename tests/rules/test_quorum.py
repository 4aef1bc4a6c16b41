"""Something joint needs every partner that counts: two, or five, and who joins from the next cycle on."""

from __future__ import annotations

import pytest

from lessons import transitions
from lessons.practice_editing import draft_practice
from lessons.practice_transitions import approve_practice, propose_practice
from reviews import transitions as reviews_transitions
from reviews.editing import plan_cycle
from tests import factories
from tracker.access import WrongState
from tracker.editing import add_organization
from tracker.models import Organization
from tracker.sharing import share

MORE = ("ANT", "GOO", "MET")


@pytest.fixture
def five(oai, msft, sam, mona):
    """A signatory of each of five partners that count."""
    others = [factories.make_organization(code, code.title()) for code in MORE]
    return [sam, mona, *(factories.make_user(f"{o.code}-s", o, "signatory") for o in others)]


def open_next_cycle(lead) -> None:
    """Open the next cycle."""
    cycle = plan_cycle(
        by=lead, title="Next", starts_on=factories.DAY, ends_on=factories.DAY.replace(day=30)
    )
    reviews_transitions.open_cycle(cycle, by=lead)


def test_a_lesson_is_endorsed_by_the_fifth_of_five(rita, leo, five) -> None:
    lesson = share(factories.make_lesson(rita), by=leo)
    for signatory in five:
        assert lesson.status == "identified"
        lesson = transitions.endorse(lesson, by=signatory)
    assert lesson.status == "endorsed"


def test_a_practice_is_approved_by_the_fifth_of_five(rita, leo, mira, five) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, *five)
    version = propose_practice(draft_practice(lesson, by=mira), by=mira)
    for signatory in five:
        assert version.status == "joint_review"
        version = approve_practice(version, by=signatory)
    assert version.status == "approved"


def test_the_first_two_partners_count_at_once_and_the_third_from_the_next_cycle(ada) -> None:
    for code in ("AAA", "BBB", "CCC"):
        add_organization(by=ada, code=code, name=code, kind="partner")
    add_organization(by=ada, code="DDD", name="Readers", kind="community")
    assert [one.code for one in Organization.objects.counting()] == ["AAA", "BBB"]
    lead = factories.make_user("lead", Organization.objects.get(code="AAA"), "lead")
    open_next_cycle(lead)
    assert [one.code for one in Organization.objects.counting()] == ["AAA", "BBB", "CCC"]


def test_who_joins_is_needed_for_what_is_being_signed_and_not_for_what_was(
    ada, rita, leo, sam, mona
) -> None:
    before = factories.make_endorsed_lesson(rita, leo, sam, mona)
    during = factories.make_endorsed_lesson(rita, leo, sam)
    third = add_organization(by=ada, code="NEW", name="Newcomer", kind="partner")
    nora = factories.make_user("nora", third, "signatory")
    with pytest.raises(WrongState, match="from the next cycle on"):
        transitions.endorse(during, by=nora)
    open_next_cycle(leo)
    assert transitions.endorse(during, by=mona).status == "identified"
    third.refresh_from_db()
    assert transitions.endorse(during, by=nora).status == "endorsed"
    before.refresh_from_db()
    assert before.status == "endorsed"


def test_who_does_not_count_yet_is_not_asked(ada, rita, leo) -> None:
    lesson = share(factories.make_lesson(rita), by=leo)
    third = add_organization(by=ada, code="NEW", name="Newcomer", kind="partner")
    # A third partner's signatory, where the cast's two count already.
    nora = factories.make_user("nora", third, "signatory")
    assert lesson not in type(lesson).objects.awaiting_signature(nora)
    open_next_cycle(leo)
    third.refresh_from_db()
    assert lesson in type(lesson).objects.awaiting_signature(nora)
