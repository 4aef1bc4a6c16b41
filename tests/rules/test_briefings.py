"""What already bit us here: each partner hears of it before it signs, and only it reads its answers."""

from __future__ import annotations

import datetime
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lessons import transitions
from lessons.access import check_can_answer_line
from lessons.briefing_transitions import (
    Answer,
    answer_line,
    answer_lines,
    open_cycle,
    open_next_cycle,
    settle_open_briefings,
)
from lessons.models import BriefingLine, Lesson
from lessons.outcome_editing import propose_update
from lessons.ranking import rank, upstream_of
from reviews import transitions as reviews_transitions
from reviews.editing import add_item, plan_cycle, set_up_series
from reviews.models import Briefing, ReviewCycle
from tests import factories
from tests.conftest import confirmed
from tests.queries import count_queries
from tracker.access import Denied, WrongState
from tracker.models import AISystem
from tracker.sharing import restrict, share


def running(by, *systems, **fields) -> ReviewCycle:
    """Plan and open a cycle whose window is still to end, with an item of each system."""
    today = timezone.localdate()
    cycle = plan_cycle(
        by=by,
        title="The next",
        starts_on=today,
        ends_on=today + datetime.timedelta(days=9),
        **fields,
    )
    for system in systems:
        add_item(cycle, by=by, system=system, change="New")
    return open_cycle(cycle, by=by)


@pytest.fixture
def system(rita, leo) -> AISystem:
    return share(factories.make_system(rita, name="Chat"), by=leo)


@pytest.fixture
def lesson(rita, leo, sam, mona, system) -> Lesson:
    return endorsed(rita, leo, sam, mona, title="Long chats drift", seen_in=[system])


def endorsed(by, lead, *signatories, **fields) -> Lesson:
    lesson = share(factories.make_lesson(by, **fields), by=lead)
    for one in signatories:
        lesson = transitions.endorse(lesson, by=one)
    return lesson


def lines_of(cycle, code) -> list[BriefingLine]:
    return list(
        BriefingLine.objects.filter(briefing__cycle=cycle, briefing__organization__code=code)
    )


def test_each_partner_hears_of_the_lesson_and_why(leo, system, lesson) -> None:
    cycle = running(leo, system)
    for code in ("OAI", "MSFT"):
        (line,) = lines_of(cycle, code)
        assert line.lesson == lesson
        assert line.rank == 1
        assert line.why == ["It is about Chat, which is in scope."]
        assert line.lesson_version == lesson.content_version
        assert len(line.lesson_digest) == 64
    assert not Briefing.objects.filter(cycle=cycle, is_complete=True).exists()


def test_a_lesson_of_a_system_upstream_says_the_path(rita, leo, sam, mona, system, lesson) -> None:
    copilot = share(factories.make_system(rita, name="Copilot"), by=leo)
    secret = factories.make_system(rita, name="Secret")
    for up, down in ((system, secret), (secret, copilot)):
        factories.make_dependency(by=rita, upstream=up, downstream=down, kind="built_on")
    cycle = running(leo, copilot)
    (ours,), (theirs,) = lines_of(cycle, "OAI"), lines_of(cycle, "MSFT")
    assert ours.why == ["It is about Chat, upstream of Copilot: Chat → Secret → Copilot."]
    assert "Secret" not in theirs.reasons
    assert "not shared" in theirs.reasons


def test_a_dependency_that_carries_no_lessons_is_no_way(rita, leo, system, lesson) -> None:
    other = share(factories.make_system(rita), by=leo)
    factories.make_dependency(
        by=rita, upstream=system, downstream=other, kind="hosted_on", carries_lessons=False
    )
    assert upstream_of([other.pk]) == {other.pk: (other.pk,)}
    assert lines_of(running(leo, other), "OAI") == []


def test_a_diamond_tells_one_shortest_path(rita, leo) -> None:
    top, left, right, bottom = (factories.make_system(rita) for _ in range(4))
    for up, down in ((top, left), (top, right), (left, bottom), (right, bottom), (top, bottom)):
        factories.make_dependency(by=rita, upstream=up, downstream=down, kind="built_on")
    assert upstream_of([bottom.pk])[top.pk] == (top.pk, bottom.pk)


