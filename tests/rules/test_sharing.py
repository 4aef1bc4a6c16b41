"""Who changes a label, whose consent it takes, and what that consent is to."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lessons.editing import edit_lesson
from lessons.models import Lesson
from reviews import transitions as reviews_transitions
from reviews.editing import edit_observation
from reviews.models import Finding
from tests import factories
from tests.rules.test_writing import at_once
from tracker import sharing, sharing_access
from tracker.access import Denied, Refusal, WrongState
from tracker.models import AISystem, Consent, LabelChange, Recipient
from tracker.sharing_access import waiting_change
from tracker.sources import organizations_concerned, sources_of
from tracker.states import Label

VERBS: dict[str, Callable[..., Any]] = {
    "share": sharing.share,
    "community": sharing.release_to_community,
    "public": sharing.release_to_public,
    "restrict": lambda record, by: sharing.restrict(
        record, by=by, audience="amber_strict", reason="Too early."
    ),
    "name": lambda record, by: sharing.name_people(record, by=by, people=[], reason="A person."),
    "open": sharing.open_to_owner,
}

OTHER_SIDE = "Only people of OpenAI"
NOT_A_LEAD = "Only a lead of a partner"
NEITHER = "Only a signatory of a partner can do this, and a lead can ask"
# What each of OpenAI's and Microsoft's people may do with a record that OpenAI alone reads:
# the label afterwards ("asked" where it waits for a signatory), or the refusal.
WHO_MAY = [
    #  verb         rita         leo             sam             mira          milo         mona
    ("share",     [NOT_A_LEAD, "amber",        NOT_A_LEAD,     NOT_A_LEAD, OTHER_SIDE,  NOT_A_LEAD]),
    ("community", [NEITHER,    "asked",        "green",        NEITHER,    OTHER_SIDE,  OTHER_SIDE]),
    ("public",    [NEITHER,    "asked",        "clear",        NEITHER,    OTHER_SIDE,  OTHER_SIDE]),
    ("name",      [NOT_A_LEAD, "red",          NOT_A_LEAD,     NOT_A_LEAD, OTHER_SIDE,  NOT_A_LEAD]),
]  # fmt: skip


def waits_for(record) -> Any:
    """Return what a record waits for consent to, or None."""
    return waiting_change(record)


@pytest.mark.parametrize(("verb", "outcomes"), WHO_MAY)
def test_roles_and_sides_decide_who_changes_a_label(
    verb, outcomes, rita, leo, sam, mira, milo, mona
) -> None:
    for person, outcome in zip((rita, leo, sam, mira, milo, mona), outcomes, strict=True):
        lesson = factories.make_lesson(rita)
        if outcome[0].isupper():
            with pytest.raises(Denied, match=outcome):
                VERBS[verb](lesson, by=person)
            continue
        lesson = VERBS[verb](lesson, by=person)
        reached = "asked" if waits_for(lesson) else lesson.label
        assert reached == outcome, person


ALREADY = "already"
NAMED = "open it to OpenAI first"
INSIDE = "read by nobody outside"
# The moves between labels, asked for by whoever may: the label afterwards, or the refusal.
MOVES = {
    #                share        community    public       restrict        name   open
    "red":          (NAMED,       NAMED,       NAMED,       INSIDE,         "red", "amber_strict"),
    "amber_strict": ("amber",     "green",     "clear",     INSIDE,         "red", ALREADY),
    "amber":        (ALREADY,     "green",     "clear",     "amber_strict", "red", ALREADY),
    "green":        (ALREADY,     ALREADY,     "clear",     "amber_strict", "red", ALREADY),
    "clear":        (ALREADY,     ALREADY,     ALREADY,     "amber_strict", "red", ALREADY),
}  # fmt: skip


def labelled(record, label, leo, sam):
    """Bring a record of OpenAI's to a label through the verbs."""
    match label:
        case "red":
            return factories.make_red(record, leo)
        case "amber":
            return sharing.share(record, by=leo)
        case "green":
            return factories.make_green(record, sam)
        case "clear":
            return factories.make_clear(record, sam)
    return record


