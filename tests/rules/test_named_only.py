"""What rests on something for people by name is for those of them who may read all that it rests on."""

from __future__ import annotations

import pytest

from lessons import editing, outcome_editing, transitions
from lessons.models import Lesson
from reviews import editing as reviews_editing
from reviews import transitions as reviews_transitions
from reviews.models import Finding, Observation, Review
from tests import factories
from tests.pages.test_records import page
from tracker import sharing
from tracker.access import Denied, WrongState
from tracker.audience import people_named

NOT_NAMED = "is for the people it names; you are not one of them"


def readers_of(record, *people):
    """Return which of some people may read a record, as every surface asks."""
    rows = type(record).objects
    return [one for one in people if rows.visible_to(one).filter(pk=record.pk).exists()]


@pytest.fixture
def everyone(rita, leo, sam, olga, mira, milo):
    """People of both sides."""
    return rita, leo, sam, olga, mira, milo


def red_finding(rita, leo, *people):
    """Make a confirmed finding for a few people."""
    return factories.make_red(factories.make_confirmed_finding(rita, leo), leo, *people)


# --- What is derived ----------------------------------------------------------------------------


def test_a_review_and_its_finding_are_for_those_whom_the_observation_names(
    rita, leo, mira, everyone
) -> None:
    seen = factories.make_red(factories.make_observation(rita), leo, rita, mira)
    review = reviews_transitions.start_review(seen, by=rita, system=factories.make_system(rita))
    for record in (review, review.findings.get()):
        assert record.label == "red"
        assert readers_of(record, *everyone) == [rita, leo, mira]


def test_a_lesson_is_for_those_whom_each_of_its_findings_names(rita, leo, olga, mira, everyone):
    findings = [red_finding(rita, leo, rita, olga), red_finding(rita, leo, rita, mira)]
    lesson = factories.make_lesson(rita, findings=findings)
    assert readers_of(lesson, *everyone) == [rita, leo]


def test_those_named_who_may_not_read_another_source_are_left_out(rita, leo, mira, everyone):
    named = factories.make_red(factories.make_observation(rita), leo, rita, mira)
    inside = factories.make_observation(rita)
    finding = factories.make_finding(rita, observations=[named, inside])
    assert readers_of(finding, *everyone) == [rita, leo]
    shared = sharing.share(factories.make_observation(rita), by=leo)
    review = reviews_transitions.start_review(named, by=rita, system=factories.make_system(rita))
    finding = factories.make_finding(rita, review, observations=[named, shared])
    assert readers_of(finding, *everyone) == [rita, leo, mira]


def test_people_of_the_other_side_derive_from_what_names_them(rita, leo, mira, milo, everyone):
    seen = factories.make_red(factories.make_observation(rita), leo, mira, milo)
    review = reviews_transitions.start_review(seen, by=mira, system=factories.make_system(mira))
    assert review.owner == mira.organization
    assert readers_of(review, *everyone) == [leo, mira, milo]


def test_what_follows_from_a_lesson_is_for_its_people(rita, leo, sam, everyone) -> None:
    own = factories.make_red(factories.make_lesson(rita, scope="own"), leo, rita, sam)
    lesson = transitions.endorse(own, by=sam)
    update = factories.make_update(rita, lesson)
    direction = transitions.start_research(lesson, by=rita, title="Why?")
    for record in (update, direction):
        assert readers_of(record, *everyone) == [rita, leo, sam]


def test_a_copy_is_for_the_same_people_until_one_of_its_leads_opens_it(rita, leo, olga, everyone):
    private = factories.make_red(factories.make_observation(rita), leo, rita)
    copy = reviews_transitions.copy_observation(private, by=rita)
    assert readers_of(copy, *everyone) == [rita, leo]
    sharing.open_to_owner(copy, by=leo)
    assert readers_of(copy, olga) == [olga]
    assert readers_of(private, *everyone) == [rita, leo]


def test_what_rests_on_nothing_named_starts_with_its_owner(rita, leo) -> None:
    shared = sharing.share(factories.make_observation(rita), by=leo)
    finding = factories.make_finding(rita, observations=[shared])
    assert (finding.label, people_named(finding)) == ("amber_strict", [])


# --- Refused ------------------------------------------------------------------------------------


def test_who_is_not_named_derives_nothing(rita, leo, sam) -> None:
    seen = factories.make_red(factories.make_observation(rita), leo)
    with pytest.raises(Denied, match=NOT_NAMED):
        reviews_transitions.start_review(seen, by=rita, system=factories.make_system(rita))
    with pytest.raises(Denied, match=NOT_NAMED):
        reviews_transitions.copy_observation(seen, by=rita)
    assert not Review.objects.exists()
    finding = red_finding(rita, leo)
    with pytest.raises(Denied, match=NOT_NAMED):
        transitions.draft_lesson_from_finding(finding, by=rita)
    lesson = factories.make_endorsed_lesson(rita, leo, sam, scope="own")
    factories.make_red(lesson, leo)
    with pytest.raises(Denied, match=NOT_NAMED):
        outcome_editing.propose_research(by=rita, title="Why?", lessons=[read(lesson)])
    assert not Lesson.objects.exclude(pk=lesson.pk).exists()


