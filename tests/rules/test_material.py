"""A signature binds content: what raises the version, what is covered, what the database refuses."""

from __future__ import annotations

import hashlib
import json
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from lessons import transitions
from lessons.editing import edit_lesson, tag_lesson
from lessons.models import Endorsement, Lesson
from lessons.states import LESSON_MATERIAL
from tests import factories
from tracker import sharing
from tracker.material import canonical, content_of, differences, digest_now
from tracker.sharing import share


def version_of(lesson: Lesson) -> int:
    return Lesson.objects.values_list("content_version", flat=True).get(pk=lesson.pk)


@pytest.fixture
def lesson(rita, leo):
    """A joint lesson that the partners can read, from a confirmed and so shared finding."""
    return sharing.share(factories.make_lesson(rita), by=leo)


def sql(statement: str, *values: str | int | UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.parametrize("column", LESSON_MATERIAL.fields)
def test_raw_sql_on_a_material_column_raises_the_version(lesson, column):
    before = version_of(lesson)
    value = "own" if column == "scope" else "Changed behind everyone's back."
    sql(f"UPDATE lessons_lesson SET {column} = %s WHERE id = %s", value, lesson.pk)
    assert version_of(lesson) == before + 1


def test_what_only_classifies_raises_nothing(lesson, rita):
    before = version_of(lesson)
    tag_lesson(lesson, by=rita, tags=[factories.make_tag()])
    edit_lesson(lesson, by=rita, assignee=rita, source="A report")
    assert version_of(lesson) == before


def test_a_version_is_not_set_by_hand(lesson):
    for wrong in (0, version_of(lesson) + 5):
        with pytest.raises(IntegrityError, match="goes up by one"), transaction.atomic():
            sql("UPDATE lessons_lesson SET content_version = %s WHERE id = %s", wrong, lesson.pk)


def test_the_first_signature_does_not_undo_itself(lesson, sam, mona):
    for signatory in (sam, mona):
        lesson = transitions.endorse(lesson, by=signatory, digest=digest_now(lesson))
    assert lesson.status == "endorsed"
    assert lesson.endorsements.current().count() == 2


def test_only_what_every_signer_can_see_is_covered(lesson, rita, leo):
    before = version_of(lesson), digest_now(lesson)
    secret = factories.make_system(rita, name="Unreleased")
    edit_lesson(lesson, by=rita, cause_in=[secret])
    assert (version_of(lesson), digest_now(lesson)) == before
    share(secret, by=leo)
    assert version_of(lesson) == before[0] + 1
    assert digest_now(lesson) != before[1]
    assert [secret.reference, "cause_in"] in content_of(lesson)["about"]


def test_an_own_lesson_covers_what_its_organization_sees(rita):
    lesson = factories.make_lesson(rita, scope="own")
    before = version_of(lesson)
    secret = factories.make_system(rita, name="Unreleased")
    edit_lesson(lesson, by=rita, cause_in=[secret])
    assert version_of(lesson) == before + 1
    assert [secret.reference, "cause_in"] in content_of(lesson)["about"]


def test_a_signature_keeps_the_words_it_is_for(lesson, sam):
    transitions.endorse(lesson, by=sam)
    signature = Endorsement.objects.get()
    assert json.loads(signature.content)["insight"] == lesson.insight
    assert signature.digest == hashlib.sha256(signature.content.encode()).hexdigest()


def test_differences_name_just_what_changed(lesson, rita, leo, sam):
    transitions.endorse(lesson, by=sam)
    system = share(factories.make_system(rita, name="GPT"), by=leo)
    edit_lesson(lesson, by=rita, insight="Said better.", cause_in=[system])
    signed = Endorsement.objects.get().content
    found = {one.name: one for one in differences(signed, canonical(content_of(lesson)))}
    assert set(found) == {"insight", "about"}
    assert found["insight"].after == "Said better."
    assert found["about"].added == ([system.reference, "cause_in"],)


def test_no_signature_is_born_on_another_version_or_with_another_digest(lesson, sam):
    given = {
        "lesson": lesson,
        "organization": sam.organization,
        "signed_by": sam,
        "content": "{}",
        "digest": hashlib.sha256(b"{}").hexdigest(),
        "content_version": version_of(lesson),
    }
    for wrong in ({"content_version": 99}, {"digest": "0" * 64}, {"content": ""}, {"digest": ""}):
        with pytest.raises(IntegrityError, match="signature"), transaction.atomic():
            Endorsement.objects.create(**{**given, **wrong})
    Endorsement.objects.create(**given)


def test_a_signature_stays_as_given_and_is_withdrawn_once(lesson, sam):
    transitions.endorse(lesson, by=sam)
    signature = Endorsement.objects.all()
    with pytest.raises(IntegrityError, match="stays as it was given"), transaction.atomic():
        signature.update(statement="I meant something else.")
    with pytest.raises(IntegrityError, match="stays as it was given"), transaction.atomic():
        signature.delete()
    withdrawn = {
        "withdrawn_at": timezone.now(),
        "withdrawn_by": sam,
        "withdrawal_reason": "New data.",
    }
    signature.update(**withdrawn)
    with pytest.raises(IntegrityError, match="withdrawn once"), transaction.atomic():
        signature.update(withdrawn_at=None, withdrawn_by=None, withdrawal_reason="")


def test_one_organization_has_one_live_signature_on_a_version(lesson, sam):
    transitions.endorse(lesson, by=sam)
    first = Endorsement.objects.get()
    again = Endorsement(
        lesson=lesson,
        organization=sam.organization,
        signed_by=sam,
        content=first.content,
        digest=first.digest,
        content_version=first.content_version,
    )
    with pytest.raises(IntegrityError, match="once_per_organization"), transaction.atomic():
        again.save(force_insert=True)