@pytest.mark.parametrize("start", MOVES)
def test_each_label_goes_where_the_table_says(start, rita, leo, sam) -> None:
    for verb, outcome in zip(VERBS, MOVES[start], strict=True):
        record = labelled(factories.make_observation(rita), start, leo, sam)
        by = sam if verb in {"community", "public"} else leo
        if outcome in Label.values:
            assert VERBS[verb](record, by=by).label == outcome, verb
        else:
            with pytest.raises(WrongState, match=outcome):
                VERBS[verb](record, by=by)


def test_every_noun_that_bears_a_label_can_be_shared_and_released(rita, leo, sam, mona) -> None:
    from lessons.transitions import start_research

    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    for record in (
        factories.make_system(rita),
        factories.make_observation(rita),
        factories.make_review(rita),
        factories.make_finding(rita),
        factories.make_lesson(rita),
        factories.make_update(rita, lesson),
        start_research(lesson, by=rita, title="Why?"),
    ):
        assert sharing.share(record, by=leo).label == "amber"
        made = sharing.release_to_public(record, by=sam)
        assert (made.label, waits_for(made)) == ("clear", None), record


# --- Sources and consent ------------------------------------------------------------------------


def test_what_a_record_is_derived_from_is_found_along_its_relations(rita, leo) -> None:
    seen = factories.make_observation(rita)
    finding = factories.make_confirmed_finding(rita, leo, observations=[seen])
    lesson = factories.make_lesson(rita, findings=[finding])
    assert sources_of(lesson) == [finding]
    assert sources_of(finding) == [finding.review, seen]
    assert sources_of(finding.review) == [seen]
    assert sources_of(seen) == []


# The labels of Microsoft's finding, and whose consent a lesson of OpenAI's from it takes to widen.
CONCERNED = {
    #                amber            green            clear
    "amber_strict": ("MSFT OAI",      "MSFT OAI",      "MSFT OAI"),
    "amber":        ("OAI",           "MSFT OAI",      "MSFT OAI"),
    "green":        ("OAI",           "OAI",           "MSFT OAI"),
    "clear":        ("OAI",           "OAI",           "OAI"),
}  # fmt: skip


@pytest.mark.parametrize("source", CONCERNED)
def test_a_narrower_source_makes_its_organization_concerned(
    source, rita, leo, mira, milo, mona
) -> None:
    lesson = factories.make_lesson_of_both(rita, leo, theirs=mira, their_lead=milo)
    finding = lesson.findings.get(owner=mira.organization)
    match source:
        case "amber_strict":
            sharing.restrict(finding, by=milo, audience=source, reason="Too early.")
        case "green":
            factories.make_green(finding, mona)
        case "clear":
            factories.make_clear(finding, mona)
    for label, codes in zip(("amber", "green", "clear"), CONCERNED[source], strict=True):
        # OpenAI's own finding is shared with the partners, so it is no narrower than that.
        concerned = organizations_concerned(lesson, label)
        assert " ".join(one.code for one in concerned) == codes, label


@pytest.fixture
def asked(rita, leo, sam, mira, milo, mona) -> Any:
    """OpenAI's signatory asks to publish a lesson drawn from a finding of each side."""
    lesson = factories.make_lesson_of_both(rita, leo, theirs=mira, their_lead=milo)
    waiting = waits_for(sharing.release_to_public(lesson, by=sam))
    assert waiting is not None
    return waiting


def test_the_last_consent_widens(asked, mona) -> None:
    assert asked.record.label == "amber_strict"
    sharing.consent(asked, by=mona)
    assert asked.record.label == "clear"
    done = LabelChange.objects.get(pk=asked.pk)
    assert done.status == "done"
    assert list(done.consents.values_list("given_by__username", flat=True)) == ["mona", "sam"]


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        ("milo", "Only a signatory"),
        ("mira", "Only a signatory"),
        ("leo", "Only a signatory"),
        ("cleo", "Only a signatory"),
        ("sam", "has consented already"),
    ],
)
def test_only_a_signatory_who_is_asked_consents_beyond_the_partners(
    who, reason, asked, request
) -> None:
    with pytest.raises(Refusal, match=reason):
        sharing.consent(asked, by=request.getfixturevalue(who))
    assert asked.record.label == "amber_strict"