def read(record):
    """Return a record as it stands."""
    return type(record).objects.select_related("owner").get(pk=record.pk)


def test_sources_that_nobody_may_read_together_carry_nothing(rita, leo, mira, milo) -> None:
    theirs = factories.make_red(factories.make_observation(mira), milo, rita)
    inside = factories.make_observation(mira)
    review = factories.make_review(rita)
    with pytest.raises(Denied, match="Nobody may read all of"):
        reviews_editing.add_finding(review, by=rita, title="F", observations=[theirs, inside])
    assert not Finding.objects.exists()


def test_a_source_for_fewer_people_is_not_put_under_what_exists(rita, leo, mira) -> None:
    seen = factories.make_red(factories.make_observation(rita), leo, rita)
    for finding in (
        factories.make_finding(rita),
        factories.make_red(factories.make_finding(rita), leo, rita, mira),
    ):
        with pytest.raises(WrongState, match="is read by fewer people than"):
            reviews_editing.edit_finding(finding, by=rita, observations=[seen])
    fitting = factories.make_red(factories.make_finding(rita), leo, rita)
    made = reviews_editing.edit_finding(fitting, by=rita, observations=[seen])
    assert made.observations.get() == seen


# --- Wider and narrower -------------------------------------------------------------------------


def test_acceptance_shares_nothing_that_is_for_people_by_name(rita, leo, everyone) -> None:
    seen = factories.make_red(factories.make_observation(rita), leo, rita)
    review = reviews_transitions.start_review(seen, by=rita, system=factories.make_system(rita))
    review = reviews_editing.edit_review(review, by=rita, summary="Looked at.")
    reviews_transitions.submit_review(review, by=rita)
    reviews_transitions.accept_review(review, by=leo)
    finding = Finding.objects.get()
    assert finding.status == "confirmed"
    for record in (review, finding):
        assert readers_of(record, *everyone) == [rita, leo]


def test_acceptance_leaves_what_came_to_rest_on_it_since_with_its_owner(rita, leo, mira) -> None:
    seen = factories.make_observation(rita)
    finding = factories.make_finding(rita, observations=[seen])
    factories.make_red(seen, leo)
    reviews_transitions.submit_review(finding.review, by=rita)
    reviews_transitions.accept_review(finding.review, by=leo)
    assert Finding.objects.get().label == "amber_strict"
    assert Review.objects.get().label == "amber_strict"


def test_a_lead_opens_what_rests_on_what_they_may_read(rita, leo, oai, olga, everyone) -> None:
    lena = factories.make_user("lena", oai, "lead")
    lesson = factories.make_lesson(rita, findings=[red_finding(rita, leo, rita, lena)])
    factories.make_red(lesson.findings.get(), leo, rita)
    with pytest.raises(WrongState, match="rests on a record that fewer people may read"):
        sharing.open_to_owner(lesson, by=lena)
    opened = sharing.open_to_owner(lesson, by=leo)
    assert readers_of(opened, olga) == [olga]
    with pytest.raises(WrongState, match="rests on a record that fewer people may read"):
        sharing.share(opened, by=lena)
    assert sharing.share(opened, by=leo).label == "amber"


def test_nobody_opens_what_rests_on_the_other_sides_named_source(
    rita, leo, sam, mira, milo, everyone
) -> None:
    seen = factories.make_red(factories.make_observation(rita), leo, mira, milo)
    review = reviews_transitions.start_review(seen, by=mira, system=factories.make_system(mira))
    finding = review.findings.get()
    with pytest.raises(WrongState, match="a lead of OpenAI who may read that"):
        sharing.open_to_owner(finding, by=milo)
    mona = factories.make_user("mona", mira.organization, "signatory")
    with pytest.raises(WrongState, match="a lead of OpenAI who may read that"):
        factories.make_red(finding, milo, mona)
    assert readers_of(finding, *everyone) == [leo, mira, milo]
    factories.make_red(finding, milo, mira)
    assert readers_of(finding, *everyone) == [mira, milo]
    sharing.open_to_owner(seen, by=leo)
    sharing.share(Observation.objects.get(pk=seen.pk), by=leo)
    finding.refresh_from_db()
    sharing.open_to_owner(finding, by=milo)
    assert readers_of(finding, mona) == [mona]


def test_the_page_says_for_whom_it_is(client, rita, leo, mira) -> None:
    lesson = factories.make_lesson(rita, findings=[red_finding(rita, leo, rita, mira)])
    text = page(client, rita, lesson.get_absolute_url())
    line = text[text.index("For these people only:") :]
    assert all(name in line[: line.index("</p>")] for name in ("rita", "leo", "mira"))
    editing.edit_lesson(lesson, by=rita, insight="Better.")
    other = factories.make_lesson(rita)
    assert "For these people only" not in page(client, rita, other.get_absolute_url())