def test_a_lesson_with_the_same_tag_is_named_after_one_of_the_same_system(
    rita, leo, sam, mona, system, lesson
) -> None:
    tag = factories.make_tag()
    factories.make_reviewed_item(rita, leo, system=system)
    finding = system.findings.first() or factories.make_finding(rita, systems=[system], tags=[tag])
    finding.tags.add(tag)
    finding.systems.add(system)
    if finding.status == "draft":
        reviews_transitions.submit_review(finding.review, by=rita)
        reviews_transitions.accept_review(finding.review, by=leo)
    tagged = endorsed(rita, leo, sam, mona, title="Tagged alike", tags=[tag])
    first, second = lines_of(running(leo, system), "MSFT")
    assert (first.lesson, second.lesson) == (lesson, tagged)
    assert second.why == [f"It shares {tag.key} with findings about what is in scope."]


def test_ten_at_most_and_always_the_same_ten(rita, leo, sam, mona, system) -> None:
    for number in range(12):
        endorsed(rita, leo, sam, mona, title=f"Lesson {number}", seen_in=[system])
    first, again = (lines_of(running(leo, system), "OAI") for _ in range(2))
    assert [one.lesson_id for one in first] == [one.lesson_id for one in again]
    assert len(first) == 10


def test_what_one_side_alone_reads_stands_in_its_own_briefing_only(rita, leo, sam, system) -> None:
    own = transitions.endorse(factories.make_lesson(rita, scope="own", seen_in=[system]), by=sam)
    cycle = running(leo, system)
    assert [one.lesson for one in lines_of(cycle, "OAI")] == [own]
    assert lines_of(cycle, "MSFT") == []
    assert Briefing.objects.get(cycle=cycle, organization__code="MSFT").is_complete


def test_a_red_lesson_stands_in_no_briefing(rita, leo, sam, system) -> None:
    own = transitions.endorse(factories.make_lesson(rita, scope="own", seen_in=[system]), by=sam)
    factories.make_red(own, leo, rita)
    assert lines_of(running(leo, system), "OAI") == []


def test_without_a_lesson_the_briefing_is_complete_and_holds_nothing_back(leo, system) -> None:
    cycle = running(leo, system)
    assert cycle.briefings.filter(is_complete=True).count() == 2
    assert reviews_transitions.begin_signing(cycle, by=leo).status == "signing"


def test_a_cycle_of_the_past_briefs_nobody(leo, system, lesson) -> None:
    cycle = factories.make_cycle(leo)
    assert not cycle.briefings.exists()
    assert reviews_transitions.begin_signing(cycle, by=leo).status == "signing"


def answer_all(cycle, by) -> None:
    lines = BriefingLine.objects.visible_to(by).filter(briefing__cycle=cycle)
    answer_lines([Answer(line, "covered") for line in lines], by=by)


def test_an_incomplete_briefing_holds_back_signing(leo, rita, mira, milo, system, lesson) -> None:
    cycle = running(leo, system)
    with pytest.raises(
        WrongState, match="is not complete yet at Microsoft and OpenAI: answer each"
    ):
        reviews_transitions.begin_signing(cycle, by=leo)
    answer_all(cycle, rita)
    with pytest.raises(WrongState, match="is not complete yet at Microsoft: answer each"):
        reviews_transitions.begin_signing(cycle, by=milo)
    answer_all(cycle, mira)
    assert reviews_transitions.begin_signing(cycle, by=leo).status == "signing"


def test_the_database_holds_it_back_too(leo, system, lesson) -> None:
    cycle = running(leo, system)
    with pytest.raises(IntegrityError, match="answers its briefing before"), transaction.atomic():
        ReviewCycle.objects.filter(pk=cycle.pk).update(status="signing")
    with pytest.raises(IntegrityError, match="complete once each"), transaction.atomic():
        Briefing.objects.filter(cycle=cycle).update(is_complete=True)


def test_a_position_waits_for_the_briefing_of_its_own_side(
    rita, leo, sam, mona, system, lesson
) -> None:
    cycle = running(leo)
    item = factories.make_reviewed_item(rita, leo, cycle=cycle)
    reviews_transitions.begin_signing(cycle, by=leo)
    Briefing.objects.filter(cycle=cycle, organization__code="OAI").update(is_complete=False)
    with pytest.raises(WrongState, match="not complete yet at OpenAI"):
        reviews_transitions.concur(item, by=sam)
    assert reviews_transitions.concur(item, by=mona).positions.count() == 1


def test_containment_is_never_held_back(rita, leo, system, lesson) -> None:
    running(leo, system)
    update = propose_update(by=rita, title="Limit", kind="containment", system=system)
    assert update.status == "proposed"