def test_consent_to_the_partners_is_a_leads(rita, leo, mira, milo, mona) -> None:
    lesson = factories.make_lesson_of_both(rita, leo, theirs=mira, their_lead=milo)
    finding = lesson.findings.get(owner=mira.organization)
    sharing.restrict(finding, by=milo, audience="amber_strict", reason="Too early.")
    asked = waits_for(sharing.share(lesson, by=leo))
    with pytest.raises(Denied, match="Only a lead of a partner"):
        sharing.consent(asked, by=mona)
    sharing.consent(asked, by=milo)
    assert asked.record.label == "amber"


def test_who_is_not_concerned_is_not_asked(rita, leo, sam, mona) -> None:
    waiting = waits_for(sharing.release_to_public(factories.make_lesson(rita), by=leo))
    with pytest.raises(Denied, match="Microsoft was not asked"):
        sharing.consent(waiting, by=mona)
    assert not LabelChange.objects.visible_to(mona).exists()
    sharing.consent(waiting, by=sam)
    assert waiting.record.label == "clear"


def test_a_change_of_the_words_voids_the_consent_asked_for(asked, rita, sam, mona) -> None:
    content: Any = sharing_access.content_asked(asked)
    assert content["insight"] == "This is what was learned."
    lesson = edit_lesson(asked.record, by=rita, insight="Something else.")
    assert sharing_access.content_asked(asked) is None
    with pytest.raises(WrongState, match="was changed since you were asked"):
        sharing.consent(asked, by=mona)
    again = waits_for(sharing.release_to_public(lesson, by=sam))
    assert again != asked
    assert LabelChange.objects.get(pk=asked.pk).status == "outdated"
    sharing.consent(again, by=mona)
    assert again.record.label == "clear"


def test_a_source_that_is_narrowed_meanwhile_makes_its_organization_asked_too(
    rita, leo, sam, mira, milo, mona
) -> None:
    lesson = factories.make_lesson_of_both(rita, leo, theirs=mira, their_lead=milo)
    finding = factories.make_green(lesson.findings.get(owner=mira.organization), mona)
    asked = waits_for(sharing.release_to_community(lesson, by=leo))
    assert [one.organization.code for one in asked.consents.all()] == ["OAI"]
    sharing.restrict(finding, by=milo, audience="amber", reason="Too early.")
    sharing.consent(asked, by=sam)
    assert asked.record.label == "amber_strict"
    sharing.consent(asked, by=mona)
    assert asked.record.label == "green"


def test_what_is_asked_is_read_by_those_who_decide_and_by_nobody_else(
    asked, rita, sam, mira, milo, mona, cleo
) -> None:
    seeing = {
        user.username
        for user in (rita, sam, mira, milo, mona, cleo)
        if LabelChange.objects.visible_to(user).filter(pk=asked.pk).exists()
    }
    assert seeing == {"rita", "sam", "milo", "mona"}
    assert not Lesson.objects.visible_to(mona).exists()
    assert LabelChange.objects.visible_to(mona).awaiting(mona).get() == asked
    assert not LabelChange.objects.visible_to(milo).awaiting(milo).exists()


def test_what_leaves_to_named_people_takes_its_requests_along(asked, leo, rita, mona) -> None:
    factories.make_red(asked.record, leo)
    changes = LabelChange.objects.filter(record_id=asked.record_id)
    for user in (rita, mona):
        assert not changes.visible_to(user).exists(), user
    assert changes.visible_to(leo).count() == 2
    assert LabelChange.objects.get(pk=asked.pk).status == "called_off"


def test_a_consent_taken_back_narrows_again_and_says_why(asked, mona) -> None:
    sharing.consent(asked, by=mona)
    sharing.withdraw_consent(asked, by=mona, reason="A name is in it.")
    assert asked.record.label == "amber_strict"
    narrowed = LabelChange.objects.get(kind="narrow")
    assert (narrowed.reason, narrowed.asked_by) == ("A name is in it.", mona)
    with pytest.raises(WrongState, match="waits for nobody"):
        sharing.consent(asked, by=mona)


