"""Who sees: the TLP label decides, row by row; the table below is the rule."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from lessons.models import Lesson
from reviews import transitions as reviews_transitions
from reviews.editing import add_evidence, add_item
from reviews.models import CycleItem, Evidence, Finding, Observation, Review, ReviewCycle
from tests import factories
from tests.labels import bear
from tracker import editing
from tracker.models import AISystem, Recipient, SystemDependency, SystemVersion, Tag
from tracker.states import Label

# Owner is OpenAI. Columns: olga (owner's observer), mira (other partner), cleo (community),
# ada (superuser), nobody (not signed in).
WHO_SEES = {
    #                    olga   mira   cleo   ada    nobody
    Label.RED:          (False, False, False, False, False),
    Label.AMBER_STRICT: (True,  False, False, False, False),
    Label.AMBER:        (True,  True,  False, False, False),
    Label.GREEN:        (True,  True,  True,  True,  False),
    Label.CLEAR:        (True,  True,  True,  True,  True),
}  # fmt: skip


@pytest.mark.parametrize(("label", "expected"), WHO_SEES.items())
def test_a_label_says_who_sees(label, expected, rita, olga, mira, cleo, ada) -> None:
    observation = factories.make_observation(rita)
    bear(observation, label)
    readers = (olga, mira, cleo, ada, AnonymousUser())
    seen = tuple(Observation.objects.visible_to(reader).exists() for reader in readers)
    assert seen == expected


def test_red_is_for_the_people_it_names_whatever_their_side(rita, olga, mira, cleo) -> None:
    lesson = factories.make_lesson(rita)
    Lesson.objects.filter(pk=lesson.pk).update(label=Label.RED)
    Recipient.objects.create(record_id=lesson.pk, user=mira)
    assert Lesson.objects.visible_to(mira).get() == lesson
    assert not any(Lesson.objects.visible_to(reader).exists() for reader in (rita, olga, cleo))


def test_an_account_that_is_no_longer_active_sees_what_the_public_sees(rita, olga) -> None:
    factories.make_observation(rita)
    assert Observation.objects.visible_to(olga).exists()
    olga.is_active = False
    assert not Observation.objects.visible_to(olga).exists()


def test_everything_starts_with_its_owner_alone(rita, mira) -> None:
    finding = factories.make_finding(rita)
    lesson = factories.make_lesson(rita)
    for model in (AISystem, Review, Finding, Lesson):
        assert model.objects.visible_to(rita).exists(), model
        assert not model.objects.visible_to(mira).exists(), model
    assert finding.label == lesson.label == Label.AMBER_STRICT


def test_accepting_a_review_shares_it_with_its_findings_and_evidence(rita, leo, mira) -> None:
    finding = factories.make_finding(rita)
    add_evidence(finding, by=rita, title="Transcript", url="https://example.org/transcript")
    add_evidence(finding.review, by=rita, title="Plan", url="https://example.org/plan")
    assert not Evidence.objects.visible_to(mira).exists()
    reviews_transitions.submit_review(finding.review, by=rita)
    reviews_transitions.accept_review(finding.review, by=leo)
    assert Evidence.objects.visible_to(mira).count() == 2
    assert Finding.objects.visible_to(mira).get() == finding


def test_versions_dependencies_and_items_of_a_secret_system_stay_secret(rita, leo, mira) -> None:
    secret, open_ = factories.make_system(rita), factories.make_system(rita)
    editing.add_system_version(secret, by=rita, label="1")
    factories.make_dependency(by=rita, upstream=open_, downstream=secret, kind="built_on")
    add_item(factories.make_cycle(leo), by=leo, system=secret, change="Longer context")
    bear(open_, Label.AMBER)
    assert ReviewCycle.objects.visible_to(mira).exists()
    for model in (SystemVersion, SystemDependency, CycleItem):
        assert model.objects.visible_to(rita).exists(), model
        assert not model.objects.visible_to(mira).exists(), model


def test_free_tags_stay_with_the_organization_that_coined_them(rita, mira) -> None:
    factories.make_tag()
    editing.coin_tag(by=rita, code="orchard", label="Orchard")
    assert set(Tag.objects.visible_to(rita).values_list("code", flat=True)) == {
        "orchard",
        "MEASURE-2.7",
    }
    assert Tag.objects.visible_to(mira).get().code == "MEASURE-2.7"


def test_rows_are_never_doubled_and_counts_are_true(rita, mira) -> None:
    lesson = factories.make_lesson(rita)
    Lesson.objects.filter(pk=lesson.pk).update(label=Label.RED)
    for record in (lesson, factories.make_lesson(rita)):
        Recipient.objects.create(record_id=record.pk, user=mira)
    assert Lesson.objects.visible_to(mira).count() == 1