def test_an_answer_bears_a_name_and_says_how(rita, leo, system, lesson) -> None:
    cycle = running(leo, system)
    (line,) = lines_of(cycle, "OAI")
    with pytest.raises(ValidationError, match="Say how it changes your plan"):
        answer_line(line, by=rita, answer="changes_plan")
    with pytest.raises(ValidationError, match="Say why it is not relevant"):
        answer_line(line, by=rita, answer="not_relevant", words="  ")
    with pytest.raises(ValidationError, match="Choose one of the answers"):
        answer_line(line, by=rita, answer="gone")
    line = answer_line(line, by=rita, answer="changes_plan", words="We test long chats first.")
    assert (line.answered_by, line.words) == (rita, "We test long chats first.")
    line = answer_line(line, by=leo, answer="covered")
    assert (line.answered_by, line.words) == (leo, "")


@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        ("rita", None), ("leo", None), ("sam", None),
        ("olga", "Only a reviewer, a lead or a signatory"),
        ("cleo", "Only a reviewer, a lead or a signatory"),
        ("mira", "Only people of OpenAI"), ("milo", "Only people of OpenAI"),
    ],
)  # fmt: skip
def test_its_own_people_answer_a_briefing(request, leo, system, lesson, who, refusal) -> None:
    (line,) = lines_of(running(leo, system), "OAI")
    user = request.getfixturevalue(who)
    if refusal is None:
        check_can_answer_line(user, line)
    else:
        with pytest.raises(Denied, match=refusal):
            check_can_answer_line(user, line)


def test_nobody_thinks_again_once_the_cycle_is_signed(rita, mira, leo, system, lesson) -> None:
    cycle = running(leo, system)
    for by in (rita, mira):
        answer_all(cycle, by)
    reviews_transitions.begin_signing(cycle, by=leo)
    with pytest.raises(WrongState, match="Only what is open can be briefed on"):
        answer_line(lines_of(cycle, "OAI")[0], by=rita, answer="covered")


def test_the_other_side_reads_no_line(rita, mira, cleo, leo, system, lesson) -> None:
    cycle = running(leo, system)
    (line,) = lines_of(cycle, "OAI")
    answer_line(line, by=rita, answer="not_relevant", words="Ours alone")
    assert list(BriefingLine.objects.visible_to(rita)) == [line]
    assert line not in BriefingLine.objects.visible_to(mira)
    assert not BriefingLine.objects.visible_to(cleo).exists()
    assert {one.is_complete for one in Briefing.objects.visible_to(mira)} == {True, False}


def test_what_was_frozen_stays_as_it_was(rita, leo, system, lesson) -> None:
    (line,) = lines_of(running(leo, system), "OAI")
    before = (line.lesson_version, line.lesson_digest, line.reasons)
    Lesson.objects.filter(pk=lesson.pk).update(title="Reworded")
    line.refresh_from_db()
    assert (line.lesson_version, line.lesson_digest, line.reasons) == before
    for column in ({"rank": 2}, {"reasons": "Other"}, {"lesson_version": 9}):
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            BriefingLine.objects.filter(pk=line.pk).update(**column)


def test_a_lesson_that_was_taken_back_holds_up_nobody(rita, leo, mira, system, lesson) -> None:
    cycle = running(leo, system)
    restrict(lesson, by=leo, audience="amber_strict", reason="Too wide.")
    assert not BriefingLine.objects.visible_to(mira).exists()
    assert settle_open_briefings() == 1
    assert lines_of(cycle, "MSFT")[0].status == "gone"
    assert lines_of(cycle, "OAI")[0].status == "open"


def test_a_briefing_that_was_not_compiled_is_made_good(leo, system, lesson) -> None:
    today = timezone.localdate()
    cycle = plan_cycle(by=leo, title="Opened below", starts_on=today, ends_on=today)
    add_item(cycle, by=leo, system=system, change="New")
    reviews_transitions.open_cycle(cycle, by=leo)
    with pytest.raises(WrongState, match="not complete yet"):
        reviews_transitions.begin_signing(cycle, by=leo)
    settle_open_briefings()
    settle_open_briefings()
    assert len(lines_of(cycle, "OAI")) == 1