def test_a_consent_to_what_was_narrowed_since_is_not_taken_back(asked, leo, mona) -> None:
    sharing.consent(asked, by=mona)
    sharing.restrict(asked.record, by=leo, audience="amber_strict", reason="Too early.")
    with pytest.raises(WrongState, match="by this consent any more"):
        sharing.withdraw_consent(asked, by=mona, reason="A name is in it.")


def test_a_consent_that_was_narrowed_in_part_still_binds_and_can_be_taken_back(
    asked, rita, leo, mona
) -> None:
    sharing.consent(asked, by=mona)
    sharing.restrict(asked.record, by=leo, audience="amber", reason="Not for the public.")
    with pytest.raises(WrongState, match="as it was consented to; a lead of OpenAI restricts it"):
        edit_lesson(asked.record, by=rita, insight="Something that nobody consented to.")
    sharing.withdraw_consent(asked, by=mona, reason="A name is in it.")
    assert asked.record.label == "amber_strict"


def test_no_consent_is_given_once_a_source_was_left_to_people_by_name(
    asked, mira, milo, mona
) -> None:
    factories.make_red(asked.record.findings.get(owner=mira.organization), milo, mona)
    with pytest.raises(WrongState, match="left to fewer people since you were asked"):
        sharing.consent(asked, by=mona)
    assert asked.record.label == "amber_strict"


def test_what_was_called_off_waits_for_nobody(asked, leo, milo, mona) -> None:
    with pytest.raises(Denied, match=OTHER_SIDE):
        sharing.call_off(asked, by=milo)
    sharing.call_off(asked, by=leo)
    with pytest.raises(WrongState, match="waits for nobody"):
        sharing.consent(asked, by=mona)


def test_one_change_waits_at_a_time(asked, sam) -> None:
    with pytest.raises(WrongState, match="waits for consent to share"):
        sharing.release_to_community(asked.record, by=sam)


def test_an_accepted_review_waits_where_the_other_side_is_concerned(rita, leo, mira, milo) -> None:
    theirs = sharing.share(factories.make_observation(mira), by=milo)
    finding = factories.make_finding(rita, observations=[theirs])
    sharing.restrict(theirs, by=milo, audience="amber_strict", reason="Too early.")
    reviews_transitions.submit_review(finding.review, by=rita)
    reviews_transitions.accept_review(finding.review, by=leo)
    finding.refresh_from_db()
    assert (finding.status, finding.label) == ("confirmed", "amber_strict")
    for record in (finding.review, finding):
        sharing.consent(waits_for(record), by=milo)
    assert set(Finding.objects.visible_to(mira)) == {finding}


# --- What was consented to stays so -------------------------------------------------------------


def test_what_others_consented_to_is_not_reworded_until_it_is_restricted(
    asked, rita, leo, mona
) -> None:
    edit_lesson(asked.record, by=rita, context="")  # nothing changes, so the consent stays good
    sharing.consent(asked, by=mona)
    with pytest.raises(WrongState, match="as it was consented to; a lead of OpenAI restricts it"):
        edit_lesson(asked.record, by=rita, insight="Something that nobody consented to.")
    sharing.restrict(asked.record, by=leo, audience="amber_strict", reason="To word it better.")
    assert edit_lesson(asked.record, by=rita, insight="Better.").insight == "Better."


def test_what_a_lead_alone_shared_can_still_be_reworded(rita, leo, sam) -> None:
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    assert edit_lesson(lesson, by=rita, insight="Better.").insight == "Better."
    sharing.release_to_community(lesson, by=sam)
    with pytest.raises(WrongState, match="restricts it before it is changed"):
        edit_lesson(lesson, by=rita, insight="Better still.")


def test_what_is_to_be_released_is_not_reworded_before_the_instant(rita, sam) -> None:
    later = timezone.now() + datetime.timedelta(days=1)
    seen = factories.make_clear(factories.make_observation(rita), sam, takes_effect_at=later)
    with pytest.raises(WrongState, match="restricts it before it is changed"):
        edit_observation(seen, by=rita, title="Another title.")