def test_a_series_briefs_on_its_systems_and_fails_as_a_whole(leo, system, lesson) -> None:
    series = set_up_series(
        by=leo, title="Weekly", rule="FREQ=WEEKLY", begins_on=timezone.localdate(), systems=[system]
    )
    (line,) = lines_of(running(leo, system), "OAI")
    number = ReviewCycle.objects.latest("number").number
    with transaction.atomic():  # something stands where a line of the next cycle would be written
        BriefingLine.objects.filter(pk=line.pk).update(reference=f"CYC-{number + 1}-OAI-1")
        with pytest.raises(ValidationError):
            open_next_cycle(series)
        assert not series.cycles.exists()
        BriefingLine.objects.filter(pk=line.pk).update(reference="CYC-0-OAI-1")
    cycle = open_next_cycle(series)
    assert cycle is not None
    assert [one.lesson for one in lines_of(cycle, "MSFT")] == [lesson]


def test_the_page_takes_all_answers_at_once(client, rita, mira, leo, sam, system, lesson) -> None:
    cycle = running(leo, system)
    page = f"/cycles/{cycle.reference}/briefing/"
    client.force_login(rita)
    assert b"It is about Chat, which is in scope." in client.get(page).content
    refused = client.post(page, {"line-1-answer": "changes_plan", "line-1-words": ""})
    assert refused.status_code == 400
    summary = refused.content.decode().split('class="error-summary"')[1].split("</div>")[0]
    assert f"1. {lesson}. How it changes the plan" in summary
    assert "Say how it changes your plan" in summary
    typed = {"line-1-answer": "not_relevant", "line-1-words": "Ours-alone-canary"}
    answered = client.post(page, typed, follow=True)
    assert b"Your briefing is complete" in answered.content
    # Whoever may read the lesson: these words are for one side alone.
    factories.make_clear(lesson, sam)
    for address in (page, "/briefing-lines/"):
        answer = client.get(address)
        assert b"Ours-alone-canary" in answer.content
        assert answer["X-TLP"] == "TLP:AMBER+STRICT"
    client.force_login(mira)
    for address in (page, cycle.get_absolute_url(), "/", f"/api/v1/cycles/{cycle.reference}/"):
        assert b"Ours-alone-canary" not in client.get(address).content
    assert b"answers its briefing" in client.get("/").content
    assert b"holds back signing" in client.get(cycle.get_absolute_url()).content


def test_a_briefing_takes_as_many_queries_for_ten_lessons_as_for_one(
    client, rita, leo, sam, mona, system, lesson
) -> None:
    confirmed(client, rita)
    client.get("/cycles/")  # what a first request looks up once
    counts, compiled = [], []
    for _ in range(2):
        today = timezone.localdate()
        cycle = plan_cycle(by=leo, title="The next", starts_on=today, ends_on=today)
        add_item(cycle, by=leo, system=system, change="New")
        compiled.append(count_queries(partial(rank, cycle, rita.organization, 10)))
        cycle = open_cycle(cycle, by=leo)
        counts.append(count_queries(partial(client.get, f"/cycles/{cycle.reference}/briefing/")))
        for number in range(6):
            endorsed(rita, leo, sam, mona, title=f"More {number}", seen_in=[system])
    assert counts[0] == counts[1]
    assert compiled[0] == compiled[1]


def test_its_own_people_read_the_story_of_a_line(client, rita, mira, leo, system, lesson) -> None:
    (line,) = lines_of(running(leo, system), "OAI")
    answer_line(line, by=rita, answer="not_relevant", words="Words-of-ours")
    page = f"/api/v1/briefing-lines/{line.reference}/history/"
    for reader, status in ((rita, 200), (mira, 404)):
        client.force_login(reader)
        assert client.get(page).status_code == status


def test_an_answer_given_meanwhile_is_not_taken_away_unseen(
    client, rita, leo, system, lesson
) -> None:
    cycle = running(leo, system)
    page = f"/cycles/{cycle.reference}/briefing/"
    client.force_login(leo)
    said = {"line-1-answer": "changes_plan", "line-1-words": "We log more.", "line-1-seen": ""}
    assert client.post(page, said).status_code == 302
    client.force_login(rita)
    stale = {"line-1-answer": "covered", "line-1-words": "", "line-1-seen": ""}
    refused = client.post(page, stale)
    assert refused.status_code == 400
    assert "answered this meanwhile" in refused.content.decode()
    (line,) = lines_of(cycle, "OAI")
    assert (line.status, line.words) == ("changes_plan", "We log more.")
    assert line.answered_at is not None
    # The control: who has seen it answers otherwise.
    fresh = {**stale, "line-1-seen": line.answered_at.isoformat()}
    assert client.post(page, fresh).status_code == 302
    (line,) = lines_of(cycle, "OAI")
    assert line.status == "covered"