def test_nothing_is_rested_on_a_source_that_fewer_may_read(rita, leo) -> None:
    private = factories.make_confirmed_finding(rita, leo)
    sharing.restrict(private, by=leo, audience="amber_strict", reason="Too early.")
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    with pytest.raises(WrongState, match="is read by fewer people than"):
        edit_lesson(lesson, by=rita, findings=[private])
    sharing.share(private, by=leo)
    private.refresh_from_db()
    assert edit_lesson(lesson, by=rita, findings=[private]).findings.get() == private


# --- What the database holds --------------------------------------------------------------------


def test_the_database_refuses_to_complete_what_somebody_has_not_consented_to(
    asked, sam, mona
) -> None:
    waiting = LabelChange.objects.filter(pk=asked.pk)
    with (
        pytest.raises(IntegrityError, match="every organization concerned consented"),
        transaction.atomic(),
    ):
        waiting.update(status="done", settled_at=asked.asked_at)
    for consent in Consent.objects.filter(change=asked):
        person = sam if consent.organization == sam.organization else mona
        rows = Consent.objects.filter(pk=consent.pk, given_at=None)
        rows.update(given_by=person, given_at=asked.asked_at)
    assert waiting.update(status="done", settled_at=asked.asked_at) == 1


@pytest.mark.django_db(transaction=True)
def test_two_leads_who_share_at_once_share_once(rita, leo) -> None:
    system = factories.make_system(rita)
    ends = at_once(lambda: sharing.share(AISystem.objects.get(pk=system.pk), by=leo), threads=2)
    assert ends == {"done": 1, "WrongState": 1}
    assert LabelChange.objects.count() == 1


# --- Narrower -----------------------------------------------------------------------------------


def test_narrowing_says_why_and_what_follows_keeps_the_label_it_was_consented_to(
    rita, leo, mira
) -> None:
    finding = factories.make_confirmed_finding(rita, leo)
    lesson = sharing.share(factories.make_lesson(rita, findings=[finding]), by=leo)
    with pytest.raises(ValidationError, match="Say why"):
        sharing.restrict(finding, by=leo, audience="amber_strict", reason=" ")
    sharing.restrict(finding, by=leo, audience="amber_strict", reason="Too early.")
    assert not Finding.objects.visible_to(mira).exists()
    assert Lesson.objects.visible_to(mira).get() == lesson


def test_a_restriction_does_not_widen(rita, leo) -> None:
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    with pytest.raises(ValidationError, match="this would let more"):
        sharing.restrict(lesson, by=leo, audience="green", reason="By mistake.")
    with pytest.raises(ValidationError, match="already"):
        sharing.restrict(lesson, by=leo, audience="amber", reason="By mistake.")


# --- RED ----------------------------------------------------------------------------------------


def test_people_of_either_side_are_named_and_the_lead_stays_among_them(
    rita, leo, olga, mira, milo
) -> None:
    lesson = factories.make_red(factories.make_lesson(rita), leo, mira)
    seeing = [x for x in (rita, leo, olga, mira, milo) if Lesson.objects.visible_to(x).exists()]
    assert seeing == [leo, mira]
    factories.make_red(lesson, leo, rita)
    seeing = [x for x in (rita, leo, olga, mira, milo) if Lesson.objects.visible_to(x).exists()]
    assert seeing == [rita, leo]


def test_a_lead_who_is_not_named_names_nobody(rita, leo, oai) -> None:
    lesson = factories.make_red(factories.make_lesson(rita), leo)
    other = factories.make_user("lena", oai, "lead")
    with pytest.raises(Denied, match="whom the record names"):
        factories.make_red(lesson, other)


def test_what_is_opened_to_its_owner_names_nobody_any_more(rita, leo, mira, olga) -> None:
    lesson = factories.make_red(factories.make_lesson(rita), leo, mira)
    sharing.open_to_owner(lesson, by=leo)
    assert Lesson.objects.visible_to(olga).exists()
    assert not Lesson.objects.visible_to(mira).exists()
    assert not Recipient.objects.exists()
